/**
 * How far a word or number reaches: letters and digits, and the marks that may stand inside them.
 *
 * In: a text and the span from a letter or digit to the next white space. Out: the end of the token that
 * begins there, by the conventions of UD English EWT 2.16: hyphens part words ("well" "-" "known",
 * "Armenian" "-" "Azerbaijani") except after a prefix or before a suffix ("co-chairs", "anti-war"),
 * numbers keep their points, commas, colons and slashes ("3.5", "20,000", "10:30", "9/11"), initialisms
 * their periods ("U.S."), and news style's glued forms come apart ("Oct.23", "10km", "A.Petrov").
 * Each character is looked at a bounded number of times.
 */
import { MONTHS } from "./abbreviations.js";
import {
  classAt,
  DIGIT,
  FORMAT,
  findDigitsEnd,
  findLettersEnd,
  isApostrophe,
  isDigitAt,
  isLowerAt,
  isUpperAt,
  LETTER,
  MARK,
  SPACE,
  widthAt,
} from "./tokens-classes.js";
import { findPeriodStep } from "./tokens-periods.js";

/** Prefixes that keep their hyphen; the list of the LDC's treebank guidelines, which EWT follows. */
const PREFIXES = new Set(
  (
    "e a u agro ante anti arch be bi bio co counter cross cyber de eco ex extra inter intra macro mega micro mid " +
    "mini multi neo non over pan para peri post pre pro pseudo quasi re semi sub super tri ultra un uni " +
    "socio psycho hyper mal trans"
  ).split(" "),
);

/** Suffixes that keep their hyphen. */
const SUFFIXES = new Set("esque ette gate itis less rama wise".split(" "));

/** Units that news writes against the number: "10km", "5pm", "$3bn". */
const UNITS = new Set(
  (
    "am pm a.m p.m a.m. p.m. k m bn mn mln b mm cm km kg lb lbs ft sq hh hz khz mhz ghz kb mb gb tb min mins hr hrs mph kph kmh km/h " +
    "mw gw kw kwh mwh mwh ml percent pct billion million x tn trn p year years day days minutes hours gmt"
  ).split(" "),
);

/** Currencies that news writes against the number: "Rs500". */
const CURRENCIES = new Set("Rs USD EUR GBP AED INR PKR RUB IRR JPY CNY CHF AUD CAD".split(" "));

const PERIOD = 46;
const HYPHEN = 45;

/** End of the word or number that begins at `start`. */
export function findRunEnd(text: string, start: number, limit: number): number {
  let i = start;
  let piece = start; // where the part after the last hyphen begins
  let initials = false; // an initialism so far, as in "U.S."
  while (i < limit) {
    const kind = classAt(text, i);
    if (kind === LETTER || kind === DIGIT || kind === MARK) {
      if (i > start && partsHere(text, start, i, limit, kind)) return i;
      i += widthAt(text, i);
      continue;
    }
    if (kind === FORMAT && i + 1 < limit) {
      i++;
      continue;
    }
    const code = text.charCodeAt(i);
    const next = i + 1 < limit ? classAt(text, i + 1) : SPACE;
    const inside = i > start && (next === LETTER || next === DIGIT);
    if (code === 95) {
      i++;
    } else if (isApostrophe(code) && inside) {
      if (code === 0x2018 && (next === DIGIT || isUpperAt(text, i + 1))) return i; // said‘We …
      i++;
    } else if (code === PERIOD) {
      const step = findPeriodStep(text, piece, i, limit, initials);
      if (step.ends) return step.at;
      initials = step.initials;
      i = step.at;
    } else if (!inside) {
      return isHyphen(code) && isPrefix(text, piece, i) && next === SPACE && i > start ? i + 1 : i;
    } else if (isHyphen(code)) {
      const joined = findHyphenStep(text, start, piece, i, limit);
      if (joined < 0) return i;
      i = joined;
      piece = i;
    } else if (isDigitAt(text, i - 1) && next === DIGIT) {
      if (code === 58 || code === 47) i++;
      else if (code === 44 && joinsComma(text, start, i, limit)) i++;
      else return i;
    } else if (code === 38 && i - start <= 3 && joinsAmpersand(text, start, i, limit)) {
      i++; // "AT&T", "R&D", "p&l"
    } else if (code === 42 && next === LETTER && isLowerAt(text, i + 1) && i - start <= 3) {
      i++; // "f*ck"
    } else {
      return i;
    }
  }
  return i;
}

