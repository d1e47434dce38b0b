/**
 * The timeline as a picture: lanes of marks, each a link to its story. A full mark stands at the story's own date, a
 * hollow one at the date of its first report; a number counts independent reports where there are several.
 */
import type { Lane, StoryLine } from "../../store/story-queries.js";
import { layOutTimeline, type TimelineMark } from "../../views/timeline-layout.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import { wordStory, wordStoryDate } from "../story-item.js";
import { recordPath, shorten } from "../wording.js";
import { AXIS_HEIGHT, drawAxis, percent } from "./axis.js";

/** Heights in pixels. */
const ROW = 22;
const NAME = 24;
const GAP = 8;

/** What the lanes are called. */
export const LANE_WORDING: Readonly<Record<Lane, string>> = {
  current: "News, told as done",
  said: "Statements",
  ahead: "Planned or demanded",
  open: "Possible or conditional",
  denied: "Denied",
  background: "Background that reports recall",
};

/** The lanes with one axis of time; nothing where no story of theirs has a place. */
export function drawTimeline(stories: readonly StoryLine[], lanes: readonly Lane[]): Markup | undefined {
  const layout = layOutTimeline(stories, lanes);
  if (layout === undefined) return undefined;
  let y = 0;
  const drawn = layout.lanes.map(({ lane, rows, marks }) => {
    const top = y;
    y += NAME + rows * ROW + GAP;
    return html`<text class="lane-name" x="0" y="${top + 14}">${LANE_WORDING[lane as Lane] ?? lane}</text>
<line class="base" x1="0" x2="100%" y1="${top + NAME - 4}" y2="${top + NAME - 4}"/>
${joinMarkup(marks.map((mark) => drawMark(mark, top + NAME + mark.row * ROW + ROW / 2)))}`;
  });
  return html`<svg class="timeline" width="100%" height="${y + AXIS_HEIGHT}" role="group" aria-label="Stories over time">
${drawAxis(layout.axis, 0, y)}
${joinMarkup(drawn)}</svg>`;
}

function drawMark({ item, from, to, before, after }: TimelineMark<StoryLine>, y: number): Markup {
  const words = shorten(`${wordStoryDate(item)}: ${wordStory(item)}. ${item.label}`, 200);
  const kind = item.placedBy === "report" ? "reported" : "dated";
  const middle = percent((from + to) / 2);
  const shape =
    from === to
      ? html`<circle cx="${middle}" cy="${y}" r="${item.independent > 1 ? 9 : 6}"/>`
      : html`<line class="span" x1="${percent(from)}" x2="${percent(to)}" y1="${y}" y2="${y}"/><circle cx="${middle}" cy="${y}" r="${item.independent > 1 ? 9 : 5}"/>`;
  return html`<a class="mark ${kind}" href="${recordPath(item.id)}" aria-label="${words}"><title>${words}</title>${shape}${
    item.independent > 1 &&
    html`<text x="${middle}" y="${y + 4}" text-anchor="middle">${item.independent}</text>`
  }${before && html`<text class="beyond" x="0" y="${y + 4}">‹</text>`}${after && html`<text class="beyond" x="100%" y="${y + 4}" text-anchor="end">›</text>`}</a>
`;
}
