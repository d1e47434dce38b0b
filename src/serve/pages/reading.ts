/** The reading page: an article exactly as read, its statements marked in place and noted beside it. */
import type {
  ArticleRecord,
  PassageRecord,
  ProblemRecord,
  StatementRecord,
  WithinArticle,
} from "../../core/records.js";
import { type ArticleVersion, listVersions } from "../../store/page-queries.js";
import { type ArticleHead, findHeads } from "../../store/record-head.js";
import { listPassagesOf } from "../../store/reuse-page-queries.js";
import { layOutReading, type Reading } from "../../views/reading.js";
import { MARKED_KINDS, markPassages, markRecords } from "../../views/record-marks.js";
import { drawMarkedText } from "../marked-text.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import type { Page } from "../page.js";
import { PageError } from "../page-error.js";
import { drawLayers, drawPassages, type Layer } from "../reading-layers.js";
import { drawNote } from "../statement-note.js";
import { articlePath, count, drawDate, drawName, nameLanguage, shorten, wordBasis } from "../wording.js";
import { titleOf } from "./articles.js";
import { drawProblem } from "./problems.js";

/** The body of `/articles/ID.json`. */
export interface ReadingData {
  readonly article: ArticleRecord;
  readonly statements: readonly StatementRecord[];
  /** Records of all other kinds, kind by kind in the order of the text. */
  readonly records: readonly WithinArticle[];
  /** Passages that other articles have too, and heads of these articles. */
  readonly passages: readonly PassageRecord[];
  readonly copies: readonly ArticleHead[];
  readonly problems: readonly ProblemRecord[];
  /** All texts read from the article's origin, the latest first. */
  readonly versions: readonly ArticleVersion[];
}

/** Places of a passage whose articles are looked up. */
const COPIES = 30;

export const readingPage: Page<ReadingData> = {
  path: "/articles/:id",

  async load(store, { id }) {
    const article = await store.findRecord(id);
    if (article?.kind !== "article") {
      throw new PageError("not-found", "No article in this store has this id", {
        at: id.slice(0, 200),
        hint: "Ids change when a text changes. The list of articles has the current ones: /articles",
      });
    }
    const records: WithinArticle[] = [];
    for (const kind of MARKED_KINDS) records.push(...((await store.recordsOf(id, kind)) as WithinArticle[]));
    const passages = await listPassagesOf(store, id);
    const others = passages.flatMap(({ occurrences }) => occurrences.slice(0, COPIES).map((o) => o.article));
    return {
      article,
      records,
      passages,
      copies: passages.length === 0 ? [] : [...(await findHeads(store, others)).values()],
      statements: (await store.recordsOf(id, "statement")) as StatementRecord[],
      problems: (await store.recordsOf(id, "problem")) as ProblemRecord[],
      versions: await listVersions(store, article.origin),
    };
  },

  draw(data) {
    const { article, statements, records, passages } = data;
    const marks = [...markPassages(article.id, passages), ...markRecords(records)];
    const reading = layOutReading(article, statements, undefined, marks);
    return {
      title: titleOf(data.article),
      section: "articles",
      shape: "reading",
      view: { filter: { article: article.id } },
      body: html`<article>
${drawHead(data)}
${reading.notes.size > 0 && drawLegend()}
${drawLayers(listLayers(data))}
${drawText(data.article, reading)}
${reading.unplaced.length > 0 && drawUnplaced(reading)}
${passages.length > 0 && drawPassages(article.id, passages, new Map(data.copies.map((head) => [head.id, head])))}
${data.problems.length > 0 && drawProblems(data.problems)}
<a class="ask" href="${articlePath(article.id)}/why" hidden>Why coded, why not</a>
</article>`,
    };
  },
};

/** What can be shown in the text; offices, dates of happenings and references to events are many and stay off at first. */
function listLayers({ article, statements, records, passages }: ReadingData): Layer[] {
  const size = (kind: string) => records.filter((record) => record.kind === kind).length;
  const copied = passages.filter(({ occurrences }) => occurrences.some((o) => o.article === article.id));
  return [
    { name: "statement", label: "statements", size: statements.length, isOn: true },
    { name: "event", label: "events", size: size("event"), isOn: true },
    { name: "position", label: "positions", size: size("position"), isOn: true },
    { name: "quantity", label: "figures", size: size("quantity"), isOn: true },
    { name: "copied", label: "copied passages", size: copied.length, isOn: true },
    { name: "reference", label: "references to events", size: size("reference"), isOn: false },
    { name: "dating", label: "dates of happenings", size: size("dating"), isOn: false },
    { name: "role", label: "offices", size: size("role"), isOn: false },
  ];
}

