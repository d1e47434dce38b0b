/**
 * References: words that tell of an event and are coded as none, so that a story may count the report that has them.
 *
 * In: a parsed article with its actors, dates, places, statements and the events that were coded. Out: at most one
 * record for a sentence without an event, in the order of the text: the likeliest trigger of a row that fits there, whose
 * event lacks a party or is not believed, else the word nearest the top of the sentence with which a row of the
 * codebook begins; and whatever the sentence names: parties, places, the day. Who did what to whom
 * is left open: what is lacking may be just that ("the shelling of the port", "On Sunday four died there").
 * A sentence that gives neither a day nor a place refers to nothing that could be found again.
 */
import { type Evidence, makeEvidence, type Span } from "../core/evidence.js";
import { makeId } from "../core/identity.js";
import type { EventRecord, ReferenceRecord } from "../core/records.js";
import { SpanCover } from "../core/span-cover.js";
import { type ParsedDoc, UPOS } from "../language/doc.js";
import type { DateMention } from "../mentions/date-mention.js";
import type { Codebook } from "./codebook-types.js";
import { findEventDate, findSentenceDate } from "./event-circumstance.js";
import { type CodedEvent, candidateRows } from "./event-coder.js";
import { findOperators } from "./event-operators.js";
import { RecencyReader } from "./event-recency.js";
import { findSpelling } from "./event-spelling.js";
import { type EventView, makeEventView } from "./event-view.js";
import type { EventInput } from "./events.js";
import { chainOf, findStatementAround } from "./on-whose-word.js";

export interface ReferenceInput extends Omit<EventInput, "models"> {
  readonly events: readonly EventRecord[];
  /** What rows fit without being an event. */
  readonly leftOut: readonly CodedEvent[];
}

/** The word that tells of the event, and the row that fits there if one does. */
interface Trigger {
  readonly word: number;
  readonly fitting: CodedEvent | undefined;
}

/** A party as written. */
interface NamedParty extends Span {
  readonly ref: ReferenceRecord["parties"][number];
}

const VERB = UPOS.indexOf("VERB");
const PROPN = UPOS.indexOf("PROPN");
const NOUN = UPOS.indexOf("NOUN");

export function findReferences(input: ReferenceInput): ReferenceRecord[] {
  const { article, doc } = input;
  const view = makeEventView(doc);
  const excluded = new SpanCover([...article.boilerplate, ...article.evidence]);
  const recency = new RecencyReader(view, article, input.dates);
  const told = new Set(
    input.events.flatMap(({ evidence }) => evidence.flatMap((e) => (e.part === "trigger" ? [e.start] : []))),
  );
  const said = findSaid(input);
  const references: ReferenceRecord[] = [];
  for (let s = 0; s + 1 < doc.sentence.length; s++) {
    const [from, to] = [doc.sentence[s], doc.sentence[s + 1]];
    if (excluded.reachFrom(doc.start[from]) + 1 >= doc.end[to - 1]) continue;
    let isTold = false;
    for (let i = from; i < to && !isTold; i++) isTold = told.has(doc.start[i]);
    if (isTold) continue;
    const fitting = findFitting(input, said, from, to);
    const word = fitting?.match.trigger ?? findTrigger(view, input, said, from, to);
    if (word < 0) continue;
    const trigger = { word, fitting };
    const reference = finish(input, view, recency, said, trigger, from, to);
    if (reference !== undefined) references.push(reference);
  }
  return references;
}

/** Where statements have their cues, sources and days: who says something and when is no part of what is told. */
interface Said {
  readonly cues: ReadonlySet<number>;
  readonly sources: SpanCover;
  readonly days: ReadonlySet<number>;
}

function findSaid({ statements }: ReferenceInput): Said {
  const starts = (part: string) =>
    new Set(
      statements.flatMap(({ evidence }) => evidence.flatMap((e) => (e.part === part ? [e.start] : []))),
    );
  const sources = statements.flatMap(({ evidence }) => evidence.filter(({ part }) => part === "source"));
  return { cues: starts("cue"), sources: new SpanCover(sources), days: starts("date") };
}

/** Above this probability of no event a row that fits says nothing. */
const NO_EVENT = 0.95;

/** Of what rows fit in a sentence and what has happened, whoever did it, the one nearest the top, verbs first. */
function findFitting(
  { doc, dates, leftOut }: ReferenceInput,
  said: Said,
  from: number,
  to: number,
): CodedEvent | undefined {
  let best: CodedEvent | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const event of leftOut) {
    const word = event.match.trigger;
    if (word < from || word >= to || said.cues.has(doc.start[word]) || isOfDate(doc, dates, word)) continue;
    if (event.noEvent >= NO_EVENT || !isTold(event)) continue;
    const steps = depthOf(doc, word);
    if (steps >= least) continue;
    least = steps;
    best = event;
  }
  return best;
}

/** "March" in "8 March". */
function isOfDate(doc: ParsedDoc, dates: readonly DateMention[], word: number): boolean {
  return dates.some(({ start, end }) => start <= doc.start[word] && doc.end[word] <= end);
}

/** Something that has happened, or that somebody denies; "there was no attack" tells of none. */
function isTold({ status, operators }: CodedEvent): boolean {
  return status === "asserted" || operators.some(({ operator }) => operator === "deny");
}

/** Operators over what has happened, or is said not to have. */
const FACTUAL: ReadonlySet<string> = new Set(["aspect", "cause", "deny", "end", "light", "renew"]);

