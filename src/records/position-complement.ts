/**
 * What a verb of stance has beside it: whether that is an issue, or somebody who is asked, something that its subject
 * means to do, or a fact that is only told.
 */
import { type Dependents, findDependent } from "../language/dependents.js";
import { UPOS } from "../language/doc.js";
import type { ArticleActors } from "../mentions/actors.js";
import { isMandative } from "./clause-mood.js";
import type { EventView } from "./event-view.js";

const VERB = UPOS.indexOf("VERB");
const ADP = UPOS.indexOf("ADP");

/** Verbs whose object, beside a clause, is whoever is asked; of the others an actor is not what is wanted. */
const ASKS_SOMEBODY = /^(urge|ask|request|advise|press|invite|implore|encourage|exhort|call)$/;
const WANTS = /^(demand|want|seek)$/;

/** Verbs that put forward a proposal or a finding, by the mood of their clause. */
const SUGGESTS = /^(suggest|propose|recommend|advise|insist|argue|confirm|stress|emphasi[sz]e|underline)$/;

/** "wants to run", "hopes to win": what somebody means to do is no position. */
export function isIntention(tree: Dependents, verb: number, complement: number): boolean {
  const { doc } = tree;
  if (doc.names.deprel[doc.deprel[complement]] !== "xcomp") return false;
  if (!/^(want|seek|hope|propose|wish|ask|request|demand|prefer)$/.test(doc.lemma[verb].toLowerCase()))
    return false;
  return findDependent(tree, verb, (r) => r === "obj" || r === "iobj") < 0;
}

/** "wants the missiles out": what is wanted is not the object but what becomes of it. */
export function isSmallClause(tree: Dependents, verb: number, object: number): boolean {
  const { doc } = tree;
  if (doc.names.deprel[doc.deprel[object]] !== "obj") return false;
  if (!/^(want|wish|prefer|see|demand|need)$/.test(doc.lemma[verb].toLowerCase())) return false;
  for (let child = tree.nextSibling[object]; child >= 0; child = tree.nextSibling[child])
    if (/^(xcomp|obl|advmod|compound:prt)/.test(doc.names.deprel[doc.deprel[child]])) return true;
  return false;
}

/** "urged both sides to talk", "requested the states to stop them": whom one asks is not what one asks for. */
export function isAddressee(tree: EventView, actors: ArticleActors, verb: number, object: number): boolean {
  const { doc } = tree;
  if (!/^(obj|iobj)$/.test(doc.names.deprel[doc.deprel[object]])) return false;
  const lemma = doc.lemma[verb].toLowerCase();
  // "The police questioned the governor."
  if (lemma === "question") return actors.mentionAt(object)?.kind === "person";
  const asks = ASKS_SOMEBODY.test(lemma);
  if (actors.mentionAt(object) !== undefined) return asks || WANTS.test(lemma);
  return asks && (hasInfinitive(tree, verb) || hasInfinitive(tree, object));
}

/** "calling it improper on Monday": what something is called or shall be is no act that is asked for. */
export function isPredicative({ doc }: EventView, complement: number): boolean {
  return /^(xcomp|advcl)$/.test(doc.names.deprel[doc.deprel[complement]]) && doc.upos[complement] !== VERB;
}

/** "suggested that the plan is a trick": what is put forward as true, not as something to be done. */
export function isFact(tree: EventView, verb: number, complement: number): boolean {
  const { doc } = tree;
  if (doc.names.deprel[doc.deprel[complement]] !== "ccomp") return false;
  const lemma = doc.lemma[verb].toLowerCase();
  // "suggested that the attacks come from fear": a plural's present is no base form here.
  const isPresent = doc.names.xpos[doc.xpos[complement]] === "VBP";
  return SUGGESTS.test(lemma) && ((lemma === "suggest" && isPresent) || !isMandative(tree, complement));
}

/** "allow no inspector", "asked them not to leave". */
export function isNegated({ doc, firstChild, nextSibling }: Dependents, word: number): boolean {
  for (let child = firstChild[word]; child >= 0; child = nextSibling[child]) {
    const lemma = doc.lemma[child].toLowerCase();
    const relation = doc.names.deprel[doc.deprel[child]];
    if (lemma === "no" && relation === "det") return true;
    if (doc.upos[word] === VERB && /^(not|n't|n’t|never)$/.test(lemma) && relation === "advmod") return true;
  }
  return false;
}

/** Whether a clause with "to" hangs on a word. */
export function hasInfinitive(tree: Dependents, word: number): boolean {
  const { doc } = tree;
  for (let child = tree.firstChild[word]; child >= 0; child = tree.nextSibling[child]) {
    if (!/^(xcomp|advcl|acl|ccomp)$/.test(doc.names.deprel[doc.deprel[child]])) continue;
    const marker = findDependent(tree, child, (r) => r === "mark");
    if (marker >= 0 && doc.lemma[marker].toLowerCase() === "to" && doc.upos[marker] !== ADP) return true;
  }
  return false;
}
