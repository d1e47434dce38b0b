/**
 * The coder: triggers of a text, the rows that fit them, and what operators make of them.
 *
 * Each word is looked up once; most words are in no row. Of the rows that fit a word the most specific wins: more
 * words, then a recipient, then more conditions; where types differ the disambiguator decides.
 */
import type { Span } from "../core/evidence.js";
import { extend } from "../core/extend.js";
import type { StatementRecord } from "../core/records.js";
import { SpanCover } from "../core/span-cover.js";
import { getForm, type ParsedDoc, UPOS } from "../language/doc.js";
import type { ArticleActors } from "../mentions/actors.js";
import type { Codebook, EventRow } from "./codebook-types.js";
import { whyLeftOut } from "./event-admission.js";
import { addBelligerents } from "./event-belligerents.js";
import { type ComposedEvent, composeEvent } from "./event-composition.js";
import { type EventMatch, EventMatcher, type EventMiss, isMatch, specificity } from "./event-match.js";
import { EventJudge, type EventJudgement, type EventModels } from "./event-model.js";
import { findOperators } from "./event-operators.js";
import { findOuterOperators } from "./event-outer-clause.js";
import { PartyReader } from "./event-party-reader.js";
import { settleEvents } from "./event-settlement.js";
import type { EventView } from "./event-view.js";

export interface CoderInput {
  readonly doc: ParsedDoc;
  readonly view: EventView;
  readonly actors: ArticleActors;
  readonly statements: readonly StatementRecord[];
  readonly codebook: Codebook;
  readonly models?: EventModels;
  /** Text that is never coded: headers, credits. */
  readonly excluded: readonly Span[];
  /** Words that are known to name a party. */
  readonly given?: readonly Span[];
  /** Keep what lacks a party or is no event by the model: for training and explanations. */
  readonly withRejected?: boolean;
}

/** An event with its confidence, before it is written as a record. */
export interface CodedEvent extends ComposedEvent {
  readonly confidence: number;
  /** Probability that the words tell of no event. */
  readonly noEvent: number;
  /** Probability of the type by the learned part; null where it does not judge or does not know the type. */
  readonly likelihood: number | null;
  /** Triggers of events that this one took up. */
  readonly absorbed: readonly number[];
}

const NOUN = UPOS.indexOf("NOUN");
const VERB = UPOS.indexOf("VERB");
const ADJ = UPOS.indexOf("ADJ");
const PROPN = UPOS.indexOf("PROPN");
const AUX = UPOS.indexOf("AUX");

/** Rows whose first word can be word `i`. */
export function candidateRows(codebook: Codebook, doc: ParsedDoc, i: number): readonly EventRow[] {
  const tag = doc.upos[i];
  if (tag !== NOUN && tag !== VERB && tag !== ADJ && tag !== PROPN && tag !== AUX) return [];
  const lemma = doc.lemma[i].toLowerCase();
  const own = codebook.byFirstWord.get(lemma) ?? [];
  if (tag === AUX) return own;
  const form = getForm(doc, i).toLowerCase();
  if (form === lemma) return own;
  const byForm = codebook.byFirstWord.get(form);
  return byForm === undefined ? own : [...own, ...byForm.filter((row) => !own.includes(row))];
}

/** A row without the object that it asks for is believed from this probability of its type on. Measured on kept sentences. */
const NEAR_FROM = 0.9;
/** How much a row's specificity weighs against the model's natural logarithm where types differ. */
const SPECIFICITY_WEIGHT = 1 / 60;

/** The events of a text, in the order of their triggers; with `withRejected` all that rows fit. */
export function codeEvents(input: CoderInput): CodedEvent[] {
  const judge = makeJudge(input);
  const found = findCandidates(input, judge);
  return input.withRejected
    ? found
    : settleEvents(input, judge, found).filter((event) => !whyLeftOut(input, event));
}

function makeJudge(input: CoderInput): EventJudge | undefined {
  return input.models === undefined ? undefined : new EventJudge(input, input.models);
}

/** What rows fit: events, and what is not believed or lacks a party. */
export interface Coding {
  readonly events: readonly CodedEvent[];
  readonly leftOut: readonly CodedEvent[];
}

/** The events of a text with what was left out beside them, both in the order of their triggers. */
export function codeText(input: CoderInput): Coding {
  const judge = makeJudge(input);
  const settled = settleEvents(input, judge, findCandidates(input, judge));
  const stands = settled.map((event) => whyLeftOut(input, event) === undefined);
  return {
    events: settled.filter((_, i) => stands[i]),
    leftOut: settled.filter((_, i) => !stands[i]),
  };
}

