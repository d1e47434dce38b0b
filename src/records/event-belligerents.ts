/**
 * Who is meant by words that answer fighting told before.
 *
 * Whose ceasefire it is where nobody is named: "Chad took the post from Libya. A truce was reached in May." A ceasefire is
 * between those who fought, so it takes the parties of the fighting that was told last before it, shown as what they stand
 * for; where none is told near by, it is left without parties. Likewise a counter-offensive without a target is against
 * those who attacked before.
 */
import { extend } from "../core/extend.js";
import { whyLeftOut } from "./event-admission.js";
import type { CodedEvent, CoderInput } from "./event-coder.js";
import type { ComposedEvent } from "./event-composition.js";
import { isSameParty, type Party } from "./event-party.js";

/** The class of words for a ceasefire. */
const CEASEFIRES = "ceasefire";

/** The class of words for an attack that answers another. */
const RETALIATION = "retaliation";

/** Sentences back to the fighting. */
const REACH = 3;

/** `event` with what the fighting before it tells: both sides of a ceasefire without parties, the target of a reprisal. */
export function addBelligerents(
  input: CoderInput,
  event: ComposedEvent,
  before: readonly CodedEvent[],
): ComposedEvent {
  const { match, actors, recipients } = event;
  const lemma = input.doc.lemma[match.trigger].toLowerCase();
  const isOf = (name: string) => input.codebook.classes.get(name)?.has(lemma) ?? false;
  if (actors.length === 0 && match.row.frame.parties.length > 0 && isOf(CEASEFIRES)) {
    const sides = findFight(input, event, before, () => true);
    return sides === undefined ? event : { ...event, actors: sides.map(toAntecedent) };
  }
  const [actor] = actors;
  if (actors.length !== 1 || !actor.isLinked || recipients.length > 0 || !isOf(RETALIATION)) return event;
  const isOwn = (party: Party) => isSameParty(party, actor) || isOfCountry(party, actor.ref.country);
  const sides = findFight(input, event, before, (parties) => parties.some(isOwn));
  const others = sides?.filter((party) => !isOwn(party)) ?? [];
  return others.length === 0 ? event : { ...event, recipients: others.map(toAntecedent) };
}

/** The sides of the last fighting told before `event`, near by, that `fits`; undefined for none. */
function findFight(
  input: CoderInput,
  { match }: ComposedEvent,
  before: readonly CodedEvent[],
  fits: (sides: readonly Party[]) => boolean,
): readonly Party[] | undefined {
  const { sentenceOf } = input.view;
  for (let k = before.length - 1; k >= 0; k--) {
    const fight = before[k];
    if (sentenceOf[match.trigger] - sentenceOf[fight.match.trigger] > REACH) return undefined;
    if (input.codebook.types.get(fight.type)?.quad !== 4 || whyLeftOut(input, fight) !== undefined) continue;
    const sides = distinct([...fight.actors, ...fight.recipients]);
    if (sides.length >= 2 && fits(sides)) return sides;
  }
  return undefined;
}

function isOfCountry({ ref }: Party, country: string | undefined): boolean {
  return country !== undefined && ref.country === country;
}

/** A party taken over from an earlier event, shown by its words there. */
function toAntecedent(party: Party): Party {
  return extend(party, { antecedent: party.antecedent ?? party.span });
}

/** Linked parties, each once. */
function distinct(parties: readonly Party[]): Party[] {
  const linked = parties.filter(({ isLinked }) => isLinked);
  return linked.filter((party, k) => linked.findIndex((other) => isSameParty(other, party)) === k);
}
