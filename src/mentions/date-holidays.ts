/**
 * Holidays and other named days: the table, finding their names, and the day on which they fall.
 *
 * In: the rows of data/dates/holidays.tsv. Out: look-ups by the words of a text, and a day for a year. Rules of
 * the table: `12-25` a fixed day; `easter-2`, `orthodox+1` days from Easter; `nth 11 4 4` the fourth Thursday
 * (ISO 4) of November, `last 5 1` the last Monday of May; `open` where sighting or tables decide (Ramadan,
 * Eid): the year is kept and month and day are left open; a full date (`2001-09-11`) for a name of one day.
 */
import { UserError } from "../core/user-error.js";
import { countMonthDays, findEaster, findOrthodoxEaster, toDayNumber, toWeekday } from "./date-calendar.js";
import type { DateTokens } from "./date-tokens.js";

/** One named day. */
export interface Holiday {
  readonly name: string;
  readonly rule: string;
  /** True where the name also names other things: it counts only after a word that asks for a date. */
  readonly needsCue: boolean;
}

/** The table as looked up. */
export interface HolidayTable {
  /** The longest name at token `i` and where it ends, or null. */
  match(t: DateTokens, i: number): { readonly holiday: Holiday; readonly to: number } | null;
  get(name: string): Holiday | undefined;
  /** True if a name begins with the word, given in lower case. */
  begins(word: string): boolean;
}

/** No holidays. */
export const NO_HOLIDAYS: HolidayTable = { match: () => null, get: () => undefined, begins: () => false };

const RULE =
  /^(?:(\d{4})-(\d\d)-(\d\d)|(\d\d)-(\d\d)|(easter|orthodox)([+-]\d+)?|nth (\d+) ([1-5]) ([1-7])|last (\d+) ([1-7])|open)$/u;

/** Reads the table. @throws UserError naming the line of the first row that does not fit. */
export function parseHolidays(tsv: string, name = "data/dates/holidays.tsv"): HolidayTable {
  const byName = new Map<string, Holiday>();
  const byWord = new Map<string, { words: readonly string[]; holiday: Holiday }[]>();
  let header = true;
  for (const [index, row] of tsv.split(/\r?\n/u).entries()) {
    if (row === "" || row.startsWith("#")) continue;
    if (header) {
      header = false;
      continue;
    }
    const [canonical, aliases, rule, cue, source, ...rest] = row.split("\t");
    if (source === undefined || rest.length > 0 || !RULE.test(rule) || (cue !== "yes" && cue !== "no")) {
      throw new UserError(
        "bad-table-row",
        `${name}:${index + 1}: expected name, aliases, rule, needs cue (yes or no), source; found "${row}"`,
        'Separate the five columns by tabs; rules are "12-25", "easter-2", "nth 11 4 4", "last 5 1", "open" or a full date.',
      );
    }
    const holiday: Holiday = { name: canonical, rule, needsCue: cue === "yes" };
    byName.set(canonical, holiday);
    for (const written of [canonical, ...(aliases === "" ? [] : aliases.split(";"))]) {
      const words = cutName(written);
      const list = byWord.get(words[0]) ?? [];
      list.push({ words, holiday });
      list.sort((a, b) => b.words.length - a.words.length);
      byWord.set(words[0], list);
    }
  }
  return {
    get: (key) => byName.get(key),
    begins: (word) => byWord.has(word),
    match(t, i) {
      if (!t.isCapital(i) && t.at(i).kind !== "number") return null;
      for (const { words, holiday } of byWord.get(t.lower(i)) ?? []) {
        if (words.every((word, k) => t.is(i + k, word) || (word === "'" && t.isApostrophe(i + k))))
          return { holiday, to: i + words.length };
      }
      return null;
    },
  };
}

/** The day of the holiday in a year, or null where its rule leaves it open. */
export function findHolidayDay(holiday: Holiday, year: number): number | null {
  const m = RULE.exec(holiday.rule);
  if (m === null) return null;
  if (m[4] !== undefined) return toDayNumber(year, Number(m[4]), Number(m[5]));
  if (m[1] !== undefined) return toDayNumber(Number(m[1]), Number(m[2]), Number(m[3]));
  if (m[6] !== undefined)
    return (m[6] === "easter" ? findEaster(year) : findOrthodoxEaster(year)) + Number(m[7] ?? 0);
  if (m[8] !== undefined) {
    const first = toDayNumber(year, Number(m[8]), 1);
    return first + ((Number(m[10]) - toWeekday(first) + 7) % 7) + 7 * (Number(m[9]) - 1);
  }
  if (m[11] !== undefined) {
    const last = toDayNumber(year, Number(m[11]), countMonthDays(year, Number(m[11])));
    return last - ((toWeekday(last) - Number(m[12]) + 7) % 7);
  }
  return null;
}

/** The one date that the name stands for, or null where it recurs. */
export function findSingleDay(holiday: Holiday): number | null {
  return /^\d{4}-/u.test(holiday.rule) ? findHolidayDay(holiday, 0) : null;
}

/** Month and day where they are the same each year ("XXXX-12-25"), else null. */
export function findFixedDay(holiday: Holiday): { month: number; day: number } | null {
  const m = /^(\d\d)-(\d\d)$/u.exec(holiday.rule);
  return m ? { month: Number(m[1]), day: Number(m[2]) } : null;
}

function cutName(written: string): string[] {
  return (
    written
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}\p{M}]+|\d+|\S/gu) ?? []
  );
}
