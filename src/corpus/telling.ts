/**
 * A mention of an event or a statement, as joining needs it: who, what, when, where, in which words.
 *
 * In: a record, its article, and the passages that its sentence is a copy in. Out: sets of keys and ranges of days,
 * so that comparing two mentions reads no text again.
 */
import { type DayRange, readDayRange } from "../core/edtf-range.js";
import type { ActorRef, ArticleRecord, EventRecord, PlaceRef, StatementRecord } from "../core/records.js";
import { sentenceAround } from "./sentence-around.js";
import { contentWords } from "./story-words.js";

export interface Telling {
  readonly record: EventRecord | StatementRecord;
  readonly article: ArticleRecord;
  /** Event type, or `statement`. */
  readonly type: string;
  readonly mode: string | null;
  /** The states and bodies that act and that are acted upon, ministries and persons by their state. */
  readonly actors: ReadonlySet<string>;
  readonly recipients: ReadonlySet<string>;
  /** Persons and bodies by their own ids. */
  readonly named: ReadonlySet<string>;
  /** When it happened, as far as the text or the day of the report tells. */
  readonly range: DayRange | null;
  /** The text itself gives the date. */
  readonly isDated: boolean;
  readonly places: ReadonlySet<string>;
  /** Countries of the places. */
  readonly countries: ReadonlySet<string>;
  /** Content words of the sentence by weight. */
  readonly words: ReadonlyMap<string, number>;
  readonly trigger: string;
  /** Ids of the passages that the sentence stands in. */
  readonly passages: readonly string[];
  readonly sentence: string;
}

/** Days before its report that current news may lie. */
const NEWS_DAYS = 3;

/** The record of an event or statement as a telling; `passages` are those that hold its trigger. */
export function makeTelling(
  record: EventRecord | StatementRecord,
  article: ArticleRecord,
  passages: readonly string[] = [],
): Telling {
  const part = record.kind === "event" ? "trigger" : "content";
  const shown = record.evidence.find((e) => e.part === part) ?? record.evidence[0];
  const sentence = shown === undefined ? "" : sentenceAround(article.text, shown);
  const actors = record.kind === "event" ? record.actors : record.source === null ? [] : [record.source];
  const recipients = record.kind === "event" ? record.recipients : record.addressees;
  const places = record.kind === "event" ? record.places : [];
  const stated = record.date === null ? null : readDayRange(record.date.edtf);
  return {
    record,
    article,
    type: record.kind === "event" ? record.type : "statement",
    mode: record.kind === "event" ? record.eventMode : record.mode,
    actors: linkedKeys(actors),
    recipients: linkedKeys(recipients),
    named: new Set([...actors, ...recipients].flatMap(({ id }) => (id === undefined ? [] : [id]))),
    range: stated ?? (record.kind === "event" && record.recency === "background" ? null : newsRange(article)),
    isDated: stated !== null && record.date?.basis !== "publication",
    places: new Set(places.map(placeKey)),
    countries: new Set(places.flatMap(({ country }) => (country === undefined ? [] : [country]))),
    words: contentWords(record.kind === "event" ? sentence : record.content),
    trigger: (shown?.text ?? "").toLowerCase(),
    passages,
    sentence,
  };
}

/** Keys of those that are linked: "the villagers" of two reports may or may not be the same. */
function linkedKeys(refs: readonly ActorRef[]): Set<string> {
  return new Set(refs.filter(({ id, country }) => id !== undefined || country !== undefined).map(partyKey));
}

/** A state for everybody who is of it, else the id, else the name. */
export function partyKey({ id, name, country }: ActorRef): string {
  return country ?? id ?? name.toLowerCase();
}

export function placeKey({ geonames, name, country }: PlaceRef): string {
  return geonames === undefined ? `${name.toLowerCase()} ${country ?? ""}` : `g${geonames}`;
}

/** The days that news of an article may tell of: its own and a few before. */
function newsRange({ published }: ArticleRecord): DayRange | null {
  const range = published === null ? null : readDayRange(published.edtf);
  return range === null ? null : { from: range.from - NEWS_DAYS, to: range.to };
}
