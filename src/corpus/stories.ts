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
  StatementRecord,
  StoryRecord,
} from "../core/records.js";
import { countIndependent } from "./independence.js";
import { SHARED_QUOTATION } from "./passage-record.js";
import { sentenceSpan } from "./sentence-around.js";
import { groupTellings } from "./story-groups.js";
import { countWords, type WordCounts } from "./story-words.js";
import { type Copy, makeTelling, placeKey, type Telling } from "./telling.js";

export interface StoryInput {
  readonly articles: readonly ArticleRecord[];
  readonly events: readonly EventRecord[];
  readonly statements: readonly StatementRecord[];
  readonly passages: readonly PassageRecord[];
}

export function findStories(input: StoryInput): StoryRecord[] {
  return joinStories(makeTellings(input))
    .flatMap(({ story }) => story ?? [])
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Mentions that are one. */
export interface JoinedStory {
  /** The same number for all that a chain of links connects: another mention changes no other component. */
  readonly component: number;
  readonly members: readonly Telling[];
  /** Null for a statement that only one article has. */
  readonly story: StoryRecord | null;
}

export function joinStories(tellings: readonly Telling[]): JoinedStory[] {
  return groupTellings(tellings).flatMap(({ groups }, component) =>
    groups.map((group) => {
      const members = group.map((i) => tellings[i]);
      const isTold = members[0].record.kind === "event" || new Set(members.map((m) => m.article.id)).size > 1;
      return { component, members, story: isTold ? makeStory(members) : null };
    }),
  );
}

/** All mentions of `input` that may be told twice. */
export function makeTellings({ articles, events, statements, passages }: StoryInput): Telling[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const copiesIn = groupCopies(passages);
  const dates = datesBySentence(events, byId);
  const counts = countLast();
  return [
    ...events,
    ...statements.filter(({ mode, source }) => source !== null && mode !== "indirect"),
  ].flatMap((record) => {
    const article = byId.get(record.article);
    if (article === undefined) return [];
    const at = record.evidence.find((e) => e.part === "trigger" || e.part === "content");
    const copies = (copiesIn.get(record.article) ?? []).flatMap(
      ({ start, end, passage, isQuotation }): Copy[] =>
        at !== undefined && start <= at.start && at.start < end
          ? [{ passage, at: at.start - start, isQuotation }]
          : [],
    );
    return [
      makeTelling(record, article, counts(article), copies, dates.get(sentenceKey(record, article)) ?? null),
    ];
  });
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

function sentenceKey(record: EventRecord | StatementRecord, { id, text }: ArticleRecord): string {
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

interface CopyPlace {
  readonly start: number;
  readonly end: number;
  readonly passage: string;
  readonly isQuotation: boolean;
}

function groupCopies(passages: readonly PassageRecord[]): Map<string, CopyPlace[]> {
  const byArticle = new Map<string, CopyPlace[]>();
  for (const { id, occurrences, rule } of passages) {
    for (const { article, start, end } of occurrences) {
      const place = { start, end, passage: id, isQuotation: rule === SHARED_QUOTATION };
      const list = byArticle.get(article);
      if (list) list.push(place);
      else byArticle.set(article, [place]);
    }
  }
  return byArticle;
}

function makeStory(members: readonly Telling[]): StoryRecord {
  const ordered = [...members].sort(compareTellings);
  const first = ordered[0];
  const ids = ordered.map(({ record }) => record.id);
  const events = ordered.flatMap(({ record }) => (record.kind === "event" ? [record] : []));
  return {
    kind: "story",
    id: makeId("sty", ...[...ids].sort()),
    of: first.record.kind,
    members: ids,
    articles: [...new Set(ordered.map(({ article }) => article.id))],
    independent: countIndependent(ordered),
    type: mostFrequent(ordered.map(({ type }) => type)),
    actors: mergeActors(
      ordered.map(({ record }) => (record.kind === "event" ? record.actors : sourceOf(record))),
    ),
    recipients: mergeActors(
      ordered.map(({ record }) => (record.kind === "event" ? record.recipients : record.addressees)),
    ),
    places: mergePlaces(events),
    date: sharpestDate(ordered),
    status: events.length === 0 ? null : mostFrequent(events.map(({ status }) => status)),
    recency:
      events.length === 0
        ? null
        : events.some(({ recency }) => recency === "current")
          ? "current"
          : "background",
    label: first.record.kind === "event" ? first.sentence : first.record.content,
    rule: members.length === 1 ? "told once" : "average link",
  };
}

/** By date of the report, then by id: what was told first stands first. */
function compareTellings(a: Telling, b: Telling): number {
  const left = `${a.article.published?.edtf ?? "~"} ${a.record.id}`;
  const right = `${b.article.published?.edtf ?? "~"} ${b.record.id}`;
  return left < right ? -1 : 1;
}

function sourceOf({ source }: StatementRecord): readonly ActorRef[] {
  return source === null ? [] : [source];
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
function sharpestDate(members: readonly Telling[]): DateValue | null {
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
