/**
 * Dates as files and bylines write them, read into EDTF (ISO 8601-2).
 *
 * In: a string. Out: the date with its place, to the day where it has one; the time of day is read over and
 * the day is the one written, not converted to UTC. English month names only. Two-digit years and
 * "04/05/2020" (which is two dates) are never guessed: the latter comes back as `ambiguous`.
 */
import type { Span } from "../core/evidence.js";

/** A date found in a string. */
export interface WrittenDate extends Span {
  readonly text: string;
  /** EDTF; with `XXXX` for the year where none is written; null where `fault` is set. */
  readonly edtf: string | null;
  readonly hasYear: boolean;
  /** `invalid`: no such day (31 February); `ambiguous`: day and month cannot be told apart. */
  readonly fault?: "invalid" | "ambiguous";
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b\\.?";
const DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
const YEAR = "((?:1[5-9]|20)\\d\\d)(?!\\d)";

type Reading = { year?: string; month?: string; day?: string; fault?: "ambiguous" };

/** Tried at every place; the earliest match wins, then the longest, then the first in this list. */
const FORMS: readonly { pattern: RegExp; read: (m: RegExpExecArray) => Reading }[] = [
  {
    pattern: new RegExp(`(?<![\\d.,/-])${YEAR}([-/.])(\\d{1,2})\\2(\\d{1,2})(?![\\d/-])`, "giu"),
    read: (m) => ({ year: m[1], month: m[3], day: m[4] }),
  },
  {
    pattern: new RegExp(`(?<![\\p{L}])${MONTH}\\s*${DAY}(?:\\s*,\\s*|\\s+)${YEAR}`, "giu"),
    read: (m) => ({ month: m[1], day: m[2], year: m[3] }),
  },
  {
    pattern: new RegExp(
      `(?<![\\d.,/-])${DAY}(?:\\s+of\\s+|\\s*-\\s*|\\s+)${MONTH}(?:\\s*[,-]\\s*|\\s+)${YEAR}`,
      "giu",
    ),
    read: (m) => ({ day: m[1], month: m[2], year: m[3] }),
  },
  {
    pattern: new RegExp(`(?<![\\d.,/-])(\\d{1,2})([./-])(\\d{1,2})\\2${YEAR}(?![./-]\\d)`, "giu"),
    read: (m) => readNumeric(m[1], m[3], m[4], m[2]),
  },
  {
    pattern: new RegExp(`(?<![\\p{L}])${MONTH}\\s*${DAY}(?!:?\\d|\\.\\d|,\\d)`, "giu"),
    read: (m) => ({ month: m[1], day: m[2] }),
  },
  {
    pattern: new RegExp(`(?<![\\d.,/:-])${DAY}(?:\\s+of\\s+|\\s+)${MONTH}(?!\\s*[,-]?\\s*\\d)`, "giu"),
    read: (m) => ({ day: m[1], month: m[2] }),
  },
  {
    pattern: new RegExp(`(?<![\\p{L}])${MONTH},?\\s+${YEAR}`, "giu"),
    read: (m) => ({ month: m[1], year: m[2] }),
  },
];

/** All dates of the string in order, none overlapping. Month names must be capitalised, as in print. */
export function findWrittenDates(text: string, limit = Number.POSITIVE_INFINITY): WrittenDate[] {
  const found: WrittenDate[] = [];
  const next: (RegExpExecArray | null | undefined)[] = FORMS.map(() => undefined);
  let at = 0;
  while (found.length < limit) {
    let best: { match: RegExpExecArray; form: number } | null = null;
    for (let f = 0; f < FORMS.length; f++) {
      const { pattern } = FORMS[f];
      let match = next[f];
      if (match === undefined || (match !== null && match.index < at)) {
        pattern.lastIndex = at;
        match = pattern.exec(text);
        while (match !== null && /\b(?:may|march)\b/u.test(match[0])) match = pattern.exec(text);
        next[f] = match;
      }
      if (match === null) continue;
      const earlier = best === null || match.index < best.match.index;
      const longer =
        best !== null && match.index === best.match.index && match[0].length > best.match[0].length;
      if (earlier || longer) best = { match, form: f };
    }
    if (best === null) break;
    const { match, form } = best;
    const start = match.index;
    let end = start + match[0].length;
    // "on 24 October." at the end of a sentence: the full stop is not the month's.
    if (/(?:may|june|july|\p{L}{5,})\.$/iu.test(match[0])) end--;
    found.push({ start, end, text: text.slice(start, end), ...resolve(FORMS[form].read(match)) });
    at = start + match[0].length;
  }
  return found;
}

/** The date written exactly at `at`, or null. */
export function readDateAt(text: string, at: number): WrittenDate | null {
  const window = text.slice(at, at + 40);
  const [date] = findWrittenDates(window, 1);
  if (date === undefined || date.start !== 0) return null;
  return { ...date, start: at, end: at + date.end };
}

/**
 * The date that a metadata field holds: any of the written forms, also in lower case, a bare year,
 * `YYYYMMDD` with or without a time, or seconds or milliseconds since 1970 (UTC). Null where there is none.
 */
export function readMetadataDate(value: string): WrittenDate | null {
  const text = value.trim();
  const whole = { start: 0, end: text.length, text };
  const compact = /^((?:1[5-9]|20)\d\d)(\d\d)(\d\d)(?:T?(?:\d{4}|\d{6})(?:\.\d+)?Z?)?$/u.exec(text);
  if (compact && Number(compact[2]) <= 12 && Number(compact[3]) <= 31)
    return { ...whole, ...resolve({ year: compact[1], month: compact[2], day: compact[3] }) };
  if (/^\d{9,10}$/u.test(text) || /^\d{12,13}$/u.test(text)) {
    const time = new Date(Number(text) * (text.length > 10 ? 1 : 1000));
    return { ...whole, edtf: time.toISOString().slice(0, 10), hasYear: true };
  }
  if (/^(?:1[5-9]|20)\d\d$/u.test(text)) return { ...whole, edtf: text, hasYear: true };
  const month = /^((?:1[5-9]|20)\d\d)-(\d\d)$/u.exec(text);
  if (month) return { ...whole, ...resolve({ year: month[1], month: month[2] }) };
  const capitalised = text.replace(/\p{L}+/gu, (w) => w[0].toUpperCase() + w.slice(1));
  const [date] = findWrittenDates(capitalised.slice(0, 200), 1);
  return date ? { ...date, text: text.slice(date.start, date.end) } : null;
}

/** Days from 1970-01-01 to an EDTF day, or null where the day is not fixed. */
export function toDayNumber(edtf: string): number | null {
  const m = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(edtf);
  return m ? Math.round(Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3])) / 86_400_000) : null;
}

