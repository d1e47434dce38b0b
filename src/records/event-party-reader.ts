/**
 * Parties of events: whom a noun phrase names, as far as the article and the table of nouns tell.
 *
 * In: the head of a phrase and its part in the event. Out: one party for each actor in it. Linked actors come from
 * the mentions layer; "gunmen" and "villagers" are known by `data/plover/nouns.tsv` and keep their words; "Russian
 * warplanes" and "positions of the army" stand for whoever owns them. Nobody is guessed: a phrase that names no
 * party gives none.
 */

import type { Span } from "../core/evidence.js";
import { extend } from "../core/extend.js";
import type { ActorRef, StatementRecord } from "../core/records.js";
import { UPOS } from "../language/doc.js";
import { type ListedActor, listActors } from "../mentions/actor-list.js";
import type { ActorMention } from "../mentions/actor-mention.js";
import type { ArticleActors } from "../mentions/actors.js";
import type { Codebook, NounRow } from "./codebook-types.js";
import { CraftReader } from "./event-craft.js";
import { ListReader } from "./event-list.js";
import { MemberReader } from "./event-members.js";
import { NounReader } from "./event-noun.js";
import { OwnerReader } from "./event-owner.js";
import type { Party, PartyRole } from "./event-party.js";
import { kindsOf } from "./event-party-kind.js";
import { findExtent, findNameExtent, isNominalised, isPlural, withoutArticle } from "./event-phrase.js";
import { findNamed, PronounReader } from "./event-pronoun.js";
import { childBy, type EventView, findAntecedent, markerOf } from "./event-view.js";
import { relationOf } from "./frame-match.js";

const PRON = UPOS.indexOf("PRON");
const DET = UPOS.indexOf("DET");
const PROPN = UPOS.indexOf("PROPN");
const NOUN = UPOS.indexOf("NOUN");
const ADJ = UPOS.indexOf("ADJ");
const NUM = UPOS.indexOf("NUM");

/** What an adjective that stands for people is to the table of nouns. */
const PEOPLE: NounRow = { kinds: new Set(["people"]), sector: null };

/** The class of nouns that only set the scene. */
const SCENES = "scene";

/** Owners of owners: "the positions of the army of Chad". */
const DEEPEST = 4;

export class PartyReader {
  readonly #found = new Map<number, readonly Party[]>();
  readonly #pronouns = new PronounReader(this);
  readonly #owners = new OwnerReader(this);
  readonly #craft = new CraftReader(this);
  readonly #members = new MemberReader(this);
  readonly #lists = new ListReader(this);
  readonly #nouns: NounReader;

  constructor(
    readonly view: EventView,
    readonly actors: ArticleActors,
    readonly codebook: Codebook,
    readonly statements: readonly StatementRecord[] = [],
    /** Words that are known to name a party, whatever the tables say. */
    readonly given: readonly Span[] = [],
  ) {
    this.#nouns = new NounReader(view, codebook);
  }

