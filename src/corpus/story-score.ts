/**
 * How much speaks for two mentions being of one event, and what.
 *
 * In: two tellings. Out: a score from 0 to 1 with its reasons, or what rules it out. Weights are in one table; they
 * were set on half of the stories in eval/stories.
 */
import { daysApart } from "../core/edtf-range.js";
import { likeness } from "./story-words.js";
import type { Telling } from "./telling.js";

export interface StoryScore {
  /** 0 where something rules it out. */
  readonly score: number;
  /** What speaks for and against, with its weight. */
  readonly reasons: readonly StoryReason[];
}

export interface StoryReason {
  readonly name: string;
  readonly weight: number;
}

/** What each sign weighs; the sum is cut to 0 … 1. */
export const STORY_WEIGHTS = {
  /** One text told twice. */
  "same passage": 1,
  "same type": 0.15,
  "related type": 0.05,
  "same mode": 0.05,
  "other mode": -0.05,
  /** Times the share of parties in common. */
  parties: 0.2,
  "same person or body": 0.1,
  "same stated date": 0.15,
  "same place": 0.15,
  "same trigger": 0.1,
  /** Times the likeness of the sentences' words. */
  words: 0.7,
  "current against background": -0.1,
} as const;

/** Types that reports of one event use for each other. */
const RELATED: readonly ReadonlySet<string>[] = [
  new Set(["ASSAULT", "COERCE", "MOBILIZE"]),
  new Set(["CONSULT", "AGREE", "COOPERATE", "SUPPORT"]),
  new Set(["AID", "COOPERATE", "AGREE"]),
  new Set(["RETREAT", "CONCEDE", "AGREE"]),
  new Set(["ACCUSE", "REJECT", "REQUEST", "THREATEN"]),
  new Set(["SANCTION", "COERCE", "REJECT"]),
  new Set(["PROTEST", "ASSAULT", "REJECT"]),
];

/** Days that two stated dates of one event may differ. */
const STATED_DAYS = 1;
/** The same where one of them is only the day of the report. */
const REPORTED_DAYS = 3;

export function scorePair(a: Telling, b: Telling): StoryScore {
  const fault = findContradiction(a, b);
  if (fault !== undefined) return { score: 0, reasons: [{ name: fault, weight: 0 }] };
  const reasons: StoryReason[] = [];
  const add = (name: keyof typeof STORY_WEIGHTS, times = 1) => {
    if (times > 0) reasons.push({ name, weight: STORY_WEIGHTS[name] * times });
  };
  if (a.passages.some((p) => b.passages.includes(p)) && a.type === b.type) add("same passage");
  add(a.type === b.type ? "same type" : "related type");
  if (a.mode !== null && b.mode !== null) add(a.mode === b.mode ? "same mode" : "other mode");
  add("parties", shareOf(partiesOf(a), partiesOf(b)));
  if (intersects(a.named, b.named)) add("same person or body");
  if (a.isDated && b.isDated && a.range && b.range && a.range.from === b.range.from) add("same stated date");
  if (intersects(a.places, b.places)) add("same place");
  if (a.trigger.slice(0, 5) === b.trigger.slice(0, 5)) add("same trigger");
  add("words", likeness(a.words, b.words));
  if (recencyOf(a) !== recencyOf(b)) add("current against background");
  const sum = reasons.reduce((total, { weight }) => total + weight, 0);
  return { score: Math.max(0, Math.min(1, sum)), reasons };
}

/** What rules out that the two are one event; undefined if nothing does. */
function findContradiction(a: Telling, b: Telling): string | undefined {
  if (a.record.kind !== b.record.kind) return "an event and a statement";
  if (a.type !== b.type && !RELATED.some((family) => family.has(a.type) && family.has(b.type)))
    return `${a.type} and ${b.type}`;
  if (a.record.kind === "statement" && !intersects(a.actors, b.actors)) return "another speaker";
  const parties = partiesOf(a);
  const others = partiesOf(b);
  if (parties.size > 0 && others.size > 0 && !intersects(parties, others)) return "no party in common";
  if (isReversed(a, b)) return "the parties' sides are changed";
  if (a.range !== null && b.range !== null) {
    const allowed = a.isDated && b.isDated ? STATED_DAYS : REPORTED_DAYS;
    if (daysApart(a.range, b.range) > allowed) return "dates too far apart";
  } else if ((a.range === null) !== (b.range === null) && recencyOf(a) !== recencyOf(b))
    return "history without a date against news";
  if (a.places.size > 0 && b.places.size > 0 && !intersects(a.places, b.places) && !nest(a, b))
    return "other places";
  return undefined;
}

/** "A attacked B" is not "B attacked A"; what both do to each other has no sides. */
function isReversed(a: Telling, b: Telling): boolean {
  if (a.actors.size === 0 || b.actors.size === 0) return false;
  if (intersects(a.actors, b.actors)) return false;
  return (
    intersects(a.actors, b.recipients) && (a.recipients.size === 0 || intersects(a.recipients, b.actors))
  );
}

/** A country and a town in it do not contradict each other. */
function nest(a: Telling, b: Telling): boolean {
  return intersects(a.countries, b.countries) && (isCountryOnly(a) || isCountryOnly(b));
}

function isCountryOnly({ record }: Telling): boolean {
  return (
    record.kind === "event" &&
    record.places.every(({ name, geonames }) => geonames === undefined && name !== "")
  );
}

function partiesOf(telling: Telling): Set<string> {
  return new Set([...telling.actors, ...telling.recipients]);
}

function recencyOf({ record }: Telling): string {
  return record.kind === "event" ? record.recency : "current";
}

export function intersects(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const item of a) if (b.has(item)) return true;
  return false;
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const item of a) if (b.has(item)) shared++;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}
