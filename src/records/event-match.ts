/**
 * A codebook row held against a word of the tree: do its words and conditions stand there, and who are the parties?
 *
 * Out: the match, or what was missing, so that an explanation can tell which row would have admitted the word.
 */
import { getForm, type ParsedDoc, UPOS } from "../language/doc.js";
import type { ActorKind } from "./codebook-frame.js";
import type { Codebook, ConditionValue, EventCondition, EventRow } from "./codebook-types.js";
import type { FramePath } from "./cue-frame.js";
import type { Party, PartyReader, PartyRole } from "./event-party.js";
import { followSlot, formatPath, type TriggerPlace } from "./event-slot.js";
import { type EventView, findDoer, hasMarker, isPassiveVerb, isVerb } from "./event-view.js";
import { conditionsHold, headWithin, lastWordOf, relationOf, stepFits } from "./frame-match.js";

/** The two sides of an event. */
interface Sides {
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  /** Words that the frame leads to, whether they name a party or not; -1 for none. */
  readonly actorHead: number;
  readonly recipientHead: number;
}

const NOBODY: Sides = { actors: [], recipients: [], actorHead: -1, recipientHead: -1 };

/** Conditions that a near row may lack. */
const MOST_FAILED = 1;

/** A row that fits. */
export interface EventMatch extends Sides {
  readonly row: EventRow;
  /** Head word of the trigger. */
  readonly trigger: number;
  /** First and last word of a trigger of several words that stand side by side. */
  readonly first: number;
  readonly last: number;
  /** The light verb over a noun; -1 for none. */
  readonly carrier: number;
  /** The paths that led to them, as the tables write them. */
  readonly paths: readonly string[];
  /** Conditions that ask for a word or kind and do not find it; only a match asked for as `near` has any. */
  readonly failed: readonly EventCondition[];
}

/** Why a row does not fit. */
export interface EventMiss {
  readonly row: EventRow;
  readonly missing: string;
}

/** Types whose recipient is often told only as the place where it happens. */
const PLACED = new Set(["MOBILIZE", "AID", "RETREAT", "COOPERATE"]);

/** Nouns and verbs are found by lemma, adjectives and participles by form too. */
export function posFits(row: EventRow, doc: ParsedDoc, i: number): boolean {
  const tag = UPOS[doc.upos[i]];
  if (row.pos === tag) return true;
  const isPhrase = row.spellings[0].length > 1;
  switch (row.pos) {
    case "NOUN":
      // "olive branch", "human shields"; "Fighting between" taken for a verb
      return (
        tag === "PROPN" ||
        (isPhrase && (tag === "ADJ" || tag === "VERB")) ||
        (tag === "VERB" &&
          row.spellings.some(([word]) => word === getForm(doc, i).toLowerCase() && word.endsWith("ing")))
      );
    case "VERB":
      return (
        tag === "AUX" ||
        (isPhrase &&
          row.spellings.some((words) => words.length > 1 && words[0] === getForm(doc, i).toLowerCase()))
      );
    default:
      return tag === "VERB";
  }
}

export class EventMatcher {
  constructor(
    readonly view: EventView,
    readonly parties: PartyReader,
    readonly codebook: Codebook,
  ) {}

  /** `near`: let a row pass whose words and parties are there, but not the object or company that it asks for. */
  match(row: EventRow, first: number, near = false): EventMatch | EventMiss {
    const { view } = this;
    const miss = (missing: string): EventMiss => ({ row, missing });
    if (!posFits(row, view.doc, first)) return miss(`the word is no ${row.pos}`);
    const last = lastWordOf(view, row, first);
    if (last < 0) return miss(`the words "${row.spellings[0].join(" ")}"`);
    const trigger = row.pos === "NOUN" ? headWithin(view, first, last) : first;
    const unfit = this.#frameConditionFailed(row, trigger);
    if (unfit !== undefined) return miss(unfit);
    const place = { word: trigger, carrier: row.pos === "NOUN" ? this.#findCarrier(row, trigger) : -1 };
    const failed: EventCondition[] = [];
    const isRefused = (condition: EventCondition, found: Sides): boolean => {
      if (this.#holds(condition, place, found)) return false;
      failed.push(condition);
      return !near || condition.negated || failed.length > MOST_FAILED;
    };
    // Conditions on words are cheaper than finding the parties.
    for (const condition of row.when)
      if (condition.party === null && isRefused(condition, NOBODY)) return miss(condition.text);
    const paths: string[] = [];
    const found =
      row.frame.parties.length > 0
        ? this.#findParties(row, place, paths)
        : this.#findSides(row, place, paths);
    for (const condition of row.when)
      if (condition.party !== null && isRefused(condition, found)) return miss(condition.text);
    return { row, trigger, first, last, carrier: place.carrier, paths, failed, ...found };
  }

  #frameConditionFailed(row: EventRow, i: number): string | undefined {
    const { frame } = row;
    const { view } = this;
    if (frame.voice !== null && (isPassiveVerb(view, i) ? "pass" : "act") !== frame.voice)
      return `voice=${frame.voice}`;
    if (conditionsHold(view, { ...frame, voice: null }, i)) return undefined;
    return "a condition on the word's place (case, deprel, governor or with)";
  }

  /** The light verb of a noun: one that the row names as `support` or `undergo`, or that the operators know as light. */
  #findCarrier(row: EventRow, noun: number): number {
    const { view } = this;
    const { doc } = view;
    let at = noun;
    for (let k = 0; k < 3; k++) {
      const head = doc.head[at];
      if (head < 0) return -1;
      const relation = relationOf(doc, at);
      if (isVerb(view, head) && /^(obj|obl|nsubj:pass|iobj|xcomp|nsubj)$/.test(relation)) {
        const lemma = doc.lemma[head].toLowerCase();
        if (row.frame.undergo.includes(lemma)) return head;
        if (relation === "nsubj") return -1;
        if (row.frame.support.includes(lemma) || this.#isLight(lemma, at)) return head;
        return -1;
      }
      // "a series of attacks", "attacks and raids"
      const counts = relation === "nmod" && this.parties.noun(head)?.kinds.has("measure");
      if (relation !== "conj" && !counts) return -1;
      at = head;
    }
    return -1;
  }

  #isLight(lemma: string, noun: number): boolean {
    const rows = this.codebook.operators.get(lemma);
    if (rows === undefined) return false;
    return rows.some(
      ({ operator, paths }) =>
        operator === "light" && paths.some(({ steps }) => stepFits(this.view, steps[0], noun)),
    );
  }

