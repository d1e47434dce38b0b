/**
 * Dates joined to others: ranges ("from 3 to 5 May", "between 1992 and 1994", "May 3-5", "April–June 2020")
 * and lists ("April 14 and 15", "3, 4 and 5 May").
 *
 * In: tokens and a place. Out: a range whose ends lend each other month and year, or the days of a list, each
 * with its own span.
 */
import { readClock } from "./date-clock.js";
import type { CalendarMeaning, Reading } from "./date-meaning.js";
import { isCalendarDay } from "./date-period.js";
import { readPoint } from "./date-phrase.js";
import type { PhraseContext } from "./date-plain.js";
import type { DateTokens } from "./date-tokens.js";
import { readDayNumber, readMonthName } from "./date-written.js";
import { isCounted, readFourDigits } from "./date-year.js";

/** A range that begins with the token at `i`, or null. */
export function readRange(t: DateTokens, i: number, context: PhraseContext): Reading | null {
  return (
    readHours(t, i, context) ??
    readDaysFirst(t, i, context) ??
    readPointRange(t, i, context) ??
    readYearRange(t, i)
  );
}

/** Where the second date begins, if tokens at `i` join two dates into a range. */
function readJoin(t: DateTokens, i: number, start: number): number | null {
  const word = t.lower(i);
  if (t.isDash(i)) return i + 1;
  if (word === "to" || word === "through" || word === "thru") return i + 1;
  if ((word === "until" || word === "till") && t.is(start - 1, "from")) return i + 1;
  if (word === "and" && t.is(start - 1, "between")) return i + 1;
  return null;
}

/** "7:30 to 9:30 p.m.", "3 to 4:30 p.m.", "8-10 a.m.": the half of the day stands behind. */
function readHours(t: DateTokens, i: number, context: PhraseContext): Reading | null {
  const hour = t.integer(i, 2);
  if (hour < 1 || hour > 12) return null;
  const colon = t.at(i + 1).text === ":" && t.at(i + 1).glued && t.at(i + 2).text.length === 2;
  const minute = colon ? t.integer(i + 2, 2) : 0;
  const to = colon ? i + 3 : i + 1;
  const second = readJoin(t, to, i);
  if (minute < 0 || minute > 59 || second === null) return null;
  const until = readClock(t, second);
  if (until === null || until.clock.minute === null || !isHalved(t, second, until.to)) return null;
  const last = readPoint(t, second, context);
  if (last === null || (last.meaning.kind !== "calendar" && last.meaning.kind !== "offset")) return null;
  const end = until.clock.hour * 60 + until.clock.minute;
  const start = (hour % 12) * 60 + minute;
  const begin = start + 720 < end ? start + 720 : start;
  const zone = until.clock.zone === undefined ? {} : { zone: until.clock.zone };
  const clock = { hour: Math.floor(begin / 60), minute, ...zone };
  return join({ from: i, to, meaning: { ...last.meaning, clock }, rule: "clock" }, last, i);
}

/** True if the clock time at `from … to - 1` says "a.m." or "p.m.". */
function isHalved(t: DateTokens, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (/^(?:am|pm|m)$/.test(t.lower(i))) return true;
  return false;
}

/** "3 to 5 May", "24-26 May 2020", "24th–28th of May". */
function readDaysFirst(t: DateTokens, i: number, context: PhraseContext): Reading | null {
  const start = t.is(i, "the") ? i + 1 : i;
  const first = readDayNumber(t, start);
  if (first === null) return null;
  const second = readJoin(t, first.to, i);
  if (second === null) return null;
  const last = readPoint(t, t.is(second, "the") ? second + 1 : second, context);
  if (
    last === null ||
    last.meaning.kind !== "calendar" ||
    last.rule.startsWith("month") ||
    last.meaning.day === undefined
  )
    return null;
  const { meaning } = last;
  if (meaning.index === undefined || meaning.unit !== "day" || first.day >= (meaning.day ?? 0)) return null;
  const lent: CalendarMeaning = { ...meaning, day: first.day };
  return join({ from: start, to: first.to, meaning: lent, rule: last.rule }, last, i);
}

