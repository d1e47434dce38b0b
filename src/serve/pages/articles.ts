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
import { drawPaging, PAGE_SIZE, readDate, readPage, readText, wordRange } from "../list-address.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import type { Page } from "../page.js";
import {
  articlePath,
  count,
  drawDate,
  drawName,
  groupDigits,
  nameLanguage,
  shorten,
  wordBasis,
} from "../wording.js";

/** The body of `/articles.json`. */
export interface ArticlesData extends ArticleList {
  readonly record: RecordCounts;
  readonly filter: ArticleFilter;
  readonly page: number;
  readonly pageSize: number;
  readonly outlets: readonly OutletCount[];
}

export const articlesPage: Page<ArticlesData> = {
  path: "/articles",

  async load(store, { query }) {
    const filter = readFilter(query);
    const page = readPage(query);
    const list = await listArticles(store, filter, { page, size: PAGE_SIZE });
    const record = await countRecords(store);
    return { record, filter, ...list, page, pageSize: PAGE_SIZE, outlets: await listOutlets(store) };
  },

  draw(data, { query }) {
    const body =
      data.record.articles === 0 && data.record.problems === 0 ? drawEmpty() : drawList(data, query);
    return { title: "Articles", section: "articles", shape: "list", body };
  },
};

function readFilter(query: URLSearchParams): ArticleFilter {
  const filter = {
    outlet: readText(query, "outlet"),
    from: readDate(query, "from"),
    to: readDate(query, "to"),
    text: readText(query, "text")?.trim(),
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

function drawEmpty(): Markup {
  return html`<div class="notice">
<h1>Nothing has been read yet</h1>
<p>This store is empty. Stop the server, read some articles into the store (plain text, Markdown, HTML,
JSON Lines or CSV; files or whole folders), and serve it again:</p>
<pre><code>rapporteur read FOLDER
rapporteur serve</code></pre>
<p>To look around first, with the articles that come with the program:</p>
<pre><code>rapporteur start</code></pre>
</div>`;
}

function drawList(data: ArticlesData, query: URLSearchParams): Markup {
  const { record } = data;
  return html`<h1>Articles</h1>
<p class="summary">${count(record.articles, "article")} from ${count(record.outlets, "outlet")},
${count(record.statements, "statement")}${record.problems > 0 && html`, <a href="/problems">${count(record.problems, "problem")}</a>`}.</p>
${drawFilter(data)}
<p class="found" role="status">${wordRange(data.page, data.total, "article")}${wordFilter(data)}</p>
${data.articles.length > 0 && drawTable(data.articles)}
${drawPaging("/articles", query, data.page, data.total)}`;
}

function wordFilter(data: ArticlesData): Markup {
  const filtered = Object.keys(data.filter).length > 0;
  return html`${filtered && html` with this filter. <a href="/articles">Show all</a>`}${
    data.undated > 0 &&
    html` ${count(data.undated, "article")} without a date ${data.undated === 1 ? "is" : "are"} left out.`
  }`;
}

function drawFilter({ filter, outlets }: ArticlesData): Markup {
  const listed = outlets.some((o) => o.outlet === filter.outlet);
  return html`<form class="filter" action="/articles" role="search" aria-label="Filter the articles">
<label class="wide">Words <input type="search" name="text" value="${filter.text}" placeholder="in title or text" dir="auto"></label>
<label>Outlet <select name="outlet">
<option value="">any</option>
${filter.outlet && !listed && html`<option value="${filter.outlet}" selected>${shorten(filter.outlet, 60)}</option>`}
${outlets.map(
  (o) =>
    html`<option value="${o.outlet}"${o.outlet === filter.outlet && html` selected`}>${shorten(o.outlet, 60)} (${groupDigits(o.articles)})</option>\n`,
)}</select></label>
<label>From <input name="from" value="${filter.from}" placeholder="YYYY-MM-DD" size="12" inputmode="numeric" autocomplete="off"></label>
<label>To <input name="to" value="${filter.to}" placeholder="YYYY-MM-DD" size="12" inputmode="numeric" autocomplete="off"></label>
<button>Filter</button>
</form>`;
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
  if (article.title !== null && article.title.trim() !== "") return shorten(article.title, 240);
  return `Untitled: ${shorten(article.origin.split("/").at(-1) ?? article.origin, 120)}`;
}

function drawDateCell(date: DateValue | null): Markup {
  if (date === null) return html`<span class="none">no date</span>`;
  return html`${drawDate(date)} <bdi class="basis">${wordBasis(date)}</bdi>`;
}
