/** Records that span articles, on their own page: the members of a story, the places of a passage. */

import { wordDate } from "../core/date-wording.js";
import type { AttributionLink, PassageRecord, StoryRecord } from "../core/records.js";
import type { ArticleHead, Headed } from "../store/record-head.js";
import type { MemberRecord } from "../store/story-queries.js";
import { drawActorLink } from "./actor-name.js";
import { html, joinMarkup, type Markup } from "./markup.js";
import { drawWord } from "./on-whose-word.js";
import { drawQuote, type Quote } from "./quote.js";
import { drawSource } from "./source-line.js";
import { wordType } from "./story-item.js";
import { count, drawName, recordPath, shorten } from "./wording.js";

/** A member of a story with the sentence that tells it. */
export interface ShownMember extends Headed<MemberRecord> {
  readonly quote: Quote | null;
}

/** Places of a passage, and differences of one, that are drawn. */
const PLACES = 50;
const DIFFERENCES = 20;

/** A story: what it says, then each report of it. */
export function drawStoryRecord(story: StoryRecord, members: readonly ShownMember[]): Markup {
  const { actors, recipients, type, date, status, recency, independent, articles, places } = story;
  const names = (list: StoryRecord["actors"]) =>
    joinMarkup(
      list.slice(0, 12).map((actor) => html`<b>${drawActorLink(actor)}</b>`),
      ", ",
    );
  const facts: (readonly [string, Markup | string | null])[] = [
    ["When", date === null ? null : shorten(wordDate(date.edtf), 60)],
    [
      "Where",
      places.length === 0
        ? null
        : joinMarkup(
            places.slice(0, 12).map(({ name }) => drawName(name, 80)),
            ", ",
          ),
    ],
    [
      "Told as",
      status === null ? null : `${shorten(status, 40)}${recency === null ? "" : `, ${shorten(recency, 40)}`}`,
    ],
    ["Reports", `${count(articles.length, "article")}, ${independent} independent`],
  ];
  const more = story.members.length - members.length;
  return html`<p class="gist">${names(actors)} <span class="type">${wordType(type)}</span> ${names(recipients)}</p>
<blockquote dir="auto">${shorten(story.label, 900)}</blockquote>
<dl class="facts">${facts.flatMap(([name, value]) => (value === null ? [] : [html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`]))}</dl>
<h2>In the reports</h2>
<ol class="sayings">${joinMarkup(
    members.map(
      ({ record, article, quote }) => html`<li class="saying">
${quote && html`<blockquote dir="auto">${drawQuote(quote, record.evidence)}</blockquote>`}
<p class="from">${drawWord(chainOf(record))} · ${drawSource(article)} · <a href="${recordPath(record.id)}">record</a></p>
</li>
`,
    ),
  )}</ol>
${more > 0 && html`<p class="found">and ${count(more, "more member")}, in the JSON of this page</p>`}`;
}

/** On whose word a member stands; what a statement says is on the word of its source. */
function chainOf(record: MemberRecord): readonly AttributionLink[] {
  if (record.kind !== "statement" || record.source === null) return record.attribution;
  const channel = record.channel === null ? {} : { channel: record.channel };
  return [...record.attribution, { ...record.source, ...channel, statement: record.id }];
}

/** A passage: its words in each article, and what the copies have otherwise. */
export function drawPassageRecord(
  passage: PassageRecord,
  articles: ReadonlyMap<string, ArticleHead>,
): Markup {
  const { occurrences, first, differences, identical } = passage;
  const shown = occurrences.slice(0, PLACES);
  return html`<p class="gist">Stands in ${count(new Set(occurrences.map((o) => o.article)).size, "article")}, ${identical ? "word for word" : "with differences"}</p>
<ol class="sayings">${joinMarkup(
    shown.map((place) => {
      const article = articles.get(place.article);
      const own = differences.filter((d) => d.article === place.article);
      return html`<li class="saying">
<blockquote dir="auto">${shorten(place.text, 900)}</blockquote>
<p class="from">${article ? drawSource(article) : drawName(place.article)}${place.article === first && " · had it first"}</p>
${
  own.length > 0 &&
  html`<ul class="differences">${own
    .slice(0, DIFFERENCES)
    .map(
      ({ from, to }) =>
        html`<li>${from !== "" && html`<del dir="auto">${shorten(from, 200)}</del>`} ${to !== "" && html`<ins dir="auto">${shorten(to, 200)}</ins>`}</li>\n`,
    )}</ul>${own.length > DIFFERENCES && html`<p class="from">and ${own.length - DIFFERENCES} more</p>`}`
}
</li>
`;
    }),
  )}</ol>
${occurrences.length > PLACES && html`<p class="found">and ${occurrences.length - PLACES} more places, in the JSON of this page</p>`}`;
}
