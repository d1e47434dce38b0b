/**
 * Figures: how many were killed, displaced, are members, what was paid, how much land was taken, on whose word.
 *
 * In: a parsed article with actors, dates, statements and, where known, places. Out: records in the order of the text.
 * A figure is taken where a word of the table governs it, where its unit or its noun tells what it measures, and left
 * out where it only counts what is at hand ("the two leaders"). Bounds are those that the words tell: nothing is
 * computed from other figures.
 */
import { type Evidence, makeEvidence, type Span } from "../core/evidence.js";
import { makeId } from "../core/identity.js";
import type { ActorRef, ArticleRecord, PlaceRef, QuantityRecord, StatementRecord } from "../core/records.js";
import { type Dependents, findDependent, findDependents } from "../language/dependents.js";
import { getForm, type ParsedDoc, UPOS } from "../language/doc.js";
import type { ArticleActors } from "../mentions/actors.js";
import type { DateMention } from "../mentions/date-mention.js";
import type { NumberMention } from "../mentions/number-mention.js";
import { findNumbers } from "../mentions/numbers.js";
import { type CountedPhrase, findCountedPhrase } from "./counted-phrase.js";
import { relationOf } from "./frame-match.js";
import { MeasureChoice } from "./measure-choice.js";
import { chainOf, findStatementAround } from "./on-whose-word.js";
import { findQuantityDate, findQuantityPlaces, type PlacedSpan } from "./quantity-context.js";
import { matchSentence, type RowMatch } from "./quantity-measure.js";
import type { QuantityTables } from "./quantity-table.js";

export interface QuantityInput {
  readonly article: ArticleRecord;
  readonly doc: ParsedDoc;
  readonly actors: ArticleActors;
  readonly dates: readonly DateMention[];
  readonly statements: readonly StatementRecord[];
  readonly places?: readonly PlacedSpan[];
  readonly tables: QuantityTables;
}

const DET = UPOS.indexOf("DET");
const PRON = UPOS.indexOf("PRON");
const PUNCT = UPOS.indexOf("PUNCT");

export function findQuantities(input: QuantityInput): QuantityRecord[] {
  const { article, doc, tables } = input;
  const tree = findDependents(doc);
  const header = article.evidence.filter(({ part }) => part !== "title");
  const excluded: Span[] = [...article.boilerplate, ...header, ...input.dates].sort(
    (a, b) => a.start - b.start,
  );
  const records: QuantityRecord[] = [];
  let sentence = -1;
  let choice = new MeasureChoice(tree, []);
  for (const number of findNumbers(doc, tables.units, excluded)) {
    const before = sentence;
    while (doc.sentence[sentence + 1] <= number.from) sentence++;
    if (sentence > before) choice = new MeasureChoice(tree, matchSentence(tree, sentence, tables));
    const phrase = findCountedPhrase(tree, number, tables, input.actors);
    const match = number.compound ? undefined : choice.choose(phrase);
    const measure = match?.row.measure ?? ownMeasure(tree, phrase);
    // "one life", "one of the helicopters" count nothing unless something is told to have been done
    const isOne =
      number.value === 1 && number.unitKind === null && (match === undefined || match.row.counted);
    if (measure !== undefined && !isOne)
      records.push(makeRecord(input, tree, sentence, phrase, match, measure));
  }
  return records;
}

/** What a figure without a governing word measures, by its unit or its noun; undefined where it is no figure to keep. */
function ownMeasure(tree: Dependents, phrase: CountedPhrase): string | undefined {
  const { number, node, noun, classes } = phrase;
  const { doc } = tree;
  if (number.compound) return compoundMeasure(tree, phrase);
  if (number.unitKind === "share") return number.unit === "fraction" && noun < 0 ? undefined : "share";
  if (number.unitKind !== null) return UNIT_MEASURES[number.unitKind];
  if (noun < 0 || isAtHand(tree, phrase)) return undefined;
  if (phrase.measure !== null) return phrase.measure;
  if (classes.has("none") || classes.has("kin")) return undefined;
  // few of anything ("two trains") is colour, not a figure
  const isColour = FEW_ARE_COLOUR.some((name) => classes.has(name));
  const isFew = number.value !== null && number.value <= 10 && number.low === null && node === noun;
  if (isFew && isColour) return undefined;
  if (number.value === null && number.low === 3) return undefined;
  // a number before a singular is a name's or a date's: "the 7610 phone", "the 2016 front-runner"
  if (number.value !== null && /^NNP?$/.test(doc.names.xpos[doc.xpos[noun]]) && classes.has("other"))
    return undefined;
  return getForm(doc, noun).toLowerCase();
}

/** "the 15-member council", "a 5,000-strong force". */
function compoundMeasure(tree: Dependents, { number, classes, measure }: CountedPhrase): string | undefined {
  if (classes.has("member")) return "members";
  if (getForm(tree.doc, Math.min(number.to + 1, tree.doc.length - 1)).toLowerCase() !== "strong")
    return undefined;
  return measure ?? (classes.has("armed") ? "troops" : "members");
}

const FEW_ARE_COLOUR = ["other", "vehicle", "person", "state", "animal"];

const UNIT_MEASURES = {
  money: "money",
  length: "distance",
  area: "area",
  mass: "mass",
  volume: "volume",
  power: "power",
  energy: "energy",
  temperature: "temperature",
  explosive: "yield",
} as const;

