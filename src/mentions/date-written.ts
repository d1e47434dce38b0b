/**
 * Days, months and years as written: "14 April 2020", "Oct.23", "Tuesday, May 3", "2020-04-14", "04/14/2020".
 *
 * In: tokens and a place. Out: the longest written date that begins there. Month names must be capitalised;
 * "May" and "March" are months beside a day or a year, or after a word that asks for a date. A day that no
 * calendar has is not a date. Limit: "In March 20 people …" is a month because "people" is counted.
 */
import type { CalendarMeaning, Reading } from "./date-meaning.js";
import { isCalendarDay } from "./date-period.js";
import type { DateTokens } from "./date-tokens.js";
import { MONTHS, ORDINAL_ENDINGS, SHORT_WEEKDAYS, WEEKDAYS } from "./date-words.js";
import { isCounted, readFullYear, readShortYear } from "./date-year.js";

/** Words after which a bare month name is a month. */
const MONTH_CUES = new Set(
  "in of since until till by from during between through throughout before after last next this early late mid for around past previous following each every on late and or to into".split(
    " ",
  ),
);
/** Months that are verbs or modals when bare. */
const VERB_MONTHS = new Set(["may", "march"]);

const NOT_NOUNS = new Set(
  "on of for in to from by with at into and or was is has had be have not".split(" "),
);

interface MonthName {
  readonly to: number;
  readonly month: number;
  readonly short: boolean;
}

/** A written date at `i`; `names` are months that the text uses as people's names ("Theresa May"). */
export function readWritten(t: DateTokens, i: number, names: ReadonlySet<string>): Reading | null {
  const token = t.at(i);
  if (token.kind === "number") return readNumeric(t, i) ?? readDayFirst(t, i, i);
  if (token.kind !== "word") return null;
  const weekday = readWeekdayLead(t, i);
  if (weekday) {
    const at = weekday.to;
    const date = readDayFirst(t, i, at) ?? readMonthFirst(t, i, at, names, true) ?? readTheDay(t, i, at);
    if (date && date.meaning.kind === "calendar" && date.meaning.unit === "day")
      return { ...date, meaning: { ...date.meaning, weekday: weekday.weekday } };
    return null;
  }
  return readTheDay(t, i, i) ?? readMonthFirst(t, i, i, names, false);
}

/** "the 14th of April", "the 3 May". */
function readTheDay(t: DateTokens, from: number, at: number): Reading | null {
  if (!t.is(at, "the")) return null;
  const written = readDayFirst(t, from, at + 1);
  if (written) return written;
  // "on the 21st", "by the 3rd of this month".
  const day = readDayNumber(t, at + 1);
  if (!day?.ordinal || !DAY_CUES.has(t.lower(at - 1))) return null;
  const next = t.at(day.to);
  if (next.kind === "number" || (next.kind === "word" && !AFTER_DAY.has(next.lower))) return null;
  if (next.lower === "of" && !/^(?:this|last|next|the|that|each|every)$/.test(t.lower(day.to + 1)))
    return null;
  if (next.lower === "of" && t.is(day.to + 1, "the") && !t.is(day.to + 2, "month")) return null;
  return finish(from, day.to, { day: day.day }, "day-of-month");
}

const DAY_CUES = new Set(["on", "by", "until", "till", "since", "before", "after"]);
const AFTER_DAY = new Set("and or but at in of when with as for to after before was were".split(" "));

/** "Tuesday," or "Tues." before a date. */
function readWeekdayLead(t: DateTokens, i: number): { to: number; weekday: number } | null {
  const word = t.lower(i);
  const weekday = WEEKDAYS.get(word) ?? (t.isCapital(i) ? SHORT_WEEKDAYS.get(word) : undefined);
  if (weekday === undefined) return null;
  let to = i + 1;
  if (t.at(to).text === ".") to++;
  if (t.at(to).text === "," || t.at(to).text === "(") to++;
  return { to, weekday };
}

/** A month name with its full stop. */
export function readMonthName(t: DateTokens, i: number): MonthName | null {
  const word = t.lower(i);
  const month = MONTHS.get(word);
  if (month === undefined) return null;
  // Lower case is left for texts that have no capitals; "may", "march" and short forms are then too doubtful.
  if (!t.isCapital(i) && (word.length < 4 || word === "march" || word === "sept" || word === "august"))
    return null;
  const short = word.length <= 4 && word !== "may" && word !== "june" && word !== "july";
  const stop = short && t.at(i + 1).text === "." && t.at(i + 1).glued;
  return { to: stop ? i + 2 : i + 1, month, short };
}

