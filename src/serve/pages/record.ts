/** One record with all its fields and the text around it: the address to cite a record by. */
import type { Span } from "../../core/evidence.js";
import type { AnyRecord, ArticleRecord, StatementRecord } from "../../core/records.js";
import { coverSpans, findExcerpt } from "../../views/excerpt.js";
import { layOutReading } from "../../views/reading.js";
import { drawMarkedText } from "../marked-text.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import type { Page } from "../page.js";
import { PageError } from "../page-error.js";
import { articlePath, recordPath, shorten } from "../wording.js";
import { titleOf } from "./articles.js";

/** The body of `/records/ID.json`. */
export interface RecordData {
  readonly record: AnyRecord;
  /** The article that the record stands in; null for one that stands in none. */
  readonly article: Pick<ArticleRecord, "id" | "origin" | "outlet" | "title" | "published"> | null;
  /** The text around the record; null where it has no place in a text. */
  readonly excerpt: (Span & { readonly text: string }) | null;
}

/** Longest value that is drawn in full; the twin has all of it. */
const LONGEST_VALUE = 4000;

export const recordPage: Page<RecordData> = {
  path: "/records/:id",

  async load(store, { id }) {
    const record = await store.findRecord(id);
    if (record === undefined) {
      throw new PageError("not-found", "No record in this store has this id", {
        at: id.slice(0, 200),
        hint: "Ids change when a text or its coding changes. The articles have the current ones: /articles",
      });
    }
    const owner =
      "article" in record && record.article !== undefined
        ? await store.findRecord(record.article)
        : undefined;
    if (owner?.kind !== "article") return { record, article: null, excerpt: null };
    const { origin, outlet, title, published, text } = owner;
    const place = coverSpans(placesOf(record));
    const window = place && findExcerpt(text, place);
    return {
      record,
      article: { id: owner.id, origin, outlet, title, published },
      excerpt: window ? { ...window, text: text.slice(window.start, window.end) } : null,
    };
  },

  draw(data) {
    const { record, article, excerpt } = data;
    const name = `${record.kind[0].toUpperCase()}${record.kind.slice(1)}`;
    return {
      title: `${name} ${record.id}`,
      section: record.kind === "problem" ? "problems" : "articles",
      shape: "list",
      body: html`<article class="record">
<h1>${name} <code>${record.id}</code></h1>
${article && html`<p class="summary">in <a href="${articlePath(article.id, record.kind === "statement" ? record.id : undefined)}" dir="auto">${titleOf(article)}</a></p>`}
${record.kind === "article" && html`<p class="summary"><a href="${articlePath(record.id)}">Read the article</a></p>`}
${excerpt && drawExcerpt(record, excerpt)}
<h2>Fields</h2>
${drawFields(record)}
</article>`,
    };
  },
};

function placesOf(record: AnyRecord): readonly Span[] {
  if (record.kind === "statement") return record.evidence;
  if (record.kind === "problem" && record.start !== undefined) {
    return [{ start: record.start, end: record.end ?? record.start }];
  }
  return [];
}

/** The excerpt with the record's own marks; offsets are moved to where the excerpt begins. */
function drawExcerpt(record: AnyRecord, excerpt: Span & { text: string }): Markup {
  const move = <S extends Span>(span: S): S => ({
    ...span,
    start: span.start - excerpt.start,
    end: span.end - excerpt.start,
  });
  const statements: StatementRecord[] =
    record.kind === "statement" ? [{ ...record, parent: null, evidence: record.evidence.map(move) }] : [];
  const reading = layOutReading({ text: excerpt.text, evidence: [], boilerplate: [] }, statements);
  return html`<div class="text excerpt">
${joinMarkup(
  reading.paragraphs.map(
    ({ segments }) =>
      html`<p dir="auto">${drawMarkedText(excerpt.text, segments, new Map(), new Set())}</p>\n`,
  ),
)}</div>`;
}

function drawFields(value: object): Markup {
  const entries = Object.entries(value);
  return html`<dl class="fields">
${joinMarkup(entries.map(([name, field]) => html`<div><dt>${name}</dt><dd>${drawValue(field, name)}</dd></div>\n`))}</dl>`;
}

/** Fields that hold the id of another record. */
const REFERENCES = new Set(["article", "parent", "statement"]);

function drawValue(value: unknown, name = ""): Markup {
  if (value === null || value === undefined) return html`<span class="none">none</span>`;
  if (Array.isArray(value)) {
    if (value.length === 0) return html`<span class="none">none</span>`;
    return html`<ol>${joinMarkup(value.slice(0, 200).map((item) => html`<li>${drawValue(item)}</li>`))}</ol>${
      value.length > 200 && html`<p class="none">and ${value.length - 200} more in the JSON of this page</p>`
    }`;
  }
  if (typeof value === "object") return drawFields(value);
  if (REFERENCES.has(name) && typeof value === "string") {
    const path = name === "article" ? articlePath(value) : recordPath(value);
    return html`<a href="${path}">${shorten(value)}</a>`;
  }
  return html`<bdi>${shorten(String(value), LONGEST_VALUE)}</bdi>`;
}
