/**
 * Spans and evidence: where something is written.
 *
 * Offsets are UTF-16 code units into `article.text`, half open, so that
 * `text.slice(start, end)` is the written words.
 */

/** A half-open range of characters in one text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Which field of a record a piece of evidence supports. */
export type EvidencePart =
  | "source"
  | "cue"
  | "content"
  | "channel"
  | "addressee"
  | "occasion"
  | "actor"
  | "trigger"
  | "recipient"
  | "place"
  | "date"
  | "value"
  | "measure"
  | "of"
  | "holder"
  | "issue"
  | "condition"
  | "person"
  | "role"
  | "antecedent"
  | "boilerplate";

/** One span that shows one field: `text` is exactly `article.text.slice(start, end)`. */
export interface Evidence extends Span {
  readonly article: string;
  readonly text: string;
  readonly part: EvidencePart;
}

/** Evidence for `part` at `span`, its words copied from `text`. */
export function makeEvidence(article: string, text: string, span: Span, part: EvidencePart): Evidence {
  return { article, start: span.start, end: span.end, text: text.slice(span.start, span.end), part };
}

/** True if the two spans share at least one character. */
export function spansOverlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True if `inner` lies wholly within `outer` (they may be equal). */
export function spanContains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
