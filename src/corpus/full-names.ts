/** Parties of a story that one report names shortly and another in full. */
import type { ActorRef } from "../core/records.js";
import { partyKey } from "./telling.js";

const PERSON = "person:";

/**
 * "Sezibera" of one report is "Richard Sezibera" of another, and "Serbs" are "Kosovo Serbs", where only one has that
 * name: short keys with the full one. A people has its state's key; where the state itself has part, nothing is short.
 */
export function findFullNames(refs: readonly ActorRef[]): Map<string, string> {
  const states = new Set(refs.filter(({ id = "" }) => /^(state|office|role|mil):/.test(id)).map(partyKey));
  const full = new Map<string, string>();
  for (const short of refs) {
    const key = partyKey(short);
    if (states.has(key)) continue;
    const longer = key.startsWith(PERSON)
      ? refs.filter((ref) => partyKey(ref).endsWith(`-${key.slice(PERSON.length)}`))
      : refs.filter(
          ({ name }) => short.id === undefined && name.toLowerCase().endsWith(` ${short.name.toLowerCase()}`),
        );
    const keys = new Set(longer.map(partyKey).filter((other) => other !== key && !states.has(other)));
    if (keys.size === 1) full.set(key, [...keys][0]);
  }
  return full;
}
