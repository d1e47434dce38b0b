import type { Span } from "../core/evidence.js";

/** What stands before or after a number and makes it a bound or a guess, normalised. */
export const NUMBER_MODIFIERS = [
  "more than",
  "at least",
  "fewer than",
  "up to",
  "nearly",
  "about",
  "exactly",
] as const;
export type NumberModifier = (typeof NUMBER_MODIFIERS)[number];

/** What kind of unit a figure has; `share` is a percentage or a fraction. */
export const UNIT_KINDS = [
  "share",
  "money",
  "length",
  "area",
  "mass",
  "volume",
  "power",
  "energy",
  "temperature",
  "explosive",
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** A number as written, with its modifier and its unit: the span covers all three. */
export interface NumberMention extends Span {
  /** Words of the whole expression, half open. */
  readonly from: number;
  readonly to: number;
  /** Null for a range and for "dozens", which have bounds only. */
  readonly value: number | null;
  /** Bounds that the words tell; null where they tell none. */
  readonly low: number | null;
  readonly high: number | null;
  /** `percent`, an ISO 4217 code, `km` …; `fraction` for "a third". */
  readonly unit: string | null;
  readonly unitKind: UnitKind | null;
  readonly modifier: NumberModifier | null;
  /** Words of the number without its modifier. */
  readonly core: Span;
  /** True where it is written with digits. */
  readonly digits: boolean;
  /** True for "20-member" and its like: the next word is part of the same compound. */
  readonly compound: boolean;
}
