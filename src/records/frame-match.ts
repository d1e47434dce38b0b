/**
 * A row of the cue or channel table held against a word of the tree: does its frame fit, and where are its parts?
 *
 * The notation of frames is in data/cues/README.md. Relations are compared whole (`nsubj` is not
 * `nsubj:pass`); a step with a marker (`obl:on`) asks for a case, mark or adposition of that lemma below it.
 */
import type { Dependents } from "../language/dependents.js";
import type { ParsedDoc } from "../language/doc.js";
import { type RelationSet, relationSet } from "../language/relation-set.js";
import { hasLemma } from "../language/spelling.js";
import type { Frame, FrameConditions, FramePath, FrameSlots, FrameStep } from "./cue-frame.js";
import type { LexicalRow } from "./lexical-table.js";
import { headWithin, lastWordOf } from "./row-words.js";

const PASSIVE = relationSet("nsubj:pass", "aux:pass");
const SUBJECT = relationSet("nsubj");
const CASE = relationSet("case");
const MARKS = relationSet("case", "mark");

/** What a match needs to know of the tree. */
export type TreeView = Dependents;

/** Where the parts of a fitting frame hang; -1 for a source that is not there. */
export interface FrameMatch {
  readonly source: number;
  readonly content: readonly number[];
  readonly addressee: number;
}

/**
 * The parts of `row`, or undefined where its further words or its conditions are not there. Here and below, `first` is a
 * word that the row was found by: see `findRowsAt`.
 */
export function matchRow(view: TreeView, row: LexicalRow, first: number): FrameMatch | undefined {
  const i = placeOf(view, row, first);
  if (i < 0) return undefined;
  const { frame } = row;
  const slots = slotsOf(view, row, i);
  const content: number[] = [];
  for (const path of slots.content) addPlaces(view, path, i, content);
  return {
    source: sourceOf(view, frame, slots, i),
    content,
    addressee: firstOf(view, slots.addressee, i),
  };
}

/** Whether {@link matchRow} would give anything. */
export function fitsRow(view: TreeView, row: LexicalRow, first: number): boolean {
  return placeOf(view, row, first) >= 0;
}

/** Of what {@link matchRow} would give, the addressee; -1 too where it gives nothing. */
export function findRowAddressee(view: TreeView, row: LexicalRow, first: number): number {
  if (row.frame.addressee.length === 0) return -1;
  const i = placeOf(view, row, first);
  return i < 0 ? -1 : firstOf(view, slotsOf(view, row, i).addressee, i);
}

/** How much of a row's frame stands on a word, the better the higher. */
export const NO_ROW = 0;
export const ROW_ALONE = 1;
export const WITH_SOURCE = 2;
export const WITH_CONTENT = 3;
export const WHOLE_FRAME = 4;

/** How much of what {@link matchRow} would give is there, without giving it. */
export function fitRow(view: TreeView, row: LexicalRow, first: number): number {
  const i = placeOf(view, row, first);
  if (i < 0) return NO_ROW;
  const slots = slotsOf(view, row, i);
  const hasSource = sourceOf(view, row.frame, slots, i) >= 0;
  const hasContent = mayStart(view, slots.contentStarts, i) && firstOf(view, slots.content, i) >= 0;
  if (hasContent) return hasSource ? WHOLE_FRAME : WITH_CONTENT;
  return hasSource ? WITH_SOURCE : ROW_ALONE;
}

/** The word that the frame of `row` hangs on, if its words begin at `first` and its conditions hold; else -1. */
function placeOf(view: TreeView, row: LexicalRow, first: number): number {
  let i = first;
  if (!row.isOneWord) {
    const last = lastWordOf(view, row.spellings, first);
    if (last < 0) return -1;
    if (row.pos === "NOUN") i = headWithin(view, first, last);
  }
  return conditionsHold(view, row.frame, i) ? i : -1;
}

/** Of a verb in the passive, the slots of the passive. */
function slotsOf(view: TreeView, { frame, pos }: LexicalRow, i: number): FrameSlots {
  const turns = frame.voice === null && pos === "VERB" && isPassive(view, i);
  return turns ? frame.passive : frame;
}

function sourceOf(view: TreeView, frame: Frame, { source, sourceStarts }: FrameSlots, i: number): number {
  const own = mayStart(view, sourceStarts, i) ? firstOf(view, source, i) : -1;
  if (own >= 0 || frame.support.length === 0) return own;
  const { doc } = view;
  const verb = doc.head[i];
  if (verb < 0 || !hasLemmaOf(doc, verb, frame.support)) return -1;
  return SUBJECT.firstBelow(view, verb);
}

