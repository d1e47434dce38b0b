/**
 * What the resolver knows outside of an expression: the article's date and the dates named before.
 */
import type { Span } from "../core/evidence.js";
import type { DateBasis } from "../core/records.js";
import type { Anchor } from "./date-anchor.js";
import type { HolidayTable } from "./date-holidays.js";
import type { Meaning } from "./date-meaning.js";
import type { Period, PeriodUnit } from "./date-period.js";

/** A period and how it is known. `vague` where only before or after a date is told. */
export interface Resolved {
  readonly period: Period;
  readonly basis: DateBasis;
  readonly vague?: "PAST_REF" | "FUTURE_REF";
  /** The date of the text that it is counted from. */
  readonly reference?: Span;
}

/** A date already resolved: where, and whether its year is written there. */
export interface NamedDate extends Span {
  readonly period: Period;
  readonly sentence: number;
  readonly stated: boolean;
  /** True where it opens its sentence ("In 1994, …", "Two years later, …") and so dates all of it. */
  readonly opens: boolean;
  /** True where it is only a bound ("since January 2015"). */
  readonly bounded: boolean;
  /** True where it tells when something was said ("…, the ministry said on Tuesday"). */
  readonly reported: boolean;
  readonly basis: DateBasis;
}

/** Everything outside the expression that resolution looks at. */
export interface ResolveContext {
  readonly anchor: Anchor;
  readonly holidays: HolidayTable;
  /** Dates named before, in order. */
  readonly named: readonly NamedDate[];
  readonly sentence: number;
  /** The day named next in the sentence, for a time of day before it. */
  readonly ahead?: Meaning;
  /** Where the verbs point. */
  readonly direction: -1 | 0 | 1;
  /** True if numeric dates of the text put the day first. */
  readonly dayFirst: boolean;
}

/** Order of units from short to long. */
export const RANK: Readonly<Record<PeriodUnit, number>> = {
  day: 0,
  weekend: 1,
  week: 1,
  month: 2,
  season: 3,
  quarter: 3,
  half: 4,
  year: 5,
  decade: 6,
  century: 7,
};
