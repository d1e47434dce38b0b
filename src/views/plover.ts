/**
 * PLOVER as JSON Lines: in, a story of an event with its reports; out, one object of the manual's fields.
 *
 * How an event stands is told by the manual's auxiliary modes (`historical`, `future`, `hypothetical`, `negation`) and
 * in words in `comment`, with on whose word it stands. Offsets count characters (code points) of the article's text.
 * `event_scale` is left out: PLOVER's own scores are those of its types and modes, Goldstein's stand on another scale.
 */
import type { ActorRef, EventStatus, PlaceRef } from "../core/records.js";
import { tellWord } from "./according-to.js";
import { CodePointIndex } from "./code-points.js";
import { lastDayOf, stampDay } from "./day-stamp.js";
import type { Loss } from "./format-loss.js";
import type { WrittenLine } from "./gdelt-events.js";
import { placeStory } from "./placed-in-time.js";
import { type CutSentences, coverEvidence, type ToldEvent } from "./told-story.js";

/** The manual's words for what is not simply done. */
const AUXILIARY: Readonly<Partial<Record<EventStatus, readonly string[]>>> = {
  asserted: [],
  denied: ["negation"],
  planned: ["future"],
  demanded: ["hypothetical"],
  conditional: ["hypothetical"],
  possible: ["hypothetical"],
};

export function writePlover(told: ToldEvent, cut: CutSentences): WrittenLine {
  const { story, tellings } = told;
  if (tellings.length === 0) return { line: undefined, losses: [["no-text", 1]] };
  const placed = placeStory(told);
  if (placed === undefined) return { line: undefined, losses: [["no-date", 1]] };
  const [{ record, article }] = tellings;
  const interval = story.date?.edtf.includes("/") ? lastDayOf(story.date.edtf) : undefined;
  const sentence = coverEvidence(cut(article.text), record.evidence);
  const points = new CodePointIndex(article.text);
  const triggers = tellings.flatMap((t) => t.record.evidence.filter((e) => e.part === "trigger"));
  const url = /^https?:/i.test(article.origin) ? article.origin : undefined;
  const event = {
    id: story.id,
    has_event: true,
    date: stampDay(placed.day, "-"),
    enddate: interval && stampDay(interval, "-"),
    actor: story.actors.map(toEntity),
    recipient: story.recipients.map(toEntity),
    event: [story.type],
    event_loc: story.places[0] && toLocation(story.places[0]),
    event_text: [...new Set(triggers.map((e) => e.text))],
    quad_code: record.quad,
    mode: [
      ...(record.eventMode === null ? [] : [record.eventMode]),
      ...(story.recency === "background" ? ["historical"] : []),
      ...(AUXILIARY[story.status ?? "asserted"] ?? []),
    ],
    context: [...new Set(tellings.flatMap((t) => t.record.contexts))],
    link: url,
    text: article.text.slice(sentence.start, sentence.end),
    text_info: { start: points.before(sentence.start), end: points.before(sentence.end) },
    cite_info: {
      citation: article.origin,
      url,
      title: article.title ?? undefined,
      language: article.language ?? undefined,
      publication: article.outlet ?? undefined,
    },
    coder: "Rapporteur",
    comment: comment(told),
  };
  const losses: [Loss, number][] = [["more-places", Math.max(0, story.places.length - 1)]];
  if (placed.loss !== undefined) losses.push([placed.loss, 1]);
  return { line: `${JSON.stringify(event)}\n`, losses: losses.filter(([, n]) => n > 0) };
}

/** What no field of the manual holds. */
function comment({ story, tellings }: ToldEvent): string {
  const words = new Set(tellings.map(({ record, article }) => tellWord(record.attribution, article)));
  return [
    `status: ${story.status}`,
    `recency: ${story.recency}`,
    ...(story.date === null ? [] : [`date: ${story.date.edtf} (${story.date.basis})`]),
    `told in ${story.articles.length}, independently in ${story.independent}`,
    ...words,
    `rule: ${tellings[0].record.rule}`,
  ].join("; ");
}

/** The fields of the manual's table, and of its worked example where the table has none for what is known. */
function toEntity(actor: ActorRef): object {
  return {
    code: actor.country,
    sector: actor.sector,
    entity_text: actor.text ?? actor.name,
    identifier_id: actor.wikidata,
    identifier_text: actor.name,
  };
}

function toLocation(place: PlaceRef): object {
  return {
    extracted_place: place.text,
    resolved_place: place.name,
    geonameid: place.geonames,
    lat: place.lat,
    lon: place.lon,
    country_code: place.country,
  };
}
