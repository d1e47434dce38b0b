/**
 * What makes a number a bound or a guess: "more than", "an estimated", "or so".
 *
 * In: tokens and a place. Out: where the phrase ends and its normal form, the longest phrase first. A closed class of
 * the language, so it is a constant.
 */
import type { DateTokens } from "./date-tokens.js";
import type { NumberModifier } from "./number-mention.js";

type Phrases = readonly (readonly [NumberModifier, string])[];

const BEFORE: Phrases = [
  [
    "more than",
    "more than;over;above;well over;just over;a little over;slightly over;far more than;well more than;much more than;slightly more than;just more than;in excess of;upwards of;upward of;greater than;exceeding;beyond;north of",
  ],
  [
    "at least",
    "at least;no fewer than;no less than;not less than;not fewer than;a minimum of;at the very least;at a minimum",
  ],
  [
    "fewer than",
    "fewer than;less than;under;below;just under;a little under;slightly under;well under;slightly less than;far fewer than;south of",
  ],
  [
    "up to",
    "up to;as many as;as much as;no more than;not more than;at most;a maximum of;a high of;possibly as many as;perhaps as many as;potentially up to",
  ],
  [
    "nearly",
    "nearly;almost;close to;approaching;nearing;very nearly;not quite;just short of;just shy of;shy of",
  ],
  [
    "about",
    "about;around;some;approximately;roughly;an estimated;estimated;circa;ca.;c.;~;in the region of;in the order of;on the order of;somewhere around;something like;perhaps;probably;possibly;maybe;an average of;on average;an approximate;approx.",
  ],
  ["exactly", "exactly;precisely;a total of exactly"],
];

/** Said between a modifier and its number, and changing nothing. */
const NEUTRAL = [
  "a total of",
  "a combined",
  "a further",
  "an additional",
  "another",
  "an estimated",
  "some",
  "the",
  "a",
];

const AFTER: Phrases = [
  ["at least", "or more;plus;and more;+"],
  ["fewer than", "or less;or fewer"],
  ["about", "or so;- odd;odd;or thereabouts"],
];

interface Phrase {
  readonly modifier: NumberModifier | null;
  readonly words: readonly string[];
}

const BEFORE_BY_FIRST = index([
  ...BEFORE.flatMap(([modifier, list]) => list.split(";").map((text) => ({ modifier, words: cut(text) }))),
]);
const NEUTRAL_BY_FIRST = index(NEUTRAL.map((text) => ({ modifier: null, words: cut(text) })));
const AFTER_BY_FIRST = index(
  AFTER.flatMap(([modifier, list]) => list.split(";").map((text) => ({ modifier, words: cut(text) }))),
);

/** Letters and marks apart, as {@link DateTokens} has them. */
function cut(text: string): string[] {
  return text.match(/[a-z]+|[^a-z\s]/g) ?? [];
}

function index(phrases: readonly Phrase[]): ReadonlyMap<string, readonly Phrase[]> {
  const map = new Map<string, Phrase[]>();
  for (const phrase of [...phrases].sort((a, b) => b.words.length - a.words.length))
    map.set(phrase.words[0], [...(map.get(phrase.words[0]) ?? []), phrase]);
  return map;
}

/** Modifiers that begin at token `i`, longest first; each may be followed by words that change nothing. */
export function readModifiersBefore(
  t: DateTokens,
  i: number,
): readonly { readonly to: number; readonly modifier: NumberModifier }[] {
  const found = [];
  for (const { modifier, words } of BEFORE_BY_FIRST.get(t.lower(i)) ?? []) {
    if (modifier === null || !matches(t, i, words)) continue;
    const to = i + words.length;
    for (const neutral of NEUTRAL_BY_FIRST.get(t.lower(to)) ?? [])
      if (matches(t, to, neutral.words)) found.push({ to: to + neutral.words.length, modifier });
    found.push({ to, modifier });
  }
  return found;
}

/** The modifier behind a number that ends before token `i`; undefined if none. */
export function readModifierAfter(
  t: DateTokens,
  i: number,
): { readonly to: number; readonly modifier: NumberModifier } | undefined {
  for (const { modifier, words } of AFTER_BY_FIRST.get(t.lower(i)) ?? []) {
    if (modifier !== null && matches(t, i, words)) return { to: i + words.length, modifier };
  }
  return undefined;
}

function matches(t: DateTokens, i: number, words: readonly string[]): boolean {
  return words.every((word, k) => t.is(i + k, word));
}
