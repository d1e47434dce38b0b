/**
 * Where a time expression can begin: a cheap look before the readers are tried.
 *
 * In: words. Out: yes or no. Each expression holds a core word (a unit, a month, a number …) within its first
 * words and begins with a word of a closed set; nothing that the readers would take is turned away.
 */
import { getForm, type TokenDoc } from "../language/doc.js";
import type { HolidayTable } from "./date-holidays.js";
import type { DateTokens } from "./date-tokens.js";
import {
  CARDINALS,
  DAY_PARTS,
  DECADE_WORDS,
  MONTHS,
  ORDINALS,
  PLURAL_UNITS,
  SEASONS,
  SHORT_WEEKDAYS,
  TWILIGHTS,
  UNITS,
  WEEKDAY_PLURALS,
  WEEKDAYS,
} from "./date-words.js";

/** How many tokens the core word may stand behind the first. */
const REACH = 7;

/** Words of which each expression has one, besides numbers and names of holidays. */
const CORE = new Set([
  ...DAY_PARTS.keys(),
  ...TWILIGHTS.keys(),
  ...DECADE_WORDS.keys(),
  ...MONTHS.keys(),
  ...PLURAL_UNITS.keys(),
  ...SEASONS.keys(),
  ...UNITS.keys(),
  ...WEEKDAY_PLURALS.keys(),
  ...WEEKDAYS.keys(),
  ...(
    "yesterday today tomorrow tonight overnight noon midnight now currently current presently nowadays recently recent lately soon " +
    "future past present moment time times term run ago annum clock oclock half which daily weekly monthly quarterly annual annually yearly hourly " +
    "nightly biennial biannual semiannual fortnightly biweekly bimonthly midweek midmonth midyear daylong weeklong monthlong yearlong hourlong decadelong"
  ).split(" "),
  ...[...DAY_PARTS.keys()].map((part) => `${part}s`),
]);

/** Words with which one may begin, besides core words, numbers and names of holidays. */
const STARTERS = new Set([
  ...CARDINALS.keys(),
  ...ORDINALS.keys(),
  ...SHORT_WEEKDAYS.keys(),
  ...(
    "the a an this that these last past next coming upcoming previous preceding prior following subsequent ensuing same latest early earlier earliest mid late later " +
    "latter beginning start onset outset dawn turn opening middle midst height end close closing conclusion final initial remaining dying very rest " +
    "remainder course whole duration half several many few numerous various couple some dozens scores hundreds thousands tens single no not just more " +
    "less fewer at up well over under about around approximately roughly nearly almost every each once twice thrice per fiscal financial fy cy q h near " +
    "long modern its"
  ).split(" "),
]);

/** True if the sentence holds a core word. */
export function mayHoldDate(doc: TokenDoc, s: number, holidays: HolidayTable): boolean {
  for (let w = doc.sentence[s]; w < doc.sentence[s + 1]; w++) {
    if (isDigit(doc.text.charCodeAt(doc.start[w])) || isDigit(doc.text.charCodeAt(doc.end[w] - 1)))
      return true;
    const form = getForm(doc, w).toLowerCase();
    if (CORE.has(form) || holidays.begins(form) || form.includes("-")) return true;
  }
  return false;
}

/** For each token whether an expression may begin there. */
export function findStarts(t: DateTokens, holidays: HolidayTable): Uint8Array {
  const starts = new Uint8Array(t.length);
  let core = Number.POSITIVE_INFINITY;
  for (let i = t.length - 1; i >= 0; i--) {
    const { kind, lower } = t.at(i);
    const named = kind !== "mark" && holidays.begins(lower);
    const isCore = kind === "number" || named || CORE.has(lower);
    if (isCore) core = i;
    if (core - i > REACH) continue;
    if (isCore || STARTERS.has(lower) || t.isApostrophe(i)) starts[i] = 1;
  }
  return starts;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
