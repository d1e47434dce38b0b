/**
 * What dates are resolved against: the article's own date, and the years that its text states.
 *
 * In: an article and the full dates of its text. Out: an anchor. Where the article has no date, a day or month
 * without a year takes the year of the same day elsewhere in the text, or the year that brings it within three
 * months of the latest date stated; then the basis is `inferred`. Otherwise the year stays open.
 */
import type { DateBasis, DateValue } from "../core/records.js";
import { toDayNumber } from "./date-calendar.js";
import { firstDay, isCalendarDay, lastDay, type Period } from "./date-period.js";

/** How far a day may lie from the latest stated date to take its year, as for the article's own date. */
const NEAR_DAYS = 92;

export interface Anchor {
  /** The article's date, or null. Its year may be open. */
  readonly period: Period | null;
  /** Basis of what is resolved by it. */
  readonly basis: DateBasis;
  readonly stated: StatedDates;
}

/** What the text's fully written dates say about years. */
export interface StatedDates {
  /** The latest year written, alone or in a date. */
  readonly latestYear: number | null;
  /** The latest day written with its year, or the middle of the latest month. */
  readonly latestDay: number | null;
  /** Year of the first date written in full for a month and day (`3-31`). */
  readonly yearOf: ReadonlyMap<string, number>;
}

/** The anchor of an article published at `published`, with the dates that its text states in full. */
export function makeAnchor(published: DateValue | null, stated: readonly Period[]): Anchor {
  const period = published === null ? null : parseEdtf(published.edtf);
  const basis = published?.basis === "inferred" ? "inferred" : "publication";
  return { period, basis, stated: sumUp(stated) };
}

function sumUp(stated: readonly Period[]): StatedDates {
  let latestYear: number | null = null;
  let latestDay: number | null = null;
  const yearOf = new Map<string, number>();
  for (const period of stated) {
    const { unit, year, index, day } = period;
    if (year === null) continue;
    if (latestYear === null || year > latestYear) latestYear = year;
    if (unit !== "day" && unit !== "month") continue;
    const key = `${index}-${day}`;
    if (unit === "day" && !yearOf.has(key)) yearOf.set(key, year);
    const first = firstDay(period);
    const at = first === null || unit === "day" ? first : first + 14;
    if (at !== null && (latestDay === null || at > latestDay)) latestDay = at;
  }
  return { latestYear, latestDay, yearOf };
}

/** A day, month or year in EDTF, or null for anything else. */
export function parseEdtf(edtf: string): Period | null {
  const m =
    /^(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?[?~%]?$/u.exec(
      edtf,
    );
  if (m === null) return null;
  const year = m[1] === "XXXX" ? null : Number(m[1]);
  if (m[2] === undefined) return year === null ? null : { unit: "year", year };
  const month = Number(m[2]);
  if (month < 1 || month > 12) return null;
  if (m[3] === undefined) return { unit: "month", year, index: month };
  const day = Number(m[3]);
  return isCalendarDay(year, month, day) ? { unit: "day", year, index: month, day } : null;
}

/** The last day of the article's date, or null where its year is open or it has none. */
export function anchorDay(anchor: Anchor): number | null {
  return anchor.period === null ? null : lastDay(anchor.period);
}

/** The year that the text's other dates give a day or month without one, or null. */
export function inferYear(anchor: Anchor, month: number, day: number | null): number | null {
  const same = day === null ? undefined : anchor.stated.yearOf.get(`${month}-${day}`);
  if (same !== undefined) return same;
  const latest = anchor.stated.latestDay;
  if (latest === null) return null;
  let best: number | null = null;
  let distance = NEAR_DAYS + 1;
  const around = Math.floor(1970 + latest / 365.2425);
  for (const year of [around - 1, around, around + 1]) {
    const far = Math.abs(toDayNumber(year, month, day ?? 15) - latest);
    if (far < distance) {
      best = year;
      distance = far;
    }
  }
  return best;
}
