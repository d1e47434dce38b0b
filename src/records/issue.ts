/**
 * What a position is about, named so that its wordings meet: "the territorial integrity of Kenya" and "Kenya's
 * territorial integrity within its borders" are one issue.
 *
 * In: the tree, the head of the phrase or clause. Out: id, label and span. A name is: modifiers, head, owner
 * ("of", possessive), place, and the complements that belong to the noun ("talks with", "end to"). Judgements,
 * determiners, dates and circumstances are left out. A clause is named by its verb's noun and what it acts on, so
 * that "resume the talks" and "the resumption of the talks" meet.
 * Limits: negated clauses are named without the negation; the caller turns the stance.
 */
import type { Span } from "../core/evidence.js";
import type { IssueRef } from "../core/records.js";
import { type Dependents, findDependent } from "../language/dependents.js";
import { firstWordFrom, getForm, UPOS } from "../language/doc.js";
import type { ArticleActors } from "../mentions/actors.js";
import type { IssueTable } from "./issue-table.js";
import type { IssueWords } from "./issue-words.js";

export interface FoundIssue extends IssueRef, Span {}

export interface IssueContext {
  readonly tree: Dependents;
  readonly actors: ArticleActors;
  readonly words: IssueWords;
  readonly named: IssueTable;
}

const VERB = UPOS.indexOf("VERB");
const NOUN = UPOS.indexOf("NOUN");
const PROPN = UPOS.indexOf("PROPN");
const PRON = UPOS.indexOf("PRON");
const ADP = UPOS.indexOf("ADP");

/** Prepositions of complements that belong to a noun's name. */
const COMPLEMENT = new Set(
  "to with for against on over between from into about towards toward among by".split(" "),
);
const PLACED = new Set(["in", "at", "inside", "across", "near"]);
/** Participles that only say where something is: "elections held in Togo". */
const HOLDING = new Set([
  "hold",
  "organise",
  "organize",
  "conduct",
  "stage",
  "carry",
  "schedule",
  "plan",
  "launch",
]);

/** Verbs that name no issue by themselves. */
const LIGHT =
  /^(be|have|do|go|come|get|make|take|keep|put|see|know|think|say|become|seem|happen|work|try|look|comment|note|remember|expect|wait)$/;

export function isLightVerb(lemma: string): boolean {
  return LIGHT.test(lemma);
}

/** Longest name of an issue, in words; a parser's mistake must not make a paragraph of it. */
const LONGEST = 14;

/** A name in the making: the words as they are shown and as they are compared. */
interface Name {
  readonly label: string[];
  readonly key: string[];
}

/** The issues of the phrase or clause headed by `head` and of those coordinated with it; never empty names. */
export function findIssues(context: IssueContext, head: number): FoundIssue[] {
  const found: FoundIssue[] = [];
  for (const word of conjunctsOf(context.tree, head)) {
    const issue = nameIssue(context, word, head);
    if (issue !== undefined) found.push(issue);
  }
  return found;
}

/** The word and what is coordinated with it, in the order of the text. */
function conjunctsOf({ doc, firstChild, nextSibling }: Dependents, head: number): number[] {
  const words = [head];
  for (let child = firstChild[head]; child >= 0; child = nextSibling[child]) {
    if (doc.names.deprel[doc.deprel[child]] === "conj") words.push(child);
  }
  return words;
}

function nameIssue(context: IssueContext, word: number, first: number): FoundIssue | undefined {
  const { tree, words, named } = context;
  if (isDate(getForm(tree.doc, word))) return undefined;
  const inner = unwrap(tree, words, word);
  const name = isClause(tree, inner) ? nameClause(context, inner) : nameNoun(context, inner, 0);
  if (name === undefined || name.key.length === 0) return undefined;
  // "sovereignty and integrity of Togo": what follows the last belongs to all.
  if (word === first && !name.key.includes("of")) {
    const shared = sharedOwner(context, word);
    if (shared !== undefined) {
      name.label.push("of", ...shared.label);
      name.key.push("of", ...shared.key);
    }
  }
  if (name.label.length > LONGEST) {
    name.label.length = LONGEST;
    name.key.length = Math.min(name.key.length, LONGEST);
  }
  if (name.key.length === 1 && words.empty.has(name.key[0])) return undefined;
  const span = spanOf(context, word, word === first);
  const issue = named.find(wordsIn(tree, span, name.key)) ?? {
    id: `issue:${slug(name.key)}`,
    label: name.label.join(" "),
  };
  if (issue.id === "issue:") return undefined;
  return { ...issue, ...span };
}

/** Lemmas and forms of the words of `span`, and those of the name that was made of them. */
function wordsIn({ doc }: Dependents, span: Span, key: readonly string[]): Set<string> {
  const words = new Set(key);
  for (let i = firstWordFrom(doc, span.start); i < doc.length && doc.start[i] < span.end; i++)
    words.add(doc.lemma[i].toLowerCase()).add(getForm(doc, i).toLowerCase());
  return words;
}