function readNumeric(first: string, second: string, year: string, mark: string): Reading {
  const a = Number(first);
  const b = Number(second);
  if (a > 12 || mark === ".") return { day: first, month: second, year };
  if (b > 12 || a === b) return { day: second, month: first, year };
  return { fault: "ambiguous", year };
}

function resolve(reading: Reading): Pick<WrittenDate, "edtf" | "hasYear" | "fault"> {
  const hasYear = reading.year !== undefined;
  if (reading.fault) return { edtf: null, hasYear, fault: reading.fault };
  const month = toMonth(reading.month ?? "");
  const year = reading.year ?? "XXXX";
  const mm = String(month).padStart(2, "0");
  if (month < 1 || month > 12) return { edtf: null, hasYear, fault: "invalid" };
  if (reading.day === undefined) return { edtf: `${year}-${mm}`, hasYear };
  const day = Number(reading.day);
  const last = new Date(Date.UTC(hasYear ? Number(year) : 2000, month, 0)).getUTCDate();
  if (day < 1 || day > last) return { edtf: null, hasYear, fault: "invalid" };
  return { edtf: `${year}-${mm}-${String(day).padStart(2, "0")}`, hasYear };
}

function toMonth(written: string): number {
  if (/^\d+$/u.test(written)) return Number(written);
  return MONTHS.indexOf(written.slice(0, 3).toLowerCase()) + 1;
}
