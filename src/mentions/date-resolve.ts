/**
 * From what an expression says to the calendar: fills in years, counts offsets, keeps open what is open.
 *
 * In: a meaning, the anchor (the article's date), the dates named before it, and where the verbs point. Out: a
 * period with its basis. Days of the week and dates without a year look back unless a verb looks forward; with
 * no verb the nearest wins, the past being preferred up to eight months. A date told in full lends its year to
 * the next one in its sentence or the following ("On 27 May 1993 …, on 3 June …"). Method after the TimeML
 * guidelines and HeidelTime (Strötgen and Gertz 2010) for news; "next Friday" is that of the following week.
 */
import type { DateBasis } from "../core/records.js";
import { anchorDay, type Anchor, inferYear } from "./date-anchor.js";
import { fromDayNumber, toDayNumber, toIsoWeek, toWeekday } from "./date-calendar.js";
import { findFixedDay, findHolidayDay, findSingleDay, type HolidayTable } from "./date-holidays.js";
import type { CalendarMeaning, Meaning, OffsetMeaning } from "./date-meaning.js";
import {
  dayPeriod,
  findWeekday,
  firstDay,
  isCalendarDay,
  lastDay,
  type Period,
  type PeriodUnit,
  shiftPeriod,
  widenPeriod,
} from "./date-period.js";
import type { DurationUnit } from "./date-words.js";

/** A period and how it is known. `vague` where only before or after a date is told. */
export interface Resolved {
  readonly period: Period;
  readonly basis: DateBasis;
  readonly vague?: "PAST_REF" | "FUTURE_REF";
}

/** A date already resolved: where, and whether its year is written there. */
export interface NamedDate {
  readonly period: Period;
  readonly sentence: number;
  readonly stated: boolean;
  readonly basis: DateBasis;
}

/** Everything outside the expression that resolution looks at. */
export interface ResolveContext {
  readonly anchor: Anchor;
  readonly holidays: HolidayTable;
  /** Dates named before, in order. */
  readonly named: readonly NamedDate[];
  readonly sentence: number;
  /** Where the verbs point. */
  readonly direction: -1 | 0 | 1;
  /** True if numeric dates of the text put the day first. */
  readonly dayFirst: boolean;
}

/** Days back within which the past is preferred when no verb decides; a quarter is long and soon comes round. */
const PAST_REACH = 245;
const QUARTER_REACH = 200;
/** Order of units from short to long. */
const RANK: Readonly<Record<PeriodUnit, number>> = {
  day: 0,
  weekend: 1,
  week: 1,
  month: 2,
  season: 3,
  quarter: 3,
  half: 4,
  year: 5,
  decade: 6,
  century: 7,
};

/** The period that a point meaning stands for. */
export function resolvePoint(meaning: Meaning, context: ResolveContext): Resolved {
  switch (meaning.kind) {
    case "calendar":
      return resolveCalendar(meaning, context);
    case "offset":
      return resolveOffset(meaning, context);
    case "nth-day": {
      const { period, basis } = resolvePoint(meaning.of, context);
      const first = meaning.n < 0 ? lastDay(period) : firstDay(period);
      const day = first === null ? openDay(period) : dayPeriod(meaning.n < 0 ? first : first + meaning.n - 1);
      return { period: withClock(day, meaning), basis };
    }
    default:
      return { period: { unit: "year", year: null }, basis: "text" };
  }
}

function openDay(period: Period): Period {
  return { unit: "day", year: period.year, index: period.unit === "month" ? (period.index ?? null) : null, day: null };
}

function withClock(period: Period, meaning: { part?: Period["part"]; clock?: Period["clock"] }): Period {
  return { ...period, ...(meaning.part ? { part: meaning.part } : {}), ...(meaning.clock ? { clock: meaning.clock } : {}) };
}

function resolveCalendar(meaning: CalendarMeaning, context: ResolveContext): Resolved {
  const found = meaning.holiday === undefined ? resolveWritten(meaning, context) : resolveHoliday(meaning, meaning.holiday, context);
  return { ...found, period: withClock(found.period, meaning) };
}

function resolveWritten(meaning: CalendarMeaning, context: ResolveContext): Resolved {
  const { unit } = meaning;
  if (meaning.within !== undefined) return resolveWithin(meaning, meaning.within, context);
  const fiscal = meaning.fiscal ? { fiscal: true } : {};
  if (meaning.shortYear !== undefined) {
    const { year, basis } = expandYear(meaning.shortYear, unit === "decade" ? 10 : 100, context);
    return { period: { ...fieldsOf(meaning, context), ...fiscal, unit, year }, basis };
  }
  if (meaning.year !== undefined) return { period: { ...fieldsOf(meaning, context), ...fiscal, unit, year: meaning.year }, basis: "text" };
  if (unit === "day" && meaning.index === undefined) {
    if (meaning.weekday !== undefined) return resolveWeekday(meaning, meaning.weekday, context);
    return meaning.day === undefined ? resolveClock(context) : resolveDayOfMonth(meaning.day, context);
  }
  return resolveYearless({ ...fieldsOf(meaning, context), ...fiscal, unit, year: null }, meaning, context);
}

