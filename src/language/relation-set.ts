/**
 * A set of relations, asked of one word after the other.
 *
 * In: what makes a relation one of the set. Out: the answer for a word of a parsed text, by the number of its relation: the
 * names of a text's relations are read once, since nearly all texts have those of the same parser.
 */
import type { Dependents } from "./dependents.js";
import type { ParsedDoc } from "./doc.js";

export class RelationSet {
  readonly #accepts: (relation: string) => boolean;
  #names: readonly string[] = [];
  /** 1 for each of the names that is in the set. */
  #isIn = new Uint8Array(0);
  /** A bit for each of them, as in `Dependents.relationsBelow`. */
  #bits = 0;

  constructor(accepts: (relation: string) => boolean) {
    this.#accepts = accepts;
  }

  /** True for the name of a relation of the set. */
  includes(relation: string): boolean {
    return this.#accepts(relation);
  }

  /** True where word `i` hangs on its head by a relation of the set. */
  has(doc: ParsedDoc, i: number): boolean {
    if (doc.names.deprel !== this.#names) this.#read(doc.names.deprel);
    return this.#isIn[doc.deprel[i]] === 1;
  }

  /** False only if no dependent of word `i` hangs on it by a relation of the set. */
  mayBeBelow({ doc, relationsBelow }: Dependents, i: number): boolean {
    if (doc.names.deprel !== this.#names) this.#read(doc.names.deprel);
    return (relationsBelow[i] & this.#bits) !== 0;
  }

  /** The first dependent of word `i` that hangs on it by a relation of the set; -1 for none. */
  firstBelow(tree: Dependents, i: number): number {
    if (!this.mayBeBelow(tree, i)) return -1;
    const { doc, nextSibling } = tree;
    let child = tree.firstChild[i];
    while (child >= 0 && !this.has(doc, child)) child = nextSibling[child];
    return child;
  }

  #read(names: readonly string[]): void {
    this.#names = names;
    this.#isIn = Uint8Array.from(names, (name) => (this.#accepts(name) ? 1 : 0));
    this.#bits = 0;
    for (let k = 0; k < names.length; k++) if (this.#isIn[k] === 1) this.#bits |= relationBit(k);
  }
}

/** The bit of relation number `k`; of the rare ones of a parser two share one. */
export function relationBit(k: number): number {
  return 1 << (k & 31);
}

/** The set of the relations named. */
export function relationSet(...names: readonly string[]): RelationSet {
  return new RelationSet((relation) => names.includes(relation));
}
