/**
 * What a quotation is: somebody's speech, a fragment of it, or a word held at arm's length.
 *
 * `speech` has a verb and stands as a sentence or a clause; `fragment` is part of the author's sentence
 * ("an 'important and fair' step"); `scare` is a name or a word that the author does not want to own
 * (so-called "elections", the "Pact").
 */
import { firstWordFrom, UPOS } from "../language/doc.js";
import type { AttributionView } from "./attribution-view.js";
import type { Quotation } from "./quotations.js";

export type QuotationKind = "speech" | "fragment" | "scare";

/** Words before a mark that announce a name or a word, not speech. */
const NAMING = new Set([
  "so-called",
  "called",
  "self-styled",
  "self-proclaimed",
  "self-declared",
  "named",
  "dubbed",
  "nicknamed",
  "titled",
  "entitled",
  "labelled",
  "labeled",
  "termed",
  "word",
  "words",
  "term",
  "phrase",
  "codenamed",
  "code-named",
  "known",
]);

/** Longest scare quotation without a naming word before it, in words. */
const LONGEST_SCARE = 2;
/** Shortest speech, in words, unless it fills its paragraph. */
const SHORTEST_SPEECH = 4;

const VERB = UPOS.indexOf("VERB");
const AUX = UPOS.indexOf("AUX");
const NOUN = UPOS.indexOf("NOUN");
const DET = UPOS.indexOf("DET");

/** Words of the quotation: index of the first and one past the last, marks included. */
export function wordsOfQuotation(view: AttributionView, quotation: Quotation): { from: number; to: number } {
  return {
    from: firstWordFrom(view.doc, quotation.outer.start),
    to: firstWordFrom(view.doc, quotation.outer.end),
  };
}

export function classifyQuotation(view: AttributionView, quotation: Quotation): QuotationKind {
  const { doc } = view;
  const { from, to } = wordsOfQuotation(view, quotation);
  let words = 0;
  let hasVerb = false;
  for (let i = from; i < to; i++) {
    if (view.isPunctuation[i]) continue;
    words++;
    if (doc.upos[i] === VERB || doc.upos[i] === AUX) hasVerb = true;
  }
  const before = from > 0 && sameParagraph(view, from - 1, from) ? from - 1 : -1;
  if (before >= 0 && isNaming(view, before)) return "scare";
  if (before < 0 && (to >= doc.length || !sameParagraph(view, to - 1, to)))
    return words > 0 ? "speech" : "scare";
  const introduced = before >= 0 && /[:,]/.test(doc.text[doc.start[before]]);
  if (hasVerb && (words >= SHORTEST_SPEECH || introduced)) return "speech";
  if (
    words >= 2 &&
    introduced &&
    /[.!?,]$/.test(doc.text.slice(doc.start[from], quotation.inside.at(-1)?.end))
  )
    return "speech";
  return words <= LONGEST_SCARE ? "scare" : "fragment";
}

/**
 * True for a `scare` quotation that is none of a speaker's words even in what he is said to have said: a naming word
 * other than the cue stands before it (so-called "elections"), it is a name (Operation "Iron Gate"), or one noun behind
 * its determiner (the "elections"). Else marks around a word or two ("was “absurd”") quote the speaker.
 */
export function isHeldApart(view: AttributionView, quotation: Quotation, cue: readonly number[]): boolean {
  const { from, to } = wordsOfQuotation(view, quotation);
  if (from > 0 && !cue.includes(from - 1) && isNaming(view, from - 1)) return true;
  let words = 0;
  let names = 0;
  let nouns = 0;
  for (let i = from; i < to; i++) {
    if (view.isPunctuation[i] === 1) continue;
    words++;
    if (view.caps[i] > 0) names++;
    if (view.doc.upos[i] === NOUN) nouns++;
  }
  return names === words || (words === 1 && nouns === 1 && from > 0 && view.doc.upos[from - 1] === DET);
}

function isNaming(view: AttributionView, i: number): boolean {
  const { doc } = view;
  const lower = (k: number) => (k < 0 ? "" : doc.text.slice(doc.start[k], doc.end[k]).toLowerCase());
  if (NAMING.has(lower(i))) return true;
  // "so - called" in three words, "known as", "referred to as", "what it calls".
  if (lower(i) === "as") return NAMING.has(lower(i - 1)) || lower(i - 1) === "to";
  return false;
}

function sameParagraph(view: AttributionView, a: number, b: number): boolean {
  const gap = view.doc.text.slice(view.doc.end[a], view.doc.start[b]);
  if (!/[\r\n\u2028\u2029]/.test(gap)) return true;
  return paragraphOf(view, a) === paragraphOf(view, b);
}

/** Index of the paragraph that word `i` lies in. */
export function paragraphOf(view: AttributionView, i: number): number {
  const { paragraph } = view.doc;
  const s = view.sentenceOf[i];
  let low = 0;
  let high = paragraph.length - 1;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (paragraph[middle] <= s) low = middle;
    else high = middle;
  }
  return low;
}
