/** The list of articles: what is in the record, filtered by the address. */
import type { DateValue } from "../../core/records.js";
import {
  type ArticleFilter,
  type ArticleLine,
  type ArticleList,
  countRecords,
  listArticles,
  listOutlets,
  type OutletCount,
  type RecordCounts,
} from "../../store/page-queries.js";
import { readFilter } from "../filter.js";
import { DATE_FIELDS, drawFilterForm, drawFound, makeOutletField } from "../filter-form.js";
import { drawPaging, PAGE_SIZE, readPage, wordRange } from "../list-address.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import { drawNothingRead } from "../nothing-read.js";
import type { Page } from "../page.js";
import { nameArticle } from "../source-line.js";
import { articlePath, count, drawDate, drawName, groupDigits, nameLanguage, wordBasis } from "../wording.js";

/** The body of `/articles.json`. */
export interface ArticlesData extends ArticleList {
  readonly record: RecordCounts;
  readonly filter: ArticleFilter;
  readonly page: number;
  readonly pageSize: number;
  readonly outlets: readonly OutletCount[];
}

const PATH = "/articles";

export const articlesPage: Page<ArticlesData> = {
  path: PATH,

  async load(store, { query }) {
    const filter = readFilter(query, ["actor", "issue", "outlet", "from", "to", "text"]);
    const page = readPage(query);
    const list = await listArticles(store, filter, { page, size: PAGE_SIZE });
    const record = await countRecords(store);
    return { record, filter, ...list, page, pageSize: PAGE_SIZE, outlets: await listOutlets(store) };
  },

  draw(data, { query }) {
    const body =
      data.record.articles === 0 && data.record.problems === 0 ? drawNothingRead() : drawList(data, query);
    const view = { kind: "article", filter: data.filter } as const;
    return { title: "Articles", section: "articles", shape: "list", body, view };
  },
};

function drawList(data: ArticlesData, query: URLSearchParams): Markup {
  const { record } = data;
  return html`<h1>Articles</h1>
<p class="summary">${count(record.articles, "article")} from ${count(record.outlets, "outlet")},
${count(record.statements, "statement")}${record.problems > 0 && html`, <a href="/problems">${count(record.problems, "problem")}</a>`}.</p>
${drawForm(data)}
${drawFound(
  wordRange(data.page, data.total, "article"),
  data.filter,
  PATH,
  data.undated > 0 &&
    `${count(data.undated, "article")} without a date ${data.undated === 1 ? "is" : "are"} left out.`,
)}
${data.articles.length > 0 && drawTable(data.articles)}
${drawPaging(PATH, query, data.page, data.total)}`;
}

function drawForm({ filter, outlets }: ArticlesData): Markup {
  return drawFilterForm(
    PATH,
    "Filter the articles",
    [
      { kind: "words", name: "text", label: "Words", hint: "in title or text" },
      { kind: "words", name: "actor", label: "Who", hint: "somebody named" },
      { kind: "words", name: "issue", label: "On what", hint: "an issue" },
      makeOutletField(outlets),
      ...DATE_FIELDS,
    ],
    { ...filter },
  );
}

function drawTable(articles: readonly ArticleLine[]): Markup {
  return html`<table class="articles" role="table">
<thead role="rowgroup"><tr role="row">
<th role="columnheader" scope="col">Date</th>
<th role="columnheader" scope="col">Article</th>
<th role="columnheader" scope="col">Outlet</th>
<th role="columnheader" scope="col">Language</th>
<th role="columnheader" scope="col" class="number">Statements</th>
<th role="columnheader" scope="col" class="number">Problems</th>
</tr></thead>
<tbody role="rowgroup">
${joinMarkup(articles.map(drawRow))}</tbody>
</table>`;
}

function drawRow(article: ArticleLine): Markup {
  return html`<tr role="row">
<td role="cell" class="date">${drawDateCell(article.published)}</td>
<td role="cell" class="title"><a href="${articlePath(article.id)}" dir="auto">${titleOf(article)}</a></td>
<td role="cell" class="outlet">${article.outlet === null ? html`<span class="none">not named</span>` : drawName(article.outlet)}${
    article.agency !== null && html` <span class="agency">agency ${drawName(article.agency)}</span>`
  }</td>
<td role="cell" class="language">${article.language === null ? html`<span class="none">unknown</span>` : nameLanguage(article.language)}</td>
<td role="cell" class="number">${groupDigits(article.statements)}<span class="unit">${article.statements === 1 ? " statement" : " statements"}</span></td>
<td role="cell" class="number${article.problems > 0 && " some"}${article.problems === 0 && " zero"}">${groupDigits(article.problems)}<span class="unit">${article.problems === 1 ? " problem" : " problems"}</span></td>
</tr>
`;
}

/** The title, or where the text came from if it has none. */
export function titleOf(article: { title: string | null; origin: string }): string {
  return nameArticle(article.title, article.origin);
}

function drawDateCell(date: DateValue | null): Markup {
  if (date === null) return html`<span class="none">no date</span>`;
  return html`${drawDate(date)} <bdi class="basis">${wordBasis(date)}</bdi>`;
}
