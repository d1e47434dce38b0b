/**
 * What an unknown name names: told by its words ("Brigade", "River", "Dr"), by its letters (acronyms), by the
 * preposition before it, by how the tree hangs it, and by what the same name is elsewhere in the text.
 */
import { getForm, type ParsedDoc, UPOS } from "../language/doc.js";
import type { AddEntity, EntityInput } from "./entity-mention.js";
import { type EntityTable, HEAD_KINDS, type HeadKind, type NameKind } from "./entity-table.js";
import { isDefinite, nameStart, relationAt } from "./entity-words.js";

const ADJ = UPOS.indexOf("ADJ");
const PROPN = UPOS.indexOf("PROPN");

/** Prepositions that stand before places; "to" and "from" stand before persons as often. */
const LOCATIVE = /^(in|at|near|into|towards?|across|outside|inside|around|throughout|via|between)$/i;
const DIRECTIONAL = /^(to|from)$/i;

/** Words that a personal name has at most. */
const LONGEST_PERSON = 4;

/** The kind of the name that words `from` to `to` are. */
export function kindOfName(doc: ParsedDoc, table: EntityTable, from: number, to: number): NameKind {
  const before = from > 0 ? getForm(doc, from - 1).replace(/\.$/, "") : "";
  if (table.name.get(before) === "person") return "person";
  const first = getForm(doc, from).replace(/\.$/, "");
  if (to - from > 1 && table.name.get(first) === "person") return "person";
  for (let i = to - 1; i >= from; i--) {
    const kind = table.name.get(getForm(doc, i));
    if (kind !== undefined && (kind !== "person" || to - from > 1)) return kind;
  }
  // no person's name has a number or a plural
  for (let i = from; i < to; i++)
    if (/\d/.test(getForm(doc, i)) || doc.names.xpos[doc.xpos[i]] === "NNPS") return "group";
  if (to - from > LONGEST_PERSON) return "group";
  const text = doc.text.slice(doc.start[from], doc.end[to - 1]);
  if (text.length < 2) return "none";
  if (/^\p{Lu}[\p{Lu}&./-]+s?$/u.test(text)) return "group";
  if (LOCATIVE.test(before) || (to - from === 1 && DIRECTIONAL.test(before))) return "place";
  if (to - from >= 2) return "person";
  // "the Moyo regime"
  const head = doc.head[from];
  const isOwner = head > from && table.common.get(doc.lemma[head].toLowerCase()) === "group";
  return isOwner || PERSONAL.test(relationAt(doc, from)) ? "person" : "none";
}

/** Where a single name stands that does or says something, or is said to be somebody. */
const PERSONAL = /^(nsubj|appos|nmod:poss|vocative|conj|flat|obj)/;

/** What single unknown names are, by the whole text: a name is one thing wherever it stands. */
export type NameVotes = ReadonlyMap<string, HeadKind>;

export function voteNames({ doc, actors, table, toponyms }: EntityInput): NameVotes {
  const counts = new Map<string, Record<HeadKind, number>>();
  const vote = (word: number, kind: HeadKind, weight: number) => {
    const name = getForm(doc, word);
    const votes = counts.get(name) ?? { person: 0, group: 0, place: 0 };
    votes[kind] += weight;
    counts.set(name, votes);
  };
  const placed = new Set(
    toponyms.flatMap(({ from, to, use }) => (use === "place" && to === from + 1 ? [from] : [])),
  );
  for (const { from, to, kind } of actors.mentions) {
    // the names of a person named in full are that person's
    if (kind === "person" && to > from + 1) {
      vote(to - 1, "person", 10);
      vote(nameStart(doc, from, to), "person", 5);
    }
    if (kind !== "name" || to > from + 1 || placed.has(from)) continue;
    const told = kindOfName(doc, table, from, to);
    // a preposition of place tells more than a subject's place
    if (told !== "none") vote(from, told, told === "place" ? 2 : 1);
  }
  const winners = new Map<string, HeadKind>();
  for (const [name, votes] of counts)
    winners.set(
      name,
      HEAD_KINDS.reduce((best, kind) => (votes[kind] > votes[best] ? kind : best), "person"),
    );
  return winners;
}

/** A name that no table knows, with the capitalised adjectives before it; one word behind "the" is mostly a thing's. */
export function addName(
  input: EntityInput,
  from: number,
  to: number,
  votes: NameVotes,
  add: AddEntity,
): void {
  const { doc, table } = input;
  let first = from;
  while (first > 0 && isNameAdjective(doc, first - 1, to)) first--;
  const name = doc.text.slice(doc.start[first], doc.end[to - 1]);
  const kind = votes.get(name) ?? kindOfName(doc, table, first, to);
  const isNamed = isDefinite(doc, first, to);
  // "in Arabic", "Islamist groups"
  if (to === first + 1 && kind !== "place" && /\p{Ll}(?:ic|ish|ist)$/u.test(name)) {
    add(first, to, "nationality", "name");
    return;
  }
  const isThing = to === first + 1 && kind === "person" && isNamed;
  if (isThing || kind === "none") return;
  // "the Members": a common noun with a capital is a description, its article part of it
  const isNoun = to === first + 1 && table.common.has(doc.lemma[first].toLowerCase());
  if (!(isNoun && isNamed)) add(first, to, kind, "name");
  if (kind === "group" && isNamed) add(first - 1, to, "group", "name");
}

/** "[Global] Coalition": no beginning of a sentence, where any word has a capital. */
function isNameAdjective(doc: ParsedDoc, word: number, to: number): boolean {
  if ((doc.upos[word] !== ADJ && doc.upos[word] !== PROPN) || !/^\p{Lu}\p{Ll}/u.test(getForm(doc, word)))
    return false;
  return doc.head[word] > word && doc.head[word] < to && !doc.sentence.includes(word);
}
