/**
 * Who takes part in what a noun tells with one side alone: "the army took the pass after fighting with the rebels",
 * "left Lima after talks with the premier" have their subject on the other side.
 *
 * In: a noun of which only a "with" names somebody. Out: the doer of the verb that it tells the time or circumstance of.
 */
import { findDoer } from "./event-doer.js";
import { childBy, type EventView, hasMarker, isVerb } from "./event-view.js";
import { relationOf } from "./frame-match.js";

/** What puts a noun into the course of what its clause tells. */
const COURSE = ["after", "follow"];

/** What does so where the verb has an object: who "died in clashes with the police" is not told to have fought. */
const MIDST = ["during", "in", "amid", "amidst"];

/** Nouns between the word and the verb: "after two rounds of talks". */
const FARTHEST = 3;

/** Whoever does what the verb above `noun` says; -1 for none. */
export function findAttendant(view: EventView, noun: number): number {
  const { doc } = view;
  let at = noun;
  for (let step = 0; step < FARTHEST && relationOf(doc, at) === "nmod" && hasMarker(view, at, "of"); step++)
    at = doc.head[at];
  const verb = doc.head[at];
  if (verb < 0 || !isVerb(view, verb) || relationOf(doc, at) !== "obl") return -1;
  const isInCourse =
    hasMarker(view, at, ...COURSE) || (hasMarker(view, at, ...MIDST) && childBy(view, verb, "obj") >= 0);
  return isInCourse ? findDoer(view, verb) : -1;
}
