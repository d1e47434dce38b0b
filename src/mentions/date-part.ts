/**
 * Seasons, quarters, halves, decades, centuries and fiscal years: "summer 2014", "the third quarter", "Q3
 * 2021", "the second half of 2020", "the 1990s", "the '80s", "the 19th century", "fiscal 2021", "1988-94".
 *
 * In: tokens and a place. Out: a calendar meaning; "of last year" is added in date-phrase.ts.
 */
import type { CalendarMeaning, Reading } from "./date-meaning.js";
import { readOrdinal } from "./date-number.js";
import type { DateTokens } from "./date-tokens.js";
import { DECADE_WORDS, SEASONS } from "./date-words.js";
import { isCounted, readFourDigits, readFullYear, readShortYear } from "./date-year.js";

/** The longest of these at `i`, or null. */
export function readPeriodPart(t: DateTokens, i: number): Reading | null {
  return (
    readQuarter(t, i) ??
    readSeason(t, i) ??
    readDecade(t, i) ??
    readCentury(t, i) ??
    readFiscalYear(t, i) ??
    readYearSpan(t, i)
  );
}

function calendar(from: number, to: number, fields: Omit<CalendarMeaning, "kind">, rule: string): Reading {
  return { from, to, meaning: { kind: "calendar", ...fields }, rule };
}

/** "the third quarter", "first-quarter", "Q3 2021", "3Q", "the first half of", "H1 2020". */
function readQuarter(t: DateTokens, i: number): Reading | null {
  const letter = t.lower(i);
  if (letter === "q" || letter === "h") {
    const n = t.integer(i + 1, 1);
    if (n < 1 || n > (letter === "q" ? 4 : 2) || !t.at(i + 1).glued || !t.isCapital(i)) return null;
    const year =
      readFullYear(t, t.is(i + 2, "of") || t.at(i + 2).text === "," ? i + 3 : i + 2) ??
      readShortYear(t, i + 2);
    if (letter === "h" && year === null && !t.is(i + 2, "of")) return null;
    return calendar(
      i,
      year?.to ?? i + 2,
      { unit: letter === "q" ? "quarter" : "half", index: n, ...yearOf(year) },
      "quarter",
    );
  }
  const leading = t.integer(i, 1);
  if (leading >= 1 && leading <= 4 && t.at(i + 1).text === "Q" && t.at(i + 1).glued) {
    const year = readFullYear(t, t.is(i + 2, "of") ? i + 3 : i + 2);
    return calendar(i, year?.to ?? i + 2, { unit: "quarter", index: leading, ...yearOf(year) }, "quarter");
  }
  const determined = t.is(i, "the") || t.is(i, "its") ? i + 1 : i;
  const fiscalFirst = t.is(determined, "fiscal");
  const start = fiscalFirst ? determined + 1 : determined;
  const ordinal = readOrdinal(t, start);
  const last = t.is(start, "final") || t.is(start, "last");
  if ((ordinal === null && !last) || t.is(i, "its")) return null;
  let at = ordinal?.to ?? start + 1;
  const fiscalNext = t.is(at, "fiscal") || t.is(at, "financial");
  if (fiscalNext) at++;
  const fiscal = fiscalFirst || fiscalNext;
  if (t.isDash(at)) at++;
  const quarter = t.is(at, "quarter");
  if (!quarter && !t.is(at, "half")) return null;
  const count = quarter ? 4 : 2;
  const index = ordinal?.value ?? count;
  if (index > count) return null;
  // "the last quarter" without a year is the one just gone; "the second half" of a match is none.
  let to = at + 1;
  const of = t.is(to, "of") ? to + 1 : to;
  const year = readFullYear(t, of) ?? (t.is(of, "fiscal") ? readFullYear(t, of + 1) : null);
  if (year) to = year.to;
  else if (ordinal === null) return null;
  else if (
    !quarter &&
    !(
      t.is(to, "of") &&
      /^(?:the|this|last|next)$/.test(t.lower(to + 1)) &&
      /^(?:year|decade|century)$/.test(t.lower(to + 2))
    ) &&
    !(t.is(to, "of") && /^(?:last|next|this)$/.test(t.lower(to + 1)))
  )
    return null;
  else if (t.isDash(to) && t.at(to).glued) return null;
  return calendar(
    i,
    to,
    { unit: quarter ? "quarter" : "half", index, ...yearOf(year), ...(fiscal ? { fiscal: true } : {}) },
    "quarter",
  );
}

