/** What the tree and the tags tell of a mention's words. */
import { getForm, type ParsedDoc, UPOS } from "../language/doc.js";

const ADJ = UPOS.indexOf("ADJ");
const PROPN = UPOS.indexOf("PROPN");

export function relationAt(doc: ParsedDoc, word: number): string {
  return doc.names.deprel[doc.deprel[word]];
}

export function isPlural(doc: ParsedDoc, word: number): boolean {
  return /^NNP?S$/.test(doc.names.xpos[doc.xpos[word]]);
}

/** True where "the" stands before a mention that is no part of a longer phrase ("the US-made valve"). */
export function isDefinite(doc: ParsedDoc, from: number, to: number): boolean {
  if (from === 0 || getForm(doc, from - 1).toLowerCase() !== "the") return false;
  const head = doc.head[from - 1];
  return head >= from && head < to;
}

/** The determiner or possessive pronoun before a described mention is part of it. */
export function withDeterminer(doc: ParsedDoc, from: number, to: number): number {
  const before = from - 1;
  const isInside = before >= 0 && doc.head[before] >= from && doc.head[before] < to;
  return isInside && /^(det|nmod:poss)/.test(relationAt(doc, before)) ? before : from;
}

/** One word that stands before a noun: "Yoruba [traders]". */
export function isAttribute(doc: ParsedDoc, from: number, to: number): boolean {
  return to === from + 1 && (doc.upos[from] === ADJ || /^(amod|compound)$/.test(relationAt(doc, from)));
}

/** "[U.S.] Navy": a name before a name that it is part of. */
export function isCompound(doc: ParsedDoc, to: number): boolean {
  const head = doc.head[to - 1];
  return relationAt(doc, to - 1) === "compound" && head >= to && doc.upos[head] === PROPN;
}

/** The first word of the name at the end of a mention: the last word that is no further part of a name. */
export function nameStart(doc: ParsedDoc, from: number, to: number): number {
  let at = to - 1;
  while (at > from && relationAt(doc, at) === "flat") at--;
  return at;
}

/** "U.S. [forces]": the abbreviation stands for the adjective that the name lacks. */
export function isAbbreviatedAdjective(doc: ParsedDoc, from: number, to: number): boolean {
  return (
    to === from + 1 &&
    /^compound|^amod/.test(relationAt(doc, from)) &&
    /^(?:\p{L}\.)+$/u.test(getForm(doc, from))
  );
}
