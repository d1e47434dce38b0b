/**
 * The edges and stretches of a period: "the end of last year", "the early days of October 2020", "the small hours of
 * Tuesday", "the rest of the week".
 *
 * In: tokens and a place. Out: the period with TIMEX3's modifier.
 */
import {
  type DateMod,
  isDayMeaning,
  isPointMeaning,
  type Meaning,
  type Reading,
  withTime,
} from "./date-meaning.js";
import { joinWithin, type PhraseContext, readPlain } from "./date-plain.js";
import type { DateTokens } from "./date-tokens.js";
import { UNITS } from "./date-words.js";

const EDGES: ReadonlyMap<string, DateMod> = new Map([
  ["beginning", "START"],
  ["start", "START"],
  ["onset", "START"],
  ["outset", "START"],
  ["dawn", "START"],
  ["turn", "START"],
  ["opening", "START"],
  ["middle", "MID"],
  ["midst", "MID"],
  ["height", "MID"],
  ["end", "END"],
  ["close", "END"],
  ["conclusion", "END"],
]);
const EDGE_ADJECTIVES: ReadonlyMap<string, DateMod> = new Map([
  ["early", "START"],
  ["earliest", "START"],
  ["first", "START"],
  ["opening", "START"],
  ["initial", "START"],
  ["small", "START"],
  ["wee", "START"],
  ["late", "END"],
  ["later", "END"],
  ["last", "END"],
  ["latter", "END"],
  ["final", "END"],
  ["closing", "END"],
  ["dying", "END"],
  ["second", "END"],
  ["third", "MID"],
  ["very", "END"],
]);
const STRETCHES = new Set(
  "part half stages stage phase days weeks months years hours week weekend".split(" "),
);
const WHOLES = new Set(["rest", "remainder", "course", "whole", "duration"]);

/** "the end of last year", "the early days of October 2020", "the rest of the week", "the early days of which". */
export function readEdge(t: DateTokens, i: number, context: PhraseContext): Reading | null {
  const start = t.is(i, "the") ? i + 1 : i;
  const word = t.lower(start);
  let mod = EDGES.get(word);
  let at = start + 1;
  const adjective = EDGE_ADJECTIVES.get(word);
  const hours = t.is(at, "hours");
  if (word === "very" && EDGES.has(t.lower(at))) {
    mod = EDGES.get(t.lower(at));
    at++;
  } else if (adjective !== undefined && start > i) {
    if (t.is(at, "few")) at++;
    const week = t.is(at, "week") || t.is(at, "weekend");
    if ((word === "small" || word === "wee") && !hours) return null;
    if (!STRETCHES.has(t.lower(at)) || (word === "third" && !week)) return null;
    mod = week && word === "second" ? "MID" : adjective;
    at++;
  } else if (WHOLES.has(word) && start > i) {
    mod = undefined;
  } else if (mod === undefined || (start === i && (word !== "end" || t.is(i - 1, "the")))) {
    return null;
  }
  if (t.is(at, "of") && t.is(at + 1, "which") && adjective !== undefined) {
    const which: Meaning = { kind: "offset", unit: "month", amount: 0, direction: 0, from: "reference" };
    return { from: i, to: at + 2, meaning: which, rule: "edge-of-which", ...(mod ? { mod } : {}) };
  }
  if (!t.is(at, "of")) return null;
  at++;
  const inner = readPlain(t, at, context) ?? readTheAge(t, at);
  if (inner === null || !isPointMeaning(inner.meaning)) return null;
  const whole = joinWithin(t, inner);
  if (hours && isDayMeaning(whole.meaning))
    return { ...withTime(whole, { part: "MO" }), from: i, rule: "edge", mod: mod ?? "START" };
  // "the last hours of the year" is as good as its end.
  return { ...whole, from: i, rule: "edge", ...(mod ? { mod } : {}) };
}

/** "the decade", "the century" after "the end of". */
function readTheAge(t: DateTokens, i: number): Reading | null {
  const unit = UNITS.get(t.lower(i + 1));
  if (!t.is(i, "the") || (unit !== "decade" && unit !== "century")) return null;
  return {
    from: i,
    to: i + 2,
    meaning: { kind: "offset", unit, amount: 0, direction: 0, from: "publication" },
    rule: "the-unit",
  };
}
