/**
 * Numbers that are years: "in 1994", "the 1994 ceasefire", "(1988)", "'82"; not counts ("1994 people"), codes
 * ("Resolution 1973") or prices.
 *
 * In: tokens and a place. Out: the year. A bare number needs a cue around it, as a reader does. Limit: a count
 * without a thousands separator after "of" or "by" that is not followed by a counted noun looks like a year.
 */
import type { Reading } from "./date-meaning.js";
import type { DateTokens } from "./date-tokens.js";

export interface YearNumber {
  readonly to: number;
  /** The year, or its last two digits where `short`. */
  readonly year: number;
  readonly short?: boolean;
}

/** Nouns that are counted or measured: a number before them is no date. */
const COUNTED = new Set(
  (
    "people persons men women children boys girls troops soldiers civilians refugees migrants fighters militants rebels prisoners " +
    "hostages detainees victims casualties deaths injuries wounded dead killed injured protesters demonstrators supporters voters votes " +
    "seats members delegates workers employees jobs students families households homes houses villages towns cities districts countries nations states " +
    "resolutions articles pages copies words points shares stocks units vehicles tanks planes aircraft helicopters missiles rockets drones shells bombs " +
    "percent percentage per km kilometers kilometres miles meters metres feet ft inches mm cm acres hectares square " +
    "tons tonnes kg kilograms kilos grams pounds lbs ounces barrels liters litres gallons dollars euros yen rubles roubles cents crore lakh " +
    "million billion trillion thousand hundred mw gw kwh megawatts mb gb mhz ghz rpm mph hp " +
    "more other others new additional of"
  ).split(" "),
);
const COUNTED_TIMES = new Set("seconds minutes hours days weeks months years decades times".split(" "));
/** Marks before a number that make it money, a code or part of a larger number. */
const CODE_MARKS = new Set(["$", "€", "£", "¥", "#", "№", "+", "@", "/", "-", "."]);
/** Nouns that number their instances. */
const NUMBERED = new Set(
  (
    "resolution resolutions no number nos article section chapter page pages room flight highway route street road avenue unit model " +
    "series version channel box code case bill law decree order protocol convention paragraph item lot gate bus train boeing airbus " +
    "windows area psalm extension ext tel phone fax unscr line company battalion regiment brigade"
  ).split(" "),
);
/** Prepositions after which a four-digit number from 1000 on is a year. */
const STRONG = new Set(["in", "since", "during", "circa", "until", "till"]);
/** Words after which one from 1900 to 2099 is. */
const WEAK = new Set(
  "by from to into of for either both beyond including copyright © before after around about through throughout late early mid between season edition the summer spring autumn fall winter year years on towards toward pre post anno ago back its his her their this our a an any each dated c ca circa end beginning start mid-".split(
    " ",
  ),
);

/** True if the word at `i` is counted by the number before it. */
export function isCounted(t: DateTokens, i: number): boolean {
  const word = t.lower(i);
  if (t.at(i).text === "%" || word === "°") return true;
  if (word === "of") return false;
  return (COUNTED.has(word) || COUNTED_TIMES.has(word)) && !t.isCapital(i);
}

/** A four-digit year written beside a month or day. */
export function readFullYear(t: DateTokens, i: number): YearNumber | null {
  const year = readFourDigits(t, i);
  if (year < 1000 || year > 2199) return null;
  if (isCounted(t, i + 1)) return null;
  // "On April 14, 1500 soldiers": the noun may be any; such years are rare in news.
  if (year < 1700 && t.at(i + 1).kind === "word" && !t.isCapital(i + 1) && t.lower(i + 1).endsWith("s"))
    return null;
  return { to: i + 1, year };
}

/** "'82", "’94". */
export function readShortYear(t: DateTokens, i: number): YearNumber | null {
  if (!t.isApostrophe(i) || t.at(i).glued) return null;
  const token = t.at(i + 1);
  if (!token.glued || token.text.length !== 2 || t.integer(i + 1, 2) < 0) return null;
  const next = t.at(i + 2);
  if (next.glued && next.kind === "word") return null;
  return { to: i + 2, year: Number(token.text), short: true };
}

