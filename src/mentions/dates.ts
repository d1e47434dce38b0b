/**
 * Time expressions of an article, found and resolved.
 *
 * In: words and sentences, the article (for its date), the table of holidays. Out: mentions in text order, none
 * overlapping, each with an EDTF value and its basis: `text` where it is fully stated, `publication` where the
 * article's date completes it, `inferred` where another date of the text does. Spans follow TimeML: without
 * "on", "in" or "since", with "the" of "the early 1990s". Method: hand-written readers over tokens (date-*.ts),
 * the longest reading at each place; then resolution in text order (date-resolve.ts). One pass, no back-tracking.
 * Limits: English; events as anchors ("after the war") are not dates; years before 1000 are not read.
 */
import type { ArticleRecord } from "../core/records.js";
import { getForm, type TokenDoc } from "../language/doc.js";
import { makeAnchor } from "./date-anchor.js";
import type { NamedDate } from "./date-context.js";
import { type HolidayTable, NO_HOLIDAYS } from "./date-holidays.js";
import type { Meaning, Reading } from "./date-meaning.js";
import type { DateMention } from "./date-mention.js";
import type { Period } from "./date-period.js";
import { readExpression } from "./date-phrase.js";
import { longest, type PhraseContext } from "./date-plain.js";
import { readListHead, readListTail, readRange } from "./date-range.js";
import { cutSentence, type DateTokens } from "./date-tokens.js";
import { findStarts, mayHoldDate } from "./date-triggers.js";
import { type FoundDate, makeMention } from "./date-value.js";
import { MONTHS, WEEKDAYS } from "./date-words.js";

export type { DateMention } from "./date-mention.js";

/** The time expressions of `doc`, which is the text of `article`. */
export function findDates(
  doc: TokenDoc,
  article: ArticleRecord,
  holidays: HolidayTable = NO_HOLIDAYS,
): DateMention[] {
  const names = findMonthNames(doc);
  const found: FoundDate[] = [];
  for (let s = 0; s + 1 < doc.sentence.length; s++) {
    if (!mayHoldDate(doc, s, holidays)) continue;
    const tokens = cutSentence(doc, s);
    for (const reading of readSentence(tokens, { holidays, names, points: [] }))
      found.push({ tokens, sentence: s, reading });
  }
  const anchor = makeAnchor(article.published, findStated(found));
  const dayFirst = putsDayFirst(found);
  const named: NamedDate[] = [];
  return found.map((item, k) => {
    const ahead = findDayAhead(found, k);
    return makeMention(
      doc.text,
      item,
      { anchor, holidays, named, dayFirst, ...(ahead ? { ahead } : {}) },
      named,
    );
  });
}

/** The day after a time of day, with at most another time between: "10:30 local time (0730 GMT) on Friday". */
function findDayAhead(found: readonly FoundDate[], k: number): Meaning | null {
  const { sentence, reading } = found[k];
  if (!isBareClock(reading.meaning)) return null;
  for (const next of found.slice(k + 1, k + 3)) {
    const { meaning, from } = next.reading;
    if (next.sentence !== sentence || from > reading.to + 10) return null;
    if (isBareClock(meaning)) continue;
    return meaning.kind === "calendar" && meaning.unit === "day" ? meaning : null;
  }
  return null;
}

function isBareClock(meaning: Meaning): boolean {
  if (meaning.kind !== "calendar" || !meaning.clock) return false;
  return meaning.weekday === undefined && meaning.index === undefined && meaning.day === undefined;
}

/** Readings of one sentence, left to right. */
function readSentence(t: DateTokens, context: PhraseContext): Reading[] {
  const readings: Reading[] = [];
  const starts = findStarts(t, context.holidays);
  for (let i = 0; i < t.length; ) {
    if (starts[i] === 0) {
      i++;
      continue;
    }
    const list = t.at(i).kind === "number" ? readListHead(t, i, context) : [];
    const reading = list.at(-1) ?? longest([readRange(t, i, context), readExpression(t, i, context)]);
    if (reading === null) {
      i++;
      continue;
    }
    const all = list.length > 0 ? list : [reading, ...readListTail(t, reading)];
    readings.push(...all);
    i = all[all.length - 1].to;
  }
  return readings;
}

/** Months that stand after a capitalised word and before none of a date's parts: "Theresa May", "Mr March". */
function findMonthNames(doc: TokenDoc): Set<string> {
  const names = new Set<string>();
  for (let w = 1; w < doc.length; w++) {
    const length = doc.end[w] - doc.start[w];
    if (length < 3 || length > 6) continue;
    const form = getForm(doc, w);
    if (form !== "May" && form !== "March" && form !== "April" && form !== "June" && form !== "August")
      continue;
    const before = getForm(doc, w - 1);
    const title = /^(?:Mr|Mrs|Ms|Miss|Dr)\.?$/.test(before);
    const given =
      /^\p{Lu}\p{Ll}+$/u.test(before) &&
      !MONTHS.has(before.toLowerCase()) &&
      !WEEKDAYS.has(before.toLowerCase()) &&
      !COMMON_CAPITALS.has(before);
    const next = w + 1 < doc.length ? doc.text.charCodeAt(doc.start[w + 1]) : 0;
    if ((title || given) && !(next >= 48 && next <= 57)) names.add(form.toLowerCase());
  }
  return names;
}

const COMMON_CAPITALS = new Set(
  "In On By Since Until Till From During Between Through Before After Last Next This Early Late Mid For Around And Or The That Every Each Of To At As When While If But".split(
    " ",
  ),
);

/** Days, months and years that the text states in full. */
function findStated(found: readonly FoundDate[]): Period[] {
  const stated: Period[] = [];
  const add = ({ meaning }: Reading): void => {
    if (meaning.kind === "range") {
      add(meaning.first);
      add(meaning.last);
    } else if (meaning.kind === "calendar" && meaning.year !== undefined && !meaning.eitherWay) {
      const { unit, year, index = null, day = null } = meaning;
      if (unit !== "decade" && unit !== "century" && !meaning.holiday)
        stated.push({ unit, year, index, day });
    }
  };
  for (const { reading } of found) add(reading);
  return stated;
}

/** True if a numeric date of the text can only be read day first ("25/12/2019") and none only month first. */
function putsDayFirst(found: readonly FoundDate[]): boolean {
  let dayFirst = false;
  for (const { tokens, reading } of found) {
    if (reading.rule !== "numeric-date") continue;
    const first = tokens.integer(reading.from, 2);
    const second = tokens.integer(reading.from + 2, 2);
    if (tokens.at(reading.from + 1).text === "-") continue;
    if (first > 12) dayFirst = true;
    else if (second > 12) return false;
  }
  return dayFirst;
}
