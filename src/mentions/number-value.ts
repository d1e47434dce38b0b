/**
 * The value that a number's words stand for: "20,000", "two dozen", "hundreds of thousands", "a third", "half a million".
 *
 * In: tokens and a place. Out: where the number ends, its value, and bounds where only those are told. "dozens" is at
 * least two dozen, "hundreds of thousands" at least two hundred thousand: the plural says no more.
 */
import { readNumber } from "./date-number.js";
import type { DateTokens } from "./date-tokens.js";
import { MULTIPLIERS } from "./date-words.js";

export interface NumberValue {
  readonly to: number;
  readonly value: number | null;
  readonly low: number | null;
  /** A part of something: "a third", "two-thirds", "one in five". */
  readonly fraction: boolean;
  readonly digits: boolean;
}

/** Plurals, by what one of them is worth. */
const PLURALS: ReadonlyMap<string, number> = new Map([
  ["dozens", 12],
  ["scores", 20],
  ["tens", 10],
  ["hundreds", 100],
  ["thousands", 1000],
  ["millions", 1e6],
  ["billions", 1e9],
  ["trillions", 1e12],
]);

/** Multipliers that are written behind digits only, mostly without a space: "$3.5bn", "Rs 500 crore". */
const SHORT_MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ["k", 1e3],
  ["m", 1e6],
  ["mn", 1e6],
  ["mln", 1e6],
  ["bn", 1e9],
  ["bln", 1e9],
  ["b", 1e9],
  ["tn", 1e12],
  ["trn", 1e12],
  ["lakh", 1e5],
  ["lakhs", 1e5],
  ["crore", 1e7],
  ["crores", 1e7],
]);

const PARTS: ReadonlyMap<string, number> = new Map([
  ["half", 2],
  ["third", 3],
  ["thirds", 3],
  ["quarter", 4],
  ["quarters", 4],
  ["fifth", 5],
  ["fifths", 5],
  ["sixth", 6],
  ["sixths", 6],
  ["seventh", 7],
  ["sevenths", 7],
  ["eighth", 8],
  ["eighths", 8],
  ["tenth", 10],
  ["tenths", 10],
]);

/** The number at token `i`; undefined if none. */
export function readNumberValue(t: DateTokens, i: number): NumberValue | undefined {
  return readPlural(t, i) ?? readHalf(t, i) ?? readFraction(t, i) ?? readCardinal(t, i);
}

function readPlural(t: DateTokens, i: number): NumberValue | undefined {
  const several = t.is(i, "several") ? 3 : 2;
  let at = several === 3 ? i + 1 : i;
  const first = PLURALS.get(t.lower(at)) ?? (several === 3 ? severalUnit(t.lower(at)) : undefined);
  if (first === undefined) {
    // "several" alone: three or more
    if (several !== 3) return undefined;
    return { to: at, value: null, low: 3, fraction: false, digits: false };
  }
  let low = several * first;
  at++;
  while (t.is(at, "of")) {
    const next = PLURALS.get(t.lower(at + 1));
    if (next === undefined) break;
    low *= next;
    at += 2;
  }
  return { to: at, value: null, low, fraction: false, digits: false };
}

/** "several dozen", "several hundred". */
function severalUnit(word: string): number | undefined {
  return word === "dozen" ? 12 : MULTIPLIERS.get(word);
}

/** "half a million", "half of", "half the". */
function readHalf(t: DateTokens, i: number): NumberValue | undefined {
  if (!t.is(i, "half")) return undefined;
  const article = t.is(i + 1, "a") || t.is(i + 1, "an") ? 1 : 0;
  const word = t.lower(i + 1 + article);
  const factor = word === "dozen" ? 12 : MULTIPLIERS.get(word);
  if (article === 1 && factor !== undefined)
    return { to: i + 3, value: factor / 2, low: null, fraction: false, digits: false };
  if (t.is(i + 1, "of") || t.is(i + 1, "the") || t.is(i + 1, "its") || t.is(i + 1, "their"))
    return part(i + 1, 1 / 2);
  return undefined;
}

function readFraction(t: DateTokens, i: number): NumberValue | undefined {
  const article = t.is(i, "a") || t.is(i, "one");
  const first = article ? 1 : (readWordBelowTen(t, i) ?? 0);
  if (first === 0) return undefined;
  const at = t.isDash(i + 1) ? i + 2 : i + 1;
  const divisor = PARTS.get(t.lower(at));
  if (divisor === undefined || divisor === 2) return undefined;
  if (!t.is(at + 1, "of") && !(t.lower(at).endsWith("s") && first > 1)) return undefined;
  if (first > 1 !== t.lower(at).endsWith("s") || first >= divisor) return undefined;
  return part(at + 1, first / divisor);
}

function readWordBelowTen(t: DateTokens, i: number): number | undefined {
  if (t.at(i).kind !== "word") return undefined;
  const number = readNumber(t, i);
  return number !== null && number.to === i + 1 && number.value < 10 ? number.value : undefined;
}

function part(to: number, value: number): NumberValue {
  return { to, value: Math.round(value * 1e4) / 1e4, low: null, fraction: true, digits: false };
}

function readCardinal(t: DateTokens, i: number): NumberValue | undefined {
  const number = readNumber(t, i);
  if (number === null) return undefined;
  const digits = t.at(i).kind === "number";
  const couple = readScaled(t, number, digits);
  const inTotal = digits || couple.to > number.to ? undefined : readOneIn(t, i, number);
  if (inTotal !== undefined) return inTotal;
  return { ...couple, low: null, fraction: false, digits };
}

/** "3.5bn", "500 crore", "one and a half million", "three dozen". */
function readScaled(
  t: DateTokens,
  number: { readonly to: number; readonly value: number },
  digits: boolean,
): { readonly to: number; readonly value: number } {
  const { to, value } = number;
  const short = SHORT_MULTIPLIERS.get(t.lower(to));
  if (short !== undefined && digits && (t.at(to).glued || t.lower(to).length > 1))
    return { to: to + 1, value: round(value * short) };
  if (digits && t.is(to, "dozen")) return { to: to + 1, value: value * 12 };
  if (t.is(to, "and") && t.is(to + 1, "a") && t.is(to + 2, "half")) {
    const factor = MULTIPLIERS.get(t.lower(to + 3));
    if (factor !== undefined) return { to: to + 4, value: (value + 0.5) * factor };
  }
  return { to, value: round(value) };
}

/** "one in five", "two out of three". */
function readOneIn(
  t: DateTokens,
  i: number,
  number: { readonly to: number; readonly value: number },
): NumberValue | undefined {
  const { to, value } = number;
  if (to !== i + 1 || value >= 10) return undefined;
  const at = t.is(to, "in") ? to + 1 : t.is(to, "out") && t.is(to + 1, "of") ? to + 2 : -1;
  if (at < 0) return undefined;
  const whole = readNumber(t, at);
  if (whole === null || whole.value <= value || whole.value > 100) return undefined;
  return part(whole.to, value / whole.value);
}

/** Products of a decimal fraction without the noise of binary ones. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}
