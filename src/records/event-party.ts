/**
 * Parties of events: whom a noun phrase names, as far as the article and the table of nouns tell.
 *
 * In: the head of a phrase and its part in the event. Out: one party for each actor in it. Linked actors come from
 * the mentions layer; "gunmen" and "villagers" are known by `data/plover/nouns.tsv` and keep their words; "Russian
 * warplanes" and "positions of the army" stand for whoever owns them. Nobody is guessed: a phrase that names no
 * party gives none.
 */
import type { Span } from "../core/evidence.js";
import type { ActorRef, StatementRecord } from "../core/records.js";
import { UPOS } from "../language/doc.js";
import { type ListedActor, listActors } from "../mentions/actor-list.js";
import type { ArticleActors } from "../mentions/actors.js";
import type { ActorKind } from "./codebook-frame.js";
import type { Codebook, NounRow } from "./codebook-types.js";
import {
  childBy,
  type EventView,
  findAntecedent,
  findSubject,
  hasMarker,
  isVerb,
  listOf,
} from "./event-view.js";
import { relationOf } from "./frame-match.js";
import { findStatementAround } from "./on-whose-word.js";

/** Somebody who takes part in an event. */
export interface Party {
  readonly ref: ActorRef;
  /** Where they are written. */
  readonly span: Span;
  /** Head word of their phrase. */
  readonly head: number;
  readonly kinds: ReadonlySet<ActorKind>;
  /** False where only the words are known. */
  readonly isLinked: boolean;
  /** Several who are not told apart ("the ministers"). */
  readonly isPlural: boolean;
  readonly antecedent?: Span;
}

export type PartyRole = "actor" | "recipient";

const PRON = UPOS.indexOf("PRON");
const PROPN = UPOS.indexOf("PROPN");
const NOUN = UPOS.indexOf("NOUN");
const ADJ = UPOS.indexOf("ADJ");
const VERB = UPOS.indexOf("VERB");

/** What an adjective that stands for people is to the table of nouns. */
const PEOPLE: NounRow = { kinds: new Set(["people"]), sector: null };

/** Owners of owners: "the positions of the army of Chad". */
const DEEPEST = 4;

/** Words back to the pair of states that "both countries" may be. */
const PAIR_REACH = 400;

/** Dependents by which a noun is owned or placed, the nearest first. */
const OWNERS = /^(nmod:poss|amod|compound|nmod|nmod:desc|nmod:unmarked)$/;

export class PartyReader {
  readonly #found = new Map<number, readonly Party[]>();

  constructor(
    readonly view: EventView,
    readonly actors: ArticleActors,
    readonly codebook: Codebook,
    readonly statements: readonly StatementRecord[] = [],
    /** Words that are known to name a party, whatever the tables say. */
    readonly given: readonly Span[] = [],
  ) {}