/** "the importance of the treaty" is about the treaty. */
function unwrap(tree: Dependents, words: IssueWords, word: number): number {
  const { doc } = tree;
  let at = word;
  for (let step = 0; step < 3; step++) {
    if (!words.shell.has(doc.lemma[at].toLowerCase())) return at;
    const next = findDependent(tree, at, (r) => r === "nmod" || r === "acl");
    if (next < 0) return at;
    const marker = findDependent(tree, next, (r) => r === "case" || r === "mark");
    if (marker < 0 || !/^(of|to|for)$/.test(doc.lemma[marker].toLowerCase())) return at;
    at = next;
  }
  return at;
}

function isClause({ doc }: Dependents, word: number): boolean {
  return doc.upos[word] === VERB;
}

/** A day, a weekday or a month by itself. */
function isDate(form: string): boolean {
  return /^\d|^(January|February|March|April|May|June|July|August|September|October|November|December|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/.test(
    form,
  );
}

function nameNoun(context: IssueContext, head: number, depth: number): Name | undefined {
  const { tree, actors, words } = context;
  const { doc } = tree;
  const mention = actors.mentionAt(head);
  if (mention !== undefined && (depth > 0 || mention.kind !== "role")) {
    // A capital is no government where something is said about it.
    const name = mention.kind === "seat" ? wholeName(tree, head) : mention.ref.name;
    return { label: [name], key: name.toLowerCase().split(/[^\p{L}\p{N}]+/u) };
  }
  if (doc.upos[head] === PRON || depth > 3) return undefined;
  const label: string[] = [];
  const key: string[] = [];
  const after: Name = { label: [], key: [] };
  let owner: Name | undefined;
  let place: Name | undefined;
  for (let child = tree.firstChild[head]; child >= 0; child = tree.nextSibling[child]) {
    const relation = doc.names.deprel[doc.deprel[child]];
    const lemma = doc.lemma[child].toLowerCase();
    if (relation === "amod" || relation === "compound") {
      const state = actors.mentionAt(child);
      if (state !== undefined && state.kind === "state" && relation === "compound")
        owner ??= nameNoun(context, child, depth + 1);
      else if (!isEvaluative(context, child)) addModifier(context, child, label, key);
    } else if (relation === "nmod:poss") owner = nameNoun(context, child, depth + 1) ?? owner;
    else if (relation === "acl" && HOLDING.has(lemma)) {
      const where = findDependent(tree, child, (r) => r === "obl");
      if (where >= 0 && PLACED.has(caseOf(tree, where))) place = nameNoun(context, where, depth + 1);
    } else if (relation === "acl" && depth === 0 && findDependent(tree, child, (r) => r === "mark") >= 0) {
      const clause = nameClause(context, child);
      if (clause !== undefined && after.label.length === 0) {
        after.label.push("to", ...clause.label);
        after.key.push(...clause.key);
      }
    } else if (relation === "nmod") {
      const marker = caseOf(tree, child);
      const inner = nameNoun(context, unwrap(tree, words, child), depth + 1);
      if (inner === undefined || isDate(getForm(doc, child))) continue;
      if (marker === "of") owner ??= inner;
      else if (PLACED.has(marker)) place ??= inner;
      else if (COMPLEMENT.has(marker) && after.label.length === 0) {
        after.label.push(marker, ...inner.label);
        after.key.push(marker, ...inner.key);
      }
    }
  }
  const own = doc.lemma[head].toLowerCase();
  const isName = doc.upos[head] === PROPN;
  const form = isName ? wholeName(tree, head) : getForm(doc, head).toLowerCase();
  label.push(form);
  key.push(words.same.get(own) ?? (isName ? form.toLowerCase() : own));
  for (const [link, part] of [
    ["of", owner],
    ["", after.label.length > 0 ? after : undefined],
    ["in", place],
  ] as const) {
    if (part === undefined) continue;
    if (link !== "") {
      label.push(link);
      key.push(link);
    }
    label.push(...part.label);
    key.push(...part.key);
  }
  return { label, key };
}

function isEvaluative({ tree: { doc }, words }: IssueContext, word: number): boolean {
  const lemma = doc.lemma[word].toLowerCase();
  return (
    words.evaluative.has(lemma) ||
    words.evaluative.has(getForm(doc, word).toLowerCase()) ||
    !/\p{L}/u.test(lemma)
  );
}

/** A name or adjective keeps its capitals; a name of several words ("Sierra Leone") is taken whole. */
function addModifier(context: IssueContext, word: number, label: string[], key: string[]): void {
  const { doc } = context.tree;
  const form = wholeName(context.tree, word);
  label.push(doc.upos[word] === NOUN ? form.toLowerCase() : form);
  key.push(form === getForm(doc, word) ? doc.lemma[word].toLowerCase() : form.toLowerCase());
}

/** The word with what is written as one name with it. */
function wholeName(tree: Dependents, word: number): string {
  const { doc } = tree;
  let first = word;
  let last = word;
  for (let child = tree.firstChild[word]; child >= 0; child = tree.nextSibling[child]) {
    if (/^(flat|fixed|goeswith)/.test(doc.names.deprel[doc.deprel[child]])) last = Math.max(last, child);
    else if (child === first - 2 && doc.text[doc.start[child + 1]] === "-") first = child;
  }
  return doc.text.slice(doc.start[first], doc.end[last]);
}

function nameClause(context: IssueContext, verb: number): Name | undefined {
  const { tree, words } = context;
  const { doc } = tree;
  const lemma = doc.lemma[verb].toLowerCase();
  const particle = findDependent(tree, verb, (r) => r === "compound:prt");
  const act = particle < 0 ? [lemma] : [lemma, doc.lemma[particle].toLowerCase()];
  const object = findDependent(tree, verb, (r) => r === "obj" || r === "nsubj:pass" || r === "csubj:pass");
  const subject = subjectOf(tree, verb);
  const oblique = findDependent(tree, verb, (r) => r === "obl" || r === "xcomp");
  const noun = words.nominal.get(act.join(" ")) ?? act.join(" ");
  const key = [words.same.get(noun) ?? noun];
  if (object >= 0) {
    const inner = nameNoun(context, unwrap(tree, words, object), 1);
    if (inner === undefined) return undefined;
    return { label: [...act, ...inner.label], key: [...key, "of", ...inner.key] };
  }
  if (
    oblique >= 0 &&
    (isClause(tree, oblique) || doc.upos[oblique] === NOUN || doc.upos[oblique] === PROPN)
  ) {
    const inner = isClause(tree, oblique) ? nameClause(context, oblique) : nameNoun(context, oblique, 1);
    const marker = caseOf(tree, oblique) || "to";
    if (inner !== undefined && (COMPLEMENT.has(marker) || marker === "of"))
      return { label: [...act, marker, ...inner.label], key: [...key, marker, ...inner.key] };
  }
  if (subject >= 0 && (doc.upos[subject] === NOUN || doc.upos[subject] === PROPN)) {
    const inner = nameNoun(context, subject, 1);
    if (inner !== undefined) return { label: [...inner.label, ...act], key: [...key, "of", ...inner.key] };
  }
  // "go on" may be read as a verb and what it goes on to.
  const adverb = oblique >= 0 && doc.upos[oblique] === ADP ? [doc.lemma[oblique].toLowerCase()] : [];
  if (adverb.length > 0) return { label: [...act, ...adverb], key: [...key, ...adverb] };
  // "asked the council to adjourn": nothing but the verb; the light ones say nothing.
  return particle < 0 && isLightVerb(lemma) ? undefined : { label: act, key };
}

/** A verb's subject; of "wants the talks to go on" the object of what governs it. */
function subjectOf(tree: Dependents, verb: number): number {
  const own = findDependent(tree, verb, (r) => r === "nsubj");
  if (own >= 0) return own;
  const { doc } = tree;
  const above = doc.head[verb];
  if (above < 0 || doc.names.deprel[doc.deprel[verb]] !== "xcomp") return -1;
  if (!/^(want|expect|need|like|prefer|wish)$/.test(doc.lemma[above].toLowerCase())) return -1;
  return findDependent(tree, above, (r) => r === "obj");
}

/** The owner that hangs on the last of coordinated nouns: "the unity and integrity of Mali". */
function sharedOwner(context: IssueContext, word: number): Name | undefined {
  const { tree } = context;
  const last = conjunctsOf(tree, word).at(-1);
  if (last === undefined || last === word) return undefined;
  for (let child = tree.firstChild[last]; child >= 0; child = tree.nextSibling[child]) {
    const relation = tree.doc.names.deprel[tree.doc.deprel[child]];
    if (relation === "nmod" && caseOf(tree, child) === "of") return nameNoun(context, child, 1);
  }
  return undefined;
}

/** The lemma of a word's preposition; empty where it has none. */
function caseOf(tree: Dependents, word: number): string {
  const marker = findDependent(tree, word, (r) => r === "case");
  return marker < 0 ? "" : tree.doc.lemma[marker].toLowerCase();
}

/** Characters of the word and all below it; of a list, the first without its conjuncts. */
function spanOf({ tree }: IssueContext, word: number, withoutConjuncts: boolean): Span {
  const { doc } = tree;
  let from = word;
  let to = word;
  const stack = [word];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    from = Math.min(from, at);
    to = Math.max(to, at);
    for (let child = tree.firstChild[at]; child >= 0; child = tree.nextSibling[child]) {
      const relation = doc.names.deprel[doc.deprel[child]];
      if (relation === "punct" || relation === "cc" || relation === "case" || relation === "mark") continue;
      if (relation === "conj" && withoutConjuncts && at === word) continue;
      stack.push(child);
    }
  }
  return { start: doc.start[from], end: doc.end[to] };
}

function slug(key: readonly string[]): string {
  return key
    .join("-")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