/** False only if no path that begins with one of `starts` leads anywhere from word `i`. */
function mayStart(view: TreeView, starts: RelationSet | null, i: number): boolean {
  return starts === null || starts.mayBeBelow(view, i);
}

function firstOf(view: TreeView, paths: readonly FramePath[], i: number): number {
  for (const path of paths) {
    const from = climb(view, path, i);
    const first = from < 0 ? -1 : firstBelow(view, path.steps, 0, from, i);
    if (first >= 0) return first;
  }
  return -1;
}

/** Words that a path leads to from word `i`, in the order of the text. */
export function followPath(view: TreeView, path: FramePath, i: number): number[] {
  const places: number[] = [];
  addPlaces(view, path, i, places);
  return places;
}

function addPlaces(view: TreeView, path: FramePath, i: number, places: number[]): void {
  const from = climb(view, path, i);
  if (from >= 0) addBelow(view, path.steps, 0, from, i, places);
}

/** The word that the upward steps of a path lead to; -1 above the root. */
function climb({ doc }: TreeView, { up }: FramePath, i: number): number {
  let at = i;
  for (let k = 0; k < up && at >= 0; k++) at = doc.head[at];
  return at;
}

/** Adds what `steps` from the `k`-th on lead to below `at`, never through the word `origin` that the path began at. */
function addBelow(
  view: TreeView,
  steps: readonly FrameStep[],
  k: number,
  at: number,
  origin: number,
  places: number[],
): void {
  if (k === steps.length) {
    places.push(at);
    return;
  }
  if (!steps[k].relations.mayBeBelow(view, at)) return;
  for (let child = view.firstChild[at]; child >= 0; child = view.nextSibling[child])
    if (child !== origin && stepFits(view, steps[k], child))
      addBelow(view, steps, k + 1, child, origin, places);
}

/** The first word that {@link addBelow} would add; -1 for none. */
function firstBelow(
  view: TreeView,
  steps: readonly FrameStep[],
  k: number,
  at: number,
  origin: number,
): number {
  if (k === steps.length) return at;
  if (!steps[k].relations.mayBeBelow(view, at)) return -1;
  for (let child = view.firstChild[at]; child >= 0; child = view.nextSibling[child]) {
    if (child === origin || !stepFits(view, steps[k], child)) continue;
    const found = firstBelow(view, steps, k + 1, child, origin);
    if (found >= 0) return found;
  }
  return -1;
}

/** Whether `word` hangs on its head by the relation and marker of `step`. */
export function stepFits(view: TreeView, { relations, marker }: FrameStep, word: number): boolean {
  const { doc } = view;
  if (!relations.has(doc, word)) return false;
  if (marker === null) return true;
  if (!MARKS.mayBeBelow(view, word)) return false;
  for (let child = view.firstChild[word]; child >= 0; child = view.nextSibling[child])
    if (MARKS.has(doc, child) && hasLemma(doc, child, marker)) return true;
  return false;
}

function hasLemmaOf(doc: ParsedDoc, i: number, lemmas: readonly string[]): boolean {
  for (const lemma of lemmas) if (hasLemma(doc, i, lemma)) return true;
  return false;
}

/** Whether what a row asks of word `i` itself holds. */
export function conditionsHold(view: TreeView, frame: FrameConditions, i: number): boolean {
  if (frame.isFree) return true;
  if (frame.voice !== null && (isPassive(view, i) ? "pass" : "act") !== frame.voice) return false;
  return standsInPlace(view, frame, i);
}

/** The same but for the voice. */
export function standsInPlace(view: TreeView, frame: FrameConditions, i: number): boolean {
  if (frame.isFree) return true;
  const { doc } = view;
  if (frame.deprel.length > 0 && !frame.places.has(doc, i)) return false;
  if (frame.governor.length > 0) {
    const head = doc.head[i];
    if (head < 0 || !hasLemmaOf(doc, head, frame.governor)) return false;
  }
  if (frame.case.length > 0) {
    let found = false;
    for (let child = view.firstChild[i]; child >= 0; child = view.nextSibling[child]) {
      if (CASE.has(doc, child) && hasLemmaOf(doc, child, frame.case)) found = true;
    }
    if (!found) return false;
  }
  for (const path of frame.with) {
    const from = climb(view, path, i);
    if (from < 0 || firstBelow(view, path.steps, 0, from, i) < 0) return false;
  }
  return true;
}

/** True for a verb with a passive subject or auxiliary. */
export function isPassive(view: TreeView, i: number): boolean {
  return PASSIVE.firstBelow(view, i) >= 0;
}

export function relationOf(doc: ParsedDoc, i: number): string {
  return doc.names.deprel[doc.deprel[i]];
}
