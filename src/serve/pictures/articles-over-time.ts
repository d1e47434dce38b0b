/**
 * Articles over time as bars: the whole bar counts articles, its full part those that are reports of their own. In,
 * counts by day, month or year; out, one picture and the table behind it.
 */

import { wordDate } from "../../core/date-wording.js";
import type { ArticlePoint } from "../../store/overview-queries.js";
import { chooseRange, makeTimeAxis, readFirstDay } from "../../views/time-axis.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import { count, groupDigits } from "../wording.js";
import { AXIS_HEIGHT, drawAxis, percent } from "./axis.js";

/** Height of the longest bar, in pixels. */
const HEIGHT = 120;

/** Room above it for its number. */
const HEAD = 18;

/** Days from one bar to the next, by the length of their dates. */
const STRIDE: Readonly<Record<number, number>> = { 4: 365, 7: 30, 10: 1 };

/** Widest bar, as a share of the picture. */
const WIDEST = 0.03;

/** The bars; nothing where no article has a date. */
export function drawArticlesOverTime(points: readonly ArticlePoint[]): Markup | undefined {
  const placed = points.flatMap((point) => {
    const day = readFirstDay(point.at);
    return day === undefined ? [] : [{ ...point, day }];
  });
  if (placed.length === 0) return undefined;
  const stride = STRIDE[placed[0].at.length] ?? 1;
  const range = chooseRange(placed.map(({ day, articles }) => ({ day, weight: articles })));
  const axis = makeTimeAxis({ from: range.from, to: range.to + stride - 1 });
  const drawn = placed.filter(({ day }) => axis.from <= day && day <= axis.to);
  const most = Math.max(...drawn.map(({ articles }) => articles));
  const width = Math.min(WIDEST, (0.8 * stride) / (axis.to - axis.from + 1));
  const bottom = HEAD + HEIGHT;
  const tallest = drawn.find(({ articles }) => articles === most);
  const heightOf = (n: number) => (n === 0 ? 0 : Math.max(2, Math.round((n / most) * HEIGHT)));
  const left = placed.length - drawn.length;
  return html`<figure class="picture">
<svg class="bars" width="100%" height="${bottom + AXIS_HEIGHT}" role="img" aria-label="Articles over time; the table below has the same">
${drawAxis(axis, HEAD, bottom)}
<line class="base" x1="0" x2="100%" y1="${bottom}" y2="${bottom}"/>
${joinMarkup(
  drawn.map(({ day, articles, independent }) => {
    const middle = axis.place(day + (stride - 1) / 2);
    const [x, w] = [percent(middle - width / 2), percent(width)];
    const [all, own] = [heightOf(articles), heightOf(independent)];
    return html`<rect class="all" x="${x}" width="${w}" y="${bottom - all}" height="${all}"/><rect class="own" x="${x}" width="${w}" y="${bottom - own}" height="${own}"/>\n`;
  }),
)}${
  tallest &&
  html`<text x="${percent(axis.place(tallest.day + (stride - 1) / 2))}" y="${HEAD - 5}" text-anchor="middle">${groupDigits(most)}</text>`
}</svg>
<figcaption><span class="key all"></span> articles <span class="key own"></span> of them independent: no copy of an earlier article, and the first of a day to credit its agency.${
    left > 0 && ` ${count(left, "further date")} ${left === 1 ? "is" : "are"} in the table only.`
  }</figcaption>
<details class="behind"><summary>The same as a table</summary>
<table class="plain"><thead><tr><th scope="col">When</th><th scope="col" class="number">Articles</th><th scope="col" class="number">Independent</th></tr></thead>
<tbody>${joinMarkup(
    placed.map(
      ({ at, articles, independent }) =>
        html`<tr><td>${wordDate(at)}</td><td class="number">${groupDigits(articles)}</td><td class="number">${groupDigits(independent)}</td></tr>\n`,
    ),
  )}</tbody></table></details>
</figure>`;
}
