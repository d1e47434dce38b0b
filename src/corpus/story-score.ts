/**
 * How much speaks for two mentions being of one event, and what.
 *
 * In: two mentions. Out: a score from 0 to 1 with its reasons, or what rules it out. Weights are in one table; they
 * were set on half of the stories in eval/stories.
 */
import { type DayRange, daysApart, isNested } from "../core/edtf-range.js";
import type { Sketch } from "./sketch.js";
import { isRelatedType } from "./story-types.js";
import { likeness, stemOf } from "./story-words.js";

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
  /** One place of a text told twice. */
  "same place in a copy": 1,
  "another place of the same text": -0.5,
  "same article": -0.35,
  "same type": 0.15,
  "related type": 0,
  "same mode": 0.05,
  "other mode": -0.05,
  /** Times the share of parties in common. */
  parties: 0.15,
  /** Who is not linked may be anybody. */
  "no party known to both": -0.15,
  "no party in common": -0.2,
  "another doer": -0.1,
  "the sides are changed": -0.2,
  "same person or body": 0.05,
  "same stated date": 0.25,
  /** One says "this week", the other the day. */
  "one date within the other": 0.1,
  "the day before or after": -0.1,
  "same place": 0.15,
  /** A name behind a preposition of place, times its rarity in the two articles. */
  "same spot": 0.35,
  "other spot": -0.2,
  "same trigger": 0.1,
  /** Times the likeness of the sentences' words. */
  words: 0.7,
  /** The same of what is said, by the same speaker. */
  "like content": 1,
  /** Neither the day nor the place is shared: the same parties do the same kind of thing often. */
  "neither day nor place": -0.15,
  /** Nor the words. */
  "only who and what kind": -0.15,
  "same agency": 0.05,
  "current against background": -0.1,
} as const;

/** Signs of one event rather than of its kind. */
const TELLING_SIGNS: ReadonlySet<string> = new Set([
  "same place in a copy",
  "same stated date",
  "same place",
  "same spot",
]);

/** Likeness of words below which they tell nothing. */
const FEW_WORDS = 0.15;

/** Likeness from which two sentences of copies are one sentence edited, and not two beside each other. */
const EDITED = 0.6;

/** Days that two stated dates of one event may differ. */
const STATED_DAYS = 1;
/** The same where one of them is only the day of the report. */
const REPORTED_DAYS = 3;

export function scorePair(a: Sketch, b: Sketch): StoryScore {
  const fault = findContradiction(a, b);
  if (fault !== undefined) return { score: 0, reasons: [{ name: fault, weight: 0 }] };
  const reasons: StoryReason[] = [];
  const add: AddReason = (name, times = 1) => {
    if (times > 0) reasons.push({ name, weight: STORY_WEIGHTS[name] * times });
  };
  compareTexts(a, b, add);
  if (a.kind === "statement") {
    if (intersects(a.named, b.named)) add("same person or body");
    add("like content", likeness(a.words, b.words));
  } else {
    compareActs(a, b, add);
    compareTimes(a, b, add);
    compareSpots(a, b, add);
    const alike = isOneSentence(a, b) ? 0 : likeness(a.words, b.words);
    add("words", alike);
    if (!reasons.some(({ name }) => TELLING_SIGNS.has(name))) {
      add("neither day nor place");
      if (alike < FEW_WORDS) add("only who and what kind");
    }
  }
  const sum = reasons.reduce((total, { weight }) => total + weight, 0);
  return { score: Math.max(0, Math.min(1, sum)), reasons };
}

type AddReason = (name: keyof typeof STORY_WEIGHTS, times?: number) => void;

/** Copies of one text, and what one report tells twice. */
function compareTexts(a: Sketch, b: Sketch, add: AddReason): void {
  if (a.inArticle === b.inArticle) add("same article");
  else {
    const shared = a.copies.filter((x) => b.copies.some((y) => x.passage === y.passage));
    if (isCopied(a, b)) add("same place in a copy");
    else if (shared.length > 0 && likeness(a.words, b.words) < EDITED) add("another place of the same text");
    if (a.agency !== null && a.agency === b.agency) add("same agency");
  }
}

/** What was done, and who has part in it. */
function compareActs(a: Sketch, b: Sketch, add: AddReason): void {
  add(a.type === b.type ? "same type" : "related type");
  if (a.mode !== null && b.mode !== null) add(a.mode === b.mode ? "same mode" : "other mode");
  if (hasSameTrigger(a, b)) add("same trigger");
  const parties = partiesOf(a);
  const others = partiesOf(b);
  if (parties.size > 0 && others.size > 0)
    add(intersects(parties, others) ? "parties" : "no party in common", shareOf(parties, others) || 1);
  else add("no party known to both");
  if (intersects(a.named, b.named)) add("same person or body");
  if (isReversed(a, b)) add("the sides are changed");
  else if (a.actors.size > 0 && b.actors.size > 0 && !intersects(a.actors, b.actors)) add("another doer");
}