function hasHappened(view: EventView, codebook: Codebook, word: number): boolean {
  return findOperators(view, codebook, word, -1).every(({ operator }) => FACTUAL.has(operator));
}

/** The word nearest the top of its sentence, verbs first, that the codebook knows as a trigger's; -1 for none. */
function findTrigger(
  view: EventView,
  { codebook, dates }: ReferenceInput,
  said: Said,
  from: number,
  to: number,
): number {
  const { doc } = view;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let i = from; i < to; i++) {
    if ((doc.upos[i] !== VERB && doc.upos[i] !== NOUN) || said.cues.has(doc.start[i])) continue;
    // "There was no attack": what was is told by the noun.
    if (doc.lemma[i] === "be" || isOfDate(doc, dates, i) || typesAt(view, codebook, i).length === 0) continue;
    const steps = depthOf(doc, i);
    if (steps >= least || !hasHappened(view, codebook, i)) continue;
    least = steps;
    best = i;
  }
  return best;
}

/** Steps to the top of the sentence; of a verb and another word as deep, the verb is nearer. */
function depthOf(doc: ParsedDoc, word: number): number {
  let steps = 0;
  for (let at = word; doc.head[at] >= 0; at = doc.head[at]) steps++;
  return steps * 2 + (doc.upos[word] === VERB ? 0 : 1);
}

/** The types of the rows whose words stand from word `i` on. */
function typesAt(view: EventView, codebook: Codebook, i: number): string[] {
  const rows = candidateRows(codebook, view.doc, i).filter((row) => findSpelling(view, row, i) !== undefined);
  return [...new Set(rows.map(({ type }) => type))];
}

function finish(
  input: ReferenceInput,
  view: EventView,
  recency: RecencyReader,
  said: Said,
  { word, fitting }: Trigger,
  from: number,
  to: number,
): ReferenceRecord | undefined {
  const { article, doc, codebook, statements } = input;
  const inside = { start: doc.start[from], end: doc.end[to - 1] };
  const named = input.actors.mentions
    .filter((m) => m.from >= from && m.to <= to && (m.ref.id !== undefined || m.ref.country !== undefined))
    .map((m): NamedParty => ({ start: doc.start[m.from], end: doc.end[m.to - 1], ref: m.ref }));
  const parties = named.filter(({ start, end }) => said.sources.reachFrom(start) < end);
  const places = (input.places ?? []).filter(
    (place) => isWithin(place, inside) && !said.sources.holds(place.start),
  );
  const date =
    findEventDate(view, [word], input.dates) ??
    findSentenceDate(view, [word], input.dates) ??
    findOnlyDate(input.dates, said, inside);
  const isSomewhere = places.length > 0 || namesSpot(doc, said, [...named, ...input.dates], from, to);
  if (date === undefined && !isSomewhere) return undefined;
  const span = { start: doc.start[word], end: doc.end[word] };
  const evidence: Evidence[] = [];
  const show = (part: Evidence["part"], spans: readonly Span[]) => {
    for (const at of spans) evidence.push(makeEvidence(article.id, article.text, at, part));
  };
  show("trigger", [span]);
  show("actor", parties);
  show("place", places);
  if (date !== undefined) show("date", [date]);
  if (date?.reference !== undefined) show("antecedent", [date.reference]);
  return {
    kind: "reference",
    id: makeId("ref", article.id, span.start, span.end),
    article: article.id,
    types: fitting === undefined ? typesIn(view, codebook, said, from, to) : [fitting.type],
    parties: dedupe(parties.map(({ ref }) => ref)),
    places: places.map(({ ref }) => ref),
    date: date?.value ?? null,
    recency: recency.read(word, date),
    attribution: chainOf(findStatementAround(span, statements)),
    evidence,
    rule: fitting === undefined ? "trigger without an event" : `${fitting.match.row.id} without an event`,
  };
}

function typesIn(view: EventView, codebook: Codebook, said: Said, from: number, to: number): string[] {
  const { doc } = view;
  const types = new Set<string>();
  for (let i = from; i < to; i++)
    if ((doc.upos[i] === VERB || doc.upos[i] === NOUN) && !said.cues.has(doc.start[i]))
      for (const type of typesAt(view, codebook, i)) types.add(type);
  return [...codebook.types.keys()].filter((type) => types.has(type));
}

/** A name that no table and no gazetteer knows, beside those of parties, of days and of who says it. */
function namesSpot(
  doc: ParsedDoc,
  { sources }: Said,
  taken: readonly Span[],
  from: number,
  to: number,
): boolean {
  const isTaken = (at: number) =>
    sources.holds(at) || taken.some(({ start, end }) => start <= at && at < end);
  for (let i = from; i < to; i++) if (doc.upos[i] === PROPN && !isTaken(doc.start[i])) return true;
  return false;
}

/** The one day of a sentence on which nothing is said. */
function findOnlyDate(dates: readonly DateMention[], said: Said, inside: Span): DateMention | undefined {
  const own = dates.filter(
    (date) =>
      isWithin(date, inside) &&
      (date.type === "DATE" || date.type === "TIME") &&
      !/_REF$/.test(date.timex ?? "") &&
      !said.days.has(date.start),
  );
  return own.length === 1 ? own[0] : undefined;
}

function isWithin({ start, end }: Span, inside: Span): boolean {
  return start >= inside.start && end <= inside.end;
}

function dedupe(refs: readonly NamedParty["ref"][]): NamedParty["ref"][] {
  const seen = new Set<string>();
  return refs.filter(({ id, name }) => {
    const key = id ?? name;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
