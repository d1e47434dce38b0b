/**
 * Addresses: URLs, host names, e-mail addresses, @handles and #hashtags, each one token.
 *
 * In: a text, where a token begins and where its run of written characters ends (next white space).
 * Out: where the address ends, or -1. Trailing punctuation of the sentence is left outside.
 */
import { classAt, DIGIT, isWordAt, LETTER } from "./tokens-classes.js";

const SCHEMES = ["http://", "https://", "ftp://", "mailto:", "www."];

/** End of the URL that begins at `i`, or -1. */
export function findUrlEnd(text: string, i: number, limit: number): number {
  const first = text.charCodeAt(i) | 32;
  if (first !== 104 && first !== 102 && first !== 109 && first !== 119) return -1;
  const head = text.slice(i, i + 8).toLowerCase();
  const scheme = SCHEMES.find((s) => head.startsWith(s));
  if (scheme === undefined || i + scheme.length >= limit || !isWordAt(text, i + scheme.length)) return -1;
  let end = i + scheme.length;
  let depth = 0;
  while (end < limit) {
    const code = text.charCodeAt(end);
    if (isUrlBarrier(code)) break;
    if (code === 40) depth++;
    if (code === 41 && --depth < 0) break;
    end++;
  }
  while (end > i && isTrailing(text.charCodeAt(end - 1))) end--;
  return end;
}

/** End of the e-mail address `local@host` that begins at `i`, its `@` at `at`; -1 if it is none. */
export function findEmailEnd(text: string, i: number, at: number, limit: number): number {
  if (at <= i || at + 1 >= limit || !isWordAt(text, at + 1)) return -1;
  return findHostEnd(text, at + 1, limit);
}

/** End of the characters that may stand before the `@` of an address, from `i` on. */
export function findLocalEnd(text: string, i: number, limit: number): number {
  let end = i;
  while (end < limit) {
    const code = text.charCodeAt(end);
    if (code === 46 || code === 45 || code === 95 || code === 37 || code === 43 || isAsciiWord(code)) end++;
    else break;
  }
  return end;
}

/** End of the @handle or #hashtag at `i` (letters, digits and low lines, at least one letter), or -1. */
export function findTagEnd(text: string, i: number, limit: number): number {
  let end = i + 1;
  let letters = 0;
  while (end < limit) {
    const kind = classAt(text, end);
    if (kind === LETTER) letters++;
    else if (kind !== DIGIT && text.charCodeAt(end) !== 95) break;
    end++;
  }
  return letters > 0 ? end : -1;
}

function findHostEnd(text: string, i: number, limit: number): number {
  let end = i;
  while (end < limit) {
    const code = text.charCodeAt(end);
    if (isAsciiWord(code) || code === 95) end++;
    else if ((code === 46 || code === 45) && end + 1 < limit && isAsciiWord(text.charCodeAt(end + 1))) end++;
    else break;
  }
  return end > i ? end : -1;
}

function isAsciiWord(code: number): boolean {
  return (code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 122);
}

/** Characters that never stand in a URL: brackets of mark-up, quotation marks. */
function isUrlBarrier(code: number): boolean {
  return (
    code === 60 ||
    code === 62 ||
    code === 34 ||
    (code >= 0x2018 && code <= 0x201f) ||
    code === 0xab ||
    code === 0xbb
  );
}

function isTrailing(code: number): boolean {
  return (
    code === 46 ||
    code === 44 ||
    code === 59 ||
    code === 58 ||
    code === 33 ||
    code === 63 ||
    code === 39 ||
    code === 93 ||
    code === 125
  );
}
