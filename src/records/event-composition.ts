/**
 * What operators make of an event: the first fitting row of `data/plover/results.tsv` for each, innermost first.
 */
import type { EventStatus } from "../core/records.js";
import { OUTER } from "./codebook-operators.js";
import type { Codebook, ResultRow } from "./codebook-types.js";
import { ASKED_BY } from "./event-asking.js";
import { findDoer, findSubject, findUndergoer } from "./event-doer.js";
import type { EventMatch } from "./event-match.js";
import type { FoundOperator } from "./event-operators.js";
import { isSameParty, type Party } from "./event-party.js";
import type { PartyReader } from "./event-party-reader.js";
import { ASKS_SOMEBODY } from "./event-side.js";
import {
  childBy,
  type EventView,
  hasMarker,
  isInfinitive,
  isPassiveVerb,
  isVerb,
  markerOf,
} from "./event-view.js";
import { relationOf } from "./frame-match.js";

/** An event on its way through its operators. */
export interface ComposedEvent {
  readonly match: EventMatch;
  readonly type: string;
  readonly mode: string | null;
  readonly cameo: string | null;
  readonly status: EventStatus;
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  /** Operators that changed it, innermost first. */
  readonly operators: readonly FoundOperator[];
  /** The operator that gave it its type; undefined where that is the row's own. */
  readonly typedBy: FoundOperator | undefined;
}

export function composeEvent(
  view: EventView,
  codebook: Codebook,
  parties: PartyReader,
  match: EventMatch,
  operators: readonly FoundOperator[],
  outer: readonly FoundOperator[] = [],
): ComposedEvent {
  let event: ComposedEvent = {
    match,
    type: match.row.type,
    mode: match.row.mode,
    cameo: match.row.cameo,
    status: "asserted",
    actors: match.actors,
    recipients: match.recipients,
    operators: [],
    typedBy: undefined,
  };
  for (const operator of operators) {
    const result = findResult(codebook, operator.operator, event);
    if (result !== undefined) event = apply(view, parties, event, operator, result);
  }
  return withoutSelf(event.status === "asserted" ? setInto(codebook, event, outer) : event);
}

/** Nobody is whom he acts on, by another way to the same words or by a possessive ("agreed to end his bid"). */
function withoutSelf(event: ComposedEvent): ComposedEvent {
  const others = event.recipients.filter((r) => !event.actors.some((a) => isSameName(a, r)));
  return others.length === event.recipients.length ? event : { ...event, recipients: others };
}

function isSameName(actor: Party, { ref, span }: Party): boolean {
  if (span.start === actor.span.start) return true;
  return ref.name === actor.ref.name && /^(his|her|its|their)\b/i.test(ref.text ?? "");
}

/** The event with the status that the first of `outer` that tells one gives what lies further in. */
function setInto(codebook: Codebook, event: ComposedEvent, outer: readonly FoundOperator[]): ComposedEvent {
  for (const operator of outer) {
    const row = codebook.results.find((r) => r.operator === operator.operator && r.of.includes(OUTER));
    if (row === undefined || row.status === null) continue;
    return { ...event, status: row.status, operators: [...event.operators, operator] };
  }
  return event;
}

/**
 * What marks whom a thing is done to: "called for the release of the crew", "backed the raid on the camp" ask nothing of
 * the crew and speak for nobody in the camp.
 */
const UNDERGOES = /^(of|against|for|on|)$/;

function findResult(
  codebook: Codebook,
  operator: string,
  { type, status, typedBy }: ComposedEvent,
): ResultRow | undefined {
  return codebook.results.find(
    (row) =>
      row.operator === operator &&
      // What is denied is no longer what it was.
      (row.of.includes("*") ||
        row.of.includes(status) ||
        (status !== "denied" &&
          (row.of.includes(type) || (typedBy === undefined && row.of.includes(`=${type}`))))),
  );
}

function apply(
  view: EventView,
  reader: PartyReader,
  event: ComposedEvent,
  operator: FoundOperator,
  result: ResultRow,
): ComposedEvent {
  const changes = result.type !== null || result.status !== null || result.parties !== "own";
  if (!changes) return event;
  const type = result.type ?? event.type;
  const isNewType = result.type !== null && result.type !== event.type;
  return {
    ...event,
    ...takeParties(view, reader, event, operator, result),
    type,
    mode: result.type === null ? event.mode : result.mode,
    cameo: result.type === null ? event.cameo : result.cameo,
    // A type of its own starts anew: "threatened to deny" is a threat made.
    status: result.status ?? (isNewType ? "asserted" : event.status),
    operators: [...event.operators, operator],
    typedBy: isNewType ? operator : event.typedBy,
  };
}

