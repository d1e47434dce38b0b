/**
 * What a number counts: its noun in the tree, the words that name it, and the classes that the tables give it.
 *
 * In: a number, the tree, the table of nouns, the article's actors. Out: the noun ("20 [people]", "hundreds of
 * [people]", "20 percent of [the island]") or none, and the word that stands for the whole figure in the sentence.
 */
import type { Span } from "../core/evidence.js";
import type { Dependents } from "../language/dependents.js";
import { getForm, UPOS } from "../language/doc.js";
import type { ArticleActors } from "../mentions/actors.js";
import type { NumberMention } from "../mentions/number-mention.js";
import { relationOf } from "./frame-match.js";
import { phraseWords } from "./phrase-words.js";
import type { NounClass, QuantityTables } from "./quantity-table.js";

const NOUN = UPOS.indexOf("NOUN");
const PROPN = UPOS.indexOf("PROPN");
const DET = UPOS.indexOf("DET");
const PRON = UPOS.indexOf("PRON");

export interface CountedPhrase {
  readonly number: NumberMention;
  /** The word by which the figure hangs on the rest of the sentence. */
  readonly node: number;
  /** The noun that is counted or of which a part is told; -1 for none. */
  readonly noun: number;
  /** As written; null where the text leaves it out. */
  readonly of: Span | null;
  readonly classes: ReadonlySet<string>;
  /** The measure that the noun tells by itself; null for none. */
  readonly measure: string | null;
}

/** Words of an "of …" that are still shown as what is counted. */
const LONGEST_OF = 6;

export function findCountedPhrase(
  tree: Dependents,
  number: NumberMention,
  tables: QuantityTables,
  actors: ArticleActors,
): CountedPhrase {
  const top = topOf(tree, number.from, number.to);
  const { node, noun } = number.compound ? findCompound(tree, number, top) : findNoun(tree, number, top);
  return describePhrase(tree, number, node, noun, tables, actors);
}

/** A number and a noun that it counts from elsewhere: "the number of [rebels] was put at 900". */
export function describeNoun(
  tree: Dependents,
  number: NumberMention,
  noun: number,
  tables: QuantityTables,
  actors: ArticleActors,
): CountedPhrase {
  return describePhrase(tree, number, topOf(tree, number.from, number.to), noun, tables, actors);
}

function describePhrase(
  tree: Dependents,
  number: NumberMention,
  node: number,
  noun: number,
  tables: QuantityTables,
  actors: ArticleActors,
): CountedPhrase {
  const entries = noun < 0 ? [] : entriesOf(tree, noun, tables);
  return {
    number,
    node,
    noun,
    of: noun < 0 ? null : phraseSpan(tree, number, noun),
    classes: classesOf(tree, number, noun, entries, actors),
    measure: entries.find((entry) => entry.measure !== null)?.measure ?? null,
  };
}

/** The word among `from` to `to` whose head stands outside; the last of several. */
function topOf(tree: Dependents, from: number, to: number): number {
  const { head } = tree.doc;
  for (let i = to - 1; i >= from; i--) if (head[i] < from || head[i] >= to) return i;
  return to - 1;
}

function findNoun(tree: Dependents, number: NumberMention, top: number): { node: number; noun: number } {
  const { doc } = tree;
  const head = doc.head[top];
  const meant = findMeant(tree, number, top);
  if (meant >= 0) return { node: top, noun: meant };
  const partOf = findWhole(tree, number);
  if (number.unitKind !== null || (partOf >= 0 && relationOf(doc, top) !== "nummod")) {
    if (partOf >= 0) return { node: top, noun: partOf };
    // "a $3bn loan", "half the seats"
    const isSubject = /subj/.test(relationOf(doc, top));
    if (head >= number.to && isNominal(tree, head) && head - number.to < 4 && !isSubject)
      return { node: head, noun: head };
    return { node: top, noun: findMaterial(tree, number, top) };
  }
  if (head >= number.to && isNominal(tree, head) && !/subj|^ob[jl]|^conj|^appos/.test(relationOf(doc, top)))
    return { node: head, noun: head };
  // a noun straight behind the number that the parser hung elsewhere
  const next = number.to;
  const isBeside = next < doc.length && isNominal(tree, next) && head >= 0;
  if (isBeside && head === next) return { node: next, noun: next };
  if (isBeside && head === doc.head[next] && !/subj|^obj|^conj/.test(relationOf(doc, top)))
    return { node: next, noun: next };
  return { node: top, noun: -1 };
}

/** "20-member", "5,000-strong force": the noun of the compound, or the one that it stands before. */
function findCompound(tree: Dependents, number: NumberMention, top: number): { node: number; noun: number } {
  const { doc } = tree;
  const word = Math.min(number.to + 1, doc.length - 1);
  if (getForm(doc, word).toLowerCase() !== "strong") return { node: top, noun: word };
  const head = doc.head[word];
  return { node: top, noun: head > word && isNominal(tree, head) ? head : word };
}

/** "hundreds of [people]", "20 percent of [the island]", "seven of [the judges]"; -1 if none. */
function findWhole(tree: Dependents, number: NumberMention): number {
  for (let i = number.to - 1; i >= number.from; i--) {
    for (let child = tree.firstChild[i]; child >= 0; child = tree.nextSibling[child]) {
      if (child < number.to || !isNominal(tree, child) || !relationOf(tree.doc, child).startsWith("nmod"))
        continue;
      if (hasCase(tree, child, /^(of|in)$/)) return child;
    }
  }
  return -1;
}

