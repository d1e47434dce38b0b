/**
 * The actors that a noun phrase names: one, or all of a list.
 *
 * In: the tree, the phrase's head, the article's actors. Out: actors in the order of the text, each once, with
 * the words that name it. A list hangs together by `conj` and `appos`, by "including", "such as" and "like", and
 * below nouns of number ("a number of states, including …"); an office with several owners ("the foreign
 * ministers of Chad and Niger") gives its own actor for the first owner and the owner itself for the others.
 */
import type { Span } from "../core/evidence.js";
import type { ActorRef } from "../core/records.js";
import { type Dependents, findDependent } from "../language/dependents.js";
import { UPOS } from "../language/doc.js";
import { hasForm } from "../language/spelling.js";
import type { ActorMention } from "./actor-mention.js";
import type { ArticleActors } from "./actors.js";

/** An actor and the words that name it here. */
export interface ListedActor extends Span {
  readonly ref: ActorRef;
  /** Words, from the first to one past the last. */
  readonly from: number;
  readonly to: number;
  /** The earlier mention that a pronoun, role or short name stands for. */
  readonly antecedent?: Span;
}

/** Prepositions that open a list of members. */
const OPENS_LIST = new Set([
  "include",
  "including",
  "such",
  "like",
  "among",
  "namely",
  "especially",
  "particularly",
]);

/** Nouns that only count what follows "of". */
const COUNTS = new Set(
  "number group majority minority dozen dozens score hundred series coalition handful couple range list pair lot most some all both many several".split(
    " ",
  ),
);

const PRON = UPOS.indexOf("PRON");

/** A list is never deeper than this; a broken tree may be. */
const DEEPEST = 80;

/** The linked actors that the noun phrase headed by `head` names; empty where it names none. */
export function listActors(tree: Dependents, head: number, actors: ArticleActors): ListedActor[] {
  const found: ListedActor[] = [];
  visit(tree, head, actors, found, 0);
  // "states of the bloc, including Chad": the list may hang on the bloc.
  const list = actors.mentionAt(head) === undefined ? findOpenedList(tree, head, 0) : -1;
  if (list >= 0) visit(tree, list, actors, found, 0);
  const seen = new Set<string>();
  return found
    .sort((a, b) => a.from - b.from)
    .filter(({ ref }) => {
      const key = ref.id ?? `${ref.name} ${ref.country}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

function visit(
  tree: Dependents,
  word: number,
  actors: ArticleActors,
  found: ListedActor[],
  depth: number,
): void {
  if (depth > DEEPEST) return;
  const { doc } = tree;
  const mention = actors.mentionAt(word);
  // "Member states of the bloc, including Chad and Niger" are those that are named.
  if (mention !== undefined && opensList(tree, word)) {
    const before = found.length;
    visitList(tree, word, actors, found, depth, undefined);
    if (found.length > before + 1) return;
    found.length = before;
  }
  if (mention !== undefined) {
    found.push(listed(tree, mention, mention.ref));
    addFurtherOwners(tree, mention, actors, found);
  } else if (doc.upos[word] === PRON) {
    const { ref, antecedent } = actors.resolve([word]);
    if (ref.id !== undefined)
      found.push({
        ref,
        from: word,
        to: word + 1,
        start: doc.start[word],
        end: doc.end[word],
        ...(antecedent ? { antecedent } : {}),
      });
  }
  visitList(tree, word, actors, found, depth, mention);
}

/** Visits what `word` is listed with, outside of `mention`. */
function visitList(
  tree: Dependents,
  word: number,
  actors: ArticleActors,
  found: ListedActor[],
  depth: number,
  mention: ActorMention | undefined,
): void {
  for (let child = tree.firstChild[word]; child >= 0; child = tree.nextSibling[child]) {
    if (mention !== undefined && child >= mention.from && child < mention.to) continue;
    if (joinsList(tree, word, child, mention !== undefined)) visit(tree, child, actors, found, depth + 1);
  }
}

/** The first member of a list that hangs on a noun below `word`; -1 if none. */
function findOpenedList(tree: Dependents, word: number, depth: number): number {
  const { doc } = tree;
  if (depth > 2) return -1;
  for (let child = tree.firstChild[word]; child >= 0; child = tree.nextSibling[child]) {
    const relation = doc.names.deprel[doc.deprel[child]];
    if (!/^(nmod|appos)/.test(relation)) continue;
    if (isOpened(tree, child)) return child;
    if (relation === "appos") continue;
    const below = findOpenedList(tree, child, depth + 1);
    if (below >= 0) return below;
  }
  return -1;
}

/** Whether "including", "such as" or "among" opens a list below `word`. */
function opensList(tree: Dependents, word: number): boolean {
  for (let child = tree.firstChild[word]; child >= 0; child = tree.nextSibling[child])
    if (isOpened(tree, child)) return true;
  return false;
}

/** Whether "including", "such as" or "among them" stands before the first member of a list. */
function isOpened(tree: Dependents, member: number): boolean {
  const { doc } = tree;
  if (doc.upos[member] === PRON) return false;
  const marker = findDependent(tree, member, (r) => r === "case");
  if (marker >= 0) return OPENS_LIST.has(doc.lemma[marker].toLowerCase());
  const first = findDependent(tree, member, (r) => /^(det|amod|compound)$/.test(r));
  const from = first >= 0 && first < member ? first : member;
  return from >= 2 && hasForm(doc, from - 1, "them") && hasForm(doc, from - 2, "among");
}

function joinsList(tree: Dependents, word: number, child: number, isNamed: boolean): boolean {
  const { doc } = tree;
  const relation = doc.names.deprel[doc.deprel[child]];
  if (relation === "conj" || relation === "list") return true;
  if (relation === "appos") return !isNamed;
  if (!relation.startsWith("nmod")) return false;
  if (isOpened(tree, child)) return true;
  const marker = findDependent(tree, child, (r) => r === "case");
  if (marker < 0) return false;
  return doc.lemma[marker].toLowerCase() === "of" && COUNTS.has(doc.lemma[word].toLowerCase());
}

function listed(tree: Dependents, mention: ActorMention, ref: ActorRef): ListedActor {
  const { doc } = tree;
  const { from, to, antecedent } = mention;
  const before = antecedent && { start: doc.start[antecedent.from], end: doc.end[antecedent.to - 1] };
  return {
    ref,
    from,
    to,
    start: doc.start[from],
    end: doc.end[to - 1],
    ...(before ? { antecedent: before } : {}),
  };
}

/** "The ministers of Chad and Niger", "French and German officials": the owners beside the first one. */
function addFurtherOwners(
  tree: Dependents,
  mention: ActorMention,
  actors: ArticleActors,
  found: ListedActor[],
): void {
  if (mention.kind !== "office" && mention.kind !== "role") return;
  const { doc } = tree;
  for (let owner = mention.from; owner < Math.min(doc.length, mention.to + 3); owner++) {
    const above = doc.head[owner];
    if (above < mention.from || above >= mention.to) continue;
    for (let child = tree.firstChild[owner]; child >= 0; child = tree.nextSibling[child]) {
      if (doc.names.deprel[doc.deprel[child]] !== "conj") continue;
      const other = actors.mentionAt(child);
      if (other !== undefined && other !== mention && other.kind === "state")
        found.push(listed(tree, other, other.ref));
    }
  }
}
