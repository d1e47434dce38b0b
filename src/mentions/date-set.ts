/**
 * Times that recur: "every Tuesday", "each year", "twice a week", "$3 billion a year", "annually", "on Fridays".
 *
 * In: tokens and a place. Out: a set with its TIMEX3 value (`P1Y`, `XXXX-WXX-2`), quantifier and frequency.
 */

import type { Reading } from "./date-meaning.js";
import { readNumber, readOrdinal } from "./date-number.js";
import type { DateTokens } from "./date-tokens.js";
import { DAY_PARTS, PLURAL_UNITS, UNIT_CODES, UNITS, WEEKDAY_PLURALS, WEEKDAYS } from "./date-words.js";
import { readMonthName } from "./date-written.js";

const ADVERBS: ReadonlyMap<string, string> = new Map([
  ["hourly", "PT1H"],
  ["daily", "P1D"],
  ["nightly", "P1D"],
  ["weekly", "P1W"],
  ["biweekly", "P2W"],
  ["fortnightly", "P2W"],
  ["monthly", "P1M"],
  ["bimonthly", "P2M"],
  ["quarterly", "P3M"],
  ["annual", "P1Y"],
  ["annually", "P1Y"],
  ["yearly", "P1Y"],
  ["biennial", "P2Y"],
  ["biannual", "P6M"],
  ["semiannual", "P6M"],
]);
const TIMES: ReadonlyMap<string, string> = new Map([
  ["once", "1X"],
  ["twice", "2X"],
  ["thrice", "3X"],
]);

/** A set at `i`, or null. */
export function readSet(t: DateTokens, i: number): Reading | null {
  return readEvery(t, i) ?? readTimes(t, i) ?? readRate(t, i) ?? readAdverb(t, i) ?? readPlural(t, i);
}

/** "every Tuesday", "each year", "every two weeks", "every other day", "every April". */
function readEvery(t: DateTokens, i: number): Reading | null {
  const word = t.lower(i);
  if (word !== "every" && word !== "each") return null;
  const quant = word === "every" ? "EVERY" : "EACH";
  let at = i + 1;
  let n = 1;
  if (t.is(at, "single") || t.is(at, "passing")) at++;
  else if (t.is(at, "other") || t.is(at, "second")) {
    n = 2;
    at++;
  } else {
    const number = readNumber(t, at) ?? readOrdinal(t, at);
    if (number) {
      n = number.value;
      at = number.to;
    }
  }
  const part = DAY_PARTS.get(t.lower(at));
  if (part) return set(i, at + 1, `XXXX-XX-XXT${part}`, "XXXX-XX-XX", { quant });
  const unit = UNITS.get(t.lower(at)) ?? PLURAL_UNITS.get(t.lower(at));
  if (unit !== undefined && unit !== "second") {
    const weekend = unit === "weekend";
    return set(i, at + 1, weekend ? "XXXX-WXX-WE" : toPeriod(n, unit), weekend ? "P1W" : toPeriod(n, unit), {
      quant,
    });
  }
  const weekday = WEEKDAYS.get(t.lower(at));
  if (weekday !== undefined) {
    const dayPart = DAY_PARTS.get(t.lower(at + 1));
    return set(
      i,
      dayPart ? at + 2 : at + 1,
      `XXXX-WXX-${weekday}${dayPart ? `T${dayPart}` : ""}`,
      "XXXX-XX-XX",
      { quant },
    );
  }
  const month = readMonthName(t, at);
  if (month) {
    const day = t.integer(month.to, 2);
    const value = `XXXX-${pad(month.month)}${day > 0 ? `-${pad(day)}` : ""}`;
    return set(i, day > 0 ? month.to + 1 : month.to, value, value, { quant });
  }
  return null;
}

/** "twice a week", "three times a day", "once every two years". */
function readTimes(t: DateTokens, i: number): Reading | null {
  let to = i + 1;
  let freq = TIMES.get(t.lower(i));
  if (freq === undefined) {
    const number = readNumber(t, i);
    if (number === null || !t.is(number.to, "times")) return null;
    freq = `${number.value}X`;
    to = number.to + 1;
  }
  const every = readEvery(t, to);
  if (every && every.meaning.kind === "set")
    return { ...every, from: i, meaning: { ...every.meaning, freq } };
  if (!/^(?:a|an|per)$/.test(t.lower(to))) return null;
  const unit = UNITS.get(t.lower(to + 1));
  return unit === undefined || unit === "second"
    ? null
    : set(i, to + 2, toPeriod(1, unit), toPeriod(1, unit), { freq });
}