  /** The parties that the phrase headed by `head` names, a list's members each; empty for none. */
  read(head: number, role: PartyRole): readonly Party[] {
    if (head < 0) return [];
    const key = head * 2 + (role === "actor" ? 0 : 1);
    let found = this.#found.get(key);
    if (found === undefined) {
      this.#found.set(key, []);
      found = distinct(this.readList(this.#nameOf(findAntecedent(this.view, head)), role, 0));
      this.#found.set(key, found);
    }
    return found;
  }

  /** "Ana Sol, a cook who left": whom a person's first apposition is said of; any other word stands for itself. */
  #nameOf(i: number): number {
    const { view } = this;
    const { doc } = view;
    if (doc.upos[i] === PRON) return findNamed(view, i);
    const name = doc.head[i];
    if (relationOf(doc, i) !== "appos" || doc.upos[name] !== PROPN || name > i) return i;
    const article = childBy(view, i, "det");
    if (article < 0) return i;
    // "Ana Sol, a writer for Our City, a party that …" is no party; "(Ohio)" between says nothing.
    for (let child = view.firstChild[name]; child < i; child = view.nextSibling[child])
      if (relationOf(doc, child) === "appos" && childBy(view, child, "det") >= 0) return i;
    // "Lund, the Greens, …" names two, "Lund, a Green who …" one
    if (doc.upos[i] === PROPN && !/^an?$/.test(doc.lemma[article].toLowerCase())) return i;
    const kinds = this.noun(i)?.kinds;
    const clause = childBy(view, i, "acl:relcl");
    const isWho = clause >= 0 && doc.lemma[childBy(view, clause, "nsubj", "nsubj:pass")] === "who";
    return isWho || (kinds?.has("people") && !kinds.has("group")) ? name : i;
  }

  /** What the table of nouns says of the word. */
  noun(i: number): NounRow | undefined {
    return this.#nouns.read(i);
  }

  /** The parties of a list; `depth` counts the owners of owners on the way there. */
  readList(head: number, role: PartyRole, depth: number): Party[] {
    return this.#lists.read(head, role, depth);
  }

  /** The parties that one member of a list names. */
  readOne(head: number, role: PartyRole, depth: number): Party[] {
    const { view } = this;
    const { doc } = view;
    const noun = this.noun(head);
    if (noun?.kinds.has("measure") || noun?.kinds.has("group")) {
      const members = depth < DEEPEST ? this.#members.read(head, noun, role, depth + 1) : [];
      if (members.length > 0) return members;
    }
    const given = this.given.find((span) => doc.start[head] < span.end && span.start < doc.end[head]);
    if (given !== undefined) return [this.#givenParty(given, head, noun)];
    const mention = this.actors.mentionAt(head);
    if (mention !== undefined && mention.ref.id !== undefined) {
      const [own] = listActors(view, head, this.actors);
      if (own !== undefined)
        return [this.makeLinked({ ...own, ref: mention.ref, ...spanOf(view, mention) }, head)];
    }
    if (doc.upos[head] === PRON || (doc.upos[head] === DET && role === "recipient"))
      return this.#pronouns.read(head, role);
    const state = doc.upos[head] === ADJ || doc.upos[head] === PROPN ? this.actors.stateAt(head) : undefined;
    if (state !== undefined) return [this.makeParty(state, head, head, head, true)];
    if (isNominalised(this.view, head)) return this.#readCommon(head, PEOPLE, role, depth);
    // "a civilian", taken for an adjective
    const isPerson =
      doc.upos[head] === ADJ && noun?.kinds.has("people") && childBy(view, head, "det", "nummod") >= 0;
    if (doc.upos[head] !== NOUN && doc.upos[head] !== PROPN && !isPerson) return [];
    return this.#readCommon(head, noun ?? this.#titleOf(head), role, depth);
  }

  /** "governor bhandari": what the title before a name that nothing else knows says of it. */
  #titleOf(head: number): NounRow | undefined {
    const { view } = this;
    if (this.actors.mentionAt(head) !== undefined) return undefined;
    for (let child = view.firstChild[head]; child >= 0 && child < head; child = view.nextSibling[child]) {
      if (!/^(compound|flat|nmod:desc)$/.test(relationOf(view.doc, child))) continue;
      const title = this.noun(child);
      if (title?.kinds.has("people") && this.actors.mentionAt(child)?.kind === "role") return title;
    }
    return undefined;
  }

  #givenParty(span: Span, head: number, noun: NounRow | undefined): Party {
    const text = this.view.doc.text.slice(span.start, span.end);
    const mention = this.actors.mentionAt(head);
    const ref: ActorRef = mention?.ref ?? { name: text, ...(noun?.sector ? { sector: noun.sector } : {}) };
    const kinds = kindsOf(ref, mention?.kind, noun).add("actor");
    return {
      ref: extend(ref, { text }),
      span,
      head,
      kinds,
      isLinked: true,
      isPlural: isPlural(this.view.doc, head),
    };
  }

