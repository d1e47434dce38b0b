/**
 * Accounts of names: one place that reports call by different names.
 *
 * In: places of events and datings, which know the name that was written and the one place that it stands for.
 * Spellings that differ in letters only by marks, case or a part left out are one name.
 */
import type { AccountRecord, DatingRecord, EventRecord, PlaceRef } from "../core/records.js";
import { type Answer, makeAccount } from "./account-answers.js";
import { placeKey } from "./telling.js";

/** What a record calls a place. */
export interface PlaceName extends Answer {
  readonly place: PlaceRef;
}

/** What each record calls a place, by the key of the place. */
export function groupNames(
  records: readonly (EventRecord | DatingRecord)[],
): Map<string, readonly PlaceName[]> {
  const byPlace = new Map<string, PlaceName[]>();
  for (const record of records) {
    for (const place of record.places) {
      const shown = record.evidence.filter((e) => e.part === "place" && e.text === place.text);
      if (place.text === undefined || shown.length === 0) continue;
      const key = `n ${placeKey(place)}`;
      const names = byPlace.get(key) ?? [];
      byPlace.set(key, names);
      const { article, attribution } = record;
      names.push({ place, value: place.text, text: place.text, article, attribution, evidence: shown });
    }
  }
  return byPlace;
}

/** The account of what one place is called. */
export function findNameAccount(answers: readonly PlaceName[]): AccountRecord | undefined {
  const [{ place }] = answers;
  const names: string[] = [];
  const named = answers.map((answer) => {
    const same = names.find((name) => isSameName(name, answer.value));
    if (same === undefined) names.push(answer.value);
    return { ...answer, value: same ?? answer.value };
  });
  return makeAccount("name", `What is ${place.name} called?`, named, "conflict", "place name");
}

function isSameName(a: string, b: string): boolean {
  const left = foldName(a);
  const right = foldName(b);
  return left.includes(right) || right.includes(left);
}

/** A name by its letters alone: names with the same are one. */
export function foldName(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
