/**
 * Who stands behind a thing in an event: "Russian warplanes" are Russia's, "army helicopters" an army's, a lawsuit its
 * plaintiff's.
 *
 * In: the head of a phrase that names no party itself. Out: those who own, use or wrote it; empty where nobody is told.
 */
import type { ActorRef } from "../core/records.js";
import type { Codebook, NounRow } from "./codebook-types.js";
import { findDoer } from "./event-doer.js";
import type { Party, PartyRole } from "./event-party.js";
import { isOfClass, withoutArticle } from "./event-phrase.js";
import { childBy, type EventView, hasMarker, isPassiveVerb, isVerb } from "./event-view.js";
import { relationOf } from "./frame-match.js";

/** What reading owners takes from the reader of parties. */
export interface OwnerContext {
  readonly view: EventView;
  readonly codebook: Codebook;
  noun(i: number): NounRow | undefined;
  read(head: number, role: PartyRole): readonly Party[];
  readList(head: number, role: PartyRole, depth: number): Party[];
  makeParty(ref: ActorRef, head: number, from: number, to: number, isLinked: boolean): Party;
}

/** Dependents by which a noun is owned or placed. */
const OWNERS = /^(nmod:poss|amod|compound|nmod|nmod:desc|nmod:unmarked)$/;

/** Classes of verbs by which somebody is told to be behind a thing, and of nouns whose "of" names whose they are. */
const MAKES = "makes";
const CONDUCT = "conduct";
/** The class of deeds in which people come to harm. */
const DEEDS = "assault";

/** Verbs whose subject only tells of the thing: "saw the tanks fire". */
const PERCEIVES = new Set("see watch hear spot notice observe film report".split(" "));

export class OwnerReader {
  readonly #context: OwnerContext;

  constructor(context: OwnerContext) {
    this.#context = context;
  }

  /** Those who own the thing, or in whose country it lies. */
  readOwners(head: number, role: PartyRole, depth: number): Party[] {
    const { view, codebook } = this.#context;
    // "a bombing in Nairobi", "the Aleppo strikes": where it was, not whose
    const isDeed = isOfClass(codebook, view.doc, head, DEEDS);
    const isSomebodys = !isDeed && this.#context.noun(head) !== undefined;
    const actorsMark = isDeed ? ["of", "from", "by"] : ["of", "from", "by", "in"];
    for (let child = view.firstChild[head]; child >= 0; child = view.nextSibling[child]) {
      const relation = relationOf(view.doc, child);
      if (!OWNERS.test(relation)) continue;
      if (relation === "nmod" && !hasMarker(view, child, "of", "in", "from", "on", "by", "at", "near"))
        continue;
      if (relation === "nmod" && role === "actor" && !hasMarker(view, child, ...actorsMark)) continue;
      const found = this.#context.readList(child, role, depth);
      // "opposed the Iraq war": a place that names a matter does not own it.
      if (relation === "compound" && !isSomebodys && found.some(({ kinds }) => kinds.has("place"))) continue;
      if (found.some((party) => party.isLinked || party.ref.country !== undefined)) return found;
      // "support for the government plans": whose they are, though it is not told which government
      const isWhose =
        relation === "compound" ||
        relation === "nmod:poss" ||
        (hasMarker(view, child, "of") && this.#isConduct(head));
      if (role === "recipient" && isWhose && this.#context.noun(child)?.kinds.has("people")) return found;
      // "applauds his speech": a person, though only by name
      if (role === "recipient" && relation === "nmod:poss" && found.some(({ kinds }) => kinds.has("person")))
        return found;
    }
    return [];
  }

  /** "the stance taken by the nominee", "curbs imposed by the council": whoever is told to have done or said it. */
  readMakers(head: number, role: PartyRole, depth: number): Party[] {
    const { view, codebook } = this.#context;
    const makes = codebook.classes.get(MAKES);
    const clause = childBy(view, head, "acl");
    if (makes === undefined || clause < head || !makes.has(view.doc.lemma[clause].toLowerCase())) return [];
    const agent = childBy(view, clause, "obl:agent");
    return agent < 0 ? [] : this.#context.readList(agent, role, depth);
  }

  /** "a study by two doctors": whoever a phrase with "by" names, which the tree may hang on the active verb above. */
  readNamedMakers(head: number, role: PartyRole, depth: number): Party[] {
    const { view } = this.#context;
    const { doc } = view;
    const verb = doc.head[head];
    const isObject = verb >= 0 && isVerb(view, verb) && /^(obj|obl)$/.test(relationOf(doc, head));
    for (const place of isObject && !isPassiveVerb(view, verb) ? [head, verb] : [head])
      for (let child = view.firstChild[place]; child >= 0; child = view.nextSibling[child])
        if (child > head && /^(nmod|obl)$/.test(relationOf(doc, child)) && hasMarker(view, child, "by"))
          return this.#context.readList(child, role, depth);
    return [];
  }

  /** "the attitude of the government": what is somebody's own, not what is done to him as in "the expulsion of". */
  #isConduct(head: number): boolean {
    const { view, codebook } = this.#context;
    return codebook.classes.get(CONDUCT)?.has(view.doc.lemma[head].toLowerCase()) ?? false;
  }

  /** "army helicopters", "rebel rockets": those who use the thing, though no name tells who they are. */
  readUsers(head: number, from: number, to: number): Party[] {
    const { view } = this.#context;
    const { doc } = view;
    for (let child = view.firstChild[head]; child >= 0; child = view.nextSibling[child]) {
      const relation = relationOf(doc, child);
      if (!/^(compound|amod|nmod:poss|nmod)$/.test(relation)) continue;
      if (relation === "nmod" && !hasMarker(view, child, "of", "from", "by")) continue;
      const noun = this.#context.noun(child);
      if (!noun?.kinds.has("people")) continue;
      const text = doc.text.slice(doc.start[from], doc.end[to]);
      const ref: ActorRef = {
        name: withoutArticle(text),
        text,
        ...(noun.sector ? { sector: noun.sector } : {}),
      };
      return [this.#context.makeParty(ref, head, from, to, false)];
    }
    return [];
  }

  /** "filed a lawsuit accusing the cartel": what a document says or a weapon does is done by whoever uses it. */
  readAuthor(head: number): Party[] {
    const { view } = this.#context;
    const verb = view.doc.head[head];
    if (verb < 0 || !isVerb(view, verb) || !/^(obj|nsubj:pass)$/.test(relationOf(view.doc, head))) return [];
    if (PERCEIVES.has(view.doc.lemma[verb].toLowerCase())) return [];
    const doer = findDoer(view, verb);
    return doer < 0 || doer === head ? [] : [...this.#context.read(doer, "actor")];
  }
}
