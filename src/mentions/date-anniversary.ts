/**
 * The like of a day, week or month in another year, month or week: "a year ago today", "on this day last year",
 * "this time last week", "two years ago this month".
 *
 * In: tokens and a place. Out: an offset that stays as exact as what it is counted from. "This time last year" is
 * about the same month, "this time last week" about the same day. Limits: "a week ago on Friday" is left alone, since
 * it means now the Friday of that week, now the one a week before the last.
 */
import { readDayWord, readPointed } from "./date-deictic.js";
import { readLength } from "./date-duration.js";
import { makeOffset, type Reading } from "./date-meaning.js";
import type { DateTokens } from "./date-tokens.js";
import { type DurationUnit, UNITS } from "./date-words.js";

/** Units whose days have a like in the next one. */
const ROUNDS: ReadonlySet<DurationUnit> = new Set([
  "week",
  "fortnight",
  "month",
  "year",
  "decade",
  "century",
]);

/** The like of another time at `i`, or null. */
export function readAnniversary(t: DateTokens, i: number): Reading | null {
  return readAgo(t, i) ?? readThisLast(t, i);
}

/** "a year ago today", "two years ago this month", "ten years ago yesterday". */
function readAgo(t: DateTokens, i: number): Reading | null {
  const length = readLength(t, i);
  if (length === null || length.amount === null || !ROUNDS.has(length.unit)) return null;
  if (!t.is(length.to, "ago")) return null;
  const at = length.to + 1;
  const like = readDayWord(t, at) ?? (t.is(at, "this") ? readPointed(t, at) : null);
  if (like === null || !isLike(like, length.unit)) return null;
  return makeLike(i, like.to, length.amount, length.unit, -1, like);
}

/** "this day last year", "the same week last year", "this time last month". */
function readThisLast(t: DateTokens, i: number): Reading | null {
  let at = i;
  if (t.is(at, "the") && t.is(at + 1, "same")) at += 2;
  else if (t.is(at, "this")) at += t.is(at + 1, "same") || t.is(at + 1, "very") ? 2 : 1;
  else return null;
  const word = t.lower(at);
  const direction = t.is(at + 1, "last") ? -1 : t.is(at + 1, "next") ? 1 : 0;
  const round = UNITS.get(t.lower(at + 2));
  if (direction === 0 || round === undefined || !ROUNDS.has(round)) return null;
  const loose = word === "time";
  const unit = loose ? (round === "year" ? "month" : "day") : word === "date" ? "day" : UNITS.get(word);
  if (unit !== "day" && unit !== "week" && unit !== "month") return null;
  const like = makeOffset(at, at + 1, unit, 0, "publication", "pointed-unit");
  if (!isLike(like, round)) return null;
  const reading = makeLike(i, at + 3, 1, round, direction, like);
  return loose ? { ...reading, mod: "APPROX" } : reading;
}

/** True if `round` holds more than one of what is to have its like there. */
function isLike({ meaning }: Reading, round: DurationUnit): boolean {
  if (meaning.kind !== "offset" && meaning.kind !== "calendar") return false;
  const { unit } = meaning;
  if (unit === "day") return true;
  return (unit === "week" || unit === "month") && unit !== round && round !== "week" && round !== "fortnight";
}

function makeLike(
  from: number,
  to: number,
  amount: number,
  unit: DurationUnit,
  direction: -1 | 1,
  like: Reading,
): Reading {
  return {
    from,
    to,
    meaning: { kind: "offset", unit, amount, direction, from: like.meaning, keepsBase: true },
    rule: "anniversary",
  };
}
