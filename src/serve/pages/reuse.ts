/** Who copies whom: outlets with what they have from each other, and the passages that stand in several articles. */
import { listOutlets, type OutletCount } from "../../store/page-queries.js";
import type { RecordFilter } from "../../store/record-filter.js";
import {
  type CopyLink,
  countPassageRules,
  listCopyLinks,
  listPassages,
  type PassageLine,
  type PassageList,
} from "../../store/reuse-page-queries.js";
import { addressWith, isFiltered, readFilter } from "../filter.js";
import { DATE_FIELDS, drawFilterForm, drawFound, makeOutletField } from "../filter-form.js";
import { drawPaging, readPage, wordRange } from "../list-address.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import type { Page } from "../page.js";
import { drawRecordView } from "../record-view.js";
import { drawSource } from "../source-line.js";
import { count, drawName, groupDigits, shorten } from "../wording.js";

/** The body of `/reuse.json`. */
export interface ReuseData extends PassageList {
  readonly filter: RecordFilter;
  readonly page: number;
  readonly pageSize: number;
  readonly links: readonly CopyLink[];
  readonly rules: readonly { readonly rule: string; readonly passages: number }[];
  readonly outlets: readonly OutletCount[];
}

const PATH = "/reuse";

/** Passages on one page: each has a few lines of text. */
const SIZE = 20;

/** Pairs of outlets, the strongest first. */
const LINKS = 40;

export const reusePage: Page<ReuseData> = {
  path: PATH,

  async load(store, { query }) {
    const filter = readFilter(query, ["outlet", "type", "from", "to"]);
    const page = readPage(query);
    return {
      filter,
      ...(await listPassages(store, filter, { page, size: SIZE })),
      page,
      pageSize: SIZE,
      links: await listCopyLinks(store, filter, LINKS),
      rules: await countPassageRules(store),
      outlets: await listOutlets(store),
    };
  },

  draw(data, { query }) {
    const { filter, page, total } = data;
    return drawRecordView({
      title: "Reuse",
      section: "reuse",
      kind: "passage",
      filter,
      empty: data.rules.length === 0 && !isFiltered(filter) ? EMPTY : undefined,
      summary: "What stands in several articles. A copy counts as no report of its own.",
      form: drawForm(data),
      found: drawFound(wordRange(page, total, "passage", "passages", SIZE), filter, PATH),
      list: html`${data.links.length > 0 && drawLinks(data)}
<ol class="sayings">
${joinMarkup(data.passages.map(drawPassage))}</ol>
${drawPaging(PATH, query, page, total, SIZE)}`,
    });
  },
};

/** Path of a passage's own page. */
export function passagePath(id: string): string {
  return `${PATH}/${encodeURIComponent(id)}`;
}

const EMPTY = [
  "No reuse",
  "No two articles in this store share a passage. A passage is a sentence or more that stands in several articles, word for word or edited; greetings, credits and set phrases are none.",
] as const;

function drawForm({ filter, outlets, rules }: ReuseData): Markup {
  return drawFilterForm(
    PATH,
    "Filter the passages",
    [
      makeOutletField(outlets),
      {
        kind: "choice",
        name: "type",
        label: "Kind",
        choices: rules.map(({ rule, passages }) => ({ value: rule, label: rule, count: passages })),
      },
      ...DATE_FIELDS,
    ],
    { ...filter },
  );
}

function drawLinks({ links, filter }: ReuseData): Markup {
  const most = Math.max(...links.map(({ passages }) => passages));
  const { type: _, ...kept } = filter;
  return html`<section><h2>Who copies whom</h2>
<table class="plain copies"><thead><tr><th scope="col">Has it</th><th scope="col">which stood before in</th><th scope="col" class="number">passages</th><th scope="col" class="number">articles</th></tr></thead>
<tbody>${joinMarkup(
    links.map(
      ({
        from,
        to,
        passages,
        articles,
      }) => html`<tr><td>${drawOutlet(to, kept)}</td><td>${drawOutlet(from, kept)}</td>
<td class="number"><svg class="meter" width="48" height="8" aria-hidden="true"><rect x="${48 - Math.max(2, Math.round((48 * passages) / most))}" width="48" height="8"/></svg> ${groupDigits(passages)}</td><td class="number">${groupDigits(articles)}</td></tr>\n`,
    ),
  )}</tbody></table>
<p class="found">By the dates of the articles. Who is second may have it from a third, such as an agency.</p></section>`;
}

function drawOutlet(outlet: string, filter: RecordFilter): Markup {
  return html`<a href="${addressWith(PATH, filter, { outlet })}">${drawName(outlet, 60)}</a>`;
}

function drawPassage(passage: PassageLine): Markup {
  const { id, rule, identical, text, length, articles, first, heads } = passage;
  const more = articles - heads.length;
  return html`<li class="saying">
<p class="who"><a href="${passagePath(id)}">${count(articles, "article")}</a> <span class="basis">${shorten(rule, 60)}${!identical && rule !== "edited copy" && ", with differences"}</span></p>
<blockquote dir="auto">${text}${length > text.length && "…"}</blockquote>
<ul class="places">${joinMarkup(
    heads.map(
      (head) =>
        html`<li class="from">${drawSource(head)}${head.id === first && html` <span class="first">had it first</span>`}</li>\n`,
    ),
  )}${more > 0 && html`<li class="from"><a href="${passagePath(id)}">and ${groupDigits(more)} more</a></li>`}</ul>
</li>
`;
}
