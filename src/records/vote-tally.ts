/**
 * Counts of a vote that no noun tells: "adopted by 33 votes to 11", "voted 19 to none", "by 41 to 38".
 *
 * In: a number and its sentence. Out: whether it is one side of a count. A sentence that speaks of no vote has none:
 * games end "3 to 1" too.
 */
import { getForm, type ParsedDoc, UPOS } from "../language/doc.js";

const NUM = UPOS.indexOf("NUM");
const VOTE = /^(vote|ballot)$/;
/** Words of which a sentence that counts votes has one. */
const OCCASION =
  /^(vote|ballot|abstain|abstention|resolution|motion|veto|referendum|bill|parliament|senate|assembly|congress|council|committee|legislature)$/;
const VERSUS = /^(to|against)$/i;
const NOBODY = /^(none|nil|zero)$/i;

/** Whether the words `from` to `to` of sentence `s` are one side of a vote. */
export function isTallied(doc: ParsedDoc, s: number, from: number, to: number): boolean {
  const isSide = hasOtherBehind(doc, s, to) || hasOtherBefore(doc, s, from);
  if (!isSide) return false;
  for (let i = doc.sentence[s]; i < doc.sentence[s + 1]; i++)
    if (OCCASION.test(doc.lemma[i].toLowerCase())) return true;
  return false;
}

/** "19 [to none]", "33 [votes to 11]". */
function hasOtherBehind(doc: ParsedDoc, s: number, to: number): boolean {
  const last = doc.sentence[s + 1];
  const at = to < last && VOTE.test(doc.lemma[to].toLowerCase()) ? to + 1 : to;
  if (at + 1 >= last || !VERSUS.test(getForm(doc, at))) return false;
  return doc.upos[at + 1] === NUM || NOBODY.test(getForm(doc, at + 1));
}

/** "[33 votes to] 11". */
function hasOtherBefore(doc: ParsedDoc, s: number, from: number): boolean {
  const first = doc.sentence[s];
  if (from - 2 < first || !VERSUS.test(getForm(doc, from - 1))) return false;
  const before = VOTE.test(doc.lemma[from - 2].toLowerCase()) ? from - 3 : from - 2;
  return before >= first && doc.upos[before] === NUM;
}
