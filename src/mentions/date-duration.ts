/**
 * Lengths of time, and dates told by them: "for three years", "a four-day visit", "two weeks ago", "three days
 * later", "the past five years", "decades".
 *
 * In: tokens and a place. Out: a duration (TIMEX3 `P3Y`), or an offset from the article's date ("ago", "from
 * now") or from the date named last ("later", "earlier"). "Two days after the raid" stays a duration: the raid
 * has no date here; "two days after April 14" is put together in date-phrase.ts.
 */
import type { DateMod, DurationMeaning, Meaning, Reading } from "./date-meaning.js";
import { readAmount, readModifier } from "./date-number.js";
import type { DateTokens } from "./date-tokens.js";
import { type DurationUnit, PLURAL_UNITS, UNITS } from "./date-words.js";

/** Words between an amount and its unit. */
const BETWEEN = new Set(
  "straight consecutive successive full whole long short more additional extra further trading working business calendar solid entire critical crucial other turbulent long-lasting difficult bloody".split(
    " ",
  ),
);
/** Words before "years" alone that make it a length. */
const BARE_CUES = new Set(
  "for in over after within of through throughout take takes took taken lasted last lasts spent spend despite during since recent".split(
    " ",
  ),
);
const BARE_FOLLOWERS = new Set("of in ago later earlier after before long".split(" "));
/** Words after "the" that reach back or forward from the article's date. */
const SIDES: ReadonlyMap<string, -1 | 1> = new Map([
  ["past", -1],
  ["last", -1],
  ["previous", -1],
  ["preceding", -1],
  ["latest", -1],
  ["recent", -1],
  ["next", 1],
  ["coming", 1],
  ["following", 1],
  ["upcoming", 1],
]);
const PLAIN_SIDES = new Set(["first", "final", "initial", "remaining", "opening", "closing"]);

interface Length {
  readonly to: number;
  readonly amount: number | null;
  readonly unit: DurationUnit;
  readonly mod?: DateMod;
  readonly hyphen?: boolean;
  readonly weak?: boolean;
}

/** A length of time or a date told by one at `i`, or null. */
export function readDuration(t: DateTokens, i: number): Reading | null {
  return readYearAgo(t, i) ?? readSided(t, i) ?? readCounted(t, i) ?? readBare(t, i) ?? readDayLong(t, i);
}

/** An amount with its unit: "more than two years", "four-day", "half an hour". */
export function readLength(t: DateTokens, i: number): Length | null {
  const quarter = readQuarterCentury(t, i);
  if (quarter) return quarter;
  const modifier = readModifier(t, i);
  const amount = readAmount(t, modifier?.to ?? i);
  if (amount === null || (t.is(i, "many") && t.is(i - 1, "as"))) return null;
  let at = amount.to;
  let hyphen = false;
  if (t.isDash(at)) {
    if (!t.at(at).glued && !t.at(at + 1).glued && t.at(at).text !== "-") return null;
    at++;
    hyphen = true;
  }
  for (let k = 0; k < 2 && BETWEEN.has(t.lower(at)); k++) at++;
  let unit = PLURAL_UNITS.get(t.lower(at));
  const singular = UNITS.get(t.lower(at));
  if (unit === undefined && singular !== undefined) {
    // "a 20 year low" is written without a hyphen too; "four day rally".
    const many = amount.value === null || amount.value > 1;
    if (many && !hyphen && (amount.value === null || t.isCapital(at))) return null;
    unit = singular;
    if (unit === "second" && !(hyphen || t.is(at - 1, "one"))) return null;
    if (amount.article && (unit === "quarter" || unit === "second")) return null;
  }
  if (unit === undefined) return null;
  if (t.at(i).kind === "number" && t.at(i).glued && "$€£.,:/".includes(t.at(i - 1).text)) return null;
  // "three-quarters", "three quarters of the vote".
  if (unit === "quarter" && (hyphen || t.is(at + 1, "of"))) return null;
  if (
    (t.lower(at) === "sec" || t.lower(at) === "min" || t.lower(at) === "hr" || t.lower(at) === "yr") &&
    !hyphen &&
    t.at(i).kind !== "number"
  )
    return null;
  let to = at + 1;
  let value = amount.value;
  // "a year and a half".
  if (
    t.is(to, "and") &&
    (t.is(to + 1, "a") || t.is(to + 1, "one")) &&
    t.is(to + 2, "half") &&
    value !== null &&
    !UNITS.has(t.lower(to + 3)) &&
    !PLURAL_UNITS.has(t.lower(to + 3))
  ) {
    value += 0.5;
    to += 3;
  }
  const tail = t.isDash(to) ? t.lower(to + 1) : "";
  if (tail === "old" || tail === "long") to += 2;
  else if (t.is(to, "old") && hyphen) to++;
  return {
    to,
    amount: value,
    unit,
    hyphen,
    ...(amount.article && value === amount.value ? { weak: true } : {}),
    ...(modifier ? { mod: modifier.mod } : {}),
  };
}

