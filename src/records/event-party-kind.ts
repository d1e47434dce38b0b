/**
 * Kinds of actor that the conditions of the codebook ask for (`%state`, `%armed`): told by the actor's identifier,
 * the mention's kind, its PLOVER sector and the table of nouns.
 */
import type { ActorRef } from "../core/records.js";
import type { ActorKind } from "./codebook-frame.js";
import type { NounRow } from "./codebook-types.js";

const ARMED = new Set(["MIL", "REB", "PRM", "UAF", "SPY", "ISM", "IMG"]);
const CIVIL = new Set([
  "CVL",
  "LAB",
  "EDU",
  "AGR",
  "MED",
  "JRN",
  "REF",
  "OPP",
  "REL",
  "SOC",
  "HLH",
  "BUS",
  "CRM",
]);

/** What conditions may ask of an actor. */
export function kindsOf(
  ref: ActorRef,
  mention: string | undefined,
  noun: NounRow | undefined,
): Set<ActorKind> {
  const kinds = new Set<ActorKind>();
  const prefix = ref.id?.split(":")[0];
  const sector = ref.sector;
  const isPeople = noun?.kinds.has("people") ?? false;
  if (ref.id !== undefined || sector !== undefined || isPeople || mention === "name") kinds.add("actor");
  if (isPeople && (sector === undefined || CIVIL.has(sector))) kinds.add("civil");
  const isPerson = prefix === "person" || prefix === "role" || mention === "person" || mention === "role";
  if (isPerson) kinds.add("person");
  const isCivil = sector !== undefined && CIVIL.has(sector);
  if (!isPerson && (prefix === "state" || (prefix === "office" && !isCivil) || mention === "seat"))
    kinds.add("state");
  if (prefix === "state" || mention === "seat" || mention === "name") kinds.add("place");
  if (!isPerson && sector === "GOV") kinds.add("state");
  if (mention === "body" || mention === "office" || noun?.kinds.has("group")) kinds.add("body");
  if (prefix !== undefined && /^(igo|ngo|org|body|media|party|gov|group|company)$/.test(prefix))
    kinds.add("body");
  if (prefix === "media" || sector === "JRN") kinds.add("media");
  if (sector !== undefined && ARMED.has(sector)) kinds.add("armed");
  if (sector === "COP") kinds.add("police");
  if (sector !== undefined && CIVIL.has(sector)) kinds.add("civil");
  // "nine Malians": people told by their country alone
  if (ref.id === undefined && ref.country !== undefined && sector === undefined && !isPeople)
    kinds.add("actor").add("civil");
  return kinds;
}
