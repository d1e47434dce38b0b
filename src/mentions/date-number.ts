/**
 * Amounts of time as written: "3", "2.5", "twenty-five", "two and a half", "a", "several", "half an".
 *
 * In: tokens and a place. Out: where the amount ends, its value (null for an indefinite one) and its modifier
 * ("more than", "nearly"). Only the number is read; the unit is the caller's.
 */
import type { DateMod } from "./date-meaning.js";
import type { DateTokens } from "./date-tokens.js";
import { CARDINALS, MULTIPLIERS, ORDINAL_ENDINGS, ORDINALS } from "./date-words.js";

export interface Amount {
  readonly to: number;
  /** Null for "several", "a few", "dozens of". */
  readonly value: number | null;
  /** "a", "an": weak evidence on its own. */
  readonly article?: boolean;
}

/** Phrases before an amount, longest first, with TimeML's modifier. */
const MODIFIERS: readonly (readonly [readonly string[], DateMod])[] = [
  [["no", "more", "than"], "EQUAL_OR_LESS"],
  [["not", "more", "than"], "EQUAL_OR_LESS"],
  [["no", "less", "than"], "EQUAL_OR_MORE"],
  [["no", "fewer", "than"], "EQUAL_OR_MORE"],
  [["just", "more", "than"], "MORE_THAN"],
  [["a", "little", "over"], "MORE_THAN"],
  [["a", "little", "under"], "LESS_THAN"],
  [["more", "than"], "MORE_THAN"],
  [["less", "than"], "LESS_THAN"],
  [["fewer", "than"], "LESS_THAN"],
  [["at", "least"], "EQUAL_OR_MORE"],
  [["at", "most"], "EQUAL_OR_LESS"],
  [["up", "to"], "EQUAL_OR_LESS"],
  [["close", "to"], "APPROX"],
  [["just", "over"], "MORE_THAN"],
  [["just", "under"], "LESS_THAN"],
  [["well", "over"], "MORE_THAN"],
  [["over"], "MORE_THAN"],
  [["under"], "LESS_THAN"],
  [["about"], "APPROX"],
  [["around"], "APPROX"],
  [["approximately"], "APPROX"],
  [["roughly"], "APPROX"],
  [["some"], "APPROX"],
  [["nearly"], "LESS_THAN"],
  [["almost"], "LESS_THAN"],
];
const MODIFIER_STARTS = new Set(MODIFIERS.map(([words]) => words[0]));

/** A modifier of an amount at `i`, or null. */
export function readModifier(t: DateTokens, i: number): { to: number; mod: DateMod } | null {
  if (!MODIFIER_STARTS.has(t.lower(i))) return null;
  for (const [words, mod] of MODIFIERS) {
    if (words.every((word, k) => t.is(i + k, word))) return { to: i + words.length, mod };
  }
  return null;
}

/** An amount at `i`, or null. */
export function readAmount(t: DateTokens, i: number): Amount | null {
  const word = t.lower(i);
  if (word === "half") {
    if (t.is(i + 1, "a") || t.is(i + 1, "an")) return { to: i + 2, value: 0.5 };
    return t.isDash(i + 1) ? { to: i + 2, value: 0.5 } : null;
  }
  const indefinite = readIndefinite(t, i);
  if (indefinite) return indefinite;
  const number = readNumber(t, i);
  if (number) return addHalf(t, number);
  if (word === "a" || word === "an") {
    if (t.is(i + 1, "single") || t.is(i + 1, "full") || t.is(i + 1, "whole")) return { to: i + 2, value: 1 };
    return { to: i + 1, value: 1, article: true };
  }
  return word === "single" ? { to: i + 1, value: 1 } : null;
}

