/**
 * To whom an event is done: whoever the frame of a row leads to, else what stands near it.
 *
 * In: a row, its trigger and light verb, who acts. Out: the recipients, with the paths that led to them. The row's own
 * paths come first; where they name nobody, a phrase with a preposition of direction, whoever bears what weighs on
 * him, the object of the verb above, and of whom a clause tells.
 */
import { UPOS } from "../language/doc.js";
import type { EventRow } from "./codebook-types.js";
import { findDoer, findPurposeObject, findSubject, findUndergoer, isWriting } from "./event-doer.js";
import { hasLinked, isSameParty } from "./event-party.js";
import type { PartyReader } from "./event-party-reader.js";
import { ASKS_SOMEBODY, NO_SIDE, type Side, type SideReader } from "./event-side.js";
import { findVerbOver, type TriggerPlace } from "./event-slot.js";
import { childBy, type EventView, hasMarker, isInfinitive, isPassiveVerb, isVerb } from "./event-view.js";
import { relationOf } from "./frame-match.js";

const PRON = UPOS.indexOf("PRON");
const PROPN = UPOS.indexOf("PROPN");

/** Phrases between a trigger and an "against" that belongs to it. */
const DEEPEST = 3;

/** Prepositions of a phrase near a trigger that may tell to whom. */
const DIRECTIONS = ["to", "against", "with", "into", "toward", "towards", "on", "upon"];

/** The type of what speaks for somebody: "defended his record against the rebels" is not for the rebels. */
const BACKING = "SUPPORT";

/** Types for which fewer of them do: a complaint goes to a judge, who is not accused. */
const DIRECTIONS_OF: ReadonlyMap<string, readonly string[]> = new Map([
  ["ACCUSE", ["against", "toward", "towards", "on", "upon"]],
  [BACKING, DIRECTIONS.filter((preposition) => preposition !== "against")],
]);

/** Types whose recipient is often told only as the place where it happens. */
const PLACED = new Set(["MOBILIZE", "AID", "RETREAT", "COOPERATE"]);

/** The type whose clause tells to whom something is to be done. */
const THREAT = "THREATEN";

/** Types that a clause may tell of somebody: "complaints that the mayor had lied". */
const TOLD_IN_CLAUSE = new Set(["ACCUSE", "REQUEST", "THREATEN"]);

/** Verbs that tell what somebody complains of. */
const CLAIMS = new Set("claim allege say argue contend complain maintain assert".split(" "));

export class RecipientFinder {
  readonly view: EventView;
  readonly parties: PartyReader;
  readonly #sides: SideReader;

  constructor(sides: SideReader) {
    this.#sides = sides;
    this.view = sides.view;
    this.parties = sides.parties;
  }

