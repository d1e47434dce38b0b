/**
 * Which words a row of a table may begin with, told by a hash: most words of a text begin none, and are passed over
 * before a string is cut out of the text or looked up.
 *
 * A Bloom filter of one bit (Bloom, "Space/Time Trade-offs in Hash Coding", CACM 1970): it may say yes of a word that
 * begins no row, never no of one that does.
 */
import { hashString } from "../learn/feature-hash.js";

/** One byte for each value of a hash's lowest {@link BITS} bits: 1 where a row's first word has it. */
export type FirstWords = Uint8Array;

/** 2,000 first words fill 3 % of the places. */
const BITS = 16;
const MASK = (1 << BITS) - 1;

/** The filter of `words`, which are in lower case. */
export function makeFirstWords(words: Iterable<string>): FirstWords {
  const filter = new Uint8Array(1 << BITS);
  for (const word of words) {
    // The hash lowers ASCII only: "Élysée" and "ÉLYSÉE" have hashes of their own.
    const upper = word.toUpperCase();
    for (const form of [word, upper, upper.charAt(0) + word.slice(1)]) filter[hashString(form) & MASK] = 1;
  }
  return filter;
}

/** False only if no row begins with a word of this {@link hashString}. */
export function mayBegin(filter: FirstWords, hash: number): boolean {
  return filter[hash & MASK] === 1;
}
