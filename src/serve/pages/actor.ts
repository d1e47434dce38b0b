/** One actor: offices over time, what it said, did and received, what it stands for, and who speaks about it. */

import { wordDate } from "../../core/date-wording.js";
import {
  type ActorHead,
  type ActorRecords,
  findActor,
  listActorRecords,
  listOffices,
  listSpeakers,
  type OfficeLine,
  type SpeakerLine,
} from "../../store/actor-page-queries.js";
import { ACTOR_LISTS, type ActorList, findPresence } from "../../store/actor-presence.js";
import { listOutlets, type OutletCount } from "../../store/page-queries.js";
import type { RecordFilter } from "../../store/record-filter.js";
import { findTexts } from "../../store/record-head.js";
import { actorPath } from "../actor-name.js";
import { addressWith, isFiltered, readFilter } from "../filter.js";
import { DATE_FIELDS, drawFilterForm, makeOutletField } from "../filter-form.js";
import { badFilter, drawPaging, PAGE_SIZE, readPage, readText, wordRange } from "../list-address.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import type { Page } from "../page.js";
import { PageError } from "../page-error.js";
import { findQuote } from "../quote.js";
import { drawRecordItem, type ShownRecord } from "../record-saying.js";
import { drawName, groupDigits, shorten } from "../wording.js";

/** A list of the page. */
export interface ShownList {
  readonly list: ActorList;
  readonly total: number;
  readonly records: readonly ShownRecord[];
}

/** The body of `/actors/ID.json`. */
export interface ActorData {
  readonly actor: ActorHead;
  readonly filter: RecordFilter;
  /** The one list that is shown whole; null where all are shown by their latest records. */
  readonly list: ActorList | null;
  readonly page: number;
  readonly pageSize: number;
  readonly lists: readonly ShownList[];
  readonly offices: readonly OfficeLine[];
  readonly speakers: readonly SpeakerLine[];
  readonly outlets: readonly OutletCount[];
}

/** Records of each list on the first view, and speakers. */
const LATEST = 5;
const SPEAKERS = 20;

const HEADINGS: Readonly<Record<ActorList, string>> = {
  said: "What it said",
  did: "What it did",
  received: "What was done to it",
  stands: "What it stands for",
  about: "What others tell of it",
};

export const actorPage: Page<ActorData> = {
  path: "/actors/:id",

  async load(store, { id, query }) {
    const filter = readFilter(query, ["outlet", "from", "to"]);
    const page = readPage(query);
    const list = readList(query);
    const presence = await findPresence(store, id, filter);
    const actor = await findActor(store, id, presence);
    if (actor === undefined) {
      throw new PageError("not-found", "No record in this store names this actor", {
        at: id.slice(0, 200),
        hint: "Actors go by their id, or by their name in lower case. The list has them all: /actors",
      });
    }
    const size = list === null ? LATEST : PAGE_SIZE;
    const at = { page: list === null ? 1 : page, size };
    const found: { list: ActorList; total: number; records: ActorRecords["records"] }[] = [];
    for (const name of list === null ? ACTOR_LISTS : [list])
      found.push({ list: name, ...(await listActorRecords(store, id, name, filter, presence, at)) });
    const shown = found.flatMap(({ records }) => records.map(({ article }) => article.id));
    const texts = await findTexts(store, shown);
    const lists: ShownList[] = found.map(({ records, ...rest }) => ({
      ...rest,
      records: records.map((r) => ({ ...r, quote: findQuote(texts, r.record.evidence) })),
    }));
    return {
      actor,
      filter,
      list,
      page,
      pageSize: size,
      lists,
      offices: list === null ? await listOffices(store, id, presence) : [],
      speakers: list === null ? await listSpeakers(store, id, presence, SPEAKERS) : [],
      outlets: await listOutlets(store),
    };
  },

  draw(data, { query }) {
    return {
      title: shorten(data.actor.name),
      section: "actors",
      shape: "list",
      body: html`<article class="actor">
${drawHead(data)}
${drawFilterForm(
  actorPath(data.actor.key),
  "Filter what is told of this actor",
  [makeOutletField(data.outlets), ...DATE_FIELDS],
  { ...data.filter, list: data.list ?? undefined },
)}
${data.list === null ? drawAll(data) : drawOne(data, query)}
</article>`,
      view: { filter: { actor: data.actor.key, ...data.filter } },
    };
  },
};

/** @throws PageError `bad-filter`. */
function readList(query: URLSearchParams): ActorList | null {
  const value = readText(query, "list")?.trim();
  if (value === undefined) return null;
  const known = ACTOR_LISTS.find((list) => list === value);
  if (known === undefined) throw badFilter("list", value, `one of ${ACTOR_LISTS.join(", ")}`);
  return known;
}

