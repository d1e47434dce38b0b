/**
 * A row of the cue or channel table held against a word of the tree: does its frame fit, and where are its parts?
 *
 * The notation of frames is in data/cues/README.md. Relations are compared whole (`nsubj` is not
 * `nsubj:pass`); a step with a marker (`obl:on`) asks for a case, mark or adposition of that lemma below it.
 */
import type { ParsedDoc } from "../language/doc.js";
import type { Frame, FrameConditions, FramePath, FrameStep } from "./cue-frame.js";
import type { LexicalRow } from "./lexical-table.js";

/** What a match needs to know of the tree; both columns have a word's first dependent and the next one. */
export interface TreeView {
  readonly doc: ParsedDoc;
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
}

/** Where the parts of a fitting frame hang; -1 for a source that is not there. */
export interface FrameMatch {
  readonly source: number;
  readonly content: readonly number[];
  readonly addressee: number;
}

/** Words between the parts of a cue of several words ("made it very clear"). */
const WIDEST_GAP = 3;

/** The parts of `row` whose first word is `first`, or undefined where its words or conditions are not there. */
export function matchRow(view: TreeView, row: LexicalRow, first: number): FrameMatch | undefined {
  const last = lastWordOf(view, row, first);
  if (last < 0) return undefined;
  const i = row.pos === "NOUN" ? headWithin(view, first, last) : first;
  const { frame } = row;
  if (!conditionsHold(view, frame, i)) return undefined;
  const turn =
    frame.voice === null && row.pos === "VERB" && isPassive(view, i)
      ? turnPassive
      : (paths: readonly FramePath[]) => paths;
  const content: number[] = [];
  for (const path of turn(frame.content)) content.push(...followPath(view, path, i));
  return {
    source: sourceOf(view, frame, turn(frame.source), i),
    content,
    addressee: firstOf(view, turn(frame.addressee), i),
  };
}

/** The word of a name or compound that hangs outside of it: the "conference" of "in a press conference". */
export function headWithin(view: TreeView, first: number, last: number): number {
  for (let i = last; i >= first; i--) {
    const head = view.doc.head[i];
    if (head < first || head > last) return i;
  }
  return last;
}

/** In the passive an object is the subject, and the subject an agent. */
const PASSIVE: Readonly<Record<string, FrameStep>> = {
  nsubj: { relation: "obl:agent", marker: null },
  obj: { relation: "nsubj:pass", marker: null },
  iobj: { relation: "nsubj:pass", marker: null },
};

/** The paths of an active frame as they stand in the passive. */
export function turnPassive(paths: readonly FramePath[]): readonly FramePath[] {
  return paths.map((path) => {
    const [first, ...rest] = path.steps;
    if (path.up > 0 || first === undefined || first.marker !== null) return path;
    return { up: 0, steps: [PASSIVE[first.relation] ?? first, ...rest] };
  });
}

function sourceOf(view: TreeView, frame: Frame, paths: readonly FramePath[], i: number): number {
  const own = firstOf(view, paths, i);
  if (own >= 0 || frame.support.length === 0) return own;
  const { doc } = view;
  const verb = doc.head[i];
  if (verb < 0 || !frame.support.includes(doc.lemma[verb].toLowerCase())) return -1;
  for (let child = view.firstChild[verb]; child >= 0; child = view.nextSibling[child]) {
    if (relationOf(doc, child) === "nsubj") return child;
  }
  return -1;
}

function firstOf(view: TreeView, paths: readonly FramePath[], i: number): number {
  for (const path of paths) {
    const [first] = followPath(view, path, i);
    if (first !== undefined) return first;
  }
  return -1;
}

/** Words that a path leads to from word `i`. */
export function followPath(view: TreeView, path: FramePath, i: number): number[] {
  let at = i;
  for (let k = 0; k < path.up; k++) {
    at = view.doc.head[at];
    if (at < 0) return [];
  }
  let places = [at];
  for (const step of path.steps) {
    const next: number[] = [];
    for (const place of places) {
      for (let child = view.firstChild[place]; child >= 0; child = view.nextSibling[child]) {
        if (child !== i && stepFits(view, step, child)) next.push(child);
      }
    }
    places = next;
  }
  return places;
}

