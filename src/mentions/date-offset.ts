/**
 * Dates counted in units from another: "two days ago", "last week", "three years later", "a year earlier".
 *
 * In: an offset, the article's date, the dates named before. Out: a period at the grain of the unit: "three weeks
 * ago" is a week, "six months ago" a month. "A year earlier" than a quarter is that quarter's like.
 */
import type { DateBasis } from "../core/records.js";
import { findReference, RANK, type ResolveContext, type Resolved } from "./date-context.js";
import type { OffsetMeaning } from "./date-meaning.js";
import { type Period, type PeriodUnit, shiftPeriod, widenPeriod, withTimeOfDay } from "./date-period.js";
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
  const base = known ?? findBase(meaning, grain, context);
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
  return { period: timed, basis: base.basis };
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

function findBase(
  meaning: OffsetMeaning,
  grain: PeriodUnit,
  context: ResolveContext,
): { period: Period; basis: DateBasis } {
  const { from } = meaning;
  if (meaning.keepsGrain && findGrain(context) !== null) {
    const like = findReference(grain, context);
    if (like) return like;
  }
  if (from === "reference") {
    const reference = findReference(grain, context);
    if (reference !== null) return reference;
  }
  const { period, basis } = context.anchor;
  if (period === null) return { period: { unit: grain, year: null, index: null, day: null }, basis: "text" };
  const wide =
    RANK[period.unit] <= RANK[grain]
      ? period
      : ({ unit: grain, year: null, index: null, day: null } as const);
  return { period: wide, basis: wide === period ? basis : "text" };
}

/** True if the year has the four digits that EDTF level 0 takes. */
function isWritable({ unit, year }: Period): boolean {
  if (year === null) return true;
  const first = unit === "decade" ? year * 10 : unit === "century" ? year * 100 : year;
  return first >= 0 && first <= 9999;
}
