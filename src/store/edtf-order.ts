/**
 * EDTF dates in SQL: in, an SQL expression for an EDTF string; out, expressions for the earliest and the latest day
 * that it may mean, as text that sorts. They are prefixes (`1962`, `1962-10`), closed by `~` where they are a last day,
 * so that `1962-10-31` lies within `1962-10~`.
 *
 * Only text functions are used: a hundred thousand dates take milliseconds. Limits: seasons are those of the northern
 * half of the world; a date whose year is unknown, and what is no date, has no place and yields null.
 */

/** First and last months of the parts of a year that ISO 8601-2 numbers from 21. */
const PARTS: readonly (readonly [part: string, first: string, last: string])[] = [
  ["21", "03", "05"],
  ["22", "06", "08"],
  ["23", "09", "11"],
  ["24", "12", "12"],
  ["33", "01", "03"],
  ["34", "04", "06"],
  ["35", "07", "09"],
  ["36", "10", "12"],
  ["40", "01", "06"],
  ["41", "07", "12"],
];

/** SQL for the earliest day; an interval that is open to the past has `0000`. */
export function earliestOf(edtf: string): string {
  return `CASE WHEN ${isDay(edtf)} THEN ${edtf} ELSE ${ofEnd(edtf, 1, "WHEN e IN ('', '..') THEN '0000'", `replace(${monthsOf("e", 1)}, 'X', '0')`)} END`;
}

/** SQL for the latest day; an interval that is open to the future has `9999~`. */
export function latestOf(edtf: string): string {
  return `CASE WHEN ${isDay(edtf)} THEN ${edtf} || '~' ELSE ${ofEnd(edtf, -1, "WHEN e IN ('', '..') THEN '9999~'", `replace(${monthsOf("e", 2)}, 'X', '9') || '~'`)} END`;
}

/** The end of an interval is named once: written out wherever it is used, planning it cost more than 30,000 dates. */
function ofEnd(edtf: string, which: 1 | -1, open: string, day: string): string {
  return `list_transform([${endOf(edtf, which)}], lambda e: CASE ${open} WHEN ${isDate("e")} THEN ${day} END)[1]`;
}

/** One end of an interval, or the date itself, without marks of doubt and the time of day. */
function endOf(edtf: string, which: 1 | -1): string {
  return `split_part(translate(split_part(${edtf}, '/', ${which}), '?~%', ''), 'T', 1)`;
}

/** A plain day, as most dates are: they are answered first and cost a third of the others. */
function isDay(edtf: string): string {
  return `regexp_full_match(${edtf}, '\\d{4}-\\d\\d-\\d\\d')`;
}

/** A year known to its century at least, with or without month and day. */
function isDate(date: string): string {
  return `regexp_full_match(${date}, '\\d\\d[\\dX]{2}(-[\\dX]{2}){0,2}')`;
}

function monthsOf(date: string, which: 1 | 2): string {
  const cases = PARTS.map((part) => `WHEN '${part[0]}' THEN '${part[which]}'`).join(" ");
  return `CASE WHEN length(${date}) = 7 AND substr(${date}, 6) > '12' THEN substr(${date}, 1, 5) || CASE substr(${date}, 6) ${cases} ELSE substr(${date}, 6) END ELSE ${date} END`;
}

/**
 * SQL for how many characters of a date a chart between two of them counts by: 10 for days, 7 for months, 4 for years.
 * Days up to some three months, months up to some twelve years.
 */
export function unitBetween(low: string, high: string): string {
  const month = (date: string) =>
    `(12 * try_cast(substr(${date}, 1, 4) AS INTEGER) + coalesce(try_cast(substr(${date}, 6, 2) AS INTEGER), 1))`;
  const months = `(${month(high)} - ${month(low)})`;
  return `CASE WHEN ${months} > 144 THEN 4 WHEN ${months} > 3 THEN 7 ELSE 10 END`;
}
