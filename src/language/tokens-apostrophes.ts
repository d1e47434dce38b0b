/**
 * Apostrophes and single quotation marks that do not stand between two letters.
 *
 * In: a text, read in order paragraph by paragraph. Out: which is which. They are told apart by their
 * neighbours and by whether a single quotation mark stands open in the paragraph: "the states' troops", but
 * "'the states' and others"; "'90s", "'em" and "'tis" are words.
 * Limit: a plural genitive inside single quotation marks is seen only if another closing mark follows soon.
 */
import { classAt, DIGIT, isApostrophe, isLowerAt, isWordAt, LETTER, SPACE } from "./tokens-classes.js";
import { findRunEnd } from "./tokens-runs.js";

/** Elided words that begin with an apostrophe: "'em", "'til". */
const ELIDED = new Set("em til tis twas cause cuz bout n round nuff ere".split(" "));

/** Words that end in an apostrophe which is theirs. */
const CLIPPED = new Set(
  "o ol an th wi doin goin lookin nothin somethin talkin tryin gettin sayin comin".split(" "),
);

/** Clitics that badly spaced texts part from their word: "Chad 's", "ca n't". */
const CLITICS = new Set("s re ve ll m d nt".split(" "));

/** How far ahead a closing mark is looked for. */
const FAR = 300;

const GRAVE = 96;
const LEFT = 0x2018;
const RIGHT = 0x2019;

/** True for the characters that may be a single quotation mark. */
export function isSingleQuote(code: number): boolean {
  return code === 39 || code === RIGHT || code === LEFT || code === GRAVE || code === 0x201b;
}

/** Reads the apostrophes of one text, which must be asked about in order. */
export class ApostropheReader {
  /** True while a single quotation mark stands open in this paragraph. */
  private open = false;
  private paragraphEnd = 0;

  constructor(private readonly text: string) {}

  beginParagraph(end: number): void {
    this.open = false;
    this.paragraphEnd = end;
  }

  /** True if the apostrophe at `end` belongs to the word `text[i, end)`: "states'", "goin'". */
  endsWord(i: number, end: number, limit: number): boolean {
    const { text } = this;
    const code = text.charCodeAt(end);
    if (!isApostrophe(code) || code === LEFT || code === GRAVE) return false;
    if (end + 1 < limit && text.charCodeAt(end + 1) === 39) return false; // '' closes a quotation
    if (isSibilant(text.charCodeAt(end - 1))) return !this.open || this.closesLater(end + 1);
    return !this.open && end - i <= 9 && CLIPPED.has(text.slice(i, end).toLowerCase());
  }

  /** End of the token that begins with the mark at `i`; `before` is the end of the word before. */
  findEnd(i: number, chunk: number, limit: number, before: number): number {
    const { text } = this;
    const code = text.charCodeAt(i);
    if (i + 1 < limit && text.charCodeAt(i + 1) === code) return i + 2; // '' or ``
    const after = i + 1 < limit ? classAt(text, i + 1) : SPACE;
    const inside = after === LETTER || after === DIGIT;
    const opens = i === chunk || !isWordAt(text, i - 1);
    const word = opens && inside && code !== GRAVE ? this.findElidedEnd(i, chunk, limit, before) : -1;
    if (word > 0) return word;
    const closes = code === RIGHT ? this.open || !opens : i > chunk && this.open && !inside;
    if (closes) this.open = false;
    else if (opens && after !== SPACE && (inside || !isLowerAt(text, i + 1))) this.open = true;
    return i + 1;
  }

  /** End of a word that begins with its apostrophe, or -1: "'90s", "'em", "'n'". */
  private findElidedEnd(i: number, chunk: number, limit: number, before: number): number {
    const { text } = this;
    if (classAt(text, i + 1) === DIGIT) {
      if (text.charCodeAt(i) === LEFT && this.closesLater(i + 1)) return -1;
      const end = findRunEnd(text, i + 1, limit);
      if (end - i === 5 && isApostrophe(text.charCodeAt(i + 3))) return end; // '60's
      return end - i === 3 || (end - i === 4 && (text.charCodeAt(end - 1) | 32) === 115) ? end : -1;
    }
    const end = findRunEnd(text, i + 1, Math.min(limit, i + 8));
    const word = text.slice(i + 1, end).toLowerCase();
    const parted = i === chunk && !this.open && before === i - 1 && isWordAt(text, i - 2);
    if (parted && CLITICS.has(word)) return end;
    if (!ELIDED.has(word)) return -1;
    if (!isApostrophe(text.charCodeAt(end))) return end;
    return word === "n" && end < limit ? end + 1 : -1;
  }

  /** True if another closing single quotation mark follows soon in the paragraph. */
  private closesLater(from: number): boolean {
    const { text } = this;
    const limit = Math.min(this.paragraphEnd, from + FAR);
    for (let i = from; i < limit; i++) {
      const code = text.charCodeAt(i);
      if (code !== 39 && code !== RIGHT && code !== LEFT) continue;
      if (classAt(text, i - 1) === SPACE) return false;
      const after = i + 1 < this.paragraphEnd ? classAt(text, i + 1) : SPACE;
      if (after !== LETTER && after !== DIGIT) return true;
    }
    return false;
  }
}

/** True for the letters after which the genitive is a bare apostrophe. */
export function isSibilant(code: number): boolean {
  const lower = code | 32;
  return lower === 115 || lower === 122 || lower === 120;
}
