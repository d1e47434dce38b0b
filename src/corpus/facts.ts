/**
 * Whether two like stretches tell the same facts.
 *
 * Two stories made from one template share every word but their names and figures; a copy keeps just these and
 * changes the others. Counted are the names and figures that stand in both, and the places where each has its own.
 */
import { NAME, NUMBER, type ReuseText } from "./reuse-text.js";
import { THRESHOLDS } from "./thresholds.js";
import type { Hunk, WordRange } from "./word-alignment.js";

export interface FactCount {
  /** Names and figures that both have in the same place. */
  readonly kept: number;
  /** Places where one has a name or figure and the other another. */
  readonly changed: number;
  readonly words: number;
}

/** Longest difference that is a slot of a template, in words on either side. */
const LONGEST_SLOT = 4;

/** Facts of one pair of stretches whose differences are `hunks`. */
export function countFacts(a: ReuseText, inA: WordRange, b: ReuseText, hunks: readonly Hunk[]): FactCount {
  let changed = 0;
  let lost = 0;
  for (const hunk of hunks) {
    const inHunk = countFactWords(a, hunk.a);
    lost += inHunk;
    const short = hunk.a.to - hunk.a.from <= LONGEST_SLOT && hunk.b.to - hunk.b.from <= LONGEST_SLOT;
    if (short && isExchanged(a, hunk.a, b, hunk.b)) changed++;
  }
  return { kept: countFactWords(a, inA) - lost, changed, words: inA.to - inA.from };
}

/** True if the stretches are made from one template and tell different facts. */
export function isTemplate(counts: readonly FactCount[]): boolean {
  let kept = 0;
  let changed = 0;
  let words = 0;
  for (const count of counts) {
    kept += count.kept;
    changed += count.changed;
    words += count.words;
  }
  return (
    changed >= THRESHOLDS.templateChanged.value &&
    changed >= THRESHOLDS.templateShare.value * (kept + changed) &&
    changed >= words / THRESHOLDS.templateSpread.value
  );
}

/** True if a figure stands for another figure, or a name for another name. */
function isExchanged(a: ReuseText, inA: WordRange, b: ReuseText, inB: WordRange): boolean {
  return (hasKind(a, inA, NUMBER) && hasKind(b, inB, NUMBER)) || (hasName(a, inA) && hasName(b, inB));
}

function countFactWords(text: ReuseText, range: WordRange): number {
  let n = 0;
  for (let i = range.from; i < range.to; i++) if (text.kind[i] >= NAME) n++;
  return n;
}

function hasKind(text: ReuseText, range: WordRange, kind: number): boolean {
  for (let i = range.from; i < range.to; i++) if (text.kind[i] === kind) return true;
  return false;
}

/** A capital letter counts at the head of a sentence too: what is exchanged there is a name. */
function hasName(text: ReuseText, range: WordRange): boolean {
  for (let i = range.from; i < range.to; i++) {
    if (text.kind[i] === NAME) return true;
    const code = text.text.charCodeAt(text.start[i]);
    if (text.kind[i] !== NUMBER && code >= 0x41 && code <= 0x5a && text.kind[i] !== 0) return true;
  }
  return false;
}
