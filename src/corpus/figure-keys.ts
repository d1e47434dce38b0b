/**
 * Which questions a figure may answer.
 *
 * In: a figure, the events and references of its article, their stories. Out: keys; figures with one in common may be
 * compared. A figure tells of the story of its own sentence. A sentence that counts what came of something and gives
 * neither day nor place of its own ("Two guards were wounded, the hospital said") tells of what was told right before
 * it. Beside stories: what two parties lost to each other; how many of one's troops or weapons there are; a group that
 * the same words name; how many of somebody's did one thing, where a report without a date joins no story.
 */

import { daysApart, readDayRange } from "../core/edtf-range.js";
import type { Evidence, Span } from "../core/evidence.js";
import type { EventRecord, QuantityRecord, ReferenceRecord, StoryRecord } from "../core/records.js";
import { CONSEQUENCES, headOf } from "./figure.js";
import { contentWords, countWords, stemOf } from "./story-words.js";
import { partyKey } from "./telling.js";

/** What a report tells, as far as figures hang on it. */
export type ToldEvent = EventRecord | ReferenceRecord;

/** What is known around the figures of one article. */
export interface FigureScene {
  readonly told: readonly ToldEvent[];
  readonly storyOf: ReadonlyMap<string, StoryRecord>;
  /** Start and end of the sentence around a place in the article. */
  readonly sentenceOf: (start: number, end: number) => Span;
}

export interface FigureKeys {
  readonly keys: readonly string[];
  /** True where one of the keys is that of a story. */
  readonly isTold: boolean;
  /** Names of those between whom it was done. */
  readonly parties: readonly string[];
}

/** Measures that are asked of one event; others are asked of one actor. */
const COUNTED_ONCE = new Set([
  ...CONSEQUENCES,
  "territory",
  "votes",
  "troops",
  "weapons",
  "protesters",
  "crew",
]);

/** Measures that two parties' figures share beyond one story: what is lost stays lost, while each raid has its dead. */
const LASTING = new Set(["territory", "displaced"]);

/** The measure of those who did what is told beside it. */
const PARTICIPANTS = "participants";

/** Measures of what somebody has. */
const HELD = new Set(["troops", "weapons"]);

/** Letters between a sentence and the event before it that it tells more of. */
const NEXT = 260;

export function findFigureKeys(record: QuantityRecord, scene: FigureScene): FigureKeys {
  const value = writtenValue(record);
  const sentence = scene.sentenceOf(value.start, value.end);
  const beside = scene.told.filter((told) => isWithin(triggerOf(told), sentence));
  const keys = beside.flatMap((told) => storyKeys(record, told, scene.storyOf));
  const host = keys.length === 0 || isAside(beside) ? findHost(record, sentence, beside, scene) : undefined;
  if (host !== undefined) keys.push(`f ${record.measure} ${host.id}`);
  const isTold = keys.length > 0;
  const parties = new Set<string>();
  const events = beside.filter((told) => told.kind === "event");
  if (LASTING.has(record.measure))
    for (const { quad, actors, recipients } of events)
      for (const actor of quad === 4 ? actors : [])
        for (const recipient of recipients) {
          keys.push(`f ${record.measure} ${partyKey(actor)} ${partyKey(recipient)}`);
          parties.add(actor.name).add(recipient.name);
        }
  const sides = events.flatMap((event) => sideCounted(record, event) ?? []);
  const holding = sides.length === 0 ? holdingKey(record) : undefined;
  if (holding !== undefined) parties.add(record.by[0].name);
  for (const key of [actKey(record, events), holding, groupKey(record)])
    if (key !== undefined) keys.push(key);
  return { keys: [...new Set(keys)], isTold, parties: [...parties] };
}

/** Days within which figures of one key are of one time; null where the key is of one event anyway. */
export function windowOf(key: string): number | null {
  const days: Readonly<Record<string, number>> = { h: 31, g: 14, a: 3 };
  return days[/^f (\w) /.exec(key)?.[1] ?? ""] ?? null;
}

export function writtenValue({ evidence }: QuantityRecord): Evidence {
  return evidence.find((e) => e.part === "value") ?? evidence[0];
}

function triggerOf({ evidence }: ToldEvent): Evidence | undefined {
  return evidence.find((e) => e.part === "trigger");
}

function isWithin(inner: Evidence | undefined, { start, end }: Span): boolean {
  return inner !== undefined && inner.start >= start && inner.end <= end;
}

