/** Whether a stance is really held: negation, doubt, whose wish it is, and what it hangs on. */
import type { Span } from "../core/evidence.js";
import type { Stance, StatementRecord } from "../core/records.js";
import { type Dependents, findDependent } from "../language/dependents.js";

const NEGATION = /^(not|n't|n’t|never|no|neither|nor|hardly|without)$/;

/** Verbs that turn what hangs below them. */
const TURNS = /^(refuse|decline|fail|stop|cease|neglect|forbear)$/;

/** Verbs that keep what hangs below them, beside those of saying, whose content is another matter. */
const ASKS =
  /^(urge|ask|call|tell|order|force|press|invite|persuade|convince|expect|encourage|beg|request|require|allow|help|enable|exhort|implore|instruct|oblige|lobby|pressure|push|warn|want|need|demand)$/;

/** Verbs whose clause is wished for and not told. */
const WISHES =
  /^(hope|want|wish|demand|expect|ask|insist|propose|suggest|request|urge|recommend|prefer|require|pray|call)$/;

/**
 * 1 where the stance is held as it is written, -1 where it is turned; undefined where it is nobody's yet: what
 * somebody is asked to back, might back, or would.
 */
export function findPolarity(tree: Dependents, trigger: number): 1 | -1 | undefined {
  const { doc } = tree;
  let polarity: 1 | -1 = 1;
  let at = trigger;
  for (let step = 0; step < 5 && at >= 0; step++) {
    for (let child = tree.firstChild[at]; child >= 0; child = tree.nextSibling[child]) {
      const relation = doc.names.deprel[doc.deprel[child]];
      const lemma = doc.lemma[child].toLowerCase();
      if (
        (relation === "advmod" || relation === "det" || relation === "cc:preconj") &&
        NEGATION.test(lemma) &&
        lemma !== "nor"
      )
        polarity = polarity === 1 ? -1 : 1;
      if (relation === "aux" && /^(may|might|could)$/.test(lemma) && step === 0 && !hasOnly(tree, at))
        return undefined;
      if (relation === "mark" && /^(if|whether)$/.test(lemma)) return undefined;
    }
    const relation = doc.names.deprel[doc.deprel[at]];
    const above = doc.head[at];
    if (above < 0) break;
    const lemma = doc.lemma[above].toLowerCase();
    if (relation === "obj" && step === 0) {
      at = above;
      continue;
    }
    if (relation === "conj") {
      // What stands before both verbs is not looked for: "did not accept and condemned".
      while (doc.head[at] >= 0 && doc.names.deprel[doc.deprel[at]] === "conj") at = doc.head[at];
      const outer = doc.head[at] < 0 ? "" : doc.lemma[doc.head[at]].toLowerCase();
      return doc.names.deprel[doc.deprel[at]] === "ccomp" && WISHES.test(outer) ? undefined : polarity;
    }
    if (relation !== "xcomp" && relation !== "advcl" && relation !== "ccomp") break;
    if (relation !== "ccomp" && TURNS.test(lemma)) polarity = polarity === 1 ? -1 : 1;
    else if (relation !== "ccomp" && ASKS.test(lemma) && asksAnother(tree, above)) return undefined;
    if (relation === "ccomp") {
      if (WISHES.test(lemma)) return undefined;
      break;
    }
    at = above;
  }
  return polarity;
}

/** "urged the union to support": somebody else is asked. */
function asksAnother(tree: Dependents, verb: number): boolean {
  return (
    findDependent(tree, verb, (r) => r === "obj" || r === "iobj" || r === "obl" || r === "nsubj:pass") >= 0
  );
}

function hasOnly(tree: Dependents, word: number): boolean {
  const { doc } = tree;
  for (let child = tree.firstChild[word]; child >= 0; child = tree.nextSibling[child]) {
    if (doc.lemma[child].toLowerCase() === "only") return true;
    for (let below = tree.firstChild[child]; below >= 0; below = tree.nextSibling[below])
      if (doc.lemma[below].toLowerCase() === "only") return true;
  }
  return false;
}

/** A stance under negation: not for is against, not against is no stance. */
export function turnStance(stance: Stance, polarity: 1 | -1): Stance {
  if (polarity === 1) return stance;
  return stance === "favor" ? "against" : "neutral";
}

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

/** Whether `word` is the main predicate of what `statement` says, not of a clause inside it. */
export function isMainOf(tree: Dependents, statement: StatementRecord, word: number): boolean {
  const { doc } = tree;
  const contents = statement.evidence.filter((e) => e.part === "content");
  let at = word;
  for (let step = 0; step < 12; step++) {
    const above = doc.head[at];
    if (above < 0) return true;
    const start = doc.start[above];
    if (!contents.some((c) => c.start <= start && start < c.end)) return true;
    const relation = doc.names.deprel[doc.deprel[at]];
    if (!/^(conj|parataxis|ccomp|root)$/.test(relation)) return false;
    at = above;
  }
  return false;
}

/** As what the object is judged: "declared the vote illegal", "called it a sham"; undefined where as neither. */
export function judgedStance(
  tree: Dependents,
  verb: number,
  object: number,
  judgements: ReadonlyMap<string, Stance>,
): Stance | undefined {
  const { doc } = tree;
  for (const owner of [verb, object]) {
    for (let child = tree.firstChild[owner]; child >= 0; child = tree.nextSibling[child]) {
      const relation = doc.names.deprel[doc.deprel[child]];
      const judges = owner === verb ? /^(xcomp|obl|advcl|ccomp)/.test(relation) : child > object;
      if (!judges) continue;
      const stance = judgements.get(doc.lemma[child].toLowerCase()) ?? stanceBelow(tree, child, judgements);
      if (stance !== undefined) return stance;
    }
  }
  return undefined;
}

function stanceBelow(
  tree: Dependents,
  word: number,
  judgements: ReadonlyMap<string, Stance>,
): Stance | undefined {
  const { doc } = tree;
  for (let child = tree.firstChild[word]; child >= 0; child = tree.nextSibling[child]) {
    if (!/^(amod|conj)$/.test(doc.names.deprel[doc.deprel[child]])) continue;
    const stance = judgements.get(doc.lemma[child].toLowerCase());
    if (stance !== undefined) return stance;
  }
  return undefined;
}
