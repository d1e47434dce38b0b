/**
 * Time expressions put together: "early on Tuesday", "the end of last year", "April 14 at 10:30 GMT", "the first
 * quarter of last year", "two days after April 14", "the evening of May 3".
 *
 * In: tokens and a place. Out: the longest reading that begins there. The parts are read by date-written.ts,
 * date-part.ts, date-deictic.ts and their neighbours; here they are joined, each rule looking a few words ahead.
 */
import { readClock } from "./date-clock.js";
import { readAnaphor, readDayWord, readPart, readPointed, readWeekday } from "./date-deictic.js";
import { readDuration, readLength } from "./date-duration.js";
import { readHoliday } from "./date-holiday-name.js";
import type { HolidayTable } from "./date-holidays.js";
import { type DateMod, isDayMeaning, isPointMeaning, type Meaning, type Reading, withTime } from "./date-meaning.js";
import { readOrdinal } from "./date-number.js";
import { readPeriodPart } from "./date-part.js";
import { readSet } from "./date-set.js";
import type { DateTokens } from "./date-tokens.js";
import { readVague } from "./date-vague.js";
import { DAY_PARTS, PLURAL_UNITS, UNITS } from "./date-words.js";
import { readBareYear } from "./date-year.js";
import { readWritten } from "./date-written.js";

/** What reading needs besides the sentence. */
export interface PhraseContext {
  readonly holidays: HolidayTable;
  /** Months that the text uses as people's names, lower case. */
  readonly names: ReadonlySet<string>;
  /** Points already read in this sentence, by their first token. */
  readonly points: (Reading | null | undefined)[];
}

const EARLY: ReadonlyMap<string, DateMod | undefined> = new Map([
  ["early", "START"],
  ["mid", "MID"],
  ["late", "END"],
  ["earlier", undefined],
  ["later", undefined],
]);
const EDGES: ReadonlyMap<string, DateMod> = new Map([
  ["beginning", "START"],
  ["start", "START"],
  ["onset", "START"],
  ["outset", "START"],
  ["dawn", "START"],
  ["turn", "START"],
  ["opening", "START"],
  ["middle", "MID"],
  ["midst", "MID"],
  ["height", "MID"],
  ["end", "END"],
  ["close", "END"],
  ["conclusion", "END"],
]);
const EDGE_ADJECTIVES: ReadonlyMap<string, DateMod> = new Map([
  ["early", "START"],
  ["earliest", "START"],
  ["first", "START"],
  ["opening", "START"],
  ["initial", "START"],
  ["late", "END"],
  ["later", "END"],
  ["last", "END"],
  ["latter", "END"],
  ["final", "END"],
  ["closing", "END"],
  ["dying", "END"],
  ["second", "END"],
  ["very", "END"],
]);
const STRETCHES = new Set("part half stages stage phase days weeks months years hours week weekend".split(" "));
const WHOLES = new Set(["rest", "remainder", "course", "whole", "duration"]);

/** The longest point, duration, set or vague reference at `i`. */
export function readExpression(t: DateTokens, i: number, context: PhraseContext): Reading | null {
  return longest([readPoint(t, i, context), readDuration(t, i), readSet(t, i), readVague(t, i)]);
}

/** The longest reading at `i` that has a place on the calendar. */
export function readPoint(t: DateTokens, i: number, context: PhraseContext): Reading | null {
  const known = context.points[i];
  if (known !== undefined) return known;
  const point = findPoint(t, i, context);
  context.points[i] = point;
  return point;
}

function findPoint(t: DateTokens, i: number, context: PhraseContext): Reading | null {
  const plain = readPlain(t, i, context);
  return longest([
    plain && joinTime(t, joinWithin(t, plain, context), context),
    readClockFirst(t, i, context),
    readEarly(t, i, context),
    readEdge(t, i, context),
    readPartOf(t, i, context),
    readNthDay(t, i, context),
    readFromPoint(t, i, context),
    readYearEnd(t, i),
  ]);
}

/** A point without modifiers. */
function readPlain(t: DateTokens, i: number, context: PhraseContext): Reading | null {
  const counted = readDuration(t, i);
  const written = readWritten(t, i, context.names);
  return longest([
    written && readPart(t, written),
    readDayWord(t, i),
    readPointed(t, i),
    readWeekday(t, i),
    readPeriodPart(t, i),
    withHolidayPart(t, readHoliday(t, i, context.holidays)),
    readBareYear(t, i),
    counted && counted.meaning.kind === "offset" ? counted : null,
    readAnaphor(t, i),
  ]);
}