function storyKeys(
  record: QuantityRecord,
  told: ToldEvent,
  storyOf: ReadonlyMap<string, StoryRecord>,
): string[] {
  const story = storyOf.get(told.id);
  if (story === undefined || story.articles.length < 2) return [];
  const keys: string[] = [];
  const side = record.measure === PARTICIPANTS ? "actor" : sideCounted(record, told);
  if (side !== undefined) keys.push(`f ${side} ${story.id}`);
  if (COUNTED_ONCE.has(record.measure)) keys.push(`f ${record.measure} ${story.id}`);
  return keys;
}

/** Whether all that a sentence tells is who was hurt, which is of what was told before. */
function isAside(beside: readonly ToldEvent[]): boolean {
  return beside.every(
    (told) =>
      told.kind === "event" && told.actors.length === 0 && told.date === null && told.places.length === 0,
  );
}

/** The story of the violence told last before a sentence that counts what came of it. */
function findHost(
  record: QuantityRecord,
  sentence: Span,
  beside: readonly ToldEvent[],
  { told, storyOf }: FigureScene,
): StoryRecord | undefined {
  const isToll = record.evidence.some(({ part, text }) => part === "measure" && /toll$/i.test(text));
  // a toll may be that of many days
  if (isToll || !CONSEQUENCES.has(record.measure) || beside.some(({ places }) => places.length > 0))
    return undefined;
  const own = record.date === null ? null : readDayRange(record.date.edtf);
  let best: { at: number; story: StoryRecord } | undefined;
  for (const event of told) {
    const trigger = triggerOf(event);
    const story = storyOf.get(event.id);
    if (trigger === undefined || event.kind !== "event" || event.quad !== 4) continue;
    if (story === undefined || story.articles.length < 2) continue;
    if (trigger.start >= sentence.start || sentence.start - trigger.end > NEXT) continue;
    const range = event.date === null ? null : readDayRange(event.date.edtf);
    if (own !== null && (range === null || daysApart(own, range) > 0)) continue;
    if (best === undefined || trigger.start > best.at) best = { at: trigger.start, story };
  }
  return best?.story;
}

/** The side of an event that a plain number counts. */
function sideCounted(
  { value, unit, evidence }: QuantityRecord,
  event: ToldEvent,
): "actor" | "recipient" | undefined {
  const counted = evidence.find(({ part }) => part === "measure");
  if (event.kind !== "event" || value === null || unit !== null || counted === undefined) return undefined;
  return (["actor", "recipient"] as const).find((side) =>
    event.evidence.some((e) => e.part === side && holds(e, counted)),
  );
}

export function holds(outer: Evidence, inner: Evidence): boolean {
  return outer.article === inner.article && outer.start <= inner.start && inner.end <= outer.end;
}

/** "Sixteen Soviet ships turned back": how many of somebody's did one thing. */
function actKey(record: QuantityRecord, events: readonly EventRecord[]): string | undefined {
  const event = events.find(
    (event) =>
      sideCounted(record, event) === "actor" && event.actors.some(({ country }) => country !== undefined),
  );
  const noun = stemOf(headOf(record));
  if (event === undefined || noun === "") return undefined;
  const doer = event.actors.map(partyKey).sort()[0];
  return `f a ${event.type} ${event.eventMode ?? ""} ${doer} ${noun}`;
}

/** "43,000 Soviet troops": how many somebody has. */
function holdingKey(record: QuantityRecord): string | undefined {
  const { measure, value, unit, by } = record;
  if (!HELD.has(measure) || value === null || unit !== null || by.length === 0) return undefined;
  // tanks and drones are weapons; only those of one name are compared
  const noun = measure === "weapons" ? stemOf(headOf(record)) : "";
  return `f h ${measure} ${partyKey(by[0])} ${noun}`;
}

/** Measures of what lasts for many, whoever counts them; of others each report may mean a part ("400 volunteers"). */
const STANDING = new Set(["displaced", "in need", "hungry", "infected", "affected", "population", "members"]);

/** Smaller figures of a group are rather different parts of it: "three Cuban officials". */
const LARGE_GROUP = 100;

/** A large group that two words or more name ("Rohingya refugees") is one, however it is counted. */
function groupKey({ measure, value, unit, of }: QuantityRecord): string | undefined {
  if (value === null || value < LARGE_GROUP || unit !== null || of === null || !STANDING.has(measure))
    return undefined;
  const words = [...contentWords(of, countWords(of), []).keys()].sort();
  return words.length < 2 || words.length > 4 ? undefined : `f g ${measure} of ${words.join(" ")}`;
}
