/**
 * One actor: who it is, which offices it holds or has, the records of each of its shares, and who speaks about it.
 *
 * Only current texts count. Lists go by the date of the article, the latest first: the table `presence` says in which
 * articles a page of a list stands, so that no more is read than is shown, however often an actor is named.
 */
import type { AnyRecord, EventRecord, PositionRecord, StatementRecord } from "../core/records.js";
import {
  type ActorList,
  type ActorPresence,
  ALL_ARTICLES,
  findPlaces,
  findPresence,
  findWho,
  type NamedActor,
} from "./actor-presence.js";
import type { SqlRow } from "./database.js";
import { earliestOf, latestOf } from "./edtf-order.js";
import type { PageOf } from "./page-queries.js";
import { keyOf, type RecordFilter } from "./record-filter.js";
import { HEAD_COLUMNS, type Headed, toHeaded } from "./record-head.js";
import { isOneOf } from "./row-lookup.js";
import type { Store } from "./store.js";

/** Who an actor is, as far as the records tell. */
export interface ActorHead extends NamedActor {
  readonly key: string;
  readonly wikidata: string | null;
  readonly cameo: string | null;
  /** How the reports write it, the most frequent first. */
  readonly written: readonly string[];
}

/** An office: who holds it, where, and from when to when reports say so. */
export interface OfficeLine {
  readonly person: { readonly key: string; readonly name: string };
  readonly role: string;
  readonly of: { readonly key: string; readonly name: string } | null;
  /** EDTF of the first and the last report. */
  readonly first: string | null;
  readonly last: string | null;
  readonly articles: number;
}

/** Somebody on whose word records about the actor stand; the reports themselves have no key. */
export interface SpeakerLine {
  readonly key: string | null;
  readonly name: string | null;
  /** Events told of it, cooperative and in conflict, and positions ascribed to it. */
  readonly cooperation: number;
  readonly conflict: number;
  readonly positions: number;
}

export interface ActorRecords {
  readonly total: number;
  readonly records: readonly Headed<StatementRecord | EventRecord | PositionRecord>[];
}

/** True where the list of actors holds the one that is bound. */
function holds(list: string): string {
  return `list_contains(list_transform(${list}, lambda x: ${keyOf("x")}), ?)`;
}

/** True where somebody else than the one that is bound is the innermost source, or nobody is. */
const BY_OTHERS = `coalesce(${keyOf("t.attribution[-1]")} <> ?, true)`;

const LISTS: Readonly<
  Record<ActorList, { readonly table: "statement" | "event" | "position"; sql: string; binds: number }>
> = {
  said: { table: "statement", sql: `${keyOf("t.source")} = ?`, binds: 1 },
  did: { table: "event", sql: holds("t.actors"), binds: 1 },
  received: { table: "event", sql: holds("t.recipients"), binds: 1 },
  stands: { table: "position", sql: holds("t.holders"), binds: 1 },
  about: {
    table: "event",
    sql: `${holds("t.actors || t.recipients")} AND len(t.attribution) > 0 AND ${BY_OTHERS}`,
    binds: 2,
  },
};

/** Ways of writing an actor that are named. */
const WRITTEN = 12;

/** How the actor is written, with codes: everything that names it, in the articles where it is. */
const NAMED: readonly (readonly [table: string, who: string])[] = [
  ["statement", "t.source"],
  ["event", "unnest(t.actors || t.recipients)"],
  ["position", "unnest(t.holders)"],
  ["role", "t.person"],
  ["role", 't."of"'],
];

/** Articles that are looked through for how the actor is written, and for who speaks about it. */
const LOOKED_THROUGH = 50;
const SPEAKER_ARTICLES = 500;

/** Who has this key; undefined where no current record names it. */
export async function findActor(
  store: Store,
  key: string,
  presence: ActorPresence,
): Promise<ActorHead | undefined> {
  const articles = presence.articles.slice(0, LOOKED_THROUGH);
  const who = presence.who ?? (await findWho(store, key));
  if (who === undefined) return undefined;
  const near = NAMED.map(([table]) => isOneOf(table, "t", "article", articles));
  const named = NAMED.map(([table, who], i) => `SELECT ${who} AS who FROM "${table}" t WHERE ${near[i].sql}`);
  const forms = await store.query(
    `WITH named AS (${named.join(" UNION ALL ")}), one AS (SELECT who FROM named WHERE ${keyOf("who")} = ?)
     SELECT who."text" AS "text", min(who.wikidata) AS wikidata, min(who.cameo) AS cameo FROM one GROUP BY 1 ORDER BY count(*) DESC, 1`,
    [...near.flatMap(({ values }) => values), key],
  );
  const first = (field: string) => forms.map((form) => form[field] as string | null).find((v) => v !== null);
  return {
    key,
    ...who,
    wikidata: first("wikidata") ?? null,
    cameo: first("cameo") ?? null,
    written: forms.flatMap(({ text }) => (text === null ? [] : [text as string])).slice(0, WRITTEN),
  };
}

