/**
 * Who speaks where a text or a part of a body does: "the resolution calls for …" is the body that adopted it, "members
 * of the union" are named by their union, "his country" is the speaker's.
 *
 * In: the head of a phrase that names no actor by itself. Out: the actors whose position it is; empty where the text
 * does not tell. Which nouns are texts (`voice`) and which are parts of a body (`organ`) is in `data/positions/words.tsv`.
 */
import type { ActorRef, StatementRecord } from "../core/records.js";
import { getForm, UPOS } from "../language/doc.js";
import { type ListedActor, listActors } from "../mentions/actor-list.js";
import { childBy, type EventView, hasMarker } from "./event-view.js";
import type { PositionInput } from "./position-draft.js";

const PRON = UPOS.indexOf("PRON");
const NUM = UPOS.indexOf("NUM");

/** Sentences back to where a text was made known. */
const BACK = 3;

/** What a body does with a text that is its own word. */
const ISSUES =
  /^(issue|adopt|pass|approve|sign|send|publish|release|deliver|hand|table|submit|present|write|circulate|vote|back|endorse|make|lodge|draft|sponsor|propose|read)$/;

/** A noun that is a text, by the table of words. */
export function isVoice({ words, doc }: PositionInput, word: number): boolean {
  return words.voice.has(doc.lemma[word].toLowerCase());
}

/** Whose word the text named at `noun` is. */
export function findIssuer(input: PositionInput, tree: EventView, noun: number): ListedActor[] {
  const own = issuerAt(input, tree, noun);
  if (own.length > 0) return own;
  const { doc, sentenceOf } = tree;
  const lemma = doc.lemma[noun].toLowerCase();
  const first = Math.max(0, sentenceOf[noun] - BACK);
  for (let i = noun - 1; i >= doc.sentence[first]; i--) {
    if (doc.lemma[i].toLowerCase() !== lemma) continue;
    const found = issuerAt(input, tree, i);
    if (found.length > 0) return found;
  }
  return [];
}

/** The text that "it" may stand for: one that the sentence before names as subject or object; -1 for none. */
export function findTextBefore(input: PositionInput, tree: EventView, pronoun: number): number {
  const { doc, sentenceOf } = tree;
  const s = sentenceOf[pronoun] - 1;
  if (s < 0 || !/^it$/i.test(getForm(doc, pronoun))) return -1;
  for (let i = doc.sentence[s]; i < doc.sentence[s + 1]; i++) {
    const relation = doc.names.deprel[doc.deprel[i]];
    if (/^(nsubj|nsubj:pass|obj|root)$/.test(relation) && isVoice(input, i)) return i;
  }
  return -1;
}

/** By its owner, by what was done with it ("adopted by"), or by who did it ("the senate passed a motion"). */
function issuerAt(input: PositionInput, tree: EventView, noun: number): ListedActor[] {
  const { doc } = tree;
  const { actors } = input;
  for (let child = tree.firstChild[noun]; child >= 0; child = tree.nextSibling[child]) {
    const relation = doc.names.deprel[doc.deprel[child]];
    const isOwner =
      /^(nmod:poss|compound|amod)$/.test(relation) ||
      (relation === "nmod" && hasMarker(tree, child, "of", "by", "from"));
    if (isOwner) {
      const listed = listActors(tree, child, actors);
      if (listed.length > 0) return listed;
      const state = actors.stateAt(child);
      if (state !== undefined) return [atWord(input, child, state)];
    }
    if (!/^acl/.test(relation) || !ISSUES.test(doc.lemma[child].toLowerCase())) continue;
    const agent = childBy(tree, child, "obl:agent", "nsubj");
    if (agent >= 0) return doersAt(input, tree, agent);
  }
  const verb = doc.head[noun];
  if (verb < 0 || !ISSUES.test(doc.lemma[verb].toLowerCase())) return [];
  const doer = childBy(tree, verb, "obl:agent", "nsubj");
  return doer < 0 || doer === noun ? [] : doersAt(input, tree, doer);
}

function doersAt(input: PositionInput, tree: EventView, head: number): ListedActor[] {
  const listed = listActors(tree, head, input.actors);
  return listed.length > 0 ? listed : findOrgan(input, tree, head);
}

/** "members of the union", "the union's mission": named as it is written, by the state or body that it is part of. */
export function findOrgan(input: PositionInput, tree: EventView, head: number): ListedActor[] {
  const { doc } = tree;
  const { actors, words } = input;
  let at = head;
  for (let step = 0; step < 3; step++) {
    if (doc.upos[at] !== NUM && !words.organ.has(doc.lemma[at].toLowerCase())) return [];
    let below = -1;
    for (let child = tree.firstChild[at]; child >= 0; child = tree.nextSibling[child]) {
      const relation = doc.names.deprel[doc.deprel[child]];
      const isOwner =
        /^(nmod:poss|compound|amod)$/.test(relation) || (relation === "nmod" && hasMarker(tree, child, "of"));
      if (!isOwner) continue;
      const mention = actors.mentionAt(child);
      if (mention !== undefined || actors.stateAt(child) !== undefined)
        return [partOf(input, tree, head, mention === undefined ? child : mention.to - 1)];
      if (relation === "nmod") below = child;
    }
    if (below < 0) return [];
    at = below;
  }
  return [];
}

/** The phrase from its first word to `last` or its head, whichever comes later. */
function partOf({ actors }: PositionInput, tree: EventView, head: number, last: number): ListedActor {
  const { doc } = tree;
  let from = head;
  for (let child = tree.firstChild[head]; child >= 0 && child < head; child = tree.nextSibling[child])
    from = Math.min(from, actors.mentionAt(child)?.from ?? child, firstBelow(tree, child));
  const to = Math.max(head, last) + 1;
  const words = Array.from({ length: to - from }, (_, k) => from + k);
  const { country } = actors.resolve(words).ref;
  const text = doc.text.slice(doc.start[from], doc.end[to - 1]);
  // The part is not the whole: it has no id.
  const own: ActorRef = { name: text.replace(/^the\s+/i, ""), text, ...(country ? { country } : {}) };
  return { ref: own, from, to, start: doc.start[from], end: doc.end[to - 1] };
}

function firstBelow(tree: EventView, word: number): number {
  let first = word;
  for (let child = tree.firstChild[word]; child >= 0 && child < first; child = tree.nextSibling[child])
    first = firstBelow(tree, child);
  return first;
}

/** "his country", "their government": the state of whoever says so. */
export function findOwnCountry(
  input: PositionInput,
  tree: EventView,
  head: number,
  statement: StatementRecord | undefined,
): ListedActor[] {
  const { doc } = tree;
  if (!/^(country|nation|government|state|homeland)$/.test(doc.lemma[head].toLowerCase())) return [];
  const owner = childBy(tree, head, "nmod:poss");
  if (owner < 0 || doc.upos[owner] !== PRON) return [];
  const country = statement?.source?.country;
  if (country === undefined) return [];
  for (let i = head - 1; i >= 0; i--) {
    const state = input.actors.stateAt(i);
    if (state?.country !== country) continue;
    const antecedent = { start: doc.start[i], end: doc.end[i] };
    return [{ ...atWord(input, head, state), antecedent }];
  }
  return [];
}

function atWord({ doc }: PositionInput, word: number, ref: ActorRef): ListedActor {
  return { ref, from: word, to: word + 1, start: doc.start[word], end: doc.end[word] };
}
