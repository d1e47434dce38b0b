/**
 * Dates told from where the text stands: "yesterday", "last week", "this morning", "on Tuesday", "that day",
 * "the following month", "two years ago" is in date-duration.ts.
 *
 * In: tokens and a place. Out: an offset from the article's date or from the date named last, or a calendar
 * meaning with a weekday. Past by default; the resolver has the tense.
 */
import { type DateMod, followTense, makeOffset, type OffsetMeaning, type Reading } from "./date-meaning.js";
import type { DateTokens } from "./date-tokens.js";
import { DAY_PARTS, type DurationUnit, SEASONS, SHORT_WEEKDAYS, UNITS, WEEKDAYS } from "./date-words.js";
import { readDayNumber, readMonthName } from "./date-written.js";

interface Shift {
  readonly direction: -1 | 0 | 1;
  readonly from: "publication" | "reference";
}

/** Determiners that point to a unit. "the next" and "the following" count from the date named last. */
const SHIFTS: ReadonlyMap<string, Shift> = new Map([
  ["last", { direction: -1, from: "publication" }],
  ["past", { direction: -1, from: "publication" }],
  ["this", { direction: 0, from: "publication" }],
  ["current", { direction: 0, from: "publication" }],
  ["present", { direction: 0, from: "publication" }],
  ["next", { direction: 1, from: "publication" }],
  ["coming", { direction: 1, from: "publication" }],
  ["upcoming", { direction: 1, from: "publication" }],
  ["previous", { direction: -1, from: "reference" }],
  ["preceding", { direction: -1, from: "reference" }],
  ["prior", { direction: -1, from: "reference" }],
  ["following", { direction: 1, from: "reference" }],
  ["subsequent", { direction: 1, from: "reference" }],
  ["ensuing", { direction: 1, from: "reference" }],
  ["that", { direction: 0, from: "reference" }],
  ["same", { direction: 0, from: "reference" }],
]);

const DAY_WORDS: ReadonlyMap<string, -1 | 0 | 1> = new Map([
  ["yesterday", -1],
  ["today", 0],
  ["tomorrow", 1],
]);

/** Units that are too short, or too long, to be pointed to. */
export const NOT_POINTED = new Set<DurationUnit>(["second", "minute", "hour", "millennium"]);
/** "yesterday", "tonight", "this morning", "last night", "the day before yesterday". */
export function readDayWord(t: DateTokens, i: number): Reading | null {
  const word = t.lower(i);
  const direction = DAY_WORDS.get(word);
  if (direction !== undefined) {
    if (
      t.isCapital(i) &&
      word === "today" &&
      (t.isCapital(i - 1) || /^(?:usa|russia|show)$/.test(t.lower(i + 1)))
    )
      return null;
    return readPart(t, makeOffset(i, i + 1, "day", direction, "publication", "day-word"));
  }
  if (word === "tonight") return { ...makeOffset(i, i + 1, "day", 0, "publication", "day-word", "NI") };
  if (word === "overnight") return readOvernight(t, i);
  if (word === "the" && t.is(i + 1, "day") && (t.is(i + 2, "before") || t.is(i + 2, "after"))) {
    const sign = t.is(i + 2, "before") ? -1 : 1;
    const far = DAY_WORDS.get(t.lower(i + 3));
    if (far === undefined || far !== sign) return null;
    const reading = makeOffset(i, i + 4, "day", sign, "publication", "day-word");
    return readPart(t, { ...reading, meaning: { ...(reading.meaning as OffsetMeaning), amount: 2 } });
  }
  return null;
}

/** "overnight", "overnight on Tuesday"; "an overnight stay" and "overnight into Tuesday" are left alone. */
function readOvernight(t: DateTokens, i: number): Reading | null {
  const at = t.is(i + 1, "on") ? i + 2 : i + 1;
  const day = readWeekdayName(t, at);
  if (day !== null) {
    const meaning = { kind: "calendar", unit: "day", weekday: day.weekday, part: "NI" } as const;
    return { from: i, to: day.to, meaning, rule: "weekday" };
  }
  if (t.at(i + 1).kind === "word" && !AFTER_OVERNIGHT.has(t.lower(i + 1))) return null;
  return makeOffset(i, i + 1, "day", 0, "publication", "day-word", "NI");
}

const AFTER_OVERNIGHT = new Set(
  "in at by near with when after as and but while during despite outside inside across against along over".split(
    " ",
  ),
);

