/**
 * The two sides of an event: whom the frame of a row leads to from its trigger.
 *
 * In: a row, its trigger and light verb. Out: actors and recipients with the paths that led to them. What holds for
 * every row stands here: a light verb's subject acts, "of" comes last for an actor, a recipient may hang elsewhere
 * below the trigger; where the words stand for one relation is event-slot.ts.
 */
import { getForm, UPOS } from "../language/doc.js";
import type { EventRow } from "./codebook-types.js";
import type { FramePath } from "./cue-frame.js";
import { findDoer, findPurposeObject, findSubject, findUndergoer } from "./event-doer.js";
import { isSameParty, type Party, type PartyReader, type PartyRole } from "./event-party.js";
import { findVerbOver, followSlot, formatPath, type TriggerPlace } from "./event-slot.js";
import { childBy, type EventView, hasMarker, isPassiveVerb, isVerb } from "./event-view.js";
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

/** One side: the word that the frame leads to, -1 for none, and the parties that it names. */
interface Side {
  readonly head: number;
  readonly parties: readonly Party[];
}

/** Classes of verbs whose object is somebody, of the second where an infinitive tells what is asked. */
const TAKES_SOMEBODY = "takes_somebody";
const ASKS_SOMEBODY = "asks_somebody";

const PRON = UPOS.indexOf("PRON");
const PROPN = UPOS.indexOf("PROPN");

const NO_SIDE: Side = { head: -1, parties: [] };

/** Phrases between a trigger and an "against" that belongs to it. */
const DEEPEST = 3;

/** The operator of verbs that tell of what somebody else may do. */
const ANNOUNCE = "announce";

/** Prepositions of a phrase near a trigger that may tell to whom. */
const DIRECTIONS = ["to", "against", "with", "into", "toward", "towards", "on", "upon"];

/** The type of what speaks for somebody: "defended his record against the rebels" is not for the rebels. */
const BACKING = "SUPPORT";

/** The type that is told with its place as often as with whom it is against, and the class of such places. */
const MARCH = "PROTEST";
const SITES = "site";

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

export class SideFinder {
  constructor(
    readonly view: EventView,
    readonly parties: PartyReader,
  ) {}

  /** The sides of `row` at its trigger; the paths that led to them are added to `paths`. */
  find(row: EventRow, place: TriggerPlace, paths: string[]): Sides {
    return row.frame.parties.length > 0
      ? this.#findTogether(row, place, paths)
      : this.#findOpposed(row, place, paths);
  }

