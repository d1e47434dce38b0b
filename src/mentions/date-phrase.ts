/**
 * Time expressions put together: "early on Tuesday", "the end of last year", "April 14 at 10:30 GMT", "the first
 * quarter of last year", "two days after April 14", "the evening of May 3".
 *
 * In: tokens and a place. Out: the longest reading that begins there. The parts are read by date-written.ts,
 * date-part.ts, date-deictic.ts and their neighbours; here they are joined, each rule looking a few words ahead.
 */
import { readClock } from "./date-clock.js";
import { readDayWord, readPointed } from "./date-deictic.js";
import { readDuration, readLength } from "./date-duration.js";
import { readEarly } from "./date-early.js";
import { readEdge } from "./date-edge.js";
import { isDayMeaning, isPointMeaning, type Reading, withTime } from "./date-meaning.js";
import { readOrdinal } from "./date-number.js";
import { readPeriodPart } from "./date-part.js";
import { joinTime, joinWithin, longest, type PhraseContext, readPlain } from "./date-plain.js";
import { readSet } from "./date-set.js";
import type { DateTokens } from "./date-tokens.js";
import { readVague } from "./date-vague.js";
import { DAY_PARTS, PLURAL_UNITS, TWILIGHTS, UNITS, WEEKDAYS } from "./date-words.js";
import { readBareYear } from "./date-year.js";

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
    plain && joinTime(t, joinWithin(t, plain)),
    readClockFirst(t, i, context),
    readEarly(t, i, context),
    readEdge(t, i, context),
    readPartOf(t, i, context),
    readNthDay(t, i, context),
    readFromPoint(t, i, context),
    readYearEnd(t, i),
    readYearsPart(t, i),
  ]);
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
    return { ...withTime(joinWithin(t, day), { clock: time.clock }), from: i, rule: "clock-date" };
  }
  const word = readDayWord(t, at);
  if (word && word.meaning.kind === "offset") {
    return { ...word, from: i, meaning: { ...word.meaning, clock: time.clock }, rule: "clock-date" };
  }
  return {
    from: i,
    to: time.to,
    meaning: { kind: "calendar", unit: "day", clock: time.clock },
    rule: "clock",
  };
}

/** "the evening of May 3", "on the night of Tuesday", "dusk on Tuesday", "dawn yesterday". */
function readPartOf(t: DateTokens, i: number, context: PhraseContext): Reading | null {
  const start = t.is(i, "the") ? i + 1 : i;
  const twilight = start === i && !t.isCapital(i) ? TWILIGHTS.get(t.lower(start)) : undefined;
  const part = twilight ?? DAY_PARTS.get(t.lower(start));
  if (part === undefined) return null;
  const joined = t.is(start + 1, "of") || t.is(start + 1, "on");
  if (!joined && twilight === undefined) return null;
  const day = readPlain(t, joined ? start + 2 : start + 1, context);
  return day && isDayMeaning(day.meaning)
    ? { ...withTime(joinWithin(t, day), { part }), from: i, rule: "part-of-date" }
    : null;
}

/** "the last day of March", "the second day of the year", "the first Tuesday of November". */
function readNthDay(t: DateTokens, i: number, context: PhraseContext): Reading | null {
  const start = t.is(i, "the") ? i + 1 : i;
  const last = t.is(start, "last") || t.is(start, "final");
  const ordinal = last ? { to: start + 1, value: -1 } : readOrdinal(t, start);
  if (ordinal === null) return null;
  const weekday = WEEKDAYS.get(t.lower(ordinal.to));
  if (weekday === undefined && !t.is(ordinal.to, "day")) return null;
  if (!t.is(ordinal.to + 1, "of") && !(weekday !== undefined && t.is(ordinal.to + 1, "in"))) return null;
  const of = readPlain(t, ordinal.to + 2, context);
  if (
    of === null ||
    of.meaning.kind !== "calendar" ||
    (of.meaning.unit !== "month" && of.meaning.unit !== "year")
  )
    return null;
  const whole = joinWithin(t, of);
  return {
    from: i,
    to: whole.to,
    meaning: {
      kind: "nth-day",
      n: ordinal.value,
      of: whole.meaning,
      ...(weekday === undefined ? {} : { weekday }),
    },
    rule: "nth-day",
  };
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
  if (
    point === null ||
    !isPointMeaning(point.meaning) ||
    (point.meaning.kind === "offset" && point.meaning.from === "reference")
  )
    return null;
  const direction = word === "before" ? -1 : 1;
  return {
    from: i,
    to: point.to,
    meaning: { kind: "offset", unit, amount, direction, from: point.meaning },
    rule: "offset-from-date",
  };
}

/** "year-end", "the year's end", "month-end", "the weekend's end". */
function readYearEnd(t: DateTokens, i: number): Reading | null {
  const unit = UNITS.get(t.lower(i));
  if (unit !== "year" && unit !== "month" && unit !== "week" && unit !== "weekend") return null;
  let at = i + 1;
  if (t.isDash(at)) at++;
  else if (t.isApostrophe(at) && t.is(at + 1, "s")) at += 2;
  if (!t.is(at, "end") || PLURAL_UNITS.has(t.lower(i))) return null;
  return {
    from: i,
    to: at + 1,
    meaning: {
      kind: "offset",
      unit,
      amount: unit === "weekend" ? 1 : 0,
      direction: unit === "weekend" ? -1 : 0,
      from: "publication",
      ...(unit === "weekend" ? { followsTense: true } : {}),
    },
    mod: "END",
    rule: "unit-end",
  };
}

/** "last year's third quarter", "2009's first half", "this year's summer". */
function readYearsPart(t: DateTokens, i: number): Reading | null {
  const year = readPointed(t, i) ?? readBareYear(t, i);
  if (year === null || !t.isApostrophe(year.to) || !t.is(year.to + 1, "s")) return null;
  if (year.meaning.kind !== "offset" && year.meaning.kind !== "calendar") return null;
  if (year.meaning.unit !== "year") return null;
  const part = readPeriodPart(t, year.to + 2);
  if (
    part === null ||
    part.meaning.kind !== "calendar" ||
    part.meaning.unit !== "quarter" ||
    part.meaning.year !== undefined
  )
    return null;
  return { from: i, to: part.to, meaning: { ...part.meaning, within: year.meaning }, rule: "quarter-within" };
}
