/**
 * GDELT 2.0 Events: in, a story of an event with its reports; out, one row of 61 columns.
 *
 * One row is one story, however many reports tell it. The format cannot say on whose word, nor that an event is denied
 * or only planned, and holds one actor, one recipient and one place: what it leaves out is told beside the row.
 */
import type { EventRecord } from "../core/records.js";
import { type Day, stampDay, stampMidnight } from "./day-stamp.js";
import type { Loss } from "./format-loss.js";
import { type CameoRoles, writeActor } from "./gdelt-actor.js";
import { type PlaceKnowledge, writePlace } from "./gdelt-place.js";
import { findLead } from "./lead-paragraph.js";
import { firstReportDay, placeStory } from "./placed-in-time.js";
import { writeTabRow } from "./tab-row.js";
import type { Telling, ToldEvent } from "./told-story.js";

export const GDELT_EVENT_COLUMNS = 61;

export interface GdeltKnowledge extends PlaceKnowledge {
  readonly roles: CameoRoles;
}

/** A row, or none where the format cannot hold the event; and what is missing from it. */
export interface WrittenLine {
  readonly line: string | undefined;
  readonly losses: readonly (readonly [loss: Loss, times: number])[];
}

export function writeGdeltEvent(told: ToldEvent, knowledge: GdeltKnowledge): WrittenLine {
  const checked = checkGdelt(told);
  if (typeof checked === "string") return { line: undefined, losses: [[checked, 1]] };
  const { day, loss, coded } = checked;
  const { story, tellings } = told;
  const { record } = coded;
  const code = record.cameo as string;
  const [actor, ...actors] = story.actors;
  const [recipient, ...recipients] = story.recipients;
  const [place, ...places] = story.places;
  const line = writeTabRow([
    makeGdeltId(story.id),
    stampDay(day),
    stampDay(day).slice(0, 6),
    day.year,
    ((day.month * 30 + day.day) / 365 + day.year).toFixed(4),
    ...writeActor(actor, knowledge.roles),
    ...writeActor(recipient, knowledge.roles),
    tellings.some(isInLead) ? 1 : 0,
    code,
    code.slice(0, 3),
    code.slice(0, 2),
    record.quad,
    record.goldstein,
    story.members.length,
    countSources(tellings),
    story.articles.length,
    null,
    ...writePlace(undefined, knowledge),
    ...writePlace(undefined, knowledge),
    ...writePlace(place, knowledge),
    stampAdded(tellings),
    tellings[0].article.origin,
  ]);
  const losses: [Loss, number][] = [
    ["more-actors", actors.length],
    ["more-recipients", recipients.length],
    ["more-places", places.length],
    ["attribution", tellings.filter((t) => t.record.attribution.length > 0).length],
  ];
  if (loss !== undefined) losses.push([loss, 1]);
  return { line, losses: losses.filter(([, n]) => n > 0) };
}

interface Holdable {
  readonly day: Day;
  readonly loss: Loss | undefined;
  /** The member that the codes are taken from: the first one told that has them. */
  readonly coded: Telling<EventRecord>;
}

/** What GDELT's rows need of an event, or why they cannot hold it. */
export function checkGdelt(told: ToldEvent): Holdable | Loss {
  if (told.tellings.length === 0) return "no-text";
  if (told.story.status !== "asserted") return "not-asserted";
  const coded = told.tellings.find(({ record }) => record.cameo !== null);
  if (coded === undefined) return "no-code";
  const placed = placeStory(told);
  return placed === undefined ? "no-date" : { ...placed, coded };
}

/** A number from the id's hash: 13 hexadecimal digits, which every reader of numbers holds exactly. */
export function makeGdeltId(story: string): number {
  const digits = /[0-9a-f]+$/.exec(story)?.[0].slice(0, 13) ?? "";
  return Number.parseInt(digits, 16);
}

/** When the event was first reported: the record keeps no time of its own. */
export function stampAdded(tellings: ToldEvent["tellings"]): string | null {
  const day = firstReportDay(tellings);
  return day === undefined ? null : stampMidnight(day);
}

/** Outlets; reports whose outlet is not named count by their agency, else each for itself. */
function countSources(tellings: ToldEvent["tellings"]): number {
  return new Set(tellings.map(({ article: a }) => a.outlet ?? a.agency ?? a.origin)).size;
}

function isInLead({ record, article }: Telling<EventRecord>): boolean {
  const trigger = record.evidence.find((e) => e.part === "trigger");
  const lead = trigger && findLead(article);
  return (
    lead !== undefined && trigger !== undefined && lead.start <= trigger.start && trigger.end <= lead.end
  );
}
