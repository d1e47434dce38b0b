/** The words of a sentence that tell one event from another, each with a weight. */
import { isFunctionWord } from "./function-words.js";
import { hashWord } from "./word-hash.js";

/** A name or a number tells more than a common word. */
const NAME_WEIGHT = 2;

/** Words of reporting and of time, which every report has. */
const EVERYDAY = new Set(
  "official officials minister ministry president government spokesman spokeswoman spokesperson statement agency news report reports reported monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday week month year day morning evening night late early new".split(
    " ",
  ),
);

/** Content words, cut to their first letters so that "attacked" and "attack" meet. */
export function contentWords(sentence: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const match of sentence.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)) {
    const form = match[0];
    const low = form.toLowerCase().replace(/['’]s$/, "");
    if (low.length < 2 || EVERYDAY.has(low) || isFunctionWord(hashWord(low, 0, low.length))) continue;
    const isName = match.index > 0 && /^[\p{Lu}\p{N}]/u.test(form);
    words.set(stemOf(low), isName ? NAME_WEIGHT : 1);
  }
  return words;
}

/** Weighted overlap of two bags of words: shared weight in both, of the geometric mean of their weights. */
export function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  let left = 0;
  let right = 0;
  for (const [word, weight] of a) {
    left += weight * weight;
    const other = b.get(word);
    if (other !== undefined) shared += weight * other;
  }
  for (const weight of b.values()) right += weight * weight;
  return left === 0 || right === 0 ? 0 : shared / Math.sqrt(left * right);
}

function stemOf(word: string): string {
  return word.length > 6 ? word.slice(0, 6) : word.replace(/(?:ed|s)$/, "");
}
