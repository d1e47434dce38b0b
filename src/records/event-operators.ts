/**
 * Operators: words that govern an event or hang on it and change what it is ("refused to meet", "will meet",
 * "called for a truce", "no attack").
 *
 * In: the tree and a trigger. Out: the operators over it, innermost first. The climb goes from the trigger by
 * relations that a row of `data/plover/operators.tsv` names and stops at the first that none names.
 */

import { getForm } from "../language/doc.js";
import { isMandative, isPresent } from "./clause-mood.js";
import type { Codebook, OperatorRow } from "./codebook-types.js";
import { findAsking } from "./event-asking.js";
import { isObjectControlled } from "./event-doer.js";
import { rowsOf } from "./event-operator-rows.js";
import { childBy, type EventView, hasMarker, isVerb, markerOf } from "./event-view.js";
import { followPath, relationOf, stepFits } from "./frame-match.js";
import { lastWordOf } from "./row-words.js";

export interface FoundOperator {
  readonly operator: string;
  /** Its word. */
  readonly word: number;
  /** True where it governs the event, false where it hangs on the word `on`. */
  readonly governs: boolean;
  /** The word that it stands over. */
  readonly on: number;
  readonly row: OperatorRow;
}

/** Operators that tell of what their own subject does or is to do. */
const SUBJECT_CONTROLLED: ReadonlySet<string> = new Set(["intend", "attempt"]);

/** The operator of those who are on their way to do it. */
const ERRAND = "errand";

/** The operator of the future. */
const FUTURE = "will";

/** The operator of what is put politely too, and the verbs of doing so. */
const WOULD = "would";
const POLITE = new Set([
  "urge",
  "ask",
  "encourage",
  "appeal",
  "call",
  "argue",
  "invite",
  "advise",
  "challenge",
]);

/** The operator of what there may or may not be. */
const ANY = "any";

/** Operators over one another; more is a broken tree. */
const MOST = 6;

/** Operators over the event at `trigger`, innermost first; a light verb at `carrier` is part of the trigger. */
export function findOperators(
  view: EventView,
  codebook: Codebook,
  trigger: number,
  carrier: number,
): FoundOperator[] {
  const found: FoundOperator[] = [];
  addBelow(view, codebook, trigger, found);
  let at = trigger;
  if (carrier >= 0) {
    addBelow(view, codebook, carrier, found);
    at = carrier;
  }
  const { doc } = view;
  for (let step = 0; step < MOST * 2 && found.length < MOST; step++) {
    const head = doc.head[at];
    if (head < 0) break;
    const relation = relationOf(doc, at);
    if (relation === "conj") {
      // "tried to reach them and promised help": a finite verb is no part of the infinitive before it.
      if (isVerb(view, at) && hasOwnTense(view, at) && hasMarker(view, head, "to")) break;
      // "plans to seize and burn": what governs the first governs the second; so does its modal.
      if (isVerb(view, at) && isVerb(view, head) && !hasOwnTense(view, at))
        addBelow(view, codebook, head, found);
      at = head;
      continue;
    }
    const asking = findAsking(view, codebook, at);
    if (asking !== undefined) {
      found.push(asking);
      addBelow(view, codebook, asking.word, found);
      at = asking.word;
      if (findAbove(view, codebook, head, at) !== undefined) continue;
      // "should put pressure on the junta to leave": the verb over the noun only carries it.
      addBelow(view, codebook, head, found);
      at = head;
      continue;
    }
    const row = findAbove(view, codebook, head, at);
    if (row?.operator === ERRAND) {
      // What the errand is part of tells of the errand, and of its purpose only the status: event-outer-clause.ts.
      found.push({ operator: row.operator, word: head, governs: true, on: at, row });
      break;
    }
    if (row === undefined) {
      if (relation === "nmod" && isMeasure(codebook, view, head)) {
        at = head;
        continue;
      }
      break;
    }
    const above: FoundOperator = { operator: row.operator, word: head, governs: true, on: at, row };
    // "is not going to meet" is the future of not meeting, as "will not meet" is.
    const isFuture = row.operator === FUTURE;
    if (!isFuture) found.push(above);
    addBelow(view, codebook, head, found);
    if (isFuture) found.push(above);
    at = head;
  }
  // "has not received any offer": what "any" leaves open a negation further up has answered.
  return [
    ...found.filter(({ operator }) => operator !== ANY),
    ...found.filter(({ operator }) => operator === ANY),
  ];
}

function isMeasure(codebook: Codebook, { doc }: EventView, i: number): boolean {
  return codebook.nouns.get(doc.lemma[i].toLowerCase())?.kinds.has("measure") ?? false;
}

/** A verb with an auxiliary of its own. */
export function hasOwnTense(view: EventView, i: number): boolean {
  for (let child = view.firstChild[i]; child >= 0; child = view.nextSibling[child])
    if (/^(aux|nsubj)/.test(relationOf(view.doc, child))) return true;
  return /^VB[DZP]$/.test(view.doc.names.xpos[view.doc.xpos[i]]);
}

