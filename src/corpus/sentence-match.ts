/**
 * Which sentence of one text is which of the other.
 *
 * In: two prepared texts. Out: pairs of sentences, one to one, in the order of the second text. Method: sentences are
 * compared as bags of words weighted by what they are worth (Dice's coefficient), which holds where words were
 * swapped, dropped and slipped in; the best pairs are taken first. A weaker pair counts only beside a strong one, in
 * the same order on both sides, so that sentences of two reports on one matter do not meet by their common words.
 */
import type { ReuseText } from "./reuse-text.js";
import { THRESHOLDS } from "./thresholds.js";
import { findWordPlace, indexWords } from "./word-index.js";

export interface SentencePair {
  readonly a: number;
  readonly b: number;
  /** Dice's coefficient, 0 to 1. */
  readonly likeness: number;
  /** Summed weight of the shared words. */
  readonly shared: number;
}

/** What a word weighs, by its kind: function word, content word, name, figure. */
const WEIGHT_OF_KIND = [0.25, 1, 1.2, 1.2];

/** Pairs of sentences that tell the same in the same words, or nearly. */
export function matchSentences(a: ReuseText, b: ReuseText): SentencePair[] {
  const candidates = scorePairs(a, b);
  candidates.sort((x, y) => y.shared * y.likeness - x.shared * x.likeness || x.b - y.b || x.a - y.a);
  const partnerOfA = new Int32Array(a.paragraph.length).fill(-1);
  const partnerOfB = new Int32Array(b.paragraph.length).fill(-1);
  const taken: SentencePair[] = [];
  const take = (pair: SentencePair) => {
    partnerOfA[pair.a] = pair.b;
    partnerOfB[pair.b] = pair.a;
    taken.push(pair);
  };
  const isFree = (pair: SentencePair) => partnerOfA[pair.a] < 0 && partnerOfB[pair.b] < 0;
  for (const pair of candidates) {
    if (isStrong(pair) && isFree(pair)) take(pair);
  }
  if (taken.length === 1 && !isSureAlone(taken[0])) return [];
  // Beside what is taken already, less will do; each taken pair may support the next.
  const rest = candidates.filter(isFree);
  for (let grown = true; grown; ) {
    grown = false;
    for (const pair of rest) {
      if (!isFree(pair) || !hasNeighbour(pair, partnerOfB)) continue;
      take(pair);
      grown = true;
    }
  }
  return taken.sort((x, y) => x.b - y.b);
}

/** True if one sentence is enough to say that two articles share it. */
function isSureAlone(pair: SentencePair): boolean {
  return pair.likeness >= THRESHOLDS.loneLikeness.value || pair.shared >= THRESHOLDS.loneShared.value;
}

/** True if the sentence before or behind is paired, within two on either side. */
function hasNeighbour(pair: SentencePair, partnerOfB: Int32Array): boolean {
  for (let step = 1; step <= 2; step++) {
    const before = partnerOfB[pair.b - step] ?? -1;
    if (before >= 0 && before < pair.a && pair.a - before <= 2) return true;
    const behind = partnerOfB[pair.b + step] ?? -1;
    if (behind >= 0 && behind > pair.a && behind - pair.a <= 2) return true;
  }
  return false;
}

/** True if the two sentences are alike enough to be taken for one without a neighbour. */
export function isLikeSentence(a: ReuseText, inA: number, b: ReuseText, inB: number): boolean {
  let shared = 0;
  let weight = 0;
  for (let i = a.sentence[inA]; i < a.sentence[inA + 1]; i++) {
    weight += WEIGHT_OF_KIND[a.kind[i]];
    const before = countBefore(a, a.sentence[inA], i);
    let nth = 0;
    for (let j = b.sentence[inB]; j < b.sentence[inB + 1]; j++)
      if (b.word[j] === a.word[i] && nth++ === before) shared += WEIGHT_OF_KIND[a.kind[i]];
  }
  for (let j = b.sentence[inB]; j < b.sentence[inB + 1]; j++) weight += WEIGHT_OF_KIND[b.kind[j]];
  return isStrong({ a: inA, b: inB, likeness: (2 * shared) / weight, shared });
}

function isStrong(pair: SentencePair): boolean {
  return pair.likeness >= THRESHOLDS.sentenceLikeness.value && pair.shared >= THRESHOLDS.sentenceShared.value;
}

/** All pairs that share enough to be looked at. The later text is indexed: it is compared with several. */
function scorePairs(a: ReuseText, b: ReuseText): SentencePair[] {
  const index = indexWords(b);
  const weightOfA = weighSentences(a);
  const weightOfB = weighSentences(b);
  const shared = new Float64Array(b.paragraph.length);
  const touched: number[] = [];
  const pairs: SentencePair[] = [];
  for (let s = 0; s < a.paragraph.length; s++) {
    touched.length = 0;
    for (let i = a.sentence[s]; i < a.sentence[s + 1]; i++) {
      const value = WEIGHT_OF_KIND[a.kind[i]];
      const before = countBefore(a, a.sentence[s], i);
      // The n-th occurrence here meets the n-th occurrence in each sentence there.
      let nth = 0;
      let t = -1;
      for (let j = findWordPlace(index, a.word[i]); j >= 0; j = index.next[j]) {
        if (b.inSentence[j] !== t) {
          t = b.inSentence[j];
          nth = 0;
        }
        if (nth++ !== before) continue;
        if (shared[t] === 0) touched.push(t);
        shared[t] += value;
      }
    }
    for (const t of touched) {
      const likeness = (2 * shared[t]) / (weightOfA[s] + weightOfB[t]);
      if (likeness >= THRESHOLDS.neighbourLikeness.value)
        pairs.push({ a: s, b: t, likeness, shared: shared[t] });
      shared[t] = 0;
    }
  }
  return pairs;
}

/** How often word `j` stands between `first` and itself. */
function countBefore(text: ReuseText, first: number, j: number): number {
  let n = 0;
  for (let i = first; i < j; i++) if (text.word[i] === text.word[j]) n++;
  return n;
}

function weighSentences(text: ReuseText): Float64Array {
  const weights = new Float64Array(text.paragraph.length);
  for (let i = 0; i < text.length; i++) weights[text.inSentence[i]] += WEIGHT_OF_KIND[text.kind[i]];
  return weights;
}