  /** A noun that is no name: people by themselves, anything else by its owner. */
  #readCommon(head: number, noun: NounRow | undefined, role: PartyRole, depth: number): Party[] {
    const { doc } = this.view;
    const [from, to] = findExtent(this.view, head);
    const isPeople = noun?.kinds.has("people") ?? false;
    if (role === "recipient" && !isPeople && this.#isScene(head)) return [];
    const owners = this.#readOwners(head, role, depth, isPeople);
    // "the heads of the agencies of both countries" are of one country each.
    const severalOwners =
      isPeople &&
      owners.filter(({ isLinked }) => isLinked).length > 1 &&
      (isPlural(doc, head) || relationOf(doc, owners[0].head) !== "nmod");
    if (isPeople && !severalOwners) {
      const country = owners.find((o) => o.ref.country !== undefined)?.ref.country;
      const text = doc.text.slice(doc.start[from], doc.end[to]);
      const ref: ActorRef = {
        name: withoutArticle(text),
        text,
        ...(country ? { country } : {}),
        ...(noun?.sector ? { sector: noun.sector } : {}),
      };
      return [this.makeParty(ref, head, from, to, false)];
    }
    const stands =
      severalOwners || noun?.kinds.has("instrument") || noun?.kinds.has("document") || role === "recipient";
    if (stands && owners.length > 0) {
      const text = doc.text.slice(doc.start[from], doc.end[to]);
      // "the forces of Chad and Mali" are of each: only of one owner is the whole phrase his.
      if (owners.length > 1)
        return owners.map((owner) => ({
          ...owner,
          head,
          ref: extend(owner.ref, { text: owner.ref.text ?? text }),
        }));
      return owners.map((owner) => {
        const { start, end } = owner.span;
        // "Norway defended its plan": Norway stands before the phrase, and only "its" in it.
        const isBefore = end <= doc.start[from];
        const span = {
          start: isBefore ? doc.start[from] : Math.min(start, doc.start[from]),
          end: Math.max(end, doc.end[to]),
        };
        return {
          ...owner,
          head,
          span,
          ...(isBefore && owner.antecedent === undefined ? { antecedent: owner.span } : {}),
          ref: extend(owner.ref, { text: doc.text.slice(span.start, span.end) }),
        };
      });
    }
    if (role === "actor" && noun?.kinds.has("instrument")) {
      const users = this.#owners.readUsers(head, from, to);
      if (users.length > 0) return users;
    }
    if (role === "actor" && (noun?.kinds.has("document") || noun?.kinds.has("instrument"))) {
      const author = this.#owners.readAuthor(head);
      if (author.length > 0) return author;
    }
    if (role === "actor") {
      const craft = this.#craft.read(head, (i) => this.#readOwners(i, role, depth, false));
      if (craft.length > 0) return [...craft];
    }
    if (role === "recipient" && !isPeople && depth < DEEPEST) {
      const makers = this.#owners.readNamedMakers(head, role, depth + 1);
      if (makers.length > 0) return makers;
    }
    // "an oil depot", "the village": what was hit or taken, though nobody is told to own it
    if (role === "recipient" && noun?.kinds.has("target")) return [this.#byWords(head)];
    const mention = this.actors.mentionAt(head);
    if (mention !== undefined && doc.upos[head] === PROPN) return [this.#named(mention, head)];
    return [];
  }

  /** Those who own what `head` names; of what somebody is asked for or blamed for, those who made it. */
  #readOwners(head: number, role: PartyRole, depth: number, isPeople: boolean): Party[] {
    if (depth >= DEEPEST) return [];
    const owners = this.#owners.readOwners(head, role, depth + 1);
    return owners.length > 0 || isPeople || role === "actor"
      ? owners
      : this.#owners.readMakers(head, role, depth + 1);
  }

  /** "on the eve of the king's visit", "on behalf of the bank": when or for whom, but not to whom. */
  #isScene(head: number): boolean {
    const { view, codebook } = this;
    const scenes = codebook.classes.get(SCENES);
    return scenes?.has(view.doc.lemma[head].toLowerCase()) === true && markerOf(view, head) !== "";
  }

