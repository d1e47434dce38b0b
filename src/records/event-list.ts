/**
 * The members of a list of parties: "the mayor, two judges and Chad", "his deputy, Ana Sol", "the two rivals, Lund and
 * Berg".
 *
 * In: the head of a noun phrase. Out: the parties of its members, in the order of the text. What is coordinated with a
 * word inside a name belongs to the list as well ("the Union of Cooks and the Guild of Bakers"); what only says more
 * of somebody ("Ana Sol, a lawyer and poet") does not, and an apposition that names those meant stands for them.
 */
import { type ParsedDoc, UPOS } from "../language/doc.js";
import { type ListedActor, listActors } from "../mentions/actor-list.js";
import type { ArticleActors } from "../mentions/actors.js";
import type { NounRow } from "./codebook-types.js";
import type { Party, PartyRole } from "./event-party.js";
import { isPlural } from "./event-phrase.js";
import { childBy, type EventView, listOf } from "./event-view.js";
import { relationOf } from "./frame-match.js";

/** What reading a list takes from the reader of parties. */
export interface ListContext {
  readonly view: EventView;
  readonly actors: ArticleActors;
  noun(i: number): NounRow | undefined;
  readOne(head: number, role: PartyRole, depth: number): Party[];
  makeLinked(actor: ListedActor, head: number): Party;
  makeParty(ref: Party["ref"], head: number, from: number, to: number, isLinked: boolean): Party;
}

const PRON = UPOS.indexOf("PRON");
const PROPN = UPOS.indexOf("PROPN");
const NOUN = UPOS.indexOf("NOUN");

export class ListReader {
  readonly #context: ListContext;

  constructor(context: ListContext) {
    this.#context = context;
  }

