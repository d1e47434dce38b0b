/**
 * Dates counted in units from another: "two days ago", "last week", "three years later", "a year earlier".
 *
 * In: an offset, the article's date, the dates named before. Out: a period at the grain of the unit: "three weeks
 * ago" is a week, "six months ago" a month. "A year earlier" than a quarter is that quarter's like.
 */
import { anchorDay } from "./date-anchor.js";
import { countMonthDays, fromDayNumber, toDayNumber } from "./date-calendar.js";
import { RANK, type ResolveContext, type Resolved } from "./date-context.js";
import type { OffsetMeaning } from "./date-meaning.js";
import { findWeekendShift } from "./date-narrow.js";
import {
  dayPeriod,
  firstDay,
  type Period,
  type PeriodUnit,
  shiftPeriod,
  widenPeriod,
  withTimeOfDay,
} from "./date-period.js";
import { findReference, hasOtherReference } from "./date-reference.js";
import type { DurationUnit } from "./date-words.js";

/** The calendar unit at whose grain an offset counts, and how many of them one unit is. */
const GRAINS: Readonly<Record<DurationUnit, readonly [PeriodUnit, number]>> = {
  second: ["day", 0],
  minute: ["day", 0],
  hour: ["day", 1 / 24],
  day: ["day", 1],
  night: ["day", 1],
  weekend: ["weekend", 1],
  week: ["week", 1],
  fortnight: ["week", 2],
  month: ["month", 1],
  quarter: ["quarter", 1],
  season: ["season", 1],
  half: ["half", 1],
  year: ["year", 1],
  decade: ["decade", 1],
  century: ["century", 1],
  millennium: ["century", 10],
};

/** The period that lies so many units from its base; `known` is the date it is counted from, where it names one. */
export function resolveOffset(
  meaning: OffsetMeaning,
  context: ResolveContext,
  known: Resolved | null = null,
): Resolved {
  const { amount, direction } = meaning;
  if (meaning.keepsBase && known !== null && amount !== null) return resolveLike(meaning, amount, known);
  let [grain, factor] = GRAINS[meaning.unit];
  let count = amount === null ? 0 : amount * factor * direction;
  if (amount !== null && !Number.isInteger(count)) {
    // "two and a half years ago" is thirty months.
    if (meaning.unit === "year") [grain, count] = ["month", Math.round(count * 12)];
    else if (meaning.unit === "week") [grain, count] = ["day", Math.round(count * 7)];
    else count = Math.trunc(count);
  }
  const kept = meaning.keepsGrain ? findGrain(context) : null;
  if (kept !== null) [grain, count] = [kept, count * (kept === "quarter" ? 4 : 2)];
  const anchor = anchorDay(context.anchor);
  if (meaning.followsTense && anchor !== null) count = findWeekendShift(direction, anchor, context.direction);
  const base = known ?? findBase(meaning, grain, count, context);
  const part = meaning.unit === "night" ? "NI" : meaning.part;
  if (amount === null) {
    return { period: base.period, basis: base.basis, vague: direction < 0 ? "PAST_REF" : "FUTURE_REF" };
  }
  const shifted = shiftPeriod(widenPeriod(base.period, grain), count);
  // "66 million years ago" is before any calendar.
  if (!isWritable(shifted))
    return { period: base.period, basis: base.basis, vague: direction < 0 ? "PAST_REF" : "FUTURE_REF" };
  const timed = withTimeOfDay(shifted, {
    ...(part ? { part } : {}),
    ...(meaning.clock ? { clock: meaning.clock } : {}),
  });
  return { ...base, period: timed };
}

/** The quarter, half or month that the sentence or the one before speaks of: "a year earlier" is its like. */
function findGrain(context: ResolveContext): "quarter" | "half" | null {
  for (let k = context.named.length - 1; k >= Math.max(0, context.named.length - 8); k--) {
    const { period, sentence } = context.named[k];
    if (context.sentence - sentence > 1) return null;
    if (period.unit === "quarter" || period.unit === "half") return period.unit;
  }
  return null;
}

/** What is counted from: the date named before, else the article's; open where neither can be meant. */
function findBase(
  meaning: OffsetMeaning,
  grain: PeriodUnit,
  count: number,
  context: ResolveContext,
): Resolved {
  if (meaning.keepsGrain && findGrain(context) !== null) {
    const like = findReference(grain, context);
    if (like) return like;
  }
  const open: Resolved = { period: { unit: grain, year: null, index: null, day: null }, basis: "text" };
  if (meaning.from === "reference") {
    const reference = findReference(grain, context, count);
    if (reference !== null) return reference;
    if (needsNamedDate(meaning, grain, context)) return open;
  }
  const { period, basis } = context.anchor;
  return period === null || RANK[period.unit] > RANK[grain] ? open : { period, basis };
}

/**
 * True if the article's date cannot stand in: "two days later" and "the next day" never count from it, "the next week"
 * only where a verb looks forward, the rest where the text names no other date that may be meant.
 */
function needsNamedDate(meaning: OffsetMeaning, grain: PeriodUnit, context: ResolveContext): boolean {
  if (meaning.needsReference) return true;
  if (meaning.direction === 1 && (grain === "day" || context.direction !== 1)) return true;
  return (meaning.direction === -1 || grain === "day") && hasOtherReference(grain, context);
}

/** Months in the units by which a date has its like. */
const MONTHS_IN: Partial<Record<DurationUnit, number>> = {
  month: 1,
  quarter: 3,
  year: 12,
  decade: 120,
  century: 1200,
};

/** The day, week or month that lies so many years, months or weeks from its like: "a year ago today". */
function resolveLike({ unit, direction }: OffsetMeaning, amount: number, known: Resolved): Resolved {
  const { period } = known;
  const months = MONTHS_IN[unit];
  if (months === undefined) {
    const days = 7 * (unit === "fortnight" ? 2 : 1) * amount * direction;
    return { ...known, period: shiftPeriod(period, period.unit === "day" ? days : days / 7) };
  }
  const count = Math.round(months * amount) * direction;
  if (period.unit === "month") return { ...known, period: shiftPeriod(period, count) };
  const first = firstDay(period);
  if (first === null) return { ...known, period: { ...period, year: null } };
  // A week has the like that holds the same date as its Thursday.
  const { year, month, day } = fromDayNumber(period.unit === "day" ? first : first + 3);
  const moved = shiftPeriod({ unit: "month", year, index: month }, count);
  const [toYear, toMonth] = [moved.year ?? year, moved.index ?? month];
  const like = dayPeriod(toDayNumber(toYear, toMonth, Math.min(day, countMonthDays(toYear, toMonth))));
  return {
    ...known,
    period: period.unit === "day" ? { ...period, ...like } : widenPeriod(like, period.unit),
  };
}

/** True if the year has the four digits that EDTF level 0 takes. */
function isWritable({ unit, year }: Period): boolean {
  if (year === null) return true;
  const first = unit === "decade" ? year * 10 : unit === "century" ? year * 100 : year;
  return first >= 0 && first <= 9999;
}
