/**
 * The lines of a text that hold something, with their places.
 *
 * In: a text. Out: its non-blank lines without the white space around them. Line ends are LF, CR, CRLF,
 * U+2028 and U+2029. News texts write one paragraph a line, or wrap paragraphs at a fixed width.
 */
import type { Span } from "../core/evidence.js";

/** One non-blank line: `text` is `article.slice(start, end)`, trimmed. */
export interface Line extends Span {
  readonly text: string;
  /** True where a blank line (or the start of the text) stands before it. */
  readonly opensBlock: boolean;
}

/** All non-blank lines in order. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let opensBlock = true;
  let at = 0;
  while (at < text.length) {
    let stop = at;
    while (stop < text.length && !isLineEnd(text.charCodeAt(stop))) stop++;
    const raw = text.slice(at, stop);
    const trimmed = raw.trim();
    if (trimmed === "") {
      opensBlock = true;
    } else {
      const start = at + raw.indexOf(trimmed);
      lines.push({ text: trimmed, start, end: start + trimmed.length, opensBlock });
      opensBlock = false;
    }
    at = stop + (text.charCodeAt(stop) === 13 && text.charCodeAt(stop + 1) === 10 ? 2 : 1);
  }
  return lines;
}

/**
 * True if paragraphs are wrapped at a fixed width: most lines that another follows directly break off
 * in the middle of a sentence, and none is long.
 */
export function isHardWrapped(lines: readonly Line[]): boolean {
  let followed = 0;
  let broken = 0;
  let starts = 0;
  for (let i = 0; i + 1 < lines.length && followed < 200; i++) {
    if (lines[i + 1].opensBlock) continue;
    followed++;
    if (lines[i].text.length > 100) return false;
    if (!/[.!?:"”’'»)\]]$/u.test(lines[i].text)) broken++;
    if (/^\p{Ll}/u.test(lines[i + 1].text)) starts++;
  }
  return followed >= 2 && broken * 2 > followed && starts * 3 > followed;
}

/** 1-based line and column of a character of the text. */
export function locate(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let from = 0;
  for (let i = 0; i < offset; i++) {
    if (text.charCodeAt(i) === 10) {
      line++;
      from = i + 1;
    }
  }
  return { line, column: offset - from + 1 };
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13 || code === 0x2028 || code === 0x2029;
}
