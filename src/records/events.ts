/**
 * Events: who did what to whom, with every field shown.
 *
 * In: a parsed article with its actors, dates and statements, and the codebook. Out: records in the order of the text.
 * An event stands only where actor, trigger and, for types that need one, recipient hang together on a path that a
 * row of the codebook states. Operators above the trigger change its type or status and stay visible in `rule`.
 */

import { type Evidence, type EvidencePart, makeEvidence, type Span } from "../core/evidence.js";
import { extend } from "../core/extend.js";
import { makeId } from "../core/identity.js";
import type { ArticleRecord, EventRecord, StatementRecord } from "../core/records.js";
import type { ParsedDoc } from "../language/doc.js";
import type { ArticleActors } from "../mentions/actors.js";
import type { DateMention } from "../mentions/date-mention.js";
import type { Codebook } from "./codebook-types.js";
import {
  findContexts,
  findEventDate,
  findEventPlaces,
  findSentenceDate,
  type PlaceMention,
} from "./event-circumstance.js";
import { type CodedEvent, codeText } from "./event-coder.js";
import type { EventModels } from "./event-model.js";
import { RecencyReader } from "./event-recency.js";
import { type EventView, makeEventView } from "./event-view.js";
import { chainOf, findStatementAround } from "./on-whose-word.js";

export interface EventInput {
  readonly article: ArticleRecord;
  readonly doc: ParsedDoc;
  readonly actors: ArticleActors;
  readonly dates: readonly DateMention[];
  readonly statements: readonly StatementRecord[];
  /** Resolved places; without them events have none. */
  readonly places?: readonly PlaceMention[];
  readonly codebook: Codebook;
  /** The disambiguator; without it the codebook alone decides. */
  readonly models?: EventModels;
}

export function findEvents(input: EventInput): EventRecord[] {
  return codeArticle(input).events;
}

/** Its events, and what a row fits that is not believed or lacks a party. */
export function codeArticle(input: EventInput): {
  events: EventRecord[];
  leftOut: readonly CodedEvent[];
} {
  const view = makeEventView(input.doc);
  const excluded = [...input.article.boilerplate, ...input.article.evidence];
  const { events, leftOut } = codeText(extend(input, { view, excluded }));
  const recency = new RecencyReader(view, input.article, input.dates);
  return { events: events.map((event) => finish(input, view, recency, event)), leftOut };
}

function finish(input: EventInput, view: EventView, recency: RecencyReader, event: CodedEvent): EventRecord {
  const { article, codebook } = input;
  const { match, actors, recipients } = event;
  const type = codebook.types.get(event.type)!;
  const anchors = anchorsOf(event);
  const date =
    findEventDate(view, anchors, input.dates) ??
    sharedDate(view, anchors, input.dates) ??
    findSentenceDate(view, anchors, input.dates);
  const places = findEventPlaces(view, anchors, input.places ?? []);
  const top = match.carrier >= 0 ? match.carrier : match.trigger;
  const triggers = triggerSpans(view, event);
  const statement = findStatementAround(triggers[0], input.statements);
  const cameo = event.cameo;
  const evidence: Evidence[] = [];
  const show = (part: EvidencePart, spans: readonly Span[]) => {
    for (const span of spans) evidence.push(makeEvidence(article.id, article.text, span, part));
  };
  show(
    "actor",
    actors.map(({ span }) => span),
  );
  show("trigger", triggers);
  show(
    "recipient",
    recipients.map(({ span }) => span),
  );
  if (date !== undefined) show("date", [date]);
  if (date?.reference !== undefined) show("antecedent", [date.reference]);
  show("place", places);
  for (const { antecedent } of [...actors, ...recipients])
    if (antecedent !== undefined) show("antecedent", [antecedent]);
  return {
    kind: "event",
    id: makeId(
      "eve",
      article.id,
      event.type,
      triggers[0].start,
      triggers[0].end,
      ...[...actors, ...recipients].map(({ ref }) => ref.id ?? ref.name),
    ),
    article: article.id,
    type: event.type,
    eventMode: event.mode,
    contexts: findContexts(view, codebook, top, match.row.contexts),
    cameo,
    quad: type.quad,
    goldstein: cameo === null ? null : (codebook.cameo.get(cameo)?.goldstein ?? null),
    actors: actors.map(({ ref }) => ref),
    recipients: recipients.map(({ ref }) => ref),
    places: places.map(({ ref }) => ref),
    date: date?.value ?? null,
    status: event.status,
    recency: recency.read(top, date),
    attribution: chainOf(statement),
    evidence,
    rule: [
      match.failed.length > 0 ? `${match.row.id}~` : match.row.id,
      ...event.operators.map(({ operator }) => operator),
    ].join(" "),
    confidence: Math.round(event.confidence * 1000) / 1000,
  };
}

/** Words on which the event's own date and place hang. */
function anchorsOf({ match, typedBy }: CodedEvent): number[] {
  const anchors = [match.trigger];
  if (match.carrier >= 0) anchors.push(match.carrier);
  if (typedBy !== undefined) anchors.push(typedBy.word);
  return anchors;
}

/** The date of the verb that a bare noun or a second verb hangs on. */
function sharedDate(
  view: EventView,
  anchors: readonly number[],
  dates: readonly DateMention[],
): DateMention | undefined {
  const { doc } = view;
  const top = anchors[anchors.length - 1];
  const head = doc.head[top];
  if (head < 0) return undefined;
  const relation = doc.names.deprel[doc.deprel[top]];
  return /^(nsubj|obj|obl|nmod|conj|xcomp)/.test(relation) ? findEventDate(view, [head], dates) : undefined;
}

/** The trigger's own words, its light verb, and the operators that made it what it is. */
function triggerSpans({ doc }: EventView, { match, operators, absorbed }: CodedEvent): Span[] {
  const words = new Set<number>([match.trigger]);
  if (match.carrier >= 0) words.add(match.carrier);
  for (const { word } of operators) words.add(word);
  for (const word of absorbed) words.add(word);
  const spans: Span[] = [];
  const own = { start: doc.start[match.first], end: doc.end[Math.max(match.trigger, match.last)] };
  spans.push(own);
  for (const word of [...words].sort((a, b) => a - b)) {
    const span = { start: doc.start[word], end: doc.end[word] };
    if (span.start < own.start || span.end > own.end) spans.push(span);
  }
  return spans;
}
