/**
 * "early", "mid", "late", "earlier" and "later" with what they stand before: "the late 1990s", "mid-April", "midweek",
 * "late on Tuesday", "earlier this week", "later in the day".
 *
 * In: tokens and a place. Out: the point behind them with TIMEX3's modifier, or the side of the article's date.
 */
import { type DateMod, isPointMeaning, makeOffset, type Reading } from "./date-meaning.js";
import { joinTime, joinWithin, type PhraseContext, readPlain } from "./date-plain.js";
import type { DateTokens } from "./date-tokens.js";
import { DAY_PARTS, type DurationUnit, UNITS } from "./date-words.js";

const EARLY: ReadonlyMap<string, DateMod | undefined> = new Map([
  ["early", "START"],
  ["mid", "MID"],
  ["late", "END"],
  ["earlier", undefined],
  ["later", undefined],
]);
/** "early 2019", "the late 1990s", "mid-April", "late on Tuesday", "earlier this week", "later in the day". */
export function readEarly(t: DateTokens, i: number, context: PhraseContext): Reading | null {
  const start = t.is(i, "the") ? i + 1 : i;
  const word = t.lower(start);
  if (MID_WORDS.has(word)) return makeMid(i, start + 1, MID_WORDS.get(word));
  if (!EARLY.has(word)) return null;
  let mod = EARLY.get(word);
  let at = start + 1;
  if (t.is(at, "-") || t.isDash(at)) at++;
  // "the mid-to-late 1990s", "early to mid-May".
  if (t.is(at, "to") || t.is(at, "or") || t.is(at, "and")) {
    const second = t.isDash(at + 1) ? at + 2 : at + 1;
    if (!EARLY.has(t.lower(second))) return null;
    mod = word === "early" ? "START" : "END";
    at = second + 1;
    if (t.isDash(at)) at++;
  }
  const compared = word === "earlier" || word === "later";
  if (compared && start > i) return null;
  const joined = t.is(at, "on") || t.is(at, "in");
  const inner = joined ? readPlain(t, at + 1, context) : readPlain(t, at, context);
  if (inner === null || !isPointMeaning(inner.meaning))
    return readEarlyPart(t, i, start, at, mod) ?? readMidUnit(t, i, start, at);
  if (compared && inner.meaning.kind === "calendar" && inner.meaning.year !== undefined) return null;
  const whole = joinTime(t, joinWithin(t, inner));
  const side = compared ? { side: word === "earlier" ? (-1 as const) : (1 as const) } : {};
  return { ...whole, from: i, rule: `${whole.rule}-modified`, ...(mod === undefined ? side : { mod }) };
}

/** "early morning", "late afternoon" of the article's day. */
function readEarlyPart(
  t: DateTokens,
  i: number,
  start: number,
  at: number,
  mod: DateMod | undefined,
): Reading | null {
  const part = DAY_PARTS.get(t.lower(at));
  if (
    part === undefined ||
    start > i ||
    mod === undefined ||
    !/^(?:in|on|by|since|until)$/.test(t.lower(i - 1))
  )
    return null;
  return {
    from: i,
    to: at + 1,
    meaning: { kind: "offset", unit: "day", amount: 0, direction: 0, from: "reference", part },
    mod,
    rule: "part-of-day",
  };
}

/** "mid-week", "mid-year", "midweek". */
function readMidUnit(t: DateTokens, i: number, start: number, at: number): Reading | null {
  if (!t.is(start, "mid")) return null;
  return makeMid(i, at + 1, UNITS.get(t.lower(at)));
}

function makeMid(from: number, to: number, unit: DurationUnit | undefined): Reading | null {
  if (unit !== "week" && unit !== "month" && unit !== "year") return null;
  return { ...makeOffset(from, to, unit, 0, "reference", "mid-unit"), mod: "MID" };
}

const MID_WORDS: ReadonlyMap<string, DurationUnit> = new Map([
  ["midweek", "week"],
  ["midmonth", "month"],
  ["midyear", "year"],
]);