function withHolidayPart(t: DateTokens, reading: Reading | null): Reading | null {
  return reading && readPart(t, reading);
}

/** "the first quarter of last year", "April 14 this year", "Monday of last week", "summer last year". */
function joinWithin(t: DateTokens, reading: Reading, context: PhraseContext): Reading {
  const { meaning, to } = reading;
  if (meaning.kind !== "calendar" || meaning.year !== undefined || meaning.shortYear !== undefined || meaning.shift !== undefined) return reading;
  if (meaning.clock || meaning.unit === "year" || meaning.unit === "decade" || meaning.unit === "century") return reading;
  const bareWeekday = meaning.weekday !== undefined && meaning.index === undefined;
  const joiner = t.is(to, "of") || t.is(to, "in") ? to + 1 : t.at(to).text === "," ? to + 1 : to;
  const outer = readPointed(t, joiner) ?? (t.is(to, "of") ? readAnaphor(t, joiner) : null);
  if (outer === null || outer.meaning.kind !== "offset") return reading;
  const { unit } = outer.meaning;
  const fits = bareWeekday ? unit === "week" : unit === "year" || (meaning.unit === "day" && meaning.index === undefined && unit === "month");
  if (!fits) return joinQuarterYear(t, reading, context);
  return { ...reading, to: outer.to, meaning: { ...meaning, within: outer.meaning }, rule: `${reading.rule}-within` };
}

/** "the third quarter of fiscal 2020": the year as its own phrase. */
function joinQuarterYear(t: DateTokens, reading: Reading, context: PhraseContext): Reading {
  const { meaning, to } = reading;
  if (meaning.kind !== "calendar" || !t.is(to, "of")) return reading;
  const outer = readPeriodPart(t, to + 1) ?? readBareYear(t, to + 1);
  if (outer === null || outer.meaning.kind !== "calendar" || outer.meaning.unit !== "year" || context === undefined) return reading;
  return { ...reading, to: outer.to, meaning: { ...meaning, within: outer.meaning }, rule: `${reading.rule}-within` };
}

/** "Tuesday at 10:30 GMT", "April 14, 2020, 5 p.m.", "2020-04-14T10:30Z". */
function joinTime(t: DateTokens, reading: Reading, _context: PhraseContext): Reading {
  if (!isDayMeaning(reading.meaning)) return reading;
  let at = reading.to;
  const iso = t.is(at, "t") && t.at(at).glued && t.at(at + 1).glued;
  if (iso) {
    const clock = readIsoTime(t, at + 1);
    return clock ? { ...withTime(reading, { clock: clock.clock }), to: clock.to } : reading;
  }
  if (t.at(at).text === ",") at++;
  const cued = /^(?:at|around|about|by|from)$/.test(t.lower(at));
  if (cued) at++;
  const clock = readClock(t, at);
  if (clock === null || (!cued && at === reading.to && t.at(at).kind !== "number")) return reading;
  return { ...withTime(reading, { clock: clock.clock }), to: clock.to, rule: `${reading.rule}-time` };
}

function readIsoTime(t: DateTokens, i: number): ReturnType<typeof readClock> {
  const hour = t.integer(i, 2);
  const minute = t.integer(i + 2, 2);
  if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || t.at(i + 1).text !== ":") return null;
  let to = i + 3;
  let second: number | undefined;
  if (t.at(to).text === ":" && t.at(to).glued) {
    second = Number.parseInt(t.at(to + 1).text, 10);
    to += 2;
  }
  const utc = t.is(to, "z") && t.at(to).glued;
  const clock = { hour, minute, ...(second === undefined || Number.isNaN(second) ? {} : { second }), ...(utc ? { zone: 0 } : {}) };
  return { to: utc ? to + 1 : to, clock };
}

