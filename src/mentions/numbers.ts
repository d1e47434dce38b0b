/**
 * Numbers of an article: what is counted or measured, with modifier and unit.
 *
 * In: a parsed text, the table of units, spans to leave out (dates, credits). Out: mentions in text order, none
 * overlapping. Ordinals, ages, years, clock times, scores of games, labels ("resolution 1701") and parts of names
 * ("MH17") are no mentions. Method: readers over tokens (number-*.ts), the longest reading at each place; one pass.
 */
import type { Span } from "../core/evidence.js";
import { SpanCover } from "../core/span-cover.js";
import { getForm, type ParsedDoc, UPOS } from "../language/doc.js";
import { cutSentence, type DateTokens } from "./date-tokens.js";
import { CARDINALS } from "./date-words.js";
import { isAge, isAgeAside, isBareYear, isBracketed, isLabel } from "./number-exclusion.js";
import { type NumberReading, readNumberExpression } from "./number-expression.js";
import type { NumberMention } from "./number-mention.js";
import type { UnitTable } from "./unit-table.js";

const NUM = UPOS.indexOf("NUM");
const NOUN = UPOS.indexOf("NOUN");
const PROPN = UPOS.indexOf("PROPN");
const ADJ = UPOS.indexOf("ADJ");

/** The numbers of `doc` outside the spans of `excluded`, which are in text order. */
export function findNumbers(doc: ParsedDoc, units: UnitTable, excluded: readonly Span[]): NumberMention[] {
  const found: NumberMention[] = [];
  const apart = new SpanCover(excluded);
  for (let s = 0; s + 1 < doc.sentence.length; s++) {
    const first = doc.sentence[s];
    const last = doc.sentence[s + 1];
    if (!mayHoldNumber(doc, first, last)) continue;
    readSentence(doc, s, units, apart, found);
  }
  return found;
}

/** Digits, or a word that may be a number: tagged as one, or a plural such as "dozens". */
function mayHoldNumber(doc: ParsedDoc, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (doc.upos[i] === NUM) return true;
    const code = doc.text.charCodeAt(doc.start[i]);
    if (code >= 48 && code <= 57) return true;
    if (QUANTIFIERS.has(doc.lemma[i].toLowerCase())) return true;
  }
  return false;
}

const QUANTIFIERS = new Set(
  "dozen score ten hundred thousand million billion trillion half third quarter several fifth sixth tenth thirds".split(
    " ",
  ),
);

/** Verbs that with "over" say that something changes hands; the tree often has "over" for a modifier there. */
const GIVING = new Set(["hand", "turn", "sign", "take", "win", "give"]);

function isParticle(doc: ParsedDoc, word: number): boolean {
  if (doc.names.deprel[doc.deprel[word]] === "compound:prt") return true;
  return word > 0 && GIVING.has(doc.lemma[word - 1].toLowerCase()) && /^over$/i.test(getForm(doc, word));
}

function readSentence(
  doc: ParsedDoc,
  s: number,
  units: UnitTable,
  excluded: SpanCover,
  found: NumberMention[],
): void {
  const t = cutSentence(doc, s);
  let word = doc.sentence[s];
  for (let i = 0; i < t.length; ) {
    // "handed over four soldiers": the particle of a verb is no modifier
    while (doc.end[word] <= t.at(i).start) word++;
    if (isParticle(doc, word)) {
      i++;
      continue;
    }
    const reading = readNumberExpression(t, i, units);
    if (reading === undefined) {
      // no number begins inside a word of a number that was refused
      i++;
      continue;
    }
    const span = { start: t.at(reading.from).start, end: t.at(reading.to - 1).end };
    while (doc.end[word] <= span.start) word++;
    let to = word;
    while (to < doc.sentence[s + 1] && doc.start[to] < span.end) to++;
    const core = { start: t.at(reading.core).start, end: t.at(reading.coreEnd - 1).end };
    const isApart = excluded.reachFrom(core.end - 1) > core.start;
    if (!isApart && countsSomething(doc, t, reading, to))
      found.push(makeMention(reading, span, core, word, to));
    i = reading.to;
  }
}

function makeMention(
  reading: NumberReading,
  span: Span,
  core: Span,
  from: number,
  to: number,
): NumberMention {
  const { value, modifier, unit, fraction, digits, compound } = reading;
  const low = reading.low ?? (modifier === "more than" || modifier === "at least" ? value : null);
  const high =
    reading.high ??
    (modifier === "up to" || modifier === "fewer than" || modifier === "nearly" ? value : null);
  return {
    ...span,
    from,
    to,
    value,
    low,
    high,
    unit: unit?.unit ?? (fraction ? "fraction" : null),
    unitKind: unit?.kind ?? (fraction ? "share" : null),
    modifier,
    core,
    digits,
    compound,
  };
}

/** Whether the number at these tokens is one that counts; `to` is the word behind it. */
function countsSomething(doc: ParsedDoc, t: DateTokens, reading: NumberReading, to: number): boolean {
  const { core, coreEnd } = reading;
  if (reading.value === null && reading.low === null && reading.high === null) return false;
  if (reading.unit !== undefined) return true;
  if (isAge(t, core, coreEnd) || isBracketed(t, core, coreEnd) || isAgeAside(t, core, coreEnd)) return false;
  if (reading.low === null && reading.high === null && isLabel(doc, to - 1)) return false;
  const next = to < doc.length ? doc.upos[to] : -1;
  if (
    isBareYear(t, core, coreEnd, reading.modifier !== null || next === NOUN || next === ADJ || next === PROPN)
  )
    return false;
  // "one" is mostly no count: "one of them", "the one", "one another"
  return !(coreEnd === core + 1 && CARDINALS.get(t.lower(core)) === 0);
}
