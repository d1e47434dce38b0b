/** Who stands where on what: the matrix of issues and holders, the same over time, and the sentences behind it. */
import type { PositionRecord } from "../../core/records.js";
import { listOutlets, type OutletCount } from "../../store/page-queries.js";
import {
  findMatrix,
  listHolderChoices,
  listIssueChoices,
  listPositions,
  type PositionMatrix,
} from "../../store/position-queries.js";
import type { RecordFilter } from "../../store/record-filter.js";
import { findTexts, type Headed } from "../../store/record-head.js";
import { STANCES } from "../../views/matrix.js";
import { readFilter } from "../filter.js";
import {
  type Choice,
  DATE_FIELDS,
  drawFilterForm,
  drawFound,
  INDEPENDENT_FIELD,
  makeChoices,
  makeIssueField,
  makeOutletField,
} from "../filter-form.js";
import { drawPaging, PAGE_SIZE, readPage, wordRange } from "../list-address.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import type { Page } from "../page.js";
import { drawMatrix } from "../pictures/matrix.js";
import { drawStrip } from "../pictures/strip.js";
import { drawSaying } from "../position-saying.js";
import { findQuote, type Quote } from "../quote.js";
import { drawRecordView } from "../record-view.js";
import { drawStanceLegend, wordStance } from "../stance.js";
import { count } from "../wording.js";

/** A position with the sentence that shows it. */
export interface Saying extends Headed<PositionRecord> {
  readonly quote: Quote | null;
}

/** The body of `/positions.json`. */
export interface PositionsData {
  readonly filter: RecordFilter;
  readonly page: number;
  readonly pageSize: number;
  readonly matrix: PositionMatrix;
  /** The positions of a chosen holder or issue; null where neither is chosen. */
  readonly sayings: { readonly total: number; readonly positions: readonly Saying[] } | null;
  readonly choices: {
    readonly actors: readonly Choice[];
    readonly issues: readonly Choice[];
    readonly outlets: readonly OutletCount[];
  };
}

const PATH = "/positions";

/** Lines and columns of the matrix that are drawn at once. */
const LINES = 24;
const COLUMNS = 7;

/** Holders and issues to choose from. */
const CHOICES = 300;

export const positionsPage: Page<PositionsData> = {
  path: PATH,

  async load(store, { query }) {
    const filter = readFilter(
      query,
      ["actor", "issue", "outlet", "from", "to", "type", "independent"],
      STANCES,
    );
    const page = readPage(query);
    const isChosen = filter.actor !== undefined || filter.issue !== undefined;
    const matrix = await findMatrix(store, filter, { page: isChosen ? 1 : page, size: LINES }, COLUMNS);
    const list = isChosen ? await listPositions(store, filter, { page, size: PAGE_SIZE }) : null;
    const texts = await findTexts(store, list?.positions.map(({ article }) => article.id) ?? []);
    return {
      filter,
      page,
      pageSize: isChosen ? PAGE_SIZE : LINES,
      matrix,
      sayings: list && {
        total: list.total,
        positions: list.positions.map((p) => ({ ...p, quote: findQuote(texts, p.record.evidence) })),
      },
      choices: {
        actors: makeChoices(await listHolderChoices(store, CHOICES)),
        issues: makeChoices(await listIssueChoices(store, CHOICES)),
        outlets: await listOutlets(store),
      },
    };
  },

  draw(data, { query }) {
    const { filter, matrix, choices } = data;
    return drawRecordView({
      title: "Positions",
      section: "positions",
      kind: "position",
      filter,
      empty: choices.issues.length === 0 ? EMPTY : undefined,
      summary: "Who stands where on what, as reported: told in its own word, or on another’s.",
      form: drawForm(data),
      found: drawFound(
        `${count(matrix.positions, "position")} of ${count(matrix.holders, "holder")} on ${count(matrix.issues, "issue")}`,
        filter,
        PATH,
      ),
      list: drawList(data, query),
    });
  },
};

const EMPTY = [
  "No positions",
  "Nothing that has been read says who is for or against what. Positions are found in sentences such as “The ministry supports the plan” and “Both parties rejected the draft”.",
] as const;

function drawList(data: PositionsData, query: URLSearchParams): Markup {
  const { filter, matrix, sayings } = data;
  const isCell = filter.actor !== undefined && filter.issue !== undefined;
  const strip = isCell ? undefined : drawStrip(matrix);
  return html`${!isCell && matrix.rows.length > 0 && drawMatrixPart(data, query)}
${strip && html`<h2>Over time</h2>\n${strip}`}
${sayings !== null && sayings.positions.length > 0 && drawSayings(data, query)}`;
}

function drawForm({ filter, choices }: PositionsData): Markup {
  return drawFilterForm(
    PATH,
    "Filter the positions",
    [
      { kind: "choice", name: "actor", label: "Who", choices: choices.actors },
      makeIssueField(choices.issues),
      {
        kind: "choice",
        name: "type",
        label: "Stance",
        choices: STANCES.map((stance) => ({ value: stance, label: wordStance(stance) })),
      },
      makeOutletField(choices.outlets),
      ...DATE_FIELDS,
      INDEPENDENT_FIELD,
    ],
    { ...filter },
  );
}

function drawMatrixPart({ filter, matrix, page, sayings }: PositionsData, query: URLSearchParams): Markup {
  return html`${drawStanceLegend()}
${drawMatrix(matrix, filter)}
${
  matrix.issues > LINES &&
  html`<p class="found">${wordRange(sayings === null ? page : 1, matrix.issues, "issue", "issues", LINES)}, those with most holders first.</p>`
}
${sayings === null && drawPaging(PATH, query, page, matrix.issues, LINES)}`;
}

function drawSayings({ page, sayings }: PositionsData, query: URLSearchParams): Markup {
  const { total, positions } = sayings ?? { total: 0, positions: [] };
  return html`<h2>In the reports</h2>
<p class="found">${wordRange(page, total, "position")}, the latest first</p>
<ol class="sayings">
${joinMarkup(positions.map((saying) => drawSaying(saying, saying.quote)))}</ol>
${drawPaging(PATH, query, page, total)}`;
}
