/**
 * Lengths of time as ISO 8601 writes them, and the interval of one that reaches from the article's day: "the past three
 * years" is `2017/2020` in an article of 2020.
 */
import type { DurationMeaning } from "./date-meaning.js";
import { dayPeriod, type Period, shiftPeriod, toEdtf, widenPeriod } from "./date-period.js";
import { UNIT_CODES } from "./date-words.js";

/** The interval of "the past three years" at the grain of its unit; null for units without one. */
export function reachFrom(day: number, meaning: DurationMeaning, side: -1 | 1): string | null {
  const { unit, amount } = meaning;
  if (amount === null) return null;
  const here = dayPeriod(day);
  let end: Period;
  if (unit === "year" || unit === "month" || unit === "decade" || unit === "quarter") {
    const factor = unit === "decade" ? 10 : unit === "quarter" ? 3 : 1;
    const grain =
      unit === "quarter" || !Number.isInteger(amount * factor) ? "month" : unit === "decade" ? "year" : unit;
    const count = Math.round(amount * factor * (grain === "month" && unit === "year" ? 12 : 1));
    end = shiftPeriod(widenPeriod(here, grain), side * count);
    const near = toEdtf(widenPeriod(here, grain));
    return side < 0 ? `${toEdtf(end)}/${near}` : `${near}/${toEdtf(end)}`;
  }
  const days =
    unit === "week"
      ? 7
      : unit === "fortnight"
        ? 14
        : unit === "day" || unit === "night"
          ? 1
          : unit === "hour"
            ? 1 / 24
            : 0;
  if (days === 0) return null;
  end = shiftPeriod(here, side * Math.ceil(amount * days));
  return side < 0 ? `${toEdtf(end)}/${toEdtf(here)}` : `${toEdtf(here)}/${toEdtf(end)}`;
}

/** ISO 8601 duration as TIMEX3 has it: `P3Y`, `PT30M`, `PXD`, `P2DE`. */
export function toDuration(meaning: DurationMeaning): string {
  const { unit, amount } = meaning;
  const timed = unit === "hour" || unit === "minute" || unit === "second";
  const doubled = amount !== null && unit === "fortnight" ? amount * 2 : amount;
  return `${timed ? "PT" : "P"}${doubled === null ? "X" : String(doubled)}${UNIT_CODES[unit]}`;
}