function compareTimes(a: Sketch, b: Sketch, add: AddReason): void {
  if (a.isDated && b.isDated && a.range && b.range) {
    if (daysApart(a.range, b.range) > 0) add("the day before or after");
    else if (a.range.from === b.range.from && a.range.to === b.range.to) add("same stated date");
    else if (isNested(a.range, b.range) && shorterThan(WEEK, a.range, b.range))
      add("one date within the other");
  }
  if (a.recency !== b.recency) add("current against background");
}

/** Days of a range that still tells when. */
const WEEK = 7;

function shorterThan(days: number, ...ranges: readonly DayRange[]): boolean {
  return ranges.every(({ from, to }) => to - from < days);
}

function compareSpots(a: Sketch, b: Sketch, add: AddReason): void {
  if (intersects(a.places, b.places)) add("same place");
  const rarity = Math.max(rarityIn(a.spots, a, b), rarityIn(b.spots, b, a));
  if (rarity > 0) add("same spot", rarity);
  else if (a.spots.size > 0 && b.spots.size > 0) add("other spot");
}

/** Characters by which edits may have moved a word within a copy, whose other words may hold the same verb again. */
const DRIFT = 120;

/** The triggers are one word of a passage that both articles have. */
function isCopied(a: Sketch, b: Sketch): boolean {
  return (
    a.type === b.type &&
    hasSameTrigger(a, b) &&
    a.copies.some((x) => b.copies.some((y) => x.passage === y.passage && Math.abs(x.at - y.at) <= DRIFT))
  );
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

/** The words of a sentence speak for neither of two events that it tells. */
function isOneSentence(a: Sketch, b: Sketch): boolean {
  return a.inArticle === b.inArticle && a.sentenceHash === b.sentenceHash;
}

function hasSameTrigger(a: Sketch, b: Sketch): boolean {
  return a.trigger !== "" && stemOf(a.trigger) === stemOf(b.trigger);
}

/** Whether something rules out that the two, in whatever order, are one event. */
export function isRuledOut(a: Sketch, b: Sketch): boolean {
  return (a.id < b.id ? findContradiction(a, b) : findContradiction(b, a)) !== undefined;
}

/** What rules out that the two are one event; undefined if nothing does. */
function findContradiction(a: Sketch, b: Sketch): string | undefined {
  if (a.kind !== b.kind) return "an event and a statement";
  if (!isRelatedType(a.type, b.type)) return `${a.type} and ${b.type}`;
  if (a.kind === "statement" && !intersects(a.actors, b.actors)) return "another speaker";
  if (isReversed(a, b) && a.type !== "ASSAULT") return "the sides are changed";
  if (a.range !== null && b.range !== null) {
    const allowed = a.isDated && b.isDated ? STATED_DAYS : REPORTED_DAYS;
    if (daysApart(a.range, b.range) > allowed) return "dates too far apart";
  } else if ((a.range === null) !== (b.range === null) && a.recency !== b.recency)
    return "history without a date against news";
  if (
    a.places.size > 0 &&
    b.places.size > 0 &&
    !intersects(a.places, b.places) &&
    !nest(a, b) &&
    !areNear(a, b)
  )
    return "other places";
  return undefined;
}

/**
 * "A sued B" is not "B sued A". Who attacked whom may be just what reports differ about; what both do to each other
 * has no sides.
 */
function isReversed(a: Sketch, b: Sketch): boolean {
  if (a.actors.size === 0 || b.actors.size === 0) return false;
  if (intersects(a.actors, b.actors)) return false;
  return (
    intersects(a.actors, b.recipients) && (a.recipients.size === 0 || intersects(a.recipients, b.actors))
  );
}

/** A country and a town in it do not contradict each other. */
function nest(a: Sketch, b: Sketch): boolean {
  return intersects(a.countries, b.countries) && (a.isCountryOnly || b.isCountryOnly);
}

/** Kilometres between a village and the town by which another report tells where it happened ("south of Cotabato"). */
export const NEAR = 75;
export const KM_PER_DEGREE = 111.2;

/** Two of their places lie near each other. */
function areNear(a: Sketch, b: Sketch): boolean {
  return a.points.some(([north, east]) =>
    b.points.some(([otherNorth, otherEast]) => {
      const shrink = Math.cos(((north + otherNorth) / 2) * (Math.PI / 180));
      return Math.hypot(north - otherNorth, (east - otherEast) * shrink) * KM_PER_DEGREE <= NEAR;
    }),
  );
}

function partiesOf(telling: Sketch): Set<string> {
  return new Set([...telling.actors, ...telling.recipients]);
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