/** Month and day, the other way round where the text's numeric dates say so. */
function fieldsOf(meaning: CalendarMeaning, context: ResolveContext): Pick<Period, "index" | "day"> {
  const { index, day } = meaning;
  if (meaning.eitherWay && index !== undefined && day !== undefined && putsDayFirst(meaning, context)) return { index: day, day: index };
  return { ...(index === undefined ? {} : { index }), ...(day === undefined ? {} : { day }) };
}

/** Document evidence first, then whichever reading alone lies within a month of the article's date. */
function putsDayFirst(meaning: CalendarMeaning, context: ResolveContext): boolean {
  if (context.dayFirst) return true;
  const anchor = anchorDay(context.anchor);
  if (anchor === null || meaning.year === undefined) return false;
  const { year, index = 1, day = 1 } = meaning;
  const near = (month: number, d: number): boolean => isCalendarDay(year, month, d) && Math.abs(toDayNumber(year, month, d) - anchor) <= 31;
  return !near(index, day) && near(day, index);
}

/** A two-digit year or decade: the latest that does not lie well after the article's date. */
function expandYear(digits: number, modulus: number, context: ResolveContext): { year: number | null; basis: DateBasis } {
  const day = anchorDay(context.anchor);
  const known = day === null ? latestYear(context) : fromDayNumber(day).year;
  const basis: DateBasis = day === null ? "inferred" : context.anchor.basis;
  const pivot = known ?? (modulus === 100 ? 2000 : 2000);
  const reach = modulus === 100 ? pivot + 20 : Math.floor(pivot / 10);
  const year = reach - ((((reach - digits) % modulus) + modulus) % modulus);
  if (modulus === 10) return { year: Math.floor(reach / 10) * 10 + digits - (digits > reach % 10 ? 10 : 0), basis };
  return { year, basis };
}

function latestYear(context: ResolveContext): number | null {
  let latest: number | null = null;
  for (const { year } of context.anchor.stated) if (year !== null && (latest === null || year > latest)) latest = year;
  for (const { period } of context.named) {
    if (period.unit === "year" && period.year !== null && (latest === null || period.year > latest)) latest = period.year;
  }
  return latest;
}

function resolveWithin(meaning: CalendarMeaning, within: Meaning, context: ResolveContext): Resolved {
  const outer = resolvePoint(within, context);
  const { period, basis } = outer;
  const { unit } = meaning;
  const fiscal = meaning.fiscal || period.fiscal ? { fiscal: true } : {};
  if (unit === "day" && meaning.index === undefined && meaning.weekday !== undefined) {
    const first = period.unit === "week" ? firstDay(period) : null;
    return { period: first === null ? openWeekday(meaning.weekday) : dayPeriod(first + meaning.weekday - 1), basis };
  }
  if (unit === "day" && meaning.index === undefined)
    return { period: { unit, year: period.year, index: period.unit === "month" ? (period.index ?? null) : null, day: meaning.day ?? null }, basis };
  const year = period.unit === "year" || period.unit === "month" || period.unit === "day" ? period.year : null;
  return { period: { ...fieldsOf(meaning, context), ...fiscal, unit, year }, basis };
}

function openWeekday(weekday: number): Period {
  return { unit: "day", year: null, index: null, day: null, weekday };
}

function resolveWeekday(meaning: CalendarMeaning, weekday: number, context: ResolveContext): Resolved {
  const { basis } = context.anchor;
  const reference = meaning.fromReference ? findReference("day", context) : null;
  const anchor = reference ? firstDay(reference.period) : isDayAnchor(context.anchor) ? anchorDay(context.anchor) : null;
  if (anchor === null) return { period: openWeekday(weekday), basis: "text" };
  const known = reference ? reference.basis : basis;
  const { shift } = meaning;
  if (meaning.fromReference && shift !== undefined)
    return { period: dayPeriod(shift < 0 ? findWeekday(anchor - 1, weekday, -1) : shift > 0 ? findWeekday(anchor + 1, weekday, 1) : findWeekday(anchor, weekday, -1)), basis: known };
  const monday = anchor - toWeekday(anchor) + 1;
  if (shift === -1) return { period: dayPeriod(findWeekday(anchor - 1, weekday, -1)), basis: known };
  if (shift === 1) return { period: dayPeriod(monday + 7 + weekday - 1), basis: known };
  if (shift === 0) return { period: dayPeriod(monday + weekday - 1), basis: known };
  return { period: dayPeriod(findWeekday(anchor, weekday, context.direction === 1 ? 1 : -1)), basis: known };
}