/** The records of one list, those of the latest articles first; what is far back is looked up with the same filter. */
export async function listActorRecords(
  store: Store,
  key: string,
  list: ActorList,
  filter: RecordFilter,
  presence: ActorPresence,
  at: PageOf,
): Promise<ActorRecords> {
  const first = (at.page - 1) * at.size;
  const total = presence.totals[list];
  const late = findPlaces(presence, list, first, at.size);
  const isEnough = late.passed >= Math.min(total, first + at.size);
  const { ids, skipped } = isEnough
    ? late
    : findPlaces(await findPresence(store, key, filter, ALL_ARTICLES), list, first, at.size);
  if (ids.length === 0) return { total, records: [] };
  const { table, sql, binds } = LISTS[list];
  const near = isOneOf(table, "t", "article", ids);
  const rows = await store.query(
    `SELECT CAST(to_json(t) AS VARCHAR) AS record, ${HEAD_COLUMNS} FROM "${table}" t JOIN article a ON a.id = t.article
     WHERE ${near.sql} AND ${sql} ORDER BY t.n`,
    [...near.values, ...Array.from({ length: binds }, () => key)],
  );
  const places = new Map(ids.map((id, i) => [id, i]));
  const records = rows
    .map((row) => toHeaded<AnyRecord & ActorRecords["records"][number]["record"]>(table, row))
    .sort((x, y) => (places.get(x.article.id) ?? 0) - (places.get(y.article.id) ?? 0));
  return { total, records: records.slice(skipped, skipped + at.size) };
}

/** Offices that the actor holds, and those that others hold in it; the latest first. */
export async function listOffices(store: Store, key: string, presence: ActorPresence): Promise<OfficeLine[]> {
  const near = isOneOf("role", "t", "article", presence.articles);
  const rows = await store.query(
    `WITH held AS (SELECT ${keyOf("t.person")} AS person, t.person."name" AS personName, t.role AS role, ${keyOf('t."of"')} AS office,
       t."of"."name" AS officeName, t.article, coalesce(t.date.edtf, a.published.edtf) AS edtf
       FROM role t JOIN article a ON a.id = t.article WHERE ${near.sql} AND (${keyOf("t.person")} = ? OR ${keyOf('t."of"')} = ?)),
     line AS (SELECT person, min(personName) AS personName, role, office, min(officeName) AS officeName, count(DISTINCT article)::INTEGER AS articles,
       arg_min(edtf, ${earliestOf("edtf")}) AS "first", arg_max(edtf, ${latestOf("edtf")}) AS "last", max(${latestOf("edtf")}) AS latest
       FROM held GROUP BY person, role, office)
     SELECT * FROM line ORDER BY latest DESC NULLS LAST, articles DESC, person, role, office LIMIT 100`,
    [...near.values, key, key],
  );
  return rows.map((row: SqlRow) => ({
    person: { key: row.person as string, name: row.personName as string },
    role: row.role as string,
    of: row.office === null ? null : { key: row.office as string, name: row.officeName as string },
    first: row.first as string | null,
    last: row.last as string | null,
    articles: row.articles as number,
  }));
}

/**
 * On whose word the records about the actor stand, others than itself; those with the most records first; as
 * the latest {@link SPEAKER_ARTICLES} articles tell.
 */
export async function listSpeakers(
  store: Store,
  key: string,
  presence: ActorPresence,
  size: number,
): Promise<SpeakerLine[]> {
  const articles = presence.articles.slice(0, SPEAKER_ARTICLES);
  const events = isOneOf("event", "t", "article", articles);
  const positions = isOneOf("position", "t", "article", articles);
  // What lies in these articles is put aside first, so that no other list of actors is unfolded.
  const rows = await store.query(
    `WITH e AS MATERIALIZED (SELECT quad, actors || recipients AS parties, attribution FROM event t WHERE ${events.sql}),
     p AS MATERIALIZED (SELECT holders AS parties, attribution FROM "position" t WHERE ${positions.sql}),
     told AS (SELECT attribution, quad < 3 AS cooperation, quad >= 3 AS conflict, false AS positions FROM e t WHERE ${holds("t.parties")} AND ${BY_OTHERS}
       UNION ALL SELECT attribution, false, false, true FROM p t WHERE ${holds("t.parties")} AND ${BY_OTHERS})
     SELECT ${keyOf("attribution[-1]")} AS key, min(attribution[-1]."name") AS "name", count_if(cooperation)::INTEGER AS cooperation,
       count_if(conflict)::INTEGER AS conflict, count_if(positions)::INTEGER AS positions
     FROM told GROUP BY key ORDER BY count(*) DESC, key NULLS FIRST LIMIT ?`,
    [...events.values, ...positions.values, key, key, key, key, size],
  );
  return rows as unknown as SpeakerLine[];
}
