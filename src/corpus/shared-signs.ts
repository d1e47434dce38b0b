/**
 * What two mentions have in common, as scoring them (story-score.ts) and ruling them out (story-faults.ts) both ask.
 */
import type { DayRange } from "../core/edtf-range.js";
import { isReference, type Sketch } from "./sketch.js";
import { stemOf } from "./story-words.js";

/** Days of a range that still tells when. */
export const WEEK = 7;
/** Days of the month that tells when history was: "in April 1961". */
export const MONTH = 31;

export function shorterThan(days: number, ...ranges: readonly DayRange[]): boolean {
  return ranges.every(({ from, to }) => to - from < days);
}

export function sharedRarity(a: Sketch, b: Sketch): number {
  return Math.max(rarityIn(a.spots, a, b), rarityIn(b.spots, b, a));
}

/**
 * How rare the rarest of the spots is that stands among the words of the other sentence, behind whatever
 * preposition: 1 where neither article has it elsewhere, 0 where none does.
 */
function rarityIn(spots: ReadonlySet<string>, { words }: Sketch, other: Sketch): number {
  let most = 0;
  for (const spot of spots) {
    const stems = spot.split(" ").map(stemOf);
    if (!stems.every((stem) => other.words.has(stem))) continue;
    const weight = Math.min(
      ...stems.map((stem) => Math.min(words.get(stem) ?? 0, other.words.get(stem) ?? 0)),
    );
    most = Math.max(most, Math.min(1, weight / 2));
  }
  return most;
}

export function hasSameTrigger(a: Sketch, b: Sketch): boolean {
  if (a.trigger === "" || b.trigger === "") return false;
  const [left, right] = [stemOf(a.trigger), stemOf(b.trigger)];
  // Any word of a reference may be the one that tells the event.
  return left === right || (isReference(a) && a.words.has(right)) || (isReference(b) && b.words.has(left));
}

export function isSameType(a: Sketch, b: Sketch): boolean {
  return a.types.some((type) => b.types.includes(type));
}

/** Whom a reference names may be on either side. */
export function haveSides(a: Sketch, b: Sketch): boolean {
  return !isReference(a) && !isReference(b);
}

export function partiesOf(telling: Sketch): Set<string> {
  return new Set([...telling.actors, ...telling.recipients]);
}

export function intersects(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const item of a) if (b.has(item)) return true;
  return false;
}

export function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const item of a) if (b.has(item)) shared++;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}