  /** The parties that the phrase headed by `head` names, a list's members each; empty for none. */
  read(head: number, role: PartyRole): readonly Party[] {
    if (head < 0) return [];
    const key = head * 2 + (role === "actor" ? 0 : 1);
    let found = this.#found.get(key);
    if (found === undefined) {
      this.#found.set(key, []);
      found = distinct(this.#readList(findAntecedent(this.view, head), role, 0));
      this.#found.set(key, found);
    }
    return found;
  }

  /** What the table of nouns says of the word. */
  noun(i: number): NounRow | undefined {
    const { doc } = this.view;
    if (doc.upos[i] !== NOUN && doc.upos[i] !== PROPN && doc.upos[i] !== ADJ) return undefined;
    return this.codebook.nouns.get(doc.lemma[i].toLowerCase());
  }

  #readList(head: number, role: PartyRole, depth: number): Party[] {
    const listed = listActors(this.view, head, this.actors);
    const members = listOf(this.view, head);
    const parties = members.flatMap((member) => this.#readOne(member, role, depth));
    // Members that hang deeper ("a number of states, including …", the owners of an office).
    for (const actor of listed) {
      if (parties.some(({ ref }) => ref.id !== undefined && ref.id === actor.ref.id)) continue;
      if (parties.some(({ span }) => span.start < actor.end && actor.start < span.end)) continue;
      parties.push(this.#linked(actor, head));
    }
    const generic = parties.filter((p) => p.isLinked);
    // "a number of countries, including France and Chile": those listed stand for the group.
    if (generic.length > 0 && listed.length > 1 && this.noun(head)?.kinds.has("group"))
      return parties.filter((p) => p.isLinked);
    return parties;
  }

  #readOne(head: number, role: PartyRole, depth: number): Party[] {
    const { view } = this;
    const { doc } = view;
    const noun = this.noun(head);
    if (noun?.kinds.has("measure") || noun?.kinds.has("group")) {
      const members = this.#readMembers(head, noun, role, depth);
      if (members.length > 0) return members;
    }
    const given = this.given.find((span) => doc.start[head] < span.end && span.start < doc.end[head]);
    if (given !== undefined) return [this.#givenParty(given, head, noun)];
    const mention = this.actors.mentionAt(head);
    if (mention !== undefined && mention.ref.id !== undefined) {
      const [own] = listActors(view, head, this.actors);
      if (own !== undefined)
        return [this.#linked({ ...own, ref: mention.ref, ...spanOf(view, mention) }, head)];
    }
    if (doc.upos[head] === PRON) return this.#readPronoun(head);
    const state = doc.upos[head] === ADJ || doc.upos[head] === PROPN ? this.actors.stateAt(head) : undefined;
    if (state !== undefined) return [this.#party(state, head, head, head, true)];
    if (this.#isNominalised(head)) return this.#readCommon(head, PEOPLE, role, depth);
    if (doc.upos[head] !== NOUN && doc.upos[head] !== PROPN) return [];
    return this.#readCommon(head, noun, role, depth);
  }

  #givenParty(span: Span, head: number, noun: NounRow | undefined): Party {
    const text = this.view.doc.text.slice(span.start, span.end);
    const mention = this.actors.mentionAt(head);
    const ref: ActorRef = mention?.ref ?? { name: text, ...(noun?.sector ? { sector: noun.sector } : {}) };
    const kinds = kindsOf(ref, mention?.kind, noun).add("actor");
    return { ref: { ...ref, text }, span, head, kinds, isLinked: true, isPlural: this.#isPlural(head) };
  }

  /** "the wounded", "the displaced": an article before an adjective without a noun. */
  #isNominalised(head: number): boolean {
    const { view } = this;
    if (view.doc.upos[head] !== ADJ && view.doc.upos[head] !== VERB) return false;
    const determiner = childBy(view, head, "det");
    return determiner >= 0 && view.doc.lemma[determiner].toLowerCase() === "the";
  }

  /** A noun that is no name: people by themselves, anything else by its owner. */
  #readCommon(head: number, noun: NounRow | undefined, role: PartyRole, depth: number): Party[] {
    const { doc } = this.view;
    const [from, to] = this.#extent(head);
    const isPeople = noun?.kinds.has("people") ?? false;
    const owners = depth < DEEPEST ? this.#readOwners(head, role, depth + 1) : [];
    // "the heads of the agencies of both countries" are of one country each.
    const severalOwners = isPeople && owners.filter(({ isLinked }) => isLinked).length > 1;
    if (isPeople && !severalOwners) {
      const country = owners.find((o) => o.ref.country !== undefined)?.ref.country;
      const text = doc.text.slice(doc.start[from], doc.end[to]);
      const ref: ActorRef = {
        name: withoutArticle(text),
        text,
        ...(country ? { country } : {}),
        ...(noun?.sector ? { sector: noun.sector } : {}),
      };
      return [this.#party(ref, head, from, to, false)];
    }
    const stands =
      severalOwners || noun?.kinds.has("instrument") || noun?.kinds.has("document") || role === "recipient";
    if (stands && owners.length > 0) {
      const text = doc.text.slice(doc.start[from], doc.end[to]);
      return owners.map((owner) => {
        const { start, end } = owner.span;
        const span = { start: Math.min(start, doc.start[from]), end: Math.max(end, doc.end[to]) };
        const whole = doc.text.slice(span.start, span.end);
        return {
          ...owner,
          head,
          span,
          ref: { ...owner.ref, text: owners.length > 1 ? (owner.ref.text ?? text) : whole },
        };
      });
    }
    // "an oil depot", "the village": what was hit or taken, though nobody is told to own it
    if (role === "recipient" && noun?.kinds.has("target")) {
      const text = doc.text.slice(doc.start[from], doc.end[to]);
      return [this.#party({ name: withoutArticle(text), text }, head, from, to, false)];
    }
    const mention = this.actors.mentionAt(head);
    if (mention !== undefined && doc.upos[head] === PROPN)
      return [this.#party(mention.ref, head, mention.from, mention.to - 1, false)];
    return [];
  }

  /** Those who own the thing, or in whose country it lies. */
  #readOwners(head: number, role: PartyRole, depth: number): Party[] {
    const { view } = this;
    for (let child = view.firstChild[head]; child >= 0; child = view.nextSibling[child]) {
      const relation = relationOf(view.doc, child);
      if (!OWNERS.test(relation)) continue;
      if (relation === "nmod" && !hasMarker(view, child, "of", "in", "from", "on", "by", "at", "near"))
        continue;
      if (relation === "nmod" && role === "actor" && !hasMarker(view, child, "of", "from", "by", "in"))
        continue;
      const found = this.#readList(child, role, depth);
      if (found.some((party) => party.isLinked || party.ref.country !== undefined)) return found;
    }
    return [];
  }

  /** "dozens of villagers"; "states such as Chad and Mali"; "both countries". */
  #readMembers(head: number, noun: NounRow, role: PartyRole, depth: number): Party[] {
    const { view } = this;
    if (noun.kinds.has("group")) {
      const pair = this.#readPair(head);
      if (pair.length > 0) return pair;
    }
    for (let child = view.firstChild[head]; child >= 0; child = view.nextSibling[child]) {
      const relation = relationOf(view.doc, child);
      if (!relation.startsWith("nmod") && relation !== "appos") continue;
      const lists = hasMarker(view, child, "include", "including", "such", "like", "namely");
      if (!lists && !(noun.kinds.has("measure") && hasMarker(view, child, "of"))) continue;
      const found = depth < DEEPEST ? this.#readList(child, role, depth + 1) : [];
      if (found.length > 0) return found;
    }
    return [];
  }

  /** "both countries", "the two sides": the pair of actors that was named last. */
  #readPair(head: number): Party[] {
    const { view } = this;
    let isPair = false;
    for (let child = view.firstChild[head]; child >= 0; child = view.nextSibling[child]) {
      const lemma = view.doc.lemma[child].toLowerCase();
      if (lemma === "both" || lemma === "two") isPair = true;
    }
    if (!isPair) return [];
    return this.lastPair(head).map((party) => {
      const [from, to] = this.#extent(head);
      const span = { start: view.doc.start[from], end: view.doc.end[to] };
      return { ...party, head, span, antecedent: party.span };
    });
  }

  /** The last two states that stand side by side before word `before`: coordinated, or as one hyphenated adjective. */
  lastPair(before: number): Party[] {
    let later = -1;
    for (let i = before - 1; i >= Math.max(0, before - PAIR_REACH); i--) {
      const state = this.actors.stateAt(i);
      if (state === undefined) continue;
      if (later >= 0 && state.id !== this.actors.stateAt(later)?.id && this.#isJoined(i, later))
        return [i, later].map((k) => this.#party(this.actors.stateAt(k) as ActorRef, k, k, k, true));
      later = i;
    }
    return [];
  }

  #isJoined(a: number, b: number): boolean {
    const { doc } = this.view;
    const between = doc.text.slice(doc.end[a], doc.start[b]);
    if (/^\s*[-–]\s*$/.test(between)) return true;
    return /\band\b/.test(between) && b - a <= 6 && !/[.;]/.test(between);
  }

  /** Whom a pronoun stands for; "we" is whoever speaks. */
  #readPronoun(head: number): Party[] {
    const { doc } = this.view;
    const lemma = doc.lemma[head].toLowerCase();
    if (lemma === "we" || lemma === "i" || lemma === "our" || lemma === "us") {
      const span = { start: doc.start[head], end: doc.end[head] };
      const statement = findStatementAround(span, this.statements);
      if (statement?.source == null) return [];
      const source = statement.evidence.find((e) => e.part === "source");
      const text = doc.text.slice(span.start, span.end);
      const party = this.#party(
        { ...statement.source, text },
        head,
        head,
        head,
        statement.source.id !== undefined,
      );
      return [source ? { ...party, antecedent: { start: source.start, end: source.end } } : party];
    }
    const owner = this.#ownSubject(head);
    if (owner.length > 0) return owner;
    const { ref, antecedent, rule } = this.actors.resolve([head]);
    if (rule === "unresolved") return [];
    const party = this.#party(ref, head, head, head, ref.id !== undefined);
    return [antecedent ? { ...party, antecedent } : party];
  }

  /** "Egypt repeated its offer": a possessive in an object is the subject's, where the clause has one. */
  #ownSubject(head: number): Party[] {
    const { view } = this;
    const { doc } = view;
    if (relationOf(doc, head) !== "nmod:poss") return [];
    let at = doc.head[head];
    for (let k = 0; k < 3 && at >= 0; k++) {
      const relation = relationOf(doc, at);
      const above = doc.head[at];
      if (above < 0) return [];
      if (isVerb(view, above) && /^(obj|obl|iobj|xcomp)/.test(relation)) {
        const subject = findSubject(view, above, 0);
        if (subject < 0 || subject === at) return [];
        return [...this.read(subject, "actor")];
      }
      if (!/^(nmod|conj)/.test(relation)) return [];
      at = above;
    }
    return [];
  }

  #linked(actor: ListedActor, head: number): Party {
    const ref = { ...actor.ref, text: this.view.doc.text.slice(actor.start, actor.end) };
    return {
      ref,
      span: { start: actor.start, end: actor.end },
      head,
      kinds: kindsOf(ref, this.actors.mentionAt(actor.from)?.kind, this.noun(head)),
      isLinked: ref.id !== undefined,
      isPlural: this.#isPlural(head),
      ...(actor.antecedent ? { antecedent: actor.antecedent } : {}),
    };
  }

