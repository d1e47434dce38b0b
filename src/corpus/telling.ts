/**
 * A mention of an event or a statement, as joining needs it: who, what, when, where, in which words.
 *
 * In: a record, its article, and the passages that its sentence is a copy in. Out: sets of keys and ranges of days,
 * so that comparing two mentions reads no text again.
 */
import { type DayRange, readDayRange } from "../core/edtf-range.js";
import type {
  ActorRef,
  ArticleRecord,
  DateValue,
  EventRecord,
  PlaceRef,
  StatementRecord,
} from "../core/records.js";
import { sentenceAround } from "./sentence-around.js";
import { contentWords, spotsOf, type WordCounts } from "./story-words.js";

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
  /** The text itself gives the date, be it as "Monday". */
  readonly isDated: boolean;
  readonly places: ReadonlySet<string>;
  /** Countries of the places. */
  readonly countries: ReadonlySet<string>;
  /** Names behind a preposition of place, whether a gazetteer has them or not. */
  readonly spots: ReadonlySet<string>;
  /** Content words of the sentence by weight. */
  readonly words: ReadonlyMap<string, number>;
  readonly trigger: string;
  /** Where the trigger stands in the article. */
  readonly at: number;
  /** The passages that the trigger stands in. */
  readonly copies: readonly Copy[];
  readonly sentence: string;
}

/** Where in a passage a trigger stands. */
export interface Copy {
  readonly passage: string;
  /** Characters from the passage's begin in this article. */
  readonly at: number;
  /** Articles have the quotation from its speaker and not from each other. */
  readonly isQuotation: boolean;
}

/** Days before its report that current news may lie. */
const NEWS_DAYS = 3;

/** Words of a phrase that is more than a name. */
const LONG = 3;

/** The record of an event or statement as a telling; `copies` are the passages that hold its trigger,
 * `dateBeside` is the one date that its sentence gives to another event. */
export function makeTelling(
  record: EventRecord | StatementRecord,
  article: ArticleRecord,
  counts: WordCounts,
  copies: readonly Copy[] = [],
  dateBeside: DateValue | null = null,
): Telling {
  const part = record.kind === "event" ? "trigger" : "content";
  const shown = record.evidence.find((e) => e.part === part) ?? record.evidence[0];
  const sentence = shown === undefined ? "" : sentenceAround(article.text, shown);
  const actors = record.kind === "event" ? record.actors : record.source === null ? [] : [record.source];
  const recipients = record.kind === "event" ? record.recipients : record.addressees;
  const places = record.kind === "event" ? record.places : [];
  // The trigger is compared by itself too.
  const names = [...actors, ...recipients].flatMap(namesOf);
  if (record.kind === "event" && shown !== undefined) names.push(shown.text);
  const date = record.date ?? dateBeside;
  const stated = date === null ? null : readDayRange(date.edtf);
  return {
    record,
    article,
    type: record.kind === "event" ? record.type : "statement",
    mode: record.kind === "event" ? record.eventMode : record.mode,
    actors: linkedKeys(actors),
    recipients: linkedKeys(recipients),
    named: new Set([...actors, ...recipients].flatMap(({ id }) => (id === undefined ? [] : [id]))),
    range: stated ?? (record.kind === "event" && record.recency === "background" ? null : newsRange(article)),
    isDated: stated !== null && (date?.text !== undefined || date?.basis === "text"),
    places: new Set(places.map(placeKey)),
    countries: new Set(places.flatMap(({ country }) => (country === undefined ? [] : [country]))),
    spots: spotsOf(sentence),
    words: contentWords(record.kind === "event" ? sentence : record.content, counts, names),
    at: shown?.start ?? 0,
    trigger: (shown?.text ?? "").toLowerCase(),
    copies,
    sentence,
  };
}

/** Words that stand for one that is linked; a long phrase tells more than who it is ("the post near Wour"). */
function namesOf({ id, country, name, text = "" }: ActorRef): string[] {
  if (id === undefined && country === undefined) return [];
  return text.split(" ").length > LONG ? [name] : [name, text];
}

/** Keys of those that are linked: "the villagers" of two reports may or may not be the same. */
export function linkedKeys(refs: readonly ActorRef[]): Set<string> {
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
