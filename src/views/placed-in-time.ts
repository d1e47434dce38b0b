/**
 * The day of a story: its own date; news without one has the day of its first report; history without one has none.
 */
import { type Day, firstDayOf } from "./day-stamp.js";
import type { Loss } from "./format-loss.js";
import type { ToldStory } from "./told-story.js";

export interface PlacedDay {
  readonly day: Day;
  /** Set where the day is not the very date of the story. */
  readonly loss: Loss | undefined;
}

/** Undefined for background without a date, and for news whose reports have none either. */
export function placeStory({ story, tellings }: ToldStory): PlacedDay | undefined {
  const own = firstDayOf(story.date?.edtf);
  if (own !== undefined) return { day: own, loss: own.exact ? undefined : "rough-date" };
  if (story.recency === "background") return undefined;
  const day = firstReportDay(tellings);
  return day === undefined ? undefined : { day, loss: "report-date" };
}

/** The earliest day on which a report was published. */
export function firstReportDay(tellings: ToldStory["tellings"]): Day | undefined {
  let first: Day | undefined;
  for (const { article } of tellings) {
    const day = firstDayOf(article.published?.edtf);
    if (day !== undefined && (first === undefined || compareDays(day, first) < 0)) first = day;
  }
  return first;
}

function compareDays(a: Day, b: Day): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}
