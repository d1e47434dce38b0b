/**
 * Why a sentence of an article was coded as it was, and why not otherwise.
 *
 * The store keeps records and no trees: the article is parsed again, with the tables and models of this program. They
 * are loaded while the server has nothing to do ({@link loadTables}), at the latest when the first such page is asked
 * for, which takes a second or more; the article explained last is kept.
 */
import type { Span } from "../../core/evidence.js";
import type { ArticleRecord } from "../../core/records.js";
import type { ParsedDoc } from "../../language/doc.js";
import type { EventExplanation } from "../../records/event-explanation.js";
import type { CueExplanation } from "../../records/explanation.js";
import { loadResources, type Resources } from "../../resources.js";
import { listRecordLabels, type RecordLabel } from "../../store/record-labels.js";
import { explainArticleEvents, explainStatements } from "../explain-words.js";
import { badFilter, readText } from "../list-address.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import type { Page } from "../page.js";
import { PageError } from "../page-error.js";
import type { Quote } from "../quote.js";
import { drawRecordLabel } from "../record-label.js";
import { articlePath, shorten } from "../wording.js";
import { titleOf } from "./articles.js";

/** The body of `/articles/ID/why.json`. */
export interface WhyData {
  readonly article: { readonly id: string; readonly title: string | null; readonly origin: string };
  readonly sentence: Quote;
  /** Records that stand in the sentence. */
  readonly records: readonly RecordLabel[];
  /** Words that are a cue, or might have been; `word` counts the words of the article. */
  readonly statements: readonly CueExplanation[];
  /** Words that a row of the codebook begins with. */
  readonly events: readonly EventExplanation[];
  /** Where the sentences before and behind begin. */
  readonly previous: number | null;
  readonly next: number | null;
}

/** Rows that do not fit, and features, that are drawn of each word. */
const MISSES = 6;

/** Longest text that is parsed for an explanation. */
const LONGEST = 200_000;

interface Explained {
  readonly id: string;
  readonly doc: ParsedDoc;
  readonly statements: readonly CueExplanation[];
  readonly events: readonly EventExplanation[];
}

let resources: Promise<Resources> | undefined;
let last: Explained | undefined;

export const whyPage: Page<WhyData> = {
  path: "/articles/:id/why",

  async load(store, { id, query }) {
    const article = await store.findRecord(id);
    if (article?.kind !== "article") {
      throw new PageError("not-found", "No article in this store has this id", {
        at: id.slice(0, 200),
        hint: "Ids change when a text changes. The list of articles has the current ones: /articles",
      });
    }
    const at = readOffset(query, article.text);
    if (article.language !== null && article.language !== "en") {
      throw new PageError("not-found", "Only English is analysed: there is nothing to explain", {
        at: id.slice(0, 200),
      });
    }
    if (article.text.length > LONGEST) {
      throw new PageError("not-found", "This text is too long to be parsed again for a page", {
        at: id.slice(0, 200),
        hint: "rapporteur explain ID explains any record of it.",
      });
    }
    const { doc, statements, events } = await explain(article);
    const s = findSentence(doc, at);
    const [first, behind] = [doc.sentence[s], doc.sentence[s + 1]];
    const span = spanOf(doc, s);
    const isInside = ({ word }: { word: number }) => first <= word && word < behind;
    const labels = await listRecordLabels(store, [article.id]);
    return {
      article: { id: article.id, title: article.title, origin: article.origin },
      sentence: { article: article.id, ...span, text: article.text.slice(span.start, span.end) },
      records: labels.filter(({ start }) => span.start <= start && start < span.end),
      statements: statements.filter(isInside),
      events: events.filter(isInside),
      previous: s > 0 ? spanOf(doc, s - 1).start : null,
      next: s + 2 < doc.sentence.length ? spanOf(doc, s + 1).start : null,
    };
  },

  draw(data) {
    return {
      title: "Why coded, why not",
      section: "articles",
      shape: "list",
      body: html`<article class="why-page">
<h1>Why coded, why not</h1>
<p class="summary">A sentence of <a href="${articlePath(data.article.id)}" dir="auto">${titleOf(data.article)}</a>, explained with the tables and models that this program comes with.</p>
${drawSentence(data)}
${drawStatements(data.statements)}
${drawEvents(data.events)}
</article>`,
    };
  },
};

/** @throws PageError `bad-filter`. */
function readOffset(query: URLSearchParams, text: string): number {
  const written = readText(query, "at")?.trim() ?? "0";
  const at = Number(written);
  if (/^\d{1,9}$/.test(written) && at <= text.length) return at;
  throw badFilter("at", written, `a character of the text, from 0 to ${text.length}`);
}

