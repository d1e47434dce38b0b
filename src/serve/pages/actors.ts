/** Who is in the record: everybody with what they said, did and received, and the network of them all. */
import { type ActorEntry, listActors } from "../../store/actor-list-queries.js";
import { findNetwork, type NetworkLink } from "../../store/network-queries.js";
import { listOutlets, type OutletCount } from "../../store/page-queries.js";
import { ACTOR_SHARES, type ActorShare } from "../../store/presence.js";
import type { RecordFilter } from "../../store/record-filter.js";
import { actorPath } from "../actor-name.js";
import { isFiltered, readFilter } from "../filter.js";
import { DATE_FIELDS, drawFilterForm, drawFound, makeOutletField } from "../filter-form.js";
import { drawPaging, PAGE_SIZE, readPage, wordRange } from "../list-address.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import type { Page } from "../page.js";
import { drawNetwork } from "../pictures/network.js";
import { drawRecordView } from "../record-view.js";
import { drawName, groupDigits, shorten } from "../wording.js";

/** The body of `/actors.json`. */
export interface ActorsData {
  readonly filter: RecordFilter;
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly actors: readonly ActorEntry[];
  readonly network: readonly NetworkLink[];
  readonly outlets: readonly OutletCount[];
}

const PATH = "/actors";

/** Pairs of each picture, the strongest first. */
const PAIRS = 60;

const COLUMNS: Readonly<Record<ActorShare, string>> = {
  said: "said",
  did: "did",
  received: "received",
  stands: "stands for",
  cited: "as source",
};

export const actorsPage: Page<ActorsData> = {
  path: PATH,

  async load(store, { query }) {
    const filter = readFilter(query, ["actor", "outlet", "from", "to"]);
    const page = readPage(query);
    const { actor: _, ...articles } = filter;
    return {
      filter,
      ...(await listActors(store, filter, { page, size: PAGE_SIZE })),
      page,
      pageSize: PAGE_SIZE,
      network: page === 1 ? await findNetwork(store, articles, PAIRS) : [],
      outlets: await listOutlets(store),
    };
  },

  draw(data, { query }) {
    const { filter, page, total } = data;
    return drawRecordView({
      title: "Actors",
      section: "actors",
      filter,
      empty: total === 0 && !isFiltered(filter) && page === 1 ? EMPTY : undefined,
      summary: "Everybody whom the reports name as a speaker, as acting, or as standing for something.",
      form: drawFilterForm(
        PATH,
        "Filter the actors",
        [
          { kind: "words", name: "actor", label: "Name", hint: "a part of the name" },
          makeOutletField(data.outlets),
          ...DATE_FIELDS,
        ],
        { ...filter },
      ),
      found: drawFound(wordRange(page, total, "actor"), filter, PATH),
      list: drawList(data, query),
    });
  },
};

const EMPTY = [
  "No actors",
  "Nothing that has been read names anybody who says, does or stands for anything.",
] as const;

function drawList(data: ActorsData, query: URLSearchParams): Markup {
  const network = data.filter.actor === undefined ? drawNetwork(data.network) : undefined;
  return html`${data.actors.length > 0 && drawTable(data.actors)}
${drawPaging(PATH, query, data.page, data.total)}
${
  network &&
  html`<section><h2>Who acts on whom</h2>
<p class="summary">A line is as wide as there are stories that tell something as done between the two, in either direction.</p>
${network}</section>`
}`;
}

function drawTable(actors: readonly ActorEntry[]): Markup {
  return html`<table class="actors" role="table">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Who</th>${ACTOR_SHARES.map(
    (share) => html`<th role="columnheader" scope="col" class="number">${COLUMNS[share]}</th>`,
  )}<th role="columnheader" scope="col" class="number">articles</th></tr></thead>
<tbody role="rowgroup">
${joinMarkup(actors.map(drawRow))}</tbody>
</table>`;
}

function drawRow({ key, name, id, country, sector, counts, articles }: ActorEntry): Markup {
  const kind = [sector, country].filter((part) => part !== null).map((part) => shorten(part, 20));
  return html`<tr role="row"><th role="rowheader" scope="row"><a href="${actorPath(key)}">${drawName(name, 90)}</a> <span class="kind">${
    id === null ? "not linked" : kind.join(", ")
  }</span></th>${ACTOR_SHARES.map(
    (share) =>
      html`<td role="cell" class="number${counts[share] === 0 && " zero"}">${groupDigits(counts[share])}<span class="unit"> ${COLUMNS[share]}</span></td>`,
  )}<td role="cell" class="number">${groupDigits(articles)}<span class="unit"> ${articles === 1 ? "article" : "articles"}</span></td></tr>
`;
}
