/**
 * Stances over time, a line for each holder: favour stands above the line, opposition hangs below it, neither is a ring
 * on it. In, counts by day, month or year; out, one picture and the table behind it.
 */

import { wordDate } from "../../core/date-wording.js";
import type { Stance } from "../../core/records.js";
import type { MatrixEdge, PositionMatrix, StripPoint } from "../../store/position-queries.js";
import { chooseRange, makeTimeAxis, readFirstDay } from "../../views/time-axis.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import { wordStance } from "../stance.js";
import { groupDigits, shorten } from "../wording.js";
import { AXIS_HEIGHT, drawAxis, percent } from "./axis.js";

/** Height of one holder's line, in pixels; its name stands above it. */
const LINE = 46;

/** Longest bar, up or down. */
const REACH = 14;

/** The strip of the holders of a matrix; nothing where no position has a date. */
export function drawStrip({
  strip: points,
  columns: holders,
  roughlyDated,
}: PositionMatrix): Markup | undefined {
  const placed = points.flatMap((point) => {
    const day = readFirstDay(point.at);
    return day === undefined ? [] : [{ ...point, day }];
  });
  const lines = holders.filter(({ key }) => placed.some(({ holder }) => holder === key));
  if (lines.length === 0) return undefined;
  const axis = makeTimeAxis(chooseRange(placed.map(({ day, positions }) => ({ day, weight: positions }))));
  const drawn = placed.filter(({ day }) => axis.from <= day && day <= axis.to);
  const outside = placed.length - drawn.length;
  const most = drawn.reduce((max, { positions }) => Math.max(max, positions), 1);
  const bottom = lines.length * LINE;
  return html`<figure class="picture">
<svg class="strip" width="100%" height="${bottom + AXIS_HEIGHT}" role="img" aria-label="Positions of ${lines.length} holders over time; the table below has the same">
${drawAxis(axis, 0, bottom)}
${joinMarkup(
  lines.map(({ key, name }, i) => {
    const base = i * LINE + 30;
    const own = drawn.filter(({ holder }) => holder === key);
    return html`<text class="lane-name" x="0" y="${i * LINE + 12}">${shorten(name, 40)}</text>
<line class="base" x1="0" x2="100%" y1="${base}" y2="${base}"/>
${joinMarkup(own.map((point) => drawPoint(point.stance, percent(axis.place(point.day)), base, point.positions / most)))}
`;
  }),
)}</svg>
<figcaption>Above the line in favour, below it against, a ring for neither. Dates are those of the position or, where it has none, of its report.${
    outside > 0 &&
    ` ${groupDigits(outside)} before or after this time ${outside === 1 ? "is" : "are"} in the table only.`
  }${roughlyDated > 0 && ` ${groupDigits(roughlyDated)} ${roughlyDated === 1 ? "is" : "are"} dated too roughly to be drawn.`}</figcaption>
${drawTable(placed, lines)}
</figure>`;
}

function drawPoint(stance: Stance, x: string, base: number, share: number): Markup {
  const length = Math.max(5, Math.round(share * REACH));
  if (stance === "favor") {
    return html`<line class="bar favor" x1="${x}" x2="${x}" y1="${base - 1}" y2="${base - 1 - length}"/>`;
  }
  if (stance === "against") {
    return html`<line class="bar against" x1="${x}" x2="${x}" y1="${base + 1}" y2="${base + 1 + length}"/>`;
  }
  return html`<circle class="bar neutral" cx="${x}" cy="${base}" r="3.5"/>`;
}

function drawTable(points: readonly StripPoint[], lines: readonly MatrixEdge[]): Markup {
  return html`<details class="behind"><summary>The same as a table</summary>
<table class="plain"><thead><tr><th scope="col">Who</th><th scope="col">When</th><th scope="col">Stance</th><th scope="col" class="number">Positions</th></tr></thead>
<tbody>${joinMarkup(
    lines.flatMap(({ key, name }) =>
      points
        .filter(({ holder }) => holder === key)
        .map(
          (point) =>
            html`<tr><td><bdi>${shorten(name, 60)}</bdi></td><td>${wordDate(point.at)}</td><td>${wordStance(point.stance)}</td><td class="number">${groupDigits(point.positions)}</td></tr>\n`,
        ),
    ),
  )}</tbody></table></details>`;
}
