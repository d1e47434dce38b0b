/**
 * The names of the gazetteer by their hashes.
 *
 * In: two lists of names in UTF-8, one name a line, and the hash of each. Out: the entries that a hash stands for, and
 * their names; entries are counted through both lists. Names stay bytes until one is asked for: two hundred thousand
 * strings, or their hashes taken anew, would cost more than all else that loading does.
 * Limit: two names may share a hash; who looks one up compares its key.
 */

const LINE_FEED = 10;
const BUCKETS = 1 << 18;
const UTF8 = new TextDecoder();

/** Bytes of a hash that are kept, the lowest first. */
export const HASH_BYTES = 3;
const HASH_BITS = 2 ** (8 * HASH_BYTES) - 1;

export class PlaceNameIndex {
  readonly #lines: Uint8Array;
  /** Where each line begins, one past the end last. */
  readonly #start: Int32Array;
  readonly #hash: Int32Array;
  /** Names of one bucket as a chain. */
  readonly #first = new Int32Array(BUCKETS).fill(-1);
  readonly #next: Int32Array;

  /** Indexes the names of `first`, then those of `second`; `hashes` has {@link HASH_BYTES} for each. */
  constructor(first: Uint8Array, second: Uint8Array, hashes: Uint8Array) {
    const count = hashes.length / HASH_BYTES;
    this.#lines = new Uint8Array(first.length + second.length + 2).fill(LINE_FEED);
    this.#lines.set(first);
    this.#lines.set(second, first.length + 1);
    this.#start = findLines(this.#lines, count);
    this.#hash = readHashes(hashes, count);
    this.#next = new Int32Array(count);
    chain(this.#hash, this.#first, this.#next);
  }

  /** The first entry with this hash; -1 for none. */
  find(hash: number): number {
    return this.#seek(hash & HASH_BITS, this.#first[hash & (BUCKETS - 1)]);
  }

  /** The entry after `entry` that has the same hash; -1 for none. */
  findNext(entry: number): number {
    return this.#seek(this.#hash[entry], this.#next[entry]);
  }

  #seek(hash: number, from: number): number {
    let entry = from;
    while (entry >= 0 && this.#hash[entry] !== hash) entry = this.#next[entry];
    return entry;
  }

  /** The name as written in the list. */
  name(entry: number): string {
    return UTF8.decode(this.#lines.subarray(this.#start[entry], this.#start[entry + 1] - 1));
  }
}

function findLines(lines: Uint8Array, count: number): Int32Array {
  const start = new Int32Array(count + 1);
  for (let at = 0, line = 0; line < count; at++) if (lines[at] === LINE_FEED) start[++line] = at + 1;
  return start;
}

function readHashes(bytes: Uint8Array, count: number): Int32Array {
  const hashes = new Int32Array(count);
  for (let i = 0, at = 0; i < count; i++, at += HASH_BYTES)
    hashes[i] = bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16);
  return hashes;
}

function chain(hashes: Int32Array, first: Int32Array, next: Int32Array): void {
  for (let entry = 0; entry < hashes.length; entry++) {
    const bucket = hashes[entry] & (BUCKETS - 1);
    next[entry] = first[bucket];
    first[bucket] = entry;
  }
}
