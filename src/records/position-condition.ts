/** What a position hangs on: an if-clause, or what "only" stands before. */
import type { Span } from "../core/evidence.js";
import type { Dependents } from "../language/dependents.js";

/** What the predicate hangs on: an if-clause, or what "only" stands before; undefined if nothing. */
export function findCondition(tree: Dependents, predicate: number): Span | undefined {
  const { doc } = tree;
  for (let child = tree.firstChild[predicate]; child >= 0; child = tree.nextSibling[child]) {
    const relation = doc.names.deprel[doc.deprel[child]];
    if (!/^(advcl|obl)/.test(relation)) continue;
    for (let below = tree.firstChild[child]; below >= 0; below = tree.nextSibling[below]) {
      const lemma = doc.lemma[below].toLowerCase();
      const role = doc.names.deprel[doc.deprel[below]];
      const opens =
        (role === "mark" && /^(if|unless|provided|once)$/.test(lemma)) ||
        (role === "advmod" && lemma === "only" && below === tree.firstChild[child]);
      if (opens) return { start: doc.start[below], end: lastCharacter(tree, child) };
    }
    if (child > 0 && doc.head[child - 1] === predicate && doc.lemma[child - 1].toLowerCase() === "only")
      return { start: doc.start[child - 1], end: lastCharacter(tree, child) };
  }
  for (let child = tree.firstChild[predicate]; child >= 0; child = tree.nextSibling[child]) {
    if (doc.lemma[child].toLowerCase() !== "only" || child < predicate) continue;
    const next = tree.nextSibling[child];
    if (next >= 0 && /^(advcl|obl)/.test(doc.names.deprel[doc.deprel[next]]))
      return { start: doc.start[child], end: lastCharacter(tree, next) };
  }
  return undefined;
}

function lastCharacter(tree: Dependents, word: number): number {
  const { doc } = tree;
  let last = word;
  const stack = [word];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (doc.names.deprel[doc.deprel[at]] !== "punct") last = Math.max(last, at);
    for (let child = tree.firstChild[at]; child >= 0; child = tree.nextSibling[child]) stack.push(child);
  }
  return doc.end[last];
}
