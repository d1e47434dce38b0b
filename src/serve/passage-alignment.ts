/**
 * Two copies of a passage side by side: in, their texts; out, for each the stretches whose words the other has not. The
 * words are compared as text reuse compares them: signs, spaces and case make no difference.
 */
import type { Span } from "../core/evidence.js";
import { prepareText, type ReuseText } from "../corpus/reuse-text.js";
import { diffWords, type WordRange } from "../corpus/word-alignment.js";

/** What differs on either side, in order; both empty where the words are the same. */
export interface Alignment {
  readonly left: readonly Span[];
  readonly right: readonly Span[];
}

/** Aligns two texts. */
export function alignTexts(left: string, right: string): Alignment {
  if (left === right) return { left: [], right: [] };
  const a = prepare(left);
  const b = prepare(right);
  const hunks = diffWords(a, { from: 0, to: a.length }, b, { from: 0, to: b.length });
  return {
    left: hunks.flatMap((hunk) => toSpan(a, hunk.a)),
    right: hunks.flatMap((hunk) => toSpan(b, hunk.b)),
  };
}

function prepare(text: string): ReuseText {
  return prepareText({ id: "", text, boilerplate: [] });
}

function toSpan(text: ReuseText, { from, to }: WordRange): Span[] {
  return to > from ? [{ start: text.start[from], end: text.end[to - 1] }] : [];
}
