/**
 * The two sides of an event: whom the frame of a row leads to from its trigger.
 *
 * In: a row, its trigger and light verb. Out: actors and recipients with the paths that led to them. What holds for
 * every row stands here: a light verb's subject acts, "of" comes last for an actor, a recipient may hang elsewhere
 * below the trigger; where the words stand for one relation is event-slot.ts.
 */
import { UPOS } from "../language/doc.js";
import type { EventRow } from "./codebook-types.js";
import { type FramePath, parsePath } from "./cue-frame.js";
import { isAgentless } from "./event-agentless.js";
import { findAttendant } from "./event-attendant.js";
import { findDoer, findUndergoer } from "./event-doer.js";
import { findIncident } from "./event-incident.js";
import { isSameParty, type Party } from "./event-party.js";
import type { PartyReader } from "./event-party-reader.js";
import { RecipientFinder } from "./event-recipient.js";
import { NO_SIDE, type Side, SideReader } from "./event-side.js";
import { followSlot, formatPath, type TriggerPlace } from "./event-slot.js";
import { type EventView, hasMarker, isVerb } from "./event-view.js";
import { relationOf } from "./frame-match.js";

/** The two sides of an event. */
export interface Sides {
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  /** Words that the frame leads to, whether they name a party or not; -1 for none. */
  readonly actorHead: number;
  readonly recipientHead: number;
}

export const NOBODY: Sides = { actors: [], recipients: [], actorHead: -1, recipientHead: -1 };

/** Where the doer of a deed hangs on it. */
const DOERS = ["nmod:by", "obl:by", "acl.obl:by", "nmod:poss", "amod", "compound"].map(parsePath);

const PRON = UPOS.indexOf("PRON");
const PROPN = UPOS.indexOf("PROPN");

/** The operator of verbs that tell of what somebody else may do. */
const ANNOUNCE = "announce";

export class SideFinder {
  readonly #sides: SideReader;
  readonly #recipients: RecipientFinder;

  constructor(
    readonly view: EventView,
    readonly parties: PartyReader,
  ) {
    this.#sides = new SideReader(view, parties);
    this.#recipients = new RecipientFinder(this.#sides);
  }

  /** The sides of `row` at its trigger; the paths that led to them are added to `paths`. */
  find(row: EventRow, place: TriggerPlace, paths: string[]): Sides {
    return row.frame.parties.length > 0
      ? this.#findTogether(row, place, paths)
      : this.#findOpposed(row, place, paths);
  }

