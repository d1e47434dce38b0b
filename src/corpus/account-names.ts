/**
 * Accounts of names: one place that reports call by different names.
 *
 * In: places of events, references and datings, which know the name that was written and the one place that it stands
 * for. Spellings that differ only by marks, case, a word left out or an abbreviation are one name; "Tskhinvali" and
 * "Tskhinval" are two.
 */
import type { AccountRecord, EventRecord, PlaceRef } from "../core/records.js";
import { type Answer, makeAccount } from "./account-answers.js";
import { placeKey } from "./telling.js";

/** What names of places need of an event, a reference or a dating. */
export type PlacedRecord = Pick<EventRecord, "article" | "places" | "attribution" | "evidence">;

/** What a record calls a place. */
export interface PlaceName extends Answer {
  readonly place: PlaceRef;
}

/** What each record calls a place, by the key of the place. */
export function groupNames(records: readonly PlacedRecord[]): Map<string, readonly PlaceName[]> {
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

/** Whether one name is the other, without a word of it, or its abbreviation. */
function isSameName(a: string, b: string): boolean {
  if (foldName(a) === foldName(b)) return true;
  const [left, right] = [a, b].map((name) => name.split(/[\s-]+/).map(foldName));
  return isPartOf(left, right) || isPartOf(right, left) || isShortFor(a, right) || isShortFor(b, left);
}

function isPartOf(part: readonly string[], whole: readonly string[]): boolean {
  return part.every((word) => whole.includes(word));
}

/** "U.S.", "Pa." and "Va" are short for names that have their letters in this order. */
function isShortFor(short: string, words: readonly string[]): boolean {
  const letters = foldName(short);
  const isAbbreviated = short.includes(".") || /^\p{Lu}{2,4}$/u.test(short) || letters.length < 4;
  if (!isAbbreviated) return false;
  const whole = words.join("");
  let at = 0;
  for (const letter of letters) {
    const next = whole.indexOf(letter, at);
    if (next < 0 || (at === 0 && next > 0)) return false;
    at = next + 1;
  }
  return true;
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