  #party(ref: ActorRef, head: number, from: number, to: number, isLinked: boolean): Party {
    const { doc } = this.view;
    const span = { start: doc.start[from], end: doc.end[to] };
    const noun = this.noun(head);
    const kinds = kindsOf(ref, this.actors.mentionAt(head)?.kind, noun);
    return { ref, span, head, kinds, isLinked, isPlural: this.#isPlural(head) };
  }

  #isPlural(head: number): boolean {
    const { doc } = this.view;
    return /^NNP?S$/.test(doc.names.xpos[doc.xpos[head]]);
  }

  /** First and last word of the phrase of `head`, without clauses, lists and what stands in commas. */
  #extent(head: number): [from: number, to: number] {
    const { view } = this;
    let from = head;
    let to = head;
    for (let child = view.firstChild[head]; child >= 0; child = view.nextSibling[child]) {
      const relation = relationOf(view.doc, child);
      if (!/^(amod|compound|nummod|nmod|nmod:poss|flat|det|nmod:desc|nmod:unmarked)$/.test(relation))
        continue;
      const [a, b] = this.#extent(child);
      const first = childBy(view, child, "case");
      from = Math.min(from, a, first < 0 ? a : first);
      to = Math.max(to, b);
    }
    return [from, to];
  }
}

/** The phrase without the article or pronoun before it. */
function withoutArticle(text: string): string {
  return text.replace(/^(the|a|an|some|its|their|his|her|our|these|those|this|that)\s+/i, "");
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

const ARMED = new Set(["MIL", "REB", "PRM", "UAF", "SPY", "ISM"]);
const CIVIL = new Set([
  "CVL",
  "LAB",
  "EDU",
  "AGR",
  "MED",
  "JRN",
  "REF",
  "OPP",
  "REL",
  "SOC",
  "HLH",
  "BUS",
  "CRM",
]);

/** What conditions may ask of an actor. */
function kindsOf(ref: ActorRef, mention: string | undefined, noun: NounRow | undefined): Set<ActorKind> {
  const kinds = new Set<ActorKind>();
  const prefix = ref.id?.split(":")[0];
  const sector = ref.sector;
  const isPeople = noun?.kinds.has("people") ?? false;
  if (ref.id !== undefined || sector !== undefined || isPeople || mention === "name") kinds.add("actor");
  if (isPeople && (sector === undefined || CIVIL.has(sector))) kinds.add("civil");
  const isPerson = prefix === "person" || prefix === "role" || mention === "person" || mention === "role";
  if (isPerson) kinds.add("person");
  if (!isPerson && (prefix === "state" || prefix === "office" || mention === "seat")) kinds.add("state");
  if (prefix === "state" || mention === "seat" || mention === "name") kinds.add("place");
  if (!isPerson && sector === "GOV") kinds.add("state");
  if (mention === "body" || mention === "office" || noun?.kinds.has("group")) kinds.add("body");
  if (prefix !== undefined && /^(igo|ngo|org|body|media|party|gov|group|company)$/.test(prefix))
    kinds.add("body");
  if (sector !== undefined && ARMED.has(sector)) kinds.add("armed");
  if (sector === "COP") kinds.add("police");
  if (sector !== undefined && CIVIL.has(sector)) kinds.add("civil");
  return kinds;
}
