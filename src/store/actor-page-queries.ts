/**
 * One actor: who it is, which offices it holds or has, the records of each of its shares, and who speaks about it.
 *
 * Only current texts count. A record without a date of its own has that of its article.
 */
import type { AnyRecord, EventRecord, PositionRecord, StatementRecord } from "../core/records.js";
import { whereArticle } from "./actor-list-queries.js";
import type { SqlRow } from "./database.js";
import { earliestOf, latestOf } from "./edtf-order.js";
import type { PageOf } from "./page-queries.js";
import { keyOf, type RecordFilter } from "./record-filter.js";
import { HEAD_COLUMNS, type Headed, toHeaded } from "./record-head.js";
import type { Store } from "./store.js";

/** Lists of an actor's page: `about` is what others tell of what it does and what is done to it. */
export const ACTOR_LISTS = ["said", "did", "received", "stands", "about"] as const;
export type ActorList = (typeof ACTOR_LISTS)[number];

/** Who an actor is, as far as the records tell. */
export interface ActorHead {
  readonly key: string;
  readonly id: string | null;
  readonly name: string;
  readonly country: string | null;
  readonly sector: string | null;
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

/** SQL that keeps only articles in which the actor that is bound has a share: it is asked before lists are unfolded. */
const WITHIN = "t.article IN (SELECT article FROM presence WHERE key = ?)";

/** How the actor is written, with codes: everything that names it, in the articles where it is. */
const NAMED: readonly (readonly [table: string, who: string])[] = [
  ["statement", "t.source"],
  ["event", "unnest(t.actors || t.recipients)"],
  ["position", "unnest(t.holders)"],
  ["role", "t.person"],
  ["role", 't."of"'],
];

/** Articles that are looked through for how the actor is written. */
const LOOKED_THROUGH = 400;

/** Who has this key; undefined where no current record names it. */
export async function findActor(store: Store, key: string): Promise<ActorHead | undefined> {
  const [row] = await store.query(
    `WITH own AS MATERIALIZED (SELECT p.* FROM presence p JOIN article a ON a.id = p.article WHERE p.key = ? AND a.current),
     looked AS MATERIALIZED (SELECT article FROM own ORDER BY article LIMIT ${LOOKED_THROUGH}),
     named AS (${NAMED.map(([table, who]) => `SELECT ${who} AS who FROM ${table} t SEMI JOIN looked USING (article)`).join(" UNION ALL ")}),
     one AS MATERIALIZED (SELECT who FROM named WHERE ${keyOf("who")} = ?),
     form AS (SELECT who."text" AS "text", count(*) AS n FROM one WHERE who."text" IS NOT NULL GROUP BY 1 ORDER BY n DESC, 1 LIMIT 12)
     SELECT count(*)::INTEGER AS articles, any_value(id) AS id, min("name") AS "name", min(country) AS country, min(sector) AS sector,
       (SELECT min(who.wikidata) FROM one) AS wikidata, (SELECT min(who.cameo) FROM one) AS cameo,
       CAST(to_json((SELECT list("text" ORDER BY n DESC, "text") FROM form)) AS VARCHAR) AS written FROM own`,
    [key, key],
  );
  if (row === undefined || row.articles === 0) return undefined;
  return {
    key,
    id: row.id as string | null,
    name: row.name as string,
    country: row.country as string | null,
    sector: row.sector as string | null,
    wikidata: row.wikidata as string | null,
    cameo: row.cameo as string | null,
    written: JSON.parse((row.written as string | null) ?? "null") ?? [],
  };
}

/** The records of one list, the latest first. */
export async function listActorRecords(
  store: Store,
  key: string,
  list: ActorList,
  filter: RecordFilter,
  at: PageOf,
): Promise<ActorRecords> {
  const { table, sql, binds } = LISTS[list];
  const articles = whereArticle(filter);
  const edtf =
    "CASE WHEN t.date.edtf IS NULL OR t.date.edtf LIKE 'XXXX%' THEN a.published.edtf ELSE t.date.edtf END";
  const rows = await store.query(
    `WITH kept AS (SELECT t.id, t.article, t.n, ${edtf} AS edtf FROM ${table} t JOIN article a ON a.id = t.article
       WHERE ${WITHIN} AND ${sql} AND ${articles.sql})
     SELECT id, count(*) OVER ()::INTEGER AS total FROM kept ORDER BY ${earliestOf("edtf")} DESC NULLS LAST, article, n LIMIT ? OFFSET ?`,
    [key, ...Array.from({ length: binds }, () => key), ...articles.values, at.size, (at.page - 1) * at.size],
  );
  const ids = rows.map((row) => row.id as string);
  return { total: (rows[0]?.total as number) ?? 0, records: await findHeaded(store, table, ids) };
}

/** Records with the heads of their articles, in the order of `ids`. */
async function findHeaded<R extends AnyRecord>(
  store: Store,
  table: "statement" | "event" | "position",
  ids: readonly string[],
): Promise<Headed<R>[]> {
  if (ids.length === 0) return [];
  // A list of constants is compared before the other columns are read.
  const rows = await store.query(
    `SELECT CAST(to_json(t) AS VARCHAR) AS record, ${HEAD_COLUMNS} FROM "${table}" t JOIN article a ON a.id = t.article
     WHERE t.id IN (${ids.map(() => "?").join(", ")}) AND a.current`,
    ids,
  );
  const found = new Map(
    rows.map((row) => toHeaded<R>(table, row)).map((headed) => [headed.record.id, headed]),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Offices that the actor holds, and those that others hold in it; the latest first. */
export async function listOffices(store: Store, key: string, filter: RecordFilter): Promise<OfficeLine[]> {
  const articles = whereArticle(filter);
  const rows = await store.query(
    `WITH held AS (SELECT ${keyOf("t.person")} AS person, t.person."name" AS personName, t.role AS role, ${keyOf('t."of"')} AS office,
       t."of"."name" AS officeName, t.article, coalesce(t.date.edtf, a.published.edtf) AS edtf
       FROM role t JOIN article a ON a.id = t.article WHERE ${WITHIN} AND (${keyOf("t.person")} = ? OR ${keyOf('t."of"')} = ?) AND ${articles.sql}),
     line AS (SELECT person, min(personName) AS personName, role, office, min(officeName) AS officeName, count(DISTINCT article)::INTEGER AS articles,
       arg_min(edtf, ${earliestOf("edtf")}) AS "first", arg_max(edtf, ${latestOf("edtf")}) AS "last", max(${latestOf("edtf")}) AS latest
       FROM held GROUP BY person, role, office)
     SELECT * FROM line ORDER BY latest DESC NULLS LAST, articles DESC, person, role, office LIMIT 100`,
    [key, key, key, ...articles.values],
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

/** On whose word the records about the actor stand, others than itself; those with the most records first. */
export async function listSpeakers(
  store: Store,
  key: string,
  filter: RecordFilter,
  size: number,
): Promise<SpeakerLine[]> {
  const articles = whereArticle(filter);
  const line = (table: string, list: string, cooperation: string, conflict: string, positions: string) =>
    `SELECT ${keyOf("t.attribution[-1]")} AS key, t.attribution[-1]."name" AS "name", ${cooperation} AS cooperation, ${conflict} AS conflict, ${positions} AS positions
     FROM ${table} t JOIN article a ON a.id = t.article WHERE ${WITHIN} AND ${holds(list)} AND ${BY_OTHERS} AND ${articles.sql}`;
  const rows = await store.query(
    `WITH told AS (${line("event", "t.actors || t.recipients", "(t.quad < 3)::INTEGER", "(t.quad >= 3)::INTEGER", "0")}
       UNION ALL ${line('"position"', "t.holders", "0", "0", "1")})
     SELECT key, min("name") AS "name", sum(cooperation)::INTEGER AS cooperation, sum(conflict)::INTEGER AS conflict, sum(positions)::INTEGER AS positions
     FROM told GROUP BY key ORDER BY count(*) DESC, key NULLS FIRST LIMIT ?`,
    [key, key, key, ...articles.values, key, key, key, ...articles.values, size],
  );
  return rows as unknown as SpeakerLine[];
}