  #findOpposed(row: EventRow, place: TriggerPlace, paths: string[]): Sides {
    const actor = this.#findActor(row, place, paths);
    const recipient = this.#findRecipient(row, place, paths, actor);
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
    const own = this.#findSlot(
      actor.filter((path) => !isOf(path)),
      place,
      "actor",
      paths,
      "actor",
    );
    const lemma = place.carrier < 0 ? "" : this.#lemma(place.carrier);
    if (own.parties.length > 0 && !(support.includes(lemma) && this.#isKind(own.head, place))) return own;
    if (place.carrier >= 0 && (!undergo.includes(lemma) || support.includes(lemma))) {
      const head = this.#findBearer(place);
      const parties = this.parties.read(head, "actor");
      if (parties.length > 0) {
        paths.push(`actor=^nsubj (${lemma})`);
        return { head, parties };
      }
    }
    if (own.parties.length > 0 || recipient.some(isOf)) return own;
    const last = this.#findSlot(actor.filter(isOf), place, "actor", paths, "actor");
    return last.parties.length > 0 || own.head < 0 ? last : own;
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
    const operators = this.parties.codebook.operators.get(this.#lemma(carrier)) ?? [];
    return !operators.some(({ operator }) => operator === ANNOUNCE);
  }

  #findRecipient(row: EventRow, place: TriggerPlace, paths: string[], actor: Side): Side {
    const { frame } = row;
    const actorHead = actor.head;
    if (place.carrier >= 0 && frame.undergo.includes(this.#lemma(place.carrier))) {
      const subject = findDoer(this.view, place.carrier);
      if (subject >= 0 && subject !== place.word && subject !== actorHead) {
        paths.push(`recipient=^nsubj (${this.#lemma(place.carrier)})`);
        return { head: subject, parties: this.parties.read(subject, "recipient") };
      }
    }
    if (frame.recipient.length === 0) return NO_SIDE;
    const asked = this.#findAsked(place, actor);
    if (asked.parties.length > 0) {
      paths.push("recipient=obj");
      return asked;
    }
    const own = this.#findSlot(frame.recipient, place, "recipient", paths, "recipient", actor, row.type);
    if (own.parties.length > 0) return own;
    const near = this.#findNear(row, place, actorHead);
    if (near.parties.length > 0) {
      paths.push("recipient=a preposition's phrase near by");
      return near;
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
    if (!isVerb(view, word) || !this.#isOf(ASKS_SOMEBODY, word)) return NO_SIDE;
    const object = findUndergoer(view, word);
    if (object < 0 || object === actor.head || childBy(view, word, "xcomp") < object) return NO_SIDE;
    const found = this.#readBut(actor, object, "recipient");
    return { head: object, parties: found.length > 0 ? found : parties.readAnyone(object) };
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
      : { head, parties: this.#readBut(actor, head, "recipient") };
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
    for (const above of [word, ...others.filter((other) => other >= 0)]) {
      const clause = childBy(view, above, "ccomp", "acl", "xcomp");
      if (clause < 0 || (relationOf(view.doc, clause) === "acl" && isVerb(view, above))) continue;
      for (const head of this.#toldOf(clause, row)) {
        if (head < 0 || head === actor.head || view.doc.upos[head] === PRON) continue;
        const parties = this.parties.read(head, "recipient");
        if (!parties.some((p) => !actor.parties.some((a) => isSameParty(a, p)))) continue;
        paths.push(`recipient=${relationOf(view.doc, clause)}.${relationOf(view.doc, head)}`);
        return { head, parties };
      }
    }
    return undefined;
  }

  /**
   * Of whom a clause tells: who does it, and where it is threatened, to whom. In a passive only the agent is told of:
   * "complained that the pupils had been beaten" accuses no pupil, "a call to expel the pupils" asks none of them.
   */
  #toldOf(clause: number, { type }: EventRow): readonly number[] {
    if (isPassiveVerb(this.view, clause)) return [findDoer(this.view, clause)];
    // "suggested that there are enough delegates" says nothing of them.
    const subject = childBy(this.view, clause, "expl") >= 0 ? -1 : childBy(this.view, clause, "nsubj");
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
        const parties = this.parties.read(child, "recipient").filter(({ isLinked }) => isLinked);
        if (parties.length > 0) return { head: child, parties };
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

  /** The first word that names a party other than those of `except`; else the first word at all. */
  #findSlot(
    slots: readonly FramePath[],
    place: TriggerPlace,
    role: PartyRole,
    paths: string[],
    label: string,
    except: Side = NO_SIDE,
    type = "",
  ): Side {
    let head = -1;
    for (const path of slots) {
      for (const word of followSlot(this.view, path, place)) {
        if (word === except.head || word === place.word) continue;
        const parties = this.#readBut(except, word, role);
        if (role === "actor" && this.#isScene(word, place, parties)) continue;
        if (role === "recipient" && type === MARCH && this.#isWhere(word, parties)) continue;
        // "increased patrols on its border with Syria": "its" is the actor's, Syria is not.
        if (parties.some((party) => !except.parties.some((other) => isSameParty(other, party)))) {
          paths.push(`${label}=${formatPath(path)}`);
          return { head: word, parties };
        }
        if (head < 0) head = word;
      }
    }
    const isSomebody = role === "recipient" && head >= 0 && this.#isSomebody(place.word, head);
    return { head, parties: isSomebody ? this.parties.readAnyone(head) : [] };
  }

  /** The parties at `word`; a pronoun that would mean somebody of `except` means somebody else ("Oslo accused him"). */
  #readBut(except: Side, word: number, role: PartyRole): readonly Party[] {
    const parties = this.parties.read(word, role);
    if (role === "actor") return parties;
    return parties.flatMap((r) =>
      except.parties.some((a) => isSameParty(a, r)) ? this.parties.readSomebodyElse(word, except.head) : [r],
    );
  }

  /** Whether the trigger itself tells that `word` is somebody: "arrested 14", "urged the abbot to speak". */
  #isSomebody(trigger: number, word: number): boolean {
    const { view } = this;
    // "a case against Ansari", though nothing else is known of him
    if (view.doc.upos[word] === PROPN && hasMarker(view, word, "against")) return true;
    if (!isVerb(view, trigger) || findUndergoer(view, trigger) !== word) return false;
    if (this.#isOf(TAKES_SOMEBODY, trigger)) return true;
    return this.#isOf(ASKS_SOMEBODY, trigger) && childBy(view, trigger, "xcomp", "ccomp") > word;
  }

  /** Whether word `i` is of a class of the codebook. */
  #isOf(name: string, i: number): boolean {
    return this.parties.codebook.classes.get(name)?.has(this.#lemma(i)) ?? false;
  }

  /** "the Paris attacks", "the Iraq war": a place before a noun is where, or on whom; "US strikes" are by the US. */
  #isScene(word: number, { word: trigger }: TriggerPlace, parties: readonly Party[]): boolean {
    const { doc } = this.view;
    if (doc.head[word] !== trigger || relationOf(doc, word) !== "compound") return false;
    const form = getForm(doc, word);
    return form !== form.toUpperCase() && parties.some(({ kinds }) => kinds.has("place"));
  }

  /** "protests in the towns": where it is, unless a name tells whose place it is. */
  #isWhere(word: number, parties: readonly Party[]): boolean {
    if (!hasMarker(this.view, word, "in", "across") || !this.#isOf(SITES, word)) return false;
    return parties.every(({ isLinked }) => !isLinked);
  }

  /** What several do together: those at the first path, and those at the others. */
  #findTogether(row: EventRow, place: TriggerPlace, paths: string[]): Sides {
    const [first, ...others] = row.frame.parties;
    const own = this.#findSlot([first], place, "actor", paths, "parties");
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
            ? this.#readBut(actor, word, "recipient")
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
    return { actors: actor.parties, actorHead: actor.head, recipients, recipientHead };
  }

  #lemma(i: number): string {
    return this.view.doc.lemma[i].toLowerCase();
  }
}