/** "a quarter of a century", "a quarter-century". */
function readQuarterCentury(t: DateTokens, i: number): Length | null {
  const start = t.is(i, "a") ? i + 1 : i;
  if (!t.is(start, "quarter")) return null;
  const at = t.isDash(start + 1)
    ? start + 2
    : t.is(start + 1, "of") && t.is(start + 2, "a")
      ? start + 3
      : start + 1;
  return t.is(at, "century") ? { to: at + 1, amount: 25, unit: "year" } : null;
}

function readCounted(t: DateTokens, i: number): Reading | null {
  const length = readLength(t, i);
  if (length === null) return null;
  const dated = readSuffix(t, i, length);
  if (dated) return dated;
  const meaning: DurationMeaning = { kind: "duration", amount: length.amount, unit: length.unit };
  if (length.weak && !isLengthInContext(t, i, length)) return null;
  return { from: i, to: length.to, meaning, rule: "duration", ...(length.mod ? { mod: length.mod } : {}) };
}

/** "a day" is a length after "for" or "in"; "one day" and "a night to remember" are left alone. */
function isLengthInContext(t: DateTokens, i: number, length: Length): boolean {
  if (length.hyphen || length.mod) return true;
  if (/^(?:and|earlier|later|after|before|long)$/.test(t.lower(length.to))) return true;
  return /^(?:for|in|within|than|over|nearly|almost|about|just|only|takes?|took|lasted|spent|every|after)$/.test(
    t.lower(i - 1),
  );
}

/** "ago", "later", "earlier", "from now". */
function readSuffix(t: DateTokens, i: number, length: Length): Reading | null {
  const { to, unit, amount } = length;
  const word = t.lower(to);
  const dashed = t.isDash(to) && t.at(to + 1).glued;
  const mark = dashed ? t.lower(to + 1) : word;
  const end = dashed ? to + 2 : to + 1;
  const make = (
    direction: -1 | 1,
    from: "publication" | "reference",
    last: number,
    rule: string,
  ): Reading => ({
    from: i,
    to: last,
    meaning: {
      kind: "offset",
      unit,
      amount,
      direction,
      from,
      ...(unit === "year" && amount === 1 ? { keepsGrain: true } : {}),
      ...(direction === 1 && from === "reference" ? { needsReference: true } : {}),
    },
    rule,
    ...(length.mod ? { mod: length.mod } : {}),
  });
  if (mark === "ago") return make(-1, "publication", end, "ago");
  if (mark === "earlier") return make(-1, "reference", end, "earlier");
  if (mark === "later" || mark === "afterwards" || mark === "afterward" || mark === "thereafter")
    return make(1, "reference", end, "later");
  if (word === "hence") return make(1, "publication", end, "from-now");
  if (word === "from" && (t.is(to + 1, "now") || t.is(to + 1, "today")))
    return make(1, "publication", to + 2, "from-now");
  // "two days after." with nothing to count from but what was said before.
  if ((word === "after" || word === "before") && isClauseEnd(t, to + 1))
    return make(word === "after" ? 1 : -1, "reference", end, word === "after" ? "later" : "earlier");
  if ((word === "prior" || word === "previously") && !t.is(to + 1, "to"))
    return make(-1, "reference", end, "earlier");
  return null;
}

function isClauseEnd(t: DateTokens, i: number): boolean {
  const token = t.at(i);
  return token.kind === "none" || (token.kind === "mark" && /^[.,;:!?)]$/.test(token.text));
}

