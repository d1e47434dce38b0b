/**
 * Who takes part in what a noun tells with one side alone: "the army took the pass after fighting with the rebels",
 * "left Lima after talks with the premier" have their subject on the other side.
 *
 * In: a noun of which only a "with" names somebody. Out: the doer of the verb that it tells the time or circumstance of.
 */
import { findDoer } from "./event-doer.js";
import { isMeasure } from "./event-incident.js";
import type { PartyReader } from "./event-party-reader.js";
import { childBy, type EventView, hasMarker, isVerb } from "./event-view.js";
import { relationOf } from "./frame-match.js";

/** What puts a noun into the course of what its clause tells. */
const COURSE = ["after", "follow"];

/** What does so where the verb has a subject and an object of its own: who "died in clashes with the police" is not told to have fought. */
const MIDST = ["during", "in", "amid", "amidst"];

/** Nouns between the word and the verb: "after two rounds of talks". */
const FARTHEST = 3;

/** Whoever does what the verb above `noun` says; -1 for none. */
export function findAttendant(view: EventView, parties: PartyReader, noun: number): number {
  const { doc } = view;
  let at = noun;
  // "the collapse of talks" is no course of talks.
  for (let step = 0; step < FARTHEST && relationOf(doc, at) === "nmod" && hasMarker(view, at, "of"); step++) {
    if (!isMeasure(parties, doc.head[at])) return -1;
    at = doc.head[at];
  }
  const verb = doc.head[at];
  if (verb < 0 || !isVerb(view, verb) || relationOf(doc, at) !== "obl") return -1;
  const isMidst =
    hasMarker(view, at, ...MIDST) && childBy(view, verb, "obj") >= 0 && childBy(view, verb, "nsubj") >= 0;
  return isMidst || hasMarker(view, at, ...COURSE) ? findDoer(view, verb) : -1;
}