function drawHead({ actor, filter }: ActorData): Markup {
  const { name, id, country, sector, wikidata, cameo, written } = actor;
  const codes: [string, string | null][] = [
    ["sector", sector],
    ["country", country],
    ["CAMEO", cameo],
    ["Wikidata", wikidata],
  ];
  const told = codes.filter(([, value]) => value !== null);
  const others = written.filter((form) => form !== name);
  return html`<h1>${drawName(name, 300)}</h1>
<p class="summary">${id === null ? "not linked to a known actor" : html`<code>${shorten(id, 120)}</code>`}${told.map(
    ([code, value]) => html` · ${code} <bdi>${shorten(value ?? "", 60)}</bdi>`,
  )}${
    others.length > 0 &&
    html`<br>referred to as ${joinMarkup(
      others.map((form) => html`“${drawName(form, 60)}”`),
      ", ",
    )}`
  }<br><a href="${addressWith("/timeline", filter, { actor: actor.key })}">On the timeline</a> · <a href="${addressWith("/positions", filter, { actor: actor.key })}">In the matrix of positions</a></p>`;
}

function drawAll(data: ActorData): Markup {
  const shown = data.lists.filter(({ total }) => total > 0);
  const isNothing = shown.length === 0 && data.offices.length === 0 && data.speakers.length === 0;
  return html`${isNothing && html`<p class="found" role="status">${isFiltered(data.filter) ? "Nothing with this filter." : "Named, but nothing is told of it."}</p>`}
${data.offices.length > 0 && drawOffices(data)}
${data.speakers.length > 0 && drawSpeakers(data.speakers)}
${joinMarkup(shown.map((list) => drawLatest(list, data)))}`;
}

function drawLatest({ list, total, records }: ShownList, { actor, filter }: ActorData): Markup {
  const all = addressWith(actorPath(actor.key), filter, { list });
  return html`<section><h2>${HEADINGS[list]}</h2>
<ol class="sayings">
${joinMarkup(records.map(drawRecordItem))}</ol>
${total > records.length && html`<p class="found"><a href="${all}">All ${groupDigits(total)}</a></p>`}</section>`;
}

function drawOne({ actor, filter, lists, page }: ActorData, query: URLSearchParams): Markup {
  const [{ list, total, records }] = lists;
  return html`<h2>${HEADINGS[list]}</h2>
<p class="found" role="status">${wordRange(page, total, "record")}, those of the latest reports first. <a href="${addressWith(actorPath(actor.key), filter)}">Everything about it</a></p>
<ol class="sayings">
${joinMarkup(records.map(drawRecordItem))}</ol>
${drawPaging(actorPath(actor.key), query, page, total)}`;
}

function drawOffices({ actor, offices }: ActorData): Markup {
  const isPerson = offices.some(({ person }) => person.key === actor.key);
  return html`<section><h2>Offices over time</h2>
<table class="plain offices" role="table"><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Reported</th><th role="columnheader" scope="col">Who</th><th role="columnheader" scope="col">Office</th><th role="columnheader" scope="col">Of</th><th role="columnheader" scope="col" class="number">Reports</th></tr></thead>
<tbody role="rowgroup">${joinMarkup(
    offices.map(
      ({ person, role, of, first, last, articles }) =>
        html`<tr role="row"><td role="cell">${wordTime(first, last)}</td><td role="cell">${drawOther(actor, person)}</td><td role="cell">${drawName(role, 120)}</td><td role="cell">${
          of === null ? html`<span class="none">not named</span>` : drawOther(actor, of)
        }</td><td role="cell" class="number">${groupDigits(articles)}<span class="unit"> ${articles === 1 ? "report" : "reports"}</span></td></tr>\n`,
    ),
  )}</tbody></table>
<p class="found">${isPerson ? "An office is held as of each report that says so; before and after, nothing is known." : "As of each report that says so."}</p></section>`;
}

/** A link, unless it is the actor of this page. */
function drawOther(actor: ActorHead, { key, name }: { key: string; name: string }): Markup {
  return key === actor.key ? drawName(name, 80) : html`<a href="${actorPath(key)}">${drawName(name, 80)}</a>`;
}

function wordTime(first: string | null, last: string | null): Markup {
  if (first === null || last === null) return html`<span class="none">no date</span>`;
  const [from, to] = [first, last].map((edtf) => shorten(wordDate(edtf), 40));
  return from === to ? html`${from}` : html`${from} to ${to}`;
}

function drawSpeakers(speakers: readonly SpeakerLine[]): Markup {
  return html`<section><h2>Who speaks about it</h2>
<table class="plain"><thead><tr><th scope="col">On whose word</th><th scope="col" class="number">cooperation</th><th scope="col" class="number">conflict</th><th scope="col" class="number">positions</th></tr></thead>
<tbody>${joinMarkup(
    speakers.map(
      ({ key, name, cooperation, conflict, positions }) =>
        html`<tr><td>${
          key === null
            ? "the reports themselves"
            : html`<a href="${actorPath(key)}">${drawName(name ?? key, 80)}</a>`
        }</td><td class="number">${groupDigits(cooperation)}</td><td class="number">${groupDigits(conflict)}</td><td class="number">${groupDigits(positions)}</td></tr>\n`,
    ),
  )}</tbody></table>
<p class="found">How often each tells of something that it does or that is done to it, and of what it stands for; at most the latest 500 articles are counted.</p></section>`;
}
