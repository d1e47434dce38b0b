/**
 * A mention of an event or a statement, as joining needs it: who, what, when, where, in which words.
 *
 * In: a record, its article, and the passages that its sentence is a copy in. Out: sets of keys and ranges of days,
 * so that comparing two mentions reads no text again.
 */
import { type DayRange, readDayRange } from "../core/edtf-range.js";
import type { Evidence } from "../core/evidence.js";
import type {
  ActorRef,
  ArticleRecord,
  DateValue,
  EventRecord,
  PlaceRef,
  StatementRecord,
} from "../core/records.js";
import { sentenceAround } from "./sentence-around.js";
import type { Copy, Sketch } from "./sketch.js";
import { contentWords, spotsOf, type WordCounts } from "./story-words.js";
import { hashWord } from "./word-hash.js";

export interface Telling extends Sketch {
  readonly record: EventRecord | StatementRecord;
  readonly article: ArticleRecord;
  /** Where the trigger stands in the article. */
  readonly at: number;
  readonly sentence: string;
}

/** A mention as its story tells it. */
export type StoryMember = Pick<Telling, "record" | "copies"> & {
  readonly article: Pick<ArticleRecord, "id" | "published" | "agency" | "text">;
};

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
  const shown = shownBy(record);
  const sentence = sentenceOf(record, article.text);
  const actors = record.kind === "event" ? record.actors : record.source === null ? [] : [record.source];
  const recipients = record.kind === "event" ? record.recipients : record.addressees;
  const places = record.kind === "event" ? record.places : [];
  // The trigger is compared by itself too.
  const names = [...actors, ...recipients].flatMap(namesOf);
  if (record.kind === "event" && shown !== undefined) names.push(shown.text);
  const date = record.date ?? dateBeside;
  const stated = date === null ? null : readDayRange(beginningOf(date.edtf));
  return {
    id: record.id,
    kind: record.kind,
    inArticle: article.id,
    agency: article.agency,
    record,
    article,
    type: record.kind === "event" ? record.type : "statement",
    mode: record.kind === "event" ? record.eventMode : record.mode,
    recency: record.kind === "event" ? record.recency : "current",
    actors: linkedKeys(actors),
    recipients: linkedKeys(recipients),
    named: new Set([...actors, ...recipients].flatMap(({ id }) => (id === undefined ? [] : [id]))),
    range: stated ?? (record.kind === "event" && record.recency === "background" ? null : newsRange(article)),
    isDated: stated !== null && (date?.text !== undefined || date?.basis === "text"),
    places: new Set(places.map(placeKey)),
    points: places.flatMap(({ kind, lat, lon }) =>
      kind === "country" || lat === undefined || lon === undefined
        ? []
        : [[toHundredth(lat), toHundredth(lon)] as const],
    ),
    countries: new Set(places.flatMap(({ country }) => (country === undefined ? [] : [country]))),
    isCountryOnly: record.kind === "event" && places.every(({ kind }) => kind === "country"),
    spots: spotsOf(sentence),
    words: contentWords(record.kind === "event" ? sentence : record.content, counts, names),
    at: shown?.start ?? 0,
    trigger: (shown?.text ?? "").toLowerCase(),
    copies,
    sentence,
    sentenceHash: hashWord(sentence, 0, sentence.length),
  };
}

/** The sentence of a record's trigger or content in the text of its article. */
export function sentenceOf(record: EventRecord | StatementRecord, text: string): string {
  const shown = shownBy(record);
  return shown === undefined ? "" : sentenceAround(text, shown);
}

function shownBy({ kind, evidence }: EventRecord | StatementRecord): Evidence | undefined {
  const part = kind === "event" ? "trigger" : "content";
  return evidence.find((e) => e.part === part) ?? evidence[0];
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

/** What holds "since Monday" happened on Monday: a date without its open end. */
export function beginningOf(edtf: string): string {
  return /^[^./]+\/(?:\.\.)?$/.test(edtf) ? edtf.slice(0, edtf.indexOf("/")) : edtf;
}

/** The days that news of an article may tell of: its own and a few before. */
function newsRange({ published }: ArticleRecord): DayRange | null {
  const range = published === null ? null : readDayRange(published.edtf);
  return range === null ? null : { from: range.from - NEWS_DAYS, to: range.to };
}

function toHundredth(degrees: number): number {
  return Math.round(degrees * 100) / 100;
}
