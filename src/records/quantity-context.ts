/**
 * When and where a figure holds: the date and the places that stand in its own clause.
 *
 * In: the tree, the figure's governing word, the article's dates and places. Out: the date under the same verb, else
 * the nearest in the sentence before another verb takes it; and the places under the same verb.
 */
import type { Span } from "../core/evidence.js";
import type { PlaceRef } from "../core/records.js";
import type { Dependents } from "../language/dependents.js";
import { UPOS } from "../language/doc.js";
import type { DateMention } from "../mentions/date-mention.js";
import { relationOf } from "./frame-match.js";

/** A place and where it is written. */
export interface PlacedSpan extends Span {
  readonly ref: PlaceRef;
}

const VERB = UPOS.indexOf("VERB");
/** Relations by which a clause hangs on another: what is below belongs to it. */
const CLAUSE = /^(ccomp|advcl|acl|parataxis|csubj|conj|root)/;

/** The verb of the clause that a word stands in. */
function clauseOf(tree: Dependents, word: number): number {
  let at = word;
  while (tree.doc.head[at] >= 0 && !(tree.doc.upos[at] === VERB && CLAUSE.test(relationOf(tree.doc, at))))
    at = tree.doc.head[at];
  return at;
}

/** The word of sentence `s` at which `span` begins; -1 outside. */
function wordAt(tree: Dependents, s: number, span: Span): number {
  const { doc } = tree;
  for (let i = doc.sentence[s]; i < doc.sentence[s + 1]; i++)
    if (doc.end[i] > span.start) return doc.start[i] < span.end ? i : -1;
  return -1;
}

export function findQuantityDate(
  tree: Dependents,
  s: number,
  anchor: number,
  dates: readonly DateMention[],
): DateMention | undefined {
  const clause = clauseOf(tree, anchor);
  let best: DateMention | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const date of dates) {
    if ((date.type !== "DATE" && date.type !== "TIME") || !/\d/.test(date.value.edtf)) continue;
    const word = wordAt(tree, s, date);
    if (word < 0) continue;
    const other = clauseOf(tree, word);
    // the date of another's saying or of a clause below is not the figure's
    const cost =
      other === clause ? 0 : isAbove(tree, other, clause) && !isSaying(tree, other, clause) ? 1000 : -1;
    if (cost < 0) continue;
    const total = cost + Math.abs(word - anchor);
    if (total < bestCost) {
      best = date;
      bestCost = total;
    }
  }
  return best;
}

function isAbove(tree: Dependents, upper: number, lower: number): boolean {
  for (let at = tree.doc.head[lower]; at >= 0; at = tree.doc.head[at]) if (at === upper) return true;
  return false;
}

/** True where `lower` is what `upper` says: "said on Friday that 20 had died". */
function isSaying(tree: Dependents, upper: number, lower: number): boolean {
  for (let at = lower; at >= 0 && at !== upper; at = tree.doc.head[at])
    if (/^(ccomp|parataxis|acl:relcl)/.test(relationOf(tree.doc, at))) return true;
  return false;
}

export function findQuantityPlaces(
  tree: Dependents,
  s: number,
  anchor: number,
  places: readonly PlacedSpan[],
): PlacedSpan[] {
  const clause = clauseOf(tree, anchor);
  return places.filter((place) => {
    const word = wordAt(tree, s, place);
    return word >= 0 && clauseOf(tree, word) === clause;
  });
}
