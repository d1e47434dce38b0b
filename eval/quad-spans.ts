/**
 * Source and target of a sentence's main event, by its tree alone: for sentences whose event no rule codes.
 *
 * In: a parsed sentence. Out: spans with roles. The source is the subject of the main verb, or the agent of a passive;
 * the target its object or what "to", "with", "against" … lead to, and of an object that is a deed or a speech whom that
 * concerns. What somebody says is the main clause where its subject is somebody else.
 */
import { type Dependents, findDependent, findDependents } from "../src/language/dependents.js";
import { getForm, type ParsedDoc, UPOS } from "../src/language/doc.js";
import type { EntityTable } from "../src/mentions/entity-table.js";

export interface RoleSpan {
  readonly role: "source" | "target";
  readonly start: number;
  readonly end: number;
}

const ADJ = UPOS.indexOf("ADJ");
const PROPN = UPOS.indexOf("PROPN");
const VERB = UPOS.indexOf("VERB");
const PRON = UPOS.indexOf("PRON");
const PUNCT = UPOS.indexOf("PUNCT");

/** Prepositions of whom a deed concerns, the likeliest first. */
const TOWARDS = [
  "against",
  "with",
  "to",
  "on",
  "at",
  "for",
  "from",
  "over",
  "of",
  "in",
  "into",
  "about",
  "between",
];

/** Sources and targets in the first sentence of `doc`. */
export function findRoleSpans(doc: ParsedDoc, kinds: EntityTable): RoleSpan[] {
  const tree = findDependents(doc);
  const root = findRoot(doc);
  if (root < 0) return [];
  const { teller, doer, asked } = findMainVerbs(tree, root);
  // parties who meet or sign do so with each other
  if (isMutual(tree, doer) || isMutual(tree, teller)) return [];
  const sources = findSources(tree, teller);
  const found = asked >= 0 ? [asked] : findTargets(tree, doer, kinds);
  const targets = found.flatMap((word) => findMembers(tree, word)).filter((word) => !sources.includes(word));
  return [
    ...sources.map((word) => span(tree, word, "source")),
    ...targets.map((word) => span(tree, word, "target")),
  ];
}

function findRoot(doc: ParsedDoc): number {
  for (let i = 0; i < doc.length; i++) if (doc.head[i] < 0 && doc.upos[i] !== PUNCT) return i;
  return -1;
}

const SUBJECT = /^(nsubj|csubj)/;
const SAYING =
  /^(say|tell|add|report|announce|note|state|claim|stress|declare|confirm|believe|think|write|explain|argue|suggest|reveal|know)$/;

/**
 * The verb whose subject is the source and the one whose object is the target: of what is said, where the speaker only
 * reports it; of both, where the speaker tells of what the speaker does ("says it will …").
 */
function findMainVerbs(tree: Dependents, root: number): { teller: number; doer: number; asked: number } {
  const { doc } = tree;
  let teller = root;
  let doer = root;
  for (let step = 0; step < 3; step++) {
    const inner = findDependent(tree, doer, (relation) => relation === "ccomp");
    const isWish = /^(hope|want|urge|demand|expect|wish|doubt)$/.test(doc.lemma[doer].toLowerCase());
    if (inner < 0 || !(isWish || SAYING.test(doc.lemma[doer].toLowerCase()))) break;
    const subject = findDependent(tree, inner, (relation) => SUBJECT.test(relation));
    const isOther = subject >= 0 && doc.upos[subject] !== PRON;
    // "said that B must stop", "hopes B will help": B is whom it concerns
    if (isOther && (isWish || isObliged(tree, inner))) return { teller, doer, asked: subject };
    if (subject >= 0 && doc.upos[subject] !== PRON) teller = inner;
    doer = inner;
  }
  for (let step = 0; step < 3; step++) {
    const meant = findDependent(tree, doer, (relation) => relation === "xcomp");
    const isCatenative = CATENATIVE.test(doc.lemma[doer].toLowerCase()) || doc.upos[doer] === ADJ;
    if (meant < 0 || doc.upos[meant] !== VERB || !isCatenative) break;
    doer = meant;
  }
  return { teller, doer, asked: -1 };
}

function isObliged(tree: Dependents, verb: number): boolean {
  const { doc } = tree;
  for (let child = tree.firstChild[verb]; child >= 0; child = tree.nextSibling[child])
    if (/^(must|should|shall)$/.test(doc.lemma[child].toLowerCase())) return true;
  return doc.lemma[verb].toLowerCase() === "need";
}

/** The names of a list, each by itself; any other phrase as a whole. */
function findMembers(tree: Dependents, word: number): number[] {
  const { doc } = tree;
  const members = [word];
  if (doc.upos[word] !== PROPN) return members;
  for (let child = tree.firstChild[word]; child >= 0; child = tree.nextSibling[child])
    if (doc.names.deprel[doc.deprel[child]] === "conj") members.push(child);
  return members;
}

const MUTUAL =
  /^(meet|sign|negotiate|cooperate|reach|resume|hold|conduct|exchange|agree|start|perform|strengthen|discuss)$/;
const MUTUAL_OBJECT =
  /^(talk|meeting|negotiation|summit|drill|exercise|agreement|deal|treaty|war game|consultation)s?$/;

/** "A and B signed", "A met B", "A held talks with B". */
function isMutual(tree: Dependents, verb: number): boolean {
  const { doc } = tree;
  const lemma = doc.lemma[verb].toLowerCase();
  const object = findDependent(tree, verb, (relation) => relation === "obj");
  if (lemma === "meet") return true;
  if (!MUTUAL.test(lemma)) return false;
  if (object >= 0 && /^(hold|conduct)$/.test(lemma))
    return MUTUAL_OBJECT.test(doc.lemma[object].toLowerCase());
  const subject = findDependent(tree, verb, (relation) => relation === "nsubj");
  return subject >= 0 && findDependent(tree, subject, (relation) => relation === "conj") >= 0;
}