/** "the past five years", "the next six months", "the last few days", "recent years", "the past year". */
function readSided(t: DateTokens, i: number): Reading | null {
  let at = i;
  if (/^(?:the|this|these|its|his|her|their)$/.test(t.lower(at))) at++;
  const determined = at > i;
  if (determined && !t.is(i, "the") && !t.is(i, "this") && !t.is(i, "these")) return null;
  const word = t.lower(at);
  const side = SIDES.get(word);
  if (side === undefined && !PLAIN_SIDES.has(word)) return null;
  const recent = word === "recent";
  const lengthAt = at + 1;
  const plural = PLURAL_UNITS.get(t.lower(lengthAt));
  if (
    plural !== undefined &&
    (recent ||
      word === "past" ||
      (determined && (word === "next" || word === "last")) ||
      word === "coming" ||
      word === "previous" ||
      word === "following")
  ) {
    const meaning: Meaning = {
      kind: "duration",
      amount: null,
      unit: plural,
      ...(side === undefined ? {} : { side }),
    };
    return { from: i, to: lengthAt + 1, meaning, rule: "sided-duration" };
  }
  const singular = UNITS.get(t.lower(lengthAt));
  if (singular !== undefined) {
    // "the past year", "over the last week"; "the last year" elsewhere is a date.
    const length =
      determined &&
      (word === "past" ||
        word === "coming" ||
        (word === "last" && /^(?:over|in|during|for|within|throughout|of)$/.test(t.lower(i - 1))));
    if (!length || side === undefined || (t.isDash(lengthAt + 1) && t.at(lengthAt + 1).glued)) return null;
    return {
      from: i,
      to: lengthAt + 1,
      meaning: { kind: "duration", amount: 1, unit: singular, side },
      rule: "sided-duration",
    };
  }
  const length = readLength(t, lengthAt);
  if (length === null || length.weak || length.hyphen) return null;
  const meaning: Meaning = {
    kind: "duration",
    amount: length.amount,
    unit: length.unit,
    ...(side === undefined ? {} : { side }),
  };
  return {
    from: i,
    to: length.to,
    meaning,
    rule: "sided-duration",
    ...(length.mod ? { mod: length.mod } : {}),
  };
}

/** "for years", "decades of war", "months later". */
function readBare(t: DateTokens, i: number): Reading | null {
  const over = t.is(i, "the") ? i + 1 : i;
  const unit = PLURAL_UNITS.get(t.lower(over));
  if (unit === undefined || unit === "quarter" || unit === "second" || unit === "weekend") return null;
  if (over > i) {
    if (!/^(?:over|through|throughout|down)$/.test(t.lower(i - 1))) return null;
    return { from: i, to: over + 1, meaning: { kind: "duration", amount: null, unit }, rule: "duration" };
  }
  if (t.at(i - 1).kind === "number" || t.isDash(i - 1)) return null;
  const suffix = readSuffix(t, i, { to: i + 1, amount: null, unit });
  if (suffix) return suffix;
  const cued = BARE_CUES.has(t.lower(i - 1)) || BARE_FOLLOWERS.has(t.lower(i + 1));
  if (!cued || (unit === "minute" && t.is(i + 1, "of"))) return null;
  return { from: i, to: i + 1, meaning: { kind: "duration", amount: null, unit }, rule: "duration" };
}

/** "the year-ago quarter", "the year-earlier period", "year-earlier": of the quarter named before, if one was. */
function readYearAgo(t: DateTokens, i: number): Reading | null {
  const start = t.is(i, "the") ? i + 1 : i;
  if (!t.is(start, "year") || !t.isDash(start + 1) || !/^(?:ago|earlier)$/.test(t.lower(start + 2)))
    return null;
  const noun = /^(?:quarter|period|month|half|level|levels)$/.test(t.lower(start + 3)) && start > i;
  const meaning: Meaning = {
    kind: "offset",
    unit: "year",
    amount: 1,
    direction: -1,
    from: "reference",
    keepsGrain: true,
  };
  return { from: i, to: noun ? start + 4 : start + 3, meaning, rule: "earlier" };
}

/** "day-long", "yearlong", "weeks-long", "decades-old". */
function readDayLong(t: DateTokens, i: number): Reading | null {
  const word = t.lower(i);
  if (t.isDash(i - 1) && t.at(i).glued) return null;
  const joined = /^(hour|day|week|month|year|decade)long$/.exec(word);
  if (joined) {
    const unit = UNITS.get(joined[1]);
    return unit
      ? { from: i, to: i + 1, meaning: { kind: "duration", amount: 1, unit }, rule: "duration" }
      : null;
  }
  const singular = UNITS.get(word);
  const unit = singular ?? PLURAL_UNITS.get(word);
  if (unit === undefined || !t.isDash(i + 1) || !t.at(i + 1).glued) return null;
  const tail = t.lower(i + 2);
  if (tail !== "long" && tail !== "old") return null;
  return {
    from: i,
    to: i + 3,
    meaning: { kind: "duration", amount: singular ? 1 : null, unit },
    rule: "duration",
  };
}
