/**
 * Words that place something before, at or after the time of writing and say no more: "recently", "now", "soon".
 *
 * In: tokens and a place. Out: TIMEX3's `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`.
 */
import type { Reading, VagueMeaning } from "./date-meaning.js";
import type { DateTokens } from "./date-tokens.js";

const WORDS: ReadonlyMap<string, VagueMeaning["value"]> = new Map([
  ["now", "PRESENT_REF"],
  ["currently", "PRESENT_REF"],
  ["current", "PRESENT_REF"],
  ["presently", "PRESENT_REF"],
  ["nowadays", "PRESENT_REF"],
  ["recently", "PAST_REF"],
  ["recent", "PAST_REF"],
  ["lately", "PAST_REF"],
  ["soon", "FUTURE_REF"],
]);

/** Phrases with "the" or "at". */
const PHRASES: readonly (readonly [readonly string[], VagueMeaning["value"]])[] = [
  [["the", "near", "future"], "FUTURE_REF"],
  [["the", "foreseeable", "future"], "FUTURE_REF"],
  [["the", "future"], "FUTURE_REF"],
  [["the", "near", "term"], "FUTURE_REF"],
  [["the", "short", "term"], "FUTURE_REF"],
  [["the", "long", "term"], "FUTURE_REF"],
  [["the", "long", "run"], "FUTURE_REF"],
  [["the", "recent", "past"], "PAST_REF"],
  [["the", "distant", "past"], "PAST_REF"],
  [["the", "past"], "PAST_REF"],
  [["the", "present"], "PRESENT_REF"],
  [["the", "moment"], "PRESENT_REF"],
  [["this", "moment"], "PRESENT_REF"],
  [["this", "time"], "PRESENT_REF"],
  [["the", "present", "time"], "PRESENT_REF"],
  [["a", "long", "time", "ago"], "PAST_REF"],
  [["some", "time", "ago"], "PAST_REF"],
  [["a", "while", "ago"], "PAST_REF"],
  [["long", "ago"], "PAST_REF"],
  [["these", "days"], "PRESENT_REF"],
  [["near", "future"], "FUTURE_REF"],
  [["recent", "times"], "PAST_REF"],
  [["modern", "times"], "PRESENT_REF"],
];
const STARTS = new Set(PHRASES.map(([words]) => words[0]));

/** A vague reference at `i`, or null. */
export function readVague(t: DateTokens, i: number): Reading | null {
  const word = t.lower(i);
  if (STARTS.has(word)) {
    for (const [words, value] of PHRASES) {
      if (!words.every((w, k) => t.is(i + k, w))) continue;
      const next = t.at(i + words.length);
      // "at the moment when", "the past decade", "the present government" go on.
      const last = words[words.length - 1];
      if (last === "past" || last === "present" || last === "moment" || last === "time") {
        if ((last === "moment" || last === "time") && !t.is(i - 1, "at")) continue;
        if (next.kind === "word" && !FOLLOWERS.has(next.lower)) continue;
      }
      return make(i, i + words.length, value);
    }
  }
  let at = i;
  if ((word === "more" || word === "very") && /^(?:recently|recent|soon)$/.test(t.lower(i + 1))) at++;
  const value = WORDS.get(t.lower(at));
  if (value === undefined) return null;
  const form = t.lower(at);
  if (form === "recent" && t.is(at - 1, "most")) return null;
  if (t.isDash(at - 1) || t.isDash(at + 1)) return null;
  if (form === "current" && isElectric(t, at)) return null;
  if (
    form === "soon" &&
    (t.is(at + 1, "after") ||
      t.is(at + 1, "as") ||
      t.is(at - 1, "as") ||
      t.is(at - 1, "too") ||
      t.is(at + 1, "enough"))
  )
    return null;
  if (form === "now" && t.is(at + 1, "that")) return null;
  return make(i, at + 1, value);
}

const FOLLOWERS = new Set(
  "and or but that when as has have had is was were are will would to for in of by with at on than".split(
    " ",
  ),
);

/** "alternating current", "currents of", "current account". */
function isElectric(t: DateTokens, i: number): boolean {
  return (
    /^(?:alternating|direct|electric|ocean)$/.test(t.lower(i - 1)) ||
    /^(?:account|accounts|affairs)$/.test(t.lower(i + 1))
  );
}

function make(from: number, to: number, value: VagueMeaning["value"]): Reading {
  return { from, to, meaning: { kind: "vague", value }, rule: "vague" };
}
