/** The words of a noun phrase: what names somebody or something, without clauses and without what is "of" it. */
import type { Dependents } from "../language/dependents.js";
import { getForm, UPOS } from "../language/doc.js";

const PUNCT = UPOS.indexOf("PUNCT");

/** A noun with what stands before it, and its name: no clauses, no "of …". */
export function phraseWords(tree: Dependents, head: number): number[] {
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
