/**
 * The mood of a complement clause: "insisted that the army leave" asks for something, "insisted that the army had
 * left" asserts it. English marks the first, the mandative (Huddleston and Pullum 2002, 11.1), by a base form or by
 * "should", "must" and their like.
 */
import { type EventView, isVerb } from "./event-view.js";
import { relationOf } from "./frame-match.js";

const ASKS = new Set(["should", "must", "ought", "shall", "need"]);

/** Whether the clause of `predicate` asks for what it says. Infinitives do. */
export function isMandative(view: EventView, predicate: number): boolean {
  const { doc } = view;
  const tagOf = (i: number) => doc.names.xpos[doc.xpos[i]];
  let finite = -1;
  for (let child = view.firstChild[predicate]; child >= 0; child = view.nextSibling[child]) {
    if (!/^(aux|aux:pass|cop)$/.test(relationOf(doc, child))) continue;
    if (finite < 0 || child < finite) finite = child;
  }
  if (finite >= 0) return ASKS.has(doc.lemma[finite].toLowerCase()) || tagOf(finite) === "VB";
  // The plural's base form is a present to the tagger.
  return isVerb(view, predicate) && (tagOf(predicate) === "VB" || tagOf(predicate) === "VBP");
}

/** Whether the clause of `predicate` is in the present: behind "before" or "after" what it tells is to come. */
export function isPresent(view: EventView, predicate: number): boolean {
  const { doc } = view;
  let finite = predicate;
  for (let child = view.firstChild[predicate]; child >= 0; child = view.nextSibling[child])
    if (/^(aux|aux:pass|cop)$/.test(relationOf(doc, child)) && (finite === predicate || child < finite))
      finite = child;
  return /^VB[PZ]$/.test(doc.names.xpos[doc.xpos[finite]]);
}
