/**
 * Periods of the calendar, whole or partly open, and how EDTF and TIMEX3 write them.
 *
 * In: a unit with its numbers (`null` where the text leaves one open). Out: EDTF (ISO 8601-2: `2020-04`,
 * `199X`, `2014-22` for a summer, `2021-35` for a third quarter, an interval for a week) and the TIMEX3 value
 * (`199`, `2014-SU`, `2021-Q3`, `2020-W15`). Arithmetic keeps the unit: a month shifted is a month.
 */
import {
  countMonthDays,
  fromDayNumber,
  fromIsoWeek,
  toDayNumber,
  toIsoWeek,
  toWeekday,
} from "./date-calendar.js";

export type PeriodUnit =
  | "day"
  | "week"
  | "weekend"
  | "month"
  | "season"
  | "quarter"
  | "half"
  | "year"
  | "decade"
  | "century";

/** Part of a day, as TIMEX3 writes it: morning, midday, afternoon, evening, night, daytime. */
export type DayPart = "MO" | "MI" | "AF" | "EV" | "NI" | "DT";

/** A time of day; `zone` is minutes east of UTC, absent where none is written. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number | null;
  readonly second?: number;
  readonly zone?: number;
}

/**
 * A stretch of the calendar. `year` is the year (of the ISO week for weeks), the decade (199) or the century
 * (19 for the 1900s); `index` is the month, week, quarter, half or the season's EDTF code (21 spring … 24
 * winter); null is open.
 */
export interface Period {
  readonly unit: PeriodUnit;
  readonly year: number | null;
  readonly index?: number | null;
  readonly day?: number | null;
  /** ISO weekday where the day is not known. */
  readonly weekday?: number;
  readonly part?: DayPart;
  readonly clock?: ClockTime;
  /** A fiscal year, quarter or half: its bounds differ by country and firm. */
  readonly fiscal?: boolean;
}

const SEASONS = ["SP", "SU", "FA", "WI"];

/** The day with this number. */
export function dayPeriod(dayNumber: number): Period {
  const { year, month, day } = fromDayNumber(dayNumber);
  return { unit: "day", year, index: month, day };
}

/** First day, or null where the period is open or vague. */
export function firstDay(period: Period): number | null {
  const { unit, year } = period;
  if (year === null) return null;
  const index = period.index ?? null;
  switch (unit) {
    case "day":
      return index === null || period.day == null ? null : toDayNumber(year, index, period.day);
    case "week":
      return index === null ? null : fromIsoWeek(year, index);
    case "weekend":
      return index === null ? null : fromIsoWeek(year, index) + 5;
    case "month":
      return index === null ? null : toDayNumber(year, index, 1);
    case "season":
      return index === null ? null : toDayNumber(year, 3 * (index - 20), 1);
    case "quarter":
      return index === null ? null : toDayNumber(year, 3 * index - 2, 1);
    case "half":
      return index === null ? null : toDayNumber(year, 6 * index - 5, 1);
    case "year":
      return toDayNumber(year, 1, 1);
    case "decade":
      return toDayNumber(year * 10, 1, 1);
    case "century":
      return toDayNumber(year * 100, 1, 1);
  }
}

/** Last day, or null where the period is open or vague. */
export function lastDay(period: Period): number | null {
  const first = firstDay(period);
  if (first === null) return null;
  if (period.unit === "day") return first;
  if (period.unit === "weekend") return first + 1;
  const next = firstDay(shiftPeriod(period, 1));
  return next === null ? null : next - 1;
}

/** The period `n` of its own units later (earlier if negative). */
export function shiftPeriod(period: Period, n: number): Period {
  const { unit, year } = period;
  const index = period.index ?? null;
  if (unit === "year" || unit === "decade" || unit === "century")
    return { ...period, year: year === null ? null : year + n };
  if (unit === "day") return shiftDay(period, n);
  if (unit === "week" || unit === "weekend") {
    if (year === null || index === null) return period;
    const { year: isoYear, week } = toIsoWeek(fromIsoWeek(year, index) + 7 * n);
    return { ...period, year: isoYear, index: week };
  }
  if (index === null) return period;
  const count = unit === "month" ? 12 : unit === "half" ? 2 : 4;
  const base = unit === "season" ? 21 : 1;
  const moved = index - base + n;
  const turns = Math.floor(moved / count);
  return { ...period, year: year === null ? null : year + turns, index: moved - turns * count + base };
}

function shiftDay(period: Period, n: number): Period {
  const first = firstDay(period);
  if (first !== null) return { ...period, ...dayPeriod(first + n) };
  const { index, day } = period;
  if (n === 0) return period;
  if (index == null || day == null) return { ...period, day: null, index: null, year: null };
  // No year: the result is sure unless it passes the end of February.
  const inLeap = fromDayNumber(toDayNumber(2000, index, day) + n);
  const inCommon = fromDayNumber(toDayNumber(2001, index, Math.min(day, countMonthDays(2001, index))) + n);
  const sure = inLeap.month === inCommon.month && inLeap.day === inCommon.day && !(index === 2 && day === 29);
  return { ...period, year: null, index: sure ? inLeap.month : null, day: sure ? inLeap.day : null };
}