  /** Somebody of whom only the name is known, all of it: names of bodies have common words in them. */
  #named({ ref, from, to }: ActorMention, head: number): Party {
    const { doc } = this.view;
    const [first, last] = findNameExtent(this.view, head);
    if (first >= from && last < to) return this.makeParty(ref, head, from, to - 1, false);
    const start = Math.min(first, from);
    const end = Math.max(last, to - 1);
    const text = doc.text.slice(doc.start[start], doc.end[end]);
    return this.makeParty({ ...ref, name: text, text }, head, start, end, false);
  }

  /**
   * A pronoun that cannot stand for `doer`, who acts ("The mayor accused him", "She applauded his speech"), or whose
   * is what the word names; `isHostile` where nobody does that to his own ("The mayor condemned his remarks").
   */
  readSomebodyElse(head: number, doer: number, isHostile: boolean): readonly Party[] {
    const { view } = this;
    if (view.doc.upos[head] === PRON) return this.#pronouns.leaveOpen(head, doer);
    const owner = childBy(view, head, "nmod:poss");
    return owner >= 0 && view.doc.upos[owner] === PRON
      ? this.#pronouns.leaveOpen(owner, doer, isHostile)
      : [];
  }

  /** Whoever a noun phrase is, where the verb tells that it is somebody ("arrested 14", "asked it to speak"). */
  readAnyone(head: number): readonly Party[] {
    const { doc } = this.view;
    const tag = doc.upos[head];
    if (tag === PRON && doc.lemma[head].toLowerCase() === "it") return [this.#byWords(head)];
    if (tag !== NOUN && tag !== PROPN && tag !== NUM) return [];
    const noun = this.noun(head);
    if (noun?.kinds.has("instrument") || noun?.kinds.has("document")) return [];
    return [this.#byWords(head)];
  }

  /** A party known by its phrase alone. */
  #byWords(head: number): Party {
    const { doc } = this.view;
    const [from, to] = findExtent(this.view, head);
    const text = doc.text.slice(doc.start[from], doc.end[to]);
    return this.makeParty({ name: withoutArticle(text), text }, head, from, to, false);
  }

  /** The party that a linked actor in the phrase of `head` is. */
  makeLinked(actor: ListedActor, head: number): Party {
    const ref = extend(actor.ref, { text: this.view.doc.text.slice(actor.start, actor.end) });
    return {
      ref,
      span: { start: actor.start, end: actor.end },
      head,
      kinds: kindsOf(ref, this.actors.mentionAt(actor.from)?.kind, this.noun(head)),
      isLinked: ref.id !== undefined,
      isPlural: isPlural(this.view.doc, head),
      ...(actor.antecedent ? { antecedent: actor.antecedent } : {}),
    };
  }

  /** The party that words `from` to `to` name. */
  makeParty(ref: ActorRef, head: number, from: number, to: number, isLinked: boolean): Party {
    const { doc } = this.view;
    const span = { start: doc.start[from], end: doc.end[to] };
    const noun = this.noun(head);
    const kinds = kindsOf(ref, this.actors.mentionAt(head)?.kind, noun);
    return { ref, span, head, kinds, isLinked, isPlural: isPlural(this.view.doc, head) };
  }
}

function spanOf({ doc }: EventView, { from, to }: { from: number; to: number }): Span {
  return { start: doc.start[from], end: doc.end[to - 1] };
}

function distinct(parties: readonly Party[]): Party[] {
  const seen = new Set<string>();
  return parties.filter(({ ref, span }) => {
    const key = ref.id ?? `${ref.name} ${span.start}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
