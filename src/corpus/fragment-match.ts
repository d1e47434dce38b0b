/**
 * Runs of words that two texts share outside of their matched sentences: a quoted clause, half a sentence.
 *
 * In: two prepared texts and which of their sentences are matched. Out: word ranges on both sides. Method: seed and
 * extend: a sequence of five words that both have is grown word by word to both sides, over a word or two of
 * difference where the run goes on behind it.
 */
import { CONTENT, paragraphAround, type ReuseText } from "./reuse-text.js";
import { THRESHOLDS } from "./thresholds.js";
import { diffWords, type WordRange } from "./word-alignment.js";
import { hashSequence } from "./word-hash.js";

export interface Fragment {
  readonly a: WordRange;
  readonly b: WordRange;
}

/** Words that must agree behind a difference for the run to go on. */
const RESUME = 3;
/** Most words of difference that a run steps over, on either side. */
const STEP = 2;
const SEED = 5;

/** 1 for every word that stands in a matched sentence. */
export type Covered = Uint8Array;

/** Shared runs among the words that are not covered, in the order of `b`. */
export function findFragments(a: ReuseText, coveredA: Covered, b: ReuseText, coveredB: Covered): Fragment[] {
  const seeds = new Map<number, number>();
  for (let i = 0; i + SEED <= a.length; i++) {
    if (coveredA[i] || coveredA[i + SEED - 1]) continue;
    const hash = hashSequence(a.word, i, SEED);
    if (!seeds.has(hash)) seeds.set(hash, i);
  }
  const found: Fragment[] = [];
  for (let j = 0; j + SEED <= b.length; j++) {
    if (coveredB[j] || coveredB[j + SEED - 1]) continue;
    const i = seeds.get(hashSequence(b.word, j, SEED));
    if (i === undefined) continue;
    const fragment = extend(a, i, coveredA, b, j, coveredB);
    if (isLongEnough(a, b, fragment)) found.push(fragment);
    j = Math.max(j, fragment.b.to - 1);
  }
  return found;
}

/** True if a run without difference is long enough and more than names and grammar. */
function isLongEnough(a: ReuseText, b: ReuseText, { a: inA, b: inB }: Fragment): boolean {
  const isQuoted = a.quoted[inA.from] === 1 || b.quoted[inB.from] === 1;
  const least = isQuoted ? THRESHOLDS.quotedWords.value : THRESHOLDS.fragmentWords.value;
  if (inA.to - inA.from < least || inB.to - inB.from < least) return false;
  const hunks = diffWords(a, inA, b, inB);
  let from = inB.from;
  for (let k = 0; k <= hunks.length; k++) {
    const to = k < hunks.length ? hunks[k].b.from : inB.to;
    let content = 0;
    for (let j = from; j < to; j++) if (b.kind[j] === CONTENT) content++;
    if (to - from >= least && content >= THRESHOLDS.fragmentContent.value) return true;
    if (k < hunks.length) from = hunks[k].b.to;
  }
  return false;
}

function extend(
  a: ReuseText,
  i: number,
  coveredA: Covered,
  b: ReuseText,
  j: number,
  coveredB: Covered,
): Fragment {
  const [firstA, endA] = paragraphAround(a, i);
  const [firstB, endB] = paragraphAround(b, j);
  const same = (x: number, y: number) =>
    x >= firstA &&
    y >= firstB &&
    x < endA &&
    y < endB &&
    !coveredA[x] &&
    !coveredB[y] &&
    a.word[x] === b.word[y];
  const grow = (x: number, y: number, way: 1 | -1): [number, number] => {
    for (;;) {
      while (same(x + way, y + way)) {
        x += way;
        y += way;
      }
      const step = findStep(x, y, way, same);
      if (step === undefined) return [x, y];
      [x, y] = step;
    }
  };
  const [fromA, fromB] = grow(i, j, -1);
  const [toA, toB] = grow(i, j, 1);
  return { a: { from: fromA, to: toA + 1 }, b: { from: fromB, to: toB + 1 } };
}

/** The first words behind the smallest difference after which the run goes on. */
function findStep(
  x: number,
  y: number,
  way: 1 | -1,
  same: (x: number, y: number) => boolean,
): [number, number] | undefined {
  for (let gap = 1; gap <= 2 * STEP; gap++) {
    for (let inA = Math.max(0, gap - STEP); inA <= Math.min(gap, STEP); inA++) {
      const nextX = x + way * (inA + 1);
      const nextY = y + way * (gap - inA + 1);
      let k = 0;
      while (k < RESUME && same(nextX + way * k, nextY + way * k)) k++;
      if (k === RESUME) return [nextX, nextY];
    }
  }
  return undefined;
}