function isDayAnchor(anchor: Anchor): boolean {
  return anchor.period?.unit === "day";
}

/** "at 10:30": on the day named in the sentence, or the article's. */
function resolveClock(context: ResolveContext): Resolved {
  const last = context.named.at(-1);
  if (last && last.period.unit === "day" && last.sentence === context.sentence) return { period: plainDay(last.period), basis: last.basis };
  return resolveOffset({ kind: "offset", unit: "day", amount: 0, direction: 0, from: "publication" }, context);
}

function plainDay(period: Period): Period {
  return widenPeriod(period, "day");
}

/** "the 14th": of the month named last, or of the article's, the past one unless a verb looks forward. */
function resolveDayOfMonth(day: number, context: ResolveContext): Resolved {
  const reference = findReference("month", context);
  const base = reference?.period ?? (context.anchor.period ? widenPeriod(context.anchor.period, "month") : null);
  if (base === null || base.index == null) return { period: { unit: "day", year: null, index: null, day }, basis: "text" };
  return { period: { unit: "day", year: base.year, index: base.index, day }, basis: reference?.basis ?? context.anchor.basis };
}

/** A month, day, season, quarter or half without its year. */
function resolveYearless(open: Period, meaning: CalendarMeaning, context: ResolveContext): Resolved {
  const { shift } = meaning;
  if (shift === undefined) {
    const lent = borrowYear(open, context);
    if (lent !== null) return { period: { ...open, year: lent }, basis: "inferred" };
  }
  const anchor = anchorDay(context.anchor);
  if (anchor === null) {
    const month = open.unit === "day" || open.unit === "month" ? (open.index ?? null) : null;
    if (month === null || shift !== undefined) return { period: open, basis: "text" };
    const year = inferYear(context.anchor, month, open.day ?? null);
    return year === null || (open.day != null && !isCalendarDay(year, month, open.day))
      ? { period: open, basis: "text" }
      : { period: { ...open, year }, basis: "inferred" };
  }
  const reference = meaning.fromReference ? findReference("year", context) : null;
  const from = (reference && firstDay(reference.period)) ?? anchor;
  return { period: chooseYear(open, from, shift, context.direction, meaning.weekday), basis: reference?.basis ?? context.anchor.basis };
}

/** The occurrence before, in or after the day `from`. */
function chooseYear(open: Period, from: number, shift: -1 | 0 | 1 | undefined, direction: -1 | 0 | 1, weekday: number | undefined): Period {
  const year = fromDayNumber(from).year;
  let candidates = [year - 2, year - 1, year, year + 1, year + 2]
    .map((y): Period => ({ ...open, year: y }))
    .filter((p) => p.unit !== "day" || isCalendarDay(p.year, p.index ?? 1, p.day ?? 1));
  if (candidates.length === 0) return open;
  const fits = candidates.filter((p) => weekday !== undefined && toWeekday(firstDay(p) ?? 0) === weekday);
  if (weekday !== undefined && open.unit === "day" && fits.length > 0) candidates = fits;
  const past = candidates.filter((p) => (firstDay(p) ?? 0) <= from);
  const strictPast = candidates.filter((p) => (lastDay(p) ?? 0) < from);
  const future = candidates.filter((p) => (lastDay(p) ?? 0) >= from);
  const strictFuture = candidates.filter((p) => (firstDay(p) ?? 0) > from);
  const lastPast = past.at(-1) ?? candidates[0];
  const nextFuture = future[0] ?? candidates[candidates.length - 1];
  if (shift === -1) return strictPast.at(-1) ?? lastPast;
  if (shift === 1) return strictFuture[0] ?? nextFuture;
  if (shift === 0) {
    if (lastPast === nextFuture) return lastPast;
    return candidates.find((p) => p.year === year) ?? lastPast;
  }
  if (direction === -1) return open.unit === "quarter" || open.unit === "half" ? (strictPast.at(-1) ?? lastPast) : lastPast;
  if (direction === 1) return nextFuture;
  const back = from - (lastDay(lastPast) ?? from);
  const ahead = (firstDay(nextFuture) ?? from) - from;
  const reach = open.unit === "quarter" || open.unit === "half" ? QUARTER_REACH : PAST_REACH;
  return back <= reach || back <= ahead ? lastPast : nextFuture;
}