function drawHead({ article, statements, versions }: ReadingData): Markup {
  const current = versions.find((v) => v.current);
  const superseded = current !== undefined && current.id !== article.id;
  return html`<header class="head">
<h1 dir="auto">${titleOf(article)}</h1>
<p class="imprint">${joinMarkup(imprint(article), html` <span aria-hidden="true">·</span> `)}</p>
${superseded && html`<p class="superseded">This is an earlier text. <a href="${articlePath(current.id)}">The current one is version ${current.version}.</a></p>`}
<details class="about"><summary>${count(statements.length, "statement")} · about this text</summary>
<dl class="facts">
<div><dt>Read from</dt><dd><bdi>${shorten(article.origin, 600)}</bdi></dd></div>
<div><dt>Version</dt><dd>${article.version}${drawOthers(article, versions)}</dd></div>
<div><dt>Length</dt><dd>${count(article.text.length, "character")}</dd></div>
<div><dt>SHA-256</dt><dd><code>${article.hash}</code></dd></div>
<div><dt>Id</dt><dd><code>${article.id}</code></dd></div>
<div><dt>Coding</dt><dd><a href="${articlePath(article.id)}/why">Why coded, why not, sentence by sentence</a></dd></div>
</dl></details>
</header>`;
}

function imprint(article: ArticleRecord): Markup[] {
  const parts: Markup[] = [];
  parts.push(
    article.outlet === null
      ? html`<span class="none">outlet not named</span>`
      : html`<b>${drawName(article.outlet)}</b>`,
  );
  if (article.agency !== null) parts.push(html`agency ${drawName(article.agency)}`);
  if (article.byline.length > 0) {
    const named = article.byline.slice(0, 8).map((name) => drawName(name));
    parts.push(
      html`by ${joinMarkup(named, ", ")}${article.byline.length > 8 && ` and ${article.byline.length - 8} more`}`,
    );
  }
  parts.push(
    article.published === null
      ? html`<span class="none">no date</span>`
      : html`${drawDate(article.published)} <bdi class="basis">${wordBasis(article.published)}</bdi>`,
  );
  parts.push(
    article.language === null
      ? html`<span class="none">language unknown</span>`
      : html`${nameLanguage(article.language)}`,
  );
  return parts;
}

function drawOthers(article: ArticleRecord, versions: readonly ArticleVersion[]): Markup | undefined {
  const others = versions.filter((v) => v.id !== article.id).slice(0, 20);
  if (others.length === 0) return undefined;
  return html`; others: ${joinMarkup(
    others.map((v) => html`<a href="${articlePath(v.id)}">${v.version}</a>`),
    ", ",
  )}`;
}

function drawLegend(): Markup {
  return html`<div class="legend">
<p><mark class="said direct">quoted</mark> <mark class="said indirect">reported</mark>
<mark class="said indirect">said <mark class="said indirect">inside</mark></mark>
<span class="part source">source</span> <span class="part cue">cue</span> <span class="part addressee">addressee</span>
<span class="part channel">channel</span> <span class="part occasion">occasion</span> <span class="part date">date</span> <span class="header">article header</span> <span class="boilerplate">credits</span></p>
<p class="keys" hidden><kbd>j</kbd> next statement <kbd>k</kbd> previous</p>
</div>`;
}

function drawText(article: ArticleRecord, reading: Reading): Markup {
  if (reading.paragraphs.length === 0) return html`<p class="none">This text is empty.</p>`;
  const drawn = new Set<string>();
  const language =
    article.language !== null && /^[a-z]{2,3}$/i.test(article.language) ? article.language : "";
  return html`<div class="text">
${joinMarkup(
  reading.paragraphs.map((paragraph) => {
    const words = drawMarkedText(article.text, paragraph.segments, reading.notes, drawn);
    const notes =
      paragraph.notes.length > 0 &&
      html`<ol class="notes" aria-label="Statements in this paragraph">
${joinMarkup(paragraph.notes.map((note) => drawNote(note, reading.notes)))}</ol>`;
    return html`<div class="block"><p lang="${language}" dir="auto" data-start="${paragraph.start}">${words}</p>${notes}</div>\n`;
  }),
)}</div>`;
}

function drawUnplaced(reading: Reading): Markup {
  return html`<section class="after"><h2>Statements without a place in the text</h2>
<ol class="notes">${joinMarkup(reading.unplaced.map((note) => drawNote(note, reading.notes)))}</ol></section>`;
}

function drawProblems(problems: readonly ProblemRecord[]): Markup {
  return html`<section class="after"><h2>Problems in this article</h2>
<ol class="problems">${joinMarkup(problems.map((p) => drawProblem({ ...p, article: undefined } as unknown as ProblemRecord)))}</ol></section>`;
}
