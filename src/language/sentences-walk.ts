/**
 * The walk over a paragraph's gaps, the same in training and in use.
 *
 * In: words with their shapes, one paragraph, and a function that decides. Out: the first words of the
 * paragraph's sentences, appended. It keeps what the features need to know of the sentence so far: where it
 * began, how many quotation marks and brackets stand open.
 */
import { ALWAYS, findGapKind, type GapContext, NEVER } from "./sentences-gaps.js";
import {
  CLOSE_BRACKET,
  CLOSE_QUOTE,
  OPEN_BRACKET,
  OPEN_QUOTE,
  STRAIGHT_QUOTE,
  type WordColumns,
  type WordShapes,
} from "./sentences-shapes.js";

/** Whether a sentence ends after word i, where the gap is neither {@link NEVER} nor {@link ALWAYS} one. */
export type Decide = (i: number, kind: number, context: GapContext) => boolean;

/** Appends to `starts` the first word of each sentence of the paragraph `[first, end)`. */
export function walkGaps(
  words: WordColumns,
  shapes: WordShapes,
  first: number,
  end: number,
  decide: Decide,
  starts: number[],
): void {
  const { shape } = shapes;
  const context = { sentenceStart: first, paragraphStart: first, paragraphEnd: end, quotes: 0, brackets: 0 };
  starts.push(first);
  for (let i = first; i + 1 < end; i++) {
    const here = shape[i];
    if (here === STRAIGHT_QUOTE) context.quotes = context.quotes > 0 ? 0 : 1;
    else if (here === OPEN_QUOTE) context.quotes++;
    else if (here === CLOSE_QUOTE) context.quotes = Math.max(0, context.quotes - 1);
    else if (here === OPEN_BRACKET) context.brackets++;
    else if (here === CLOSE_BRACKET) context.brackets = Math.max(0, context.brackets - 1);
    const kind = findGapKind(words, shape, i, context);
    if (kind !== ALWAYS && (kind === NEVER || !decide(i, kind, context))) continue;
    starts.push(i + 1);
    context.sentenceStart = i + 1;
  }
}
