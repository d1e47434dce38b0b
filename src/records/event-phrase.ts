/** A noun phrase as a party of an event is shown by it: its extent, its number, its words without the article. */
import { type ParsedDoc, UPOS } from "../language/doc.js";
import { childBy, type EventView } from "./event-view.js";
import { relationOf } from "./frame-match.js";

const ADJ = UPOS.indexOf("ADJ");
const VERB = UPOS.indexOf("VERB");

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
    const [a, b] = findExtent(view, child);
    const first = childBy(view, child, "case");
    from = Math.min(from, a, first < 0 ? a : first);
    to = Math.max(to, b);
  }
  return [from, to];
}

/** The phrase without the article or pronoun before it. */
export function withoutArticle(text: string): string {
  return text.replace(/^(the|a|an|some|its|their|his|her|our|these|those|this|that)\s+/i, "");
}
