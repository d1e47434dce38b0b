/** A statement while it is being put together: words and spans, not yet names. */
import type { Span } from "../core/evidence.js";
import type { StatementMode } from "../core/records.js";

export interface StatementDraft {
  readonly rule: StatementRule;
  readonly cue: readonly number[];
  readonly source: readonly number[];
  /** The word that the attribution was found from; -1 for a quotation without a cue. */
  readonly anchor: number;
  readonly content: readonly Span[];
  readonly mode: StatementMode;
  readonly parent: StatementDraft | null;
  /** Where no source is written: the statement whose speaker goes on. */
  readonly continues: StatementDraft | null;
}

/** What found a statement; docs/record.md explains each. */
export const STATEMENT_RULES = [
  "attribution-model",
  "nested-frame",
  "quoted-speaker",
  "cited-source",
  "quotation-frame",
  "quotation-introduced",
  "quotation-continues",
  "quotation-alone",
] as const;
export type StatementRule = (typeof STATEMENT_RULES)[number];

/** First character of the content. */
export function contentStart(draft: StatementDraft): number {
  return draft.content[0].start;
}
