/**
 * Stories: the same event, or the same statement, in one report or in several.
 *
 * In: articles with their events and statements, and the passages between them. Out: a story for every event, and
 * for every statement that more than one article has, ordered by id.
 */

import { readDayRange } from "../core/edtf-range.js";
import { makeId } from "../core/identity.js";
import type {
  ActorRef,
  ArticleRecord,
  DateValue,
  EventRecord,
  PassageRecord,
  PlaceRef,
  ReferenceRecord,
  StatementRecord,
  StoryRecord,
} from "../core/records.js";
import { countIndependent } from "./independence.js";
import { SHARED_QUOTATION } from "./passage-record.js";
import { sentenceSpan } from "./sentence-around.js";
import type { Copy } from "./sketch.js";
import { groupSketches } from "./story-groups.js";
import { countWords, type WordCounts } from "./story-words.js";
import {
  makeTelling,
  placeKey,
  type StoryMember,
  sentenceOf,
  sidesOf,
  type TellableRecord,
  type Telling,
} from "./telling.js";

export interface StoryInput {
  readonly articles: readonly ArticleRecord[];
  readonly events: readonly EventRecord[];
  readonly references: readonly ReferenceRecord[];
  readonly statements: readonly StatementRecord[];
  readonly passages: readonly PassageRecord[];
}

