/**
 * EDTF dates (ISO 8601-2) as ranges of days, to tell whether two dates can be one.
 *
 * Levels 0 and 1 as far as the record uses them: days, months, years, decades and centuries (`199X`, `19XX`),
 * seasons and quarters (`2014-22`), intervals, open ends, and `~` or `?` behind a date. A date whose year is open
 * (`XXXX-04-15`) has no range.
 */

/** First and last day, as days since 1970-01-01; an open end is infinite. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

const DAY = 86_400_000;

/** The days that `edtf` covers; null where it does not say, or is no such date. */
export function readDayRange(edtf: string): DayRange | null {
  const slash = edtf.indexOf("/");
  if (slash < 0) return readSingle(edtf);
  const left = edtf.slice(0, slash);
  const right = edtf.slice(slash + 1);
  const from = isOpen(left) ? Number.NEGATIVE_INFINITY : readSingle(left)?.from;
  const to = isOpen(right) ? Number.POSITIVE_INFINITY : readSingle(right)?.to;
  if (from === undefined || to === undefined || from > to) return null;
  return from === Number.NEGATIVE_INFINITY && to === Number.POSITIVE_INFINITY ? null : { from, to };
}

function isOpen(end: string): boolean {
  return end === "" || end === "..";
}

function readSingle(written: string): DayRange | null {
  const date = written.replace(/[~?%]$/, "").replace(/T.*$/, "");
  if (/^\d{2}XX$/.test(date)) return years(Number(date.slice(0, 2)) * 100, 100);
  if (/^\d{3}X$/.test(date)) return years(Number(date.slice(0, 3)) * 10, 10);
  if (/^\d{4}$/.test(date)) return years(Number(date), 1);
  const month = /^(\d{4})-(\d{2})(?:-(XX))?$/.exec(date);
  if (month !== null) return readPart(Number(month[1]), Number(month[2]));
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (day === null) return null;
  const at = toDay(Number(day[1]), Number(day[2]) - 1, Number(day[3]));
  return { from: at, to: at };
}

/** A month, a season (21 spring … 24 winter), or a quarter (33 … 36). */
function readPart(year: number, part: number): DayRange | null {
  if (part >= 1 && part <= 12) return months(year, part - 1, 1);
  if (part >= 21 && part <= 24) return months(year, 2 + (part - 21) * 3, 3);
  if (part >= 33 && part <= 36) return months(year, (part - 33) * 3, 3);
  if (part >= 40 && part <= 41) return months(year, (part - 40) * 6, 6);
  return null;
}

function months(year: number, first: number, count: number): DayRange {
  return { from: toDay(year, first, 1), to: toDay(year, first + count, 1) - 1 };
}

function years(first: number, count: number): DayRange {
  return { from: toDay(first, 0, 1), to: toDay(first + count, 0, 1) - 1 };
}

function toDay(year: number, month: number, day: number): number {
  const date = new Date(Date.UTC(2000, month, day));
  date.setUTCFullYear(year + (date.getUTCFullYear() - 2000));
  return Math.round(date.getTime() / DAY);
}

/** Days between two ranges; 0 where they meet. */
export function daysApart(a: DayRange, b: DayRange): number {
  return Math.max(0, a.from - b.to, b.from - a.to);
}

/** Whether one of two ranges lies within the other. */
export function isNested(a: DayRange, b: DayRange): boolean {
  return (a.from <= b.from && b.to <= a.to) || (b.from <= a.from && a.to <= b.to);
}
