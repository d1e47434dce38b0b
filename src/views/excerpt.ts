/**
 * The stretch of text to show around a place: in, a text and a span; out, the window that holds the span's
 * whole paragraphs where they are short, else so many characters on either side.
 */
import type { Span } from "../core/evidence.js";
import { splitParagraphs } from "./paragraphs.js";

/** Paragraphs up to this many characters are shown whole. */
const WHOLE = 1500;

/** Characters shown on either side of the span otherwise. */
const AROUND = 500;

/** A window over `text` around `span`, cut at no word if it can be helped and within no surrogate pair. */
export function findExcerpt(text: string, span: Span): Span {
  const start = Math.min(Math.max(span.start, 0), text.length);
  const end = Math.min(Math.max(span.end, start), text.length);
  const touched = splitParagraphs(text).filter((p) => p.start <= end && p.end >= start);
  const from = Math.min(start, touched[0]?.start ?? start);
  const to = Math.max(end, touched.at(-1)?.end ?? end);
  return {
    start: start - from <= WHOLE ? from : cutBefore(text, start - AROUND),
    end: to - end <= WHOLE ? to : cutAfter(text, end + AROUND),
  };
}

/** The span from the first to the last of `spans`; undefined for none. */
export function coverSpans(spans: readonly Span[]): Span | undefined {
  if (spans.length === 0) return undefined;
  return spans.reduce((a, b) => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }));
}

/** The nearest start of a word at or after `at`, looking no further than 40 characters. */
function cutBefore(text: string, at: number): number {
  const space = text.slice(at, at + 40).search(/\s/);
  return space >= 0 ? at + space + 1 : wholeCharacter(text, at);
}

/** The nearest end of a word at or before `at`, looking no further than 40 characters. */
function cutAfter(text: string, at: number): number {
  for (let i = at; i > at - 40; i--) if (/\s/.test(text[i])) return i;
  return wholeCharacter(text, at);
}

function wholeCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at]) ? at + 1 : at;
}