/** "summer 2014", "the summer of 2014", "in the spring"; "the Arab Spring" and "fall" as a verb are none. */
function readSeason(t: DateTokens, i: number): Reading | null {
  const start = t.is(i, "the") ? i + 1 : i;
  const word = t.lower(start);
  const index = SEASONS.get(word);
  if (index === undefined || (t.isDash(start + 1) && t.at(start + 1).glued)) return null;
  const capital = t.isCapital(start);
  if (capital && start === i && t.isCapital(i - 1)) return null;
  let at = start + 1;
  const joined = t.is(at, "of") || t.at(at).text === "," ? at + 1 : at;
  const year = readFullYear(t, joined) ?? readShortYear(t, joined);
  if (year) {
    at = year.to;
    const pair = readPairEnd(t, at);
    return calendar(i, pair ?? at, { unit: "season", index, ...yearOf(year) }, "season");
  }
  if (capital && t.isCapital(at)) return null;
  // "their autumn meetings", "the army's spring offensive".
  const owned = OWNERS.has(t.lower(i - 1)) || (t.is(i - 1, "s") && t.isApostrophe(i - 2));
  if (owned && SEASONAL.has(t.lower(at))) return calendar(i, at, { unit: "season", index }, "season");
  const cue = t.isDash(i - 1) ? t.lower(i - 2) : t.lower(i - 1);
  if (start > i) {
    const ofNext = t.is(at, "of") ? t.lower(at + 1) : "";
    if (ofNext !== "" && !/^(?:this|last|next|that|the)$/.test(ofNext)) return null;
    if (
      word === "fall" &&
      !/^(?:in|during|until|till|by|since|for|through|before|after|late|early|between|from)$/.test(cue)
    )
      return null;
    if (
      word === "spring" &&
      !/^(?:in|during|until|till|by|since|for|through|throughout|before|after|late|early|of|this|over|between|from)$/.test(
        cue,
      )
    )
      return null;
    if (ofNext === "the") return null;
    return calendar(i, at, { unit: "season", index }, "season");
  }
  if (
    word === "fall"
      ? /^(?:late|early)$/.test(cue)
      : /^(?:in|late|early|by|until|till|since|during|mid|through)$/.test(cue) &&
        !/^(?:of|time|sports?|games|olympics?)$/.test(t.lower(at))
  )
    return calendar(i, at, { unit: "season", index }, "season");
  return null;
}

const OWNERS = new Set("its their his her our".split(" "));
/** What is held or fought once in a season. */
const SEASONAL = new Set(
  "offensive offensives campaign session sessions meeting meetings conference assembly harvest draft recess exercises manoeuvres maneuvers".split(
    " ",
  ),
);

/** "the 1990s", "1990's", "the '80s", "the nineties", "the early 1900s". */
function readDecade(t: DateTokens, i: number): Reading | null {
  const start = t.is(i, "the") ? i + 1 : i;
  const quoted = t.isApostrophe(start) && (!t.at(start).glued || t.isDash(start - 1)) ? start + 1 : start;
  const digits = t.at(quoted);
  if (digits.kind === "number") {
    const value = t.integer(quoted, 4);
    const mark = t.isApostrophe(quoted + 1) && t.at(quoted + 1).glued ? quoted + 2 : quoted + 1;
    if (!t.is(mark, "s") || !t.at(mark).glued || value < 0 || value % 10 !== 0) return null;
    if (digits.text.length === 4 && value >= 1000 && value <= 2190) {
      if (value % 100 === 0 && value < 2000)
        return calendar(i, mark + 1, { unit: "century", year: value / 100 }, "century");
      return calendar(i, mark + 1, { unit: "decade", year: value / 10 }, "decade");
    }
    if (digits.text.length !== 2) return null;
    // "the '80s", "the 80s"; "in his 80s" is an age.
    if (quoted === start && (start === i || /^(?:in|into)$/.test(t.lower(i - 1)) === false)) {
      if (start === i && !/^(?:late|early|mid)$/.test(t.lower(i - 1)) && !t.isDash(i - 1)) return null;
    }
    if (
      /^(?:his|her|their|my|our|your)$/.test(t.lower(start - 1)) ||
      /^(?:his|her|their|my|our|your)$/.test(t.lower(start - 2))
    )
      return null;
    return calendar(i, mark + 1, { unit: "decade", shortYear: value / 10 }, "decade");
  }
  const tens = DECADE_WORDS.get(t.lower(start));
  if (tens === undefined) return null;
  const determined = start > i || /^(?:early|late|mid)$/.test(t.lower(i - 1)) || t.isDash(i - 1);
  const aged = /^(?:his|her|their|my|our|your)$/;
  if (!determined || aged.test(t.lower(i - 1)) || aged.test(t.lower(i - 2)) || aged.test(t.lower(i - 3)))
    return null;
  return calendar(i, start + 1, { unit: "decade", shortYear: tens }, "decade");
}

