/**
 * The words of a table's row in a text: which word is the last of "made it very clear", and which governs the others.
 *
 * In: spellings in lower case and a word that may be the first. A word counts by its lemma or its form.
 */
import type { Dependents } from "../language/dependents.js";
import type { ParsedDoc } from "../language/doc.js";
import { hasForm, hasLemma } from "../language/spelling.js";
import type { LexicalRow } from "./lexical-table.js";

/** Words between the parts of a cue of several words ("made it very clear"). */
const WIDEST_GAP = 3;

/** The word of a name or compound that hangs outside of it: the "conference" of "in a press conference". */
export function headWithin(view: Dependents, first: number, last: number): number {
  for (let i = last; i >= first; i--) {
    const head = view.doc.head[i];
    if (head < first || head > last) return i;
  }
  return last;
}

/** The last word of the first of `spellings` that stands from word `i` on; -1 for none. */
export function lastWordOf(view: Dependents, spellings: readonly (readonly string[])[], i: number): number {
  for (const words of spellings) {
    const last = lastOf(view, words, i);
    if (last >= 0) return last;
  }
  return -1;
}

/** The last of `words` from word `i` on: beside each other, or further ones near by or hanging below; -1 for none. */
export function lastOf(view: Dependents, words: readonly string[], i: number): number {
  const { doc } = view;
  if (!isWord(doc, i, words[0])) return -1;
  let from = i;
  for (let w = 1; w < words.length; w++) {
    let found = -1;
    for (let k = from + 1; k <= from + WIDEST_GAP && k < doc.length && found < 0; k++)
      if (isWord(doc, k, words[w])) found = k;
    if (found >= 0) from = found;
    else if (!hangsBelow(view, words[w], i)) return -1;
  }
  return from;
}

/** A tree with hashes of its words' forms and lemmas, see {@link hashString}. */
export interface HashedTree extends Dependents {
  readonly form: Int32Array;
  readonly lemma: Int32Array;
}

/**
 * False only if {@link lastWordOf} finds no spelling with one of these second words from word `i` on: told by numbers that
 * stand side by side, without fetching a string.
 */
export function mayGoOn(tree: HashedTree, { seconds }: LexicalRow, i: number): boolean {
  if (seconds.length === 0) return true;
  const { firstChild, nextSibling } = tree;
  const end = Math.min(i + WIDEST_GAP, tree.doc.length - 1);
  for (let k = i + 1; k <= end; k++) if (isOneOf(tree, k, seconds)) return true;
  for (let child = firstChild[i]; child >= 0; child = nextSibling[child]) {
    if (isOneOf(tree, child, seconds)) return true;
    for (let below = firstChild[child]; below >= 0; below = nextSibling[below])
      if (isOneOf(tree, below, seconds)) return true;
  }
  return false;
}

function isOneOf({ form, lemma }: HashedTree, i: number, hashes: readonly number[]): boolean {
  for (let k = 0; k < hashes.length; k++) if (hashes[k] === form[i] || hashes[k] === lemma[i]) return true;
  return false;
}

/** A particle of the verb, or the preposition of one of its dependents ("called, in a speech, for"). */
function hangsBelow(view: Dependents, word: string, i: number): boolean {
  const { doc } = view;
  const { deprel } = doc.names;
  for (let child = view.firstChild[i]; child >= 0; child = view.nextSibling[child]) {
    // "troops moved" is not "move troops"
    if (isWord(doc, child, word) && deprel[doc.deprel[child]] !== "nsubj") return true;
    for (let below = view.firstChild[child]; below >= 0; below = view.nextSibling[below]) {
      if (isWord(doc, below, word) && deprel[doc.deprel[below]] === "case") return true;
    }
  }
  return false;
}

const POSSESSIVES = "my your his her its our their 's ’s".split(" ");

function isWord(doc: ParsedDoc, i: number, word: string): boolean {
  return hasLemma(doc, i, word) || hasForm(doc, i, word) || (word === "one's" && isPossessive(doc, i));
}

function isPossessive(doc: ParsedDoc, i: number): boolean {
  for (const own of POSSESSIVES) if (hasLemma(doc, i, own) || hasForm(doc, i, own)) return true;
  return false;
}
