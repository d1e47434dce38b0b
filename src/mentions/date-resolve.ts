/**
 * From what an expression says to the calendar: fills in years, counts offsets, keeps open what is open.
 *
 * In: a meaning, the anchor (the article's date), the dates named before it, and where the verbs point. Out: a
 * period with its basis. Days of the week look back unless a verb looks forward; "next Friday" is that of the
 * following week. Years are chosen in date-open-year.ts, offsets counted in date-offset.ts. Method after the TimeML
 * guidelines and HeidelTime (Strötgen and Gertz 2010) for news.
 */
import { type Anchor, anchorDay } from "./date-anchor.js";
import { toDayNumber, toWeekday } from "./date-calendar.js";
import type { ResolveContext, Resolved } from "./date-context.js";
import type { CalendarMeaning, Meaning } from "./date-meaning.js";
import { resolveOffset } from "./date-offset.js";
import { expandYear, resolveHoliday, resolveYearless } from "./date-open-year.js";
import {
  dayPeriod,
  findWeekday,
  firstDay,
  isCalendarDay,
  lastDay,
  type Period,
  widenPeriod,
  withTimeOfDay,
} from "./date-period.js";
import { findReference } from "./date-reference.js";

/** The period that a point meaning stands for. */
export function resolvePoint(meaning: Meaning, context: ResolveContext): Resolved {
  switch (meaning.kind) {
    case "calendar":
      return resolveCalendar(meaning, context);
    case "offset":
      return resolveOffset(
        meaning,
        context,
        typeof meaning.from === "object" ? resolvePoint(meaning.from, context) : null,
      );
    case "nth-day": {
      const { period, basis } = resolvePoint(meaning.of, context);
      const first = meaning.n < 0 ? lastDay(period) : firstDay(period);
      if (first !== null && meaning.weekday !== undefined) {
        const near = findWeekday(first, meaning.weekday, meaning.n < 0 ? -1 : 1);
        return { period: withTimeOfDay(dayPeriod(near + 7 * Math.max(meaning.n - 1, 0)), meaning), basis };
      }
      const day = first === null ? openDay(period) : dayPeriod(meaning.n < 0 ? first : first + meaning.n - 1);
      return { period: withTimeOfDay(day, meaning), basis };
    }
    default:
      return { period: { unit: "year", year: null }, basis: "text" };
  }
}

function openDay(period: Period): Period {
  return {
    unit: "day",
    year: period.year,
    index: period.unit === "month" ? (period.index ?? null) : null,
    day: null,
  };
}

function resolveCalendar(meaning: CalendarMeaning, context: ResolveContext): Resolved {
  const found =
    meaning.holiday === undefined
      ? resolveWritten(meaning, context)
      : resolveHoliday(meaning, meaning.holiday, context);
  return { ...found, period: withTimeOfDay(found.period, meaning) };
}

function resolveWritten(meaning: CalendarMeaning, context: ResolveContext): Resolved {
  const { unit } = meaning;
  if (meaning.within !== undefined) return resolveWithin(meaning, meaning.within, context);
  const fiscal = meaning.fiscal ? { fiscal: true } : {};
  if (meaning.shortYear !== undefined) {
    const { year, basis } = expandYear(meaning.shortYear, unit === "decade" ? 10 : 100, context);
    return { period: { ...fieldsOf(meaning, context), ...fiscal, unit, year }, basis };
  }
  if (meaning.year !== undefined)
    return { period: { ...fieldsOf(meaning, context), ...fiscal, unit, year: meaning.year }, basis: "text" };
  if (unit === "day" && meaning.index === undefined) {
    if (meaning.weekday !== undefined) return resolveWeekday(meaning, meaning.weekday, context);
    return meaning.day === undefined ? resolveClock(context) : resolveDayOfMonth(meaning.day, context);
  }
  return resolveYearless({ ...fieldsOf(meaning, context), ...fiscal, unit, year: null }, meaning, context);
}

/** Month and day, the other way round where the text's numeric dates say so. */
function fieldsOf(meaning: CalendarMeaning, context: ResolveContext): Pick<Period, "index" | "day"> {
  const { index, day } = meaning;
  if (meaning.eitherWay && index !== undefined && day !== undefined && putsDayFirst(meaning, context))
    return { index: day, day: index };
  return { ...(index === undefined ? {} : { index }), ...(day === undefined ? {} : { day }) };
}

