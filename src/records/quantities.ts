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
import type {
  ActorRef,
  ArticleRecord,
  AttributionLink,
  PlaceRef,
  QuantityRecord,
  StatementRecord,
} from "../core/records.js";
import { type Dependents, findDependent, findDependents } from "../language/dependents.js";
import { getForm, type ParsedDoc, UPOS } from "../language/doc.js";
import type { ArticleActors } from "../mentions/actors.js";
import type { DateMention } from "../mentions/date-mention.js";
import type { NumberMention } from "../mentions/number-mention.js";
import { findNumbers } from "../mentions/numbers.js";
import { borrowMeasure, type LentFigure } from "./borrowed-measure.js";
import { type CountedPhrase, findCountedPhrase } from "./counted-phrase.js";
import { relationOf } from "./frame-match.js";
import { MeasureChoice } from "./measure-choice.js";
import { chainOf, findStatementAround } from "./on-whose-word.js";
import { phraseWords } from "./phrase-words.js";
import { findQuantityDate, findQuantityPlaces, type PlacedSpan } from "./quantity-context.js";
import { matchSentence, type RowMatch } from "./quantity-measure.js";
import { findQuantityParty, findTeller } from "./quantity-party.js";
import { OF_FIGURE, type QuantityTables } from "./quantity-table.js";
import { isTallied } from "./vote-tally.js";

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
  let before: LentFigure | undefined;
  for (const number of findNumbers(doc, tables.units, excluded)) {
    const last = sentence;
    while (doc.sentence[sentence + 1] <= number.from) sentence++;
    if (sentence > last) choice = new MeasureChoice(tree, matchSentence(tree, sentence, tables));
    // "three, not two, died"
    if (number.from > 0 && /^not$/i.test(getForm(doc, number.from - 1))) continue;
    const counted = findCountedPhrase(tree, number, tables, input.actors);
    const chosen = number.compound ? undefined : choice.choose(counted);
    const borrowed = chosen?.row.borrows
      ? borrowMeasure(tree, sentence, counted, chosen, before, input)
      : undefined;
    const match = chosen?.row.borrows && borrowed === undefined ? undefined : chosen;
    const phrase = borrowed?.phrase ?? counted;
    const told = match?.row.borrows ? borrowed?.measure : match?.row.measure;
    const measure = told ?? ownMeasure(tree, sentence, phrase);
    // "one life", "one of the helicopters" count nothing unless something is told to have been done
    const isOne =
      number.value === 1 && number.unitKind === null && (match === undefined || match.row.counted);
    if (measure === undefined || isOne) continue;
    const antecedent = borrowed?.antecedent ?? null;
    records.push(makeRecord(input, tree, sentence, { phrase, match, measure, antecedent }));
    if (number.unitKind === null && !number.compound)
      before = { sentence, measure, of: phrase.of, value: number.core };
  }
  return records;
}

/** What a figure counts and measures, and the row that tells it. */
interface Measured {
  readonly phrase: CountedPhrase;
  readonly match: RowMatch | undefined;
  readonly measure: string;
  /** What another figure says that is meant here too. */
  readonly antecedent: Span | null;
}

/** What a figure without a governing word measures, by its unit or its noun; undefined where it is no figure to keep. */
function ownMeasure(tree: Dependents, sentence: number, phrase: CountedPhrase): string | undefined {
  const { number, node, noun, classes } = phrase;
  const { doc } = tree;
  const isBare = number.unitKind === null && (noun < 0 || phrase.measure === VOTES);
  if (isBare && isTallied(doc, sentence, number.from, number.to)) return VOTES;
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

const VOTES = "votes";

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
  { phrase, match, measure, antecedent }: Measured,
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
  if (of !== null && antecedent === null) show(of, "of");
  if (antecedent !== null) show(antecedent, "antecedent");
  const teller = match?.row.measure === OF_FIGURE ? findTeller(input, tree, match) : undefined;
  if (teller !== undefined) show(teller.span, "source");
  const by = findQuantityParty(input, tree, sentence, phrase, match, measure);
  if (by !== undefined) show(by.span, by.isEarlier ? "antecedent" : "actor");
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
    attribution: addTeller(chainOf(findStatementAround(number, input.statements)), teller?.ref),
    evidence,
    rule: ruleOf(number, match),
  };
}

/** "The police counted 2,500": who gives a figure gives it on his word, where no statement says so already. */
function addTeller(
  chain: readonly AttributionLink[],
  teller: ActorRef | undefined,
): readonly AttributionLink[] {
  const isKnown =
    teller === undefined || chain.some(({ id, name }) => (id ?? name) === (teller.id ?? teller.name));
  return isKnown ? chain : [...chain, teller];
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
