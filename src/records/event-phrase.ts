/** A noun phrase as a party of an event is shown by it: its extent, its number, its words without the article. */
import { getForm, type ParsedDoc, UPOS } from "../language/doc.js";
import type { Codebook } from "./codebook-types.js";
import { childBy, type EventView } from "./event-view.js";
import { relationOf } from "./frame-match.js";

const ADJ = UPOS.indexOf("ADJ");
const VERB = UPOS.indexOf("VERB");

/** Whether word `i`, alone or with the word before it, is of a class of the codebook. */
export function isOfClass({ classes }: Codebook, doc: ParsedDoc, i: number, name: string): boolean {
  const words = classes.get(name);
  if (words === undefined) return false;
  const lemma = doc.lemma[i].toLowerCase();
  return words.has(lemma) || (i > 0 && words.has(`${doc.lemma[i - 1].toLowerCase()} ${lemma}`));
}

export function isPlural(doc: ParsedDoc, head: number): boolean {
  return /^NNP?S$/.test(doc.names.xpos[doc.xpos[head]]);
}

/** "the wounded", "the displaced": an article before an adjective without a noun. */
export function isNominalised(view: EventView, head: number): boolean {
  if (view.doc.upos[head] !== ADJ && view.doc.upos[head] !== VERB) return false;
  const determiner = childBy(view, head, "det");
  return determiner >= 0 && view.doc.lemma[determiner].toLowerCase() === "the";
}

/** First and last word of the phrase of `head`, without clauses, lists and what stands in commas. */
export function findExtent(view: EventView, head: number): [from: number, to: number] {
  let from = head;
  let to = head;
  for (let child = view.firstChild[head]; child >= 0; child = view.nextSibling[child]) {
    const relation = relationOf(view.doc, child);
    if (!/^(amod|compound|nummod|nmod|nmod:poss|flat|det|nmod:desc|nmod:unmarked)$/.test(relation)) continue;
    if (isDay(view.doc, child)) continue;
    const [a, b] = findExtent(view, child);
    const first = childBy(view, child, "case");
    from = Math.min(from, a, first < 0 ? a : first);
    to = Math.max(to, b);
  }
  return [from, to];
}

/** "the council on Tuesday": a day hangs on many a noun that it is no part of. */
function isDay(doc: ParsedDoc, i: number): boolean {
  return DAY.test(doc.lemma[i]);
}

const DAY = /^((mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight|tomorrow|yesterday)s?$/i;

/** The phrase without the article or pronoun before it. */
export function withoutArticle(text: string): string {
  return text.replace(/^(the|a|an|some|its|their|his|her|our|these|those|this|that)\s+/i, "");
}

/** "Judicial Watch", "the US Conference of Mayors": all capitalised words that belong to the name at `head`. */
export function findNameExtent(view: EventView, head: number): [from: number, to: number] {
  const { doc } = view;
  let from = head;
  let to = head;
  const isCapital = (i: number) => /^\p{Lu}/u.test(getForm(doc, i)) && !isDay(doc, i);
  while (
    from > 0 &&
    isCapital(from - 1) &&
    NAME_PART.test(relationOf(doc, from - 1)) &&
    isUnder(doc, from - 1, head)
  )
    from--;
  while (
    to + 1 < doc.length &&
    isCapital(to + 1) &&
    NAME_PART.test(relationOf(doc, to + 1)) &&
    isUnder(doc, to + 1, head)
  )
    to++;
  const isOf =
    to + 2 < doc.length && doc.lemma[to + 1] === "of" && isCapital(to + 2) && doc.head[to + 2] === head;
  return isOf ? [from, findNameExtent(view, to + 2)[1]] : [from, to];
}

const NAME_PART = /^(amod|compound|flat|nmod:desc|nmod:unmarked|nummod)$/;

function isUnder(doc: ParsedDoc, i: number, head: number): boolean {
  for (let at = doc.head[i], k = 0; at >= 0 && k < 4; at = doc.head[at], k++) if (at === head) return true;
  return false;
}
