/** Whether a stance is really held: negation, doubt, whose wish it is, and as what something is judged. */
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

/** Nouns of what is yet to be done. */
const OPEN_NOUNS =
  /^(time|need|reason|chance|way|opportunity|pressure|call|demand|plea|appeal|request|duty|failure)$/;

/** Verbs whose clause is said not to be so, or not to be known. */
const DENIES = /^(deny|doubt|dispute|wonder|question|refute)$/;

/**
 * 1 where the stance is held as it is written, -1 where it is turned; undefined where it is nobody's yet: what
 * somebody is asked to back, might back, or would. Where the stance is `bySpeaker`
 * ("must be shut"), what must be is held, and what a speaker denies is turned.
 */
export function findPolarity(tree: Dependents, trigger: number, bySpeaker = false): 1 | -1 | undefined {
  const { doc } = tree;
  if (isAsked(tree, trigger)) return undefined;
  let polarity: 1 | -1 = 1;
  // "are not in favour of": a preposition is negated with what it stands before.
  const isCase = doc.names.deprel[doc.deprel[trigger]] === "case";
  let at = isCase ? doc.head[trigger] : trigger;
  for (let step = 0; step < 5 && at >= 0; step++) {
    for (let child = tree.firstChild[at]; child >= 0; child = tree.nextSibling[child]) {
      const relation = doc.names.deprel[doc.deprel[child]];
      const lemma = doc.lemma[child].toLowerCase();
      if (
        (relation === "advmod" || relation === "det" || relation === "cc:preconj") &&
        NEGATION.test(lemma) &&
        lemma !== "nor"
      )
        polarity = turnPolarity(polarity);
      if (relation === "aux" && step === 0 && isOpen(tree, at, lemma, bySpeaker)) return undefined;
      if (relation === "mark" && /^(if|whether)$/.test(lemma)) return undefined;
      // "as fair as possible"
      if (relation === "advmod" && lemma === "as" && step === 0) return undefined;
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
    // "it is time for Mali to back it", "no evidence that she approved it"
    if (relation === "acl" && (OPEN_NOUNS.test(lemma) || isNobody(tree, above))) return undefined;
    if (relation !== "xcomp" && relation !== "advcl" && relation !== "ccomp") break;
    // "did not yield, even as others called for it": such a clause stands by itself.
    if (relation === "advcl" && isSubordinate(tree, at)) break;
    // "has yet to endorse it"
    if (relation === "xcomp" && lemma === "have" && hasYet(tree, above)) return undefined;
    if (relation !== "ccomp" && TURNS.test(lemma)) polarity = turnPolarity(polarity);
    else if (relation !== "ccomp" && ASKS.test(lemma) && asksAnother(tree, above)) return undefined;
    if (relation === "ccomp") {
      if (DENIES.test(lemma) && bySpeaker) return turnPolarity(polarity);
      if (WISHES.test(lemma) || DENIES.test(lemma)) return undefined;
      break;
    }
    at = above;
  }
  return polarity;
}

/** "Might back it", "should back it": nobody's stance yet; "we must resist it" is the speaker's own. */
function isOpen(tree: Dependents, verb: number, auxiliary: string, bySpeaker: boolean): boolean {
  const { doc } = tree;
  const subject = findDependent(tree, verb, (r) => r === "nsubj");
  if (/^(may|might|could)$/.test(auxiliary)) return !hasOnly(tree, verb) && !isNobody(tree, subject);
  if (bySpeaker) return false;
  if (/^(should|must|ought|shall)$/.test(auxiliary)) {
    return subject < 0 || !/^(we|i)$/.test(doc.lemma[subject].toLowerCase());
  }
  return auxiliary === "would" && doc.names.deprel[doc.deprel[verb]] === "acl:relcl";
}

/** "No state", "nobody": what none will have, the speaker will not. */
export function isNobody(tree: Dependents, subject: number): boolean {
  if (subject < 0) return false;
  const { doc } = tree;
  if (/^(nobody|none|no-one)$/.test(doc.lemma[subject].toLowerCase())) return true;
  const determiner = findDependent(tree, subject, (r) => r === "det");
  return determiner >= 0 && /^(no|neither)$/.test(doc.lemma[determiner].toLowerCase());
}

/** "Would Denmark accept a quota?": the verb is that of a question. */
function isAsked({ doc, firstChild, nextSibling }: Dependents, verb: number): boolean {
  let at = verb;
  while (doc.head[at] >= 0 && /^(conj|xcomp|obj|obl|parataxis)$/.test(doc.names.deprel[doc.deprel[at]]))
    at = doc.head[at];
  let last = at;
  for (let child = firstChild[at]; child >= 0; child = nextSibling[child]) last = Math.max(last, child);
  return doc.text[doc.start[last]] === "?" || (last > 0 && doc.text[doc.start[last - 1]] === "?");
}

/** "urged the union to support": somebody else is asked. */
function asksAnother(tree: Dependents, verb: number): boolean {
  return (
    findDependent(tree, verb, (r) => r === "obj" || r === "iobj" || r === "obl" || r === "nsubj:pass") >= 0
  );
}

/** A clause with "as", "while", "because" and their like; one with "to" or "of" is part of its verb. */
function isSubordinate(tree: Dependents, clause: number): boolean {
  const marker = findDependent(tree, clause, (r) => r === "mark");
  return marker >= 0 && !/^(to|of|from|in|by|without|for)$/.test(tree.doc.lemma[marker].toLowerCase());
}

function hasYet(tree: Dependents, verb: number): boolean {
  const adverb = findDependent(tree, verb, (r) => r === "advmod");
  return adverb >= 0 && tree.doc.lemma[adverb].toLowerCase() === "yet";
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

/** The opposite polarity. */
export function turnPolarity(polarity: 1 | -1): 1 | -1 {
  return polarity === 1 ? -1 : 1;
}

/** A stance under negation: not for is against, not against is no stance. */
export function turnStance(stance: Stance, polarity: 1 | -1): Stance {
  if (polarity === 1) return stance;
  return stance === "favor" ? "against" : "neutral";
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
