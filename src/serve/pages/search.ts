/** Search: articles that have all words, the sentences that show them, and the records in these sentences. */
import { listOutlets, type OutletCount } from "../../store/page-queries.js";
import type { RecordFilter } from "../../store/record-filter.js";
import type { ArticleHead } from "../../store/record-head.js";
import { listRecordLabels, type RecordLabel } from "../../store/record-labels.js";
import { parseQuery, searchArticles } from "../../store/search-queries.js";
import { segmentText, walkSegments } from "../../views/segments.js";
import { readFilter } from "../filter.js";
import { DATE_FIELDS, drawFilterForm, drawFound, makeOutletField } from "../filter-form.js";
import { drawPaging, readPage, readText, wordRange } from "../list-address.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import type { Page } from "../page.js";
import { drawRecordLabel } from "../record-label.js";
import { findSnippets, type Snippet } from "../search-snippets.js";
import { drawSource } from "../source-line.js";
import { count, drawName, shorten } from "../wording.js";

/** A sentence with the records that stand in it. */
export interface ShownSnippet extends Snippet {
  readonly records: readonly RecordLabel[];
}

/** An article that was found. */
export interface ShownHit {
  readonly article: ArticleHead;
  readonly score: number;
  readonly snippets: readonly ShownSnippet[];
}

/** The body of `/search.json`. */
export interface SearchData {
  /** What is searched for; null where nothing is. */
  readonly q: string | null;
  readonly filter: RecordFilter;
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly isLowerBound: boolean;
  readonly unknown: readonly string[];
  readonly unindexed: number;
  readonly hits: readonly ShownHit[];
  readonly outlets: readonly OutletCount[];
}

const PATH = "/search";

/** Articles on one page, and sentences of each. */
const SIZE = 20;
const SNIPPETS = 3;

/** Records that are named beside a sentence. */
const RECORDS = 8;

export const searchPage: Page<SearchData> = {
  path: PATH,

  async load(store, { query }) {
    const filter = readFilter(query, ["actor", "outlet", "from", "to"]);
    const page = readPage(query);
    const q = readText(query, "q")?.trim().slice(0, 1000);
    const parsed = parseQuery(q ?? "");
    const found = await searchArticles(store, parsed, filter, { page, size: SIZE });
    const labels = await listRecordLabels(
      store,
      found.hits.map(({ article }) => article.id),
    );
    return {
      q: q ?? null,
      filter,
      page,
      pageSize: SIZE,
      ...found,
      hits: found.hits.map(({ article, score }) => {
        const { text: _, ...head } = article;
        const own = labels.filter((label) => label.article === article.id);
        return {
          article: head,
          score,
          snippets: findSnippets(article, parsed, SNIPPETS).map((snippet) => ({
            ...snippet,
            records: own.filter(({ start }) => snippet.start <= start && start < snippet.end),
          })),
        };
      }),
      outlets: await listOutlets(store),
    };
  },

  draw(data, { query }) {
    const { q, filter } = data;
    return {
      ...(q === null ? {} : { view: { kind: "article", filter: { ...filter, q } } as const }),
      title: data.q === null ? "Search" : `Search: ${shorten(data.q, 60)}`,
      section: "search",
      shape: "list",
      body: html`<h1>Search</h1>
${drawForm(data)}
${data.q === null ? drawHelp() : drawResult(data, query)}
${
  data.unindexed > 0 &&
  html`<p class="found">${count(data.unindexed, "article")} ${data.unindexed === 1 ? "is" : "are"} not in the index of words; the next <code>rapporteur read</code> puts ${data.unindexed === 1 ? "it" : "them"} in.</p>`
}`,
    };
  },
};

function drawForm({ q, filter, outlets }: SearchData): Markup {
  return drawFilterForm(
    PATH,
    "Search the record",
    [
      { kind: "words", name: "q", label: "Words", hint: "all of them; a phrase in quotation marks" },
      { kind: "words", name: "actor", label: "Who", hint: "a name" },
      makeOutletField(outlets),
      ...DATE_FIELDS,
    ],
    { ...filter, q: q ?? undefined },
    "Search",
  );
}

function drawHelp(): Markup {
  return html`<p class="summary">Finds articles that have all words, in any order; singular and plural, accents, upper and lower case make no difference. Words in quotation marks must follow each other.</p>`;
}

function drawResult(data: SearchData, query: URLSearchParams): Markup {
  const { unknown, hits, total, isLowerBound, page, filter } = data;
  if (unknown.length > 0) {
    return html`<p class="found" role="status">No article has ${joinMarkup(
      unknown.map((word) => html`“${drawName(word, 60)}”`),
      " or ",
    )}.</p>`;
  }
  return html`${drawFound(`${isLowerBound ? "At least " : ""}${wordRange(page, total, "article", "articles", SIZE)}`, filter, `${PATH}?${new URLSearchParams({ q: data.q ?? "" }).toString()}`)}
<ol class="sayings">
${joinMarkup(hits.map(drawHit))}</ol>
${drawPaging(PATH, query, page, total, SIZE)}`;
}

function drawHit({ article, snippets }: ShownHit): Markup {
  return html`<li class="saying hit">
<p class="from">${drawSource(article)}</p>
${joinMarkup(
  snippets.map(
    (snippet) => html`<blockquote dir="auto">${drawSnippet(snippet)}</blockquote>
${
  snippet.records.length > 0 &&
  html`<ul class="labels" aria-label="Records in this sentence">${joinMarkup(
    snippet.records.slice(0, RECORDS).map((label) => html`<li>${drawRecordLabel(label)}</li>\n`),
  )}${snippet.records.length > RECORDS && html`<li class="from">and ${snippet.records.length - RECORDS} more</li>`}</ul>`
}`,
  ),
)}
</li>
`;
}

/** The sentence with the words that were searched for. */
function drawSnippet({ start, text, marks }: Snippet): Markup {
  const spans = marks.map((mark) => ({ start: mark.start - start, end: mark.end - start }));
  const pieces: Markup[] = [];
  for (const step of walkSegments(segmentText({ start: 0, end: text.length }, spans))) {
    if (step.kind === "text") pieces.push(html`${text.slice(step.start, step.end)}`);
    else pieces.push(step.kind === "open" ? html`<mark class="match">` : html`</mark>`);
  }
  return joinMarkup(pieces);
}
