/**
 * What the disambiguator looks at: the words around an event's parties, the way from one to the other in the tree,
 * and the predicates on it with their objects, negation and modals.
 *
 * Features are names ("path: accuse>of"), hashed by the caller; so an explanation can show them. Names of persons,
 * places and bodies never enter: a proper noun is only that.
 */
import { UPOS } from "../language/doc.js";
import { type FeatureList, hashString } from "../learn/feature-hash.js";
import { type EventView, findAntecedent, isPassiveVerb, isVerb, markerOf } from "./event-view.js";
import { relationOf } from "./frame-match.js";

/** An event's parts in one sentence; -1 for one that is not there. */
export interface EventParts {
  readonly actor: number;
  readonly recipient: number;
  readonly trigger: number;
  /** 1 for a word of the actor, 2 of the recipient, 0 for any other. */
  readonly mask: (word: number) => number;
}

const PROPN = UPOS.indexOf("PROPN");
const NUM = UPOS.indexOf("NUM");
const PUNCT = UPOS.indexOf("PUNCT");

/** Words on either side of parties and trigger that are looked at: more tells of other events. */
const MARGIN = 8;
/** Words between a trigger and a party of its own clause. */
const FAR = 14;
/** Words behind the last party that count as near. */
const NEAR = 4;
/** Words between parties that are far apart; a longer way is no sentence of news. */
const LONGEST = 90;

/** Fills `list` with the hashed names. */
export function hashEventFeatures(list: FeatureList, view: EventView, parts: EventParts): void {
  list.clear();
  forEachEventFeature(view, parts, (name) => list.add(1, hashString(name)));
}

/** Calls `add` with each feature's name. */
export function forEachEventFeature(view: EventView, parts: EventParts, add: (name: string) => void): void {
  add("always");
  addWords(view, parts, add);
  addTree(view, parts, add);
  addTrigger(view, parts, add);
}

function anchorOf({ actor, recipient, trigger }: EventParts): number {
  return trigger >= 0 ? trigger : actor >= 0 ? actor : recipient;
}

function wordName(view: EventView, parts: EventParts, i: number): string {
  const { doc } = view;
  const mask = parts.mask(i);
  if (mask === 1) return "ACTOR";
  if (mask === 2) return "RECIPIENT";
  if (doc.upos[i] === PROPN) return "NAME";
  if (doc.upos[i] === NUM) return "NUMBER";
  return doc.lemma[i].toLowerCase();
}

function addWords(view: EventView, parts: EventParts, add: (name: string) => void): void {
  const { doc } = view;
  const anchor = Math.max(0, anchorOf(parts));
  const s = view.sentenceOf[anchor];
  // A party in another clause ("described …, calling for …") has words of its own around it.
  const isNear = (i: number) => i >= 0 && (parts.trigger < 0 || Math.abs(i - parts.trigger) <= FAR);
  const ends = [parts.actor, parts.recipient, parts.trigger].filter(isNear);
  const low = Math.max(Math.min(...ends, anchor), anchor - LONGEST);
  const high = Math.min(Math.max(...ends, anchor), anchor + LONGEST);
  const from = Math.max(doc.sentence[s], low - MARGIN);
  const to = Math.min(doc.sentence[s + 1], high + MARGIN + 1);
  if (parts.actor >= 0 && parts.recipient >= 0)
    add(parts.actor < parts.recipient ? "order: actor first" : "order: recipient first");
  let previous = "START";
  let before = "START";
  for (let i = from; i < to; i++) {
    if (doc.upos[i] === PUNCT) continue;
    const name = wordName(view, parts, i);
    if (name === previous && (name === "ACTOR" || name === "RECIPIENT")) continue;
    if (name !== "ACTOR" && name !== "RECIPIENT") {
      add(`word: ${name}`);
      const region = i < low ? "before" : i <= high ? "between" : i - high <= NEAR ? "behind" : "far behind";
      add(`${region}: ${name}`);
    }
    add(`pair: ${previous} ${name}`);
    if (previous === "ACTOR" || name === "ACTOR" || name === "RECIPIENT" || before === "ACTOR")
      add(`triple: ${before} ${previous} ${name}`);
    before = previous;
    previous = name;
  }
}

/** The words from `i` up to its root. */
function climb({ doc }: EventView, i: number): number[] {
  const words: number[] = [];
  for (let at = i; at >= 0 && words.length < 40; at = doc.head[at]) words.push(at);
  return words;
}