/** "10:30 GMT on Tuesday", "16:00 UTC today", "noon". */
function readClockFirst(t: DateTokens, i: number, context: PhraseContext): Reading | null {
  const time = readClock(t, i);
  if (time === null) return null;
  let at = time.to;
  if (t.at(at).text === ",") at++;
  if (t.is(at, "on") || t.is(at, "of")) at++;
  const day = readPlain(t, at, context);
  if (day && isDayMeaning(day.meaning) && day.meaning.kind !== "offset") {
    return { ...withTime(joinWithin(t, day, context), { clock: time.clock }), from: i, rule: "clock-date" };
  }
  const word = readDayWord(t, at);
  if (word && word.meaning.kind === "offset") {
    return { ...word, from: i, meaning: { ...word.meaning, clock: time.clock }, rule: "clock-date" };
  }
  return { from: i, to: time.to, meaning: { kind: "calendar", unit: "day", clock: time.clock }, rule: "clock" };
}

/** "early 2019", "the late 1990s", "mid-April", "late on Tuesday", "earlier this week", "later in the day". */
function readEarly(t: DateTokens, i: number, context: PhraseContext): Reading | null {
  const start = t.is(i, "the") ? i + 1 : i;
  const word = t.lower(start);
  if (!EARLY.has(word)) return null;
  let mod = EARLY.get(word);
  let at = start + 1;
  if (t.is(at, "-") || t.isDash(at)) at++;
  // "the mid-to-late 1990s", "early to mid-May".
  if (t.is(at, "to") || t.is(at, "or") || t.is(at, "and")) {
    const second = t.isDash(at + 1) ? at + 2 : at + 1;
    if (!EARLY.has(t.lower(second))) return null;
    mod = word === "early" ? "START" : "END";
    at = second + 1;
    if (t.isDash(at)) at++;
  }
  const compared = word === "earlier" || word === "later";
  if (compared && start > i) return null;
  const joined = t.is(at, "on") || t.is(at, "in");
  const inner = joined ? readPlain(t, at + 1, context) : readPlain(t, at, context);
  if (inner === null || !isPointMeaning(inner.meaning)) return readEarlyPart(t, i, start, at, mod);
  if (compared && inner.meaning.kind === "calendar" && inner.meaning.year !== undefined) return null;
  const whole = joinTime(t, joinWithin(t, inner, context), context);
  return { ...whole, from: i, rule: `${whole.rule}-modified`, ...(mod === undefined ? {} : { mod }) };
}

/** "early morning", "late afternoon" of the article's day. */
function readEarlyPart(t: DateTokens, i: number, start: number, at: number, mod: DateMod | undefined): Reading | null {
  const part = DAY_PARTS.get(t.lower(at));
  if (part === undefined || start > i || mod === undefined || !/^(?:in|on|by|since|until)$/.test(t.lower(i - 1))) return null;
  return { from: i, to: at + 1, meaning: { kind: "offset", unit: "day", amount: 0, direction: 0, from: "reference", part }, mod, rule: "part-of-day" };
}

/** "the end of last year", "the early days of October 2020", "the rest of the week", "the early days of which". */
function readEdge(t: DateTokens, i: number, context: PhraseContext): Reading | null {
  const start = t.is(i, "the") ? i + 1 : i;
  const word = t.lower(start);
  let mod = EDGES.get(word);
  let at = start + 1;
  const adjective = EDGE_ADJECTIVES.get(word);
  const hours = t.is(at, "hours");
  if (word === "very" && EDGES.has(t.lower(at))) {
    mod = EDGES.get(t.lower(at));
    at++;
  } else if (adjective !== undefined && start > i) {
    if (t.is(at, "few")) at++;
    if (!STRETCHES.has(t.lower(at))) return null;
    mod = adjective;
    at++;
  } else if (WHOLES.has(word) && start > i) {
    mod = undefined;
  } else if (mod === undefined || (start === i && word !== "end" && word !== "mid")) {
    return null;
  }
  if (t.is(at, "of") && t.is(at + 1, "which") && adjective !== undefined) {
    const which: Meaning = { kind: "offset", unit: "month", amount: 0, direction: 0, from: "reference" };
    return { from: i, to: at + 2, meaning: which, rule: "edge-of-which", ...(mod ? { mod } : {}) };
  }
  if (!t.is(at, "of")) return null;
  at++;
  const inner = readPlain(t, at, context) ?? readTheAge(t, at);
  if (inner === null || !isPointMeaning(inner.meaning)) return null;
  const whole = joinWithin(t, inner, context);
  if (hours && isDayMeaning(whole.meaning)) return { ...withTime(whole, { part: "MO" }), from: i, rule: "edge", mod: mod ?? "START" };
  // "the last hours of the year" is as good as its end.
  return { ...whole, from: i, rule: "edge", ...(mod ? { mod } : {}) };
}

