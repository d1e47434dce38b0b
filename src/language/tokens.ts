/**
 * Words of a text: Universal Dependencies' tokens and syntactic words, with exact offsets.
 *
 * In: a text and where its paragraphs end. Out: columns of starts, ends and `joined` flags (see doc.ts).
 * Method: one pass of a hand-written scanner over character classes, no regular expression over the
 * text, bounded look-ahead, so time grows with length only. Conventions: UD English EWT 2.16.
 * Single quotation marks and apostrophes are told apart by their neighbours and by whether one stands
 * open in the paragraph.
 */
import {
  classAt,
  DIGIT,
  FORMAT,
  isApostrophe,
  isLowerAt,
  isWordAt,
  LETTER,
  MARK,
  SPACE,
  SYMBOL,
  widthAt,
} from "./tokens-classes.js";
import { findSecondWord } from "./tokens-contractions.js";
import { findEmailEnd, findLocalEnd, findTagEnd, findUrlEnd } from "./tokens-links.js";
import { findRunEnd } from "./tokens-runs.js";

/** Words of one text in columns; the arrays may be longer than `length`. */
export interface TokenColumns {
  start: Int32Array;
  end: Int32Array;
  joined: Uint8Array;
  length: number;
}

const EMOTICONS = new Set(
  ":) :( :-) :-( ;) ;-) :D :-D :P :-P :p =) =( (: ): :/ :-/ :| :o :O ^_^ ^^ <3 </3 xD XD :'( -_- o_O".split(
    " ",
  ),
);

/** Elided words that begin with an apostrophe: "'em", "'til". */
const ELIDED = new Set("em til tis twas cause cuz bout n round nuff ere".split(" "));

/** Words that end in an apostrophe which is theirs. */
const CLIPPED = new Set(
  "o ol an th wi doin goin lookin nothin somethin talkin tryin gettin sayin comin".split(" "),
);

/** Clitics that badly spaced texts part from their word: "Chad 's", "ca n't". */
const CLITICS = new Set("s re ve ll m d nt".split(" "));

/** Words of `text`; `paragraphEnds` are offsets, in order, the last one `text.length`. */
export function scanTokens(text: string, paragraphEnds: Int32Array): TokenColumns {
  const scanner = new Scanner(text);
  let start = 0;
  for (const end of paragraphEnds) {
    scanner.scanParagraph(start, end);
    start = end;
  }
  return scanner.columns;
}

class Scanner {
  readonly columns: TokenColumns;
  private readonly text: string;
  /** True while a single quotation mark stands open in this paragraph. */
  private quoteOpen = false;
  private paragraphEnd = 0;
  /** End of the last stretch of e-mail characters looked at, so that none is walked twice. */
  private localEnd = 0;

  constructor(text: string) {
    this.text = text;
    const room = 16 + Math.ceil(text.length / 4);
    this.columns = {
      start: new Int32Array(room),
      end: new Int32Array(room),
      joined: new Uint8Array(room),
      length: 0,
    };
  }

  scanParagraph(start: number, end: number): void {
    this.quoteOpen = false;
    this.paragraphEnd = end;
    const { text } = this;
    let i = start;
    while (i < end) {
      if (classAt(text, i) === SPACE) {
        i++;
        continue;
      }
      let limit = i + 1;
      while (limit < end && classAt(text, limit) !== SPACE) limit++;
      this.scanChunk(i, limit);
      i = limit;
    }
  }

  /** Tokens of a stretch without white space. */
  private scanChunk(start: number, limit: number): void {
    const { text } = this;
    if (limit - start <= 4 && limit - start > 1 && EMOTICONS.has(text.slice(start, limit))) {
      this.add(start, limit);
      return;
    }
    if (limit - start > 1 && this.isRule(start, limit)) {
      this.add(start, limit);
      return;
    }
    let i = start;
    let from = start; // invisible characters before a token belong to it
    while (i < limit) {
      const kind = classAt(text, i);
      if (kind === FORMAT) {
        i++;
        continue;
      }
      if (kind === MARK && from === i && i > start) {
        i = from = this.extend(i + widthAt(text, i));
        continue;
      }
      const end = kind === SYMBOL ? this.findSymbolEnd(i, start, limit) : this.findWordEnd(i, limit);
      if (kind !== SYMBOL || isWordAt(text, end - 1)) this.addWord(from, end);
      else this.add(from, end);
      i = from = end;
    }
    if (from < limit) {
      if (from > start) this.extend(limit);
      else this.add(from, limit);
    }
  }

  /** A line drawn with characters: "-----", "*~*~*", "|---+---|". */
  private isRule(start: number, limit: number): boolean {
    for (let i = start; i < limit; i++) {
      const code = this.text.charCodeAt(i);
      const drawn = code === 45 || code === 61 || code === 42 || code === 95 || code === 126 || code === 43;
      if (!drawn && code !== 124 && code !== 60 && code !== 62 && code !== 35 && code !== 125 && code !== 123)
        return false;
    }
    return true;
  }

