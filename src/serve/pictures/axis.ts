/**
 * Pieces that all pictures are made of. A picture is an SVG without a view box: across it counts in percent, so that it
 * fills any width while its text keeps its size; down it counts in pixels.
 */
import type { TimeAxis } from "../../views/time-axis.js";
import { html, joinMarkup, type Markup } from "../markup.js";

/** Height of the labels below a picture, in pixels. */
export const AXIS_HEIGHT = 34;

/** 0.5 as "50%". */
export function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}

/** Lines down from `top` to `bottom` at the ticks, and their labels below. */
export function drawAxis(axis: TimeAxis, top: number, bottom: number): Markup {
  return html`<g class="axis" aria-hidden="true">${joinMarkup(
    axis.ticks.map(({ at, label, year }) => {
      const x = percent(at);
      const anchor = at < 0.06 ? "start" : at > 0.94 ? "end" : "middle";
      return html`<line x1="${x}" x2="${x}" y1="${top}" y2="${bottom}"/><text x="${x}" y="${bottom + 14}" text-anchor="${anchor}">${label}</text>${
        year !== undefined && html`<text x="${x}" y="${bottom + 28}" text-anchor="${anchor}">${year}</text>`
      }`;
    }),
  )}</g>`;
}
