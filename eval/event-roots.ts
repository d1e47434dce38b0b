/**
 * Types of the `events` corpus: it was converted from CAMEO's roots, so that an event's CAMEO code tells its type there,
 * also where PLOVER's manual has moved a code since (a conviction is SANCTION now, CAMEO's 116 was ACCUSE; a promised
 * withdrawal is RETREAT now, CAMEO's 035 was AGREE). CONCEDE and RETREAT are one type, YIELD.
 */
import type { ComposedEvent } from "../src/records/event-composition.js";

const ROOTS: Readonly<Record<string, string>> = {
  "03": "AGREE",
  "04": "CONSULT",
  "05": "SUPPORT",
  "06": "COOPERATE",
  "07": "AID",
  "08": "YIELD",
  "09": "ACCUSE",
  "10": "REQUEST",
  "11": "ACCUSE",
  "12": "REJECT",
  "13": "THREATEN",
  "14": "PROTEST",
  "15": "MOBILIZE",
  "16": "SANCTION",
  "17": "COERCE",
  "18": "ASSAULT",
  "19": "ASSAULT",
  "20": "ASSAULT",
};

/** Quad classes of the types as the corpus counts them. */
export const ROOT_QUADS: Readonly<Record<string, number>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  COOPERATE: 2,
  AID: 2,
  YIELD: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
};

/** The corpus' type for one of PLOVER's. */
export function mergeType(type: string): string {
  return type === "CONCEDE" || type === "RETREAT" ? "YIELD" : type;
}

/** The corpus' type of an event. */
export function rootOf({ type, cameo, status }: ComposedEvent): string {
  const root = mergeType(type);
  if (root === "YIELD" && status === "planned") return "AGREE";
  // Sanctions were converted to COERCE, the only code of their root.
  if (cameo === "163") return "COERCE";
  return (cameo === null ? undefined : ROOTS[cameo.slice(0, 2)]) ?? root;
}
