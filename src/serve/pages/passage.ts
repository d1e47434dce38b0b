/** One passage: its copies beside the one that had it first, with the words marked in which they differ. */
import type { Span } from "../../core/evidence.js";
import type { Occurrence, PassageRecord } from "../../core/records.js";
import { type ArticleHead, findHeads } from "../../store/record-head.js";
import { segmentText, walkSegments } from "../../views/segments.js";
import { badFilter, readText } from "../list-address.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import type { Page } from "../page.js";
import { PageError } from "../page-error.js";
import { type Alignment, alignTexts } from "../passage-alignment.js";
import { drawSource } from "../source-line.js";
import { count, drawName, groupDigits, recordPath, shorten } from "../wording.js";
import { passagePath } from "./reuse.js";

/** A copy beside the base. */
export interface AlignedCopy {
  /** Place of the copy among the occurrences, from 0. */
  readonly place: number;
  readonly alignment: Alignment;
}

/** The body of `/reuse/ID.json`. */
export interface PassageData {
  readonly passage: PassageRecord;
  /** Place of the occurrence that the others are compared with. */
  readonly base: number;
  /** The copies that are aligned; those with other words first. */
  readonly copies: readonly AlignedCopy[];
  /** Articles that the passage stands in, as far as they are in the store. */
  readonly articles: readonly ArticleHead[];
}

/** Copies that are aligned at once. */
const ALIGNED = 20;

/** Copies with the same words that are named. */
const NAMED = 100;

/** Longest text that is drawn of a copy. */
const LONGEST = 12_000;

export const passagePage: Page<PassageData> = {
  path: "/reuse/:id",

  async load(store, { id, query }) {
    const passage = await store.findRecord(id);
    if (passage?.kind !== "passage") {
      throw new PageError("not-found", "No passage in this store has this id", {
        at: id.slice(0, 200),
        hint: "Passages are found anew when articles are added. The list has the current ones: /reuse",
      });
    }
    const { occurrences, first } = passage;
    const written = readText(query, "base")?.trim();
    const own = occurrences.findIndex(({ article }) => article === (written ?? first));
    if (written !== undefined && own < 0) {
      throw badFilter("base", written, "the id of an article that has this passage");
    }
    const base = Math.max(own, 0);
    const copies = occurrences
      .map((_, place) => place)
      .filter((place) => place !== base)
      .slice(0, NAMED)
      .map((place) => ({ place, alignment: align(occurrences[base], occurrences[place]) }))
      .sort((x, y) => Number(isSame(x)) - Number(isSame(y)) || x.place - y.place);
    return {
      passage,
      base,
      copies,
      articles: [
        ...(
          await findHeads(
            store,
            occurrences.slice(0, NAMED + 1).map((o) => o.article),
          )
        ).values(),
      ],
    };
  },

  draw(data) {
    const { passage } = data;
    return {
      title: `Passage ${passage.id}`,
      section: "reuse",
      shape: "list",
      body: html`<article class="passage">
<h1>${count(new Set(passage.occurrences.map((o) => o.article)).size, "article")}, one passage</h1>
<p class="summary">${shorten(passage.rule, 80)}. <a href="${recordPath(passage.id)}">The record</a> · <a href="/reuse">All passages</a></p>
${drawCopies(data)}
</article>`,
    };
  },
};

function align(base: Occurrence, copy: Occurrence): Alignment {
  return alignTexts(base.text.slice(0, LONGEST), copy.text.slice(0, LONGEST));
}

function isSame({ alignment }: AlignedCopy): boolean {
  return alignment.left.length === 0 && alignment.right.length === 0;
}

function drawCopies(data: PassageData): Markup {
  const { passage, base, copies, articles } = data;
  const { occurrences } = passage;
  const heads = new Map(articles.map((head) => [head.id, head]));
  const edited = copies.filter((copy) => !isSame(copy));
  const same = copies.filter(isSame);
  const left = occurrences.length - 1 - copies.length;
  const shown = edited.slice(0, ALIGNED);
  return html`${shown.length === 0 && html`<section class="pair"><div>${drawCopy(data, base, [], heads, "base")}</div></section>`}
${joinMarkup(
  shown.map(
    ({ place, alignment }) => html`<section class="pair">
<div>${drawCopy(data, base, alignment.left, heads, "base")}</div>
<div>${drawCopy(data, place, alignment.right, heads, "copy")}</div>
</section>
`,
  ),
)}
${edited.length > shown.length && html`<p class="found">${groupDigits(edited.length - shown.length)} more with other words are in the JSON of this page.</p>`}
${
  same.length > 0 &&
  html`<section><h2>The same words</h2>
<ul class="places">${joinMarkup(same.map(({ place }) => html`<li class="from">${drawPlace(data, place, heads)}</li>\n`))}</ul></section>`
}
${left > 0 && html`<p class="found">and ${groupDigits(left)} more places, in the record</p>`}`;
}

function drawCopy(
  data: PassageData,
  place: number,
  differing: readonly Span[],
  heads: ReadonlyMap<string, ArticleHead>,
  side: "base" | "copy",
): Markup {
  const text = data.passage.occurrences[place].text;
  const shown = text.slice(0, LONGEST);
  return html`<p class="from">${drawPlace(data, place, heads)}</p>
<blockquote dir="auto">${drawDiffering(shown, differing, side)}${text.length > LONGEST && "…"}</blockquote>`;
}

/** Words that the other side has not: taken away on the left, put in on the right. */
function drawDiffering(text: string, differing: readonly Span[], side: "base" | "copy"): Markup {
  const pieces: Markup[] = [];
  for (const step of walkSegments(segmentText({ start: 0, end: text.length }, differing))) {
    if (step.kind === "text") pieces.push(html`${text.slice(step.start, step.end)}`);
    else if (step.kind === "open") pieces.push(side === "base" ? html`<del>` : html`<ins>`);
    else pieces.push(side === "base" ? html`</del>` : html`</ins>`);
  }
  return joinMarkup(pieces);
}

/** Where a copy stands, and the way to compare the others with it. */
function drawPlace(
  { passage, base }: PassageData,
  place: number,
  heads: ReadonlyMap<string, ArticleHead>,
): Markup {
  const { article, start } = passage.occurrences[place];
  const head = heads.get(article);
  const address = `${passagePath(passage.id)}?${new URLSearchParams({ base: article.slice(0, 200) }).toString()}`;
  return html`${head === undefined ? drawName(article) : drawSource(head)}${
    article === passage.first && html` <span class="first">had it first</span>`
  } <span class="basis">at character ${groupDigits(Math.max(0, start))}</span>${place !== base && html` · <a href="${address}">compare with this one</a>`}`;
}