/**
 * Document evidence first, then whichever reading alone lies within a month of the article's date, then the one
 * that does not lie ahead of it; else the month comes first.
 */
function putsDayFirst(meaning: CalendarMeaning, context: ResolveContext): boolean {
  if (context.dayFirst) return true;
  const anchor = anchorDay(context.anchor);
  if (anchor === null || meaning.year === undefined) return false;
  const { year, index = 1, day = 1 } = meaning;
  const near = (month: number, d: number): boolean =>
    isCalendarDay(year, month, d) && Math.abs(toDayNumber(year, month, d) - anchor) <= 31;
  if (near(index, day) !== near(day, index)) return near(day, index);
  // Both are near: what has happened lies behind.
  const ahead = toDayNumber(year, index, day) > anchor && isCalendarDay(year, day, index);
  return near(index, day) && ahead && context.direction !== 1 && toDayNumber(year, day, index) <= anchor;
}

function resolveWithin(meaning: CalendarMeaning, within: Meaning, context: ResolveContext): Resolved {
  const outer = resolvePoint(within, context);
  const { period, basis } = outer;
  const { unit } = meaning;
  const fiscal = meaning.fiscal || period.fiscal ? { fiscal: true } : {};
  if (unit === "day" && meaning.index === undefined && meaning.weekday !== undefined) {
    const first = period.unit === "week" ? firstDay(period) : null;
    return {
      period: first === null ? openWeekday(meaning.weekday) : dayPeriod(first + meaning.weekday - 1),
      basis,
    };
  }
  if (unit === "day" && meaning.index === undefined)
    return {
      period: {
        unit,
        year: period.year,
        index: period.unit === "month" ? (period.index ?? null) : null,
        day: meaning.day ?? null,
      },
      basis,
    };
  const year =
    period.unit === "year" || period.unit === "month" || period.unit === "day" ? period.year : null;
  return { period: { ...fieldsOf(meaning, context), ...fiscal, unit, year }, basis };
}

function openWeekday(weekday: number): Period {
  return { unit: "day", year: null, index: null, day: null, weekday };
}

function resolveWeekday(meaning: CalendarMeaning, weekday: number, context: ResolveContext): Resolved {
  const { basis } = context.anchor;
  const { shift } = meaning;
  const reference = meaning.fromReference ? findReference("day", context) : null;
  // "the following Tuesday" of what has happened, with nothing that it follows.
  if (meaning.fromReference && reference === null && shift === 1 && context.direction !== 1)
    return { period: openWeekday(weekday), basis: "text" };
  const anchor = reference
    ? firstDay(reference.period)
    : isDayAnchor(context.anchor)
      ? anchorDay(context.anchor)
      : null;
  if (anchor === null) return { period: openWeekday(weekday), basis: "text" };
  const known = reference ? reference.basis : basis;
  if (meaning.fromReference && shift !== undefined)
    return {
      period: dayPeriod(
        shift < 0
          ? findWeekday(anchor - 1, weekday, -1)
          : shift > 0
            ? findWeekday(anchor + 1, weekday, 1)
            : findWeekday(anchor, weekday, -1),
      ),
      basis: known,
      ...(reference ? { reference: reference.reference } : {}),
    };
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
  if (last && last.period.unit === "day" && last.sentence === context.sentence)
    return { period: plainDay(last.period), basis: last.basis };
  if (context.ahead) {
    const { ahead, ...rest } = context;
    const { period, basis } = resolvePoint(ahead, rest);
    return { period: plainDay(period), basis };
  }
  return resolveOffset(
    { kind: "offset", unit: "day", amount: 0, direction: 0, from: "publication" },
    context,
  );
}

function plainDay(period: Period): Period {
  return widenPeriod(period, "day");
}

/** "the 14th": of the month named last, or of the article's, the past one unless a verb looks forward. */
function resolveDayOfMonth(day: number, context: ResolveContext): Resolved {
  const reference = findReference("month", context);
  const base =
    reference?.period ?? (context.anchor.period ? widenPeriod(context.anchor.period, "month") : null);
  if (base === null || base.index == null)
    return { period: { unit: "day", year: null, index: null, day }, basis: "text" };
  return {
    period: { unit: "day", year: base.year, index: base.index, day },
    basis: reference?.basis ?? context.anchor.basis,
    ...(reference ? { reference: reference.reference } : {}),
  };
}