/** A bare year at `i`, where its surroundings say so. */
export function readBareYear(t: DateTokens, i: number): Reading | null {
  const short = readShortYear(t, i);
  if (short) {
    if (
      !STRONG.has(t.lower(i - 1)) &&
      !/^(?:of|from|by|before|after|summer|spring|winter|autumn)$/.test(t.lower(i - 1))
    )
      return null;
    return {
      from: i,
      to: short.to,
      meaning: { kind: "calendar", unit: "year", shortYear: short.year },
      rule: "short-year",
    };
  }
  const year = readFourDigits(t, i);
  if (year < 1000 || year > 2199 || !isCuedYear(t, i, year)) return null;
  return { from: i, to: i + 1, meaning: { kind: "calendar", unit: "year", year }, rule: "year" };
}

/** True if a number at `i` may be a year by what stands before and after. */
function isCuedYear(t: DateTokens, i: number, year: number): boolean {
  const modern = year >= 1900 && year <= 2060;
  const before = t.at(i - 1);
  const word = before.lower;
  // "In 2005 more villages were emptied"; but "2005 more were hurt".
  const loose = STRONG.has(word) && /^(?:more|new|other|others|additional)$/.test(t.lower(i + 1));
  if (isCounted(t, i + 1) && !loose) return false;
  // "1988, 1992 and 1994": a list stands or falls with its head ("resolutions 1973 and 2042").
  const head = findListHead(t, i);
  if (head < 0) return false;
  if (head < i) {
    const first = readFourDigits(t, head);
    return first >= 1000 && first <= 2199 && Math.abs(year - first) <= 400 && isCuedYear(t, head, first);
  }
  if (before.glued === false && CODE_MARKS.has(before.text) && t.at(i).glued && !t.isDash(i - 1))
    return false;
  if (NUMBERED.has(word)) return false;
  if (word === "." && NUMBERED.has(t.lower(i - 2))) return false;
  if (word === "year" || STRONG.has(word)) return year >= 1000 && (modern || !isPluralNoun(t, i + 1));
  if (!modern) {
    if (word === "the") return year >= 1400 && t.isCapital(i + 1);
    return (
      (word === "of" && MONARCHY.has(t.lower(i - 2))) ||
      (word === "from" && year >= 1400 && t.at(i + 1).kind !== "word")
    );
  }
  // "2004's average", "hopes that 2016 is the year".
  if (t.isApostrophe(i + 1) && t.is(i + 2, "s") && t.at(i + 1).glued) return true;
  if (
    YEAR_VERBS.has(t.lower(i + 1)) &&
    (before.kind === "word" ||
      before.kind === "none" ||
      before.text === "," ||
      before.text === '"' ||
      before.text === "“")
  )
    return true;
  if (t.isApostrophe(i - 1) && t.at(i - 1).glued && t.lower(i - 2).endsWith("s")) return true;
  if (isPluralNoun(t, i + 1) && !DETERMINERS.has(word) && !WEAK.has(word)) return false;
  // "(1994)", "(1988, 1992)".
  if (before.text === "(" || before.text === "[")
    return ").,;–-]".includes(t.at(i + 1).text) && t.at(i + 1).text !== "";
  if (WEAK.has(word))
    return !(
      isPluralNoun(t, i + 1) &&
      (word === "by" || word === "about" || word === "around" || word === "than")
    );
  if (t.isDash(i - 1)) return ["mid", "pre", "post", "early", "late"].includes(t.lower(i - 2));
  if (before.lower === "s" && t.isApostrophe(i - 2)) return true;
  // A year before a noun it dates, at the head of a sentence: "2019 elections", and after a name: "Expo 2020".
  if (before.kind === "none") return t.at(i + 1).kind === "word" && !isPluralCount(t, i + 1);
  if (word === "than") return /^(?:sooner|later|earlier|rather)$/.test(t.lower(i - 2));
  if (word === "as") return /^(?:far|away|early|late|recently|back|soon)$/.test(t.lower(i - 2));
  if (DATED_NAMES.has(word) && t.isCapital(i - 1)) return true;
  return isDescribing(t, i);
}

