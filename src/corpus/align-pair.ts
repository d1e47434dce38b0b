/**
 * What one text has from another: aligned stretches, none longer than a paragraph.
 *
 * In: two prepared texts, the earlier one first. Out: stretches in the order of the second text, empty where the two
 * share nothing, or only a template. Method: like sentences first (sentence-match.ts), then runs outside of them
 * (fragment-match.ts); neighbouring sentences of one paragraph on both sides are one stretch.
 */
import { countFacts, type FactCount, isTemplate } from "./facts.js";
import { findFragments } from "./fragment-match.js";
import type { ReuseText } from "./reuse-text.js";
import { isLikeSentence, matchSentences, type SentencePair } from "./sentence-match.js";
import { findSharedRuns } from "./shared-runs.js";
import { THRESHOLDS } from "./thresholds.js";
import { diffWords, type WordRange } from "./word-alignment.js";

export interface Stretch {
  readonly a: WordRange;
  readonly b: WordRange;
  /** True where the stretch is whole sentences on both sides. */
  readonly whole: boolean;
}

/** Stretches that `b` shares with `a`. */
export function alignPair(a: ReuseText, b: ReuseText): Stretch[] {
  if (!isPromising(a, b)) return [];
  const pairs = matchSentences(a, b);
  const coveredA = new Uint8Array(a.length);
  const coveredB = new Uint8Array(b.length);
  const facts: FactCount[] = [];
  for (const pair of pairs) {
    const inA = rangeOfSentences(a, pair.a, pair.a);
    const inB = rangeOfSentences(b, pair.b, pair.b);
    coveredA.fill(1, inA.from, inA.to);
    coveredB.fill(1, inB.from, inB.to);
    facts.push(countFacts(a, inA, b, diffWords(a, inA, b, inB)));
  }
  const fragments = findFragments(a, coveredA, b, coveredB);
  for (const { a: inA, b: inB } of fragments) facts.push(countFacts(a, inA, b, diffWords(a, inA, b, inB)));
  if (isTemplate(facts)) return [];
  const stretches = [...joinSentences(a, b, pairs), ...fragments.map((f) => ({ ...f, whole: false }))];
  return stretches.sort((x, y) => x.b.from - y.b.from);
}

/**
 * True if more than a turn of phrase is shared: many words in runs, or a sentence around one, or a run long enough by
 * itself.
 */
function isPromising(a: ReuseText, b: ReuseText): boolean {
  const enough = THRESHOLDS.promisingWords.value;
  const runs = findSharedRuns(a, b, enough);
  if (runs.reduce((sum, run) => sum + run.length, 0) >= enough) return true;
  return runs.some((run) => {
    if (run.length >= THRESHOLDS.quotedWords.value) return true;
    const [fromA, toA] = [a.inSentence[run.a], a.inSentence[run.a + run.length - 1]];
    const [fromB, toB] = [b.inSentence[run.b], b.inSentence[run.b + run.length - 1]];
    if (isLikeSentence(a, fromA, b, fromB)) return true;
    return (fromA !== toA || fromB !== toB) && isLikeSentence(a, toA, b, toB);
  });
}

/** Pairs that follow each other in the same paragraphs, as one stretch. */
function joinSentences(a: ReuseText, b: ReuseText, pairs: readonly SentencePair[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (let k = 0; k < pairs.length; ) {
    const first = pairs[k];
    let last = first;
    for (k++; k < pairs.length; k++) {
      const next = pairs[k];
      if (next.a !== last.a + 1 || next.b !== last.b + 1) break;
      if (a.paragraph[next.a] !== a.paragraph[last.a] || b.paragraph[next.b] !== b.paragraph[last.b]) break;
      last = next;
    }
    stretches.push({
      a: rangeOfSentences(a, first.a, last.a),
      b: rangeOfSentences(b, first.b, last.b),
      whole: true,
    });
  }
  return stretches;
}

function rangeOfSentences(text: ReuseText, first: number, last: number): WordRange {
  return { from: text.sentence[first], to: text.sentence[last + 1] };
}