/** Where to go on from if the hyphen at `hyphen` keeps its neighbours together, or -1. */
function findHyphenStep(text: string, start: number, piece: number, hyphen: number, limit: number): number {
  if (isDigitAt(text, hyphen - 1) && isDigitAt(text, hyphen + 1))
    return findDigitsStep(text, start, hyphen, limit);
  if (isPrefix(text, piece, hyphen) && (piece === start || hyphen - piece > 1)) return hyphen + 1;
  const end = findLettersEnd(text, hyphen + 1, limit);
  return end - hyphen < 7 && SUFFIXES.has(text.slice(hyphen + 1, end).toLowerCase()) ? end : -1;
}

/** True if a unit follows its number at `i` ("10km"), or a number its currency or month ("Rs500", "Sept15"). */
function partsHere(text: string, start: number, i: number, limit: number, kind: number): boolean {
  if (kind === LETTER) {
    if (!isDigitAt(text, i - 1)) return false;
    return findUnitEnd(text, i, limit) > 0 && isNumber(text, start, i);
  }
  if (kind !== DIGIT || i - start > 4 || i - start < 2 || isDigitAt(text, i - 1)) return false;
  const word = text.slice(start, i);
  return (
    CURRENCIES.has(word) ||
    (isUpperAt(text, start) && isLowerAt(text, i - 1) && MONTHS.has(word.toLowerCase()))
  );
}

function joinsAmpersand(text: string, start: number, i: number, limit: number): boolean {
  if (isUpperAt(text, i - 1) && isUpperAt(text, i + 1)) return true;
  return i - start === 1 && (i + 2 === limit || classAt(text, i + 2) !== LETTER);
}

/** Telephone numbers, postal codes and dates hold together ("555-0199", "2020-10-23"); ranges do not ("5-10"). */
function findDigitsStep(text: string, start: number, hyphen: number, limit: number): number {
  const left = countDigitsBack(text, hyphen, start);
  const end = findDigitsEnd(text, hyphen + 1, limit);
  const right = end - hyphen - 1;
  if (left === 3 && right === 4) return end;
  const third = text.charCodeAt(end) === HYPHEN ? findDigitsEnd(text, end + 1, limit) - end - 1 : 0;
  if (left === 3 && right === 3 && third === 4) return end + 5;
  if (left === 1 && right === 3 && third === 3) return end;
  if (left === 5 && right === 4) return end;
  const date = third > 0 && left + right + third <= 8 && (left === 4 || third === 4 || third === 2);
  return date && right <= 2 ? end + 1 + third : -1;
}

function isPrefix(text: string, start: number, end: number): boolean {
  return (
    end - start <= 7 &&
    end > start &&
    PREFIXES.has(text.slice(start, end).toLowerCase()) &&
    keepsCase(text, start, end)
  );
}

/** A one-letter prefix counts in lower case only: "e-mail", but "A-level", "U-turn". */
function keepsCase(text: string, start: number, end: number): boolean {
  return end - start > 1 || text.charCodeAt(start) === 101;
}

/** "20,000" and "55,7", but not the list "822,853,874,884" without spaces … which reads as a number. */
function joinsComma(text: string, start: number, comma: number, limit: number): boolean {
  const end = findDigitsEnd(text, comma + 1, limit);
  const left = countDigitsBack(text, comma, start);
  if (end - comma === 4) return left <= 3;
  if (start > 0 && text.charCodeAt(start - 1) === 91) return false; // citations: "[13,14]"
  return (
    left <= 3 && text.charCodeAt(comma - left - 1) !== 44 && text.charCodeAt(end) !== 44 && end - comma <= 3
  );
}

/** End of a unit written against a number, or -1. */
function findUnitEnd(text: string, i: number, limit: number): number {
  let end = i;
  while (end < limit && end - i < 8) {
    const kind = classAt(text, end);
    const code = text.charCodeAt(end);
    if (kind === LETTER || (code === PERIOD && end + 1 < limit && classAt(text, end + 1) === LETTER)) end++;
    else break;
  }
  if (end < limit && classAt(text, end) === LETTER) return -1;
  return UNITS.has(text.slice(i, end).toLowerCase()) ? end : -1;
}

function isNumber(text: string, start: number, end: number): boolean {
  if (end - start > 20) return false;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if ((code < 48 || code > 57) && code !== 44 && code !== PERIOD && code !== 58) return false;
  }
  return true;
}

function isHyphen(code: number): boolean {
  return code === HYPHEN || code === 0x2010 || code === 0x2011;
}

function countDigitsBack(text: string, end: number, start: number): number {
  let i = end;
  while (i > start && isDigitAt(text, i - 1) && end - i < 12) i--;
  return end - i;
}
