import type { PlaceRef } from "../core/records.js";
import type { PlaceReading } from "./gazetteer.js";
import type { PlaceKind } from "./place-kind.js";

/** A place named in a text: words `from` to `to` (half open), characters `start` to `end`. */
export interface PlaceMention {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly ref: PlaceRef;
  readonly kind: PlaceKind;
  /** How it was told from other places of its name. */
  readonly rule: string;
}

/**
 * How a place's name is used: for the place; for a government or its people ("Ankara said"); in a longer name of
 * something else ("Boston Globe"); as a person's name; as an adjective ("Chadian").
 */
export type ToponymUse = "place" | "actor" | "part of a name" | "person" | "adjective";

/** A name of a place, however used. */
export interface Toponym extends PlaceMention {
  readonly use: ToponymUse;
  /** Number of the place in the gazetteer. */
  readonly place: number;
}

/** A name with all that it may stand for, before one is chosen. */
export interface ToponymSpan {
  readonly from: number;
  readonly to: number;
  readonly readings: readonly PlaceReading[];
}
