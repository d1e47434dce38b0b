/**
 * The rule of story-keys.ts for a table: what a mention holds, in numbers, and what it asks of others.
 *
 * Two mentions that may meet hold days that overlap, signs that have a bit in common, and one of the keys; or a
 * passage. The join itself is SQL (src/store/story-tables.ts).
 */
import { askedSigns, heldSigns, type Signs } from "./meeting-signs.js";
import type { Sketch } from "./sketch.js";
import { daysOf, passageKeys, REACH_DAYS, timeClassOf, timelyKeys } from "./story-keys.js";

/** Columns of the table `telling`, as asked for and as held; hashes all. */
export interface StoredKeys extends Signs {
  /** First and last day; far from all days there are for what has none, so that it meets only its like. */
  readonly from: number;
  readonly to: number;
  readonly keys: readonly number[];
  /** Copies meet at any time. */
  readonly passages: readonly number[];
}

/** Days for what is not dated, or not to a year: no two kinds come within reach of each other or of a date. */
const NO_DAY = { undated: -2_000_000_000, long: -1_900_000_000 } as const;
/** Dates lie between these days; what is open to one side ends there. */
const MOST_DAYS = 1_800_000_000;

/** What others find a mention by. */
export function heldKeys(sketch: Sketch): StoredKeys {
  return { ...daysIn(sketch, 0), ...heldSigns(sketch), ...hashesOf(sketch) };
}

/** What a mention finds others by. */
export function askedKeys(sketch: Sketch): StoredKeys {
  return { ...daysIn(sketch, REACH_DAYS), ...askedSigns(sketch), ...hashesOf(sketch) };
}

function daysIn(sketch: Sketch, reach: number): { from: number; to: number } {
  const time = timeClassOf(sketch);
  if (time !== "dated") return { from: NO_DAY[time], to: NO_DAY[time] };
  const { from, to } = daysOf(sketch);
  return { from: Math.max(-MOST_DAYS, from - reach), to: Math.min(MOST_DAYS, to + reach) };
}

function hashesOf(sketch: Sketch): Pick<StoredKeys, "keys" | "passages"> {
  return { keys: [...timelyKeys(sketch)], passages: [...passageKeys(sketch)] };
}
