/**
 * Where paragraphs end.
 *
 * In: a text. Out: the offset after each paragraph, the last one the text's length. A blank line always
 * ends one. A single line end does too, as news sites write, unless the document looks hard-wrapped:
 * most lines that are followed by another one end without a final mark, are at least
 * {@link SHORTEST_WRAPPED} characters long and nearly as long as the longest. Then a line ends a paragraph
 * only if it ends with a final mark though the next word would have found room, or if a bullet or an indented
 * line follows.
 */
import { isLineEnd, isLowerAt } from "./tokens-classes.js";

const SHORTEST_WRAPPED = 50;
const LONGEST_WRAPPED = 140;

/** Offsets one past each paragraph's last character (line ends and blank lines included), in order. */
export function findParagraphEnds(text: string): Int32Array {
  const lines = readLines(text);
  const wrapped = findWrapWidth(text, lines);
  const ends: number[] = [];
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i];
    const next = lines[i + 1];
    if (line.blank) continue;
    if (next.blank || wrapped === 0 || endsHere(text, line, next, wrapped)) ends.push(next.start);
  }
  ends.push(text.length);
  return Int32Array.from(ends);
}

interface Line {
  /** First character, white space included. */
  readonly start: number;
  /** First and one past the last character that is not white space; equal in a blank line. */
  readonly first: number;
  readonly last: number;
  readonly blank: boolean;
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    let end = start;
    while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
    let first = start;
    while (first < end && isBlank(text.charCodeAt(first))) first++;
    let last = end;
    while (last > first && isBlank(text.charCodeAt(last - 1))) last--;
    lines.push({ start, first, last, blank: first === last });
    if (end >= text.length) break;
    start = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
  return lines;
}

/** Width of the longest line if the document is hard-wrapped, else 0. */
function findWrapWidth(text: string, lines: readonly Line[]): number {
  let followed = 0;
  let open = 0;
  let goesOn = 0; // lines that begin with a lower-case letter, as a sentence's second line does
  let longest = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    if (lines[i].blank || lines[i + 1].blank) continue;
    followed++;
    longest = Math.max(longest, lines[i].last - lines[i].first);
    if (!isFinal(text, lines[i])) open++;
    if (isLowerAt(text, lines[i + 1].first)) goesOn++;
  }
  if (followed < 1 || longest < SHORTEST_WRAPPED || longest > LONGEST_WRAPPED || open < followed * 0.6)
    return 0;
  if (followed < 3 && goesOn < followed) return 0;
  let regular = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const width = lines[i].last - lines[i].first;
    if (!lines[i].blank && !lines[i + 1].blank && width >= SHORTEST_WRAPPED && width >= longest * 0.7)
      regular++;
  }
  return regular >= followed * 0.6 ? longest : 0;
}

function endsHere(text: string, line: Line, next: Line, wrapped: number): boolean {
  const code = text.charCodeAt(next.first);
  if (code === 0x2022 || ((code === 45 || code === 42) && text.charCodeAt(next.first + 1) === 32))
    return true;
  if (next.first - next.start > 1 && line.first - line.start <= 1) return true;
  let word = next.first;
  while (word < next.last && !isBlank(text.charCodeAt(word))) word++;
  return line.last - line.first + 1 + word - next.first <= wrapped && isFinal(text, line);
}

/** True if the line ends with a final mark, perhaps within closing quotation marks or brackets. */
function isFinal(text: string, line: Line): boolean {
  let i = line.last - 1;
  while (i > line.first && isCloser(text.charCodeAt(i))) i--;
  const code = text.charCodeAt(i);
  return code === 46 || code === 33 || code === 63 || code === 58 || code === 0x2026;
}

function isCloser(code: number): boolean {
  return (
    code === 34 ||
    code === 39 ||
    code === 41 ||
    code === 93 ||
    code === 0x201d ||
    code === 0x2019 ||
    code === 0xbb
  );
}

function isBlank(code: number): boolean {
  return (
    code === 32 ||
    code === 9 ||
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0x202f ||
    (code >= 0x2000 && code <= 0x200a)
  );
}
