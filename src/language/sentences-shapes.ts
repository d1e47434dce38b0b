/**
 * Shapes of words: the little of each word that tells where sentences end.
 *
 * In: words in columns. Out: for each word one of the shapes below and a hash of its form. Quotation marks are
 * told to open or close by the white space around them, whatever their form.
 */
import { classAt, DIGIT, isLowerAt, isUpperAt, LETTER } from "./tokens-classes.js";

/** What the sentence splitter needs to know of the words; the arrays may be longer than `length`. */
export interface WordColumns {
  readonly text: string;
  readonly length: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly joined: Uint8Array;
}

/** Shapes of words. */
export const LOWER = 1;
export const CAPITALISED = 2;
export const SHOUTED = 3;
export const LONE_CAPITAL = 4;
export const NUMBER = 5;
export const ABBREVIATION = 6;
export const INITIAL = 7;
export const STOP = 8;
export const QUESTION = 9;
export const ELLIPSIS = 10;
export const COMMA = 11;
export const SEMICOLON = 12;
export const COLON = 13;
export const DASH = 14;
export const OPEN_QUOTE = 15;
export const CLOSE_QUOTE = 16;
export const STRAIGHT_QUOTE = 17;
export const OPEN_BRACKET = 18;
export const CLOSE_BRACKET = 19;
export const SINGLE_QUOTE = 20;
export const ADDRESS = 21;
export const LINE = 22;
export const OTHER_SIGN = 23;
export const CLITIC = 24;
/** No word: beyond the paragraph. */
export const OUTSIDE = 0;

/** Shapes and form hashes of all words. */
export interface WordShapes {
  readonly shape: Uint8Array;
  readonly hash: Int32Array;
}

/** Shapes and hashes of `words`. */
export function readShapes(words: WordColumns): WordShapes {
  const shape = new Uint8Array(words.length);
  const hash = new Int32Array(words.length);
  for (let i = 0; i < words.length; i++) {
    shape[i] = findShape(words, i);
    if (shape[i] === STOP && i > 0 && isSpacedStop(words, shape, i)) shape[i] = ELLIPSIS;
    hash[i] = hashForm(words, i);
  }
  return { shape, hash };
}

/** True for the shapes of closing quotation marks and brackets. */
export function isClosing(shape: number): boolean {
  return (
    shape === CLOSE_QUOTE || shape === STRAIGHT_QUOTE || shape === CLOSE_BRACKET || shape === SINGLE_QUOTE
  );
}

/** True for the shapes of opening quotation marks and brackets. */
export function isOpening(shape: number): boolean {
  return shape === OPEN_QUOTE || shape === STRAIGHT_QUOTE || shape === OPEN_BRACKET || shape === SINGLE_QUOTE;
}

function findShape(words: WordColumns, i: number): number {
  const { text } = words;
  const start = words.start[i];
  const end = words.end[i];
  const kind = classAt(text, start);
  if (kind === LETTER) return findWordShape(text, start, end);
  if (kind === DIGIT) return NUMBER;
  return findSignShape(words, i, start, end);
}

/** The third period of ". . ." */
function isSpacedStop(words: WordColumns, shape: Uint8Array, i: number): boolean {
  return (shape[i - 1] === STOP || shape[i - 1] === ELLIPSIS) && words.start[i] > words.end[i - 1];
}

/**
 * Shape of a quotation mark: by what stands on either side, whatever its form, since texts write ”so" and
 * „so“; where that does not tell, by its form. Further quotation marks beside it are looked through.
 */
function findQuoteShape(words: WordColumns, i: number, byForm: number): number {
  const { text, start, end, length } = words;
  let first = i;
  while (first > 0 && start[first] === end[first - 1] && isQuote(text, start[first - 1]) && i - first < 3)
    first--;
  let last = i;
  while (last + 1 < length && start[last + 1] === end[last] && isQuote(text, start[last + 1]) && last - i < 3)
    last++;
  const before = first === 0 || start[first] > end[first - 1] || isOneOf("([{—–-", text, end[first - 1] - 1);
  const after = last + 1 >= length || start[last + 1] > end[last] || isOneOf(")]},;:", text, start[last + 1]);
  if (before === after) return byForm;
  return before ? OPEN_QUOTE : CLOSE_QUOTE;
}

function isQuote(text: string, i: number): boolean {
  return isOneOf("\"'`’‘“”„«»", text, i);
}

function isOneOf(signs: string, text: string, i: number): boolean {
  return signs.includes(text[i]);
}

function findWordShape(text: string, start: number, end: number): number {
  const length = end - start;
  if (text.charCodeAt(end - 1) === 46) {
    if (length === 2) return INITIAL;
    return ABBREVIATION;
  }
  if (!isUpperAt(text, start)) return isLowerAt(text, start) ? LOWER : CAPITALISED;
  if (length === 1) return LONE_CAPITAL;
  return isUpperAt(text, start + 1) && isUpperAt(text, end - 1) ? SHOUTED : CAPITALISED;
}

function findSignShape(words: WordColumns, i: number, start: number, end: number): number {
  const { text } = words;
  const code = text.charCodeAt(start);
  const length = end - start;
  switch (code) {
    case 46:
      return length === 1 ? STOP : text.charCodeAt(end - 1) === 46 ? ELLIPSIS : QUESTION;
    case 0x2026:
      return ELLIPSIS;
    case 33:
    case 63:
      return QUESTION;
    case 44:
      return COMMA;
    case 59:
      return length === 1 ? SEMICOLON : OTHER_SIGN;
    case 58:
      return length === 1 ? COLON : OTHER_SIGN;
    case 45:
    case 0x2013:
    case 0x2014:
    case 0x2012:
    case 0x2015:
      return length < 4 ? DASH : LINE;
    case 34:
      return findQuoteShape(words, i, STRAIGHT_QUOTE);
    case 0x201c:
    case 0x201e:
    case 0xab:
      return findQuoteShape(words, i, OPEN_QUOTE);
    case 0x201d:
    case 0xbb:
      return findQuoteShape(words, i, CLOSE_QUOTE);
    case 39:
    case 0x2019:
    case 0x2018:
    case 96:
      if (length === 1) return findQuoteShape(words, i, SINGLE_QUOTE);
      return length === 2 && !isLetterOrDigit(text, start + 1)
        ? findQuoteShape(words, i, STRAIGHT_QUOTE)
        : CLITIC;
    case 40:
    case 91:
    case 123:
      return OPEN_BRACKET;
    case 41:
    case 93:
    case 125:
      return CLOSE_BRACKET;
    case 95:
    case 42:
    case 61:
    case 126:
      return length > 2 ? LINE : OTHER_SIGN;
    default:
      return code === 64 || code === 35 ? ADDRESS : OTHER_SIGN;
  }
}

function isLetterOrDigit(text: string, i: number): boolean {
  const kind = classAt(text, i);
  return kind === LETTER || kind === DIGIT;
}

/** FNV-1a over the lower-cased characters; a number counts by its digits' count, an address as one word. */
function hashForm(words: WordColumns, i: number): number {
  const { text } = words;
  const start = words.start[i];
  const end = Math.min(words.end[i], start + 24);
  let x = 0x811c9dc5;
  for (let at = start; at < end; at++) {
    let code = text.charCodeAt(at);
    if (code >= 65 && code <= 90) code |= 32;
    else if (code >= 48 && code <= 57) code = 48;
    else if (code === 0x2019 || code === 0x2018) code = 39;
    x = Math.imul(x ^ code, 0x01000193);
  }
  return x | 0;
}