/** "15 a year", "$27 an hour", "8 percent per annum": the rate's unit. */
function readRate(t: DateTokens, i: number): Reading | null {
  const word = t.lower(i);
  if (word === "per") {
    if (t.is(i + 1, "annum")) return set(i, i + 2, "P1Y", "P1Y", {});
    const unit = UNITS.get(t.lower(i + 1));
    return unit === undefined || unit === "second"
      ? null
      : set(i, i + 2, toPeriod(1, unit), toPeriod(1, unit), {});
  }
  if (word !== "a" && word !== "an") return null;
  const unit = UNITS.get(t.lower(i + 1));
  if (unit === undefined || unit === "second" || unit === "quarter" || t.isDash(i + 2)) return null;
  if (/^(?:ago|earlier|later|before|after|and|long|old)$/.test(t.lower(i + 2))) return null;
  // The rate counts something: a number, an amount of money, or a counted noun stands before it.
  for (let k = 1; k <= 3; k++) {
    const before = t.at(i - k);
    if (before.kind === "mark" && !"%$€£".includes(before.text)) return null;
    if (
      /^(?:in|for|of|within|than|over|after|about|almost|nearly|only|just|once|is|was|had)$/.test(
        before.lower,
      )
    )
      return null;
    if (before.kind === "number" || before.text === "%" || RATED.has(before.lower) || MONEY.has(before.lower))
      return set(i, i + 2, toPeriod(1, unit), toPeriod(1, unit), {});
  }
  return null;
}

const RATED = new Set(
  "percent million billion trillion thousand hundred dozen times hundreds thousands millions billions".split(
    " ",
  ),
);
const MONEY = new Set("dollars euros pounds yen rubles dollar".split(" "));

function readAdverb(t: DateTokens, i: number): Reading | null {
  const value = ADVERBS.get(t.lower(i));
  if (value === undefined || (t.isDash(i - 1) && t.at(i).glued)) return null;
  // "the Daily Star", "Annual Reviews", but "Annual inflation" at the head of a sentence.
  if (t.isCapital(i) && (t.isCapital(i + 1) || t.at(i - 1).kind === "word")) return null;
  const kind = t.lower(i) === "annual" || t.lower(i) === "biennial" || t.lower(i) === "biannual";
  return set(i, i + 1, value, value, kind ? {} : { quant: "EVERY" });
}

/** "on Tuesdays", "Friday nights". */
function readPlural(t: DateTokens, i: number): Reading | null {
  if (!t.isCapital(i)) return null;
  const plural = WEEKDAY_PLURALS.get(t.lower(i));
  if (plural !== undefined) return set(i, i + 1, `XXXX-WXX-${plural}`, "XXXX-XX-XX", { quant: "EVERY" });
  const weekday = WEEKDAYS.get(t.lower(i));
  const next = t.lower(i + 1);
  const part = next.endsWith("s") ? DAY_PARTS.get(next.slice(0, -1)) : undefined;
  return weekday !== undefined && part
    ? set(i, i + 2, `XXXX-WXX-${weekday}T${part}`, "XXXX-XX-XX", { quant: "EVERY" })
    : null;
}

function toPeriod(n: number, unit: keyof typeof UNIT_CODES): string {
  const amount = unit === "fortnight" ? 2 * n : unit === "quarter" ? 3 * n : n;
  const code = unit === "quarter" ? "M" : unit === "weekend" ? "W" : UNIT_CODES[unit];
  return `${unit === "hour" || unit === "minute" || unit === "second" ? "PT" : "P"}${amount}${code}`;
}

function set(
  from: number,
  to: number,
  timex: string,
  edtf: string,
  more: { quant?: string; freq?: string },
): Reading {
  return { from, to, meaning: { kind: "set", timex, edtf, ...more }, rule: "set" };
}

function pad(n: number): string {
  return String(n).padStart(2, "0");
}
