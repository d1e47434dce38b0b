/**
 * A parsed text as the event coder walks it: the tree downwards, and what kind of word stands there. Who does what a
 * word says is found in event-doer.ts.
 */
import { findDependents } from "../language/dependents.js";
import { type ParsedDoc, UPOS } from "../language/doc.js";
import { isPassive, relationOf, type TreeView } from "./frame-match.js";

export interface EventView extends TreeView {
  readonly sentenceOf: Int32Array;
}

const VERB = UPOS.indexOf("VERB");
const AUX = UPOS.indexOf("AUX");
const PRON = UPOS.indexOf("PRON");
const DET = UPOS.indexOf("DET");

/** Clauses between a verb and the one that it takes its subject from, or a relative pronoun and its own. */
export const FARTHEST = 4;

export function makeEventView(doc: ParsedDoc): EventView {
  const sentenceOf = new Int32Array(doc.length);
  for (let s = 0; s + 1 < doc.sentence.length; s++) sentenceOf.fill(s, doc.sentence[s], doc.sentence[s + 1]);
  const { firstChild, nextSibling, relationsBelow } = findDependents(doc);
  // Written out, that all views have one hidden class: see `makeParsedDoc`.
  return { doc, firstChild, nextSibling, relationsBelow, sentenceOf };
}

/** The first dependent of `i` whose relation is one of `relations`; -1 for none. */
export function childBy(view: EventView, i: number, ...relations: readonly string[]): number {
  for (let child = view.firstChild[i]; child >= 0; child = view.nextSibling[child])
    if (relations.includes(relationOf(view.doc, child))) return child;
  return -1;
}

/** True where `i`, or the title before it ("with Secretary NAME"), has a case marker or mark among `markers`. */
export function hasMarker(view: EventView, i: number, ...markers: readonly string[]): boolean {
  for (let child = view.firstChild[i]; child >= 0; child = view.nextSibling[child]) {
    const relation = relationOf(view.doc, child);
    if (relation === "nmod:desc" && hasMarker(view, child, ...markers)) return true;
    if (relation !== "case" && relation !== "mark") continue;
    if (markers.includes(view.doc.lemma[child].toLowerCase())) return true;
  }
  return false;
}

/** The adposition or subordinator of `i`, as a lemma; empty for none. */
export function markerOf(view: EventView, i: number): string {
  for (let child = view.firstChild[i]; child >= 0; child = view.nextSibling[child])
    if (/^(case|mark)$/.test(relationOf(view.doc, child))) return view.doc.lemma[child].toLowerCase();
  return "";
}

export function isVerb({ doc }: EventView, i: number): boolean {
  return doc.upos[i] === VERB || doc.upos[i] === AUX;
}

/** True for a passive verb, a past participle that modifies a noun, and one coordinated with a passive. */
export function isPassiveVerb(view: EventView, i: number): boolean {
  const { doc } = view;
  const tag = doc.names.xpos[doc.xpos[i]];
  if (isPassive(view, i)) return !lacksAuxiliary(view, i, tag);
  if ((tag !== "VBN" && tag !== "VBD") || childBy(view, i, "aux", "obj") >= 0) return false;
  const relation = relationOf(doc, i);
  // "Farmer killed by police", "Farmer jailed for theft": a headline leaves the auxiliary out.
  if (relation === "root" && childBy(view, i, "nsubj") >= 0)
    return (tag === "VBN" && childBy(view, i, "obl:agent") >= 0) || isUndergone(view, i);
  if (tag === "VBD" || childBy(view, i, "nsubj") >= 0) return false;
  if (relation === "acl" || relation === "amod" || relation === "advcl" || relation === "xcomp") return true;
  return relation === "conj" && isVerb(view, doc.head[i]) && isPassiveVerb(view, doc.head[i]);
}

/** "The men, described as deserters, shot at guards": a past tense of which the tree holds the subject for a passive one. */
function lacksAuxiliary(view: EventView, i: number, tag: string): boolean {
  if (tag !== "VBD" || relationOf(view.doc, i) !== "root") return false;
  return childBy(view, i, "aux:pass", "aux", "obl:agent") < 0 && !isUndergone(view, i);
}

/** Verbs that say nothing without an object, so that a headline's participle is passive ("Farmer jailed for theft"). */
const TAKES_OBJECT = new Set(
  "accuse acquit arrest assassinate behead convict deport detain extradite imprison indict injure jail kidnap kill sentence wound".split(
    " ",
  ),
);

/** True for a verb that must have an object and neither has nor shares one; "charged" is one with its charge. */
function isUndergone(view: EventView, i: number): boolean {
  const lemma = view.doc.lemma[i].toLowerCase();
  if (TAKES_OBJECT.has(lemma)) return childBy(view, i, "iobj", "ccomp", "conj") < 0;
  const charge = lemma === "charge" ? childBy(view, i, "obl", "advcl") : -1;
  return charge >= 0 && hasMarker(view, charge, "with");
}

export function isInfinitive(view: EventView, i: number): boolean {
  return hasMarker(view, i, "to");
}

export function isFiniteVerb(view: EventView, i: number): boolean {
  const { doc } = view;
  if (isInfinitive(view, i)) return false;
  const tag = doc.names.xpos[doc.xpos[i]];
  if (tag === "VBG" || tag === "VBN") return childBy(view, i, "aux", "aux:pass") >= 0;
  return true;
}

export function isRelative({ doc }: EventView, i: number): boolean {
  if (doc.upos[i] !== PRON && doc.upos[i] !== DET) return false;
  const lemma = doc.lemma[i].toLowerCase();
  return lemma === "who" || lemma === "which" || lemma === "that" || lemma === "whom";
}

/** "both of whom": those whom a relative pronoun stands for, counted. */
function countsRelative(view: EventView, i: number): boolean {
  const counted = /^(PRON|DET|NUM)$/.test(UPOS[view.doc.upos[i]]) ? childBy(view, i, "nmod") : -1;
  return counted >= 0 && isRelative(view, counted) && hasMarker(view, counted, "of");
}

/** What a relative pronoun stands for, or who is counted by it; any other word stands for itself. */
export function findAntecedent(view: EventView, i: number): number {
  const { doc } = view;
  if (!isRelative(view, i) && !countsRelative(view, i)) return i;
  for (let clause = doc.head[i], k = 0; clause >= 0 && k < FARTHEST; clause = doc.head[clause], k++)
    if (relationOf(doc, clause) === "acl:relcl") return doc.head[clause];
  return i;
}

/** `head` and the words coordinated with it, in the order of the text. */
export function listOf(view: EventView, head: number): number[] {
  const words = [head];
  for (let k = 0; k < words.length; k++) {
    for (let child = view.firstChild[words[k]]; child >= 0; child = view.nextSibling[child])
      if (relationOf(view.doc, child) === "conj" && !isVerb(view, child)) words.push(child);
  }
  return words.sort((a, b) => a - b);
}