  private findWordEnd(i: number, limit: number): number {
    const { text } = this;
    const url = findUrlEnd(text, i, limit);
    if (url > 0) return url;
    if (i >= this.localEnd) this.localEnd = findLocalEnd(text, i, limit);
    if (text.charCodeAt(this.localEnd) === 64 && this.localEnd < limit) {
      const email = findEmailEnd(text, i, this.localEnd, limit);
      if (email > 0) return email;
    }
    const end = findRunEnd(text, i, limit);
    const code = text.charCodeAt(end);
    if (end < limit && code === 36 && end - i <= 3 && /^[A-Z]{1,3}$/.test(text.slice(i, end))) return end + 1; // "US$"
    if (
      end < limit &&
      isApostrophe(code) &&
      code !== 0x2018 &&
      code !== 96 &&
      this.ownsApostrophe(i, end, limit)
    )
      return end + 1;
    if (end < limit && code === 47 && end + 1 === limit && text.slice(i, end) === "w") return limit;
    return end;
  }

  /** True if the apostrophe at `end` ends the word `text[i, end)`: "states'", "goin'". */
  private ownsApostrophe(i: number, end: number, limit: number): boolean {
    const { text } = this;
    if (end + 1 < limit && text.charCodeAt(end + 1) === 39) return false; // '' closes a quotation
    const last = text.charCodeAt(end - 1) | 32;
    if (last !== 115 && last !== 122 && last !== 120) {
      return !this.quoteOpen && end - i <= 9 && CLIPPED.has(text.slice(i, end).toLowerCase());
    }
    return !this.quoteOpen || this.closesLater(end + 1);
  }

  /** True if another closing single quotation mark follows soon in the paragraph. */
  private closesLater(from: number): boolean {
    const { text } = this;
    const limit = Math.min(this.paragraphEnd, from + 300);
    for (let i = from; i < limit; i++) {
      const code = text.charCodeAt(i);
      if (code !== 39 && code !== 0x2019 && code !== 0x2018) continue;
      const before = classAt(text, i - 1);
      const after = i + 1 < this.paragraphEnd ? classAt(text, i + 1) : SPACE;
      if (before === SPACE) return false;
      if (after !== LETTER && after !== DIGIT) return true;
    }
    return false;
  }

  private findSymbolEnd(i: number, chunk: number, limit: number): number {
    const { text } = this;
    const code = text.charCodeAt(i);
    if (code === 39 || code === 0x2019 || code === 0x2018 || code === 96 || code === 0x201b) {
      return this.findQuoteEnd(i, chunk, limit);
    }
    if (code === 46 || code === 33 || code === 63 || code === 0x2026)
      return this.findStopsEnd(i, chunk, limit);
    if ((code === 64 || code === 35) && i + 1 < limit && isWordAt(text, i + 1)) {
      const tag = findTagEnd(text, i, limit);
      if (tag > 0) return tag;
    }
    if ((code === 43 || code === 45) && i === chunk && i + 1 < limit && classAt(text, i + 1) === DIGIT) {
      if (code === 43) return findRunEnd(text, i + 1, limit);
    }
    if (i === chunk && (code === 58 || code === 59) && i + 1 < limit) {
      const mouth = text.charCodeAt(i + 1) === 45 ? i + 2 : i + 1;
      const shape = mouth < limit ? text.charCodeAt(mouth) : 0;
      if (shape === 40 || shape === 41) return mouth + 1; // ":-)."
    }
    // Runs of one sign: "--", "***", "<<".
    if (
      code === 45 ||
      code === 42 ||
      code === 95 ||
      code === 61 ||
      code === 126 ||
      code === 43 ||
      code === 60 ||
      code === 62
    ) {
      let end = i + 1;
      while (end < limit && text.charCodeAt(end) === code) end++;
      return end;
    }
    return this.findGlyphEnd(i, limit);
  }

  /** One written sign; an emoji with its modifiers, or a flag of two letters. */
  private findGlyphEnd(i: number, limit: number): number {
    const { text } = this;
    let end = i + widthAt(text, i);
    const point = text.codePointAt(i) as number;
    if (point < 0x2190) return end;
    if (point >= 0x1f1e6 && point <= 0x1f1ff) {
      const second = end < limit ? (text.codePointAt(end) as number) : 0;
      return second >= 0x1f1e6 && second <= 0x1f1ff ? end + 2 : end;
    }
    while (end < limit) {
      const next = text.codePointAt(end) as number;
      if (next === 0xfe0f || next === 0x20e3) end += 1;
      else if (next >= 0x1f3fb && next <= 0x1f3ff) end += 2;
      else if (next === 0x200d && end + 1 < limit && classAt(text, end + 1) === SYMBOL)
        end += 1 + widthAt(text, end + 1);
      else break;
    }
    return end;
  }

