/**
 * Dates told from where the text stands: "yesterday", "last week", "this morning", "on Tuesday", "that day",
 * "the following month", "two years ago" is in date-duration.ts.
 *
 * In: tokens and a place. Out: an offset from the article's date or from the date named last, or a calendar
 * meaning with a weekday. Past by default; the resolver has the tense.
 */
import type { DateMod, OffsetMeaning, Reading } from "./date-meaning.js";
import type { DayPart } from "./date-period.js";
import type { DateTokens } from "./date-tokens.js";
import { DAY_PARTS, type DurationUnit, SEASONS, SHORT_WEEKDAYS, UNITS, WEEKDAYS } from "./date-words.js";
import { readMonthName } from "./date-written.js";

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

/** Units that are too short to be pointed to. */
const NOT_POINTED = new Set<DurationUnit>(["second", "minute", "hour", "millennium"]);
/** Words before "the year", "the day" that let it stand for a date rather than a length. */
const ANAPHOR_CUES = new Set(
  "in during for of throughout end ended ending ends finish finished finishing close closed closing late later early earlier over within on through before since until by this".split(
    " ",
  ),
);

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
    return readPart(t, offset(i, i + 1, "day", direction, "publication", "day-word"));
  }
  if (word === "tonight") return { ...offset(i, i + 1, "day", 0, "publication", "day-word", "NI") };
  if (word === "overnight" && t.at(i + 1).kind !== "word")
    return offset(i, i + 1, "day", 0, "publication", "day-word", "NI");
  if (word === "the" && t.is(i + 1, "day") && (t.is(i + 2, "before") || t.is(i + 2, "after"))) {
    const sign = t.is(i + 2, "before") ? -1 : 1;
    const far = DAY_WORDS.get(t.lower(i + 3));
    if (far === undefined || far !== sign) return null;
    const reading = offset(i, i + 4, "day", sign, "publication", "day-word");
    return readPart(t, { ...reading, meaning: { ...(reading.meaning as OffsetMeaning), amount: 2 } });
  }
  return null;
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
  if (t.is(at, "next") && (determined || t.is(at + 1, "day"))) shift = { direction: 1, from: "reference" };
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
    return offset(i, at + 1, "day", shift.direction, shift.from, "part-of-day", part);
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
  return readPart(t, offset(i, unitAt + 1, unit, shift.direction, shift.from, "pointed-unit"));
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

/** "the day", "the quarter", "the weekend", where the words around make it a date; "the year of" is not. */
export function readAnaphor(t: DateTokens, i: number): Reading | null {
  if (!t.is(i, "the")) return null;
  const whole = /^(?:whole|entire|full)$/.test(t.lower(i + 1)) ? 1 : 0;
  const unit = UNITS.get(t.lower(i + 1 + whole));
  if (unit === undefined || NOT_POINTED.has(unit) || unit === "night" || unit === "fortnight") return null;
  if (t.isCapital(i + 1 + whole)) return null;
  // "at the end of the day" is mostly no date.
  if (unit === "day" && t.is(i - 1, "of") && t.is(i - 2, "end") && t.is(i - 4, "at")) return null;
  const to = i + 2 + whole;
  const beside = whole === 0 ? readBeside(t, i, to, unit) : null;
  if (beside) return beside;
  if (
    t.is(to, "after") &&
    t.lower(to + 1).endsWith("ing") &&
    /^(?:early|earlier|late|later)$/.test(t.lower(i - 2))
  )
    return offset(i, to, unit, 0, "reference", "the-unit");
  if (
    /^(?:of|that|when|before|after|in|which|ago|earlier|later|on|to)$/.test(t.lower(to)) &&
    !(t.is(to, "in") && unit === "weekend")
  )
    return null;
  if (t.isDash(to) || t.isApostrophe(to) || t.integer(to, 4) >= 0) return null;
  const from = unit === "weekend" ? "publication" : "reference";
  if (unit !== "weekend" && !ANAPHOR_CUES.has(t.lower(i - 1))) return null;
  if (
    unit !== "weekend" &&
    /^(?:in|of|on|over|before|by)$/.test(t.lower(i - 1)) &&
    t.at(to).kind === "word" &&
    !FUNCTION_WORDS.has(t.lower(to))
  )
    return null;
  if (unit === "century" || unit === "decade") return null;
  return readPart(t, offset(i, to, unit, unit === "weekend" ? -1 : 0, from, "the-unit"));
}

/** "the year before", "the day after", "the year previous", where nothing follows that it could be before. */
function readBeside(t: DateTokens, i: number, to: number, unit: DurationUnit): Reading | null {
  const word = t.lower(to);
  const direction = /^(?:before|earlier|previous|prior)$/.test(word)
    ? -1
    : /^(?:after|later|following)$/.test(word)
      ? 1
      : 0;
  if (direction === 0) return null;
  const next = t.at(to + 1);
  const closed =
    next.kind === "none" ||
    /^[.,;:!?)–—]$/.test(next.text) ||
    (/^(?:before|after)$/.test(word) ? AFTER_BESIDE : FUNCTION_WORDS).has(next.lower);
  return closed ? offset(i, to + 1, unit, direction, "reference", "beside-unit") : null;
}

const AFTER_BESIDE = new Set("and or but when in at with was were had".split(" "));
const FUNCTION_WORDS = new Set(
  "and or but with as at by for from while because since until the a an to".split(" "),
);

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

function offset(
  from: number,
  to: number,
  unit: DurationUnit,
  direction: -1 | 0 | 1,
  base: "publication" | "reference",
  rule: string,
  part?: DayPart,
): Reading {
  const meaning: OffsetMeaning = {
    kind: "offset",
    unit,
    amount: direction === 0 ? 0 : 1,
    direction,
    from: base,
    ...(part ? { part } : {}),
  };
  return { from, to, meaning, rule };
}