function readIndefinite(t: DateTokens, i: number): Amount | null {
  switch (t.lower(i)) {
    case "several":
    case "many":
    case "few":
    case "numerous":
    case "various":
      return { to: i + 1, value: null };
    case "couple":
      return { to: t.is(i + 1, "of") ? i + 2 : i + 1, value: 2 };
    case "some":
      return { to: i + 1, value: null };
    case "dozens":
    case "scores":
    case "hundreds":
    case "thousands":
    case "tens":
      if (t.is(i + 1, "of"))
        return { to: t.is(i + 2, "thousands") && t.is(i + 3, "of") ? i + 4 : i + 2, value: null };
      return null;
    case "a":
    case "the": {
      const next = t.lower(i + 1);
      if (next === "few" || next === "couple") {
        const inner = readIndefinite(t, i + 1);
        return inner && t.lower(i) === "a" ? inner : null;
      }
      if (t.lower(i) === "a" && next === "number" && t.is(i + 2, "of")) return { to: i + 3, value: null };
      if (t.lower(i) === "a" && next === "good" && t.is(i + 2, "many")) return { to: i + 3, value: null };
      return null;
    }
    default:
      return null;
  }
}

/** A definite number: digits, or words below a million. */
export function readNumber(t: DateTokens, i: number): { to: number; value: number } | null {
  const token = t.at(i);
  if (token.kind === "number") {
    const value = Number(token.text.replaceAll(",", ""));
    if (Number.isNaN(value)) return null;
    const factor = MULTIPLIERS.get(t.lower(i + 1));
    if (factor !== undefined) return { to: i + 2, value: value * factor };
    if (t.at(i + 1).text === "½") return { to: i + 2, value: value + 0.5 };
    return { to: i + 1, value };
  }
  let total = 0;
  let part = 0;
  let at = i;
  let read = false;
  const article = token.lower === "a" || token.lower === "an";
  if (article) {
    const next = t.lower(i + 1);
    if (next === "dozen") return { to: i + 2, value: 12 };
    if (!MULTIPLIERS.has(next)) return null;
    part = 1;
    at = i + 1;
  }
  for (let guard = 0; guard < 12; guard++) {
    const word = t.lower(at);
    const cardinal = CARDINALS.get(word);
    if (cardinal !== undefined) {
      const units = part % 100;
      // "twenty five" adds up, "five six" does not.
      if (read && units !== 0 && !(units >= 20 && units % 10 === 0 && cardinal < 10)) break;
      part += cardinal;
      read = true;
      at++;
    } else if (MULTIPLIERS.has(word) && (read || article)) {
      const factor = MULTIPLIERS.get(word) ?? 1;
      if (factor === 100) part *= 100;
      else {
        total += part * factor;
        part = 0;
      }
      read = true;
      at++;
    } else if (word === "dozen" && read) {
      part *= 12;
      at++;
    } else if (
      read &&
      t.isDash(at) &&
      part % 100 >= 20 &&
      part % 10 === 0 &&
      (CARDINALS.get(t.lower(at + 1)) ?? 10) < 10
    ) {
      at++;
    } else if (read && word === "and" && part % 100 === 0 && part > 0 && CARDINALS.has(t.lower(at + 1))) {
      at++;
    } else break;
  }
  return read ? { to: at, value: total + part } : null;
}

/** "two and a half", "three-and-a-half", "two and one-half". */
function addHalf(t: DateTokens, number: { to: number; value: number }): Amount {
  let at = number.to;
  if (t.isDash(at)) at++;
  if (!t.is(at, "and")) return number;
  at++;
  if (t.isDash(at)) at++;
  if (!t.is(at, "a") && !t.is(at, "one")) return number;
  at++;
  if (t.isDash(at)) at++;
  return t.is(at, "half") ? { to: at + 1, value: number.value + 0.5 } : number;
}

/** An ordinal: "third", "21st", "twenty-first". */
export function readOrdinal(t: DateTokens, i: number): { to: number; value: number } | null {
  const value = t.integer(i, 4);
  if (value >= 0) {
    return ORDINAL_ENDINGS.has(t.lower(i + 1)) && t.at(i + 1).glued ? { to: i + 2, value } : null;
  }
  const word = t.lower(i);
  const ordinal = ORDINALS.get(word);
  if (ordinal !== undefined) return { to: i + 1, value: ordinal };
  const tens = CARDINALS.get(word);
  if (tens === undefined || tens < 20) return null;
  const at = t.isDash(i + 1) ? i + 2 : i + 1;
  const unit = ORDINALS.get(t.lower(at));
  return unit !== undefined && unit < 10 ? { to: at + 1, value: tens + unit } : null;
}
