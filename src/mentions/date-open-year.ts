/**
 * The year of a date written without one.
 *
 * In: a period whose year is open, the article's date, where the verbs point. Out: the period with its year, and
 * how that is known. It looks back unless a verb looks forward; with no verb the nearest wins, the past being
 * preferred up to eight months. A date told in full lends its year to the next one in its sentence or the
 * following ("On 27 May 1993 …, on 3 June …"); an undated article takes years from its other dates.
 */
import type { DateBasis } from "../core/records.js";
import { anchorDay, inferYear } from "./date-anchor.js";
import { fromDayNumber, toWeekday } from "./date-calendar.js";
import type { ResolveContext, Resolved } from "./date-context.js";
import { findFixedDay, findHolidayDay, findSingleDay } from "./date-holidays.js";
import type { CalendarMeaning } from "./date-meaning.js";
import { dayPeriod, firstDay, isCalendarDay, lastDay, type Period } from "./date-period.js";
import { findReference } from "./date-reference.js";

/** Days back within which the past is preferred when no verb decides; a quarter is long and soon comes round. */
const PAST_REACH = 245;
const QUARTER_REACH = 200;
/** A two-digit year or decade: the latest that does not lie well after the article's date. */
export function expandYear(
  digits: number,
  modulus: number,
  context: ResolveContext,
): { year: number; basis: DateBasis } {
  const day = anchorDay(context.anchor);
  const known = day === null ? context.anchor.stated.latestYear : fromDayNumber(day).year;
  const basis: DateBasis = day === null ? "inferred" : context.anchor.basis;
  // Two digits may lie up to twenty years ahead; a decade may not. Undated texts are taken to be of our time.
  const pivot = known ?? 2000;
  const reach = modulus === 100 ? pivot + 20 : Math.floor(pivot / 10);
  const year = reach - ((((reach - digits) % modulus) + modulus) % modulus);
  return { year, basis };
}

/** A month, day, season, quarter or half without its year. */
export function resolveYearless(open: Period, meaning: CalendarMeaning, context: ResolveContext): Resolved {
  const { shift } = meaning;
  if (shift === undefined) {
    const lent = borrowYear(open, context) ?? recallYear(open, context);
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
  return {
    period: chooseYear(open, from, shift, context.direction, meaning.weekday),
    basis: reference?.basis ?? context.anchor.basis,
    ...(reference ? { reference: reference.reference } : {}),
  };
}

/** The occurrence before, in or after the day `from`. */
function chooseYear(
  open: Period,
  from: number,
  shift: -1 | 0 | 1 | undefined,
  direction: -1 | 0 | 1,
  weekday: number | undefined,
): Period {
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
  if (direction === -1)
    return open.unit === "quarter" || open.unit === "half" ? (strictPast.at(-1) ?? lastPast) : lastPast;
  if (direction === 1) return nextFuture;
  const back = from - (lastDay(lastPast) ?? from);
  const ahead = (firstDay(nextFuture) ?? from) - from;
  const reach = open.unit === "quarter" || open.unit === "half" ? QUARTER_REACH : PAST_REACH;
  return back <= reach || back <= ahead ? lastPast : nextFuture;
}

/**
 * The year of a date told in full just before, in a passage about another time than the article's. The passage
 * goes forward: "February 2008 … from January" is no such pair, nor is anything after "since January 2015".
 */
function borrowYear(open: Period, context: ResolveContext): number | null {
  if (open.unit !== "day" && open.unit !== "month" && open.unit !== "season") return null;
  const last = context.named.at(-1);
  if (last === undefined || last.period.year === null || last.bounded) return null;
  const { unit, year } = last.period;
  const anchor = anchorDay(context.anchor);
  if (anchor !== null && fromDayNumber(anchor).year <= year) return null;
  const distance = context.sentence - last.sentence;
  // "In 1994, the town fell in May": the year dates the sentence that it opens.
  if (unit === "year") return distance === 0 && last.opens ? year : null;
  if ((unit !== "day" && unit !== "month") || distance > 1 || !(last.stated || last.basis === "inferred"))
    return null;
  return (firstDay({ ...open, year }) ?? 0) >= (firstDay(last.period) ?? 0) ? year : null;
}

/** Years between an article and the time that it recalls. */
const RECALLED = 2;

/**
 * The year of an old day or month that the article has told in full before: "On 27 October 1962 …" paragraphs above
 * "on the same 27 October". A month alone must have been told twice, and none of another year.
 */
function recallYear(open: Period, context: ResolveContext): number | null {
  const anchor = anchorDay(context.anchor);
  if ((open.unit !== "day" && open.unit !== "month") || anchor === null || context.direction === 1)
    return null;
  const told = context.named.filter(
    ({ period, stated }) =>
      stated && (period.unit === "day" || period.unit === "month") && period.index === open.index,
  );
  const years = new Set(told.map(({ period }) => period.year));
  const [year] = years;
  if (years.size !== 1 || year === null || year > fromDayNumber(anchor).year - RECALLED) return null;
  const isSameDay = told.some(({ period }) => period.unit === open.unit && period.day === open.day);
  return isSameDay || told.length > 1 ? year : null;
}

/** The day of a holiday, in the year written or the one that the verbs point to. */
export function resolveHoliday(meaning: CalendarMeaning, name: string, context: ResolveContext): Resolved {
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
  if (meaning.shift === 0)
    return { period: dayPeriod(known.find((d) => fromDayNumber(d).year === year) ?? lastPast), basis };
  const forward =
    meaning.shift === 1 ||
    (meaning.shift === undefined &&
      (context.direction === 1 || (context.direction === 0 && anchor - lastPast > PAST_REACH)));
  return { period: dayPeriod(forward ? nextFuture : lastPast), basis };
}
