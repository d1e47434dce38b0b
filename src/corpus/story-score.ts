/**
 * How much speaks for two mentions being of one event, and what.
 *
 * In: two mentions. Out: a score from 0 to 1 with its reasons, or what rules it out. Weights are in one table; they
 * were set on half of the stories in eval/stories.
 */
import { type DayRange, daysApart, isNested } from "../core/edtf-range.js";
import {
  hasSameTrigger,
  haveSides,
  intersects,
  isSameType,
  MONTH,
  partiesOf,
  sharedRarity,
  shareOf,
  shorterThan,
  WEEK,
} from "./shared-signs.js";
import type { Sketch } from "./sketch.js";
import { findFault, isReversed } from "./story-faults.js";
import { likeness } from "./story-words.js";

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
  /** One of the types that the words of a reference may have. */
  "maybe the same type": 0.05,
  "same mode": 0.05,
  "other mode": -0.05,
  /** Times the share of parties in common. */
  parties: 0.15,
  /** Who is not linked may be anybody. */
  "no party known to both": -0.15,
  /** A reference may leave out who had part in it. */
  "the reference names no party": -0.1,
  "no party in common": -0.2,
  "another doer": -0.1,
  "the sides are changed": -0.2,
  "same person or body": 0.05,
  "same stated date": 0.25,
  "same year": 0.1,
  /** The day that one states is among those that the other's report has its news from. */
  "stated in the days of the report": 0.05,
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

export function scorePair(a: Sketch, b: Sketch): StoryScore {
  const fault = findFault(a, b);
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
  if (!haveSides(a, b)) add(isSameType(a, b) ? "maybe the same type" : "related type");
  else add(a.type === b.type ? "same type" : "related type");
  if (a.mode !== null && b.mode !== null) add(a.mode === b.mode ? "same mode" : "other mode");
  if (hasSameTrigger(a, b)) add("same trigger");
  const parties = partiesOf(a);
  const others = partiesOf(b);
  if (parties.size > 0 && others.size > 0)
    add(intersects(parties, others) ? "parties" : "no party in common", shareOf(parties, others) || 1);
  else add(haveSides(a, b) ? "no party known to both" : "the reference names no party");
  if (intersects(a.named, b.named)) add("same person or body");
  if (isReversed(a, b)) add("the sides are changed");
  else if (a.actors.size > 0 && b.actors.size > 0 && !intersects(a.actors, b.actors) && haveSides(a, b))
    add("another doer");
}

function compareTimes(a: Sketch, b: Sketch, add: AddReason): void {
  if (a.isDated && b.isDated && a.range && b.range) {
    if (daysApart(a.range, b.range) > 0) add("the day before or after");
    else if (isSame(a.range, b.range) && shorterThan(MONTH, a.range)) add("same stated date");
    else if (isSame(a.range, b.range)) add("same year");
    else if (isNested(a.range, b.range) && shorterThan(WEEK, a.range, b.range))
      add("one date within the other");
  } else if (a.isDated !== b.isDated && a.range && b.range && isNested(a.range, b.range))
    add("stated in the days of the report");
  if (a.recency !== b.recency) add("current against background");
}

function isSame(a: DayRange, b: DayRange): boolean {
  return a.from === b.from && a.to === b.to;
}

function compareSpots(a: Sketch, b: Sketch, add: AddReason): void {
  if (intersects(a.places, b.places)) add("same place");
  const rarity = sharedRarity(a, b);
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

/** The words of a sentence speak for neither of two events that it tells. */
function isOneSentence(a: Sketch, b: Sketch): boolean {
  return a.inArticle === b.inArticle && a.sentenceHash === b.sentenceHash;
}
