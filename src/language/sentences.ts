/**
 * Sentences and paragraphs over words.
 *
 * In: the columns of words and the offsets at which paragraphs end. Out: the first word of each sentence
 * and the first sentence of each paragraph, as in doc.ts. A sentence ends with its paragraph and where the gap
 * between two words says so (sentences-gaps.ts); where the gap leaves it open, a logistic model over hashed
 * features decides (train/sentences.ts), or without a model a few rules. A quotation of several sentences is
 * several.
 */
import { FeatureList } from "../learn/feature-hash.js";
import type { LinearModel } from "../learn/linear-model.js";
import { addGapFeatures } from "./sentences-features.js";
import { DOUBTFUL, LIKELY } from "./sentences-gaps.js";
import { DASH, isOpening, LOWER, readShapes, type WordColumns, type WordShapes } from "./sentences-shapes.js";
import { type Decide, walkGaps } from "./sentences-walk.js";

/** Class of the model that stands for the end of a sentence. */
export const END = 1;

/**
 * Least probability of an end at a likely, a doubtful and an unlikely gap; chosen on every eighth training
 * document so that names of news ("Million Dollar Baby") stay whole at little cost on EWT.
 */
const LEAST_LIKELY = 0.5;
const LEAST_DOUBTFUL = 0.8;
const LEAST_UNLIKELY = 0.95;

/** First word of each sentence, then `words.length`; first sentence of each paragraph, then the number of sentences. */
export function findSentences(
  words: WordColumns,
  paragraphEnds: Int32Array,
  model?: LinearModel,
): { sentence: Int32Array; paragraph: Int32Array } {
  const shapes = readShapes(words);
  const decide = model ? decideByModel(words, shapes, model) : decideByRule(shapes);
  const sentence: number[] = [];
  const paragraph: number[] = [];
  let first = 0;
  for (const limit of paragraphEnds) {
    let end = first;
    while (end < words.length && words.start[end] < limit) end++;
    if (end === first) continue;
    paragraph.push(sentence.length);
    walkGaps(words, shapes, first, end, decide, sentence);
    first = end;
  }
  paragraph.push(sentence.length);
  sentence.push(words.length);
  return { sentence: Int32Array.from(sentence), paragraph: Int32Array.from(paragraph) };
}

function decideByModel(words: WordColumns, shapes: WordShapes, model: LinearModel): Decide {
  const features = new FeatureList();
  return (i, kind, context) => {
    addGapFeatures(words, shapes, i, context, features);
    const least = kind === LIKELY ? LEAST_LIKELY : kind === DOUBTFUL ? LEAST_DOUBTFUL : LEAST_UNLIKELY;
    return model.score(features)[END] > least;
  };
}

/** Without a model: at likely gaps, unless a lower-case word or a dash follows. */
function decideByRule({ shape }: WordShapes): Decide {
  return (i, kind, context) => {
    if (kind !== LIKELY) return false;
    let begin = i + 1;
    while (begin + 1 < context.paragraphEnd && begin < i + 3 && isOpening(shape[begin])) begin++;
    return shape[begin] !== LOWER && shape[begin] !== DASH;
  };
}
