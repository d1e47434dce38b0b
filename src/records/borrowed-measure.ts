/**
 * Figures that another word lends its measure: "the number of rebels was put at 900", "some sixty persons took part;
 * the mayor speaks of a thousand".
 *
 * In: a figure that a borrowing row of measures.tsv governs, and the figure before it. Out: what it counts and measures;
 * undefined where there is nothing to borrow. A figure is lent to what stands in its own sentence or in one of the two
 * behind it.
 */
import type { Span } from "../core/evidence.js";
import type { Dependents } from "../language/dependents.js";
import { UPOS } from "../language/doc.js";
import type { ArticleActors } from "../mentions/actors.js";
import { type CountedPhrase, describeNoun, hasCase } from "./counted-phrase.js";
import { relationOf } from "./frame-match.js";
import type { RowMatch } from "./quantity-measure.js";
import { OF_FIGURE, OF_NOUN, type QuantityTables } from "./quantity-table.js";

/** A figure that another may borrow from. */
export interface LentFigure {
  readonly sentence: number;
  readonly measure: string;
  /** What it counts, as written; null where the text leaves it out. */
  readonly of: Span | null;
  /** The figure itself. */
  readonly value: Span;
}

/** What a borrowed figure counts. */
export interface BorrowedFigure {
  readonly phrase: CountedPhrase;
  /** Null where the noun tells. */
  readonly measure: string | null;
  /** Where the figure before says what is counted; null where the figure's own words do. */
  readonly antecedent: Span | null;
}

/** Sentences behind a figure in which another may borrow from it. */
const REACH = 2;

const NOUN = UPOS.indexOf("NOUN");
const PROPN = UPOS.indexOf("PROPN");

export function borrowMeasure(
  tree: Dependents,
  s: number,
  phrase: CountedPhrase,
  { row, word, agent }: RowMatch,
  before: LentFigure | undefined,
  { tables, actors }: { readonly tables: QuantityTables; readonly actors: ArticleActors },
): BorrowedFigure | undefined {
  // "33 seen": nobody who could say otherwise
  if (row.measure === OF_FIGURE && agent < 0) return undefined;
  if (row.measure === OF_NOUN) {
    const noun = findOwned(tree, word);
    if (noun >= 0)
      return {
        phrase: describeNoun(tree, phrase.number, noun, tables, actors),
        measure: null,
        antecedent: null,
      };
    // "the number rose to 40" tells of whatever was counted before
    if (!isDefinite(tree, word)) return undefined;
  }
  if (before === undefined || s - before.sentence > REACH) return undefined;
  return {
    phrase: { ...phrase, of: before.of },
    measure: before.measure,
    antecedent: before.of ?? before.value,
  };
}

/** "the number of [rebels]". */
function findOwned(tree: Dependents, word: number): number {
  const { doc } = tree;
  for (let child = tree.firstChild[word]; child >= 0; child = tree.nextSibling[child]) {
    const isNoun = doc.upos[child] === NOUN || doc.upos[child] === PROPN;
    if (child > word && isNoun && relationOf(doc, child).startsWith("nmod") && hasCase(tree, child, /^of$/))
      return child;
  }
  return -1;
}

/** "the number", "their number". */
function isDefinite(tree: Dependents, word: number): boolean {
  const { doc } = tree;
  for (let child = tree.firstChild[word]; child >= 0 && child < word; child = tree.nextSibling[child])
    if (
      /^(the|their|its|that|this)$/.test(doc.lemma[child].toLowerCase()) ||
      relationOf(doc, child) === "nmod:poss"
    )
      return true;
  return false;
}
