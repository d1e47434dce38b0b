/**
 * A part of a week or weekend as the days it covers: "early in the week" is Monday to Wednesday, "midweek" Tuesday to
 * Thursday, "late in the week" Thursday to Sunday; "earlier this week" ends with the article's day.
 *
 * In: the week, which part the words name, the article's day, where the verbs point. Out: first and last day, and the
 * week they lie in. Weeks are those of ISO 8601. Months and years stay whole: EDTF has no part of them.
 */
import { toWeekday } from "./date-calendar.js";
import type { DateMod, Reading } from "./date-meaning.js";
import { firstDay, lastDay, type Period, shiftPeriod } from "./date-period.js";

/** Offsets from Monday of the first and last day of a week's part. */
const WEEK_PARTS: Partial<Record<DateMod, readonly [number, number]>> = {
  START: [0, 2],
  MID: [1, 3],
  END: [3, 6],
};
/** The same from Saturday. */
const WEEKEND_PARTS: Partial<Record<DateMod, readonly [number, number]>> = { START: [0, 0], END: [1, 1] };

/** Days of a week's part. */
export interface WeekPart {
  readonly week: Period;
  readonly first: number;
  readonly last: number;
}

/** The part of the week that the reading names; null where it names the whole week or no week. */
export function narrowWeek(
  period: Period,
  reading: Reading,
  anchor: number | null,
  direction: -1 | 0 | 1,
): WeekPart | null {
  const { unit } = period;
  if (unit !== "week" && unit !== "weekend") return null;
  if (reading.side !== undefined) return narrowBeside(period, reading.side, anchor);
  const part = reading.mod && (unit === "week" ? WEEK_PARTS : WEEKEND_PARTS)[reading.mod];
  if (part === undefined) return null;
  const here = place(period, part);
  if (here === null || anchor === null || !isBareWeek(reading)) return here;
  // "the middle of the week" on a Monday, in the past tense, is that of the week before.
  if (direction === -1 && here.first > anchor) return place(shiftPeriod(period, -1), part);
  if (direction === 1 && here.last < anchor) return place(shiftPeriod(period, 1), part);
  return here;
}

function place(week: Period, [from, to]: readonly [number, number]): WeekPart | null {
  const monday = firstDay(week);
  return monday === null ? null : { week, first: monday + from, last: monday + to };
}

/** "earlier this week" on a Monday stays the whole week: it was written on another day, or means the one before. */
function narrowBeside(week: Period, side: -1 | 1, anchor: number | null): WeekPart | null {
  const [first, last] = [firstDay(week), lastDay(week)];
  if (first === null || last === null || anchor === null || anchor <= first || anchor >= last) return null;
  return side === -1 ? { week, first, last: anchor } : { week, first: anchor, last };
}

/** "the week" and "midweek", against "this week" and "last week", which say which one. */
function isBareWeek({ meaning }: Reading): boolean {
  return meaning.kind === "offset" && meaning.amount === 0 && meaning.from === "reference";
}

/**
 * Weeks from the one of the article's day to the weekend meant: "the weekend" is the last one unless a verb looks
 * forward or it is Sunday, "this weekend" the coming one unless a verb looks back.
 */
export function findWeekendShift(pointed: -1 | 0 | 1, anchor: number, direction: -1 | 0 | 1): -1 | 0 {
  const weekday = toWeekday(anchor);
  if (pointed === 0) return direction === -1 && weekday < 6 ? -1 : 0;
  return direction === 1 || weekday === 7 ? 0 : -1;
}
