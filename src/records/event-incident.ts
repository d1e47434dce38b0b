/**
 * What an event without a doer of its own happened in: "the rebel ambush in which two guards were killed", "killed in
 * three nights of Chadian air raids" are the rebels' and Chad's doing.
 *
 * In: the verb that tells who suffered. Out: the deed that its phrase with "in" or "during" names. A clause with "in
 * which" may hang on any noun of the phrase before it ("the raid on the port in which …"): the nearest deed above is
 * meant.
 */
import type { PartyReader } from "./event-party-reader.js";
import { childBy, type EventView, findAntecedent, hasMarker, isVerb } from "./event-view.js";
import { relationOf } from "./frame-match.js";

/** The class of deeds in which people come to harm. */
const DEEDS = "assault";

/** Nouns between a clause and the deed that it tells of, or between a count and what it counts. */
const FARTHEST = 4;

/** The deed in which what `verb` says happened; -1 where none is told. */
export function findIncident(view: EventView, parties: PartyReader, verb: number): number {
  const deeds = parties.codebook.classes.get(DEEDS);
  if (deeds === undefined) return -1;
  const isDeed = (word: number) => deeds.has(view.doc.lemma[word].toLowerCase());
  for (let child = view.firstChild[verb]; child >= 0; child = view.nextSibling[child]) {
    if (relationOf(view.doc, child) !== "obl" || !hasMarker(view, child, "in", "during")) continue;
    const meant = findAntecedent(view, child);
    const deed = meant === child ? findCounted(view, parties, child) : climbTo(view, meant, isDeed);
    if (isDeed(deed)) return deed;
  }
  return -1;
}

/** "two nights of raids": what a measure counts; any other word stands for itself. */
function findCounted(view: EventView, parties: PartyReader, word: number): number {
  let at = word;
  for (let step = 0; step < FARTHEST && isMeasure(parties, at); step++) {
    let counted = -1;
    for (let child = view.firstChild[at]; child >= 0 && counted < 0; child = view.nextSibling[child])
      if (relationOf(view.doc, child) === "nmod" && hasMarker(view, child, "of")) counted = child;
    if (counted < 0) break;
    at = counted;
  }
  return at;
}

/** Whether a word only counts or times what stands behind its "of": "waves of raids", "nights of raids". */
export function isMeasure(parties: PartyReader, word: number): boolean {
  const kinds = parties.noun(word)?.kinds;
  return kinds !== undefined && (kinds.has("measure") || kinds.has("period"));
}

/**
 * The nearest noun from `word` upwards, by the phrases that it is part of, that `fits`; else `word`. A phrase that the
 * tree hangs on the verb may be of its object.
 */
function climbTo(view: EventView, word: number, fits: (word: number) => boolean): number {
  const { doc } = view;
  let at = word;
  for (let step = 0; step < FARTHEST && !fits(at); step++) {
    const above = doc.head[at];
    if (above < 0 || !/^(nmod|obl|conj)$/.test(relationOf(doc, at))) return word;
    const object = isVerb(view, above) ? childBy(view, above, "obj") : -1;
    if (object > at) return word;
    at = object >= 0 ? object : above;
  }
  return fits(at) ? at : word;
}
