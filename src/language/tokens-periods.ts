/**
 * What a period after or inside a word is: part of it, or the end of a sentence.
 *
 * In: a text, the span of the word, where its period stands. Out: where the token goes on or ends. It looks
 * at the word's table (abbreviations.ts), its capitals and the next character: "U.S." and "Oct." keep their
 * periods, "example.com" is one token, "Oct.23" and "A.Petrov" are two, "end.Next" is three. Where a
 * sentence ends with an abbreviation the period is taken off again later (segment.ts), as in UD English EWT.
 */
import { AMBIGUOUS, BEFORE_NUMBER, CAPITAL, isAbbreviation, MONTHS, WEEKDAYS } from "./abbreviations.js";
import {
  classAt,
  DIGIT,
  findLettersEnd,
  isDigitAt,
  isLineEnd,
  isLowerAt,
  isUpperAt,
  LETTER,
  SPACE,
} from "./tokens-classes.js";

/** Names that a dotted word may end in: "example.com". */
const DOMAINS = new Set(
  (
    "com org net edu gov mil int info biz io tv co eu uk us ru de fr it es ua by az am ge tr ir il cn jp kr in pk nl " +
    "be ch at pl cz ca au nz br mx ai"
  ).split(" "),
);

/** Endings of file names: "notes.doc". */
const FILES = new Set(
  "doc docx xls xlsx pdf txt ppt jpg png gif html htm php aspx exe zip csv url js".split(" "),
);

const PERIOD = 46;

/** A step of {@link findPeriodStep}. */
export interface PeriodStep {
  /** Where the token ends, or where to go on. */
  readonly at: number;
  readonly ends: boolean;
  /** True if an initialism goes on: "U." in "U.S". */
  readonly initials: boolean;
}

/**
 * What the period at `dot` does to the token whose part after the last hyphen begins at `piece`;
 * `initials` says that the token is an initialism so far.
 */
export function findPeriodStep(
  text: string,
  piece: number,
  dot: number,
  limit: number,
  initials: boolean,
): PeriodStep {
  const next = dot + 1 < limit ? classAt(text, dot + 1) : SPACE;
  if (next === DIGIT) return findBeforeDigit(text, piece, dot);
  if (next !== LETTER) {
    if (text.charCodeAt(dot + 1) === PERIOD && !(initials && text.charCodeAt(dot + 2) !== PERIOD))
      return stop(dot);
    return initials || takesPeriod(text, piece, dot) ? stop(dot + 1) : stop(dot);
  }
  const wordEnd = findLettersEnd(text, dot + 1, limit);
  const after = wordEnd - dot - 1;
  const word = text.slice(dot + 1, wordEnd).toLowerCase();
  if (FILES.has(word)) return go(wordEnd);
  const before = text.lastIndexOf(".", dot - 1) + 1;
  const own = dot - Math.max(before, piece);
  if (isDigitAt(text, dot - 1))
    return DOMAINS.has(word) && isLowerAt(text, dot + 1) ? go(wordEnd) : stop(dot);
  if (after === 1 && (own === 1 || (initials && own <= 2)))
    return { at: dot + 2, ends: false, initials: true };
  if (after === 1 && own === 2 && text.slice(dot - 2, dot).toLowerCase() === "ph") {
    return { at: dot + 2, ends: false, initials: true };
  }
  if (isUpperAt(text, dot + 1)) {
    const initial = own === 1 && isUpperAt(text, dot - 1); // "A.Petrov", "S.Korea"
    return initial || initials || takesPeriod(text, dot - own, dot) ? stop(dot + 1) : stop(dot);
  }
  const more = text.charCodeAt(wordEnd) === PERIOD && wordEnd + 1 < limit && isLowerAt(text, wordEnd + 1);
  if (DOMAINS.has(word) || more || before > piece) return go(wordEnd);
  return takesPeriod(text, dot - own, dot) ? stop(dot + 1) : stop(dot);
}

/** "3.5" goes on; "Oct.23" and "p.5" end after the period, "week.20" before it. */
function findBeforeDigit(text: string, piece: number, dot: number): PeriodStep {
  if (isDigitAt(text, dot - 1)) return go(dot + 1);
  return takesPeriod(text, piece, dot) || dot - piece === 1 ? stop(dot + 1) : stop(dot);
}

function stop(at: number): PeriodStep {
  return { at, ends: true, initials: false };
}

function go(at: number): PeriodStep {
  return { at, ends: false, initials: false };
}

/** Length of the longest abbreviation that has no period inside. */
const LONGEST = 6;

/** True if the period at `dot` belongs to the word `text[start, dot)`. */
export function takesPeriod(text: string, start: number, dot: number): boolean {
  const length = dot - start;
  if (length > LONGEST || length === 0) return false;
  const capital = isUpperAt(text, start);
  if (length === 1 && capital) return classAt(text, start) === LETTER && !endsLine(text, dot + 1);
  const lower = text.slice(start, dot).toLowerCase();
  if (!isAbbreviation(lower)) return false;
  const next = skipSpace(text, dot + 1);
  const number = next < text.length && classAt(text, next) === DIGIT;
  if (BEFORE_NUMBER.has(lower)) return number || (lower === "vol" && isUpperAt(text, next));
  if (lower === "al") return text.slice(start - 3, start).toLowerCase() === "et ";
  if (lower === "in" || lower === "no") return number;
  const shouted = length > 1 && isUpperAt(text, start + 1) && isUpperAt(text, dot - 1);
  if (AMBIGUOUS.has(lower) || MONTHS.has(lower) || WEEKDAYS.has(lower)) {
    if (!capital || shouted) return false;
    if (number || text.charCodeAt(next) === 44) return true;
    return !CAPITAL.has(lower)
      ? isUpperAt(text, next) && next > dot + 1 && !MONTHS.has(lower)
      : !endsLine(text, dot + 1);
  }
  if (CAPITAL.has(lower)) return capital && !(shouted && length < 4) && !endsLine(text, dot + 1);
  return true;
}

function skipSpace(text: string, i: number): number {
  let at = i;
  while (at < text.length && at - i < 3 && classAt(text, at) === SPACE) at++;
  return at;
}

/** True if nothing but closing marks and blanks stands between `i` and the end of its line. */
function endsLine(text: string, i: number): boolean {
  for (let at = i; at < text.length && at - i < 4; at++) {
    const code = text.charCodeAt(at);
    if (isLineEnd(code)) return true;
    if (code !== 32 && code !== 34 && code !== 39 && code !== 0x201d && code !== 0x2019 && code !== 41)
      return false;
  }
  return i + 4 > text.length;
}
