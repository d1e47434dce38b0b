/**
 * A story with the reports that tell it: what every format that counts events, and not reports, is written from.
 */
import type { Evidence, Span } from "../core/evidence.js";
import type { ArticleRecord, EventRecord, StatementRecord, StoryRecord } from "../core/records.js";

/** What a view needs of an article. */
export type ToldIn = Pick<
  ArticleRecord,
  | "id"
  | "origin"
  | "outlet"
  | "agency"
  | "title"
  | "published"
  | "language"
  | "text"
  | "evidence"
  | "boilerplate"
>;

/** One member of a story and where it stands. */
export interface Telling<R extends EventRecord | StatementRecord = EventRecord | StatementRecord> {
  readonly record: R;
  readonly article: ToldIn;
}

export interface ToldStory<R extends EventRecord | StatementRecord = EventRecord | StatementRecord> {
  readonly story: StoryRecord;
  /** In the story's order, first told first; a member whose article is gone is missing. */
  readonly tellings: readonly Telling<R>[];
}

export type ToldEvent = ToldStory<EventRecord>;

export function isToldEvent(told: ToldStory): told is ToldEvent {
  return told.story.of === "event";
}

/** The sentences of a text, in order. */
export type CutSentences = (text: string) => readonly Span[];

/** Index of the sentence in which `at` stands, or the last one before it; -1 before the first. */
export function findSentence(sentences: readonly Span[], at: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle].start <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The span from the first to the last sentence that `span` touches; the span itself where there is none. */
export function coverSentences(sentences: readonly Span[], span: Span): Span {
  const first = sentences[findSentence(sentences, span.start)];
  const last = sentences[findSentence(sentences, Math.max(span.start, span.end - 1))];
  return {
    start: Math.min(span.start, first?.start ?? span.start),
    end: Math.max(span.end, last?.end ?? span.end),
  };
}

/** The sentences that show a record, without the mentions that only resolve its pronouns. */
export function coverEvidence(sentences: readonly Span[], evidence: readonly Evidence[]): Span {
  const own = evidence.filter((e) => e.part !== "antecedent");
  const anchor =
    own.find((e) => e.part === "trigger" || e.part === "content" || e.part === "value") ?? own[0];
  return anchor === undefined ? { start: 0, end: 0 } : coverSentences(sentences, anchor);
}