export function findAbove(
  view: EventView,
  codebook: Codebook,
  head: number,
  at: number,
): OperatorRow | undefined {
  for (const row of rowsOf(view, codebook, head)) {
    if (row.place !== "above" || row.operator === "light") continue;
    if (!row.paths.some(({ steps }) => steps.length === 1 && stepFits(view, steps[0], at))) continue;
    // "the deal reached in May", "a plan calling for aid": what is said of the noun is not its content.
    if (relationOf(view.doc, at) === "acl" && !isVerb(view, head) && !isContent(view, at)) continue;
    if (row.mood !== null && relationOf(view.doc, at) === "ccomp" && !isMandative(view, at)) continue;
    // "wants the mayor to resign" is no intention of its own.
    if (SUBJECT_CONTROLLED.has(row.operator) && relationOf(view.doc, at) === "xcomp" && isVerb(view, head))
      if (isObjectControlled(view, head)) continue;
    const last = lastWordOf(view, row.spellings, head);
    if (last < 0) continue;
    // "called the premier on Friday to congratulate him" is no "call on"; "take place" has its own object.
    const lemma = view.doc.lemma[head].toLowerCase();
    const isPhrase =
      row.spellings.some(([first, second]) => first === lemma && second !== undefined) &&
      !row.spellings.some(([first, second]) => first === lemma && second === undefined);
    const object = isPhrase && isVerb(view, head) ? childBy(view, head, "obj", "iobj") : -1;
    if (object < 0 || object === last) return row;
  }
  return undefined;
}

/** Whether a clause at a noun tells what the noun is of: "a plan to meet", "the fear of being attacked". */
function isContent(view: EventView, clause: number): boolean {
  return markerOf(view, clause) !== "" || !/^VB[GN]$/.test(view.doc.names.xpos[view.doc.xpos[clause]]);
}

/** What hangs on `i`: negation first, since "will not meet" is the future of not meeting. */
export function addBelow(view: EventView, codebook: Codebook, i: number, found: FoundOperator[]): void {
  const below = found.length;
  for (let child = view.firstChild[i]; child >= 0; child = view.nextSibling[child]) {
    for (const row of rowsOf(view, codebook, child)) {
      if (row.place !== "below") continue;
      if (!row.paths.some(({ steps }) => steps.length === 1 && stepFits(view, steps[0], child))) continue;
      if (row.mood === "present" && !isPresent(view, i)) continue;
      if (row.operator === WOULD && (isHad(view, child, i) || isPolite(view, i))) continue;
      // "is to visit": of a phrase the other words must follow and hang there too, unlike "is grateful to Peru".
      const last = lastWordOf(view, row.spellings, child);
      if (last < 0 || (last !== child && view.doc.head[last] !== i && view.doc.head[last] !== child))
        continue;
      if (row.operator === "not" && isNotOnly(view, child)) break;
      if (found.some(({ word }) => word === child)) break;
      found.push({ operator: row.operator, word: child, governs: false, on: i, row });
      break;
    }
  }
  addOfSubject(view, codebook, i, found);
  const added = found.splice(below);
  added.sort((a, b) => Number(b.operator === "not") - Number(a.operator === "not"));
  found.push(...added);
  // A clause's condition hangs as a clause of its own: "if …, they will attack" leaves the main clause's event open.
  const clause = childClause(view, i);
  if (clause >= 0) addBelowMark(view, codebook, clause, i, found);
}

/** "Not every bishop met them", "no state met them": what hangs on the subject of `i` and holds for the whole clause. */
function addOfSubject(view: EventView, codebook: Codebook, i: number, found: FoundOperator[]): void {
  const subject = childBy(view, i, "nsubj", "nsubj:pass");
  if (subject < 0) return;
  for (let word = view.doc.sentence[view.sentenceOf[i]]; word < subject; word++) {
    for (const row of rowsOf(view, codebook, word)) {
      if (row.place !== "below" || found.some((other) => other.word === word)) continue;
      if (row.paths.some((path) => path.steps.length > 1 && followPath(view, path, i).includes(word)))
        found.push({ operator: row.operator, word, governs: false, on: i, row });
    }
  }
}

/** True for what is asked in person, and so is asked: "I would urge them to stay". */
function isPolite(view: EventView, verb: number): boolean {
  const subject = childBy(view, verb, "nsubj");
  return (
    subject >= 0 && /^(i|we)$/.test(view.doc.lemma[subject].toLowerCase()) && POLITE.has(view.doc.lemma[verb])
  );
}

/** "They'd met" is "had", "they'd meet" is "would". */
function isHad({ doc }: EventView, aux: number, verb: number): boolean {
  return /^['’]d$/i.test(getForm(doc, aux)) && doc.names.xpos[doc.xpos[verb]] === "VBN" && verb - aux <= 3;
}

/** "not only failed but fled": both are said. */
function isNotOnly({ doc }: EventView, not: number): boolean {
  return not + 1 < doc.length && /^(only|just|merely|simply)$/.test(doc.lemma[not + 1].toLowerCase());
}

/** An adverbial clause of `i` with a conditional mark. */
function childClause(view: EventView, i: number): number {
  for (let child = view.firstChild[i]; child >= 0; child = view.nextSibling[child])
    if (relationOf(view.doc, child) === "advcl") return child;
  return -1;
}

function addBelowMark(
  view: EventView,
  codebook: Codebook,
  clause: number,
  on: number,
  found: FoundOperator[],
): void {
  for (let child = view.firstChild[clause]; child >= 0; child = view.nextSibling[child]) {
    if (relationOf(view.doc, child) !== "mark") continue;
    const row = rowsOf(view, codebook, child).find((r) => r.operator === "if");
    const lemma = view.doc.lemma[child].toLowerCase();
    if (row !== undefined && (lemma === "if" || lemma === "unless"))
      found.push({ operator: "if", word: child, governs: false, on, row });
  }
}
