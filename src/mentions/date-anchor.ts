/**
 * What dates are resolved against: the article's own date, and the years that its text states.
 *
 * In: an article and the full dates of its text. Out: an anchor. Where the article has no date, a day or month
 * without a year takes the year of the same day elsewhere in the text, or the year that brings it within three
 * months of the latest date stated; then the basis is `inferred`. Otherwise the year stays open.
 */
import type { DateBasis, DateValue } from "../core/records.js";
import { toDayNumber } from "./date-calendar.js";
import { firstDay, lastDay, type Period } from "./date-period.js";

/** How far a day may lie from the latest stated date to take its year, as for the article's own date. */
const NEAR_DAYS = 92;

export interface Anchor {
  /** The article's date, or null. Its year may be open. */
  readonly period: Period | null;
  /** Basis of what is resolved by it. */
  readonly basis: DateBasis;
  /** Full days and months that the text states, in order. */
  readonly stated: readonly Period[];
}

/** The anchor of an article published at `published`, with the dates that its text states in full. */
export function makeAnchor(published: DateValue | null, stated: readonly Period[]): Anchor {
  const period = published === null ? null : parseEdtf(published.edtf);
  return { period, basis: published?.basis === "inferred" ? "inferred" : "publication", stated };
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
  return { unit: "day", year, index: month, day: Number(m[3]) };
}

/** The last day of the article's date, or null where its year is open or it has none. */
export function anchorDay(anchor: Anchor): number | null {
  return anchor.period === null ? null : lastDay(anchor.period);
}

/** The year that the text's other dates give a day or month without one, or null. */
export function inferYear(anchor: Anchor, month: number, day: number | null): number | null {
  let latest: number | null = null;
  for (const period of anchor.stated) {
    if (period.year === null) continue;
    if (period.unit === "day" && day !== null && period.index === month && period.day === day)
      return period.year;
    const at = period.unit === "month" ? middle(period) : firstDay(period);
    if (at !== null && (latest === null || at > latest)) latest = at;
  }
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

function middle(period: Period): number | null {
  const first = firstDay(period);
  return first === null ? null : first + 14;
}