/** The year of a date told in full just before, in a passage about another time than the article's. */
function borrowYear(open: Period, context: ResolveContext): number | null {
  if (open.unit !== "day" && open.unit !== "month" && open.unit !== "season") return null;
  const last = context.named.at(-1);
  if (last === undefined || !last.stated || last.period.year === null || context.sentence - last.sentence > 1) return null;
  const { unit } = last.period;
  const anchor = anchorDay(context.anchor);
  const year = last.period.year;
  if (anchor !== null && fromDayNumber(anchor).year === year) return null;
  if (anchor !== null && toDayNumber(year, 12, 31) > anchor) return null;
  if (unit === "year") return last.sentence === context.sentence ? null : null;
  return unit === "day" || unit === "month" ? year : null;
}

function resolveHoliday(meaning: CalendarMeaning, name: string, context: ResolveContext): Resolved {
  const holiday = context.holidays.get(name);
  const open: Period = { unit: "day", year: meaning.year ?? null, index: null, day: null };
  if (holiday === undefined) return { period: open, basis: "text" };
  const single = findSingleDay(holiday);
  if (single !== null) return { period: dayPeriod(single), basis: "text" };
  if (meaning.year !== undefined) {
    const day = findHolidayDay(holiday, meaning.year);
    return { period: day === null ? open : dayPeriod(day), basis: "text" };
  }
  const fixed = findFixedDay(holiday);
  const anchor = anchorDay(context.anchor);
  if (anchor === null) {
    if (fixed === null) return { period: open, basis: "text" };
    return resolveYearless({ unit: "day", year: null, index: fixed.month, day: fixed.day }, meaning, context);
  }
  const { year } = fromDayNumber(anchor);
  const days = [year - 1, year, year + 1].map((y) => findHolidayDay(holiday, y));
  const known = days.filter((d) => d !== null);
  if (known.length === 0) return { period: open, basis: "text" };
  const { basis } = context.anchor;
  const past = known.filter((d) => (meaning.shift === -1 ? d < anchor : d <= anchor));
  const future = known.filter((d) => (meaning.shift === 1 ? d > anchor : d >= anchor));
  const lastPast = past.at(-1) ?? known[0];
  const nextFuture = future[0] ?? known[known.length - 1];
  if (meaning.shift === 0) return { period: dayPeriod(known.find((d) => fromDayNumber(d).year === year) ?? lastPast), basis };
  const forward = meaning.shift === 1 || (meaning.shift === undefined && (context.direction === 1 || (context.direction === 0 && anchor - lastPast > PAST_REACH)));
  return { period: dayPeriod(forward ? nextFuture : lastPast), basis };
}

/** The date named last that is at least as exact as `unit`. */
function findReference(unit: PeriodUnit, context: ResolveContext): { period: Period; basis: DateBasis } | null {
  for (let k = context.named.length - 1; k >= Math.max(0, context.named.length - 8); k--) {
    const { period, basis } = context.named[k];
    if (RANK[period.unit] > RANK[unit]) continue;
    const wide = widenPeriod(period, unit);
    if (wide.year === null && wide.index == null) continue;
    return { period: wide, basis: basis === "text" ? "inferred" : basis };
  }
  return null;
}

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

function resolveOffset(meaning: OffsetMeaning, context: ResolveContext): Resolved {
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
  const base = findBase(meaning, grain, context);
  const part = meaning.unit === "night" ? "NI" : meaning.part;
  if (amount === null) {
    return { period: base.period, basis: base.basis, vague: direction < 0 ? "PAST_REF" : "FUTURE_REF" };
  }
  const shifted = shiftPeriod(widenPeriod(base.period, grain), count);
  const timed = withClock(shifted, { ...(part ? { part } : {}), ...(meaning.clock ? { clock: meaning.clock } : {}) });
  return { period: timed, basis: base.basis };
}

/** The quarter, half or month that the sentence or the one before speaks of: "a year earlier" is its like. */
function findGrain(context: ResolveContext): "quarter" | "half" | null {
  for (let k = context.named.length - 1; k >= 0; k--) {
    const { period, sentence } = context.named[k];
    if (context.sentence - sentence > 1) return null;
    if (period.unit === "quarter" || period.unit === "half") return period.unit;
  }
  return null;
}

function findBase(meaning: OffsetMeaning, grain: PeriodUnit, context: ResolveContext): { period: Period; basis: DateBasis } {
  const { from } = meaning;
  if (typeof from === "object") {
    const { period, basis } = resolvePoint(from, context);
    return { period, basis };
  }
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
  const wide = RANK[period.unit] <= RANK[grain] ? period : ({ unit: grain, year: null, index: null, day: null } as const);
  return { period: wide, basis: wide === period ? basis : "text" };
}

/** The ISO week of a day, for callers that have a day only. */
export function weekOf(day: number): Period {
  const { year, week } = toIsoWeek(day);
  return { unit: "week", year, index: week };
}