function addTree(view: EventView, parts: EventParts, add: (name: string) => void): void {
  const { doc } = view;
  const { actor, recipient } = parts;
  const relation = (i: number) => (i < 0 ? "none" : relationOf(doc, i));
  add(`relations: ${relation(actor)} ${relation(recipient)}`);
  if (recipient >= 0) add(`recipient by: ${relation(recipient)} ${markerOf(view, recipient)}`);
  const up = actor < 0 ? [] : climb(view, actor);
  const down = recipient < 0 ? [] : climb(view, recipient);
  const shared = down.findIndex((i) => up.includes(i));
  const meet = shared < 0 ? -1 : down[shared];
  const path =
    meet >= 0
      ? [...up.slice(0, up.indexOf(meet) + 1), ...down.slice(0, shared).reverse()]
      : up.length > 0
        ? up
        : down;
  const inner = path.filter((i) => i !== actor && i !== recipient);
  add(`path: ${inner.map((i) => wordName(view, parts, i)).join(">")}`);
  for (let k = 0; k < inner.length; k++) {
    add(`on path: ${wordName(view, parts, inner[k])}`);
    if (k > 0) add(`on path: ${wordName(view, parts, inner[k - 1])}>${wordName(view, parts, inner[k])}`);
  }
  if (meet >= 0) add(`meet: ${wordName(view, parts, meet)}`);
  const predicates = new Set<number>(inner.filter((i) => isVerb(view, i)));
  // The trigger's own clause, where it is known; else those of the parties.
  const { trigger } = parts;
  const own =
    trigger < 0 ? predicateOf(view, actor) : isVerb(view, trigger) ? trigger : predicateOf(view, trigger);
  const other = predicateOf(view, recipient);
  if (own >= 0) {
    predicates.add(own);
    addPredicate(view, parts, own, "actor's", add);
  }
  if (other >= 0) {
    predicates.add(other);
    if (other !== own) addPredicate(view, parts, other, "recipient's", add);
  }
  for (const i of predicates) add(`predicate: ${wordName(view, parts, i)}`);
}

/** The verb, or last noun, that governs the phrase of `i`. */
function predicateOf(view: EventView, i: number): number {
  if (i < 0) return -1;
  const { doc } = view;
  let at = findAntecedent(view, i);
  for (let k = 0; k < 12; k++) {
    const head = doc.head[at];
    if (head < 0) return at === i ? -1 : at;
    if (isVerb(view, head) && relationOf(doc, at) !== "conj") return head;
    at = head;
  }
  return -1;
}

/** A verb with what it has: object, complement, prepositions, negation, modal. */
function addPredicate(
  view: EventView,
  parts: EventParts,
  verb: number,
  whose: string,
  add: (name: string) => void,
): void {
  const { doc } = view;
  const lemma = wordName(view, parts, verb);
  add(`${whose} predicate: ${lemma}`);
  if (isPassiveVerb(view, verb)) add(`${whose} passive: ${lemma}`);
  for (let child = view.firstChild[verb]; child >= 0; child = view.nextSibling[child]) {
    const relation = relationOf(doc, child);
    const name = wordName(view, parts, child);
    if (relation === "aux") {
      add(`${whose} auxiliary: ${name}`);
      add(`${whose} auxiliary: ${name} ${lemma}`);
    } else if (relation === "advmod" && /^(not|n't|never|no)$/.test(name)) {
      add(`${whose} negation`);
      add(`${whose} negation: ${lemma}`);
    } else if (relation === "compound:prt") add(`${whose} particle: ${lemma} ${name}`);
    else if (/^(obj|iobj|nsubj:pass)$/.test(relation)) {
      add(`${whose} object: ${lemma} ${name}`);
      for (let below = view.firstChild[child]; below >= 0; below = view.nextSibling[below]) {
        if (!/^(amod|compound|nmod|acl)/.test(relationOf(doc, below))) continue;
        add(`object's modifier: ${name} ${markerOf(view, below)} ${wordName(view, parts, below)}`);
      }
    } else if (/^(xcomp|ccomp|advcl)/.test(relation)) {
      add(`${whose} complement: ${lemma} ${name}`);
      add(`complement: ${name}`);
      for (let below = view.firstChild[child]; below >= 0; below = view.nextSibling[below])
        if (relationOf(doc, below) === "obj")
          add(`complement's object: ${name} ${wordName(view, parts, below)}`);
    } else if (relation === "obl") add(`${whose} preposition: ${lemma} ${markerOf(view, child)}`);
  }
}

function addTrigger(view: EventView, parts: EventParts, add: (name: string) => void): void {
  const { trigger } = parts;
  if (trigger < 0) return;
  const lemma = wordName(view, parts, trigger);
  add(`trigger: ${lemma}`);
  add(`trigger: ${lemma} ${relationOf(view.doc, trigger)}`);
  const head = view.doc.head[trigger];
  if (head >= 0) add(`trigger under: ${lemma} ${wordName(view, parts, head)}`);
  for (let child = view.firstChild[trigger]; child >= 0; child = view.nextSibling[child]) {
    const relation = relationOf(view.doc, child);
    if (/^(punct|det|aux|case|mark|cc)$/.test(relation)) continue;
    const name = wordName(view, parts, child);
    add(`trigger over: ${lemma} ${relation} ${name}`);
    add(`trigger's ${relation}: ${name}`);
  }
}
