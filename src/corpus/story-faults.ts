/**
 * What rules out that two mentions are of one event, whatever else speaks for it.
 *
 * In: two mentions. Out: the fault in words, as an explanation prints it; none where they may be one. An event must
 * not contradict another; a reference, which tells less, must share with it what tells events apart.
 */
import { daysApart } from "../core/edtf-range.js";
import {
  haveSides,
  intersects,
  isSameType,
  MONTH,
  partiesOf,
  sharedRarity,
  shorterThan,
  WEEK,
} from "./shared-signs.js";
import { isReference, type Sketch } from "./sketch.js";
import { areRelated, isVerbal } from "./story-types.js";
import { likeness, stemOf } from "./story-words.js";

/** Days that two stated dates of one event may differ. */
const STATED_DAYS = 1;
/** The same where one of them is only the day of the report. */
const REPORTED_DAYS = 3;

/** Whether something rules out that the two, in whatever order, are one event. */
export function isRuledOut(a: Sketch, b: Sketch): boolean {
  return (a.id < b.id ? findFault(a, b) : findFault(b, a)) !== undefined;
}

/** What rules out that the two are one event; undefined if nothing does. */
export function findFault(a: Sketch, b: Sketch): string | undefined {
  return findContradiction(a, b) ?? findLack(a, b);
}

/** What of the two contradicts each other. */
function findContradiction(a: Sketch, b: Sketch): string | undefined {
  if (a.kind !== b.kind) return "an event and a statement";
  // The words of a reference may tell an event of any type: "the farmers walked back over the line".
  if (haveSides(a, b) && !areRelated(a.types, b.types)) return `${a.type} and ${b.type}`;
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
export function isReversed(a: Sketch, b: Sketch): boolean {
  if (!haveSides(a, b)) return false;
  if (a.actors.size === 0 || b.actors.size === 0) return false;
  if (intersects(a.actors, b.actors)) return false;
  return (
    intersects(a.actors, b.recipients) && (a.recipients.size === 0 || intersects(a.recipients, b.actors))
  );
}

/** Likeness from which the words of a reference tell what was done. */
const TOLD = 0.2;
/** The same where no rare place says as much. */
const ALIKE = 0.3;
/** Rarity from which a spot tells what happened there from what happened elsewhere. */
const RARE = 0.5;

/**
 * What a reference lacks to be one with an event: it must share who or where, what was done, and the day, in place of
 * which the same word at a rare place will do. What was done is the same word, or the one type that a row gives it, or
 * words alike enough that may tell the event's type. A reference that shares neither who nor where needs both of the
 * last; of what was said it needs the word and the place. Anything looser finds more on eval/stories and joined, in
 * general news and in reports of one crisis, what has only its persons and its day in common.
 */
function findLack(a: Sketch, b: Sketch): string | undefined {
  if (haveSides(a, b)) return undefined;
  const rarity = sharedRarity(a, b);
  const isPlace = rarity > 0 || intersects(a.places, b.places);
  if (!isPlace && !intersects(partiesOf(a), partiesOf(b)) && !(isTyped(a, b) && isAlike(a, b)))
    return "a reference to neither who nor where";
  // The same say much on one day; only the same word at the same place tells one of it from another.
  if (isVerbal(isReference(a) ? b.type : a.type) && !(isPlace && isOneTrigger(a, b)))
    return "a reference to something said";
  if (isOneTrigger(a, b)) return areDated(a, b) || rarity >= RARE ? undefined : "a reference to another time";
  if (!areDated(a, b)) return "a reference to another time";
  if (!isSameType(a, b)) return "a reference to something else";
  if (isTyped(a, b) || isAlike(a, b)) return undefined;
  const isOneSpot = rarity >= RARE || isHistoryAtPlace(a, b);
  if (!isOneSpot || likeness(a.words, b.words) < TOLD) return "a reference to something else";
  return undefined;
}

function isAlike(a: Sketch, b: Sketch): boolean {
  return likeness(a.words, b.words) >= ALIKE;
}

/** The words of the reference may have one type only. */
function isTyped(a: Sketch, b: Sketch): boolean {
  return a.types.length === 1 && b.types.length === 1 && a.types[0] === b.types[0];
}

function isOneTrigger(a: Sketch, b: Sketch): boolean {
  return a.trigger !== "" && stemOf(a.trigger) === stemOf(b.trigger);
}

/** History at one place on the map: news has much of one kind at one place, what is recalled is mostly one thing. */
function isHistoryAtPlace(a: Sketch, b: Sketch): boolean {
  return (
    a.recency === "background" &&
    b.recency === "background" &&
    !a.isCountryOnly &&
    !b.isCountryOnly &&
    intersects(a.places, b.places)
  );
}

/** Both give their day, or the week, or of what is history the same month. */
function areDated(a: Sketch, b: Sketch): boolean {
  if (!a.isDated || !b.isDated || a.range === null || b.range === null) return false;
  if (shorterThan(WEEK, a.range, b.range)) return true;
  const isHistory = a.recency === "background" && b.recency === "background";
  return (
    isHistory && shorterThan(MONTH, a.range) && a.range.from === b.range.from && a.range.to === b.range.to
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
