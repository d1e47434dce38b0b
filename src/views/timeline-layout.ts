/**
 * A timeline as a layout: in, items with a lane and an EDTF date each; out, for each lane rows of marks that do not
 * cover each other, each as wide as its date is imprecise (a day is a point, a decade a long bar).
 *
 * Positions are shares of the width, 0 to 1. Rows are filled from the top by the first row that has room, in order of
 * time; the same items give the same picture.
 */
import { type DayRange, readDayRange } from "../core/edtf-range.js";
import { chooseRange, makeTimeAxis, type TimeAxis } from "./time-axis.js";

export interface TimelineItem {
  readonly lane: string;
  /** EDTF; an item without a place in time is left out. */
  readonly placed: string | null;
}

export interface TimelineMark<I> {
  readonly item: I;
  readonly from: number;
  /** Equal to `from` for a point. */
  readonly to: number;
  /** From 0, the topmost. */
  readonly row: number;
  /** True where the date goes on beyond that edge of the picture, or lies there altogether. */
  readonly before: boolean;
  readonly after: boolean;
}

export interface TimelineLane<I> {
  readonly lane: string;
  readonly rows: number;
  readonly marks: readonly TimelineMark<I>[];
}

export interface TimelineLayout<I> {
  readonly axis: TimeAxis;
  readonly lanes: readonly TimelineLane<I>[];
}

/** Share of the width that a point takes with the space around it: enough for two to stand beside each other on a phone. */
const POINT = 0.055;

/** Dates of at most so many days decide which time is drawn. */
const PRECISE = 31;

/** The layout of the items of these lanes, empty lanes left out; undefined where nothing has a place. */
export function layOutTimeline<I extends TimelineItem>(
  items: readonly I[],
  lanes: readonly string[],
): TimelineLayout<I> | undefined {
  const dated = items.flatMap((item) => {
    const range = item.placed === null ? null : readDayRange(item.placed);
    return range === null || !lanes.includes(item.lane) ? [] : [{ item, range }];
  });
  if (dated.length === 0) return undefined;
  const axis = makeTimeAxis(rangeOf(dated.map(({ range }) => range)));
  return {
    axis,
    lanes: lanes.flatMap((lane) => {
      const own = dated.filter(({ item }) => item.lane === lane);
      return own.length === 0 ? [] : [{ lane, ...packRows(own, axis) }];
    }),
  };
}

/** The time to draw: that of the precise dates, or of all where there are none. */
function rangeOf(ranges: readonly DayRange[]): DayRange {
  const precise = ranges.filter(({ from, to }) => to - from <= PRECISE);
  const days = (precise.length > 0 ? precise : ranges)
    .flatMap(({ from, to }) => [from, to])
    .filter(Number.isFinite)
    .map((day) => ({ day, weight: 1 }));
  return chooseRange(days);
}

function packRows<I>(
  dated: readonly { item: I; range: DayRange }[],
  axis: TimeAxis,
): { rows: number; marks: TimelineMark<I>[] } {
  const ordered = [...dated].sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
  const ends: number[] = [];
  const marks = ordered.map(({ item, range }): TimelineMark<I> => {
    const isPoint = range.from === range.to;
    const from = axis.place(isPoint ? range.from : range.from - 0.5);
    const to = isPoint ? from : axis.place(range.to + 0.5);
    const width = Math.max(POINT, to - from + POINT / 2);
    const start = (from + to - width) / 2;
    let row = ends.findIndex((end) => end <= start + 1e-9);
    if (row < 0) row = ends.length;
    ends[row] = start + width;
    return { item, from, to, row, before: range.from < axis.from, after: range.to > axis.to };
  });
  return { rows: ends.length, marks };
}