/** A day of the month with its ending: "3", "3rd". */
export function readDayNumber(
  t: DateTokens,
  i: number,
): { to: number; day: number; ordinal: boolean } | null {
  const day = t.integer(i, 2);
  if (day < 1 || day > 31) return null;
  const next = t.at(i + 1);
  if (next.glued) {
    if (ORDINAL_ENDINGS.has(next.lower)) return { to: i + 2, day, ordinal: true };
    const clock =
      next.text === ":" ||
      next.text === "%" ||
      next.text === "/" ||
      next.kind === "word" ||
      next.kind === "number";
    if (clock) return null;
  }
  return { to: i + 1, day, ordinal: false };
}

/** "April 14, 2020", "Apr. 14th", "April 2020", "April". */
function readMonthFirst(
  t: DateTokens,
  from: number,
  i: number,
  names: ReadonlySet<string>,
  needsDay: boolean,
): Reading | null {
  const name = readMonthName(t, i);
  if (name === null) return null;
  const { month } = name;
  const lowerCase = !t.isCapital(i);
  let at = name.to;
  if (t.is(at, "the")) at++;
  const gapped = t.isDash(at) && t.at(at).glued && t.at(at + 1).glued ? at + 1 : at;
  const day = readDayNumber(t, gapped);
  if (day && isCalendarDay(null, month, day.day) && (day.ordinal || !isCounted(t, day.to))) {
    const comma = t.at(day.to).text === "," ? day.to + 1 : day.to;
    const dashed = gapped > at && t.isDash(day.to) ? day.to + 1 : comma;
    const year = readFullYear(t, dashed);
    if (year && isCalendarDay(year.year, month, day.day))
      return finish(from, year.to, { year: year.year, index: month, day: day.day }, "month-day-year");
    return finish(from, day.to, { index: month, day: day.day }, "month-day");
  }
  if (needsDay) return null;
  at = name.to;
  if (t.at(at).text === ",") at++;
  else if (t.is(at, "of")) at++;
  const year = readFullYear(t, at) ?? readShortYear(t, at);
  if (year) {
    const fields = year.short ? { shortYear: year.year } : { year: year.year };
    return month > 0 ? finishMonth(from, year.to, { ...fields, index: month }, "month-year") : null;
  }
  if (lowerCase && !MONTH_CUES.has(t.lower(i - 1))) return null;
  return isBareMonth(t, i, name, names) ? finishMonth(from, name.to, { index: month }, "month") : null;
}

/** "14 April 2020", "14th of April", "14-Apr-2020". */
function readDayFirst(t: DateTokens, from: number, i: number): Reading | null {
  if (t.at(i - 1).text === "." && t.at(i).glued && t.at(i - 2).kind === "number") return null;
  const day = readDayNumber(t, i);
  if (day === null) return null;
  let at = day.to;
  if (t.is(at, "day") && t.is(at + 1, "of")) at++;
  if (t.is(at, "of")) at++;
  const dashed = t.isDash(at) && t.at(at).glued;
  if (dashed) at++;
  const name = readMonthName(t, at);
  if (name === null || !isCalendarDay(null, name.month, day.day)) return null;
  at = name.to;
  if (t.at(at).text === "," || (dashed && t.isDash(at))) at++;
  const year = readFullYear(t, at) ?? (dashed ? null : readShortYear(t, at));
  if (year && !year.short && !isCalendarDay(year.year, name.month, day.day)) return null;
  if (year) {
    const fields = year.short ? { shortYear: year.year } : { year: year.year };
    return finish(from, year.to, { ...fields, index: name.month, day: day.day }, "day-month-year");
  }
  // "the 3 March Street offices", "at 3 May said": a bare day before "May" needs the month to end there, or "on".
  if (
    !DAY_CUES.has(t.lower(from - 1)) &&
    VERB_MONTHS.has(t.lower(name.to - 1)) &&
    !day.ordinal &&
    t.isCapital(name.to) &&
    t.at(name.to).kind === "word"
  )
    return null;
  return finish(from, name.to, { index: name.month, day: day.day }, "day-month");
}

