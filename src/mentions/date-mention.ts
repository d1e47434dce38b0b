import type { Span } from "../core/evidence.js";
import type { DateValue } from "../core/records.js";
import type { DateMod } from "./date-meaning.js";

/** A time expression and what it stands for. */
export interface DateMention extends Span {
  /**
   * For dates and times the EDTF value; for lengths of time and recurring times, which EDTF lacks, their ISO 8601
   * duration (`P3Y`) unless they reach back or forward from a known day (`2017/2020`).
   */
  readonly value: DateValue;
  /** TIMEX3 type (ISO 24617-1). */
  readonly type: "DATE" | "TIME" | "DURATION" | "SET";
  /** TIMEX3 value, where it says more than EDTF does: `P3D`, `2020-W16`, `PRESENT_REF`. */
  readonly timex?: string;
  /** TIMEX3 modifier: `START` for "early", `APPROX` for "about". */
  readonly mod?: DateMod;
  /** TIMEX3 quantifier and frequency of a recurring time. */
  readonly quant?: string;
  readonly freq?: string;
  /** The word that makes the date a bound; "since" and "until" make the EDTF value an open interval. */
  readonly bound?: "since" | "until" | "before" | "after" | "by";
  /** The date of the text that it is counted from: "3 March" for "two days later". */
  readonly reference?: Span;
  /** The two ends of a range, each with its own words. */
  readonly ends?: readonly [DateEnd, DateEnd];
  /** What read it. */
  readonly rule: string;
}

/** One end of a range. */
export interface DateEnd extends Span {
  readonly edtf: string;
  readonly timex: string;
}
