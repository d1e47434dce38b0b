/**
 * What a time expression says before anything outside it is known: the parser's output, the resolver's input.
 *
 * "on Tuesday" is a calendar meaning with a weekday and no year; "two days later" an offset from whatever was
 * named last; "the first quarter of last year" a quarter within an offset.
 */
import type { ClockTime, DayPart, PeriodUnit } from "./date-period.js";
import type { DurationUnit } from "./date-words.js";

/** TimeML's modifiers of a value. */
export type DateMod =
  | "START"
  | "MID"
  | "END"
  | "APPROX"
  | "LESS_THAN"
  | "MORE_THAN"
  | "EQUAL_OR_LESS"
  | "EQUAL_OR_MORE";

/** A stretch of the calendar with the fields that are written. */
export interface CalendarMeaning {
  readonly kind: "calendar";
  readonly unit: PeriodUnit;
  /** Year, decade (199) or century (19). */
  readonly year?: number;
  /** "'82": the last two digits of the year; for a decade ("the '80s") its tens. */
  readonly shortYear?: number;
  /** Month, quarter, half or the season's EDTF code. */
  readonly index?: number;
  readonly day?: number;
  readonly weekday?: number;
  readonly part?: DayPart;
  readonly clock?: ClockTime;
  readonly fiscal?: boolean;
  /** "last April" -1, "this April" 0, "next April" 1. */
  readonly shift?: -1 | 0 | 1;
  /** "the following Tuesday": counted from the date named last. */
  readonly fromReference?: boolean;
  /** "the first quarter of last year", "April 14 this year". */
  readonly within?: Meaning;
  /** Name of a holiday in the table; month and day follow from the year. */
  readonly holiday?: string;
  /** "04/05/2020": month and day as read month first; they may be the other way round. */
  readonly eitherWay?: boolean;
}

/** So many units from the article's date, from the date named last, or from another date. */
export interface OffsetMeaning {
  readonly kind: "offset";
  readonly unit: DurationUnit;
  /** Null for "several years ago". */
  readonly amount: number | null;
  readonly direction: -1 | 0 | 1;
  readonly from: "publication" | "reference" | Meaning;
  readonly part?: DayPart;
  readonly clock?: ClockTime;
  /** "a year earlier": of the same quarter or month, where one was just named. */
  readonly keepsGrain?: boolean;
  /** "a year ago today": as exact as the date that it is counted from. */
  readonly keepsBase?: boolean;
  /** "that day", "two days later": nothing without a date named before. */
  readonly needsReference?: boolean;
  /** "the weekend": the last one, or the coming one where a verb looks forward. */
  readonly followsTense?: boolean;
}

/** "the last day of March", "the first Tuesday of May": a day counted within a period, from its end if negative. */
export interface NthDayMeaning {
  readonly kind: "nth-day";
  readonly n: number;
  /** Count only these days of the week. */
  readonly weekday?: number;
  readonly of: Meaning;
  readonly part?: DayPart;
  readonly clock?: ClockTime;
}

/** Now, before now or after now, without more. */
export interface VagueMeaning {
  readonly kind: "vague";
  readonly value: "PRESENT_REF" | "PAST_REF" | "FUTURE_REF";
}

/** A length of time; `side` where it reaches back from the article's date (-1) or forward (1). */
export interface DurationMeaning {
  readonly kind: "duration";
  /** Null for "several years". */
  readonly amount: number | null;
  readonly unit: DurationUnit;
  readonly side?: -1 | 1;
}

/** Something that recurs. */
export interface SetMeaning {
  readonly kind: "set";
  readonly timex: string;
  readonly edtf: string;
  readonly quant?: string;
  readonly freq?: string;
}

/** From one date to another, both included; places are token indices. */
export interface RangeMeaning {
  readonly kind: "range";
  readonly first: Reading;
  readonly last: Reading;
}

export type Meaning =
  | CalendarMeaning
  | OffsetMeaning
  | NthDayMeaning
  | VagueMeaning
  | DurationMeaning
  | SetMeaning
  | RangeMeaning;

/** A meaning at tokens `from … to - 1`. */
export interface Reading {
  readonly from: number;
  readonly to: number;
  readonly meaning: Meaning;
  readonly mod?: DateMod;
  /** "earlier this week" -1, "later this week" 1: on that side of the article's date. */
  readonly side?: -1 | 1;
  /** What read it. */
  readonly rule: string;
}

/** So many units, none or one, before or after the article's date or the date named last. */
export function makeOffset(
  from: number,
  to: number,
  unit: DurationUnit,
  direction: -1 | 0 | 1,
  base: "publication" | "reference",
  rule: string,
  part?: DayPart,
): Reading {
  const meaning: OffsetMeaning = {
    kind: "offset",
    unit,
    amount: direction === 0 ? 0 : 1,
    direction,
    from: base,
    ...(part ? { part } : {}),
  };
  return { from, to, meaning, rule };
}

/** The reading, an offset, for a period on the side to which the verbs point. */
export function followTense(reading: Reading): Reading {
  const { meaning } = reading;
  return meaning.kind === "offset" ? { ...reading, meaning: { ...meaning, followsTense: true } } : reading;
}

/** The reading with some fields of a calendar or offset meaning set. */
export function withTime(reading: Reading, time: { part?: DayPart; clock?: ClockTime }): Reading {
  const { meaning } = reading;
  if (meaning.kind !== "calendar" && meaning.kind !== "offset" && meaning.kind !== "nth-day") return reading;
  return { ...reading, meaning: { ...meaning, ...time } };
}

/** True if the meaning is one day, so that a time of day can belong to it. */
export function isDayMeaning(meaning: Meaning): boolean {
  if (meaning.kind === "nth-day") return true;
  if (meaning.kind === "calendar") return meaning.unit === "day" && !meaning.part && !meaning.clock;
  return meaning.kind === "offset" && meaning.unit === "day" && !meaning.part && !meaning.clock;
}

/** True if the meaning stands for a place on the calendar. */
export function isPointMeaning(meaning: Meaning): boolean {
  return meaning.kind === "calendar" || meaning.kind === "offset" || meaning.kind === "nth-day";
}
