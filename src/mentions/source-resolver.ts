/** What the records layer asks of the mentions layer: who is meant by these words? */
import type { Span } from "../core/evidence.js";
import type { ActorRef } from "../core/records.js";

/** Somebody, resolved as far as the article and the tables allow. */
export interface ResolvedActor {
  readonly ref: ActorRef;
  /** Where an earlier mention stands that a pronoun, a role or a short name was resolved by. */
  readonly antecedent?: Span;
  /** How it was resolved: `name`, `office`, `role`, `pronoun`, `unresolved` … */
  readonly rule: string;
}

export interface SourceResolver {
  /** Resolves the noun phrase made of `words` (in the order of the text). */
  resolve(words: readonly number[]): ResolvedActor;
}
