/** What positions are read from, and a position before its evidence is gathered. */
import type { Span } from "../core/evidence.js";
import type { ArticleRecord, Stance, StatementRecord } from "../core/records.js";
import type { ParsedDoc } from "../language/doc.js";
import type { ListedActor } from "../mentions/actor-list.js";
import type { ArticleActors } from "../mentions/actors.js";
import type { DateMention } from "../mentions/date-mention.js";
import type { CueTable } from "./cue-table.js";
import type { EventView } from "./event-view.js";
import type { FoundIssue, IssueContext } from "./issue.js";
import type { IssueTable } from "./issue-table.js";
import type { IssueWords } from "./issue-words.js";
import type { StanceTable } from "./stance-table.js";

export interface PositionInput {
  readonly article: ArticleRecord;
  readonly doc: ParsedDoc;
  readonly actors: ArticleActors;
  readonly dates: readonly DateMention[];
  readonly statements: readonly StatementRecord[];
  readonly stances: StanceTable;
  readonly words: IssueWords;
  readonly issues: IssueTable;
  /** Says which cues put the issue itself into the holder's mouth ("demanded"). */
  readonly cues: CueTable;
}

/** What issues are named from, with the sentences that words stand in. */
export interface PositionContext extends IssueContext {
  readonly tree: EventView;
}

/** A position before its evidence is gathered. */
export interface PositionDraft {
  readonly trigger: number;
  readonly holders: readonly ListedActor[];
  readonly stance: Stance;
  readonly issue: FoundIssue;
  readonly condition: Span | undefined;
  readonly statement: StatementRecord | undefined;
  readonly rule: string;
}

/** Characters of word `i`. */
export function wordSpan(doc: ParsedDoc, i: number): Span {
  return { start: doc.start[i], end: doc.end[i] };
}
