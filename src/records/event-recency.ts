/**
 * News or history: whether an event belongs to what this report tells as new.
 *
 * By its date against the article's, by the tense of its clause, and by the time in which the text around it is set:
 * once a paragraph has gone back to an old year, sentences without a date stay there until a recent one is named.
 */
import type { ArticleRecord, Recency } from "../core/records.js";
import type { DateMention } from "../mentions/date-mention.js";
import { childBy, type EventView, isVerb } from "./event-view.js";
import { relationOf } from "./frame-match.js";

/** Days before publication from which on a dated event is history. */
const OLD_AFTER_DAYS = 45;
/** Sentences without a date that stay in the time named before. */
const LONGEST_CARRY = 3;

const DAY = 86_400_000;

export class RecencyReader {
  /** 1 for sentences set in the past, by what was said before them. */
  readonly #past: Uint8Array;
  readonly #published: number;

  constructor(
    readonly view: EventView,
    article: ArticleRecord,
    dates: readonly DateMention[],
  ) {
    this.#published =
      article.published === null ? Number.NaN : Date.parse(article.published.edtf.slice(0, 10));
    this.#past = this.#readSetting(dates);
  }

  #readSetting(dates: readonly DateMention[]): Uint8Array {
    const { doc } = this.view;
    const sentences = doc.sentence.length - 1;
    const past = new Uint8Array(sentences);
    const told = new Int8Array(sentences);
    let d = 0;
    for (let s = 0; s < sentences; s++) {
      const end = doc.end[doc.sentence[s + 1] - 1];
      for (; d < dates.length && dates[d].start < end; d++) {
        const old = this.isOld(dates[d]);
        if (old === undefined) continue;
        told[s] = old && told[s] !== -1 ? 1 : -1;
      }
    }
    let carried = 0;
    for (let s = 0; s < sentences; s++) {
      if (told[s] !== 0) carried = told[s] === 1 ? LONGEST_CARRY : 0;
      else if (carried > 0) {
        carried--;
        past[s] = carried >= 0 ? 1 : 0;
      }
    }
    return past;
  }

  /** Whether a date lies well before publication; undefined where that cannot be told. */
  isOld(date: DateMention): boolean | undefined {
    if (date.type === "DURATION" || date.type === "SET") return undefined;
    const latest = latestDay(date.value.edtf, date.bound === "since");
    if (Number.isNaN(latest)) return undefined;
    if (Number.isNaN(this.#published))
      return date.value.basis === "text" && /^\d{3}/.test(date.value.edtf)
        ? latest < Date.parse("2000-01-01")
        : undefined;
    return latest < this.#published - OLD_AFTER_DAYS * DAY;
  }

  /** `word` is the verb, or the noun where no verb carries it. */
  read(word: number, date: DateMention | undefined): Recency {
    const old = date === undefined ? undefined : this.isOld(date);
    if (old !== undefined) return old ? "background" : "current";
    const { view } = this;
    if (isPluperfect(view, word) || hasPastAdverb(view, word)) return "background";
    if (isParticiple(view, word)) return "background";
    const s = view.sentenceOf[word];
    return this.#past[s] === 1 && isPast(view, word) ? "background" : "current";
  }
}

/** Last day of an EDTF value, in milliseconds; NaN for one without a year. */
function latestDay(edtf: string, isOpen: boolean): number {
  const ends = edtf.split("/");
  const last = ends[ends.length - 1];
  const value = last === ".." || last === "" ? (isOpen ? ends[0] : "") : last;
  const match = /^(\d{3}|\d{2})([\dX])(?:-(\d\d))?(?:-(\d\d))?/.exec(value.replace(/[~?%]/g, ""));
  if (match === null) return Number.NaN;
  const [, century, year, month, day] = match;
  const decade = century + (year === "X" ? "9" : year);
  if (decade.length < 4) return Date.parse(`${decade.padEnd(4, "9")}-12-31`);
  const m = month !== undefined && Number(month) >= 1 && Number(month) <= 12 ? month : "12";
  return Date.parse(`${decade}-${m}-${day ?? "28"}`);
}

function isPluperfect(view: EventView, word: number): boolean {
  const aux = childBy(view, word, "aux");
  return aux >= 0 && view.doc.text.slice(view.doc.start[aux], view.doc.end[aux]).toLowerCase() === "had";
}

const PAST_ADVERBS = new Set(
  "previously formerly earlier originally historically initially already then ago".split(" "),
);

function hasPastAdverb({ doc, firstChild, nextSibling }: EventView, word: number): boolean {
  for (let child = firstChild[word]; child >= 0; child = nextSibling[child])
    if (relationOf(doc, child) === "advmod" && PAST_ADVERBS.has(doc.lemma[child].toLowerCase())) return true;
  return false;
}

/** "the region occupied by …": what a participle takes for granted is no news. */
function isParticiple(view: EventView, word: number): boolean {
  const { doc } = view;
  if (!isVerb(view, word)) return false;
  return /^(acl|amod)$/.test(relationOf(doc, word)) && doc.names.xpos[doc.xpos[word]] === "VBN";
}

/** True but for a present or perfect verb. */
function isPast(view: EventView, word: number): boolean {
  const { doc } = view;
  let at = word;
  while (at >= 0 && !isVerb(view, at)) at = doc.head[at];
  if (at < 0) return true;
  const tag = doc.names.xpos[doc.xpos[at]];
  if (/^VB[ZP]$/.test(tag)) return false;
  for (let child = view.firstChild[at]; child >= 0; child = view.nextSibling[child])
    if (/^aux/.test(relationOf(doc, child)) && /^VB[ZP]$|^MD$/.test(doc.names.xpos[doc.xpos[child]]))
      return false;
  return true;
}