/** "the week before last", "the night before last", "the year after next". */
export function readBeforeLast(t: DateTokens, i: number): Reading | null {
  if (!t.is(i, "the")) return null;
  const direction =
    t.is(i + 2, "before") && t.is(i + 3, "last") ? -1 : t.is(i + 2, "after") && t.is(i + 3, "next") ? 1 : 0;
  const part = DAY_PARTS.get(t.lower(i + 1));
  const unit = part === undefined ? UNITS.get(t.lower(i + 1)) : "day";
  if (direction === 0 || unit === undefined || NOT_POINTED.has(unit) || (unit === "day" && !part))
    return null;
  const reading = makeOffset(i, i + 4, unit, direction, "publication", "before-last", part);
  return { ...reading, meaning: { ...(reading.meaning as OffsetMeaning), amount: 2 } };
}

/** "last week", "this past year", "the following day", "that month", "next Tuesday", "last April", "this summer". */
export function readPointed(t: DateTokens, i: number): Reading | null {
  let at = i;
  const determined = t.is(at, "the") || t.is(at, "its") || t.is(at, "their");
  if (determined) {
    if (!t.is(at, "the")) return null;
    at++;
  }
  let shift = SHIFTS.get(t.lower(at));
  const word = t.lower(at);
  if (shift === undefined && !(determined && word === "very")) return null;
  if (determined && (word === "this" || word === "that")) return null;
  if (
    !determined &&
    (word === "same" ||
      word === "following" ||
      word === "prior" ||
      word === "subsequent" ||
      word === "ensuing")
  )
    return null;
  if (!determined && (word === "past" || word === "present")) return null;
  if (determined && t.is(at, "very")) shift = SHIFTS.get(t.lower(++at));
  if (shift === undefined) return null;
  // "the next day" follows the day named last; "over the next week" reaches forward from now.
  const reaches = !t.is(at + 1, "day") && REACHING.has(t.lower(i - 1));
  if (t.is(at, "next") && (determined || t.is(at + 1, "day")) && !reaches)
    shift = { direction: 1, from: "reference" };
  at++;
  if (word === "this" || word === "that") {
    if (t.is(at, "past") || t.is(at, "last")) {
      shift = { direction: -1, from: "publication" };
      at++;
    } else if (t.is(at, "coming") || t.is(at, "next")) {
      shift = { direction: 1, from: "publication" };
      at++;
    } else if (t.is(at, "same") || t.is(at, "very")) at++;
  }
  return readPointedUnit(t, i, at, shift, determined) ?? readPointedName(t, i, at, shift);
}

const REACHING = new Set("over in during within for into throughout".split(" "));

function readPointedUnit(
  t: DateTokens,
  i: number,
  at: number,
  shift: Shift,
  determined: boolean,
): Reading | null {
  const part = DAY_PARTS.get(t.lower(at));
  if (part !== undefined && !t.isDash(at + 1)) {
    // "last night", "this morning", "the following morning", "that evening".
    if (shift.from === "publication" && shift.direction === 1) return null;
    return requireReference(
      makeOffset(i, at + 1, "day", shift.direction, shift.from, "part-of-day", part),
      shift,
    );
  }
  const modified =
    t.is(at, "calendar") ||
    t.is(at, "fiscal") ||
    t.is(at, "financial") ||
    t.is(at, "school") ||
    t.is(at, "academic");
  const unitAt = modified ? at + 1 : at;
  const unit = UNITS.get(t.lower(unitAt));
  if (unit === undefined || NOT_POINTED.has(unit)) return null;
  if (t.isDash(unitAt + 1) && t.at(unitAt + 1).glued) return null;
  // "in the past year", "over the last year": a length, read as a duration.
  const pastLength = determined && (t.is(at - 1, "past") || t.is(at - 1, "coming"));
  const lastLength =
    determined &&
    t.is(at - 1, "last") &&
    /^(?:over|in|during|for|within|throughout|of)$/.test(t.lower(i - 1));
  if (pastLength || (lastLength && unit !== "weekend")) return null;
  if (unit === "day" && shift.from === "publication" && shift.direction !== 0) return null;
  if (unit === "day" && t.is(at - 1, "this") && !/^(?:on|to|until|till|of)$/.test(t.lower(i - 1)))
    return null;
  const reading = makeOffset(i, unitAt + 1, unit, shift.direction, shift.from, "pointed-unit");
  if (unit === "weekend" && t.is(at - 1, "this")) return followTense(reading);
  return readPart(t, requireReference(reading, shift));
}

