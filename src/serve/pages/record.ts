/** One record with all its fields and the text around it: the address to cite a record by. */
import type { Span } from "../../core/evidence.js";
import type { AnyRecord, StatementRecord, StoryRecord } from "../../core/records.js";
import { type ArticleHead, findTexts } from "../../store/record-head.js";
import type { Store } from "../../store/store.js";
import { findMembers } from "../../store/story-queries.js";
import { coverSpans, findExcerpt } from "../../views/excerpt.js";
import { layOutReading } from "../../views/reading.js";
import { drawAnswers, gatherReports, listArticles, type ShownAccount } from "../account-answers.js";
import { drawMarkedText } from "../marked-text.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import type { Page, Sheet } from "../page.js";
import { PageError } from "../page-error.js";
import { drawQuote, findQuote, type Quote } from "../quote.js";
import { drawPassageRecord, drawStoryRecord, type ShownMember } from "../record-across.js";
import { drawSummary } from "../record-summary.js";
import { articlePath, drawName, recordPath, shorten } from "../wording.js";
import { titleOf } from "./articles.js";

/** The body of `/records/ID.json`. */
export interface RecordData {
  readonly record: AnyRecord;
  /** The article that the record stands in; null for one that stands in none. */
  readonly article: ArticleHead | null;
  /** The text around the record; null where it has no place in a text. */
  readonly excerpt: Quote | null;
  /** Of a story, its members; else none. */
  readonly members: readonly ShownMember[];
  /** Articles that a record across articles names, as far as they are in the store. */
  readonly articles: readonly ArticleHead[];
  /** Of an account, its answers; else null. */
  readonly account: ShownAccount | null;
}

/** Longest value that is drawn in full; the twin has all of it. */
const LONGEST_VALUE = 4000;

/** Members of a story, places of a passage and reports of an answer that are gathered. */
const GATHERED = 50;

const NONE = { article: null, excerpt: null, members: [], articles: [], account: null } as const;

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
    if (record.kind === "story") return loadStory(store, record);
    if (record.kind === "account") {
      const texts = await findTexts(
        store,
        record.answers.flatMap((answer) => listArticles(answer).slice(0, GATHERED)),
      );
      return { ...NONE, record, account: gatherReports(record, texts, GATHERED) };
    }
    if (record.kind === "passage") {
      const texts = await findTexts(
        store,
        record.occurrences.slice(0, GATHERED).map((place) => place.article),
      );
      return { ...NONE, record, articles: [...texts.values()].map(({ text: _, ...head }) => head) };
    }
    return { ...NONE, record, ...(await loadPlace(store, record)) };
  },

  draw(data) {
    const { record, article, excerpt } = data;
    const name = `${record.kind[0].toUpperCase()}${record.kind.slice(1)}`;
    return {
      title: `${name} ${record.id}`,
      section: sectionOf(record),
      shape: "list",
      view: { kind: record.kind, filter: { record: record.id } },
      body: html`<article class="record">
<h1>${name} <code>${record.id}</code></h1>
${article && html`<p class="summary">in <a href="${articlePath(article.id, record.kind === "statement" ? record.id : undefined)}" dir="auto">${titleOf(article)}</a></p>`}
${record.kind === "article" && html`<p class="summary"><a href="${articlePath(record.id)}">Read the article</a></p>`}
${drawSummary(record)}
${excerpt && drawExcerpt(record, excerpt)}
${drawAcross(data)}
<h2>Fields</h2>
${drawFields(record)}
</article>`,
    };
  },
};

async function loadStory(store: Store, record: StoryRecord): Promise<RecordData> {
  const members = await findMembers(store, record, GATHERED);
  const texts = await findTexts(
    store,
    members.map(({ article }) => article.id),
  );
  const shown = members.map((member) => ({ ...member, quote: findQuote(texts, member.record.evidence) }));
  return { ...NONE, record, members: shown };
}

/** The article that a record stands in and the text around it. */
async function loadPlace(store: Store, record: AnyRecord): Promise<Pick<RecordData, "article" | "excerpt">> {
  const id = "article" in record ? record.article : undefined;
  const owner = id === undefined ? undefined : (await findTexts(store, [id])).get(id);
  if (owner === undefined) return { article: null, excerpt: null };
  const { text, ...article } = owner;
  const place = coverSpans(placesOf(record));
  const window = place && findExcerpt(text, place);
  return {
    article,
    excerpt: window ? { article: article.id, ...window, text: text.slice(window.start, window.end) } : null,
  };
}

function sectionOf(record: AnyRecord): Sheet["section"] {
  if (record.kind === "problem") return "problems";
  if (record.kind === "position") return "positions";
  if (record.kind === "story" || record.kind === "event") return "timeline";
  return record.kind === "account" ? "accounts" : "articles";
}

function placesOf(record: AnyRecord): readonly Span[] {
  if (record.kind === "article" || record.kind === "passage") return [];
  if ("evidence" in record) return record.evidence;
  if (record.kind === "problem" && record.start !== undefined) {
    return [{ start: record.start, end: record.end ?? record.start }];
  }
  return [];
}

function drawAcross({ record, members, articles, account }: RecordData): Markup | undefined {
  if (record.kind === "story") return drawStoryRecord(record, members);
  if (record.kind === "passage") {
    return drawPassageRecord(record, new Map(articles.map((article) => [article.id, article])));
  }
  if (account === null) return undefined;
  const { id, question } = account.account;
  return html`<p class="gist"><a href="/accounts/${encodeURIComponent(id)}">${drawName(question, 600)}</a></p>
${drawAnswers(account)}`;
}

/** The excerpt with the record's own marks; offsets are moved to where the excerpt begins. */
function drawExcerpt(record: AnyRecord, excerpt: Quote): Markup {
  if (record.kind !== "statement") {
    const evidence = "evidence" in record && record.kind !== "article" ? record.evidence : [];
    return html`<div class="text excerpt"><p dir="auto">${drawQuote(excerpt, evidence)}</p></div>`;
  }
  const evidence = record.evidence.map((span) => ({
    ...span,
    start: span.start - excerpt.start,
    end: span.end - excerpt.start,
  }));
  const statement: StatementRecord = { ...record, parent: null, evidence };
  const reading = layOutReading({ text: excerpt.text, evidence: [], boilerplate: [] }, [statement]);
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

/** Fields that hold ids of other records, and where these are to be seen. */
const REFERENCES: Readonly<Record<string, (id: string) => string>> = {
  article: articlePath,
  articles: articlePath,
  first: articlePath,
  parent: recordPath,
  statement: recordPath,
  members: recordPath,
};

function drawValue(value: unknown, name = ""): Markup {
  if (value === null || value === undefined) return html`<span class="none">none</span>`;
  if (Array.isArray(value)) {
    if (value.length === 0) return html`<span class="none">none</span>`;
    return html`<ol>${joinMarkup(value.slice(0, 200).map((item) => html`<li>${drawValue(item, name)}</li>`))}</ol>${
      value.length > 200 && html`<p class="none">and ${value.length - 200} more in the JSON of this page</p>`
    }`;
  }
  if (typeof value === "object") return drawFields(value);
  const addressOf = Object.hasOwn(REFERENCES, name) ? REFERENCES[name] : undefined;
  if (addressOf !== undefined && typeof value === "string") {
    return html`<a href="${addressOf(value)}">${shorten(value)}</a>`;
  }
  return html`<bdi>${shorten(String(value), LONGEST_VALUE)}</bdi>`;
}
