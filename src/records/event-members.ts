/**
 * Whom a phrase that only groups or counts stands for: "dozens of villagers", "states such as Chad and Mali", "both
 * countries".
 *
 * In: the head of the phrase and its row in the table of nouns. Out: its members; empty where none are told.
 */
import { extend } from "../core/extend.js";
import type { ActorRef } from "../core/records.js";
import type { ArticleActors } from "../mentions/actors.js";
import type { NounRow } from "./codebook-types.js";
import { findLastPair } from "./event-pair.js";
import type { Party, PartyRole } from "./event-party.js";
import { findExtent } from "./event-phrase.js";
import { type EventView, hasMarker } from "./event-view.js";
import { relationOf } from "./frame-match.js";

/** What reading members takes from the reader of parties. */
export interface MemberContext {
  readonly view: EventView;
  readonly actors: ArticleActors;
  readList(head: number, role: PartyRole, depth: number): Party[];
  makeParty(ref: ActorRef, head: number, from: number, to: number, isLinked: boolean): Party;
}

export class MemberReader {
  readonly #context: MemberContext;

  constructor(context: MemberContext) {
    this.#context = context;
  }

  /** `depth`: how deep lists may lie in it, counted as {@link MemberContext.readList} does. */
  read(head: number, noun: NounRow, role: PartyRole, depth: number): Party[] {
    const { view } = this.#context;
    if (noun.kinds.has("group")) {
      const pair = this.#readPair(head);
      if (pair.length > 0) return pair;
    }
    for (let child = view.firstChild[head]; child >= 0; child = view.nextSibling[child]) {
      const relation = relationOf(view.doc, child);
      if (!relation.startsWith("nmod") && relation !== "appos") continue;
      const lists = hasMarker(view, child, "include", "including", "such", "like", "namely");
      if (!lists && !(noun.kinds.has("measure") && hasMarker(view, child, "of"))) continue;
      const found = this.#context.readList(child, role, depth);
      if (found.length > 0) return found;
    }
    return [];
  }

  /** "both countries", "the two sides": the two states that last stood side by side before it. */
  #readPair(head: number): Party[] {
    const { view, actors } = this.#context;
    const { doc } = view;
    let isPair = false;
    for (let child = view.firstChild[head]; child >= 0; child = view.nextSibling[child])
      if (/^(both|two)$/.test(doc.lemma[child].toLowerCase())) isPair = true;
    if (!isPair) return [];
    const [from, to] = findExtent(view, head);
    const span = { start: doc.start[from], end: doc.end[to] };
    return findLastPair(doc, actors, head).map((k) => {
      const party = this.#context.makeParty(actors.stateAt(k) as ActorRef, k, k, k, true);
      return extend(party, { head, span, antecedent: party.span });
    });
  }
}