  /** "...", "?!", "….": a run of final marks is one token; ".5" is a number. */
  private findStopsEnd(i: number, chunk: number, limit: number): number {
    const { text } = this;
    if (text.charCodeAt(i) === 46 && i === chunk && i + 1 < limit && classAt(text, i + 1) === DIGIT) {
      return findRunEnd(text, i + 1, limit);
    }
    let end = i + 1;
    let dots = isDot(text.charCodeAt(i)) && end < limit && isDot(text.charCodeAt(end));
    while (end < limit) {
      const code = text.charCodeAt(end);
      if (!isDot(code) && (dots || (code !== 33 && code !== 63))) break;
      dots = dots && isDot(code);
      end++;
    }
    return end;
  }

  /** An apostrophe or single quotation mark that is not inside a word. */
  private findQuoteEnd(i: number, chunk: number, limit: number): number {
    const { text } = this;
    const code = text.charCodeAt(i);
    const next = i + 1 < limit ? text.charCodeAt(i + 1) : 0;
    if (next === code) return i + 2; // '' or ``
    const after = i + 1 < limit ? classAt(text, i + 1) : SPACE;
    const opens = i === chunk || !isWordAt(text, i - 1);
    if (opens && (after === LETTER || after === DIGIT) && code !== 96) {
      if (after === DIGIT && (code !== 0x2018 || !this.closesLater(i + 1))) {
        const end = findRunEnd(text, i + 1, limit);
        if (end - i === 5 && isApostrophe(text.charCodeAt(i + 3))) return end; // '60's
        if (end - i === 3 || (end - i === 4 && (text.charCodeAt(end - 1) | 32) === 115)) return end; // '90s, ’72
      } else if (after === LETTER) {
        const end = findRunEnd(text, i + 1, Math.min(limit, i + 8));
        if (this.isDetached(i, end, chunk)) return end;
        if (ELIDED.has(text.slice(i + 1, end).toLowerCase()) && !isApostrophe(text.charCodeAt(end)))
          return end;
      }
    }
    const isClosing =
      code === 0x2019
        ? this.quoteOpen || !opens
        : i > chunk && this.quoteOpen && after !== LETTER && after !== DIGIT;
    if (isClosing) {
      this.quoteOpen = false;
    } else if (opens && after !== SPACE && (after === LETTER || after === DIGIT || !isLowerAt(text, i + 1))) {
      this.quoteOpen = true;
    }
    return i + 1;
  }

  /** True for a clitic that a space parts from its word: "Chad 's". */
  private isDetached(i: number, end: number, chunk: number): boolean {
    const before = this.columns.length - 1;
    if (i !== chunk || this.quoteOpen || before < 0 || this.columns.end[before] !== i - 1) return false;
    return isWordAt(this.text, i - 2) && CLITICS.has(this.text.slice(i + 1, end).toLowerCase());
  }

  private addWord(start: number, end: number): void {
    const { text } = this;
    let bare = true;
    for (let i = end - 1, floor = Math.max(start, end - 4); i >= floor; i--) {
      if (isApostrophe(text.charCodeAt(i))) {
        bare = false;
        break;
      }
    }
    if (!bare && isApostrophe(text.charCodeAt(end - 1)) && end - start > 1) {
      const last = text.charCodeAt(end - 2) | 32;
      this.add(start, last === 115 || last === 122 || last === 120 ? end - 1 : end);
      if (last === 115 || last === 122 || last === 120) this.add(end - 1, end, 1);
      return;
    }
    const second = findSecondWord(text, start, end, bare);
    if (second < 0) {
      this.add(start, end);
    } else {
      this.add(start, second);
      this.add(second, end, 1);
    }
  }

  private add(start: number, end: number, joined = 0): void {
    const { columns } = this;
    const i = columns.length;
    if (i === columns.start.length) this.grow();
    columns.start[i] = start;
    columns.end[i] = end;
    columns.joined[i] = joined;
    columns.length = i + 1;
  }

  /** Lets the last token reach to `end`. */
  private extend(end: number): number {
    this.columns.end[this.columns.length - 1] = end;
    return end;
  }

  private grow(): void {
    const { columns } = this;
    const room = columns.start.length * 2;
    const start = new Int32Array(room);
    const end = new Int32Array(room);
    const joined = new Uint8Array(room);
    start.set(columns.start);
    end.set(columns.end);
    joined.set(columns.joined);
    columns.start = start;
    columns.end = end;
    columns.joined = joined;
  }
}

function isDot(code: number): boolean {
  return code === 46 || code === 0x2026;
}
