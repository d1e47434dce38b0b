/**
 * Time expressions of an article, found and resolved.
 *
 * In: words and sentences, the article (for its date), the table of holidays. Out: mentions in text order, none
 * overlapping, each with an EDTF value and its basis: `text` where it is fully stated, `publication` where the
 * article's date completes it, `inferred` where another date of the text does. Spans follow TimeML: without
 * "on", "in" or "since", with "the" of "the early 1990s". Method: hand-written readers over tokens (date-*.ts),
 * the longest reading at each place; then resolution in text order (date-resolve.ts). One pass, no back-tracking.
 * Limits: English; events as anchors ("after the war") are not dates; years before 1000 are not read.
 */
import type { ArticleRecord, DateBasis } from "../core/records.js";
import { getForm, type TokenDoc } from "../language/doc.js";
import { type Anchor, anchorDay, makeAnchor } from "./date-anchor.js";
import { fromDayNumber } from "./date-calendar.js";
import { type HolidayTable, NO_HOLIDAYS } from "./date-holidays.js";
import type { DateEnd, DateMention } from "./date-mention.js";
import type { DurationMeaning, Reading, VagueMeaning } from "./date-meaning.js";
import { longest, type PhraseContext, readExpression } from "./date-phrase.js";
import { dayPeriod, type Period, shiftPeriod, toEdtf, toTimex, widenPeriod } from "./date-period.js";
import { readListHead, readListTail, readRange } from "./date-range.js";
import { type NamedDate, type ResolveContext, resolvePoint } from "./date-resolve.js";
import { findDirection } from "./date-tense.js";
import { cutSentence, type DateTokens } from "./date-tokens.js";
import { findStarts, mayHoldDate } from "./date-triggers.js";
import { MONTHS, UNIT_CODES, WEEKDAYS } from "./date-words.js";

export type { DateMention } from "./date-mention.js";

/** A reading with its sentence. */
interface Found {
  readonly tokens: DateTokens;
  readonly sentence: number;
  readonly reading: Reading;
}

/** The time expressions of `doc`, which is the text of `article`. */
export function findDates(doc: TokenDoc, article: ArticleRecord, holidays: HolidayTable = NO_HOLIDAYS): DateMention[] {
  const names = findMonthNames(doc);
  const found: Found[] = [];
  for (let s = 0; s + 1 < doc.sentence.length; s++) {
    if (!mayHoldDate(doc, s, holidays)) continue;
    const tokens = cutSentence(doc, s);
    for (const reading of readSentence(tokens, { holidays, names, points: [] })) found.push({ tokens, sentence: s, reading });
  }
  const anchor = makeAnchor(article.published, findStated(found));
  const dayFirst = putsDayFirst(found);
  const named: NamedDate[] = [];
  return found.map((item) => makeMention(doc.text, item, { anchor, holidays, named, dayFirst }, named));
}

/** Readings of one sentence, left to right. */
function readSentence(t: DateTokens, context: PhraseContext): Reading[] {
  const readings: Reading[] = [];
  const starts = findStarts(t, context.holidays);
  for (let i = 0; i < t.length; ) {
    if (starts[i] === 0) {
      i++;
      continue;
    }
    const list = t.at(i).kind === "number" ? readListHead(t, i, context) : [];
    const reading = list.at(-1) ?? longest([readRange(t, i, context), readExpression(t, i, context)]);
    if (reading === null) {
      i++;
      continue;
    }
    const all = list.length > 0 ? list : [reading, ...readListTail(t, reading)];
    readings.push(...all);
    i = all[all.length - 1].to;
  }
  return readings;
}

/** Months that stand after a capitalised word and before none of a date's parts: "Theresa May", "Mr March". */
function findMonthNames(doc: TokenDoc): Set<string> {
  const names = new Set<string>();
  for (let w = 1; w < doc.length; w++) {
    const length = doc.end[w] - doc.start[w];
    if (length < 3 || length > 6) continue;
    const form = getForm(doc, w);
    if (form !== "May" && form !== "March" && form !== "April" && form !== "June" && form !== "August") continue;
    const before = getForm(doc, w - 1);
    const title = /^(?:Mr|Mrs|Ms|Miss|Dr)\.?$/.test(before);
    const given = /^\p{Lu}\p{Ll}+$/u.test(before) && !MONTHS.has(before.toLowerCase()) && !WEEKDAYS.has(before.toLowerCase()) && !COMMON_CAPITALS.has(before);
    const next = w + 1 < doc.length ? doc.text.charCodeAt(doc.start[w + 1]) : 0;
    if ((title || given) && !(next >= 48 && next <= 57)) names.add(form.toLowerCase());
  }
  return names;
}

const COMMON_CAPITALS = new Set(
  "In On By Since Until Till From During Between Through Before After Last Next This Early Late Mid For Around And Or The That Every Each Of To At As When While If But".split(" "),
);

