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
  ReferenceRecord,
  StatementRecord,
} from "../core/records.js";
import { sentenceAround } from "./sentence-around.js";
import type { Copy, Sketch } from "./sketch.js";
import { contentWords, spotsOf, type WordCounts } from "./story-words.js";
import { hashWord } from "./word-hash.js";

/** What may be told twice. */
export type TellableRecord = EventRecord | StatementRecord | ReferenceRecord;

export interface Telling extends Sketch {
  readonly record: TellableRecord;
  readonly article: ArticleRecord;
  /** Where the trigger stands in the article. */
  readonly at: number;
  readonly sentence: string;
}

/** A mention as its story tells it. */
export type StoryMember = Pick<Telling, "record" | "copies"> & {
  readonly article: Pick<ArticleRecord, "id" | "published" | "outlet" | "agency" | "text">;
};

/** Days before its report that current news may lie. */
const NEWS_DAYS = 3;

/** Words of a phrase that is more than a name. */
const LONG = 3;

/** The record of an event, statement or reference as a telling; `copies` are the passages that hold its trigger,
 * `dateBeside` is the one date that its sentence gives to another event. */
export function makeTelling(
  record: TellableRecord,
  article: ArticleRecord,
  counts: WordCounts,
  copies: readonly Copy[] = [],
  dateBeside: DateValue | null = null,
): Telling {
  const shown = shownBy(record);
  const sentence = sentenceOf(record, article.text);
  const [actors, recipients] = sidesOf(record);
  const places = record.kind === "statement" ? [] : record.places;
  const recency = record.kind === "statement" ? "current" : record.recency;
  // The trigger is compared by itself too.
  const names = [...actors, ...recipients].flatMap(namesOf);
  if (record.kind === "event" && shown !== undefined) names.push(shown.text);
  const date = record.date ?? dateBeside;
  const stated = date === null ? null : readDayRange(beginningOf(date.edtf));
  return {
    id: record.id,
    kind: record.kind === "statement" ? "statement" : "event",
    inArticle: article.id,
    agency: article.agency,
    record,
    article,
    type: record.kind === "event" ? record.type : record.kind,
    types: record.kind === "reference" ? record.types : [record.kind === "event" ? record.type : record.kind],
    mode: record.kind === "event" ? record.eventMode : record.kind === "statement" ? record.mode : null,
    recency,
    actors: linkedKeys(actors),
    recipients: linkedKeys(recipients),
    named: new Set([...actors, ...recipients].flatMap(({ id }) => (id === undefined ? [] : [id]))),
    range: stated ?? (recency === "background" ? null : newsRange(article)),
    isDated: stated !== null && (date?.text !== undefined || date?.basis === "text"),
    places: new Set(places.map(placeKey)),
    points: places.flatMap(({ kind, lat, lon }) =>
      kind === "country" || lat === undefined || lon === undefined
        ? []
        : [[toHundredth(lat), toHundredth(lon)] as const],
    ),
    countries: new Set(places.flatMap(({ country }) => (country === undefined ? [] : [country]))),
    isCountryOnly: record.kind !== "statement" && places.every(({ kind }) => kind === "country"),
    spots: spotsOf(sentence),
    words: contentWords(record.kind === "statement" ? record.content : sentence, counts, names),
    at: shown?.start ?? 0,
    trigger: (shown?.text ?? "").toLowerCase(),
    copies,
    sentence,
    sentenceHash: hashWord(sentence, 0, sentence.length),
  };
}

/** Who acts and who is acted upon; whom a reference names may be on either side. */
export function sidesOf(record: TellableRecord): readonly [readonly ActorRef[], readonly ActorRef[]] {
  switch (record.kind) {
    case "event":
      return [record.actors, record.recipients];
    case "statement":
      return [record.source === null ? [] : [record.source], record.addressees];
    case "reference":
      return [record.parties, []];
  }
}

/** The sentence of a record's trigger or content in the text of its article. */
export function sentenceOf(record: TellableRecord, text: string): string {
  const shown = shownBy(record);
  return shown === undefined ? "" : sentenceAround(text, shown);
}

function shownBy({ kind, evidence }: TellableRecord): Evidence | undefined {
  const part = kind === "statement" ? "content" : "trigger";
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
