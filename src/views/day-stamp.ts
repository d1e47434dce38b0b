/**
 * Dates as the formats of event data write them: in, EDTF; out, one day. Whoever writes a day for a month says so.
 */
import { readDayRange } from "../core/edtf-range.js";

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** False where the date may be several days: this is the first. */
  readonly exact: boolean;
}

/** The first day that `edtf` may mean; undefined for an open year, an open start, or what is no date. */
export function firstDayOf(edtf: string | undefined): Day | undefined {
  return dayAt(edtf, "from");
}

/** The last day that `edtf` may mean. */
export function lastDayOf(edtf: string | undefined): Day | undefined {
  return dayAt(edtf, "to");
}

function dayAt(edtf: string | undefined, end: "from" | "to"): Day | undefined {
  const range = edtf === undefined ? null : readDayRange(edtf);
  if (range === null || !Number.isFinite(range[end])) return undefined;
  const date = new Date(range[end] * 86_400_000);
  const year = date.getUTCFullYear();
  if (Number.isNaN(year) || year < 0 || year > 9999) return undefined;
  return { year, month: date.getUTCMonth() + 1, day: date.getUTCDate(), exact: range.from === range.to };
}

/** `20040303`, or `2004-03-03` with a separator. */
export function stampDay({ year, month, day }: Day, separator = ""): string {
  return [pad(year, 4), pad(month), pad(day)].join(separator);
}

/** `20040303000000`: the record knows days, no hours. */
export function stampMidnight(day: Day): string {
  return `${stampDay(day)}000000`;
}

export function pad(n: number, digits = 2): string {
  return String(n).padStart(digits, "0");
}
