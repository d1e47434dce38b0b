/**
 * What a position is about, named so that its wordings meet: "the territorial integrity of Kenya" and "Kenya's
 * territorial integrity within its borders" are one issue.
 *
 * In: the tree, the head of the phrase or clause. Out: id, label and span, of the name that issue-name.ts makes or of
 * the issue of the table that holds its words.
 * Limits: negated clauses are named without the negation; the caller turns the stance.
 */
import type { Span } from "../core/evidence.js";
import type { IssueRef } from "../core/records.js";
import { type Dependents, findDependent } from "../language/dependents.js";
import { firstWordFrom, getForm, UPOS } from "../language/doc.js";
import {
  caseOf,
  type IssueName,
  isDate,
  type NamingContext,
  nameHead,
  nameNoun,
  unwrap,
} from "./issue-name.js";
import type { IssueTable } from "./issue-table.js";

const VERB = UPOS.indexOf("VERB");
const NOUN = UPOS.indexOf("NOUN");

export interface IssueContext extends NamingContext {
  readonly named: IssueTable;
}

export interface FoundIssue extends IssueRef, Span {
  /** Head of the phrase or clause. */
  readonly word: number;
}

/** Longest name of an issue, in words; a parser's mistake must not make a paragraph of it. */
const LONGEST = 14;

/** The issues of the phrase or clause headed by `head` and of those coordinated with it; never empty names. */
export function findIssues(context: IssueContext, head: number): FoundIssue[] {
  const found: FoundIssue[] = [];
  for (const word of conjunctsOf(context.tree, head)) {
    if (word !== head && isSharing(context.tree, head, word)) continue;
    const issue = nameIssue(context, word, head);
    if (issue !== undefined) found.push(issue);
  }
  return found;
}

/** "halt and eliminate the threat": of two verbs with one object the first has it. */
function isSharing(tree: Dependents, first: number, verb: number): boolean {
  const { doc } = tree;
  if (doc.upos[verb] !== VERB || findDependent(tree, verb, (r) => !/^(cc|punct|mark)$/.test(r)) >= 0)
    return false;
  return findDependent(tree, first, (r) => r === "obj") > verb;
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
  const name = nameHead(context, unwrap(tree, words, word));
  if (name === undefined || name.key.length === 0) return undefined;
  // "sovereignty and integrity of Togo": what follows the last belongs to all, whichever it hangs on.
  if (!name.key.includes("of")) {
    const shared = word === first ? sharedOwner(context, word) : firstOwner(context, first, word);
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
  // "that the inquiry be opened and widened": a further verb by itself says nothing.
  if (name.key.length === 1 && word !== first && tree.doc.upos[word] === VERB) return undefined;
  const span = spanOf(context, word, word === first);
  const issue = named.find(wordsIn(tree, span, name.key)) ?? {
    id: `issue:${slug(name.key)}`,
    label: name.label.join(" "),
  };
  if (issue.id === "issue:") return undefined;
  return { ...issue, ...span, word };
}

/** Lemmas and forms of the words of `span`, and those of the name that was made of them. */
function wordsIn({ doc }: Dependents, span: Span, key: readonly string[]): Set<string> {
  const words = new Set(key);
  for (let i = firstWordFrom(doc, span.start); i < doc.length && doc.start[i] < span.end; i++)
    words.add(doc.lemma[i].toLowerCase()).add(getForm(doc, i).toLowerCase());
  return words;
}

/** The owner that hangs on the last of coordinated nouns: "the unity and integrity of Mali". */
function sharedOwner(context: IssueContext, word: number): IssueName | undefined {
  const { tree } = context;
  const last = conjunctsOf(tree, word).at(-1);
  if (last === undefined || last === word) return undefined;
  for (let child = tree.firstChild[last]; child >= 0; child = tree.nextSibling[child]) {
    const relation = tree.doc.names.deprel[tree.doc.deprel[child]];
    if (relation === "nmod" && caseOf(tree, child) === "of") return nameNoun(context, child, 1);
  }
  return undefined;
}

/** The owner behind the last of coordinated nouns where it hangs on the first. */
function firstOwner(context: IssueContext, first: number, word: number): IssueName | undefined {
  const { tree } = context;
  if (tree.doc.upos[word] !== NOUN) return undefined;
  for (let child = tree.firstChild[first]; child >= 0; child = tree.nextSibling[child]) {
    const relation = tree.doc.names.deprel[tree.doc.deprel[child]];
    if (relation === "nmod" && child > word && caseOf(tree, child) === "of")
      return nameNoun(context, child, 1);
  }
  return undefined;
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
