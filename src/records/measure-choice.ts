/**
 * The measure of a figure: which of the rows that stand in its sentence governs it most closely.
 *
 * A row is looked at for a figure only where it counts a word above the figure, or stands straight behind it; a
 * sentence of a thousand figures then costs no more than a thousand sentences.
 */
import { type Dependents, findDependent } from "../language/dependents.js";
import { getForm, UPOS } from "../language/doc.js";
import type { CountedPhrase } from "./counted-phrase.js";
import { relationOf } from "./frame-match.js";
import type { RowMatch } from "./quantity-measure.js";
import type { MeasureRow } from "./quantity-table.js";

/** Steps from a figure up to the word that a row counts. */
const FARTHEST = 4;

/** The rows that stand in one sentence. */
export class MeasureChoice {
  /** Places in {@link matches} of the rows that stand on a word or count it. */
  readonly #byWord = new Map<number, number[]>();

  constructor(
    readonly tree: Dependents,
    readonly matches: readonly RowMatch[],
  ) {
    matches.forEach(({ word, counted }, place) => {
      for (const key of new Set([word, ...counted])) {
        const places = this.#byWord.get(key);
        if (places === undefined) this.#byWord.set(key, [place]);
        else places.push(place);
      }
    });
  }

  /** The row that governs the figure most closely; undefined if none does. */
  choose(phrase: CountedPhrase): RowMatch | undefined {
    const { tree } = this;
    let best: RowMatch | undefined;
    let bestCost = Number.POSITIVE_INFINITY;
    const ladder = climb(tree, phrase);
    for (const match of this.#around([...ladder, wordBehind(phrase)])) {
      if (!admits(match.row, phrase)) continue;
      let steps = standsBehind(tree, phrase, match) ? 0.5 : -1;
      for (const word of match.counted) {
        const at = ladder.indexOf(word);
        if (at >= 0 && (steps < 0 || at < steps)) steps = at;
      }
      const isOther =
        steps > 0 && !match.counted.includes(phrase.noun) && !isCoordinated(tree, phrase, match);
      if (steps < 0 || (match.row.counted && isOther)) continue;
      // what is done to those counted says more than what they are, and either more than what is borrowed
      const rank = match.row.borrows ? 20 : match.row.counted ? 10 : 0;
      const cost = steps * 4 + rank + Math.abs(match.word - phrase.node) / 100;
      if (cost < bestCost) {
        best = match;
        bestCost = cost;
      }
    }
    return best;
  }

  /** The rows on or over `words`, in the order of the text. */
  #around(words: readonly number[]): RowMatch[] {
    const places = new Set<number>();
    for (const word of words) for (const place of this.#byWord.get(word) ?? []) places.add(place);
    return [...places].sort((a, b) => a - b).map((place) => this.matches[place]);
  }
}

/** The word straight behind a figure and its noun. */
function wordBehind({ number, noun }: CountedPhrase): number {
  return Math.max(number.to, noun + 1);
}

/**
 * "15 injured", "five others wounded": a participle straight behind the figure tells what became of those counted,
 * wherever the parser hung it.
 */
function standsBehind(tree: Dependents, phrase: CountedPhrase, { row, word }: RowMatch): boolean {
  if (word !== wordBehind(phrase)) return false;
  if (row.pos === "ADJ") return !row.counted;
  const takesObject = row.frame.content.some(
    ({ steps }) => steps.length === 1 && steps[0].relation === "obj",
  );
  return row.pos === "VERB" && row.spellings[0].length === 1 && takesObject && isBareParticiple(tree, word);
}

function isBareParticiple(tree: Dependents, verb: number): boolean {
  const tag = tree.doc.names.xpos[tree.doc.xpos[verb]];
  if (tag !== "VBN" && tag !== "VBD" && tag !== "JJ") return false;
  return findDependent(tree, verb, (name) => name === "obj" || name === "aux") < 0;
}

/** "14 deaths and 3 injuries" keep apart; "8 or 9 deaths" share their noun. */
function isCoordinated(tree: Dependents, phrase: CountedPhrase, match: RowMatch): boolean {
  return (
    phrase.noun < 0 &&
    relationOf(tree.doc, phrase.node) === "nummod" &&
    match.counted.includes(tree.doc.head[phrase.node])
  );
}

function admits(row: MeasureRow, phrase: CountedPhrase): boolean {
  if (row.counts.has("any")) return true;
  for (const name of phrase.classes) if (row.counts.has(name)) return true;
  return false;
}

/** The figure's words and those above it that it is a part of, nearest first. */
function climb(tree: Dependents, phrase: CountedPhrase): number[] {
  const { doc } = tree;
  const ladder = [phrase.node];
  const { from } = phrase.number;
  // "by 61 votes to 59"
  if (phrase.noun < 0 && from >= 2 && /^(to|against)$/i.test(getForm(doc, from - 1))) {
    ladder.push(from - 2);
    if (doc.upos[from - 2] !== UPOS.indexOf("NUM") && doc.lemma[from - 2] !== "vote") ladder.pop();
  }
  if (phrase.noun >= 0 && phrase.noun !== phrase.node) ladder.push(phrase.noun);
  let at = phrase.node;
  for (let step = 0; step < FARTHEST; step++) {
    const relation = relationOf(doc, at);
    const head = doc.head[at];
    if (head < 0) break;
    if (
      !/^(conj|appos|nummod|compound|obl:unmarked|nmod:unmarked)$/.test(relation) &&
      !isPartOf(tree, at, relation)
    )
      break;
    ladder.push(head);
    at = head;
  }
  return ladder;
}

/** "including five children", "a total of 20 people", "the bodies of 20 men". */
function isPartOf(tree: Dependents, word: number, relation: string): boolean {
  if (!relation.startsWith("nmod") && !relation.startsWith("obl")) return false;
  for (let child = tree.firstChild[word]; child >= 0; child = tree.nextSibling[child]) {
    if (relationOf(tree.doc, child) !== "case") continue;
    const lemma = getForm(tree.doc, child).toLowerCase();
    if (/^(including|among|with)$/.test(lemma)) return true;
    if (lemma === "of" && PARTITIVES.has(tree.doc.lemma[tree.doc.head[word]].toLowerCase())) return true;
  }
  return false;
}

/** Nouns that stand for what they are "of". */
const PARTITIVES = new Set(
  "total group number crowd life body family convoy band team crew lot majority rest".split(" "),
);
