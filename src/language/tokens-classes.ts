/**
 * Character classes of UTF-16 code units, for the tokenizer's scanner.
 *
 * In: a code unit, or a text and an offset. Out: one of the small integers below. A table of 65,536
 * bytes is filled as characters are met (Unicode properties by the engine's own tables), so a class
 * costs one array read. Astral characters are classified by their code point; a lone surrogate is a
 * {@link SYMBOL}.
 */

/** White space, as the `\s` of ECMAScript sees it. */
export const SPACE = 1;
export const LETTER = 2;
/** Decimal digits and other numerals (superscripts, fractions, Roman numeral signs). */
export const DIGIT = 3;
/** Combining marks: they belong to the character before them. */
export const MARK = 4;
/** Invisible characters: direction marks, joiners, soft hyphens, byte order marks inside a text. */
export const FORMAT = 5;
/** Everything that is written and is none of the above. */
export const SYMBOL = 6;
/** First half of a surrogate pair: ask {@link classAt}. */
export const SURROGATE = 7;

const classes = new Uint8Array(0x10000);

/** Class of the code unit `code`; {@link SURROGATE} for both halves of a pair. */
export function classOf(code: number): number {
  if (classes[code] === 0) classes[code] = findClass(code);
  return classes[code];
}

/** Class of the character that begins at `i`. */
export function classAt(text: string, i: number): number {
  const code = text.charCodeAt(i);
  const known = classOf(code);
  if (known !== SURROGATE) return known;
  const point = text.codePointAt(i) as number;
  return point > 0xffff ? findClass(point) : SYMBOL;
}

/** Number of code units of the character that begins at `i`: 2 for a whole surrogate pair. */
export function widthAt(text: string, i: number): number {
  const code = text.charCodeAt(i);
  if (code < 0xd800 || code > 0xdbff) return 1;
  const next = text.charCodeAt(i + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}

/** True for letters, digits and marks, also astral ones. */
export function isWordAt(text: string, i: number): boolean {
  const kind = classAt(text, i);
  return kind === LETTER || kind === DIGIT || kind === MARK;
}

/** True for a letter at `i`. */
export function isLetterAt(text: string, i: number): boolean {
  return classAt(text, i) === LETTER;
}

/** True for an upper-case or title-case letter at `i`. */
export function isUpperAt(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (code < 128) return code >= 65 && code <= 90;
  return i < text.length && /^[\p{Lu}\p{Lt}]/u.test(text.slice(i, i + 2));
}

/** True for a lower-case letter at `i`. */
export function isLowerAt(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (code < 128) return code >= 97 && code <= 122;
  return i < text.length && /^\p{Ll}/u.test(text.slice(i, i + 2));
}

/** True for one of the ASCII digits. */
export function isDigitAt(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  return code >= 48 && code <= 57;
}

/** End of the ASCII digits from `i` on; no more than twelve are looked at. */
export function findDigitsEnd(text: string, i: number, limit: number): number {
  let end = i;
  while (end < limit && isDigitAt(text, end) && end - i < 12) end++;
  return end;
}

/** End of the letters from `i` on; no more than 24 are looked at. */
export function findLettersEnd(text: string, i: number, limit: number): number {
  let end = i;
  while (end < limit && classAt(text, end) === LETTER && end - i < 24) end++;
  return end;
}

/** True for one of the characters that end a line. */
export function isLineEnd(code: number): boolean {
  return code === 10 || code === 13 || code === 12 || code === 11 || code === 0x2028 || code === 0x2029;
}

/** True for the characters that are written for an apostrophe. */
export function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019 || code === 0x2018 || code === 0x201b || code === 96 || code === 0xb4;
}

function findClass(point: number): number {
  if (point >= 0xd800 && point <= 0xdfff) return SURROGATE;
  const char = String.fromCodePoint(point);
  if (/^\s$/.test(char)) return SPACE;
  if (/^\p{L}$/u.test(char)) return LETTER;
  if (/^\p{N}$/u.test(char)) return DIGIT;
  if (/^\p{M}$/u.test(char)) return MARK;
  if (/^\p{Cf}$/u.test(char)) return FORMAT;
  return SYMBOL;
}
