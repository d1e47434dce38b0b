/**
 * What an article is about, by its words: "the striker fires" of a match report is no attack.
 *
 * In: a parsed text and a table of how much each noun, verb and adjective speaks for each topic (logarithms of odds, as
 * in naive Bayes). Out: for each topic the mean over the text's different words, names left out. A mean and not a sum,
 * so that long texts are no surer than short ones; texts of a few sentences stay near nought.
 */
import { type ParsedDoc, UPOS } from "../language/doc.js";
import { hashString, template } from "../learn/feature-hash.js";
import type { LinearModel } from "../learn/linear-model.js";

/** Topics in the order of the model's classes. */
export const TOPICS = ["politics", "business", "sport", "entertainment", "tech"] as const;

const WORD = 5;
const SAYS_SOMETHING = Uint8Array.from(UPOS, (tag) => (/^(NOUN|VERB|ADJ)$/.test(tag) ? 1 : 0));
/** Words at nought that every text is thought to have besides its own. */
const UNKNOWN_WORDS = 40;

/** The features of the different words of `doc` that may speak for a topic. */
export function collectTopicWords(doc: ParsedDoc): Set<number> {
  const words = new Set<number>();
  for (let i = 0; i < doc.length; i++)
    if (SAYS_SOMETHING[doc.upos[i]] === 1) words.add(template(WORD) ^ hashString(doc.lemma[i]));
  return words;
}

/** How much the words of `doc` speak for each of {@link TOPICS}: above nought for, below against. */
export function weighTopics(doc: ParsedDoc, model: LinearModel): Float64Array {
  const words = collectTopicWords(doc);
  const weights = new Float64Array(TOPICS.length);
  for (const word of words) for (let k = 0; k < weights.length; k++) weights[k] += model.weightOf(word, k);
  for (let k = 0; k < weights.length; k++) weights[k] /= words.size + UNKNOWN_WORDS;
  return weights;
}
