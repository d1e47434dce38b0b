/**
 * Hashes of words and word sequences: FNV-1a, 32 bits, written out inline (it is faster than a call for every letter).
 *
 * Case, the shape of apostrophes and dashes, and soft hyphens make no other word, so that a copy with other
 * typography has the same hashes.
 */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a of `text.slice(start, end)` in lower case, over UTF-16 code units; 0 where it holds no letter or digit. */
export function hashWord(text: string, start: number, end: number): number {
  let hash = OFFSET;
  let isWord = false;
  for (let i = start; i < end; i++) {
    let code = text.charCodeAt(i);
    if (code >= 0x61 && code <= 0x7a) isWord = true;
    else if (code >= 0x41 && code <= 0x5a) {
      code += 0x20;
      isWord = true;
    } else if (code >= 0x30 && code <= 0x39) isWord = true;
    else if (code >= 0xc0) {
      if (code === 0x2018 || code === 0x2019 || code === 0x02bc) code = 0x27;
      else if (code >= 0x2010 && code <= 0x2015) code = 0x2d;
      else if (code < 0x2000 || code > 0x2bff) {
        if (code <= 0x24f && code !== 0xd7 && code !== 0xf7) code = lowerLatin(code);
        isWord = true;
      }
    } else if (code === 0xad) continue;
    hash = Math.imul(hash ^ code, PRIME);
  }
  return isWord ? hash >>> 0 || 1 : 0;
}

/** FNV-1a over the hashes of `count` words from `from`; never 0. */
export function hashSequence(words: Uint32Array, from: number, count: number): number {
  let hash = OFFSET;
  for (let i = from; i < from + count; i++) {
    const word = words[i];
    hash = Math.imul(hash ^ (word & 0xffff), PRIME);
    hash = Math.imul(hash ^ (word >>> 16), PRIME);
  }
  // FNV's low bits are its best; winnowing compares whole numbers, so they are spread upwards.
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0 || 1;
}

function lowerLatin(code: number): number {
  return String.fromCharCode(code).toLowerCase().charCodeAt(0);
}