/** "May 3-5", "May 3 to June 2", "Monday to Friday", "April–June 2020", "10:30 to 12:00". */
function readPointRange(t: DateTokens, i: number, context: PhraseContext): Reading | null {
  const first = readPoint(t, i, context);
  if (first === null || first.meaning.kind !== "calendar") return readBareMonths(t, i, context);
  const second = readJoin(t, first.to, i);
  if (second === null) return null;
  const a = first.meaning;
  const day = readDayNumber(t, second);
  if (
    day &&
    a.unit === "day" &&
    a.index !== undefined &&
    a.day !== undefined &&
    !a.clock &&
    first.rule.startsWith("month-day")
  ) {
    // "May 3-5, 2020": the year stands behind.
    const ends = day.day > a.day && isCalendarDay(a.year ?? null, a.index, day.day) && !isCounted(t, day.to);
    if (ends && readMonthName(t, day.to) === null && readClock(t, second) === null) {
      const comma = t.at(day.to).text === "," ? day.to + 1 : day.to;
      const year = a.year === undefined ? readFourDigits(t, comma) : -1;
      const known = year >= 1000 && year <= 2199 ? { year } : {};
      const to = year >= 1000 && year <= 2199 ? comma + 1 : day.to;
      const last: Reading = { from: second, to, meaning: { ...a, ...known, day: day.day }, rule: first.rule };
      return join({ ...first, meaning: { ...a, ...known } }, last, i);
    }
  }
  const last = readPoint(t, second, context);
  if (last === null || last.meaning.kind !== "calendar") return null;
  const b = last.meaning;
  if (a.unit !== b.unit) return null;
  if ((a.clock !== undefined) !== (b.clock !== undefined)) return null;
  if (a.weekday !== undefined && a.index === undefined && b.index !== undefined) return null;
  return joinLent(first, last, a, b, i);
}

/** "April-June 2020", where the first month alone is not read as a date. */
function readBareMonths(t: DateTokens, i: number, context: PhraseContext): Reading | null {
  const name = readMonthName(t, i);
  if (name === null) return null;
  const second = readJoin(t, name.to, i);
  if (second === null) return null;
  const next = readMonthName(t, second);
  const last = next && readPoint(t, second, context);
  if (last?.meaning.kind !== "calendar" || last.meaning.unit !== "month") return null;
  const a: CalendarMeaning = { kind: "calendar", unit: "month", index: name.month };
  return joinLent({ from: i, to: name.to, meaning: a, rule: "month" }, last, a, last.meaning, i);
}

/** Year and what it lies within pass from one end to the other. */
function joinLent(
  first: Reading,
  last: Reading,
  a: CalendarMeaning,
  b: CalendarMeaning,
  from: number,
): Reading {
  // "8:30 a.m. to 12:30 p.m. Saturday": one day for both.
  const oneDay =
    a.clock !== undefined && a.weekday === undefined && a.index === undefined && a.day === undefined;
  let begin: CalendarMeaning = oneDay && a.clock !== undefined ? { ...b, clock: a.clock } : a;
  let end = b;
  const wraps =
    a.index !== undefined &&
    b.index !== undefined &&
    (a.index > b.index || (a.index === b.index && (a.day ?? 0) > (b.day ?? 0)));
  if (a.year === undefined && a.shortYear === undefined && a.within === undefined) {
    if (b.year !== undefined && a.unit !== "decade" && a.unit !== "century" && a.unit !== "year")
      begin = { ...a, year: b.year - (wraps ? 1 : 0) };
    else if (b.within !== undefined) begin = { ...a, within: b.within };
  } else if (
    b.year === undefined &&
    b.shortYear === undefined &&
    b.within === undefined &&
    a.year !== undefined &&
    a.index !== undefined
  ) {
    end = { ...b, year: a.year + (wraps ? 1 : 0) };
  }
  return join({ ...first, meaning: begin }, { ...last, meaning: end }, from);
}