/** "the 19th century", "19th-century", "the twenty-first century". */
function readCentury(t: DateTokens, i: number): Reading | null {
  const start = t.is(i, "the") ? i + 1 : i;
  const ordinal = readOrdinal(t, start);
  if (ordinal === null || ordinal.value < 2 || ordinal.value > 22) return null;
  const at = t.isDash(ordinal.to) ? ordinal.to + 1 : ordinal.to;
  if (!t.is(at, "century") || t.is(at + 1, "bc") || t.is(at + 1, "bce")) return null;
  return calendar(i, at + 1, { unit: "century", year: ordinal.value - 1 }, "century");
}

/** "fiscal 2021", "fiscal year 2021", "FY2021", "the 2021 fiscal year". */
function readFiscalYear(t: DateTokens, i: number): Reading | null {
  const word = t.lower(i);
  if (word === "fy" || word === "cy") {
    const year = readFourDigits(t, i + 1);
    if (year < 1900 || year > 2100) return null;
    return calendar(
      i,
      readPairEnd(t, i + 2) ?? i + 2,
      { unit: "year", year, ...(word === "fy" ? { fiscal: true } : {}) },
      "fiscal-year",
    );
  }
  if (word === "fiscal" || word === "financial") {
    const at = t.is(i + 1, "year") ? i + 2 : i + 1;
    const year = readFullYear(t, at);
    return year
      ? calendar(
          i,
          readPairEnd(t, year.to) ?? year.to,
          { unit: "year", year: year.year, fiscal: true },
          "fiscal-year",
        )
      : null;
  }
  const start = word === "the" ? i + 1 : i;
  const year = readFourDigits(t, start);
  if (year < 1900 || year > 2100) return null;
  const at = readPairEnd(t, start + 1) ?? start + 1;
  if ((t.is(at, "fiscal") || t.is(at, "financial")) && t.is(at + 1, "year"))
    return calendar(i, at + 2, { unit: "year", year, fiscal: true }, "fiscal-year");
  return null;
}

/** The end of "/22" or "-22" after a year whose next year it names. */
function readPairEnd(t: DateTokens, i: number): number | null {
  const mark = t.at(i);
  if (!mark.glued || !(mark.text === "/" || t.isDash(i)) || !t.at(i + 1).glued) return null;
  const length = t.at(i + 1).text.length;
  return (length === 2 || length === 4) && t.integer(i + 1, 4) >= 0 && t.at(i + 2).kind !== "number"
    ? i + 2
    : null;
}

/** "1988-94", "1988–1994", "2019/20": years from and to, where the first begins the expression. */
function readYearSpan(t: DateTokens, i: number): Reading | null {
  const first = readFourDigits(t, i);
  if (first < 1000 || first > 2199) return null;
  const mark = t.at(i + 1);
  if (!(mark.text === "/" || t.isDash(i + 1))) return null;
  if (mark.text === "/" && !mark.glued) return null;
  const second = t.at(i + 2);
  if (
    second.kind !== "number" ||
    (t.at(i + 3).glued && (t.isDash(i + 3) || t.at(i + 3).text === "/" || t.at(i + 3).kind !== "mark"))
  )
    return null;
  if (isCounted(t, i + 3)) return null;
  let last = t.integer(i + 2, 4);
  if (second.text.length === 2 && second.glued) {
    const tail = first % 100;
    if (last > tail) last += first - tail;
    else if (last >= 1 && last <= 12 && mark.text === "-")
      return calendar(i, i + 3, { unit: "month", year: first, index: last }, "numeric-month");
    else return null;
  } else if (second.text.length !== 4) return null;
  if (last <= first || last > 2199 || last - first > 400) return null;
  if (first < 1800 && !mark.glued) return null;
  const end = (from: number, to: number, year: number): Reading =>
    calendar(from, to, { unit: "year", year }, "year");
  return {
    from: i,
    to: i + 3,
    meaning: { kind: "range", first: end(i, i + 1, first), last: end(i + 2, i + 3, last) },
    rule: "year-span",
  };
}

function yearOf(year: { year: number; short?: boolean } | null): { year?: number; shortYear?: number } {
  if (year === null) return {};
  return year.short ? { shortYear: year.year } : { year: year.year };
}