  /** The recipients of `row` at its trigger; the path that led to them is added to `paths`. */
  find(row: EventRow, place: TriggerPlace, paths: string[], actor: Side): Side {
    const { frame } = row;
    const actorHead = actor.head;
    if (place.carrier >= 0 && frame.undergo.includes(this.#sides.lemma(place.carrier))) {
      const subject = findDoer(this.view, place.carrier);
      if (subject >= 0 && subject !== place.word && subject !== actorHead) {
        paths.push(`recipient=^nsubj (${this.#sides.lemma(place.carrier)})`);
        return { head: subject, parties: this.parties.read(subject, "recipient") };
      }
    }
    if (frame.recipient.length === 0) return NO_SIDE;
    const asked = this.#findAsked(place, actor);
    if (asked.parties.length > 0) {
      paths.push("recipient=obj");
      return asked;
    }
    const own = this.#sides.findSlot(
      frame.recipient,
      place,
      "recipient",
      paths,
      "recipient",
      actor,
      row.type,
    );
    if (own.parties.length > 0) return own;
    const near = this.#findNear(row, place, actorHead);
    if (near.parties.length > 0) {
      paths.push("recipient=a preposition's phrase near by");
      return near;
    }
    const addressed = this.#findAddressed(place, actor);
    if (addressed.parties.length > 0) {
      paths.push("recipient=^obl:to");
      return addressed;
    }
    const burdened = this.#findBurdened(place, actor);
    if (burdened.parties.length > 0) {
      paths.push("recipient=^nsubj (under)");
      return burdened;
    }
    const top = place.carrier >= 0 ? place.carrier : place.word;
    const object = own.head >= 0 ? -1 : findPurposeObject(this.view, top);
    if (object >= 0 && object !== actorHead) {
      const parties = this.parties.read(object, "recipient");
      if (parties.length > 0) paths.push("recipient=^obj");
      if (parties.length > 0) return { head: object, parties };
    }
    return (TOLD_IN_CLAUSE.has(row.type) ? this.#findInClause(row, place, paths, actor) : undefined) ?? own;
  }

  /** "asked it to supply a list": where an infinitive tells what is asked, the object is who is asked. */
  #findAsked({ word }: TriggerPlace, actor: Side): Side {
    const { view, parties } = this;
    if (!isVerb(view, word) || !this.#sides.isOf(ASKS_SOMEBODY, word)) return NO_SIDE;
    const object = findUndergoer(view, word);
    if (object < 0 || object === actor.head || findAskedClause(view, word) < object) return NO_SIDE;
    const found = this.#sides.readBut(actor, object, "recipient");
    return { head: object, parties: found.length > 0 ? found : parties.readAnyone(object) };
  }

  /** "wrote to the minister demanding an answer": to whom the verb above turns. */
  #findAddressed({ word }: TriggerPlace, actor: Side): Side {
    const { view } = this;
    const above = view.doc.head[word];
    if (above < 0 || !isVerb(view, word) || !/^(advcl|xcomp|conj|acl)$/.test(relationOf(view.doc, word)))
      return NO_SIDE;
    const verb = isVerb(view, above) ? above : view.doc.head[above];
    if (verb < 0 || !isWriting(view, verb)) return NO_SIDE;
    for (let child = view.firstChild[verb]; child >= 0; child = view.nextSibling[child]) {
      if (child > word || child === actor.head || relationOf(view.doc, child) !== "obl") continue;
      if (!hasMarker(view, child, "to", "with")) continue;
      const parties = this.#sides.readBut(actor, child, "recipient");
      if (parties.length > 0) return { head: child, parties };
    }
    return NO_SIDE;
  }

  /** "resigned under pressure from the clergy", "died under house arrest": whoever the verb above is said of. */
  #findBurdened({ word }: TriggerPlace, actor: Side): Side {
    const { view } = this;
    if (!hasMarker(view, word, "under")) return NO_SIDE;
    const verb = view.doc.head[word];
    const isBelow = verb >= 0 && isVerb(view, verb) && relationOf(view.doc, word) === "obl";
    if (!isBelow && childBy(view, word, "cop") < 0) return NO_SIDE;
    const head = findSubject(view, isBelow ? verb : word, 0);
    return head < 0 || head === actor.head
      ? NO_SIDE
      : { head, parties: this.#sides.readBut(actor, head, "recipient") };
  }

