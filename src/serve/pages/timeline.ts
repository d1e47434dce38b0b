/** What happened when, as reported: stories by date, drawn as precisely as they are told, and listed below. */
import type { RecordFilter } from "../../store/record-filter.js";
import { findTimeline, LANES, type Timeline } from "../../store/story-queries.js";
import { isFiltered, readFilter } from "../filter.js";
import { drawFound } from "../filter-form.js";
import { drawPaging, PAGE_SIZE, readPage, wordRange } from "../list-address.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import type { Page } from "../page.js";
import { drawTimeline, LANE_WORDING } from "../pictures/timeline.js";
import { drawStoryForm, loadStoryChoices, STORY_FIELDS, type StoryChoices } from "../story-filter.js";
import { drawStory } from "../story-item.js";
import { count, groupDigits } from "../wording.js";

/** The body of `/timeline.json`. */
export interface TimelineData extends Timeline {
  readonly filter: RecordFilter;
  readonly page: number;
  readonly pageSize: number;
  readonly choices: StoryChoices;
}

const PATH = "/timeline";

/** Stories in the picture. */
const DRAWN = 120;

export const timelinePage: Page<TimelineData> = {
  path: PATH,

  async load(store, { query }) {
    const filter = readFilter(query, STORY_FIELDS);
    const page = readPage(query);
    const timeline = await findTimeline(store, filter, { page, size: PAGE_SIZE }, DRAWN);
    return {
      filter,
      ...timeline,
      page,
      pageSize: PAGE_SIZE,
      choices: await loadStoryChoices(store),
    };
  },

  draw(data, { query }) {
    const isEmpty = data.total === 0 && !isFiltered(data.filter);
    const body = isEmpty ? drawEmpty() : drawBody(data, query);
    const view = { kind: "story", filter: data.filter } as const;
    return { title: "Timeline", section: "timeline", shape: "list", body, view };
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
${drawStoryForm(PATH, "Filter the timeline", data.choices, { ...data.filter })}
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
<figcaption>A full mark stands at the date told, a hollow one at that of the first report; a bar is as long as the date is imprecise, and ‹ or › lead beyond the picture. Numbers count independent reports.${
    left > 0 &&
    ` Drawn are the ${count(drawn.length, "story", "stories")} with the most independent reports; ${groupDigits(left)} more are in the list.`
  }</figcaption>
</figure>`;
}
