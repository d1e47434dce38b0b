/**
 * What stands around an event in its own clause: when, where, and the contexts that its words call for.
 */

import type { Span } from "../core/evidence.js";
import type { PlaceRef } from "../core/records.js";
import type { DateMention } from "../mentions/date-mention.js";
import type { Codebook } from "./codebook-types.js";
import { findDateHolder, headOfSpan, isNounsOwn } from "./date-holder.js";
import { childBy, type EventView, hasMarker, isVerb } from "./event-view.js";
import { relationOf } from "./frame-match.js";

/** A place that is written in the text. */
export interface PlaceMention extends Span {
  readonly ref: PlaceRef;
}

/** Words between a date or place and the event that it belongs to. */
const FARTHEST = 8;

/** Steps from `word` up to the nearest of `anchors`, within one clause; -1 where it belongs to none. */
function stepsTo(view: EventView, word: number, anchors: readonly number[]): number {
  const { doc } = view;
  let at = word;
  for (let step = 0; at >= 0 && step < FARTHEST; step++) {
    if (anchors.includes(at)) return step;
    if (isVerb(view, at) && isClauseOfItsOwn(view, at)) return -1;
    at = doc.head[at];
  }
  return -1;
}

/** A clause with a time of its own; "using mortars" shares that of its main clause. */
function isClauseOfItsOwn(view: EventView, verb: number): boolean {
  const relation = relationOf(view.doc, verb);
  if (relation === "advcl") return childBy(view, verb, "nsubj", "nsubj:pass", "mark") >= 0;
  return /^(acl|ccomp|parataxis|csubj)/.test(relation);
}

/** Steps from a date up to the nearest of `anchors`; -1 where it tells the time of none. */
function stepsFromDate(view: EventView, date: Span, anchors: readonly number[]): number {
  if (anchors.includes(headOfSpan(view, date))) return 0;
  const holder = findDateHolder(view, date);
  if (holder < 0) return -1;
  if (anchors.includes(holder)) return 1;
  if (isNounsOwn(view, date)) return -1;
  const steps = stepsTo(view, holder, anchors);
  return steps < 0 ? -1 : steps + 1;
}

/** The verbs above that begin, go on with or manage what an anchor tells: their time is its time. */
function findCarriers({ doc }: EventView, anchors: readonly number[]): number[] {
  const carriers: number[] = [];
  for (let at of anchors)
    for (let step = 0; step < FARTHEST && relationOf(doc, at) === "xcomp"; step++) {
      at = doc.head[at];
      carriers.push(at);
    }
  return carriers;
}

/** The date that hangs nearest on one of `anchors`; undefined where the clause has none. */
export function findEventDate(
  view: EventView,
  anchors: readonly number[],
  dates: readonly DateMention[],
): DateMention | undefined {
  const { doc } = view;
  const s = view.sentenceOf[anchors[0]];
  const from = doc.start[doc.sentence[s]];
  const to = doc.end[doc.sentence[s + 1] - 1];
  const carriers = findCarriers(view, anchors);
  let best: DateMention | undefined;
  let nearest = Number.POSITIVE_INFINITY;
  for (const date of dates) {
    if (date.start < from || date.end > to || (date.type !== "DATE" && date.type !== "TIME")) continue;
    if (/_REF$/.test(date.timex ?? "")) continue;
    const own = isRelativeTo(view, date, anchors) ? FARTHEST : stepsFromDate(view, date, anchors);
    const steps = own >= 0 ? own : carriedSteps(stepsFromDate(view, date, carriers));
    if (steps >= 0 && steps < nearest) {
      nearest = steps;
      best = date;
    }
  }
  return best;
}

/** A date of the anchors' own goes before one of the verb above. */
function carriedSteps(steps: number): number {
  return steps < 0 ? -1 : steps + FARTHEST;
}

/** Words from the start of a sentence in which a date opens it ("On Tuesday, …"). */
const OPENING = 4;

/**
 * The date of the sentence, where it has one alone, at its opening or on its main verb: "A conscript was killed on
 * Saturday when guards exchanged fire". What is reported has the time of its own main verb; what tells of a noun has
 * a time of its own.
 */
