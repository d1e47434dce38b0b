/**
 * One point on the calendar without modifiers, and what may follow it directly: the period it lies in, its time.
 *
 * In: tokens and a place. Out: the longest of the written dates, weekdays, pointing words, seasons, holidays,
 * years and counted offsets there; "of last year" and "at 10:30 GMT" are joined on.
 */

import { readAnaphor, readConsecutiveDay } from "./date-anaphor.js";
import { readAnniversary } from "./date-anniversary.js";
import { readClock } from "./date-clock.js";
import { readBeforeLast, readDayWord, readPart, readPointed, readWeekday } from "./date-deictic.js";
import { readDuration } from "./date-duration.js";
import { readHoliday } from "./date-holiday-name.js";
import type { HolidayTable } from "./date-holidays.js";
import { isDayMeaning, type Reading, withTime } from "./date-meaning.js";
import { readPeriodPart } from "./date-part.js";
import type { DateTokens } from "./date-tokens.js";
import { TWILIGHTS } from "./date-words.js";
import { readWritten } from "./date-written.js";
import { readBareYear } from "./date-year.js";

/** What reading needs besides the sentence. */
export interface PhraseContext {
  readonly holidays: HolidayTable;
  /** Months that the text uses as people's names, lower case. */
  readonly names: ReadonlySet<string>;
  /** Points already read in this sentence, by their first token. */
  readonly points: (Reading | null | undefined)[];
}

/** A point without modifiers. */
export function readPlain(t: DateTokens, i: number, context: PhraseContext): Reading | null {
  const counted = readDuration(t, i);
  const written = readWritten(t, i, context.names);
  const holiday = readHoliday(t, i, context.holidays);
  return longest([
    written && readPart(t, written),
    readDayWord(t, i),
    readPointed(t, i),
    readWeekday(t, i),
    readPeriodPart(t, i),
    holiday && readPart(t, holiday),
    readBareYear(t, i),
    counted && counted.meaning.kind === "offset" ? counted : null,
    readAnaphor(t, i),
    readBeforeLast(t, i),
    readConsecutiveDay(t, i),
    readAnniversary(t, i),
  ]);
}

/** "the first quarter of last year", "April 14 this year", "Monday of last week", "summer last year". */
export function joinWithin(t: DateTokens, reading: Reading): Reading {
  const { meaning, to } = reading;
  if (
    meaning.kind !== "calendar" ||
    meaning.year !== undefined ||
    meaning.shortYear !== undefined ||
    meaning.shift !== undefined
  )
    return reading;
  if (meaning.clock || meaning.unit === "year" || meaning.unit === "decade" || meaning.unit === "century")
    return reading;
  const bareWeekday = meaning.weekday !== undefined && meaning.index === undefined;
  const joiner = t.is(to, "of") || t.is(to, "in") ? to + 1 : t.at(to).text === "," ? to + 1 : to;
  const outer = readPointed(t, joiner) ?? (t.is(to, "of") ? readAnaphor(t, joiner) : null);
  if (outer === null || outer.meaning.kind !== "offset") return reading;
  const { unit } = outer.meaning;
  const fits = bareWeekday
    ? unit === "week"
    : unit === "year" || (meaning.unit === "day" && meaning.index === undefined && unit === "month");
  if (!fits) return joinQuarterYear(t, reading);
  return {
    ...reading,
    to: outer.to,
    meaning: { ...meaning, within: outer.meaning },
    rule: `${reading.rule}-within`,
  };
}

/** "the third quarter of fiscal 2020": the year as its own phrase. */
function joinQuarterYear(t: DateTokens, reading: Reading): Reading {
  const { meaning, to } = reading;
  if (meaning.kind !== "calendar" || !t.is(to, "of")) return reading;
  const outer = readPeriodPart(t, to + 1) ?? readBareYear(t, to + 1);
  if (outer === null || outer.meaning.kind !== "calendar" || outer.meaning.unit !== "year") return reading;
  return {
    ...reading,
    to: outer.to,
    meaning: { ...meaning, within: outer.meaning },
    rule: `${reading.rule}-within`,
  };
}

/** "Tuesday at 10:30 GMT", "Tuesday at dusk", "April 14, 2020, 5 p.m.", "2020-04-14T10:30Z". */
export function joinTime(t: DateTokens, reading: Reading): Reading {
  if (!isDayMeaning(reading.meaning)) return reading;
  let at = reading.to;
  const iso = t.is(at, "t") && t.at(at).glued && t.at(at + 1).glued;
  if (iso) {
    const clock = readIsoTime(t, at + 1);
    return clock ? { ...withTime(reading, { clock: clock.clock }), to: clock.to } : reading;
  }
  if (t.at(at).text === ",") at++;
  const cued = (at === reading.to ? /^(?:at|around|about|by|from)$/ : /^(?:at|around|about)$/).test(
    t.lower(at),
  );
  if (cued) at++;
  const { meaning } = reading;
  const bare = meaning.kind === "calendar" && meaning.year !== undefined ? readIsoTime(t, at) : null;
  const clock = readClock(t, at) ?? bare;
  const twilight = clock === null && t.is(at - 1, "at") ? TWILIGHTS.get(t.lower(at)) : undefined;
  if (twilight !== undefined)
    return { ...withTime(reading, { part: twilight }), to: at + 1, rule: `${reading.rule}-time` };
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
  const clock = {
    hour,
    minute,
    ...(second === undefined || Number.isNaN(second) ? {} : { second }),
    ...(utc ? { zone: 0 } : {}),
  };
  return { to: utc ? to + 1 : to, clock };
}

/** The longest; the first of equals. */
export function longest(readings: readonly (Reading | null)[]): Reading | null {
  let best: Reading | null = null;
  for (const reading of readings) {
    if (reading !== null && (best === null || reading.to > best.to)) best = reading;
  }
  return best;
}
