/**
 * Words, sentences and paragraphs of a text.
 *
 * In: any text. Out: a {@link TokenDoc} (doc.ts): Universal Dependencies' words with exact UTF-16 spans,
 * sentences and paragraphs. Nothing is dropped: what stands between words is white space.
 * Method: paragraphs from the lines (segment-paragraphs.ts), words by a scanner (tokens.ts), sentences by a
 * linear model where the gap between two words leaves it open (sentences.ts). Time grows with length only.
 */
import type { LinearModel } from "../learn/linear-model.js";
import type { TokenDoc } from "./doc.js";
import { findFinalAbbreviations, takeOffPeriods } from "./segment-finals.js";
import { findParagraphEnds } from "./segment-paragraphs.js";
import { findSentences } from "./sentences.js";
import { scanTokens } from "./tokens.js";

/**
 * `text` as words in sentences in paragraphs. A text without a word has no sentence and no paragraph.
 * `ends` is the model "end" of models/sentences.bin; without it a few rules stand in.
 */
export function segmentText(text: string, ends?: LinearModel): TokenDoc {
  const paragraphEnds = findParagraphEnds(text);
  const columns = scanTokens(text, paragraphEnds);
  const { length, start, end, joined } = columns;
  const words = { text, length, start, end, joined };
  const { sentence, paragraph } = findSentences(words, paragraphEnds, ends);
  const finals = findFinalAbbreviations(words, sentence);
  return { text, ...takeOffPeriods(columns, sentence, finals), paragraph };
}