function isBareMonth(t: DateTokens, i: number, name: MonthName, names: ReadonlySet<string>): boolean {
  const word = t.lower(i);
  const cued = MONTH_CUES.has(t.lower(i - 1)) || (t.isDash(i - 1) && t.at(i).glued && t.is(i - 2, "mid"));
  const next = t.at(name.to);
  const beforeName =
    t.isCapital(name.to) && next.kind === "word" && !WEEKDAYS.has(next.lower) && !MONTHS.has(next.lower);
  if (name.short) return cued && name.to > i + 1 && !beforeName;
  if (names.has(word)) {
    const strong = t.is(i - 1, "in") || t.is(i - 1, "since") || t.is(i - 1, "last") || t.is(i - 1, "next");
    return (
      strong || t.is(i - 1, "early") || t.is(i - 1, "late") || t.is(i - 1, "until") || t.is(i - 2, "mid")
    );
  }
  if (VERB_MONTHS.has(word)) {
    // "He said: March on!", "for May to resign".
    if (t.is(i - 1, "to") && /^(?:year|months|quarter|period|weeks)$/.test(t.lower(i - 2)))
      return !beforeName;
    if (t.is(i - 1, "and") || t.is(i - 1, "or") || t.is(i - 1, "to"))
      return MONTHS.has(t.lower(i - 2)) && !beforeName;
    if (t.is(i - 1, "as")) return /^(?:early|late|recently|soon)$/.test(t.lower(i - 2)) && !beforeName;
    // "the March reading", "Florida's May primary"; not "the March on Rome".
    const determined = t.is(i - 1, "the") || t.is(i - 1, "a") || (t.is(i - 1, "s") && t.isApostrophe(i - 2));
    if (determined) return next.kind === "word" && !t.isCapital(name.to) && !NOT_NOUNS.has(next.lower);
    return cued && !beforeName;
  }
  if (!beforeName) return true;
  if ((t.is(i - 1, "the") || t.is(i - 1, "a")) && word !== "april" && word !== "june") return true;
  // "In April Moscow said"; but "April Smith".
  return cued && word !== "april" && word !== "june" && word !== "august"
    ? true
    : t.is(i - 1, "in") || t.is(i - 1, "since");
}

/** "2020-04-14", "2020/4/14", "14.04.2020", "04/14/2020", "7/8/07". */
function readNumeric(t: DateTokens, i: number): Reading | null {
  const mark = t.at(i + 1);
  if (!mark.glued || !t.at(i + 2).glued || !t.at(i + 3).glued || !t.at(i + 4).glued) return null;
  if (t.at(i).glued && (t.at(i - 1).kind === "number" || "/.-$€£#".includes(t.at(i - 1).text))) return null;
  const sep = mark.text;
  if (sep !== t.at(i + 3).text || !(sep === "-" || sep === "/" || sep === ".")) return null;
  const after = t.at(i + 5);
  const stopped = after.glued && (after.text === sep || after.kind === "number") && t.at(i + 6).glued;
  if (stopped) return null;
  const a = t.integer(i, 4);
  const b = t.integer(i + 2, 2);
  const c = t.integer(i + 4, 4);
  if (a < 0 || b < 0 || c < 0) return null;
  const lengths = [t.at(i).text.length, t.at(i + 4).text.length];
  if (lengths[0] === 4) {
    return lengths[1] <= 2 && isYear(a) && isCalendarDay(a, b, c)
      ? finish(i, i + 5, { year: a, index: b, day: c }, "numeric-date")
      : null;
  }
  if (lengths[0] > 2) return null;
  const year =
    lengths[1] === 4 && isYear(c) ? { year: c } : lengths[1] === 2 && sep === "/" ? { shortYear: c } : null;
  if (year === null) return null;
  const known = year.year ?? null;
  const monthFirst = isCalendarDay(known, a, b);
  const dayFirst = isCalendarDay(known, b, a);
  if (sep === "." && dayFirst) return finish(i, i + 5, { ...year, index: b, day: a }, "numeric-date");
  if (monthFirst)
    return finish(
      i,
      i + 5,
      { ...year, index: a, day: b, ...(dayFirst && a !== b ? { eitherWay: true } : {}) },
      "numeric-date",
    );
  return dayFirst ? finish(i, i + 5, { ...year, index: b, day: a }, "numeric-date") : null;
}

function isYear(n: number): boolean {
  return n >= 1000 && n <= 2199;
}

function finish(from: number, to: number, fields: Partial<CalendarMeaning>, rule: string): Reading {
  return { from, to, meaning: { kind: "calendar", unit: "day", ...fields }, rule };
}

function finishMonth(from: number, to: number, fields: Partial<CalendarMeaning>, rule: string): Reading {
  return { from, to, meaning: { kind: "calendar", unit: "month", ...fields }, rule };
}