/** "from 1816 to 1856", "between 1988 and 1994", "1992 through 1994". */
function readYearRange(t: DateTokens, i: number): Reading | null {
  const first = readFourDigits(t, i);
  if (first < 1000 || first > 2199) return null;
  const second = readJoin(t, i + 1, i);
  if (second === null) return null;
  const last = readFourDigits(t, second);
  if (last <= first || last > 2199 || last - first > 400 || isCounted(t, second + 1)) return null;
  const cued = /^(?:from|between|in|during|\()$/.test(t.lower(i - 1));
  if (!cued && (first < 1900 || last > 2060)) return null;
  const after = t.at(second + 1);
  if (
    after.kind === "word" &&
    after.lower.endsWith("s") &&
    !t.isCapital(second + 1) &&
    (first < 1900 || last > 2060)
  )
    return null;
  const end = (at: number, year: number): Reading => ({
    from: at,
    to: at + 1,
    meaning: { kind: "calendar", unit: "year", year },
    rule: "year",
  });
  return join(end(i, first), end(second, last), i);
}

function join(first: Reading, last: Reading, from: number): Reading {
  return { from, to: last.to, meaning: { kind: "range", first, last }, rule: "range" };
}

/** The further days of a list after `reading` ("and 15" in "April 14 and 15"). */
export function readListTail(t: DateTokens, reading: Reading): Reading[] {
  const { meaning } = reading;
  if (
    meaning.kind !== "calendar" ||
    meaning.day === undefined ||
    meaning.index === undefined ||
    !reading.rule.startsWith("month-day") ||
    meaning.clock ||
    meaning.part
  )
    return [];
  const days: Reading[] = [];
  let { day, year } = meaning;
  let at = reading.to;
  for (let k = 0; k < 8; k++) {
    const comma = t.at(at).text === ",";
    const and = t.is(at, "and") || t.is(at, "or") || t.is(at, "&");
    if (!comma && !and) break;
    const from = comma && t.is(at + 1, "and") ? at + 2 : at + 1;
    const next = readDayNumber(t, from);
    if (next === null || next.day <= day || !isCalendarDay(year ?? null, meaning.index, next.day)) break;
    if (isCounted(t, next.to) || readMonthName(t, next.to) !== null || readClock(t, from) !== null) break;
    const after = t.at(next.to);
    if (after.kind === "word" && !t.isCapital(next.to) && !CLOSERS.has(after.lower)) break;
    day = next.day;
    let to = next.to;
    const behind = year === undefined ? readFourDigits(t, t.at(to).text === "," ? to + 1 : to) : -1;
    if (behind >= 1000 && behind <= 2199) {
      year = behind;
      to = t.at(to).text === "," ? to + 2 : to + 1;
    }
    days.push({
      from,
      to,
      meaning: { ...meaning, day, ...(year === undefined ? {} : { year }) },
      rule: "day-list",
    });
    at = to;
  }
  // Only a comma and no "and" is no list: "On April 14, 20 were hurt".
  const joined = days.some((r) => t.is(r.from - 1, "and") || t.is(r.from - 1, "or") || t.is(r.from - 1, "&"));
  return joined ? days : [];
}

const CLOSERS = new Set(
  "in at by as and or for when while with the a an of to that which after before were was is are respectively this last".split(
    " ",
  ),
);

/** "14 and 15 April", "3, 4 and 5 May": the days before the month, then the last with it; else empty. */
export function readListHead(t: DateTokens, i: number, context: PhraseContext): Reading[] {
  const first = readDayNumber(t, i);
  if (first === null || t.is(i - 1, "between")) return [];
  const heads = [{ from: i, to: first.to, day: first.day }];
  let at = first.to;
  for (let k = 0; k < 8; k++) {
    const comma = t.at(at).text === ",";
    const and = t.is(at, "and") || t.is(at, "or") || t.is(at, "&");
    if (!comma && !and) return [];
    const from = comma && t.is(at + 1, "and") ? at + 2 : at + 1;
    const day = readDayNumber(t, from);
    if (day === null || day.day <= heads[heads.length - 1].day) return [];
    const last = readPoint(t, from, context);
    if (and && last && last.meaning.kind === "calendar" && last.rule.startsWith("day-month")) {
      const { meaning } = last;
      return [
        ...heads.map(
          (head): Reading => ({
            from: head.from,
            to: head.to,
            meaning: { ...meaning, day: head.day },
            rule: "day-list",
          }),
        ),
        last,
      ];
    }
    heads.push({ from, to: day.to, day: day.day });
    at = day.to;
  }
  return [];
}