  /** "alleged that the party was behind it": what is said of somebody is said in the clause that tells it. */
  #findInClause(
    row: EventRow,
    { word, carrier }: TriggerPlace,
    paths: string[],
    actor: Side,
  ): Side | undefined {
    const { view } = this;
    // "expressed concern that …", "complaints … that": the clause may hang on the noun or on the verb.
    const others = isVerb(view, word) ? [childBy(view, word, "obj")] : [carrier, findVerbOver(view, word)];
    const places = [word, ...others.filter((other) => other >= 0)];
    for (const above of [...places, ...this.#findClaims(places)]) {
      const clause = childBy(view, above, "ccomp", "acl", "xcomp");
      if (clause < 0 || (relationOf(view.doc, clause) === "acl" && isVerb(view, above))) continue;
      for (const head of this.#toldOf(clause, row)) {
        if (head < 0 || head === actor.head || view.doc.upos[head] === PRON) continue;
        const known = this.parties.read(head, "recipient");
        // a name that nothing else knows
        const isSubject = relationOf(view.doc, head).startsWith("nsubj");
        const isName = known.length === 0 && isSubject && view.doc.upos[head] === PROPN;
        const parties = isName ? this.parties.readAnyone(head) : known;
        if (!parties.some((p) => !actor.parties.some((a) => isSameParty(a, p)))) continue;
        paths.push(`recipient=${relationOf(view.doc, clause)}.${relationOf(view.doc, head)}`);
        return { head, parties };
      }
    }
    return undefined;
  }

  /** "took legal action, claiming that the firm had lied": participles by which whoever acts tells why. */
  #findClaims(places: readonly number[]): number[] {
    const { view } = this;
    const claims: number[] = [];
    for (const place of places)
      for (let child = view.firstChild[place]; child >= 0; child = view.nextSibling[child]) {
        if (child < place || !/^(advcl|acl|xcomp)$/.test(relationOf(view.doc, child))) continue;
        const isParticiple = view.doc.names.xpos[view.doc.xpos[child]] === "VBG";
        if (isParticiple && CLAIMS.has(view.doc.lemma[child].toLowerCase())) claims.push(child);
      }
    return claims;
  }

  /**
   * Of whom a clause tells: who does it, and where it is threatened, to whom. In a passive only the agent is told of:
   * "complained that the pupils had been beaten" accuses no pupil, "a call to expel the pupils" asks none of them.
   */
  #toldOf(clause: number, { type }: EventRow): readonly number[] {
    // A subject that the tree takes for a passive's, of a verb without an auxiliary, does it.
    const isDone =
      childBy(this.view, clause, "nsubj:pass") < 0 || childBy(this.view, clause, "aux:pass") >= 0;
    if (isPassiveVerb(this.view, clause) && isDone) return [findDoer(this.view, clause)];
    // "suggested that there are enough delegates" says nothing of them.
    const subject =
      childBy(this.view, clause, "expl") >= 0 ? -1 : childBy(this.view, clause, "nsubj", "nsubj:pass");
    return type === THREAT ? [subject, findUndergoer(this.view, clause)] : [subject];
  }

  /** A linked actor in a phrase with a preposition of direction, on the trigger or on what it takes as object. */
  #findNear(row: EventRow, { word, carrier }: TriggerPlace, actorHead: number): Side {
    const { view } = this;
    const queue = carrier >= 0 ? [carrier, word] : [word];
    for (let k = 0; k < queue.length && queue.length < 40; k++) {
      for (let child = view.firstChild[queue[k]]; child >= 0; child = view.nextSibling[child]) {
        const relation = relationOf(view.doc, child);
        if (!/^(obl|nmod|obj|xcomp)$/.test(relation) || child === actorHead || queue.includes(child))
          continue;
        if (relation === "obj" || relation === "xcomp") queue.push(child);
        if ((relation !== "obl" && relation !== "nmod") || child === actorHead) continue;
        const directed = hasMarker(view, child, ...(DIRECTIONS_OF.get(row.type) ?? DIRECTIONS));
        const placed = PLACED.has(row.type) && hasMarker(view, child, "in", "from", "at");
        if (!directed && !placed) continue;
        const parties = this.parties.read(child, "recipient");
        // "against the state, its governor and Ana Sol": one of a list who is known is enough.
        if (hasLinked(parties)) return { head: child, parties };
      }
    }
    return row.type === BACKING ? NO_SIDE : this.#findAgainst(queue[0], actorHead, 0);
  }

  /** "a complaint for damages against the ministry": "against" tells of whom, however deep its phrase hangs. */
  #findAgainst(above: number, actorHead: number, depth: number): Side {
    const { view } = this;
    for (let child = view.firstChild[above]; child >= 0; child = view.nextSibling[child]) {
      if (child === actorHead || !/^(obl|nmod|obj)$/.test(relationOf(view.doc, child))) continue;
      const parties = hasMarker(view, child, "against")
        ? this.parties.read(child, "recipient").filter(({ isLinked }) => isLinked)
        : [];
      if (parties.length > 0) return { head: child, parties };
      const deeper = depth < DEEPEST ? this.#findAgainst(child, actorHead, depth + 1) : NO_SIDE;
      if (deeper.parties.length > 0) return deeper;
    }
    return NO_SIDE;
  }
}

/** "ordered the union to pay", whether the infinitive hangs as a complement or as a purpose; -1 for none. */
function findAskedClause(view: EventView, verb: number): number {
  const clause = childBy(view, verb, "xcomp");
  if (clause >= 0) return clause;
  const purpose = childBy(view, verb, "advcl");
  return purpose >= 0 && isInfinitive(view, purpose) ? purpose : -1;
}