/** "the decade", "the century" after "the end of". */
function readTheAge(t: DateTokens, i: number): Reading | null {
  const unit = UNITS.get(t.lower(i + 1));
  if (!t.is(i, "the") || (unit !== "decade" && unit !== "century")) return null;
  return { from: i, to: i + 2, meaning: { kind: "offset", unit, amount: 0, direction: 0, from: "publication" }, rule: "the-unit" };
}

/** "the evening of May 3", "on the night of Tuesday". */
function readPartOf(t: DateTokens, i: number, context: PhraseContext): Reading | null {
  const start = t.is(i, "the") ? i + 1 : i;
  const part = DAY_PARTS.get(t.lower(start));
  if (part === undefined || !(t.is(start + 1, "of") || t.is(start + 1, "on"))) return null;
  const day = readPlain(t, start + 2, context);
  return day && isDayMeaning(day.meaning) ? { ...withTime(joinWithin(t, day, context), { part }), from: i, rule: "part-of-date" } : null;
}

/** "the last day of March", "the second day of the year". */
function readNthDay(t: DateTokens, i: number, context: PhraseContext): Reading | null {
  const start = t.is(i, "the") ? i + 1 : i;
  const last = t.is(start, "last") || t.is(start, "final");
  const ordinal = last ? { to: start + 1, value: -1 } : readOrdinal(t, start);
  if (ordinal === null || !t.is(ordinal.to, "day") || !t.is(ordinal.to + 1, "of")) return null;
  const of = readPlain(t, ordinal.to + 2, context);
  if (of === null || of.meaning.kind !== "calendar" || (of.meaning.unit !== "month" && of.meaning.unit !== "year")) return null;
  const whole = joinWithin(t, of, context);
  return { from: i, to: whole.to, meaning: { kind: "nth-day", n: ordinal.value, of: whole.meaning }, rule: "nth-day" };
}

/** "two days after April 14", "the day before Christmas", "a week from Tuesday". */
function readFromPoint(t: DateTokens, i: number, context: PhraseContext): Reading | null {
  let to: number;
  let unit: (typeof UNITS extends ReadonlyMap<string, infer U> ? U : never) | undefined;
  let amount: number | null = 1;
  if (t.is(i, "the")) {
    unit = UNITS.get(t.lower(i + 1));
    to = i + 2;
  } else {
    const length = readLength(t, i);
    if (length === null || length.hyphen) return null;
    unit = length.unit;
    amount = length.amount;
    to = length.to;
  }
  if (unit === undefined || amount === null) return null;
  const word = t.lower(to);
  if (word !== "after" && word !== "before" && word !== "from" && word !== "following") return null;
  const point = readPlain(t, to + 1, context);
  if (point === null || !isPointMeaning(point.meaning) || (point.meaning.kind === "offset" && point.meaning.from === "reference")) return null;
  const direction = word === "before" ? -1 : 1;
  return { from: i, to: point.to, meaning: { kind: "offset", unit, amount, direction, from: point.meaning }, rule: "offset-from-date" };
}

/** "year-end", "the year's end", "month-end". */
function readYearEnd(t: DateTokens, i: number): Reading | null {
  const unit = UNITS.get(t.lower(i));
  if (unit !== "year" && unit !== "month" && unit !== "week") return null;
  let at = i + 1;
  if (t.isDash(at)) at++;
  else if (t.isApostrophe(at) && t.is(at + 1, "s")) at += 2;
  if (!t.is(at, "end") || PLURAL_UNITS.has(t.lower(i))) return null;
  return { from: i, to: at + 1, meaning: { kind: "offset", unit, amount: 0, direction: 0, from: "publication" }, mod: "END", rule: "unit-end" };
}

/** The longest; the first of equals. */
export function longest(readings: readonly (Reading | null)[]): Reading | null {
  let best: Reading | null = null;
  for (const reading of readings) {
    if (reading !== null && (best === null || reading.to > best.to)) best = reading;
  }
  return best;
}
