/**
 * The date of the text that another is counted from: "two days later", "that evening", "the following Tuesday".
 *
 * In: the dates named before, nearest last. Out: the nearest one that is exact enough, stands near and does not lead to
 * a past that lies ahead of the article; the date of a statement gives way to that of what is told in its sentence.
 * None is better than a wrong one: what says "later" or "that day" without one stays open.
 */
import type { Span } from "../core/evidence.js";
import type { DateBasis } from "../core/records.js";
import { anchorDay } from "./date-anchor.js";
import { type NamedDate, RANK, type ResolveContext } from "./date-context.js";
import { firstDay, lastDay, type Period, type PeriodUnit, shiftPeriod, widenPeriod } from "./date-period.js";

/** Dates looked back over. */
const LOOKED_AT = 8;
/** Sentences back to which a day or week is counted from; months and years are told farther apart. */
const NEAR_SENTENCES = 3;
/** The same for "that day" and "the day": a story stays on its day until another is named. */
const SAME_DAY_SENTENCES = 6;

export interface Reference {
  readonly period: Period;
  readonly basis: DateBasis;
  readonly reference: Span;
}

/** The date named before from which `count` units are counted; null where none fits. */
export function findReference(unit: PeriodUnit, context: ResolveContext, count = 0): Reference | null {
  const { named } = context;
  let found: Reference | null = null;
  let said = -1;
  let coarse: NamedDate | null = null;
  for (let k = named.length - 1; k >= Math.max(0, named.length - LOOKED_AT); k--) {
    const date = named[k];
    if (!isNear(date, unit, count, context) || (found !== null && date.sentence !== said)) break;
    if (RANK[date.period.unit] > RANK[unit]) {
      coarse ??= date;
      continue;
    }
    const period = widenPeriod(date.period, unit);
    // "Two days later", itself open, is the day that "that night" belongs to.
    if (period.year === null && period.index == null) {
      if (RANK[unit] <= RANK.week) break;
      continue;
    }
    if (leadsPastArticle(period, count, context)) continue;
    if (found !== null && date.reported) continue;
    // "On 3 March … Last week … Two days later": of the week, not of March.
    if (coarse !== null && coarse.sentence > date.sentence && !holds(coarse.period, period)) break;
    found = { period, basis: "inferred", reference: { start: date.start, end: date.end } };
    if (!date.reported) break;
    said = date.sentence;
  }
  return found;
}

/**
 * True if the text names dates that may be meant though none fits: one too coarse to count from in the sentence or the
 * one before ("last week. Two days earlier …"), or a day farther back.
 */
export function hasOtherReference(unit: PeriodUnit, { named, sentence }: ResolveContext): boolean {
  return named.some(
    ({ period, sentence: at }) =>
      (unit === "day" && period.unit === "day") || (sentence - at <= 1 && RANK[period.unit] > RANK[unit]),
  );
}

/** True if `outer` holds the first day of `inner`, or that cannot be told. */
function holds(outer: Period, inner: Period): boolean {
  const [first, last, day] = [firstDay(outer), lastDay(outer), firstDay(inner)];
  return first === null || last === null || day === null || (first <= day && day <= last);
}

function isNear(date: NamedDate, unit: PeriodUnit, count: number, { sentence }: ResolveContext): boolean {
  const reach = count === 0 ? SAME_DAY_SENTENCES : NEAR_SENTENCES;
  return RANK[unit] > RANK.week || sentence - date.sentence <= reach;
}

/** True if what is told in the past tense would lie ahead of the article that tells it. */
function leadsPastArticle(period: Period, count: number, { anchor, direction }: ResolveContext): boolean {
  const published = anchorDay(anchor);
  if (direction !== -1 || published === null || count <= 0) return false;
  const from = firstDay(period);
  const to = firstDay(shiftPeriod(period, count));
  return from !== null && to !== null && from <= published && to > published;
}
