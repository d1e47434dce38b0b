/**
 * A number with its modifier and its unit, over tokens: "more than 20,000", "between 90 and 100", "$2-3 billion".
 *
 * In: a sentence's tokens and a place. Out: the longest expression that begins there, with bounds for a range. A number
 * that is part of a longer sign is read over as a whole and has neither value nor bounds.
 */
import type { DateTokens } from "./date-tokens.js";
import { isOrdinal, isPartOfSign } from "./number-exclusion.js";
import type { NumberModifier } from "./number-mention.js";
import { readModifierAfter, readModifiersBefore } from "./number-modifier.js";
import { type NumberValue, readNumberValue } from "./number-value.js";
import { readUnit, type UnitRow, type UnitTable } from "./unit-table.js";

/** Tokens of an expression and what they stand for. */
export interface NumberReading {
  /** First token, with modifier and unit; one past the last. */
  readonly from: number;
  readonly to: number;
  /** Tokens of the number and its unit. */
  readonly core: number;
  readonly coreEnd: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: UnitRow | undefined;
  readonly fraction: boolean;
  readonly modifier: NumberModifier | null;
  readonly digits: boolean;
  readonly compound: boolean;
}

/** The longest expression at token `i`: with the modifier that begins there, else the number alone. */
export function readNumberExpression(t: DateTokens, i: number, units: UnitTable): NumberReading | undefined {
  if (t.is(i, "between")) {
    const range = readRange(t, i + 1, "and", units);
    if (range !== undefined) return { ...range, from: i };
  }
  for (const { to, modifier } of readModifiersBefore(t, i)) {
    const number = readExpression(t, to, units);
    if (number === undefined) continue;
    return { ...number, from: i, modifier: number.value === null && number.low === null ? null : modifier };
  }
  return readExpression(t, i, units);
}

/** A number with its unit, or a range of two: "$2-3 billion", "90 to 100". */
function readExpression(t: DateTokens, i: number, units: UnitTable): NumberReading | undefined {
  return readRange(t, i, "to", units) ?? readSingle(t, i, units);
}

function readSingle(t: DateTokens, i: number, units: UnitTable): NumberReading | undefined {
  const prefix = readUnit(t, i, "before", units);
  const at = prefix?.to ?? i;
  const number = readNumberValue(t, at);
  if (number === undefined) {
    return undefined;
  }
  if (prefix === undefined && (isPartOfSign(t, at, number.to) || isOrdinal(t, number.to)))
    return skip(t, i, number);
  const dash = t.isDash(number.to) && t.at(number.to).glued && t.at(number.to + 1).glued;
  // "hundreds of dollars"
  const gap = dash || (number.low !== null && t.is(number.to, "of")) ? 1 : 0;
  const suffix = readUnit(t, number.to + gap, "after", units);
  const end = prefix === undefined && suffix !== undefined ? suffix.to : number.to;
  const after = readModifierAfter(t, end);
  const kind = (prefix ?? suffix)?.row.kind;
  const isNegative = (kind === "share" || kind === "temperature") && isMinus(t, i - 1);
  const from = isNegative ? i - 1 : i;
  return {
    from,
    to: after?.to ?? end,
    core: from,
    coreEnd: end,
    value: isNegative && number.value !== null ? -number.value : number.value,
    low: number.low,
    high: null,
    unit: prefix?.row ?? suffix?.row,
    fraction: number.fraction,
    modifier: after?.modifier ?? null,
    digits: number.digits,
    compound: dash && suffix === undefined,
  };
}

/** The sign of "-0.1%": a dash that stands by itself before a number. */
function isMinus(t: DateTokens, i: number): boolean {
  return i >= 0 && (t.isDash(i) || t.at(i).text === "−") && !t.at(i).glued && t.at(i + 1).glued;
}

/** A number that is part of something else is read over as a whole, so that none of its parts is taken for one. */
function skip(t: DateTokens, i: number, number: NumberValue): NumberReading {
  let to = number.to;
  while (to < t.length && t.at(to).glued) to++;
  return {
    from: i,
    to,
    core: i,
    coreEnd: to,
    value: null,
    low: null,
    high: null,
    unit: undefined,
    fraction: false,
    modifier: null,
    digits: number.digits,
    compound: false,
  };
}

/** Two numbers that bound one figure, the lower one first; joined by a dash or by `joint`. */
function readRange(
  t: DateTokens,
  i: number,
  joint: "to" | "and",
  units: UnitTable,
): NumberReading | undefined {
  const prefix = readUnit(t, i, "before", units);
  const first = readNumberValue(t, prefix?.to ?? i);
  if (first === undefined || first.value === null || first.fraction) return undefined;
  if (t.is(i - 1, "from") || t.is(i - 1, "by")) return undefined;
  const near = readUnit(t, first.to, "after", units);
  const at = near?.to ?? first.to;
  if (!(t.isDash(at) && joint === "to") && !t.is(at, joint)) return undefined;
  const again = readUnit(t, at + 1, "before", units);
  const last = readNumberValue(t, again?.to ?? at + 1);
  if (last === undefined || last.value === null || last.fraction || last.value <= first.value)
    return undefined;
  if (t.isDash(at) && t.isDash(last.to) && t.at(last.to + 1).kind === "number") return undefined;
  if (t.at(last.to).glued && t.at(last.to).kind === "word" && !readUnit(t, last.to, "after", units))
    return undefined;
  if (prefix === undefined && isPartOfSign(t, i, i + 1) && !t.isDash(at)) return undefined;
  if (t.at(i).glued && t.at(i - 1).kind === "word") return undefined;
  const suffix = readUnit(t, last.to, "after", units);
  const unit = prefix?.row ?? suffix?.row ?? again?.row;
  // "rose 8% to 40.7bn euros" is no range, nor is a game's "0-1"
  if (near !== undefined && near.row !== unit) return undefined;
  if (unit === undefined && t.isDash(at) && first.value < 10 && last.value < 10 && first.digits)
    return undefined;
  const to = suffix?.to ?? last.to;
  return {
    from: i,
    to,
    core: i,
    coreEnd: to,
    value: null,
    low: scaleFirst(first.value, last.value, t, last.to),
    high: last.value,
    unit,
    fraction: false,
    modifier: null,
    digits: first.digits,
    compound: false,
  };
}

/** "2 to 3 million": the multiplier of the second number is the first one's too. */
function scaleFirst(first: number, last: number, t: DateTokens, end: number): number {
  const word = t.lower(end - 1);
  const factor = /^(million|m|mn)$/.test(word)
    ? 1e6
    : /^(billion|bn)$/.test(word)
      ? 1e9
      : word === "thousand"
        ? 1000
        : 1;
  return first < 1000 && last >= factor && factor > 1 ? first * factor : first;
}