  #findSides(row: EventRow, place: TriggerPlace, paths: string[]): Sides {
    const actor = this.#findActor(row, place, paths);
    const recipient = this.#findRecipient(row, place, paths, actor.head);
    return {
      actors: actor.parties,
      actorHead: actor.head,
      recipients: recipient.parties.filter((r) => !actor.parties.some((a) => isSame(a, r))),
      recipientHead: recipient.head,
    };
  }

  /**
   * Who acts: whoever the frame leads to; for a noun under a light verb that verb's subject; "of" comes last, since
   * "the release of the prisoners" tells who is released.
   */
  #findActor(
    row: EventRow,
    place: TriggerPlace,
    paths: string[],
  ): { head: number; parties: readonly Party[] } {
    const { actor, recipient, undergo, support } = row.frame;
    const isOf = (path: FramePath) => path.steps[0]?.marker === "of" && path.steps.length === 1;
    const own = this.#findSlot(
      actor.filter((path) => !isOf(path)),
      place,
      "actor",
      paths,
      "actor",
    );
    if (own.parties.length > 0) return own;
    const lemma = place.carrier < 0 ? "" : this.#lemma(place.carrier);
    if (place.carrier >= 0 && (!undergo.includes(lemma) || support.includes(lemma))) {
      const head = findDoer(this.view, place.carrier);
      const parties = this.parties.read(head, "actor");
      if (parties.length > 0) {
        paths.push(`actor=^nsubj (${lemma})`);
        return { head, parties };
      }
    }
    if (recipient.some(isOf)) return own;
    const last = this.#findSlot(actor.filter(isOf), place, "actor", paths, "actor");
    return last.parties.length > 0 || own.head < 0 ? last : own;
  }

  #findRecipient(
    row: EventRow,
    place: TriggerPlace,
    paths: string[],
    actorHead: number,
  ): { head: number; parties: readonly Party[] } {
    const { frame } = row;
    if (place.carrier >= 0 && frame.undergo.includes(this.#lemma(place.carrier))) {
      const subject = findDoer(this.view, place.carrier);
      if (subject >= 0 && subject !== place.word && subject !== actorHead) {
        paths.push(`recipient=^nsubj (${this.#lemma(place.carrier)})`);
        return { head: subject, parties: this.parties.read(subject, "recipient") };
      }
    }
    const own = this.#findSlot(frame.recipient, place, "recipient", paths, "recipient", actorHead);
    if (own.parties.length > 0 || frame.recipient.length === 0) return own;
    const near = this.#findNear(row, place, actorHead);
    if (near.parties.length > 0) paths.push("recipient=a preposition's phrase near by");
    return near.parties.length > 0 ? near : own;
  }

  /** A linked actor in a phrase with a preposition of direction, wherever below the trigger the tree hangs it. */
  #findNear(
    row: EventRow,
    { word, carrier }: TriggerPlace,
    actorHead: number,
  ): { head: number; parties: readonly Party[] } {
    const { view } = this;
    const queue = carrier >= 0 ? [carrier, word] : [word];
    for (let k = 0; k < queue.length && queue.length < 40; k++) {
      for (let child = view.firstChild[queue[k]]; child >= 0; child = view.nextSibling[child]) {
        const relation = relationOf(view.doc, child);
        if (!/^(obl|nmod|obj|xcomp)$/.test(relation) || child === actorHead || queue.includes(child))
          continue;
        queue.push(child);
        if ((relation !== "obl" && relation !== "nmod") || child === actorHead) continue;
        const directed = hasMarker(
          view,
          child,
          "to",
          "against",
          "with",
          "into",
          "toward",
          "towards",
          "on",
          "upon",
        );
        const placed = PLACED.has(row.type) && hasMarker(view, child, "in", "from", "at");
        if (!directed && !placed) continue;
        const parties = this.parties.read(child, "recipient").filter(({ isLinked }) => isLinked);
        if (parties.length > 0) return { head: child, parties };
      }
    }
    return { head: -1, parties: [] };
  }

  /** The first word that names a party; else the first word at all. */
  #findSlot(
    slots: readonly FramePath[],
    place: TriggerPlace,
    role: PartyRole,
    paths: string[],
    label: string,
    except = -1,
  ): { head: number; parties: readonly Party[] } {
    let head = -1;
    for (const path of slots) {
      for (const word of followSlot(this.view, path, place)) {
        if (word === except || word === place.word) continue;
        const parties = this.parties.read(word, role);
        if (parties.length > 0) {
          paths.push(`${label}=${formatPath(path)}`);
          return { head: word, parties };
        }
        if (head < 0) head = word;
      }
    }
    return { head, parties: [] };
  }

  /** What several do together: those at the first path, and those at the others. */
  #findParties(row: EventRow, place: TriggerPlace, paths: string[]): Sides {
    const [first, ...others] = row.frame.parties;
    let actor = this.#findSlot([first], place, "actor", paths, "parties");
    if (actor.parties.length === 0 && place.carrier >= 0)
      actor = this.#findActor({ ...row, frame: { ...row.frame, actor: [] } }, place, paths);
    const seen = new Set([actor.head]);
    const recipients: Party[] = [];
    let recipientHead = -1;
    for (const path of others) {
      for (const word of followSlot(this.view, path, place)) {
        if (seen.has(word) || word === place.word) continue;
        seen.add(word);
        const parties = this.parties.read(word, actor.parties.length > 0 ? "recipient" : "actor");
        if (parties.length > 0) paths.push(`parties=${formatPath(path)}`);
        if (actor.parties.length === 0) {
          if (parties.length > 0) actor = { head: word, parties };
          continue;
        }
        if (recipientHead < 0) recipientHead = word;
        recipients.push(
          ...parties.filter((p) => ![...actor.parties, ...recipients].some((q) => isSame(p, q))),
        );
      }
    }
    return { actors: actor.parties, actorHead: actor.head, recipients, recipientHead };
  }

  #lemma(i: number): string {
    return this.view.doc.lemma[i].toLowerCase();
  }

  #holds(condition: EventCondition, place: TriggerPlace, found: Sides): boolean {
    const { values, negated, party } = condition;
    if (party !== null) {
      const isActor = party === "actor";
      const parties = isActor ? found.actors : found.recipients;
      const head = isActor ? found.actorHead : found.recipientHead;
      const fits = values.some((value) =>
        value.kind === "actor"
          ? parties.some(({ kinds }) => kinds.has(value.value as ActorKind))
          : head >= 0 && this.#wordFits(head, value, 0),
      );
      return fits !== negated;
    }
    const words = condition.paths.flatMap((path) => followSlot(this.view, path, place));
    const fits = words.some((word) => values.some((value) => this.#wordFits(word, value, 0)));
    return fits !== negated;
  }

  #wordFits(word: number, { kind, value }: ConditionValue, depth: number): boolean {
    const { view } = this;
    const { doc } = view;
    if (kind === "actor")
      return this.parties.read(word, "recipient").some(({ kinds }) => kinds.has(value as ActorKind));
    const lemma = doc.lemma[word].toLowerCase();
    const form = getForm(doc, word).toLowerCase();
    if (kind === "lemma") {
      if (lemma === value || form === value) return true;
    } else {
      const words = this.codebook.classes.get(value);
      if (words === undefined) return false;
      if (words.has(lemma) || words.has(form)) return true;
      if (word > 0 && words.has(`${doc.lemma[word - 1].toLowerCase()} ${lemma}`)) return true;
      // The tokenizer splits "peace-keepers" at its hyphen.
      if (word > 1 && form !== "" && doc.text[doc.start[word] - 1] === "-") {
        const before = doc.lemma[word - 2].toLowerCase();
        if (words.has(`${before}-${lemma}`)) return true;
      }
    }
    if (depth > 2) return false;
    for (let child = view.firstChild[word]; child >= 0; child = view.nextSibling[child]) {
      const relation = relationOf(doc, child);
      const isMember = relation === "conj" && !isVerb(view, child);
      const isCounted =
        relation === "nmod" && hasMarker(view, child, "of") && this.parties.noun(word)?.kinds.has("measure");
      if ((isMember || isCounted) && this.#wordFits(child, { kind, value }, depth + 1)) return true;
    }
    return false;
  }
}

function isSame(a: Party, b: Party): boolean {
  return a.ref.id !== undefined ? a.ref.id === b.ref.id : a.span.start === b.span.start;
}

/** True for a row that fits. */
export function isMatch(result: EventMatch | EventMiss): result is EventMatch {
  return "trigger" in result;
}