/** Days and months that the text states with their year. */
function findStated(found: readonly Found[]): Period[] {
  const stated: Period[] = [];
  const add = (reading: Reading): void => {
    const { meaning } = reading;
    if (meaning.kind === "range") {
      add(meaning.first);
      add(meaning.last);
    } else if (meaning.kind === "calendar" && meaning.year !== undefined && meaning.index !== undefined && !meaning.eitherWay) {
      if (meaning.unit === "day" || meaning.unit === "month") stated.push({ unit: meaning.unit, year: meaning.year, index: meaning.index, day: meaning.day ?? null });
    }
  };
  for (const { reading } of found) add(reading);
  return stated;
}

/** True if a numeric date of the text can only be read day first ("25/12/2019") and none only month first. */
function putsDayFirst(found: readonly Found[]): boolean {
  let dayFirst = false;
  for (const { tokens, reading } of found) {
    if (reading.rule !== "numeric-date") continue;
    const first = tokens.integer(reading.from, 2);
    const second = tokens.integer(reading.from + 2, 2);
    if (tokens.at(reading.from + 1).text === "-") continue;
    if (first > 12) dayFirst = true;
    else if (second > 12) return false;
  }
  return dayFirst;
}

type Outside = Pick<ResolveContext, "anchor" | "holidays" | "named" | "dayFirst">;

function makeMention(text: string, item: Found, outside: Outside, named: NamedDate[]): DateMention {
  const { tokens, reading, sentence } = item;
  const { meaning, rule } = reading;
  const span = { start: tokens.at(reading.from).start, end: tokens.at(reading.to - 1).end };
  const written = text.slice(span.start, span.end);
  const mod = reading.mod ?? findApproximation(tokens, reading);
  const base = { ...span, rule, ...(mod ? { mod } : {}) };
  const context: ResolveContext = { ...outside, sentence, direction: findDirection(tokens, reading.from, reading.to) };
  switch (meaning.kind) {
    case "set":
      return {
        ...base,
        type: "SET",
        value: { edtf: meaning.edtf, text: written, basis: "text" },
        ...(meaning.timex === meaning.edtf ? {} : { timex: meaning.timex }),
        ...(meaning.quant ? { quant: meaning.quant } : {}),
        ...(meaning.freq ? { freq: meaning.freq } : {}),
      };
    case "duration":
      return makeDuration(base, written, meaning, outside.anchor);
    case "vague":
      return makeVague(base, written, meaning.value, outside.anchor);
    case "range":
      return makeRange(base, written, item, context, named);
    default: {
      const resolved = resolvePoint(meaning, context);
      if (resolved.vague) return makeVague(base, written, resolved.vague, outside.anchor, resolved.basis, resolved.period);
      const { period, basis } = resolved;
      const isPoint = meaning.kind === "calendar" && meaning.year !== undefined;
      named.push({ period, sentence, stated: isPoint, basis });
      const approximate = mod === "APPROX" ? "~" : "";
      const edtf = toEdtf(period) + approximate;
      const timex = toTimex(period);
      const bound = findBound(tokens, reading);
      const bounded = bound === "since" ? `${edtf}/..` : bound === "until" ? `../${edtf}` : edtf;
      return {
        ...base,
        type: period.part || period.clock ? "TIME" : "DATE",
        value: { edtf: edtf.includes("/") ? edtf : bounded, text: written, basis },
        ...(timex === (edtf.includes("/") ? edtf : bounded) ? {} : { timex }),
        ...(bound ? { bound } : {}),
      };
    }
  }
}

type Base = Pick<DateMention, "start" | "end" | "rule" | "mod">;

function makeDuration(base: Base, written: string, meaning: DurationMeaning, anchor: Anchor): DateMention {
  const timex = toDuration(meaning);
  const day = anchorDay(anchor);
  const side = meaning.side;
  const reach = side === undefined || day === null || meaning.amount === null || anchor.period?.unit !== "day" ? null : reachFrom(day, meaning, side);
  const value = reach
    ? { edtf: reach, text: written, basis: anchor.basis }
    : { edtf: timex, text: written, basis: "text" as const };
  return { ...base, type: "DURATION", value, ...(value.edtf === timex ? {} : { timex }) };
}

/** The interval of "the past three years" at the grain of its unit; null for units without one. */
function reachFrom(day: number, meaning: DurationMeaning, side: -1 | 1): string | null {
  const { unit, amount } = meaning;
  if (amount === null) return null;
  const here = dayPeriod(day);
  let end: Period;
  if (unit === "year" || unit === "month" || unit === "decade" || unit === "quarter") {
    const factor = unit === "decade" ? 10 : unit === "quarter" ? 3 : 1;
    const grain = unit === "quarter" || !Number.isInteger(amount * factor) ? "month" : unit === "decade" ? "year" : unit;
    const count = Math.round(amount * factor * (grain === "month" && unit === "year" ? 12 : 1));
    end = shiftPeriod(widenPeriod(here, grain), side * count);
    const near = toEdtf(widenPeriod(here, grain));
    return side < 0 ? `${toEdtf(end)}/${near}` : `${near}/${toEdtf(end)}`;
  }
  const days = unit === "week" ? 7 : unit === "fortnight" ? 14 : unit === "day" || unit === "night" ? 1 : unit === "hour" ? 1 / 24 : 0;
  if (days === 0) return null;
  end = shiftPeriod(here, side * Math.ceil(amount * days));
  return side < 0 ? `${toEdtf(end)}/${toEdtf(here)}` : `${toEdtf(here)}/${toEdtf(end)}`;
}