export function findSentenceDate(
  view: EventView,
  anchors: readonly number[],
  dates: readonly DateMention[],
): DateMention | undefined {
  const { doc } = view;
  const s = view.sentenceOf[anchors[0]];
  const [first, end] = [doc.sentence[s], doc.sentence[s + 1]];
  let root = anchors[0];
  let isReported = false;
  for (let step = 0; doc.head[root] >= 0 && !isReported && step < FARTHEST; step++) {
    const relation = relationOf(doc, root);
    if (/^(acl|csubj|appos)/.test(relation) || isAtAnotherTime(view, root)) return undefined;
    isReported = /^(ccomp|parataxis)/.test(relation);
    if (isReported && root === anchors[0]) return undefined;
    if (!isReported) root = doc.head[root];
  }
  const own = dates.filter(
    ({ start, end: to, type, timex }) =>
      start >= doc.start[first] &&
      to <= doc.end[end - 1] &&
      (type === "DATE" || type === "TIME") &&
      !/_REF$/.test(timex ?? ""),
  );
  if (own.length === 0 || own.some(({ value }) => dayOf(value.edtf) !== dayOf(own[0].value.edtf)))
    return undefined;
  const [date] = own;
  const opens =
    !isReported &&
    date.start <= doc.start[Math.min(first + OPENING, end - 1)] &&
    !isNounsOwn(view, date) &&
    !isToldWithin(view, date);
  return opens || stepsFromDate(view, date, [root]) >= 0 ? date : undefined;
}

/** "after the fort fell", "until the troops leave": before or after the main clause. */
function isAtAnotherTime(view: EventView, verb: number): boolean {
  return (
    relationOf(view.doc, verb) === "advcl" &&
    hasMarker(view, verb, "before", "after", "since", "until", "till")
  );
}

/** "2020-04-14" of "2020-04-14T10:30:00". */
function dayOf(edtf: string): string {
  return edtf.split("T")[0];
}

/** True if the date belongs to what somebody is quoted with: '"On Sunday they shot at us," a farmer said'. */
function isToldWithin(view: EventView, date: Span): boolean {
  for (let at = findDateHolder(view, date), step = 0; at >= 0 && step < FARTHEST; step++) {
    if (isVerb(view, at) && /^(ccomp|parataxis|csubj)/.test(relationOf(view.doc, at))) return true;
    at = view.doc.head[at];
  }
  return false;
}

/** "in October, when they shelled the town": the clause tells what happened then. */
function isRelativeTo({ doc }: EventView, date: DateMention, anchors: readonly number[]): boolean {
  return anchors.some((anchor) => {
    if (relationOf(doc, anchor) !== "acl:relcl") return false;
    const noun = doc.head[anchor];
    return doc.start[noun] < date.end && date.start < doc.end[noun];
  });
}

/** The places that hang on one of `anchors`, in the order of the text. */
export function findEventPlaces(
  view: EventView,
  anchors: readonly number[],
  places: readonly PlaceMention[],
): PlaceMention[] {
  const { doc } = view;
  const s = view.sentenceOf[anchors[0]];
  const from = doc.start[doc.sentence[s]];
  const to = doc.end[doc.sentence[s + 1] - 1];
  return places.filter(
    (place) => place.start >= from && place.end <= to && stepsTo(view, headOfSpan(view, place), anchors) >= 0,
  );
}

/** Contexts of the row and of the words below `top`, in the codebook's order. */
export function findContexts(
  view: EventView,
  codebook: Codebook,
  top: number,
  own: readonly string[],
): string[] {
  const { doc } = view;
  const found = new Set(own);
  const words = [top];
  for (let k = 0; k < words.length && words.length < 200; k++) {
    const i = words[k];
    const lemma = doc.lemma[i].toLowerCase();
    for (const context of codebook.contextWords.get(lemma) ?? []) found.add(context);
    if (i > 0)
      for (const context of codebook.contextWords.get(`${doc.lemma[i - 1].toLowerCase()} ${lemma}`) ?? [])
        found.add(context);
    for (let child = view.firstChild[i]; child >= 0; child = view.nextSibling[child]) {
      const isClause = /^(acl:relcl|advcl|ccomp|parataxis)/.test(relationOf(doc, child));
      if (!isClause && !(k > 0 && relationOf(doc, child) === "conj" && isVerb(view, child)))
        words.push(child);
    }
  }
  return codebook.contexts.filter((context) => found.has(context));
}
