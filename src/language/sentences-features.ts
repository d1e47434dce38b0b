/**
 * What the sentence model looks at: hashed features of the gap between two words.
 *
 * In: the shapes and hashes of words. Out: forms and shapes of up to three words on either side, the white
 * space between, the length of the sentence so far, open quotation marks and brackets. No feature spells out
 * more than two words of a text.
 */
import type { FeatureList } from "../learn/feature-hash.js";
import type { GapContext } from "./sentences-gaps.js";
import {
  isClosing,
  isOpening,
  OUTSIDE,
  QUESTION,
  STOP,
  type WordColumns,
  type WordShapes,
} from "./sentences-shapes.js";

/** Fills `out` with the features of the gap after word i. */
export function addGapFeatures(
  words: WordColumns,
  shapes: WordShapes,
  i: number,
  context: GapContext,
  out: FeatureList,
): void {
  const { shape, hash } = shapes;
  const low = context.paragraphStart;
  const high = context.paragraphEnd;
  const s = (at: number): number => (at >= low && at < high ? shape[at] : OUTSIDE);
  const h = (at: number): number => (at >= low && at < high ? hash[at] : OUTSIDE);
  out.clear();
  let last = i; // the last word that is not a closing mark
  while (last > context.sentenceStart && isClosing(shape[last]) && last > i - 3) last--;
  let begin = i + 1; // the first that is not an opening mark
  while (begin + 1 < high && isOpening(shape[begin]) && begin < i + 3) begin++;
  const around = s(i) * 32 + s(i + 1);
  const glued = words.start[i + 1] === words.end[i] ? 1 : 0;
  const length = bucketLength(i + 1 - context.sentenceStart);
  const rest = bucketLength(high - i - 1);
  const final = s(high - 1);
  const ended = final === STOP || final === QUESTION || isClosing(final) ? 1 : 0;
  const quotes = Math.min(2, context.quotes);
  const brackets = context.brackets > 0 ? 1 : 0;
  out.add(0, 0);
  out.add(1, around);
  out.add2(2, around, s(i - 1));
  out.add2(3, around, s(i + 2));
  out.add2(4, around * 32 + s(i - 1), s(i + 2));
  out.add(5, h(i));
  out.add(6, h(i + 1));
  out.add2(7, h(i), s(i + 1));
  out.add2(8, h(i + 1), s(i));
  out.add2(9, h(i), h(i + 1));
  out.add2(10, h(i - 1), around);
  out.add2(11, h(i + 2), around);
  out.add2(12, around, length);
  out.add2(13, around, glued);
  out.add2(14, around, quotes * 2 + brackets);
  out.add2(15, around, ended * 16 + rest);
  out.add2(16, s(last) * 32 + s(begin), (i - last) * 4 + (begin - i));
  out.add2(17, h(last), s(begin));
  out.add2(18, h(begin), s(last));
  out.add2(19, h(begin), (s(last) * 16 + length) * 2 + glued);
  out.add2(20, s(last) * 32 + s(begin), (quotes * 2 + brackets) * 16 + length);
  out.add2(21, s(context.sentenceStart) * 32 + s(context.sentenceStart + 1), around * 16 + length);
  out.add2(22, around * 32 + s(i - 1), s(i - 2));
  out.add2(23, around * 32 + s(i + 2), s(i + 3));
  out.add2(24, h(context.sentenceStart), around);
  out.add2(25, s(last) * 32 + s(begin), s(begin + 1));
  out.add2(26, h(last - 1), s(last) * 32 + s(begin));
  out.add2(27, h(begin + 1), s(last) * 32 + s(begin));
  out.add2(28, around * 16 + length, rest * 2 + ended);
  out.add2(29, h(i), context.sentenceStart === low ? length : 16);
  out.add2(30, h(final === STOP ? high - 2 : high - 1), around);
}

function bucketLength(length: number): number {
  if (length <= 4) return length;
  if (length <= 6) return 5;
  if (length <= 10) return 6;
  if (length <= 20) return 7;
  return length <= 40 ? 8 : 9;
}