  #findOpposed(row: EventRow, place: TriggerPlace, paths: string[]): Sides {
    const own = this.#findActor(row, place, paths);
    const told = own.parties.length > 0 ? own : this.#findCulprit(row, place, paths, own);
    const recipient = this.#recipients.find(row, place, paths, told);
    const actor = told.parties.length > 0 ? told : this.#findAttendant(place, recipient, paths, told);
    return {
      actors: actor.parties,
      actorHead: actor.head,
      recipients: recipient.parties.filter((r) => !actor.parties.some((a) => isSameParty(a, r))),
      recipientHead: recipient.head,
    };
  }

  /**
   * Who acts: whoever the frame leads to; for a noun under a light verb that verb's subject; "of" comes last, since
   * "the release of the prisoners" tells who is released.
   */
  #findActor(row: EventRow, place: TriggerPlace, paths: string[]): Side {
    const { actor, recipient, undergo, support } = row.frame;
    const isOf = (path: FramePath) => path.steps[0]?.marker === "of" && path.steps.length === 1;
    const own = this.#sides.findSlot(
      actor.filter((path) => !isOf(path)),
      place,
      "actor",
      paths,
      "actor",
      NO_SIDE,
      row.type,
    );
    const lemma = place.carrier < 0 ? "" : this.#sides.lemma(place.carrier);
    if (own.parties.length > 0 && !(support.includes(lemma) && this.#isKind(own.head, place))) return own;
    if (place.carrier >= 0 && (!undergo.includes(lemma) || support.includes(lemma))) {
      const head = this.#findBearer(place);
      const parties = this.parties.read(head, "actor");
      if (parties.length > 0) {
        paths.push(`actor=^nsubj (${lemma})`);
        return { head, parties };
      }
      // "he is making a demand of the mayor": somebody makes it, though nobody knows who he is.
      if (head >= 0 && this.view.doc.upos[head] === PRON && own.parties.length === 0)
        return { head, parties };
    }
    if (own.parties.length > 0 || recipient.some(isOf)) return own;
    const last = this.#sides.findSlot(actor.filter(isOf), place, "actor", paths, "actor", NO_SIDE, row.type);
    return last.parties.length > 0 || own.head < 0 ? last : own;
  }

  /** "the rebel raid in which two guards died": of what nobody is told to do, whoever did the deed it happened in. */
  #findCulprit(row: EventRow, { word, carrier }: TriggerPlace, paths: string[], own: Side): Side {
    const { view, parties } = this;
    if (own.head >= 0 || !isAgentless(view, parties.codebook, row, word, carrier)) return own;
    const deed = findIncident(view, parties, word);
    if (deed < 0) return own;
    const doer = this.#sides.findSlot(
      DOERS,
      { word: deed, carrier: -1 },
      "actor",
      paths,
      "actor=obl:in, its actor",
    );
    // "the Aleppo strikes" are told by their place.
    const isPlace = ({ head, isLinked }: Party) =>
      !isLinked && view.doc.upos[head] === PROPN && relationOf(view.doc, head) === "compound";
    return doer.parties.length > 0 && !doer.parties.every(isPlace) ? doer : own;
  }

  /** "left after talks with the premier": of a noun with one side alone, who does what its clause tells. */
  #findAttendant({ word, carrier }: TriggerPlace, other: Side, paths: string[], own: Side): Side {
    const { view } = this;
    if (own.head >= 0 || carrier >= 0 || isVerb(view, word)) return own;
    // "the collapse of talks with the rebels" is no doing of both.
    if (other.parties.length === 0 || view.doc.head[other.head] !== word) return own;
    if (!hasMarker(view, other.head, "with")) return own;
    const head = findAttendant(view, this.parties, word);
    const parties = this.parties.read(head, "actor");
    if (parties.length === 0) return own;
    paths.push("actor=^nsubj");
    return { head, parties };
  }

  /** Whoever does what a light verb says; of "were engaged in clashes" its subject. */
  #findBearer({ word, carrier }: TriggerPlace): number {
    const doer = findDoer(this.view, carrier);
    return doer < 0 && relationOf(this.view.doc, word) === "obl" ? findUndergoer(this.view, carrier) : doer;
  }

  /** "filed a police complaint": what kind of thing it is, told by the word before it; "announced the army inquiry" is the army's. */
  #isKind(word: number, { word: trigger, carrier }: TriggerPlace): boolean {
    const { doc } = this.view;
    if (doc.head[word] !== trigger || !/^(compound|amod)$/.test(relationOf(doc, word))) return false;
    const operators = this.parties.codebook.operators.get(this.#sides.lemma(carrier)) ?? [];
    return !operators.some(({ operator }) => operator === ANNOUNCE);
  }

  /** What several do together: those at the first path, and those at the others. */
  #findTogether(row: EventRow, place: TriggerPlace, paths: string[]): Sides {
    const [first, ...others] = row.frame.parties;
    const own = this.#sides.findSlot([first], place, "actor", paths, "parties");
    const holds = place.carrier >= 0 && (own.parties.length === 0 || hasMarker(this.view, own.head, "of"));
    const holder = holds
      ? this.#findActor({ ...row, frame: { ...row.frame, actor: [] } }, place, paths)
      : NO_SIDE;
    // "held a meeting of the governors": whoever holds it takes part.
    const isHeld = holder.parties.length > 0;
    let actor = isHeld ? holder : own;
    // "he met the envoy": nobody else met him in his place, though it is not told who he is.
    if (actor.parties.length === 0 && own.head >= 0 && this.view.doc.upos[own.head] === PRON)
      return { ...NOBODY, actorHead: own.head };
    const seen = new Set([actor.head]);
    const recipients: Party[] = [];
    let recipientHead = -1;
    for (const path of isHeld ? row.frame.parties : others) {
      for (const word of followSlot(this.view, path, place)) {
        if (seen.has(word) || word === place.word) continue;
        seen.add(word);
        const parties =
          actor.parties.length > 0
            ? this.#sides.readBut(actor, word, "recipient")
            : this.parties.read(word, "actor");
        if (parties.length > 0) paths.push(`parties=${formatPath(path)}`);
        if (actor.parties.length === 0) {
          if (parties.length > 0) actor = { head: word, parties };
          continue;
        }
        if (recipientHead < 0) recipientHead = word;
        recipients.push(
          ...parties.filter((p) => ![...actor.parties, ...recipients].some((q) => isSameParty(p, q))),
        );
      }
    }
    if (recipients.length === 0) {
      const attendant = this.#findAttendant(place, actor, paths, own);
      if (
        attendant.parties.length > 0 &&
        !attendant.parties.some((p) => actor.parties.some((q) => isSameParty(p, q)))
      )
        return {
          actors: attendant.parties,
          actorHead: attendant.head,
          recipients: actor.parties,
          recipientHead: actor.head,
        };
    }
    // "met Ansari", though nothing else is known of him
    if (
      recipients.length === 0 &&
      recipientHead >= 0 &&
      actor.parties.length > 0 &&
      this.view.doc.upos[recipientHead] === PROPN
    )
      recipients.push(...this.parties.readAnyone(recipientHead));
    return { actors: actor.parties, actorHead: actor.head, recipients, recipientHead };
  }
}
