/**
 * An axis of time: in, the first and last day of what is drawn; out, where a day stands on it (0 to 1), and a few ticks
 * at round dates with their labels. Days are counted from 1970-01-01.
 */
import type { DayRange } from "../core/edtf-range.js";

export interface TimeTick {
  /** 0 is the left edge, 1 the right. */
  readonly at: number;
  readonly label: string;
  /** The year, on the first tick and where it changes; absent where the label is the year. */
  readonly year?: string;
}

export interface TimeAxis extends DayRange {
  readonly ticks: readonly TimeTick[];
  /** Where the middle of a day stands; days outside lie on the edge. */
  place(day: number): number;
}

/** Room at either edge, so that a mark on the first or last day is whole. */
const MARGIN = 0.025;

/** Ticks that fit beside each other on a phone. */
const MOST_TICKS = 5;

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** Steps between ticks, the finest first. */
const STEPS: readonly (readonly [unit: "day" | "month" | "year", by: number])[] = [
  ["day", 1],
  ["day", 2],
  ["day", 7],
  ["day", 14],
  ["month", 1],
  ["month", 2],
  ["month", 3],
  ["month", 6],
  ["year", 1],
  ["year", 2],
  ["year", 5],
  ["year", 10],
  ["year", 20],
  ["year", 50],
  ["year", 100],
  ["year", 500],
  ["year", 2000],
];

/** Share of the days on either side that may lie outside of an axis, if leaving them out makes it much finer. */
const TAIL = 0.12;

/** Among fewer days than this, each counts. */
const FEW = 8;

/** How much shorter an axis must become for days to be left outside. */
const MUCH = 2.5;

/**
 * The range of days to draw: all of them, or what is left without a few far ones that would press the rest into one
 * place (one treaty of 1815 among a month's news). A day weighs what is counted on it; what lies outside is to be told
 * beside the picture.
 */
export function chooseRange(days: readonly { readonly day: number; readonly weight: number }[]): DayRange {
  const sorted = [...days].sort((a, b) => a.day - b.day);
  const whole = { from: sorted[0].day, to: sorted[sorted.length - 1].day };
  const all = sorted.reduce((sum, { weight }) => sum + weight, 0);
  const cut = all < FEW ? 0 : Math.max(1, Math.floor(all * TAIL));
  const core = { from: dayAt(sorted, cut), to: dayAt(sorted, all - 1 - cut) };
  return whole.to - whole.from > MUCH * Math.max(10, core.to - core.from) ? core : whole;
}

/** The day of the nth of what the days weigh, from 0. */
function dayAt(sorted: readonly { readonly day: number; readonly weight: number }[], n: number): number {
  let before = 0;
  for (const { day, weight } of sorted) {
    before += weight;
    if (before > n) return day;
  }
  return sorted[sorted.length - 1].day;
}

/** The axis of a range of days; a range of one day has room around it. */
export function makeTimeAxis(range: DayRange): TimeAxis {
  const pad = range.to - range.from < 4 ? 2 : 0;
  const from = range.from - pad;
  const to = range.to + pad;
  const place = (day: number) =>
    MARGIN + (1 - 2 * MARGIN) * Math.min(1, Math.max(0, (day - from + 0.5) / (to - from + 1)));
  return { from, to, place, ticks: makeTicks(from, to, place) };
}

/** `1962-10-22`, `1962-10` or `1962` as its first day; undefined for what is none of these. */
export function readFirstDay(date: string): number | undefined {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date);
  if (match === null) return undefined;
  const [, year, month, day] = match;
  return toDay(Number(year), Math.max(1, Number(month ?? 1)) - 1, Math.max(1, Number(day ?? 1)));
}

function makeTicks(from: number, to: number, place: (day: number) => number): TimeTick[] {
  for (const [unit, by] of STEPS) {
    if ((to - from) / (by * (unit === "day" ? 1 : unit === "month" ? 30 : 365)) > MOST_TICKS + 1) continue;
    const days = listTicks(from, to, unit, by);
    if (days.length <= MOST_TICKS) return labelTicks(days, unit, place);
  }
  return [];
}

/** First days of the steps within the range. */
function listTicks(from: number, to: number, unit: "day" | "month" | "year", by: number): number[] {
  const days: number[] = [];
  if (unit === "day") {
    for (let day = Math.ceil(from / by) * by; day <= to; day += by) days.push(day);
    return days;
  }
  const first = new Date(from * 86_400_000);
  const step = unit === "month" ? by : by * 12;
  const months = first.getUTCFullYear() * 12 + first.getUTCMonth();
  for (let month = Math.ceil(months / step) * step; ; month += step) {
    const day = toDay(Math.floor(month / 12), month % 12, 1);
    if (day > to) return days;
    if (day >= from) days.push(day);
  }
}

function labelTicks(
  days: readonly number[],
  unit: "day" | "month" | "year",
  place: (day: number) => number,
): TimeTick[] {
  let last = "";
  return days.map((day) => {
    const date = new Date(day * 86_400_000);
    const year = String(date.getUTCFullYear());
    if (unit === "year") return { at: place(day), label: year };
    const month = MONTHS[date.getUTCMonth()];
    const label = unit === "month" ? month : `${date.getUTCDate()} ${month}`;
    const isNew = year !== last;
    last = year;
    return { at: place(day), label, ...(isNew ? { year } : {}) };
  });
}

function toDay(year: number, month: number, day: number): number {
  const date = new Date(Date.UTC(2000, month, day));
  date.setUTCFullYear(year + (date.getUTCFullYear() - 2000));
  return Math.round(date.getTime() / 86_400_000);
}