/** Verbs whose deed is the next one's: "agreed to lend", "is considering sending". */
const CATENATIVE =
  /^(agree|plan|want|intend|decide|vow|pledge|promise|threaten|refuse|continue|begin|start|try|attempt|consider|seek|offer|fail|go|prepare|need|hope|expect|be|have|help|manage|use|keep|stop)$/;

function findSources(tree: Dependents, verb: number): number[] {
  const agent = findDependent(tree, verb, (relation) => relation === "obl:agent");
  if (agent >= 0) return [agent];
  for (let at = verb, step = 0; step < 3 && at >= 0; at = tree.doc.head[at], step++) {
    const subject = findDependent(tree, at, (relation) => relation === "nsubj" || relation === "csubj");
    if (subject >= 0) return [subject];
  }
  return [];
}

function findTargets(tree: Dependents, verb: number, kinds: EntityTable): number[] {
  const { doc } = tree;
  const passive = findDependent(tree, verb, (relation) => relation === "nsubj:pass");
  if (passive >= 0) return [passive];
  const indirect = findDependent(tree, verb, (relation) => relation === "iobj");
  if (indirect >= 0) return [indirect];
  const object = findDependent(tree, verb, (relation) => relation === "obj");
  const beside = findTowards(tree, verb, /^obl/);
  if (object < 0) return beside < 0 ? [] : [beside];
  if (doc.upos[object] === PRON) return beside < 0 ? [] : [beside];
  // "withdrew peacekeepers from the valley": who is left
  if (/^(withdraw|pull|evacuate)$/.test(doc.lemma[verb].toLowerCase()) && beside >= 0) return [beside];
  if (isSomebody(doc, object, kinds)) return [object];
  const concerned = findTowards(tree, object, /^nmod/);
  const others = [concerned, beside].filter((word) => word >= 0);
  const best = others.find((word) => namesSomebody(tree, word, kinds)) ?? others[0];
  if (best !== undefined) return [best];
  return namesSomebody(tree, object, kinds) || !ABSTRACT.test(doc.lemma[object].toLowerCase())
    ? [object]
    : [];
}

/** Nouns of what is said or done, which is done to nobody by itself. */
const ABSTRACT =
  /(?:tion|sion|ment|ance|ence|ism|ship|ure|ity|cy|talk|fire|call|aid|help|war|support|meeting|visit|deal|pact|tie|charge|threat|offer|letter|step|way|work|state of emergency|operation|respect|surprise)s?$/;

/** A name or a noun for persons, groups and places. */
function isSomebody(doc: ParsedDoc, word: number, kinds: EntityTable): boolean {
  return doc.upos[word] === PROPN || kinds.common.has(doc.lemma[word].toLowerCase());
}

/** The phrase holds somebody. */
function namesSomebody(tree: Dependents, word: number, kinds: EntityTable): boolean {
  if (isSomebody(tree.doc, word, kinds)) return true;
  for (let child = tree.firstChild[word]; child >= 0; child = tree.nextSibling[child])
    if (isSomebody(tree.doc, child, kinds)) return true;
  return false;
}

function findTowards(tree: Dependents, head: number, relation: RegExp): number {
  const { doc } = tree;
  let best = -1;
  let rank = TOWARDS.length;
  for (let child = tree.firstChild[head]; child >= 0; child = tree.nextSibling[child]) {
    if (child < head || !relation.test(doc.names.deprel[doc.deprel[child]])) continue;
    const marker = findDependent(tree, child, (name) => name === "case");
    const place = marker < 0 ? -1 : TOWARDS.indexOf(doc.lemma[marker].toLowerCase());
    if (place < 0 || place >= rank || isTime(doc, child)) continue;
    best = child;
    rank = place;
  }
  return best;
}

function isTime(doc: ParsedDoc, word: number): boolean {
  return /^(?:\d.*|\p{Lu}\p{Ll}+day|January|February|March|April|May|June|July|August|September|October|November|December|(?:mon|yea|wee|da|hou)\w*|week|weekend|night|morning|Oct\.?|Nov\.?|Dec\.?|Jan\.?|Feb\.?|Sept?\.?)$/u.test(
    getForm(doc, word),
  );
}

/** Behind a comma: an apposition, or the next clause. */
function isSetOff(doc: ParsedDoc, word: number): boolean {
  let first = word;
  while (first > 0 && doc.head[first - 1] === word) first--;
  return first > 0 && getForm(doc, first - 1) === ",";
}

/** The phrase of a word: what hangs below it, without clauses behind and without further members of a list. */
function span(tree: Dependents, word: number, role: RoleSpan["role"]): RoleSpan {
  const { doc } = tree;
  const words = [word];
  for (let k = 0; k < words.length; k++) {
    for (let child = tree.firstChild[words[k]]; child >= 0; child = tree.nextSibling[child]) {
      const relation = doc.names.deprel[doc.deprel[child]];
      if (child > word && isSetOff(doc, child)) continue;
      if (words[k] === word && relation === "conj" && doc.upos[word] === PROPN && role === "target") continue;
      if (words[k] === word && /^(case|acl:relcl|advcl|punct|parataxis|cop|aux|nsubj|mark|cc)/.test(relation))
        continue;
      words.push(child);
    }
  }
  words.sort((a, b) => a - b);
  while (words.length > 1 && doc.upos[words[words.length - 1]] === PUNCT) words.pop();
  return { role, start: doc.start[words[0]], end: doc.end[words[words.length - 1]] };
}
