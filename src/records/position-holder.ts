/** Whose position it is: the head of the phrase that holds a row's trigger, shared subjects followed. */
import type { Dependents } from "../language/dependents.js";
import { findDependent } from "../language/dependents.js";
import { UPOS } from "../language/doc.js";
import { hasForm, hasLemma } from "../language/spelling.js";
import { isPassive } from "./frame-match.js";
import type { StanceRow } from "./stance-table.js";

const PRON = UPOS.indexOf("PRON");

/** Verbs in front of another verb whose subject is the subject of both. */
const SUBJECT_KEPT =
  /^(continue|want|wish|decide|vow|pledge|promise|agree|begin|start|cease|stop|refuse|decline|fail|seek|choose|remain|keep|join|appear|seem|plan|intend|hope|prefer|go|come|say|make|take|vote|move|manage|dare|resolve|threaten)$/;

/** Steps up the tree for a shared subject. */
const FARTHEST = 6;

/**
 * Heads of phrases that may be the holder's, the likeliest first: the one `found` by the row, unless that is a
 * pronoun ("its support") or a mere adjective ("firm support"), and the subject that the trigger has or shares.
 */
export function findHolder(tree: Dependents, row: StanceRow, trigger: number, found: number): number[] {
  const { doc } = tree;
  const heads: number[] = [];
  const isPossessive = found >= 0 && doc.upos[found] === PRON;
  if (found >= 0 && !isPossessive) heads.push(describedBy(tree, antecedentOf(tree, found)));
  if (heads.length > 0 && row.pos !== "NOUN") return heads;
  // "the minister, who was criticised": nobody tells by whom.
  if (row.pos === "VERB" && isPassive(tree, trigger)) return heads;
  const supported = row.pos === "NOUN" ? supportingVerb(tree, row, trigger) : trigger;
  const subject = supported < 0 ? -1 : subjectOf(tree, supported);
  if (subject >= 0) heads.push(describedBy(tree, antecedentOf(tree, subject)));
  else if (isPossessive) heads.push(found);
  return heads;
}

/** The verb whose object a noun is, if the row names it as one that carries the noun. */
function supportingVerb({ doc }: Dependents, row: StanceRow, noun: number): number {
  let at = noun;
  for (let step = 0; step < 3; step++) {
    const relation = doc.names.deprel[doc.deprel[at]];
    if (relation === "obj" || relation === "nsubj:pass" || relation.startsWith("obl")) {
      const verb = doc.head[at];
      return verb >= 0 && row.frame.support.some((v) => hasLemma(doc, verb, v) || hasForm(doc, verb, v))
        ? verb
        : -1;
    }
    if (relation !== "conj") return -1;
    at = doc.head[at];
  }
  return -1;
}

/** The subject of a verb, its own or one that it shares with a verb above. */
function subjectOf(tree: Dependents, verb: number): number {
  const { doc } = tree;
  let at = verb;
  for (let step = 0; step < FARTHEST && at >= 0; step++) {
    const own = findDependent(tree, at, (r) => r === "nsubj" || r === "nsubj:outer" || r === "obl:agent");
    if (own >= 0) return own;
    // A clause as subject is a parser's mistake where it holds the list itself.
    const relation = doc.names.deprel[doc.deprel[at]];
    const above = doc.head[at];
    if (above < 0) return -1;
    if (relation === "acl:relcl" || relation === "acl")
      return relation === "acl" ? actorAbove(tree, above) : above;
    if (relation === "xcomp" && !SUBJECT_KEPT.test(doc.lemma[above].toLowerCase())) return -1;
    if (!/^(conj|xcomp|advcl|parataxis)$/.test(relation)) return -1;
    at = above;
  }
  return -1;
}

/** "made statements declaring": the noun's verb has the subject. "states declaring": the noun is the holder. */
function actorAbove(tree: Dependents, noun: number): number {
  const { doc } = tree;
  // "Chad's policy of supporting": whose policy it is.
  const owner = findDependent(tree, noun, (r) => r === "nmod:poss");
  if (owner >= 0) return owner;
  if (/^(obj|obl)$/.test(doc.names.deprel[doc.deprel[noun]]) && doc.head[noun] >= 0) {
    const subject = findDependent(tree, doc.head[noun], (r) => r === "nsubj");
    if (
      subject >= 0 &&
      /^(statement|resolution|declaration|letter|appeal|speech|report|decision|note|communiqué|message)$/.test(
        doc.lemma[noun].toLowerCase(),
      )
    )
      return subject;
  }
  return noun;
}

/** The noun that a relative pronoun stands for. */
export function antecedentOf({ doc }: Dependents, word: number): number {
  if (doc.upos[word] !== PRON || !/^(who|which|that|whom)$/.test(doc.lemma[word].toLowerCase())) return word;
  let at = doc.head[word];
  for (let step = 0; step < FARTHEST && at >= 0; step++) {
    if (doc.names.deprel[doc.deprel[at]] === "acl:relcl") return doc.head[at];
    at = doc.head[at];
  }
  return word;
}

/** "Panama was one of nine states that …", "Sudan was the first to …": whom the predicate describes. */
function describedBy(tree: Dependents, word: number): number {
  const { doc } = tree;
  let at = word;
  for (let step = 0; step < 3 && at >= 0; step++) {
    const subject = findDependent(tree, at, (r) => r === "nsubj");
    if (subject >= 0 && subject !== word && findDependent(tree, at, (r) => r === "cop") >= 0) return subject;
    if (doc.names.deprel[doc.deprel[at]] !== "nmod") return word;
    at = doc.head[at];
  }
  return word;
}

/** "Oslo and Bern said that they …": the subject of the verb that the pronoun's clause hangs on; -1 if none. */
export function findGoverningSubject(tree: Dependents, pronoun: number): number {
  const { doc } = tree;
  let at = doc.head[pronoun];
  for (let step = 0; step < FARTHEST && at >= 0; step++) {
    const relation = doc.names.deprel[doc.deprel[at]];
    if (!/^(ccomp|xcomp|conj|advcl|acl|acl:relcl|obj|obl)$/.test(relation)) return -1;
    at = doc.head[at];
    const subject = at < 0 ? -1 : findDependent(tree, at, (r) => r === "nsubj");
    if (subject >= 0 && subject < pronoun) return doc.upos[subject] === PRON ? -1 : subject;
  }
  return -1;
}
