/**
 * Words of a text: Universal Dependencies' tokens and syntactic words, with exact offsets.
 *
 * In: a text and where its paragraphs end. Out: columns of starts, ends and `joined` flags (see doc.ts).
 * Method: one pass of a hand-written scanner over character classes, no regular expression over the
 * text, bounded look-ahead, so time grows with length only. Conventions: UD English EWT 2.16.
 */
import { ApostropheReader, isSibilant, isSingleQuote } from "./tokens-apostrophes.js";
import {
  classAt,
  FORMAT,
  isApostrophe,
  isUpperAt,
  isWordAt,
  MARK,
  SPACE,
  SYMBOL,
  widthAt,
} from "./tokens-classes.js";
import { TokenColumns } from "./tokens-columns.js";
import { findSecondWord } from "./tokens-contractions.js";
import { findEmailEnd, findLocalEnd, findTagEnd, findUrlEnd } from "./tokens-links.js";
import { findRunEnd } from "./tokens-runs.js";
import { findSignEnd, isDrawing } from "./tokens-signs.js";

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
  private readonly apostrophes: ApostropheReader;
  /** End of the last stretch of e-mail characters looked at, so that none is walked twice. */
  private localEnd = 0;

  constructor(private readonly text: string) {
    this.columns = new TokenColumns(16 + Math.ceil(text.length / 4));
    this.apostrophes = new ApostropheReader(text);
  }

  scanParagraph(start: number, end: number): void {
    const { text } = this;
    this.apostrophes.beginParagraph(end);
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
    const { text, columns } = this;
    if (isDrawing(text, start, limit)) {
      columns.add(start, limit);
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
        i = from = i + widthAt(text, i);
        columns.extendLast(i);
        continue;
      }
      const end = kind === SYMBOL ? this.findSymbolEnd(i, start, limit) : this.findWordEnd(i, limit);
      if (kind !== SYMBOL || isWordAt(text, end - 1)) this.addWord(from, end);
      else columns.add(from, end);
      i = from = end;
    }
    if (from === limit) return;
    if (from > start) columns.extendLast(limit);
    else columns.add(from, limit);
  }

  private findSymbolEnd(i: number, chunk: number, limit: number): number {
    const { text, columns } = this;
    const code = text.charCodeAt(i);
    if (isSingleQuote(code)) {
      const before = columns.length > 0 ? columns.end[columns.length - 1] : -1;
      return this.apostrophes.findEnd(i, chunk, limit, before);
    }
    if ((code === 64 || code === 35) && i + 1 < limit && isWordAt(text, i + 1)) {
      const tag = findTagEnd(text, i, limit);
      if (tag > 0) return tag;
    }
    return findSignEnd(text, i, chunk, limit);
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
    if (end === limit) return end;
    const code = text.charCodeAt(end);
    if (code === 36 && end - i <= 3 && isUpperAt(text, i) && isUpperAt(text, end - 1)) return end + 1; // US$
    if (code === 47 && end + 1 === limit && end - i === 1 && text[i] === "w") return limit; // w/
    return this.apostrophes.endsWord(i, end, limit) ? end + 1 : end;
  }

  /** Adds a written word as its syntactic words. */
  private addWord(start: number, end: number): void {
    const { text, columns } = this;
    if (end - start > 1 && isApostrophe(text.charCodeAt(end - 1))) {
      if (isSibilant(text.charCodeAt(end - 2))) {
        columns.add(start, end - 1);
        columns.add(end - 1, end, 1);
      } else columns.add(start, end);
      return;
    }
    const second = findSecondWord(text, start, end);
    columns.add(start, second < 0 ? end : second);
    if (second > 0) columns.add(second, end, 1);
  }
}
