/** What happened when, as reported: stories by date, drawn as precisely as they are told, and listed below. */
import type { RecordFilter } from "../../store/record-filter.js";
import { findTimeline, LANES, type Timeline } from "../../store/story-queries.js";
import { isFiltered, readFilter } from "../filter.js";
import { drawFound } from "../filter-form.js";
import { drawPaging, PAGE_SIZE, readPage, wordRange } from "../list-address.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import type { Page } from "../page.js";
import { drawTimeline, LANE_WORDING } from "../pictures/timeline.js";
import { drawRecordView } from "../record-view.js";
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
    const { filter, page, total, unplaced } = data;
    return drawRecordView({
      title: "Timeline",
      section: "timeline",
      kind: "story",
      filter,
      empty: total === 0 && !isFiltered(filter) ? EMPTY : undefined,
      summary:
        "What happened when, as reported. Each story is here once, with the number of reports that do not rest on each other.",
      form: drawStoryForm(PATH, "Filter the timeline", data.choices, { ...filter }),
      found: drawFound(
        wordRange(page, total, "story", "stories"),
        filter,
        PATH,
        unplaced > 0 &&
          `${groupDigits(unplaced)} without a date ${unplaced === 1 ? "is" : "are"} listed last.`,
      ),
      list: html`${drawPicture(data)}
<h2>In order of time</h2>
<ol class="stories">
${joinMarkup(data.stories.map((story) => drawStory(story, LANE_WORDING[story.lane])))}</ol>
${drawPaging(PATH, query, page, total)}`,
    });
  },
};

const EMPTY = [
  "No stories",
  "Nothing that has been read tells of an event. A story is an event, or a statement that several reports have; however many reports tell it, it is here once.",
] as const;

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
