import type { ActorRef } from "../core/records.js";

/** What a mention of an actor is. */
export type MentionKind = "state" | "seat" | "body" | "office" | "group" | "person" | "role" | "name";

/** A mention of an actor: words `from` to `to` (half open) and who that is. */
export interface ActorMention {
  readonly from: number;
  readonly to: number;
  readonly kind: MentionKind;
  readonly ref: ActorRef;
  /** How it was linked. */
  readonly rule: string;
  /** For a role or a short name: the earlier mention that it was resolved by. */
  readonly antecedent?: ActorMention;
  /** For a person or a role: the title and whose it is. */
  readonly office?: OfficeHeld;
}

/** A title with the body or state that it belongs to. */
export interface OfficeHeld {
  /** As written, in lower case: `deputy foreign minister`, `former spokeswoman`. */
  readonly title: string;
  /** Class of the title in the table: `deputy-foreign-minister`, `spokesperson`. */
  readonly class: string;
  readonly of?: ActorRef;
  /** PLOVER sector of who holds such an office, whoever's it is. */
  readonly sector?: string;
  /** Words of the title. */
  readonly from: number;
  readonly to: number;
}
