/**
 * Whose ceasefire it is where nobody is named: "Chad took the post from Libya. A truce was reached in May." A ceasefire is
 * between those who fought, so it takes the parties of the fighting that was told last before it, shown as what they stand
 * for; where none is told near by, it is left without parties.
 */
import { whyLeftOut } from "./event-admission.js";
import type { CodedEvent, CoderInput } from "./event-coder.js";
import type { ComposedEvent } from "./event-composition.js";
import { isSameParty, type Party } from "./event-party.js";

/** The class of words for a ceasefire. */
const CEASEFIRES = "ceasefire";

/** Sentences back to the fighting. */
const REACH = 3;

/** `event` with both sides of the fighting before it, if it is a ceasefire without parties. */
export function addBelligerents(
  input: CoderInput,
  event: ComposedEvent,
  before: readonly CodedEvent[],
): ComposedEvent {
  const { match, actors } = event;
  if (actors.length > 0 || match.row.frame.parties.length === 0) return event;
  const { sentenceOf } = input.view;
  const lemma = input.doc.lemma[match.trigger].toLowerCase();
  if (!input.codebook.classes.get(CEASEFIRES)?.has(lemma)) return event;
  for (let k = before.length - 1; k >= 0; k--) {
    const fight = before[k];
    if (sentenceOf[match.trigger] - sentenceOf[fight.match.trigger] > REACH) return event;
    if (input.codebook.types.get(fight.type)?.quad !== 4 || whyLeftOut(input, fight) !== undefined) continue;
    const sides = distinct([...fight.actors, ...fight.recipients]);
    if (sides.length < 2) continue;
    return { ...event, actors: sides.map((p) => ({ ...p, antecedent: p.antecedent ?? p.span })) };
  }
  return event;
}

/** Linked parties, each once. */
function distinct(parties: readonly Party[]): Party[] {
  const linked = parties.filter(({ isLinked }) => isLinked);
  return linked.filter((party, k) => linked.findIndex((other) => isSameParty(other, party)) === k);
}
