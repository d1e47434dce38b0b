/**
 * Gaps between words: where a sentence may end at all, and how likely it is to.
 *
 * In: the shapes of words and what is known of the sentence so far. Out: the kind of a gap.
 */
import { BEFORE_NAME, BEFORE_NUMBER, isAbbreviation, MONTHS } from "./abbreviations.js";
import {
  ABBREVIATION,
  CAPITALISED,
  CLITIC,
  CLOSE_BRACKET,
  CLOSE_QUOTE,
  COLON,
  COMMA,
  DASH,
  ELLIPSIS,
  INITIAL,
  isClosing,
  isOpening,
  LONE_CAPITAL,
  LOWER,
  NUMBER,
  OPEN_BRACKET,
  OPEN_QUOTE,
  QUESTION,
  SHOUTED,
  STOP,
  type WordColumns,
} from "./sentences-shapes.js";

const DAYS = new Set("monday tuesday wednesday thursday friday saturday sunday".split(" "));

/** Words that often begin a sentence and are seldom part of a name: what follows "U.S." or "p.m." */
const STARTERS = new Set(
  (
    "the a an this that these those he she it we they i you in on at as if when while after before but and or for from by with " +
    "his her its their our my there here what who how why where to of not no some many most all both each one two however " +
    "according also although because since so then meanwhile"
  ).split(" "),
);

/** Where a gap stands. */
export interface GapContext {
  /** First word of the sentence so far. */
  readonly sentenceStart: number;
  /** First word of the paragraph, and one past its last. */
  readonly paragraphStart: number;
  readonly paragraphEnd: number;
  /** Quotation marks open since the paragraph began, and brackets. */
  readonly quotes: number;
  readonly brackets: number;
}

/** What a gap is: no place for a sentence to end, an unlikely, a doubtful, a likely one, or the end of one. */
export const NEVER = 0;
export const UNLIKELY = 1;
export const DOUBTFUL = 2;
export const LIKELY = 3;
export const ALWAYS = 4;

/**
 * What the gap after word i is. `LIKELY`: a final mark stands there, perhaps with closing quotation marks
 * or brackets, or an abbreviation's period. `ALWAYS`: a period after a word of a sentence of at least three
 * (not a list's "1." nor an initial), white space, and a capital or an opening quotation mark: true of 99 %
 * of such gaps in the training parts of EWT and GUM. `DOUBTFUL`: no final mark, but the next word begins
 * with something else than a lower-case letter; or "?" before a lower-case word. `UNLIKELY`: the same
 * before a capital after a word with one, a number or a comma, which may be one name, and after a dash, colon,
 * bracket or quotation.
 */
export function findGapKind(words: WordColumns, shape: Uint8Array, i: number, context: GapContext): number {
  const next = shape[i + 1];
  if (words.joined[i + 1] === 1 || next === CLITIC) return NEVER;
  if ((next >= STOP && next <= COLON) || next === CLOSE_BRACKET || next === CLOSE_QUOTE) return NEVER;
  const first = context.sentenceStart;
  let last = i;
  while (last > first && isClosing(shape[last]) && last > i - 3) last--;
  const here = shape[last];
  if (here === OPEN_BRACKET || here === OPEN_QUOTE) return NEVER;
  const ends = here === STOP || here === QUESTION || here === ELLIPSIS;
  if (next === LOWER) {
    if (!ends || shape[i] === CLOSE_BRACKET) return NEVER;
    return here === STOP ? LIKELY : DOUBTFUL;
  }
  if (here === STOP && last - first > 2 && context.brackets === 0 && words.start[i + 1] > words.end[i]) {
    const before = shape[last - 1];
    const begins = isCapital(next) || next === OPEN_QUOTE;
    const bare = i === last || (i === last + 1 && shape[i] === CLOSE_QUOTE);
    const dated =
      before === NUMBER && last - first > 4 && (shape[last - 2] === LOWER || isMonth(words, last - 2));
    const word = (before === LOWER || before === CAPITALISED) && !isNoted(words, last - 1);
    if (begins && bare && (word || dated)) return ALWAYS;
  }
  if (ends) return LIKELY;
  if (here === INITIAL || here === ABBREVIATION) return findAbbreviationGap(words, shape, last, i);
  if ((here === COLON || here === COMMA) && next === OPEN_QUOTE) return NEVER; // He said: "We …
  const aside = last < i || here === DASH || here === COLON || here === CLOSE_BRACKET || here === CLOSE_QUOTE;
  const inName = here === COMMA || here === NUMBER || isCapital(here); // 2013 Senate, One Direction
  return aside || (inName && isCapital(next)) ? UNLIKELY : DOUBTFUL;
}

/** After an abbreviation at `last`: before a word that begins sentences an end is likely, before others not. */
function findAbbreviationGap(words: WordColumns, shape: Uint8Array, last: number, i: number): number {
  const { text, start, end } = words;
  const begin = isOpening(shape[i + 1]) && i + 2 < words.length ? i + 2 : i + 1;
  const word = text.slice(start[last], end[last] - 1).toLowerCase();
  const next = text.slice(start[begin], end[begin]).toLowerCase();
  if (last === i && BEFORE_NAME.has(word)) return NEVER; // Gen. Ivanov
  if (shape[begin] === NUMBER && (MONTHS.has(word) || BEFORE_NUMBER.has(word))) return NEVER; // Oct. 23
  const hour = word === "p.m" || word === "a.m";
  if (hour && (DAYS.has(next) || MONTHS.has(next) || MONTHS.has(next.slice(0, 3)))) return NEVER; // 8 p.m. Friday
  return begin > i + 1 || last < i || hour || STARTERS.has(next) ? LIKELY : UNLIKELY;
}

/** True for the name of a month, short or long. */
function isMonth(words: WordColumns, i: number): boolean {
  return MONTHS.has(words.text.slice(words.start[i], words.start[i] + 3).toLowerCase());
}

function isCapital(shape: number): boolean {
  return shape === CAPITALISED || shape === SHOUTED || shape === LONE_CAPITAL;
}

/** True if the word before a period is an abbreviation that was not taken for one here: "(b. March 2009)". */
function isNoted(words: WordColumns, i: number): boolean {
  const { text, start, end } = words;
  return end[i] - start[i] < 5 && isAbbreviation(text.slice(start[i], end[i]).toLowerCase());
}
