/** What happened when, as reported: stories by date, drawn as precisely as they are told, and listed below. */
import { EVENT_STATUSES } from "../../core/records.js";
import { listOutlets, type OutletCount } from "../../store/page-queries.js";
import type { RecordFilter } from "../../store/record-filter.js";
import { findTimeline, LANES, listStoryChoices, type Timeline } from "../../store/story-queries.js";
import { isFiltered, readFilter } from "../filter.js";
import {
  type Choice,
  DATE_FIELDS,
  drawFilterForm,
  drawFound,
  INDEPENDENT_FIELD,
  makeOutletField,
} from "../filter-form.js";
import { drawPaging, PAGE_SIZE, readPage, wordRange } from "../list-address.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import type { Page } from "../page.js";
import { drawTimeline, LANE_WORDING } from "../pictures/timeline.js";
import { drawStory, wordType } from "../story-item.js";
import { count, groupDigits } from "../wording.js";

/** The body of `/timeline.json`. */
export interface TimelineData extends Timeline {
  readonly filter: RecordFilter;
  readonly page: number;
  readonly pageSize: number;
  readonly choices: {
    readonly actors: readonly Choice[];
    readonly types: readonly string[];
    readonly outlets: readonly OutletCount[];
  };
}

const PATH = "/timeline";

/** Stories in the picture. */
const DRAWN = 120;

/** Actors to choose from. */
const CHOICES = 300;

const FIELDS = [
  "actor",
  "place",
  "type",
  "status",
  "recency",
  "outlet",
  "from",
  "to",
  "independent",
] as const;

export const timelinePage: Page<TimelineData> = {
  path: PATH,

  async load(store, { query }) {
    const filter = readFilter(query, FIELDS);
    const page = readPage(query);
    const timeline = await findTimeline(store, filter, { page, size: PAGE_SIZE }, DRAWN);
    const { actors, types } = await listStoryChoices(store, CHOICES);
    return {
      filter,
      ...timeline,
      page,
      pageSize: PAGE_SIZE,
      choices: {
        actors: actors.map(({ key, name }) => ({ value: key, label: name })),
        types,
        outlets: await listOutlets(store),
      },
    };
  },

  draw(data, { query }) {
    const isEmpty = data.total === 0 && !isFiltered(data.filter);
    const body = isEmpty ? drawEmpty() : drawBody(data, query);
    return { title: "Timeline", section: "timeline", shape: "list", body };
  },
};

function drawEmpty(): Markup {
  return html`<div class="notice"><h1>No stories</h1>
<p>Nothing that has been read tells of an event. A story is an event, or a statement that several reports have;
however many reports tell it, it is here once.</p></div>`;
}

function drawBody(data: TimelineData, query: URLSearchParams): Markup {
  return html`<h1>Timeline</h1>
<p class="summary">What happened when, as reported. Each story is here once, with the number of reports that do not rest on each other.</p>
${drawForm(data)}
${drawFound(
  wordRange(data.page, data.total, "story", "stories"),
  data.filter,
  PATH,
  data.unplaced > 0 &&
    `${groupDigits(data.unplaced)} without a date ${data.unplaced === 1 ? "is" : "are"} listed last.`,
)}
${drawPicture(data)}
<h2>In order of time</h2>
<ol class="stories">
${joinMarkup(data.stories.map((story) => drawStory(story, LANE_WORDING[story.lane])))}</ol>
${drawPaging(PATH, query, data.page, data.total)}`;
}

function drawForm({ filter, choices }: TimelineData): Markup {
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return drawFilterForm(
    PATH,
    "Filter the timeline",
    [
      { kind: "choice", name: "actor", label: "Who", choices: choices.actors },
      {
        kind: "choice",
        name: "type",
        label: "Type",
        choices: choices.types.map((type) => ({ value: type, label: wordType(type) })),
      },
      { kind: "words", name: "place", label: "Where", hint: "name of a place" },
      { kind: "choice", name: "status", label: "Status", choices: plain(EVENT_STATUSES) },
      { kind: "choice", name: "recency", label: "Recency", choices: plain(["current", "background"]) },
      makeOutletField(choices.outlets),
      ...DATE_FIELDS,
      INDEPENDENT_FIELD,
    ],
    { ...filter },
  );
}

/** News and background have an axis each: years would press days into one place. */
function drawPicture({ drawn, total, unplaced }: TimelineData): Markup | undefined {
  const news = drawTimeline(
    drawn,
    LANES.filter((lane) => lane !== "background"),
  );
  const background = drawTimeline(drawn, ["background"]);
  if (news === undefined && background === undefined) return undefined;
  const left = total - unplaced - drawn.length;
  return html`<figure class="picture">
${news}
${background}
<figcaption>A full mark stands at the date told, a hollow one at that of the first report; a bar is as long as the date is imprecise. Numbers count independent reports.${
    left > 0 &&
    ` Drawn are the ${count(drawn.length, "story", "stories")} with the most independent reports; ${groupDigits(left)} more are in the list.`
  }</figcaption>
</figure>`;
}