/** "the rifles, 140 of them by one count": the noun that "them" stands for, in the same sentence; -1 if none. */
function findMeant(tree: Dependents, number: NumberMention, top: number): number {
  const { doc } = tree;
  const of = number.to;
  if (
    of + 1 >= doc.length ||
    getForm(doc, of) !== "of" ||
    !/^(them|these|those|whom|which)$/i.test(getForm(doc, of + 1))
  )
    return -1;
  const head = doc.head[top];
  if (relationOf(doc, top) === "appos" && head >= 0 && head < top && doc.upos[head] === NOUN) return head;
  let best = -1;
  for (let i = number.from - 1; i >= 0 && number.from - i < FARTHEST_MEANT && getForm(doc, i) !== "."; i--) {
    if (!/^NNP?S$/.test(doc.names.xpos[doc.xpos[i]])) continue;
    // what a verb is about is meant before what stands beside it: "the villagers were driven out by troops; 90 of them"
    if (/^(nsubj|obj)/.test(relationOf(doc, i))) return i;
    if (best < 0) best = i;
  }
  return best;
}

/** Words before a figure in which the noun is looked for that its "them" stands for. */
const FARTHEST_MEANT = 25;

/** "$3bn in aid": the noun behind "in" that follows the sum. */
function findMaterial(tree: Dependents, number: NumberMention, top: number): number {
  const { doc } = tree;
  const next = number.to;
  if (next + 1 >= doc.length || !/^(in|of|worth)$/i.test(getForm(doc, next))) return -1;
  const noun = doc.head[next];
  const governor = noun < 0 ? -1 : doc.head[noun];
  const near = noun > next && noun - next < 6 && (governor === top || governor === doc.head[top]);
  return near && isNominal(tree, noun) && doc.upos[noun] === NOUN ? noun : -1;
}

function isNominal(tree: Dependents, i: number): boolean {
  const upos = tree.doc.upos[i];
  return upos === NOUN || upos === PROPN;
}

/** Whether a case of that lemma hangs on word `i`. */
export function hasCase(tree: Dependents, i: number, fits: RegExp): boolean {
  for (let child = tree.firstChild[i]; child >= 0; child = tree.nextSibling[child])
    if (relationOf(tree.doc, child) === "case" && fits.test(tree.doc.lemma[child].toLowerCase())) return true;
  return false;
}

/** From the first word behind the number to the noun, with an "of …" behind it. */
function phraseSpan(tree: Dependents, number: NumberMention, noun: number): Span {
  const { doc } = tree;
  let first = noun < number.from ? firstNameWord(tree, noun) : noun;
  for (let i = noun - 1; i >= number.to && i >= noun - 8; i--) {
    if (doc.head[i] < number.to || doc.head[i] > noun) break;
    if (/^(case|mark|cc|punct|cop|aux|nsubj)$/.test(relationOf(doc, i)) && doc.head[i] === noun) break;
    first = i;
  }
  let last = noun;
  while (last + 1 < doc.length && relationOf(doc, last + 1) === "flat" && doc.head[last + 1] === noun) last++;
  const part = last + 1 < doc.length && getForm(doc, last + 1) === "of" ? doc.head[last + 1] : -1;
  if (part > last && doc.head[part] === noun && part - last <= LONGEST_OF) last = part;
  return { start: doc.start[first], end: doc.end[last] };
}

/** Of a noun before its figure: the first word of its phrase that is no article. */
function firstNameWord(tree: Dependents, noun: number): number {
  const { doc } = tree;
  return phraseWords(tree, noun).find((i) => doc.upos[i] !== DET && doc.upos[i] !== PRON) ?? noun;
}

/** The rows of the table for a noun, by itself or with the noun before it. */
function entriesOf(tree: Dependents, noun: number, tables: QuantityTables): readonly NounClass[] {
  const { doc } = tree;
  const lemma = doc.lemma[noun].toLowerCase();
  if (noun > 0 && doc.head[noun - 1] === noun) {
    const two = tables.nouns.get(`${doc.lemma[noun - 1].toLowerCase()} ${lemma}`);
    if (two !== undefined) return two;
  }
  return tables.nouns.get(lemma) ?? tables.nouns.get(getForm(doc, noun).toLowerCase()) ?? [];
}

/** Endings of nouns for persons, for the many that no table lists: "welders", "Kurds" come by {@link isPeople}. */
const PERSON_ENDING = /(?:er|or|ist|man|men|people|ian|ee|ant|eer)s?$/;

function classesOf(
  tree: Dependents,
  number: NumberMention,
  noun: number,
  entries: readonly NounClass[],
  actors: ArticleActors,
): Set<string> {
  const classes = new Set(entries.map((entry) => entry.class));
  if (number.unitKind !== null) {
    const isLand =
      classes.has("land") || classes.has("state") || (noun >= 0 && tree.doc.upos[noun] === PROPN);
    return new Set(number.unitKind === "share" && isLand ? ["share", "landshare"] : [number.unitKind]);
  }
  if (noun < 0) classes.add("bare");
  else if (classes.size === 0) {
    const isPerson = isPeople(tree, noun, actors) || PERSON_ENDING.test(tree.doc.lemma[noun].toLowerCase());
    classes.add(isPerson ? "person" : "other");
  }
  return classes;
}

/** A people by name: a demonym that the lexicon knows, or a capitalised plural ("Rohingyas"). */
function isPeople(tree: Dependents, noun: number, actors: ArticleActors): boolean {
  const { doc } = tree;
  const mention = actors.mentionAt(noun);
  if (mention?.rule === "demonym" || mention?.kind === "group") return true;
  return /^\p{Lu}\p{Ll}+s$/u.test(getForm(doc, noun));
}