/** The period of `unit` that holds the first day of `period`; open where that is not known. */
export function widenPeriod(period: Period, unit: PeriodUnit): Period {
  if (period.unit === unit) return stripTime(period);
  const first = firstDay(period);
  if (first === null) return widenOpen(period, unit);
  const { year, month } = fromDayNumber(first);
  switch (unit) {
    case "day":
      return dayPeriod(first);
    case "week":
    case "weekend": {
      const { year: isoYear, week } = toIsoWeek(first);
      return { unit, year: isoYear, index: week };
    }
    case "month":
      return { unit, year, index: month };
    case "season":
      // A winter is named after the year in which it begins.
      return month <= 2
        ? { unit, year: year - 1, index: 24 }
        : { unit, year, index: 20 + Math.floor(month / 3) };
    case "quarter":
      return { unit, year, index: Math.ceil(month / 3) };
    case "half":
      return { unit, year, index: Math.ceil(month / 6) };
    case "year":
      return { unit, year };
    case "decade":
      return { unit, year: Math.floor(year / 10) };
    case "century":
      return { unit, year: Math.floor(year / 100) };
  }
}

function widenOpen(period: Period, unit: PeriodUnit): Period {
  const { year } = period;
  if (unit === "year" && period.unit !== "decade" && period.unit !== "century") return { unit, year };
  if (unit === "month" && (period.unit === "day" || period.unit === "month"))
    return { unit, year, index: period.index ?? null };
  return { unit, year: null, index: null, day: null };
}

function stripTime(period: Period): Period {
  const { part: _part, clock: _clock, ...rest } = period;
  return rest;
}

/** EDTF (ISO 8601-2). Weeks and weekends are intervals of days; an open week is `XXXX`. */
export function toEdtf(period: Period): string {
  const { unit, year } = period;
  const index = period.index ?? null;
  const y = year === null ? "XXXX" : String(year).padStart(4, "0");
  switch (unit) {
    case "day": {
      const date = `${y}-${pad(index)}-${pad(period.day ?? null)}`;
      return date.includes("X") || !period.clock ? date : date + clockEdtf(period.clock);
    }
    case "week":
    case "weekend": {
      const first = firstDay(period);
      if (first === null) return "XXXX";
      return `${toEdtf(dayPeriod(first))}/${toEdtf(dayPeriod(first + (unit === "week" ? 6 : 1)))}`;
    }
    case "month":
    case "season":
      return `${y}-${pad(index)}`;
    case "quarter":
      return index === null ? y : `${y}-${32 + index}${period.fiscal ? "~" : ""}`;
    case "half":
      return index === null ? y : `${y}-${39 + index}${period.fiscal ? "~" : ""}`;
    case "year":
      return period.fiscal ? `${y}~` : y;
    case "decade":
      return year === null ? "XXXX" : `${String(year).padStart(3, "0")}X`;
    case "century":
      return year === null ? "XXXX" : `${String(year).padStart(2, "0")}XX`;
  }
}

/** The value attribute of TIMEX3 (TimeML 1.2.1, ISO 24617-1). */
export function toTimex(period: Period): string {
  const { unit, year } = period;
  const index = period.index ?? null;
  const y = (period.fiscal ? "FY" : "") + (year === null ? "XXXX" : String(year).padStart(4, "0"));
  switch (unit) {
    case "day":
      return dayTimex(period, y) + (period.part ? `T${period.part}` : clockTimex(period.clock));
    case "week":
      return `${y}-W${pad(index)}`;
    case "weekend":
      return `${y}-W${pad(index)}-WE`;
    case "month":
      return `${y}-${pad(index)}`;
    case "season":
      return `${y}-${index === null ? "XX" : SEASONS[index - 21]}`;
    case "quarter":
      return `${y}-Q${index ?? "X"}`;
    case "half":
      return `${y}-H${index ?? "X"}`;
    case "year":
      return y;
    case "decade":
      return year === null ? "XXX" : String(year).padStart(3, "0");
    case "century":
      return year === null ? "XX" : String(year).padStart(2, "0");
  }
}

function dayTimex(period: Period, y: string): string {
  if (period.weekday !== undefined && period.year === null && period.index == null)
    return `XXXX-WXX-${period.weekday}`;
  return `${y}-${pad(period.index ?? null)}-${pad(period.day ?? null)}`;
}

function clockTimex(clock: ClockTime | undefined): string {
  if (clock === undefined) return "";
  const minute = clock.minute === null ? "XX" : pad(clock.minute);
  const second = clock.second === undefined ? "" : `:${pad(clock.second)}`;
  return `T${pad(clock.hour)}:${minute}${second}${zoneSuffix(clock.zone)}`;
}

/** EDTF level 0 has whole seconds; 24:00 is the next day's 00:00, so the day alone is given for it. */
function clockEdtf(clock: ClockTime): string {
  if (clock.minute === null || clock.hour > 23) return "";
  return `T${pad(clock.hour)}:${pad(clock.minute)}:${pad(clock.second ?? 0)}${zoneSuffix(clock.zone)}`;
}

function zoneSuffix(zone: number | undefined): string {
  if (zone === undefined) return "";
  if (zone === 0) return "Z";
  const minutes = Math.abs(zone);
  return `${zone < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

function pad(n: number | null): string {
  return n === null ? "XX" : String(n).padStart(2, "0");
}

/** True if the day exists; an open year has a 29 February. */
export function isCalendarDay(year: number | null, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= countMonthDays(year, month);
}

/** The day of `weekday` on or before (`-1`), on or after (`1`) the day. */
export function findWeekday(dayNumber: number, weekday: number, direction: -1 | 1): number {
  const ahead = (((weekday - toWeekday(dayNumber)) % 7) + 7) % 7;
  return direction === 1 ? dayNumber + ahead : dayNumber - ((7 - ahead) % 7);
}

/** The period at a part of the day or a clock time. */
export function withTimeOfDay(period: Period, time: Pick<Period, "part" | "clock">): Period {
  return {
    ...period,
    ...(time.part ? { part: time.part } : {}),
    ...(time.clock ? { clock: time.clock } : {}),
  };
}
