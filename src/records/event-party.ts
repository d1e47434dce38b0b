/**
 * A party of an event, and what can be asked of those of one or of two events. Whom a noun phrase names is read in
 * event-party-reader.ts.
 */
import type { Span } from "../core/evidence.js";
import type { ActorRef } from "../core/records.js";
import type { ActorKind } from "./codebook-frame.js";

/** Somebody who takes part in an event. */
export interface Party {
  readonly ref: ActorRef;
  /** Where they are written. */
  readonly span: Span;
  /** Head word of their phrase. */
  readonly head: number;
  readonly kinds: ReadonlySet<ActorKind>;
  /** False where only the words are known. */
  readonly isLinked: boolean;
  /** Several who are not told apart ("the ministers"). */
  readonly isPlural: boolean;
  readonly antecedent?: Span;
}

export type PartyRole = "actor" | "recipient";

/** True where at least one of `parties` is known by name. */
export function hasLinked(parties: readonly Party[]): boolean {
  return parties.some(({ isLinked }) => isLinked);
}

/** Both sides of what happened are known by name: a doer and a recipient, or two who did it with each other. */
export function areSidesLinked(actors: readonly Party[], recipients: readonly Party[]): boolean {
  if (recipients.length > 0) return hasLinked(actors) && hasLinked(recipients);
  return actors.filter(({ isLinked }) => isLinked).length > 1;
}

/** True for one actor, the same words, or words and a pronoun that goes back to them. */
export function isSameParty(a: Party, b: Party): boolean {
  if (a.ref.id !== undefined) return a.ref.id === b.ref.id;
  if (a.antecedent === undefined && b.antecedent === undefined) return a.span.start === b.span.start;
  const one = a.antecedent ?? a.span;
  const other = b.antecedent ?? b.span;
  return one.start < other.end && other.start < one.end;
}
