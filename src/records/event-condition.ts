/**
 * The conditions of a codebook row (column `when`) held against a trigger in its place: is the object one of the
 * class that the row asks for, is the actor a state?
 *
 * A word fits by its lemma, its form, its compound or hyphenated name, by a member of its list, or by what stands
 * behind the "of" of a measure ("tons of grain").
 */
import { getForm } from "../language/doc.js";
import { isMandative, isPresent } from "./clause-mood.js";
import type { ActorKind } from "./codebook-frame.js";
import type { Codebook, ConditionValue, EventCondition } from "./codebook-types.js";
import type { PartyReader } from "./event-party-reader.js";
import type { Sides } from "./event-sides.js";
import { followSlot, type TriggerPlace } from "./event-slot.js";
import { type EventView, hasMarker, isVerb } from "./event-view.js";
import { relationOf } from "./frame-match.js";

export class ConditionChecker {
  constructor(
    readonly view: EventView,
    readonly parties: PartyReader,
    readonly codebook: Codebook,
  ) {}

  holds(condition: EventCondition, place: TriggerPlace, found: Sides): boolean {
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

  /** Whether any word stands where `condition` looks; parties always count as there. */
  isFilled({ paths, party }: EventCondition, place: TriggerPlace): boolean {
    return party !== null || paths.some((path) => followSlot(this.view, path, place).length > 0);
  }

  #wordFits(word: number, { kind, value }: ConditionValue, depth: number): boolean {
    const { view } = this;
    const { doc } = view;
    if (kind === "any") return true;
    if (kind === "actor")
      return this.parties.read(word, "recipient").some(({ kinds }) => kinds.has(value as ActorKind));
    if (kind === "mood") return value === "present" ? isPresent(view, word) : isMandative(view, word);
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
