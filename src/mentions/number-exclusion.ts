/**
 * Numbers that count nothing: parts of names, of addresses and of other signs, ordinals, ages, years, lists of labels.
 *
 * In: a sentence's tokens, the tokens of a number, and the tree. Limits: what the tokens beside a number and its place
 * in the tree can tell; a number that passes may still count nothing that a record is made of.
 */
import { getForm, type ParsedDoc, UPOS } from "../language/doc.js";
import type { DateTokens } from "./date-tokens.js";
import { ORDINAL_ENDINGS } from "./date-words.js";

const NOUN = UPOS.indexOf("NOUN");
const PROPN = UPOS.indexOf("PROPN");
const NUM = UPOS.indexOf("NUM");

/** Marks that may stand right before a number that counts. */
const OPENING = new Set([
  "(",
  "[",
  '"',
  "'",
  "“",
  "‘",
  "«",
  "—",
  "–",
  "…",
  "~",
  "+",
  "-",
  "¿",
  "¡",
  "*",
  "•",
]);

/** True if the digits at token `i` are part of a longer sign: "MH17", "COVID-19", "10:30", "24/7", "#4". */
export function isPartOfSign(t: DateTokens, i: number, to: number): boolean {
  const before = t.at(i - 1);
  if (t.at(i).glued && before.kind !== "none") {
    if (before.kind !== "mark" || !OPENING.has(before.text)) return true;
    // "T-72": a dash glued to a word; "90-100" is a range and read as one
    if (t.isDash(i - 1) && before.glued && t.at(i - 2).kind !== "mark") return true;
  }
  const after = t.at(to);
  if (!after.glued) return false;
  if (after.kind === "word" || after.kind === "number") return true;
  // "10:30", "24/7", "401(k)"
  if (/^[:/_@\\&=^(]$/.test(after.text)) return t.at(to + 1).glued;
  // "14.04.2020", "555-0199-22", "T-72-like" forms; "20-member" is read by the caller
  return (after.text === "." || t.isDash(to)) && t.at(to + 1).glued && t.at(to + 1).kind === "number";
}

/** True for "20th", "21st". */
export function isOrdinal(t: DateTokens, to: number): boolean {
  return t.at(to).glued && ORDINAL_ENDINGS.has(t.lower(to));
}

/** Words before a number that say how old somebody is. */
const AGE_BEFORE = new Set(["aged", "age", "ages"]);

/** True for "aged 12", "12-year-old", "12 years old". */
export function isAge(t: DateTokens, from: number, to: number): boolean {
  if (AGE_BEFORE.has(t.lower(from - 1))) return true;
  const unit = t.isDash(to) ? to + 1 : to;
  return (
    /^(years?|yrs?|months?)$/.test(t.lower(unit)) &&
    /^olds?$/.test(t.lower(unit + (t.isDash(unit + 1) ? 2 : 1)))
  );
}

/** True for a name's age between commas: "the driver, 45, was held". */
export function isAgeAside(t: DateTokens, from: number, to: number): boolean {
  return (
    t.is(from - 1, ",") &&
    /^[,.)]$/.test(t.lower(to)) &&
    t.at(from).kind === "number" &&
    t.at(from).text.length < 3
  );
}

/** True for four digits that read as a year and count no noun. */
export function isBareYear(t: DateTokens, from: number, to: number, counts: boolean): boolean {
  const year = to === from + 1 ? t.integer(from, 4) : -1;
  return year >= 1900 && year <= 2100 && !counts;
}

/**
 * True for a number that stands behind the noun it belongs to and names it: "resolution 1701", "Article 5", "Flight 370",
 * and for lists of such numbers: "resolutions (822, 853 and 884)".
 */
export function isLabel(doc: ParsedDoc, word: number): boolean {
  let at = word - 1;
  while (
    at >= 0 &&
    word - at < 12 &&
    (doc.upos[at] === NUM || /^([,(]|and|or|to|&|-|–|No\.?|no\.?)$/.test(getForm(doc, at)))
  )
    at--;
  if (at < 0 || (doc.upos[at] !== NOUN && doc.upos[at] !== PROPN)) return false;
  // a number straight behind a noun that it hangs on, or hanging on a number that does
  let head = doc.head[word];
  for (let step = 0; step < 12 && head > at && doc.upos[head] === NUM; step++) head = doc.head[head];
  return head === at || (at === word - 1 && head >= 0 && head === doc.head[at] && head < word);
}

/** True for numbers alone in brackets: "(822, 853, 874 and 884)", "(1)". */
export function isBracketed(t: DateTokens, from: number, to: number): boolean {
  let left = from - 1;
  while (left >= 0 && (t.at(left).kind === "number" || /^(,|;|and|&)$/.test(t.lower(left)))) left--;
  if (!t.is(left, "(") && !t.is(left, "[")) return false;
  let right = to;
  while (right < t.length && (t.at(right).kind === "number" || /^(,|;|and|&)$/.test(t.lower(right)))) right++;
  return t.is(right, ")") || t.is(right, "]");
}