/** Tables and models, loaded once; loading that failed is tried again when it is asked for again. */
export function loadTables(): Promise<Resources> {
  if (resources === undefined) {
    resources = loadResources();
    resources.catch(() => {
      resources = undefined;
    });
  }
  return resources;
}

async function explain(article: ArticleRecord): Promise<Explained> {
  if (last?.id === article.id) return last;
  const loaded = await loadTables();
  const doc = loaded.analyse(article.text);
  if (doc.length === 0) {
    throw new PageError("not-found", "This text has no words to explain", { at: article.id });
  }
  last = {
    id: article.id,
    doc,
    statements: explainStatements(doc, loaded),
    events: explainArticleEvents(article, loaded, doc),
  };
  return last;
}

/** The sentence that holds the character, or the next one. */
function findSentence(doc: ParsedDoc, at: number): number {
  let s = 0;
  while (s + 2 < doc.sentence.length && doc.end[doc.sentence[s + 1] - 1] <= at) s++;
  return s;
}

function spanOf(doc: ParsedDoc, s: number): Span {
  return { start: doc.start[doc.sentence[s]], end: doc.end[doc.sentence[s + 1] - 1] };
}

function drawSentence({ article, sentence, records, previous, next }: WhyData): Markup {
  const address = (at: number) => `${articlePath(article.id)}/why?at=${at}`;
  return html`<blockquote dir="auto">${shorten(sentence.text, 3000)}</blockquote>
${
  records.length === 0
    ? html`<p class="found">No record stands in this sentence.</p>`
    : html`<ul class="labels" aria-label="Records in this sentence">${joinMarkup(records.map((label) => html`<li>${drawRecordLabel(label)}</li>\n`))}</ul>`
}
<nav class="paging" aria-label="Sentences">${previous !== null && html`<a rel="prev" href="${address(previous)}">Sentence before</a>`} ${next !== null && html`<a rel="next" href="${address(next)}">Sentence behind</a>`}</nav>`;
}

function drawStatements(statements: readonly CueExplanation[]): Markup {
  return html`<section><h2>Does somebody say something?</h2>
${statements.length === 0 && html`<p class="none">No word of it is a cue, or might be one.</p>`}
${joinMarkup(
  statements.map(
    ({ text, verdict, rows, features }) => html`<div class="reason"><h3>${shorten(text, 80)}</h3>
<p>${verdict}</p>
${
  rows.length > 0 &&
  html`<ul>${rows.map(
    ({ line, lemma, commitment, strength, missing }) =>
      html`<li><code>data/cues/cues.tsv:${line}</code> ${lemma} (${commitment}, ${strength}): ${missing.length === 0 ? "fits" : `lacks ${missing.join(" and ")}`}</li>\n`,
  )}</ul>`
}
${drawFeatures(features)}</div>
`,
  ),
)}</section>`;
}

function drawEvents(events: readonly EventExplanation[]): Markup {
  return html`<section><h2>Does it tell of an event?</h2>
${events.length === 0 && html`<p class="none">No row of the codebook begins with a word of it.</p>`}
${joinMarkup(
  events.map(({ text, verdict, rows, operators, features }) => {
    const fitting = rows.filter(({ missing }) => missing === null);
    const missing = rows.filter((row) => row.missing !== null);
    return html`<div class="reason"><h3>${shorten(text, 80)}</h3>
<p>${verdict}</p>
<ul>${fitting.map(
      ({ at, type, words, paths }) =>
        html`<li><code>${at}</code> ${type} ${words}: fits${paths.length > 0 && html`<br><span class="basis">${paths.join("; ")}</span>`}</li>\n`,
    )}${missing.slice(0, MISSES).map(({ at, type, words, missing }) => html`<li><code>${at}</code> ${type} ${words}: lacks ${missing}</li>\n`)}${
      missing.length > MISSES &&
      html`<li class="basis">and ${missing.length - MISSES} rows more that lack something</li>`
    }${operators.map((operator) => html`<li>operator ${operator}</li>\n`)}</ul>
${drawFeatures(features)}</div>
`;
  }),
)}</section>`;
}

function drawFeatures(
  features: readonly { readonly name: string; readonly weight: number }[],
): Markup | undefined {
  if (features.length === 0) return undefined;
  return html`<details class="behind"><summary>What weighed most</summary>
<table class="plain"><thead><tr><th scope="col" class="number">weight</th><th scope="col">feature</th></tr></thead>
<tbody>${features.map(({ name, weight }) => html`<tr><td class="number">${weight >= 0 ? "+" : "−"}${Math.abs(weight).toFixed(2)}</td><td>${shorten(name, 200)}</td></tr>\n`)}</tbody></table></details>`;
}
