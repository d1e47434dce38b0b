import type { Span } from "../core/evidence.js";
import type { ParsedDoc } from "../language/doc.js";
import type { ArticleActors } from "./actors.js";
import type { EntityTable } from "./entity-table.js";
import type { Toponym } from "./place-mention.js";

export const ENTITY_KINDS = ["person", "group", "place", "nationality"] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** How a mention was told. */
export type EntityRule = "actor" | "toponym" | "name" | "description" | "pronoun";

/** A mention: words `from` to `to` (half open), characters `start` to `end`. */
export interface EntityMention extends Span {
  readonly from: number;
  readonly to: number;
  readonly kind: EntityKind;
  readonly rule: EntityRule;
}

export interface EntityInput {
  readonly doc: ParsedDoc;
  readonly actors: ArticleActors;
  readonly toponyms: readonly Toponym[];
  readonly table: EntityTable;
}

/** Takes a mention; one of the same words is taken once. */
export type AddEntity = (from: number, to: number, kind: EntityKind, rule: EntityRule) => void;
