/**
 * Paragraphs as a reader sees them: in, a text; out, their spans, without the white space between them.
 *
 * A blank line parts two paragraphs. A single line break does so only beside a line too long to be a
 * wrapped one; otherwise it stays inside (verse, lists, text wrapped by hand). This decides how a page
 * is laid out and nothing else.
 */
import type { Span } from "../core/evidence.js";

/** Longest line, in characters, that counts as wrapped by hand: mail and wire copy wrap at 60 to 80. */
const LONGEST_WRAPPED_LINE = 100;

/** Spans of the paragraphs of `text`, in order; a text of white space alone has none. */
export function splitParagraphs(text: string): Span[] {
  const paragraphs: { start: number; end: number }[] = [];
  let before: { start: number; end: number } | undefined;
  let blank = false;
  for (const line of splitLines(text)) {
    if (line.start === line.end) {
      blank = true;
      continue;
    }
    const long = Math.max(length(line), before ? length(before) : 0) > LONGEST_WRAPPED_LINE;
    const last = paragraphs.at(-1);
    if (last === undefined || blank || long) paragraphs.push({ ...line });
    else last.end = line.end;
    before = line;
    blank = false;
  }
  return paragraphs;
}

/** Lines without the white space around them. */
function* splitLines(text: string): Generator<Span> {
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+|\r\n|[\r\n\u2028\u2029]/g)) {
    const start = match.index;
    if (/^[\r\n\u2028\u2029]/.test(match[0])) {
      const atLineStart = start === 0 || /[\r\n\u2028\u2029]/.test(text[start - 1]);
      if (atLineStart) yield { start, end: start };
      continue;
    }
    const lead = match[0].length - match[0].trimStart().length;
    const trimmed = match[0].trim();
    yield { start: start + lead, end: start + lead + trimmed.length };
  }
}

function length(span: Span): number {
  return span.end - span.start;
}
