/**
 * What an event's clause hangs on: the purpose, means or company of something that has not come about has not come
 * about either ("will fly to Lima to meet the rebels", "should help by sending aid").
 *
 * In: the tree and the topmost word that the event's own operators reach. Out: operators further up that bear on the
 * event only through such clauses and phrases; they leave type and parties alone and tell the status
 * (`of` = `outer` in `data/plover/results.tsv`). Whatever is taken for granted ends the way: finite clauses, nouns
 * with "the" or an owner, what is told as the cause ("criticised for …", "after holding talks").
 */
import { UPOS } from "../language/doc.js";
import type { Codebook } from "./codebook-types.js";
import { addBelow, type FoundOperator, findAbove, hasOwnTense } from "./event-operators.js";
import { childBy, type EventView, isVerb, markerOf } from "./event-view.js";
import { relationOf } from "./frame-match.js";

const NOUN = UPOS.indexOf("NOUN");

/** Clauses and phrases up to the word that tells; more is a broken tree. */
const FARTHEST = 6;

/** What marks a clause that shares the fate of the one above it. */
const SHARING_CLAUSE = /^(to|by|before|)$/;
/** What marks a phrase that does. */
const SHARING_PHRASE = /^(of|to|for|by|through|into|toward|towards|via|with|on|in|)$/;

/** Operators above `from` that none of `known` is, nearest first. */
export function findOuterOperators(
  view: EventView,
  codebook: Codebook,
  from: number,
  known: readonly FoundOperator[],
): FoundOperator[] {
  const { doc } = view;
  const found: FoundOperator[] = [];
  let at = from;
  for (let step = 0; step < FARTHEST; step++) {
    const head = doc.head[at];
    if (head < 0) break;
    const above = findAbove(view, codebook, head, at);
    if (above === undefined && !sharesFate(view, at)) break;
    if (above !== undefined)
      found.push({ operator: above.operator, word: head, governs: true, on: at, row: above });
    addBelow(view, codebook, head, found);
    at = head;
  }
  return found.filter(({ word }) => !known.some((other) => other.word === word));
}

/** Whether what word `at` tells comes about only if what stands above it does. */
function sharesFate(view: EventView, at: number): boolean {
  const { doc } = view;
  const relation = relationOf(doc, at);
  if (relation === "conj")
    return isVerb(view, at)
      ? isVerb(view, doc.head[at]) && !hasOwnTense(view, at)
      : !isTakenForGranted(view, at);
  if (isVerb(view, at)) {
    if (!/^(xcomp|advcl|acl|ccomp|csubj)$/.test(relation) || !isNonFinite(view, at)) return false;
    // "marchers who block roads" are there already; of those who are to come only the infinitive tells
    return SHARING_CLAUSE.test(markerOf(view, at)) && (relation !== "acl" || !isGerund(view, at));
  }
  if (doc.upos[at] !== NOUN || !/^(obj|obl|nmod|nsubj:pass)$/.test(relation)) return false;
  return SHARING_PHRASE.test(markerOf(view, at)) && !isTakenForGranted(view, at);
}

function isNonFinite(view: EventView, i: number): boolean {
  if (markerOf(view, i) === "to") return true;
  return isGerund(view, i);
}

function isGerund(view: EventView, i: number): boolean {
  return view.doc.names.xpos[view.doc.xpos[i]] === "VBG" && childBy(view, i, "aux", "nsubj") < 0;
}

/** "the attack", "his attacks": known to be. */
function isTakenForGranted(view: EventView, noun: number): boolean {
  if (childBy(view, noun, "nmod:poss") >= 0) return true;
  const determiner = childBy(view, noun, "det");
  return (
    determiner >= 0 && /^(the|this|that|these|those|both)$/.test(view.doc.lemma[determiner].toLowerCase())
  );
}