/** Whether `word` hangs on its head by the relation and marker of `step`. */
export function stepFits(view: TreeView, step: FrameStep, word: number): boolean {
  const relation = relationOf(view.doc, word);
  if (step.marker === null) return relation === step.relation || relation === `${step.relation}:outer`;
  if (relation !== step.relation && !relation.startsWith(`${step.relation}:`)) return false;
  for (let child = view.firstChild[word]; child >= 0; child = view.nextSibling[child]) {
    if (!/^(case|mark)$/.test(relationOf(view.doc, child))) continue;
    if (view.doc.lemma[child].toLowerCase() === step.marker) return true;
  }
  return false;
}

/** Whether what a row asks of word `i` itself holds. */
export function conditionsHold(view: TreeView, frame: FrameConditions, i: number): boolean {
  const { doc } = view;
  if (frame.deprel.length > 0) {
    const relation = relationOf(doc, i);
    if (!frame.deprel.some((r) => relation === r || relation.startsWith(`${r}:`))) return false;
  }
  if (frame.voice !== null && (isPassive(view, i) ? "pass" : "act") !== frame.voice) return false;
  if (frame.governor.length > 0) {
    const head = doc.head[i];
    if (head < 0 || !frame.governor.includes(doc.lemma[head].toLowerCase())) return false;
  }
  if (frame.case.length > 0) {
    let found = false;
    for (let child = view.firstChild[i]; child >= 0; child = view.nextSibling[child]) {
      if (relationOf(doc, child) === "case" && frame.case.includes(doc.lemma[child].toLowerCase()))
        found = true;
    }
    if (!found) return false;
  }
  return frame.with.every((path) => followPath(view, path, i).length > 0);
}

/** True for a verb with a passive subject or auxiliary. */
export function isPassive(view: TreeView, i: number): boolean {
  for (let child = view.firstChild[i]; child >= 0; child = view.nextSibling[child]) {
    const relation = relationOf(view.doc, child);
    if (relation === "nsubj:pass" || relation === "aux:pass") return true;
  }
  return false;
}

/** The last of a row's words from word `i` on: beside each other, or further ones near by or hanging below; -1 for none. */
export function lastWordOf(view: TreeView, row: Pick<LexicalRow, "spellings">, i: number): number {
  for (const words of row.spellings) {
    const last = lastOf(view, words, i);
    if (last >= 0) return last;
  }
  return -1;
}

function lastOf(view: TreeView, words: readonly string[], i: number): number {
  const { doc } = view;
  if (!isWord(doc, i, words[0])) return -1;
  let from = i;
  for (let w = 1; w < words.length; w++) {
    let found = -1;
    for (let k = from + 1; k <= from + WIDEST_GAP && k < doc.length && found < 0; k++)
      if (isWord(doc, k, words[w])) found = k;
    if (found >= 0) from = found;
    else if (!hangsBelow(view, words[w], i)) return -1;
  }
  return from;
}

/** A particle of the verb, or the preposition of one of its dependents ("called, in a speech, for"). */
function hangsBelow(view: TreeView, word: string, i: number): boolean {
  for (let child = view.firstChild[i]; child >= 0; child = view.nextSibling[child]) {
    // "troops moved" is not "move troops"
    if (relationOf(view.doc, child) !== "nsubj" && isWord(view.doc, child, word)) return true;
    for (let below = view.firstChild[child]; below >= 0; below = view.nextSibling[below]) {
      if (relationOf(view.doc, below) === "case" && isWord(view.doc, below, word)) return true;
    }
  }
  return false;
}

const POSSESSIVES = new Set(["my", "your", "his", "her", "its", "our", "their", "'s", "’s"]);

function isWord(doc: ParsedDoc, i: number, word: string): boolean {
  if (word === "one's") return POSSESSIVES.has(doc.lemma[i].toLowerCase()) || POSSESSIVES.has(lower(doc, i));
  return doc.lemma[i].toLowerCase() === word || lower(doc, i) === word;
}

function lower(doc: ParsedDoc, i: number): string {
  return doc.text.slice(doc.start[i], doc.end[i]).toLowerCase();
}

export function relationOf(doc: ParsedDoc, i: number): string {
  return doc.names.deprel[doc.deprel[i]];
}