  /** The parties of the list at `head`; `depth` counts the owners of owners on the way there. */
  read(head: number, role: PartyRole, depth: number): Party[] {
    const { view, actors } = this.#context;
    const members = this.#findMembers(head);
    const parties: Party[] = [];
    const unnamed: number[] = [];
    for (const member of members) {
      const named = this.#readApposition(member, role, depth);
      if (named.length === 0) unnamed.push(member);
      parties.push(...(named.length > 0 ? named : this.#context.readOne(member, role, depth)));
    }
    // Members that hang deeper ("a number of states, including …", the owners of an office).
    const listed = listActors(view, head, actors);
    for (const actor of listed) {
      // "the analyst Bo Lund, author of …": of those who are no members only the ones known by name
      const isMember = unnamed.some((member) => member >= actor.from && member < actor.to);
      if (actor.ref.id === undefined && !isMember) continue;
      if (parties.some(({ ref }) => ref.id !== undefined && ref.id === actor.ref.id)) continue;
      if (parties.some(({ span }) => span.start < actor.end && actor.start < span.end)) continue;
      parties.push(this.#context.makeLinked(actor, head));
    }
    parties.push(...this.#readJoinedStates(head, parties));
    const generic = parties.filter((p) => p.isLinked);
    // "a number of countries, including France and Chile": those listed stand for the group; others beside "the
    // government and the rebels" do not.
    const isList = members.length > 1 && view.doc.upos[head] === NOUN;
    if (!isList && generic.length > 0 && listed.length > 1 && this.#context.noun(head)?.kinds.has("group"))
      return generic;
    return parties.filter((party) => !parties.some((other) => isWithin(party, other)));
  }

  /** The words coordinated with `head`, or with a word of its name, that are somebody beside it. */
  #findMembers(head: number): number[] {
    const { view, actors } = this.#context;
    const words = listOf(view, head);
    for (let k = 0; k < words.length && words.length < LONGEST; k++) {
      const name = actors.mentionAt(words[k]);
      for (let i = name?.from ?? 0; name !== undefined && i < name.to; i++)
        for (let child = view.firstChild[i]; child >= 0; child = view.nextSibling[child])
          if (child >= name.to && relationOf(view.doc, child) === "conj" && !words.includes(child))
            words.push(...listOf(view, child));
    }
    words.sort((a, b) => a - b);
    return words.filter((word, k) => !this.#saysMore(word) && !this.#isTitleOf(word, words[k + 1]));
  }

  /** "Ana Sol, a lawyer and poet", "the council and its silence": no member beside the one named before. */
  #saysMore(word: number): boolean {
    const { view } = this.#context;
    const { doc } = view;
    if (relationOf(doc, word) !== "conj" || doc.upos[word] !== NOUN) return false;
    const owner = childBy(view, word, "nmod:poss");
    if (owner >= 0 && doc.upos[owner] === PRON && !this.#context.noun(word)?.kinds.has("people")) return true;
    const first = doc.head[word];
    const apposition = childBy(view, first, "appos");
    if (apposition < first || apposition > word || doc.upos[apposition] !== NOUN) return false;
    return (
      doc.upos[first] === PROPN && !isPlural(doc, word) && !isDefinite(view, word) && !hasComma(view, word)
    );
  }

  /** "Vice President and Editor Ana Sol": the first of two titles before one name. */
  #isTitleOf(word: number, next: number | undefined): boolean {
    const { view, actors } = this.#context;
    const { doc } = view;
    if (next === undefined || isPlural(doc, word) || childBy(view, word, "det", "nmod:poss") >= 0)
      return false;
    const title = actors.mentionAt(word);
    const name = actors.mentionAt(next);
    if (title?.kind !== "role" || name?.kind !== "person" || name.office === undefined) return false;
    return name.from > word && !hasComma(view, next) && title.antecedent === undefined;
  }

  /** "his deputy, Ana Sol", "the two rivals, Lund and Berg": those who are named beside `member`; empty for none. */
  #readApposition(member: number, role: PartyRole, depth: number): Party[] {
    const { view } = this.#context;
    const { doc } = view;
    const apposition = childBy(view, member, "appos");
    if (apposition < member || doc.upos[apposition] !== PROPN) return [];
    const several = isPlural(doc, member);
    if (doc.upos[member] !== NOUN && !several) return [];
    const own = this.#context.readOne(member, role, depth);
    // "the phrase Hard Rain" is nobody.
    if (own.length === 0 && this.#context.noun(member) === undefined) return [];
    if (own.some(({ isLinked }) => isLinked) && !several) return [];
    const names = several ? listOf(view, apposition) : [apposition];
    if (several && names.length < 2) return [];
    const named = names.map((name) => this.#context.readOne(name, role, depth));
    return named.every((parties) => parties.length > 0) ? named.flat() : [];
  }

  /** "Indian and Chinese soldiers": the states whose adjectives are coordinated, where one names the soldiers. */
  #readJoinedStates(head: number, known: readonly Party[]): Party[] {
    const { view, actors } = this.#context;
    const found: Party[] = [];
    if (known.length === 0) return found;
    for (let child = view.firstChild[head]; child >= 0; child = view.nextSibling[child]) {
      if (relationOf(view.doc, child) !== "amod") continue;
      const words = listOf(view, child);
      if (words.length < 2) continue;
      for (const word of words) {
        const state = actors.stateAt(word);
        if (state === undefined || [...known, ...found].some(({ ref }) => ref.country === state.country))
          continue;
        found.push(this.#context.makeParty(state, word, word, word, true));
      }
    }
    return found;
  }
}

/** A list is never longer than this; a broken tree may be. */
const LONGEST = 60;

/** Words of a party inside those of another: "friends" in "the family and friends of the singer". */
function isWithin(party: Party, { span, isLinked }: Party): boolean {
  if (party.isLinked || isLinked) return false;
  const { start, end } = party.span;
  return start >= span.start && end <= span.end && end - start < span.end - span.start;
}

function isDefinite(view: EventView, i: number): boolean {
  const determiner = childBy(view, i, "det");
  return determiner >= 0 && !/^(a|an)$/.test(view.doc.lemma[determiner].toLowerCase());
}

/** True where a comma stands before the "and" of a list's member. */
function hasComma(view: EventView, member: number): boolean {
  const { doc } = view;
  const and = childBy(view, member, "cc");
  return and > 0 && formIsComma(doc, and - 1);
}

function formIsComma({ text, start, end }: ParsedDoc, i: number): boolean {
  return text.slice(start[i], end[i]) === ",";
}
