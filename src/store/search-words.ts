/**
 * Words as the search tells them apart: in, a text; out, each word's place and its term, a number of 32 bits.
 *
 * Upper and lower case, accents, and singular and plural are one word (Harman's S stemmer, JASIS 42, 1991: "ies" is
 * "y", "es" is "e", "s" is nothing); an English genitive is no word. Limit: a script that puts no space between words
 * is found by whole runs of it.
 */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** Longest run that is one word; what stands behind it is left out. */
const LONGEST = 64;

const A = 0x61;
const E = 0x65;
const I = 0x69;
const O = 0x6f;
const S = 0x73;
const U = 0x75;
const Y = 0x79;

/** Calls `visit` with each word of `text`, in order. */
export function walkWords(text: string, visit: (term: number, start: number, end: number) => void): void {
  let i = 0;
  while (i < text.length) {
    let isAscii = true;
    const start = i;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < 0x80 ? !isAsciiWord(code) : !isOtherWord(text, code, i)) break;
      if (code >= 0x80) isAscii = false;
    }
    if (i === start) {
      i++;
      continue;
    }
    if (isGenitive(text, start, i)) continue;
    const end = Math.min(i, start + LONGEST);
    visit(isAscii ? hashAscii(text, start, end) : hashOther(text.slice(start, end)), start, i);
  }
}

/** Terms of `text` with how often it has them. */
export function countTerms(text: string): Map<number, number> {
  const counts = new Map<number, number>();
  walkWords(text, (term) => counts.set(term, (counts.get(term) ?? 0) + 1));
  return counts;
}

function isAsciiWord(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
}

/** Letters, digits and marks beyond ASCII; both halves of a surrogate pair. */
function isOtherWord(text: string, code: number, i: number): boolean {
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code <= 0x24f) return code !== 0xd7 && code !== 0xf7;
  if (code >= 0xd800 && code <= 0xdfff) return true;
  return /[\p{L}\p{N}\p{M}]/u.test(text[i]);
}

/** The s of "minister's". */
function isGenitive(text: string, start: number, end: number): boolean {
  if (end - start !== 1 || start === 0 || (text.charCodeAt(start) | 0x20) !== S) return false;
  const before = text.charCodeAt(start - 1);
  return before === 0x27 || before === 0x2019;
}

/** FNV-1a of the word in lower case, its plural ending taken off. */
function hashAscii(text: string, start: number, end: number): number {
  let last = end;
  let tail = 0;
  const at = (fromEnd: number) => text.charCodeAt(end - fromEnd) | 0x20;
  if (end - start > 3 && at(1) === S) {
    const before = at(2);
    const third = at(3);
    if (before === E && third === I && at(4) !== E && at(4) !== A) {
      last = end - 3;
      tail = Y;
    } else if (before === E && third !== A && third !== E && third !== O) last = end - 1;
    else if (before !== U && before !== S && before !== E) last = end - 1;
  }
  let hash = OFFSET;
  for (let i = start; i < last; i++) {
    const code = text.charCodeAt(i);
    hash = Math.imul(hash ^ (code >= 0x41 && code <= 0x5a ? code + 0x20 : code), PRIME);
  }
  if (tail !== 0) hash = Math.imul(hash ^ tail, PRIME);
  return hash >>> 0;
}

/** The same of a word that is not all ASCII: accents are taken off first. */
function hashOther(word: string): number {
  const plain = word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  if (/^[a-z0-9]+$/.test(plain)) return hashAscii(plain, 0, plain.length);
  let hash = OFFSET;
  for (let i = 0; i < plain.length; i++) hash = Math.imul(hash ^ plain.charCodeAt(i), PRIME);
  return hash >>> 0;
}