/** The likeliest event at each word that a row fits. */
function findCandidates(input: CoderInput, judge: EventJudge | undefined): CodedEvent[] {
  const { doc, view, codebook } = input;
  const parties = new PartyReader(view, input.actors, codebook, input.statements, input.given);
  const matcher = new EventMatcher(view, parties, codebook);
  const found: CodedEvent[] = [];
  const excluded = new SpanCover(input.excluded);
  for (let s = 0; s + 1 < doc.sentence.length; s++) {
    const from = doc.sentence[s];
    const to = doc.sentence[s + 1];
    if (excluded.reachFrom(doc.start[from]) + 1 >= doc.end[to - 1]) continue;
    const words = wordsOf(doc, from, to);
    for (let i = from; i < to; i++) {
      const event = codeTrigger(input, matcher, judge, words, i, found);
      if (event !== undefined) found.push(event);
    }
  }
  return found;
}

/** The event at word `i`: the most specific row of each type, and of these the one that the model finds likeliest. */
function codeTrigger(
  input: CoderInput,
  matcher: EventMatcher,
  judge: EventJudge | undefined,
  words: ReadonlySet<string>,
  i: number,
  before: readonly CodedEvent[],
): CodedEvent | undefined {
  const rows = candidateRows(input.codebook, input.doc, i).filter((row) => mayStand(row, words));
  if (rows.length === 0) return undefined;
  const { exact, near } = bestOfEachType(matcher, rows, i, judge !== undefined);
  if (exact.length > 0 || judge === undefined) return chooseEvent(input, matcher, judge, exact, before);
  const event = chooseEvent(input, matcher, judge, near.filter(hasBothSides), before);
  return event !== undefined && (event.likelihood ?? 0) >= NEAR_FROM ? event : undefined;
}

/** Lemmas and forms of words `from` to `to`, in lower case. */
function wordsOf(doc: ParsedDoc, from: number, to: number): ReadonlySet<string> {
  const words = new Set<string>(["one's"]);
  for (let i = from; i < to; i++) words.add(doc.lemma[i].toLowerCase()).add(getForm(doc, i).toLowerCase());
  return words;
}

/** False for a phrase of which the sentence lacks a word: most rows of "take" and "give". */
function mayStand({ spellings }: EventRow, words: ReadonlySet<string>): boolean {
  for (const spelling of spellings) {
    let k = 1;
    while (k < spelling.length && words.has(spelling[k])) k++;
    if (k >= spelling.length) return true;
  }
  return false;
}

/** The most specific match of each type at word `i`: of rows that fit, and of those that lack one condition. */
function bestOfEachType(
  matcher: EventMatcher,
  rows: readonly EventRow[],
  i: number,
  withNear: boolean,
): { exact: readonly EventMatch[]; near: readonly EventMatch[] } {
  const exact = new Map<string, EventMatch>();
  const near = new Map<string, EventMatch>();
  const otherSenses = new Set<string>();
  for (const row of rows) {
    const match: EventMatch | EventMiss = matcher.match(row, i, withNear);
    if (!isMatch(match)) {
      if (match.isOtherSense) otherSenses.add(row.type);
      continue;
    }
    const byType = match.failed.length === 0 ? exact : near;
    const before = byType.get(row.type);
    if (before === undefined || specificity(match) > specificity(before)) byType.set(row.type, match);
  }
  return {
    exact: [...exact.values()],
    near: [...near.values()].filter(({ row }) => !otherSenses.has(row.type)),
  };
}

/** Two linked parties, so that the words between them can tell what a row's missing object does not. */
function hasBothSides({ actors, recipients }: EventMatch): boolean {
  return actors.some(({ isLinked }) => isLinked) && recipients.length > 0;
}

/** Of matches of several types at one trigger the one that specificity and model together prefer. */
function chooseEvent(
  input: CoderInput,
  matcher: EventMatcher,
  judge: EventJudge | undefined,
  matches: readonly EventMatch[],
  before: readonly CodedEvent[],
): CodedEvent | undefined {
  const { view, codebook } = input;
  let best: { event: ComposedEvent; judgement: EventJudgement | undefined } | undefined;
  let top = Number.NEGATIVE_INFINITY;
  for (const match of matches) {
    const operators = findOperators(view, codebook, match.trigger, match.carrier);
    const reached = operators.findLast(({ governs }) => governs)?.word ?? carrierOr(match);
    const outer = findOuterOperators(view, codebook, reached, operators);
    const event = addBelligerents(
      input,
      composeEvent(view, codebook, matcher.parties, match, operators, outer),
      before,
    );
    const judgement = judge?.judge(event);
    const score = specificity(match) * SPECIFICITY_WEIGHT + Math.log(Math.max(0.002, judgement?.type ?? 0.1));
    if (score <= top) continue;
    top = score;
    best = { event, judgement };
  }
  if (best === undefined) return undefined;
  const { event, judgement } = best;
  return extend(event, {
    confidence: judge === undefined || judgement === undefined ? 0.5 : judge.confide(event, judgement),
    noEvent: judgement?.none ?? 0,
    likelihood: judgement?.type ?? null,
    absorbed: [],
  });
}

/** The word that an event's operators stand over: its light verb, if it has one. */
function carrierOr({ carrier, trigger }: EventMatch): number {
  return carrier >= 0 ? carrier : trigger;
}
