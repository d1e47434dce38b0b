/**
 * Where each word of a text stands: an open hash table over its columns, so that texts are compared without an object
 * for each word.
 */
import type { ReuseText } from "./reuse-text.js";

/** A word that stands more often tells nothing of a place, and would make long repetitive texts slow. */
const MOST_PLACES = 500;

export interface WordIndex {
  /** Slots less one; their number is a power of two. */
  readonly mask: number;
  /** Word hash in each slot, 0 where free. */
  readonly slots: Uint32Array;
  /** First place of the slot's word; -1 where it stands too often. */
  readonly first: Int32Array;
  /** The next place of the word at each place, -1 behind the last. */
  readonly next: Int32Array;
}

/** The text indexed last: an article is compared with several earlier ones in turn. */
let last: { readonly text: ReuseText; readonly index: WordIndex } | undefined;

/** The index of a text, made once for as long as no other is asked for. */
export function indexWords(text: ReuseText): WordIndex {
  if (last?.text !== text) last = { text, index: makeIndex(text) };
  return last.index;
}

function makeIndex(text: ReuseText): WordIndex {
  let size = 16;
  while (size < 2 * text.length) size *= 2;
  const mask = size - 1;
  const slots = new Uint32Array(size);
  const first = new Int32Array(size);
  const next = new Int32Array(text.length);
  const places = new Int32Array(size);
  for (let i = text.length - 1; i >= 0; i--) {
    const word = text.word[i];
    let slot = (word ^ (word >>> 15)) & mask;
    while (slots[slot] !== 0 && slots[slot] !== word) slot = (slot + 1) & mask;
    next[i] = slots[slot] === 0 ? -1 : first[slot];
    slots[slot] = word;
    first[slot] = i;
    places[slot]++;
  }
  for (let slot = 0; slot < size; slot++) if (places[slot] > MOST_PLACES) first[slot] = -1;
  return { mask, slots, first, next };
}

/** The first place of a word, -1 where the text lacks it or has it too often; `index.next` leads on from there. */
export function findWordPlace(index: WordIndex, word: number): number {
  let slot = (word ^ (word >>> 15)) & index.mask;
  while (index.slots[slot] !== 0) {
    if (index.slots[slot] === word) return index.first[slot];
    slot = (slot + 1) & index.mask;
  }
  return -1;
}