/** ISO 8601 duration as TIMEX3 has it: `P3Y`, `PT30M`, `PXD`, `P2DE`. */
function toDuration(meaning: DurationMeaning): string {
  const { unit, amount } = meaning;
  const timed = unit === "hour" || unit === "minute" || unit === "second";
  const doubled = amount !== null && unit === "fortnight" ? amount * 2 : amount;
  return `${timed ? "PT" : "P"}${doubled === null ? "X" : String(doubled)}${UNIT_CODES[unit]}`;
}

function makeVague(
  base: Base,
  written: string,
  value: VagueMeaning["value"],
  anchor: Anchor,
  basis?: DateBasis,
  from?: Period,
): DateMention {
  const known = from ?? anchor.period;
  const here = known === null ? null : toEdtf(known);
  if (here === null || here.includes("X") || here.includes("/"))
    return { ...base, type: "DATE", value: { edtf: "XXXX", text: written, basis: "text" }, timex: value };
  const edtf = value === "PRESENT_REF" ? here : value === "PAST_REF" ? `../${here}` : `${here}/..`;
  return { ...base, type: "DATE", value: { edtf, text: written, basis: basis ?? anchor.basis }, timex: value };
}

function makeRange(base: Base, written: string, item: Found, context: ResolveContext, named: NamedDate[]): DateMention {
  const { tokens, reading, sentence } = item;
  const { meaning } = reading;
  if (meaning.kind !== "range") throw new Error("a range was expected");
  const { first, last } = meaning;
  const begin = resolvePoint(first.meaning, context);
  named.push({ period: begin.period, sentence, stated: first.meaning.kind === "calendar" && first.meaning.year !== undefined, basis: begin.basis });
  let end = resolvePoint(last.meaning, context);
  // "from Friday to Monday": the end follows the beginning.
  if (last.meaning.kind === "calendar" && last.meaning.weekday !== undefined && last.meaning.index === undefined && begin.period.year !== null) {
    const toward = { ...last.meaning, shift: 1 as const, fromReference: true };
    end = resolvePoint(toward, context);
  }
  named.push({ period: end.period, sentence, stated: last.meaning.kind === "calendar" && last.meaning.year !== undefined, basis: end.basis });
  const ends: [DateEnd, DateEnd] = [makeEnd(tokens, first, begin.period), makeEnd(tokens, last, end.period)];
  const open = /X/u.test(ends[0].edtf) && !/^\d/u.test(ends[0].edtf);
  const edtf = `${lowerBound(ends[0].edtf)}/${upperBound(ends[1].edtf)}`;
  const basis = begin.basis === "text" ? end.basis : begin.basis;
  const clocked = begin.period.clock !== undefined;
  return { ...base, type: clocked ? "TIME" : "DATE", value: { edtf, text: written, basis: open ? "text" : basis }, ends };
}

function lowerBound(edtf: string): string {
  return edtf.split("/")[0];
}

function upperBound(edtf: string): string {
  return edtf.split("/").at(-1) ?? edtf;
}

function makeEnd(t: DateTokens, reading: Reading, period: Period): DateEnd {
  return { start: t.at(reading.from).start, end: t.at(reading.to - 1).end, edtf: toEdtf(period), timex: toTimex(period) };
}

/** "about 1988", "circa 1700". */
function findApproximation(t: DateTokens, reading: Reading): "APPROX" | undefined {
  const { meaning } = reading;
  if (meaning.kind !== "calendar" || meaning.unit === "day") return undefined;
  const word = t.lower(reading.from - 1) === "the" ? t.lower(reading.from - 2) : t.lower(reading.from - 1);
  return word === "about" || word === "around" || word === "circa" || word === "approximately" ? "APPROX" : undefined;
}

/** The preposition that makes the date a bound, unless the date only describes a noun ("since Tuesday's raid"). */
function findBound(t: DateTokens, reading: Reading): DateMention["bound"] | undefined {
  if (t.isApostrophe(reading.to) && t.is(reading.to + 1, "s")) return undefined;
  let at = reading.from - 1;
  if (t.is(at, "the") || t.is(at, "about") || t.is(at, "around")) at--;
  if (t.is(at, "at") || t.is(at, "in")) at--;
  switch (t.lower(at)) {
    case "since":
      return "since";
    case "until":
    case "till":
      return "until";
    case "before":
      return "before";
    case "after":
      return "after";
    case "by":
      return "by";
    case "from":
      return /^(?:on|onward|onwards)$/.test(t.lower(reading.to)) ? "since" : undefined;
    default:
      return undefined;
  }
}

/** The year of the anchor, for callers that only need it. */
export function anchorYear(anchor: Anchor): number | null {
  const day = anchorDay(anchor);
  return day === null ? null : fromDayNumber(day).year;
}
