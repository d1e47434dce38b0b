/**
 * Which mentions could be one at all: those that share a passage; two parties and the time; one party, or none, with
 * the time and a word or the trigger; the type and the stated day with one party or one word; two names and the time; one name that is
 * a place to either of them, and a stated time; a reference and an event with one name, the trigger and the time.
 *
 * The same rule in two forms: between two mentions, and as keys of which two mentions that meet have one in common, for
 * an index: in memory (meeting-index.ts), and in a column of the store (stored-keys.ts).
 */
import { type DayRange, daysApart } from "../core/edtf-range.js";
import { isReference, type Sketch } from "./sketch.js";
import { stemOf } from "./story-words.js";
import { hashWord } from "./word-hash.js";

/** Days that two mentions of one event may lie apart, the same where the day of a report stands for its date. */
export const REACH_DAYS = 3;

/** A longer range tells nothing of the time. */
const LONG_DAYS = 400;

/** A name or a number weighs more than a common word (story-words.ts). */
const COMMON_WEIGHT = 1;

/** Mentions that have no day between them meet at any time. */
const ANY: DayRange = { from: -(2 ** 31), to: 2 ** 31 - 1 };

/** Only what has the same kind of time meets. */
export type TimeClass = "dated" | "long" | "undated";

/** Days that a mention's keys hold for; the same for all without a date that tells something. */
export function daysOf(sketch: Sketch): DayRange {
  return sketch.range !== null && timeClassOf(sketch) === "dated" ? sketch.range : ANY;
}

/** Whether no day of a mention is over at some time. */
export function isLasting(sketch: Sketch): boolean {
  return daysOf(sketch) === ANY;
}

/** Whether two mentions could be one. What two references refer to is an event that neither tells. */
export function mayMeet(a: Sketch, b: Sketch): boolean {
  if (isReference(a) && isReference(b)) return false;
  if (a.copies.some((x) => b.copies.some((y) => x.passage === y.passage))) return true;
  if (a.kind !== b.kind || timeClassOf(a) !== timeClassOf(b)) return false;
  if (daysApart(daysOf(a), daysOf(b)) > REACH_DAYS) return false;
  const parties = partiesOf(a);
  const others = new Set(partiesOf(b));
  const shared = parties.filter((party) => others.has(party)).length;
  if (shared > 1) return true;
  if (shared === 1 || (parties.length === 0 && others.size === 0))
    if (isSameTrigger(a, b) || [...a.words.keys()].some((word) => b.words.has(word))) return true;
  if (shared === 1 && a.types.some((type) => b.types.includes(type)))
    if (statedDay(a) !== null && statedDay(a) === statedDay(b)) return true;
  if (statedDay(a) !== null && statedDay(a) === statedDay(b))
    if (a.types.some((type) => b.types.includes(type)))
      if ([...a.words.keys()].some((word) => b.words.has(word))) return true;
  const names = namesOf(a).filter((name) => (b.words.get(name) ?? 0) > COMMON_WEIGHT);
  if (names.length > 1) return true;
  if (names.length > 0 && isSameTrigger(a, b) && (isReference(a) || isReference(b))) return true;
  if (!a.isDated || !b.isDated) return false;
  const spots = new Set([...spotStems(a), ...spotStems(b)]);
  return names.some((name) => spots.has(name));
}

/** Keys without the time: who shares none does not meet. Two keys may have one hash. */
export function meetingKeys(sketch: Sketch): Set<number> {
  return new Set([...passageKeys(sketch), ...timelyKeys(sketch)]);
}

/** The keys of a mention by which others meet it at its time only. */
export function timelyKeys(sketch: Sketch): Set<number> {
  const keys = new Set<number>();
  const at = `${sketch.kind[0]} ${timeClassOf(sketch)}`;
  const parties = partiesOf(sketch);
  const names = namesOf(sketch);
  const words = wordsOf(sketch);
  const day = statedDay(sketch);
  if (day !== null)
    for (const type of sketch.types)
      for (const word of sketch.words.keys()) keys.add(hash(`${at} ${type} ${word} ${day}`));
  parties.forEach((party, i) => {
    for (const other of parties.slice(i + 1)) keys.add(hash(`${at} ${party} ${other}`));
    for (const word of words) keys.add(hash(`${at} ${party} ${word}`));
    if (day !== null) for (const type of sketch.types) keys.add(hash(`${at} ${party} ${type} ${day}`));
  });
  names.forEach((name, i) => {
    for (const other of names.slice(i + 1)) keys.add(hash(`${at} ${name} ${other}`));
  });
  for (const name of names) keys.add(hash(`${at} ${name} ${triggerOf(sketch)}`));
  if (sketch.isDated) for (const name of names) keys.add(hash(`${at} @ ${name}`));
  if (parties.length === 0) for (const word of words) keys.add(hash(`${at} - ${word}`));
  return keys;
}

/** The keys of a mention by which others meet it at any time: those of the passages that it stands in. */
export function passageKeys({ copies }: Sketch): Set<number> {
  return new Set(copies.map(({ passage }) => hash(`p ${passage}`)));
}

export function timeClassOf({ range }: Sketch): TimeClass {
  if (range === null) return "undated";
  return range.to - range.from > LONG_DAYS ? "long" : "dated";
}

function partiesOf({ actors, recipients }: Sketch): string[] {
  return [...new Set([...actors, ...recipients])].sort();
}

/** The words of the sentence, and the trigger, which is none of them. */
function wordsOf({ words, trigger }: Sketch): string[] {
  return trigger === "" ? [...words.keys()] : [...words.keys(), triggerOf({ trigger })];
}

function triggerOf({ trigger }: Pick<Sketch, "trigger">): string {
  return `= ${stemOf(trigger)}`;
}

function isSameTrigger(a: Sketch, b: Sketch): boolean {
  return a.trigger !== "" && stemOf(a.trigger) === stemOf(b.trigger);
}

/** Names and numbers of the sentence; small numbers stand in too many. */
function namesOf({ words }: Sketch): string[] {
  return [...words]
    .flatMap(([word, weight]) => (weight > COMMON_WEIGHT && !SMALL_NUMBER.test(word) ? [word] : []))
    .sort();
}

const SMALL_NUMBER = /^\d{1,2}$/;

/** The day that the text itself gives; null where it gives none, or a longer time. */
function statedDay({ isDated, range }: Sketch): number | null {
  return isDated && range !== null && range.from === range.to ? range.from : null;
}

/** The words of names behind a preposition of place. */
function spotStems({ spots }: Sketch): string[] {
  return [...spots].flatMap((spot) => spot.split(" ").map(stemOf));
}

function hash(key: string): number {
  return hashWord(key, 0, key.length);
}