/** The operator's subject acts; whoever it governs is the recipient, else the recipient stays. */
function takeParties(
  view: EventView,
  reader: PartyReader,
  { actors, recipients }: ComposedEvent,
  operator: FoundOperator,
  { parties }: ResultRow,
): { actors: readonly Party[]; recipients: readonly Party[] } {
  if (parties === "own" || !operator.governs) return { actors, recipients };
  if (parties === "teller" && actors.length > 0) return { actors, recipients };
  const found = readSubject(view, reader, operator.word);
  if (found.length === 0) return withoutGovernor(view, operator, actors, recipients);
  if (parties === "authority") return { actors: found, recipients };
  const asked = readAsked(view, reader, operator);
  if (asked.length > 0) return { actors: found, recipients: asked };
  const others = actors.filter((a) => !found.some((f) => isSameParty(f, a)));
  const left = recipients.filter(
    (r) =>
      !found.some((f) => isSameParty(f, r)) &&
      !(parties === "asker" && UNDERGOES.test(markerOf(view, r.head))),
  );
  return { actors: found, recipients: others.length > 0 ? others : left };
}

/**
 * The sides where nobody known governs: a subject that names no party did not do what is under its verb, and of a
 * passive ("the army was asked to free them") the subject is who is to do it.
 */
function withoutGovernor(
  view: EventView,
  { word }: FoundOperator,
  actors: readonly Party[],
  recipients: readonly Party[],
): { actors: readonly Party[]; recipients: readonly Party[] } {
  if (!isVerb(view, word)) return { actors, recipients };
  if (!isPassiveVerb(view, word))
    return findDoer(view, word) < 0 ? { actors, recipients } : { actors: [], recipients };
  const undergoer = findUndergoer(view, word);
  return actors.some(({ head }) => head === undergoer)
    ? { actors: [], recipients: actors }
    : { actors, recipients };
}

/** "appealed to the army to free the pilots": the phrase whose preposition is part of the operator is who is to do it. */
function readAsked(view: EventView, reader: PartyReader, { word, on, row }: FoundOperator): readonly Party[] {
  const { doc } = view;
  if (!isVerb(view, word)) return readAskedByNoun(view, reader, word, on);
  const lemma = doc.lemma[word].toLowerCase();
  // "pressed the junta to leave", where the tree takes the infinitive for a purpose
  const object = relationOf(doc, on) === "advcl" && isInfinitive(view, on) ? childBy(view, word, "obj") : -1;
  if (object > word && object < on && reader.codebook.classes.get(ASKS_SOMEBODY)?.has(lemma)) {
    const asked = reader.read(object, "recipient");
    if (asked.length > 0) return asked;
  }
  for (let child = view.firstChild[word]; child >= 0; child = view.nextSibling[child]) {
    if (child === on || child > on || relationOf(doc, child) !== "obl") continue;
    const isAsked = row.spellings.some(
      ([verb, preposition]) =>
        verb === lemma && preposition !== undefined && hasMarker(view, child, preposition),
    );
    const found = isAsked ? reader.read(child, "recipient") : [];
    if (found.length > 0) return found;
  }
  return [];
}

/** "put pressure on the junta to leave": whom the noun turns to, hung on it or on its verb. */
function readAskedByNoun(view: EventView, reader: PartyReader, noun: number, on: number): readonly Party[] {
  const { doc } = view;
  const head = doc.head[noun];
  const places = head >= 0 && isVerb(view, head) && relationOf(doc, noun) === "obj" ? [noun, head] : [noun];
  for (const place of places)
    for (let child = view.firstChild[place]; child >= 0; child = view.nextSibling[child]) {
      if (child <= noun || child >= on || !/^(nmod|obl)$/.test(relationOf(doc, child))) continue;
      const found = hasMarker(view, child, ...ASKED_BY) ? reader.read(child, "recipient") : [];
      if (found.length > 0) return found;
    }
  return [];
}

function readSubject(view: EventView, reader: PartyReader, word: number): readonly Party[] {
  if (isVerb(view, word)) return reader.read(findDoer(view, word), "actor");
  const { doc } = view;
  for (let child = view.firstChild[word]; child >= 0; child = view.nextSibling[child]) {
    const relation = relationOf(doc, child);
    if (!/^(nmod:poss|amod|compound|nmod)$/.test(relation)) continue;
    // "the appeal to the rebels" is not theirs.
    if (relation === "nmod" && hasMarker(view, child, ...ASKED_BY)) continue;
    const found = reader.read(child, "actor");
    if (found.length > 0) return found;
  }
  const subject = findSubject(view, word, 0);
  if (subject >= 0) return reader.read(subject, "actor");
  const head = doc.head[word];
  return head >= 0 && isVerb(view, head) ? reader.read(findDoer(view, head), "actor") : [];
}