export function findStories(input: StoryInput): StoryRecord[] {
  const tellings = makeTellings({ ...input, copies: copiedPlaces(input.passages) });
  return groupSketches(tellings)
    .flatMap(({ members }) => makeStory(members.map((i) => tellings[i])) ?? [])
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Where an article has a copy of what others have, and by which rule. */
export interface CopiedPlace {
  readonly passage: string;
  readonly rule: string;
  readonly article: string;
  readonly start: number;
  readonly end: number;
}

/** The places of passages. */
export function copiedPlaces(passages: readonly PassageRecord[]): CopiedPlace[] {
  return passages.flatMap(({ id: passage, rule, occurrences }) =>
    occurrences.map(({ article, start, end }) => ({ passage, rule, article, start, end })),
  );
}

export type TellingInput = Pick<StoryInput, "articles" | "events" | "references" | "statements"> & {
  readonly copies: readonly CopiedPlace[];
};

/** The records among these that may be told twice: events, what refers to them, and statements in somebody's own words. */
export function tellable({
  articles,
  events,
  references,
  statements,
}: Omit<TellingInput, "copies">): TellableRecord[] {
  const ids = new Set(articles.map(({ id }) => id));
  return [
    ...events,
    ...references,
    ...statements.filter(({ mode, source }) => source !== null && mode !== "indirect"),
  ].filter(({ article }) => ids.has(article));
}

/** All mentions of `input` that may be told twice, in the order of {@link tellable}. */
export function makeTellings(input: TellingInput): Telling[] {
  const byId = new Map(input.articles.map((article) => [article.id, article]));
  const copiesOf = findCopies(input.copies);
  const dates = datesBySentence(input.events, byId);
  const counts = countLast();
  return tellable(input).flatMap((record) => {
    const article = byId.get(record.article);
    if (article === undefined) return [];
    const dateBeside = dates.get(sentenceKey(record, article)) ?? null;
    return [makeTelling(record, article, counts(article), copiesOf(record), dateBeside)];
  });
}

/** Finds the copies that hold the trigger or content of a record. */
export function findCopies(places: readonly CopiedPlace[]): (record: TellableRecord) => Copy[] {
  const byArticle = new Map<string, CopiedPlace[]>();
  for (const place of places) {
    const list = byArticle.get(place.article);
    if (list) list.push(place);
    else byArticle.set(place.article, [place]);
  }
  return ({ article, evidence }) => {
    const at = evidence.find((e) => e.part === "trigger" || e.part === "content");
    return (byArticle.get(article) ?? []).flatMap(({ start, end, passage, rule }): Copy[] =>
      at !== undefined && start <= at.start && at.start < end
        ? [{ passage, at: at.start - start, isQuotation: rule === SHARED_QUOTATION }]
        : [],
    );
  };
}

/** The date of each sentence that gives its events only one. */
function datesBySentence(
  events: readonly EventRecord[],
  articles: ReadonlyMap<string, ArticleRecord>,
): Map<string, DateValue | null> {
  const dates = new Map<string, DateValue | null>();
  for (const event of events) {
    const article = articles.get(event.article);
    if (article === undefined || event.date?.text === undefined) continue;
    const key = sentenceKey(event, article);
    const known = dates.get(key);
    dates.set(key, known === undefined || known?.edtf === event.date.edtf ? event.date : null);
  }
  return dates;
}

function sentenceKey(record: TellableRecord, { id, text }: ArticleRecord): string {
  const at = record.evidence.find((e) => e.part === "trigger");
  return at === undefined ? "" : `${id} ${sentenceSpan(text, at).start}`;
}

/** Counts of the words of an article, kept until another one is asked for: records come article by article. */
function countLast(): (article: ArticleRecord) => WordCounts {
  let last: ArticleRecord | undefined;
  let counts: WordCounts = new Map();
  return (article) => {
    if (article !== last) counts = countWords(article.text);
    last = article;
    return counts;
  };
}

/** The story of what was joined; null for a statement that only one article has, and for references alone. */
export function makeStory(members: readonly StoryMember[]): StoryRecord | null {
  const ordered = [...members].sort(compareTellings);
  const telling = ordered.filter(({ record }) => record.kind !== "reference");
  if (telling.length === 0) return null;
  const [first] = telling;
  if (first.record.kind === "statement" && new Set(members.map((m) => m.article.id)).size < 2) return null;
  const ids = ordered.map(({ record }) => record.id);
  const events = telling.flatMap(({ record }) => (record.kind === "event" ? [record] : []));
  return {
    kind: "story",
    id: makeId("sty", ...[...ids].sort()),
    of: first.record.kind === "statement" ? "statement" : "event",
    members: ids,
    articles: [...new Set(ordered.map(({ article }) => article.id))],
    independent: countIndependent(ordered),
    type: mostFrequent(telling.map(({ record }) => (record.kind === "event" ? record.type : "statement"))),
    actors: mergeActors(telling.map(({ record }) => sidesOf(record)[0])),
    recipients: mergeActors(telling.map(({ record }) => sidesOf(record)[1])),
    places: mergePlaces(events),
    date: sharpestDate(telling),
    status: events.length === 0 ? null : mostFrequent(events.map(({ status }) => status)),
    recency:
      events.length === 0
        ? null
        : events.some(({ recency }) => recency === "current")
          ? "current"
          : "background",
    label:
      first.record.kind === "statement" ? first.record.content : sentenceOf(first.record, first.article.text),
    rule: members.length === 1 ? "told once" : "average link",
  };
}

/** By date of the report, then by id: what was told first stands first. */
function compareTellings(a: StoryMember, b: StoryMember): number {
  const left = `${a.article.published?.edtf ?? "~"} ${a.record.id}`;
  const right = `${b.article.published?.edtf ?? "~"} ${b.record.id}`;
  return left < right ? -1 : 1;
}

/** Each actor once, in the order of the members; of a state and its ministry both stay. */
function mergeActors(lists: readonly (readonly ActorRef[])[]): ActorRef[] {
  const seen = new Map<string, ActorRef>();
  for (const { text: _, ...ref } of lists.flat()) {
    const key = ref.id ?? ref.name.toLowerCase();
    if (!seen.has(key)) seen.set(key, ref);
  }
  return [...seen.values()];
}

function mergePlaces(events: readonly EventRecord[]): PlaceRef[] {
  const seen = new Map<string, PlaceRef>();
  for (const { text: _, ...place } of events.flatMap(({ places }) => places)) {
    if (!seen.has(placeKey(place))) seen.set(placeKey(place), place);
  }
  return [...seen.values()];
}

/** The most precise of the members' dates that lies within all others; where they contradict, the first told. */
function sharpestDate(members: readonly StoryMember[]): DateValue | null {
  const dated = members.flatMap(({ record }) => {
    const range = record.date === null ? null : readDayRange(record.date.edtf);
    return record.date === null || range === null
      ? []
      : [{ date: record.date, length: range.to - range.from }];
  });
  if (dated.length === 0) return members.find(({ record }) => record.date !== null)?.record.date ?? null;
  return dated.reduce((best, next) => (next.length < best.length ? next : best)).date;
}

function mostFrequent<T extends string>(values: readonly T[]): T {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