/** "that day" and "the same evening" say nothing by themselves. */
function requireReference(reading: Reading, { direction, from }: Shift): Reading {
  const { meaning } = reading;
  if (meaning.kind !== "offset" || direction !== 0 || from !== "reference") return reading;
  return { ...reading, meaning: { ...meaning, needsReference: true } };
}

function readPointedName(t: DateTokens, i: number, at: number, shift: Shift): Reading | null {
  const fromReference = shift.from === "reference";
  const common = {
    kind: "calendar",
    shift: shift.direction,
    ...(fromReference ? { fromReference } : {}),
  } as const;
  const weekday = readWeekdayName(t, at);
  if (weekday)
    return readPart(t, {
      from: i,
      to: weekday.to,
      meaning: { ...common, unit: "day", weekday: weekday.weekday },
      rule: "pointed-weekday",
    });
  const month = readMonthName(t, at);
  // "on the same October 27": a date like any other.
  if (month && fromReference && readDayNumber(t, month.to) !== null) return null;
  if (month && !t.isCapital(month.to))
    return {
      from: i,
      to: month.to,
      meaning: { ...common, unit: "month", index: month.month },
      rule: "pointed-month",
    };
  const season = SEASONS.get(t.lower(at));
  // "after this fall in prices".
  if (t.is(at, "fall") && t.is(at + 1, "in") && !t.isCapital(at + 2)) return null;
  if (season !== undefined)
    return {
      from: i,
      to: at + 1,
      meaning: { ...common, unit: "season", index: season },
      rule: "pointed-season",
    };
  return null;
}

/** "Tuesday", "Tuesday night", "Tues.". */
export function readWeekday(t: DateTokens, i: number): Reading | null {
  const name = readWeekdayName(t, i);
  if (name === null) return null;
  // "Black Friday", "Sheffield Wednesday", "Bloody Sunday", "Sunday Times", "Friday Mosque".
  if (t.isCapital(i - 1) && NAMED_DAYS.has(t.lower(i - 1))) return null;
  if (PAPERS.has(t.lower(name.to)) && t.isCapital(name.to)) return null;
  return readPart(t, {
    from: i,
    to: name.to,
    meaning: { kind: "calendar", unit: "day", weekday: name.weekday },
    rule: "weekday",
  });
}

const NAMED_DAYS = new Set(
  "black bloody ash good palm easter super sheffield cyber holy maundy ruby".split(" "),
);
const PAPERS = new Set(
  "times telegraph mirror mail express herald post star sun world independent club mosque".split(" "),
);

/** A day of the week in full, or short with its full stop or before a comma. */
function readWeekdayName(t: DateTokens, i: number): { to: number; weekday: number } | null {
  const word = t.lower(i);
  const weekday = WEEKDAYS.get(word);
  if (weekday !== undefined) return { to: i + 1, weekday };
  if (!t.isCapital(i)) return null;
  const short = SHORT_WEEKDAYS.get(word);
  if (short === undefined || word === "sun" || word === "sat" || word === "wed") return null;
  return t.at(i + 1).text === "." && t.at(i + 1).glued && t.is(i - 1, "on")
    ? { to: i + 2, weekday: short }
    : null;
}

/** Adds "morning", "night" after a day, or "late", "early" as the day's modifier. */
export function readPart(t: DateTokens, reading: Reading): Reading {
  const { meaning, to } = reading;
  if (meaning.kind === "offset" && meaning.unit !== "day") return reading;
  if (meaning.kind === "calendar" && meaning.unit !== "day") return reading;
  if (meaning.kind !== "offset" && meaning.kind !== "calendar" && meaning.kind !== "nth-day") return reading;
  const at = t.isApostrophe(to) && t.is(to + 1, "s") ? to + 2 : to;
  const modifier = readPartModifier(t, at);
  const part = DAY_PARTS.get(t.lower(modifier?.to ?? at));
  if (part === undefined || t.isDash((modifier?.to ?? at) + 1)) return reading;
  return {
    ...reading,
    to: (modifier?.to ?? at) + 1,
    meaning: { ...meaning, part },
    ...(modifier ? { mod: modifier.mod } : {}),
  };
}

function readPartModifier(t: DateTokens, i: number): { to: number; mod: DateMod } | null {
  const word = t.lower(i);
  if (word === "early") return { to: i + 1, mod: "START" };
  if (word === "late") return { to: i + 1, mod: "END" };
  return null;
}
