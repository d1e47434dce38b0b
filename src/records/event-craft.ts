/**
 * Who acts where only a craft is told to: "The planes hit the depot", "tanks entered the town".
 *
 * In: the head of a phrase that names a craft and no owner. Out: the owner of the craft of its kind that the article
 * told of last, where an article before the noun takes it for known; else the craft by its words. Nothing for a civil
 * craft alone, which hits by accident.
 */
import type { Span } from "../core/evidence.js";
import { extend } from "../core/extend.js";
import type { OwnerContext } from "./event-owner.js";
import type { Party } from "./event-party.js";
import { findExtent, isOfClass, isPlural, withoutArticle } from "./event-phrase.js";
import { childBy } from "./event-view.js";
import { relationOf } from "./frame-match.js";

/** The class of craft with armed people in them, and of those that fly, one of which can be called another. */
const CREWED = "crewed";
const AIRCRAFT = "aircraft";

/** Words of the article that are looked through for whose a craft is. */
const FARTHEST_BACK = 400;

export class CraftReader {
  readonly #context: OwnerContext;

  constructor(context: OwnerContext) {
    this.#context = context;
  }

  /** The party that the craft at `head` stands for; none for other words, nor for one civil craft. */
  read(head: number, readOwners: (craft: number) => readonly Party[]): readonly Party[] {
    if (!this.#isOf(CREWED, head)) return [];
    const { view } = this.#context;
    const { doc } = view;
    const [from, to] = findExtent(view, head);
    const text = doc.text.slice(doc.start[from], doc.end[to]);
    const owner = this.#findOwnerBefore(head, readOwners);
    if (owner !== undefined) {
      const span: Span = { start: doc.start[from], end: doc.end[to] };
      return [{ ...owner, head, span, antecedent: owner.span, ref: extend(owner.ref, { text }) }];
    }
    const mayBeCivil = this.#isOf(AIRCRAFT, head);
    if (mayBeCivil && !isPlural(doc, head)) return [];
    const ref = { name: withoutArticle(text), text, sector: "MIL" };
    return [this.#context.makeParty(ref, head, from, to, false)];
  }

  /** "Kenyan jets bombed the camp. The planes …": whose the last craft of the kind was. */
  #findOwnerBefore(head: number, readOwners: (craft: number) => readonly Party[]): Party | undefined {
    const { view } = this.#context;
    const { doc } = view;
    // "Kenyan jets and helicopters": of one list, of one owner
    if (relationOf(doc, head) === "conj") {
      const [shared] = readOwners(doc.head[head]);
      if (shared?.isLinked) return shared;
    }
    const article = childBy(view, head, "det");
    if (article < 0 || !/^(the|these|those)$/.test(doc.lemma[article].toLowerCase())) return undefined;
    for (let i = article - 1; i >= 0 && i > head - FARTHEST_BACK; i--) {
      const isSame =
        doc.lemma[i] === doc.lemma[head] || (this.#isOf(AIRCRAFT, i) && this.#isOf(AIRCRAFT, head));
      const [owner] = isSame ? readOwners(i) : [];
      if (owner?.isLinked) return owner;
    }
    return undefined;
  }

  #isOf(name: string, i: number): boolean {
    const { codebook, view } = this.#context;
    return isOfClass(codebook, view.doc, i, name);
  }
}
