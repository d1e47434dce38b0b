/**
 * Which words a row of a table may begin with, told by a hash: most words of a text begin none, and are passed over
 * before a string is cut out of the text or looked up.
 *
 * A Bloom filter of one bit (Bloom, "Space/Time Trade-offs in Hash Coding", CACM 1970): it may say yes of a word that
 * begins no row, never no of one that does.
 */
import { hashString } from "../learn/feature-hash.js";

/** One bit for each value of a hash's lowest {@link BITS} bits: 1 where a row's first word has it. Few enough to stay near. */
export type FirstWords = Int32Array;

/** 2,000 first words fill 3 % of the places. */
const BITS = 16;
const MASK = (1 << (BITS - 5)) - 1;

/** The filter of `words`, which are in lower case. */
export function makeFirstWords(words: Iterable<string>): FirstWords {
  const filter = new Int32Array(1 << (BITS - 5));
  addFirstWords(filter, words);
  return filter;
}

/** Adds `words` to `filter`; with the number of a part of speech, only as words of it: see {@link markTag}. */
export function addFirstWords(filter: FirstWords, words: Iterable<string>, tag?: number): void {
  const mark = tag === undefined ? 0 : markTag(tag);
  for (const word of words) {
    // The hash lowers ASCII only: "Élysée" and "ÉLYSÉE" have hashes of their own.
    const upper = word.toUpperCase();
    for (const form of [word, upper, upper.charAt(0) + word.slice(1)]) {
      const hash = hashString(form) ^ mark;
      filter[(hash >>> 5) & MASK] |= 1 << (hash & 31);
    }
  }
}

/** What makes of a word's hash that of the word as a part of speech. */
export function markTag(upos: number): number {
  return Math.imul(upos + 1, 0x9e3779b1);
}

/** False only if no row begins with a word of this {@link hashString}. */
export function mayBegin(filter: FirstWords, hash: number): boolean {
  return ((filter[(hash >>> 5) & MASK] >>> (hash & 31)) & 1) === 1;
}