/** Few, and known already: "the two leaders", "these three towns", "their five demands". */
function isAtHand(tree: Dependents, { number, node, noun }: CountedPhrase): boolean {
  // "seven of the judges" counts within what is known
  if (number.value === null || number.value > 10 || node !== noun) return false;
  const { doc } = tree;
  for (let child = tree.firstChild[noun]; child >= 0 && child < noun; child = tree.nextSibling[child]) {
    const isDefinite =
      /^(the|these|those|both|all|any|every|each|no|other|its|his|her|their|our|my|your)$/i.test(
        getForm(doc, child),
      );
    if (isDefinite && (doc.upos[child] === DET || doc.upos[child] === PRON)) return true;
  }
  return false;
}

function makeRecord(
  input: QuantityInput,
  tree: Dependents,
  sentence: number,
  phrase: CountedPhrase,
  match: RowMatch | undefined,
  measure: string,
): QuantityRecord {
  const { article, doc } = input;
  const { number } = phrase;
  const of = phrase.of ?? (number.unitKind === "share" ? findSubject(tree, phrase.node) : null);
  const evidence: Evidence[] = [];
  const show = (span: Span, part: Evidence["part"]) =>
    evidence.push(makeEvidence(article.id, article.text, span, part));
  show({ start: number.start, end: number.end }, "value");
  const trigger = match?.word ?? (phrase.noun >= 0 && number.unitKind === null ? phrase.noun : -1);
  if (trigger >= 0) show({ start: doc.start[trigger], end: doc.end[trigger] }, "measure");
  if (of !== null) show(of, "of");
  const by = findAgent(input, tree, match);
  if (by !== undefined) show(by.span, "actor");
  const anchor = match?.word ?? phrase.node;
  const date = findQuantityDate(tree, sentence, anchor, input.dates);
  if (date !== undefined) show(date, "date");
  const places = findQuantityPlaces(tree, sentence, anchor, input.places ?? []);
  for (const place of places) show(place, "place");
  return {
    kind: "quantity",
    id: makeId("qua", article.id, number.start, number.end, measure),
    article: article.id,
    measure,
    value: number.value,
    low: number.low,
    high: number.high,
    unit: number.unit,
    modifier: number.modifier,
    of: of === null ? null : article.text.slice(of.start, of.end),
    by: by === undefined ? [] : [by.ref],
    date: date?.value ?? null,
    places: places.map(({ ref }): PlaceRef => ref),
    attribution: chainOf(findStatementAround(number, input.statements)),
    evidence,
    rule: ruleOf(number, match),
  };
}

function ruleOf(number: NumberMention, match: RowMatch | undefined): string {
  if (match !== undefined) return `measures:${match.row.line}`;
  return number.unitKind === null ? "counted noun" : "unit";
}

/** "Exports fell 12 percent", "the jobless rate is 4.7 percent": whose share or change it is; null if not told. */
function findSubject(tree: Dependents, node: number): Span | null {
  const { doc } = tree;
  let at = node;
  for (let step = 0; step < 2; step++) {
    const subject = findDependent(tree, at, (relation) => /^nsubj/.test(relation));
    if (subject >= 0 && subject < node && doc.upos[subject] !== PRON) {
      const words = phraseWords(tree, subject);
      return { start: doc.start[words[0]], end: doc.end[words[words.length - 1]] };
    }
    if (!/^(obl|obj|xcomp|advmod)/.test(relationOf(doc, at))) return null;
    at = doc.head[at];
  }
  return null;
}

/** Who did it, where that is somebody: an event ("the blast killed 20") is nobody. */
function findAgent(
  input: QuantityInput,
  tree: Dependents,
  match: RowMatch | undefined,
): { readonly ref: ActorRef; readonly span: Span } | undefined {
  if (match === undefined || match.agent < 0) return undefined;
  const { doc } = input;
  const words = phraseWords(tree, match.agent);
  const resolved = input.actors.resolve(words);
  const lemma = doc.lemma[match.agent].toLowerCase();
  const isSomebody = (input.tables.nouns.get(lemma) ?? []).some(({ class: name }) => ACTING.has(name));
  if (resolved.rule === "unresolved" && !isSomebody && !ACTING_NOUNS.test(lemma)) return undefined;
  return { ref: resolved.ref, span: { start: doc.start[words[0]], end: doc.end[words[words.length - 1]] } };
}

const ACTING = new Set(["armed", "person", "state"]);
const ACTING_NOUNS =
  /^(force|army|police|navy|military|government|militia|group|gang|cartel|regime|junta|side|authority|ministry|court)$/;

/** A noun with what stands before it, and its name: no clauses, no "of …". */
function phraseWords(tree: Dependents, head: number): number[] {
  const { doc } = tree;
  const words = [head];
  for (let child = tree.firstChild[head]; child >= 0; child = tree.nextSibling[child]) {
    const relation = doc.names.deprel[doc.deprel[child]];
    const isName = /^(flat|det|amod|compound|nmod:poss|nmod:desc|nummod)/.test(relation);
    if (isName && Math.abs(child - head) < 8) words.push(child);
  }
  words.sort((a, b) => a - b);
  const all: number[] = [];
  for (let i = words[0]; i <= words[words.length - 1]; i++) {
    // "most important, average earnings": what stands before a comma is of another phrase
    if (doc.upos[i] === PUNCT && i < head && getForm(doc, i) === ",") all.length = 0;
    else all.push(i);
  }
  return all;
}
