/**
 * Where the paths of a codebook row lead from its trigger, with what holds for all rows: passives, shared and
 * borrowed subjects, relative clauses, light verbs over nouns.
 */
import type { FramePath } from "./cue-frame.js";
import { findDoer, findSubject, findUndergoer } from "./event-doer.js";
import { childBy, type EventView, findAntecedent, hasMarker, isPassiveVerb, isVerb } from "./event-view.js";
import { followPath, relationOf } from "./frame-match.js";

/** A trigger in its place: the word itself, and the verb that carries a noun ("launched" over "attack"). */
export interface TriggerPlace {
  readonly word: number;
  /** The light verb whose object or subject the noun is; -1 for verbs and bare nouns. */
  readonly carrier: number;
}

/** Words that `path` leads to from the trigger, nearest first. */
export function followSlot(view: EventView, path: FramePath, place: TriggerPlace): number[] {
  const [first, ...rest] = path.steps;
  const { word } = place;
  if (path.up === 0 && first !== undefined && first.marker === null) {
    const core = followCore(view, first.relation, word);
    if (core !== undefined)
      return rest.length === 0 ? core : core.flatMap((i) => followPath(view, { up: 0, steps: rest }, i));
  }
  const found = followPath(view, path, word).map((i) => findAntecedent(view, i));
  if (found.length > 0 || path.up > 0 || first === undefined) return found;
  return followLoose(view, path, place);
}

/** Subject and object of a verb, in whatever voice; undefined for any other relation. */
function followCore(view: EventView, relation: string, word: number): number[] | undefined {
  const verbal = isVerb(view, word);
  const known = (...words: number[]) => words.filter((i) => i >= 0);
  if (relation === "nsubj") {
    if (verbal) return known(findDoer(view, word));
    const own = childBy(view, word, "nsubj", "nsubj:outer");
    // "was seen there and has been under investigation": a predicate shares the subject of the verb before it
    if (own < 0) return childBy(view, word, "cop") >= 0 ? known(findSubject(view, word, 0)) : [];
    return [findAntecedent(view, own)];
  }
  // "was given a warning": the passive subject stands for the person, an object beside it for the thing.
  const second = verbal && childBy(view, word, "nsubj:pass") >= 0 ? childBy(view, word, "obj") : -1;
  if (relation === "obj" && verbal) return known(findUndergoer(view, word), second);
  if (relation === "iobj" && verbal) {
    const own = childBy(view, word, "iobj");
    if (own >= 0) return [own];
    return second >= 0 ? known(childBy(view, word, "nsubj:pass")) : [];
  }
  return undefined;
}

/**
 * A preposition's phrase that the tree hangs elsewhere: on the object instead of the verb, on the verb instead of the
 * object, on the light verb instead of the noun.
 */
function followLoose(view: EventView, path: FramePath, { word, carrier }: TriggerPlace): number[] {
  const [first, ...rest] = path.steps;
  const last = path.steps[path.steps.length - 1];
  if (last.marker === null || !/^(obl|nmod)$/.test(last.relation)) return [];
  const places: number[] = [];
  if (isVerb(view, word)) {
    const object = findUndergoer(view, word);
    places.push(word);
    if (object >= 0) places.push(object);
  } else {
    places.push(word);
    // "the meeting of the ministers with the envoy", hung on the ministers
    for (let child = view.firstChild[word]; child >= 0; child = view.nextSibling[child])
      if (relationOf(view.doc, child) === "nmod" && hasMarker(view, child, "of", "by")) places.push(child);
    const verb = carrier >= 0 ? carrier : findVerbOver(view, word);
    // "the raid was condemned by the bishops": whoever does what the verb says did not raid.
    if (verb >= 0 && (carrier >= 0 || last.marker !== "by" || !isPassiveVerb(view, verb))) {
      places.push(verb);
      const object = childBy(view, verb, "obj");
      if (object >= 0 && object !== word) places.push(object);
    }
  }
  if (path.steps.length > 2 || (rest.length === 1 && first.relation !== "obj")) return [];
  for (const at of places) {
    for (let child = view.firstChild[at]; child >= 0; child = view.nextSibling[child]) {
      if (child === word || !/^(obl|nmod|obl:agent)$/.test(relationOf(view.doc, child))) continue;
      if (hasMarker(view, child, last.marker)) return [child];
    }
  }
  return [];
}

/** The verb whose subject or object a noun is; -1 for none. */
export function findVerbOver(view: EventView, noun: number): number {
  const head = view.doc.head[noun];
  const fits = head >= 0 && isVerb(view, head) && /^(nsubj|obj)/.test(relationOf(view.doc, noun));
  return fits ? head : -1;
}

/** `path` in the notation of the tables, for explanations. */
export function formatPath(path: FramePath): string {
  const steps = path.steps.map(({ relation, marker }) =>
    marker === null ? relation : `${relation}:${marker}`,
  );
  return "^".repeat(path.up) + steps.join(".");
}
