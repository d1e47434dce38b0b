/** Where the parts of a statement stand: words as spans of the text, quotations without their marks. */
import type { Span } from "../core/evidence.js";
import { type AttributionView, OUTSIDE } from "./attribution-view.js";
import type { Quotation } from "./quotations.js";

/** Runs of words as spans: a gap of punctuation alone does not break a run; edges carry no stray punctuation. */
export function spansOfWords(view: AttributionView, words: readonly number[]): Span[] {
  const spans: Span[] = [];
  if (words.length === 0) return spans;
  let from = words[0];
  let to = from;
  for (const i of words) {
    for (let k = to + 1; k < i; k++) {
      if (view.isPunctuation[k] === 1) continue;
      addRun(view, from, to, spans);
      from = i;
      break;
    }
    to = i;
  }
  addRun(view, from, to, spans);
  return spans;
}

/** Adds words `from` to `to` (both included) without stray punctuation at the edges; nothing for punctuation alone. */
function addRun(view: AttributionView, from: number, to: number, spans: Span[]): void {
  let a = from;
  let b = to;
  while (a < b && view.isPunctuation[a] && !opensSomething(view, a)) a++;
  while (b > a && view.isPunctuation[b] && !closesSomething(view, b)) b--;
  if (a < b || !view.isPunctuation[a]) spans.push({ start: view.doc.start[a], end: view.doc.end[b] });
}

function closesSomething(view: AttributionView, i: number): boolean {
  return view.quote[i] !== OUTSIDE || ")]%".includes(view.doc.text[view.doc.start[i]]);
}

function opensSomething(view: AttributionView, i: number): boolean {
  return view.quote[i] !== OUTSIDE || "([$€£".includes(view.doc.text[view.doc.start[i]]);
}

/** What stands inside a quotation, without white space at its edges and without the comma that leads to the cue. */
export function spansOfQuotation(text: string, { inside }: Quotation): Span[] {
  return inside.map((span) => trim(text, span));
}

function trim(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text[start])) start++;
  while (end > start && /[\s,]/.test(text[end - 1])) end--;
  return { start, end };
}
