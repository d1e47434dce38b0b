/** The tree downwards, as columns beside the heads: a word's first dependent, and the next one of the same head. */
import type { ParsedDoc } from "./doc.js";
import { relationBit } from "./relation-set.js";

export interface Dependents {
  readonly doc: ParsedDoc;
  /** -1 where a word has none; dependents come in the order of the text. */
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  /** The bits of the relations by which its dependents hang on a word: see {@link relationBit}. */
  readonly relationsBelow: Int32Array;
}

/** The dependents of every word of `doc`; linear in its words. */
export function findDependents(doc: ParsedDoc): Dependents {
  const firstChild = new Int32Array(doc.length).fill(-1);
  const nextSibling = new Int32Array(doc.length).fill(-1);
  const relationsBelow = new Int32Array(doc.length);
  for (let i = doc.length - 1; i >= 0; i--) {
    const head = doc.head[i];
    if (head < 0) continue;
    nextSibling[i] = firstChild[head];
    firstChild[head] = i;
    relationsBelow[head] |= relationBit(doc.deprel[i]);
  }
  return { doc, firstChild, nextSibling, relationsBelow };
}

/** The first dependent of `word` whose relation `fits`; -1 if none. */
export function findDependent(tree: Dependents, word: number, fits: (relation: string) => boolean): number {
  const { doc } = tree;
  for (let child = tree.firstChild[word]; child >= 0; child = tree.nextSibling[child]) {
    if (fits(doc.names.deprel[doc.deprel[child]])) return child;
  }
  return -1;
}
