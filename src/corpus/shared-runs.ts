/**
 * A quick look at what two texts share word for word, before they are compared sentence by sentence.
 *
 * Most pairs that meet by a fingerprint share a turn of phrase and nothing else. In: two prepared texts. Out: the runs
 * of words that both have, each as long as it goes. Runs that hold no content word are passed over.
 */
import { FUNCTION, type ReuseText } from "./reuse-text.js";
import { THRESHOLDS } from "./thresholds.js";
import { findWordPlace, indexWords } from "./word-index.js";

/** `length` words that stand at `a` in one text and at `b` in the other. */
export interface SharedRun {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/**
 * Runs of at least `fingerprintWords` words, in the order of `a`, until they hold `enough` words together: by then the
 * two have more in common than a turn of phrase.
 */
export function findSharedRuns(a: ReuseText, b: ReuseText, enough: number): SharedRun[] {
  const index = indexWords(b);
  const runs: SharedRun[] = [];
  let words = 0;
  for (let i = 0; i < a.length && words < enough; i++) {
    if (a.kind[i] === FUNCTION) continue;
    let longest: SharedRun | undefined;
    for (let j = findWordPlace(index, a.word[i]); j >= 0; j = index.next[j]) {
      const run = measureRun(a, i, b, j);
      if (run.length > (longest?.length ?? 0)) longest = run;
    }
    if (longest === undefined || longest.length < THRESHOLDS.fingerprintWords.value) continue;
    runs.push(longest);
    words += longest.length;
    i = longest.a + longest.length - 1;
  }
  return runs;
}

/** The run through word `i` of `a` and word `j` of `b`, which are the same. */
function measureRun(a: ReuseText, i: number, b: ReuseText, j: number): SharedRun {
  let before = 0;
  while (before < i && before < j && a.word[i - before - 1] === b.word[j - before - 1]) before++;
  let behind = 1;
  while (i + behind < a.length && j + behind < b.length && a.word[i + behind] === b.word[j + behind])
    behind++;
  return { a: i - before, b: j - before, length: before + behind };
}
