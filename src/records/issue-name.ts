/**
 * The name of an issue, as it is shown and as it is compared.
 *
 * In: the tree and the head of a phrase or clause. Out: modifiers, head, owner ("of", possessive), place, and the
 * complements that belong to the noun ("talks with", "end to"). Judgements, determiners, dates and circumstances are
 * left out. A clause is named by its verb's noun and what it acts on, so that "resume the talks" and "the resumption of
 * the talks" meet.
 */
import { type Dependents, findDependent } from "../language/dependents.js";
import { getForm, UPOS } from "../language/doc.js";
import type { ArticleActors } from "../mentions/actors.js";
import type { IssueWords } from "./issue-words.js";

const VERB = UPOS.indexOf("VERB");
const NOUN = UPOS.indexOf("NOUN");
const PROPN = UPOS.indexOf("PROPN");
const PRON = UPOS.indexOf("PRON");
const ADP = UPOS.indexOf("ADP");
/** Words that name nothing by themselves: "it", "how", "some". */
const NAMELESS = new Set([PRON, UPOS.indexOf("ADV"), UPOS.indexOf("DET")]);

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
  /^(be|have|do|go|come|get|make|take|keep|put|see|know|think|say|become|seem|happen|work|try|look|comment|note|remember|expect|wait|remain)$/;

/** Verbs of speaking that are refused to the press: "declined to comment on the report". */
const SPEAKING = /^(comment|tell|answer|reply|elaborate|respond|say|speak|explain|disclose|specify|discuss)$/;

export function isLightVerb(lemma: string): boolean {
  return LIGHT.test(lemma);
}

/** A name in the making: the words as they are shown and as they are compared. */
export interface IssueName {
  readonly label: string[];
  readonly key: string[];
}

/** What a name is made from. */
export interface NamingContext {
  readonly tree: Dependents;
  readonly actors: ArticleActors;
  readonly words: IssueWords;
}

/** "the importance of the treaty" is about the treaty. */
export function unwrap(tree: Dependents, words: IssueWords, word: number): number {
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

/** The name of a phrase or clause by its head. */
export function nameHead(context: NamingContext, head: number): IssueName | undefined {
  return isClause(context.tree, head) ? nameClause(context, head) : nameNoun(context, head, 0);
}

/** A day, a weekday or a month by itself. */
export function isDate(form: string): boolean {
  return /^\d|^(January|February|March|April|May|June|July|August|September|October|November|December|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/.test(
    form,
  );
}

/** The name of what the noun `head` stands for; `depth` names stand around it. */
export function nameNoun(context: NamingContext, head: number, depth: number): IssueName | undefined {
  const { tree, actors, words } = context;
  const { doc } = tree;
  const mention = actors.mentionAt(head);
  if (mention !== undefined && (depth > 0 || mention.kind !== "role")) {
    // A capital is no government where something is said about it.
    const name = mention.kind === "seat" ? wholeName(tree, head) : mention.ref.name;
    return { label: [name], key: name.toLowerCase().split(/[^\p{L}\p{N}]+/u) };
  }
  if (NAMELESS.has(doc.upos[head]) || depth > 3) return undefined;
  const label: string[] = [];
  const key: string[] = [];
  const after: IssueName = { label: [], key: [] };
  let owner: IssueName | undefined;
  let place: IssueName | undefined;
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
      const clause = nameClause(context, child, true);
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

function isEvaluative({ tree: { doc }, words }: NamingContext, word: number): boolean {
  const lemma = doc.lemma[word].toLowerCase();
  return (
    words.evaluative.has(lemma) ||
    words.evaluative.has(getForm(doc, word).toLowerCase()) ||
    !/\p{L}/u.test(lemma)
  );
}

/** A name or adjective keeps its capitals; a name of several words ("Sierra Leone") is taken whole. */
function addModifier(context: NamingContext, word: number, label: string[], key: string[]): void {
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

/** `asVerb`: behind "to" ("a decision to leave"), where the label cannot be the verb's noun. */
function nameClause(context: NamingContext, verb: number, asVerb = false): IssueName | undefined {
  const { tree, words } = context;
  const { doc } = tree;
  const lemma = doc.lemma[verb].toLowerCase();
  if (SPEAKING.test(lemma)) return undefined;
  const particle = findDependent(tree, verb, (r) => r === "compound:prt");
  const act = particle < 0 ? [lemma] : [lemma, doc.lemma[particle].toLowerCase()];
  const object = findDependent(tree, verb, (r) => r === "obj" || r === "nsubj:pass" || r === "csubj:pass");
  const subject = subjectOf(tree, verb);
  const oblique = findDependent(tree, verb, (r) => r === "obl" || r === "xcomp");
  const nominal = words.nominal.get(act.join(" "));
  const noun = nominal ?? act.join(" ");
  const key = [words.same.get(noun) ?? noun];
  const isVerb = asVerb || nominal === undefined;
  if (object >= 0) {
    const inner = nameNoun(context, unwrap(tree, words, object), 1);
    if (inner === undefined) return undefined;
    const label = isVerb ? [...act, ...inner.label] : [nominal, "of", ...inner.label];
    return { label, key: [...key, "of", ...inner.key] };
  }
  if (
    oblique >= 0 &&
    (isClause(tree, oblique) || doc.upos[oblique] === NOUN || doc.upos[oblique] === PROPN)
  ) {
    const inner = isClause(tree, oblique)
      ? nameClause(context, oblique, true)
      : nameNoun(context, oblique, 1);
    const marker = caseOf(tree, oblique) || "to";
    // "a dialogue must go on between the parties" is about the dialogue.
    const isCircumstance = subject >= 0 && /^(between|among|by)$/.test(marker);
    if (inner !== undefined && !isCircumstance && (COMPLEMENT.has(marker) || marker === "of"))
      return {
        label: [...(isVerb ? act : [noun]), marker, ...inner.label],
        key: [...key, marker, ...inner.key],
      };
  }
  if (subject >= 0 && (doc.upos[subject] === NOUN || doc.upos[subject] === PROPN)) {
    const inner = nameNoun(context, subject, 1);
    if (inner !== undefined) {
      const label = isVerb ? [...inner.label, ...act] : [nominal, "of", ...inner.label];
      return { label, key: [...key, "of", ...inner.key] };
    }
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

/** The lemma of a word's preposition; empty where it has none. */
export function caseOf(tree: Dependents, word: number): string {
  const marker = findDependent(tree, word, (r) => r === "case");
  return marker < 0 ? "" : tree.doc.lemma[marker].toLowerCase();
}