/** Where a list of four-digit numbers that reaches `i` begins; -1 for a long one, which is a table. */
function findListHead(t: DateTokens, i: number): number {
  let head = i;
  for (let k = 0; k < 32; k++) {
    const joint = t.lower(head - 1);
    if (joint !== "," && joint !== "and" && joint !== "or" && joint !== "&") return head;
    if (readFourDigits(t, head - 2) < 0) return head;
    head -= 2;
  }
  return -1;
}

/** "the fatal 2003 shooting", "its ill-fated 1988 tour": a year before a noun, a determiner shortly before it. */
function isDescribing(t: DateTokens, i: number): boolean {
  if (t.at(i + 1).kind !== "word" || isPluralCount(t, i + 1) || t.is(i + 1, "and") || t.is(i + 1, "or"))
    return false;
  for (let k = 1; k <= 3; k++) {
    const { kind, lower } = t.at(i - k);
    if (k > 1 && (DETERMINERS.has(lower) || lower === "one" || (lower === "s" && t.isApostrophe(i - k - 1))))
      return true;
    if (t.isDash(i - k)) continue;
    if (kind !== "word" || t.isCapital(i - k) || NUMBERED.has(lower) || NOT_ADJECTIVES.has(lower))
      return false;
  }
  return false;
}

/** Words before a number that are no adjectives: "the group had 2000 members". */
const NOT_ADJECTIVES = new Set(
  "had has have was were is are killed took lost of with some about around than only over at least most nearly almost another further first last next other additional total".split(
    " ",
  ),
);
const YEAR_VERBS = new Set(
  "is was will would saw has had may could marked brought proved looks promises".split(" "),
);

const DETERMINERS = new Set("the a an its his her their our this that".split(" "));
const MONARCHY = new Set(["year", "war", "revolution", "treaty", "constitution"]);
/** Names of gatherings and contests that carry their year behind them. */
const DATED_NAMES = new Set(
  "act award awards euro eurovision tour conference copyright campaign summit congress cup olympics games championship championships expo forum festival election elections agenda vision horizon census referendum".split(
    " ",
  ),
);

/** Four digits that stand alone, else -1. */
export function readFourDigits(t: DateTokens, i: number): number {
  const token = t.at(i);
  if (token.kind !== "number" || token.text.length !== 4) return -1;
  const value = t.integer(i, 4);
  if (value < 0) return -1;
  const next = t.at(i + 1);
  if (next.glued && (next.kind === "word" || next.text === "%" || next.text === ":" || next.text === "°"))
    return -1;
  const before = t.at(i - 1);
  if (
    token.glued &&
    (before.kind === "word" ||
      before.text === "$" ||
      before.text === "€" ||
      before.text === "£" ||
      before.text === "#")
  )
    return before.kind === "word" && (before.lower === "fy" || before.lower === "cy") ? value : -1;
  return value;
}

/** A lower-case word that looks like a plural noun. */
function isPluralNoun(t: DateTokens, i: number): boolean {
  const token = t.at(i);
  return (
    token.kind === "word" &&
    !t.isCapital(i) &&
    token.lower.length > 3 &&
    token.lower.endsWith("s") &&
    !token.lower.endsWith("ss") &&
    !NOT_PLURAL.has(token.lower)
  );
}

function isPluralCount(t: DateTokens, i: number): boolean {
  return isPluralNoun(t, i) && COUNTED.has(t.lower(i));
}

const NOT_PLURAL = new Set(
  "was has does this his its says towards always perhaps thus plus versus across sales".split(" "),
);
