/** Where the parts of a statement stand: words as spans of the text, quotations without their marks. */
import type { Span } from "../core/evidence.js";
import { type AttributionView, OUTSIDE } from "./attribution-view.js";
import type { Quotation } from "./quotations.js";

/** Runs of words as spans: a gap of punctuation alone does not break a run; edges carry no stray punctuation. */
export function spansOfWords(view: AttributionView, words: readonly number[]): Span[] {
  const spans: Span[] = [];
  let runStart = -1;
  let runEnd = -1;
  const close = () => {
    let a = runStart;
    let b = runEnd;
    while (a < b && view.isPunctuation[a] && !opensSomething(view, a)) a++;
    while (
      b > a &&
      view.isPunctuation[b] &&
      view.quote[b] === OUTSIDE &&
      !/[)\]%]/.test(view.doc.text[view.doc.start[b]])
    )
      b--;
    if (a < b || !view.isPunctuation[a]) spans.push({ start: view.doc.start[a], end: view.doc.end[b] });
  };
  for (const i of words) {
    let joins = runStart >= 0;
    for (let k = runEnd + 1; joins && k < i; k++) if (!view.isPunctuation[k]) joins = false;
    if (joins) runEnd = i;
    else {
      if (runStart >= 0) close();
      runStart = i;
      runEnd = i;
    }
  }
  if (runStart >= 0) close();
  return spans;
}

function opensSomething(view: AttributionView, i: number): boolean {
  return view.quote[i] !== OUTSIDE || /[([$€£]/.test(view.doc.text[view.doc.start[i]]);
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
