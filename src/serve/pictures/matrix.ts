/**
 * The matrix as a table: issues down, holders across, the stances told in each place; holders without a column of
 * their own stand in the last one. Each place leads to its sentences. On a narrow screen a line becomes the list of the holders that have a stance on its issue.
 */
import type { MatrixEdge, PositionMatrix } from "../../store/position-queries.js";
import type { RecordFilter } from "../../store/record-filter.js";
import { arrangeCells, type StanceCount } from "../../views/matrix.js";
import { addressWith } from "../filter.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import { drawStances, wordStances } from "../stance.js";
import { drawName, shorten } from "../wording.js";

const PATH = "/positions";

/** The table of a matrix; its links keep the rest of the filter. */
export function drawMatrix(matrix: PositionMatrix, filter: RecordFilter): Markup {
  const grid = arrangeCells(matrix.cells);
  const others = arrangeCells(matrix.others);
  const names = new Map(matrix.others.map(({ holder, name }) => [holder, name]));
  const { type: _, ...kept } = filter;
  const hasOthers = matrix.others.length > 0;
  return html`<table class="matrix" role="table">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col" class="issue">Issue</th>${joinMarkup(
    matrix.columns.map(
      ({ key, name }) =>
        html`<th role="columnheader" scope="col"><a href="${addressWith(PATH, kept, { actor: key })}">${drawName(name, 60)}</a></th>`,
    ),
  )}${hasOthers && html`<th role="columnheader" scope="col" class="others">Others</th>`}</tr></thead>
<tbody role="rowgroup">
${joinMarkup(
  matrix.rows.map((issue) => {
    const line = grid.get(issue.key) ?? new Map<string, StanceCount[]>();
    const rest = others.get(issue.key) ?? new Map<string, StanceCount[]>();
    const unnamed = (issue.holders ?? 0) - line.size - rest.size;
    const issueAddress = addressWith(PATH, kept, { issue: issue.key });
    return html`<tr role="row"><th role="rowheader" scope="row" class="issue"><a href="${issueAddress}">${drawName(issue.name, 120)}</a></th>${joinMarkup(
      matrix.columns.map((holder) => {
        const counts = line.get(holder.key);
        if (counts === undefined) return html`<td role="cell" class="empty"></td>`;
        return html`<td role="cell">${drawPlace(issue, holder.key, holder.name, counts, kept)}</td>`;
      }),
    )}${
      hasOthers &&
      html`<td role="cell" class="others${rest.size === 0 && " empty"}">${joinMarkup(
        [...rest].map(([key, counts]) => drawPlace(issue, key, names.get(key) ?? key, counts, kept)),
      )}${unnamed > 0 && html`<a class="more" href="${issueAddress}">and ${unnamed} more</a>`}</td>`
    }</tr>
`;
  }),
)}</tbody>
</table>`;
}

/** The stances of one holder on one issue, as a link to their sentences. */
function drawPlace(
  issue: MatrixEdge,
  key: string,
  name: string,
  counts: readonly StanceCount[],
  filter: RecordFilter,
): Markup {
  const address = addressWith(PATH, filter, { actor: key, issue: issue.key });
  const words = `${shorten(name, 60)} on ${shorten(issue.name, 80)}: ${wordStances(counts)}`;
  return html`<a class="place" href="${address}" aria-label="${words}" title="${words}"><span class="who">${drawName(name, 60)}</span>${drawStances(counts)}</a>`;
}
