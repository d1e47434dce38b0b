/**
 * Dates told by a unit that the text is in: "the day", "the end of the week", "the weekend", "the year before", "the
 * night before".
 *
 * In: tokens and a place. Out: an offset from the date named last; for the weekend from the article's date. The words
 * around must make it a date: "the year of the flood" and "the day before the vote" are none.
 */
import { NOT_POINTED, readPart } from "./date-deictic.js";
import { followTense, makeOffset, type Reading } from "./date-meaning.js";
import { readOrdinal } from "./date-number.js";
import type { DateTokens } from "./date-tokens.js";
import { DAY_PARTS, type DurationUnit, UNITS } from "./date-words.js";

/** Words before "the year", "the day" that let it stand for a date rather than a length. */
const ANAPHOR_CUES = new Set(
  "in during for of throughout end ended ending ends finish finished finishing close closed closing late later early earlier over within on through before since until by this".split(
    " ",
  ),
);

/** Words of a part of the unit behind them: "the middle of the week", "late in the year". */
const PARTS = /^(?:beginning|start|onset|outset|middle|end|half|course|days|part|early|late)$/;

/** "the day", "the quarter", "the weekend", where the words around make it a date; "the year of" is not. */
export function readAnaphor(t: DateTokens, i: number): Reading | null {
  if (!t.is(i, "the")) return null;
  const part = readPartBeside(t, i);
  if (part) return part;
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
    return makeOffset(i, to, unit, 0, "reference", "the-unit");
  if (
    /^(?:of|that|when|before|after|in|which|ago|earlier|later|on|to)$/.test(t.lower(to)) &&
    !(t.is(to, "in") && unit === "weekend")
  )
    return null;
  if (t.isDash(to) || t.isApostrophe(to) || t.integer(to, 4) >= 0) return null;
  if (unit !== "weekend" && !ANAPHOR_CUES.has(t.lower(i - 1))) return null;
  if (
    unit !== "weekend" &&
    /^(?:in|of|on|over|before|by)$/.test(t.lower(i - 1)) &&
    // "In the week soldiers came" may go on; "in the middle of the week soldiers came" is done.
    !PARTS.test(t.lower(i - 2)) &&
    t.at(to).kind === "word" &&
    !FUNCTION_WORDS.has(t.lower(to)) &&
    !isEdgeAlone(t, i)
  )
    return null;
  if (unit === "century" || unit === "decade") return null;
  if (unit === "weekend") return followTense(makeOffset(i, to, unit, -1, "publication", "the-unit"));
  return readPart(t, makeOffset(i, to, unit, 0, "reference", "the-unit"));
}

/** "At the start of the week Lagos sealed the road": a time of its own, whatever stands behind it. */
function isEdgeAlone(t: DateTokens, i: number): boolean {
  return (
    t.is(i - 1, "of") &&
    /^(?:start|beginning|middle)$/.test(t.lower(i - 2)) &&
    t.is(i - 3, "the") &&
    /^(?:at|in|since|by|from|until)$/.test(t.lower(i - 4))
  );
}

/** "for a third day", "for a second consecutive night": the day that the sentence names, or the article's. */
export function readConsecutiveDay(t: DateTokens, i: number): Reading | null {
  if (!t.is(i - 1, "for") || !(t.is(i, "a") || t.is(i, "the"))) return null;
  const ordinal = readOrdinal(t, i + 1);
  if (ordinal === null) return null;
  const at = SUCCESSIVE.has(t.lower(ordinal.to)) ? ordinal.to + 1 : ordinal.to;
  const night = t.is(at, "night");
  if (!night && !t.is(at, "day")) return null;
  let to = at + 1;
  if (t.is(to, "running")) to++;
  else if (t.is(to, "in") && t.is(to + 1, "a") && t.is(to + 2, "row")) to += 3;
  if (t.is(to, "of") || t.is(to, "in")) return null;
  const meaning = { kind: "calendar", unit: "day", ...(night ? { part: "NI" as const } : {}) } as const;
  return { from: i, to, meaning, rule: "consecutive-day" };
}

const SUCCESSIVE = new Set("consecutive straight successive".split(" "));

/** "the year before", "the day after", "the year previous", where nothing follows that it could be before. */
function readBeside(t: DateTokens, i: number, to: number, unit: DurationUnit): Reading | null {
  const word = t.lower(to);
  const direction = /^(?:before|earlier|previous|prior)$/.test(word)
    ? -1
    : /^(?:after|later|following)$/.test(word)
      ? 1
      : 0;
  if (direction === 0) return null;
  return isClosed(t, to) ? makeOffset(i, to + 1, unit, direction, "reference", "beside-unit") : null;
}

/** "the night before", "the evening before", "the morning after". */
function readPartBeside(t: DateTokens, i: number): Reading | null {
  const part = DAY_PARTS.get(t.lower(i + 1));
  const direction = t.is(i + 2, "before") ? -1 : t.is(i + 2, "after") ? 1 : 0;
  if (part === undefined || direction === 0 || !isClosed(t, i + 2)) return null;
  return makeOffset(i, i + 3, "day", direction, "reference", "beside-unit", part);
}

/** True if nothing stands behind the word at `i` that it could be before or after. */
function isClosed(t: DateTokens, i: number): boolean {
  const next = t.at(i + 1);
  if (next.kind === "none" || /^[.,;:!?)–—]$/.test(next.text)) return true;
  return (t.is(i, "before") || t.is(i, "after") ? AFTER_BESIDE : FUNCTION_WORDS).has(next.lower);
}

const AFTER_BESIDE = new Set("and or but when in at with was were had".split(" "));
const FUNCTION_WORDS = new Set(
  "and or but with as at by for from while because since until the a an to".split(" "),
);
