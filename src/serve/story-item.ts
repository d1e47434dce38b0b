/** A story in words: who did what to whom, when, and in how many reports that do not rest on each other. */

import { wordDate } from "../core/date-wording.js";
import type { ActorRef } from "../core/records.js";
import type { StoryLine } from "../store/story-queries.js";
import { drawActorLink } from "./actor-name.js";
import { html, joinMarkup, type Markup } from "./markup.js";
import { count, drawName, nameOf, recordPath, shorten } from "./wording.js";

/** Actors that are named of each side. */
const NAMED = 4;

/** "accuse", "said": the type of a story, as a word. */
export function wordType(type: string): string {
  return type === "statement" ? "said" : shorten(type.toLowerCase(), 40);
}

/** "Velmark, accuse, Norhaven". */
export function wordStory({ actors, type, recipients }: StoryLine): string {
  const sides = [actors, recipients].map((side) => side.slice(0, NAMED).map(nameOf).join(", "));
  return [sides[0], wordType(type), sides[1]].filter((part) => part !== "").join(" · ");
}

/** When a story happened, or when it was first reported. */
export function wordStoryDate({ placed, placedBy, date }: StoryLine): string {
  if (placed === null) return date === null ? "no date told" : shorten(wordDate(date.edtf), 60);
  const words = shorten(wordDate(placed), 60);
  return placedBy === "report" ? `reported ${words}` : words;
}

/** "3 independent of 5 reports". */
export function wordReports({ independent, articles }: StoryLine): string {
  return articles === 1 ? "1 report" : `${independent} independent of ${count(articles, "report")}`;
}

/** The story as an item of a list. */
export function drawStory(story: StoryLine, lane: string): Markup {
  const { placedBy, label, outlet, status } = story;
  return html`<li class="story ${placedBy ?? "unplaced"}">
<p class="when">${wordStoryDate(story)}</p>
<div class="what">
<p class="who">${drawSide(story.actors)} <a class="type" href="${recordPath(story.id)}">${wordType(story.type)}</a> ${drawSide(story.recipients)}</p>
<blockquote dir="auto">${shorten(label, 500)}</blockquote>
<p class="from">${wordReports(story)}${outlet !== null && html`, first in ${drawName(outlet, 80)}`} · ${lane}${
    status !== null && status !== "asserted" && ` (${shorten(status, 40)})`
  }</p>
</div>
</li>
`;
}

function drawSide(actors: readonly ActorRef[]): Markup {
  const named = actors.slice(0, NAMED).map((actor) => html`<b>${drawActorLink(actor, 60)}</b>`);
  return html`${joinMarkup(named, ", ")}${actors.length > NAMED && " and others"}`;
}
