/**
 * Everybody whom the current records name, with what each said, did and received, what they stand for, and how often a
 * record stands on their word. In, a filter; out, one page of them, those with the most records first.
 *
 * Who is linked is one by the id; who is not, by the name as written, in any case. Records are counted as the articles
 * tell them: what five reports tell counts five times here, and once on the timeline.
 */
import type { SqlRow } from "./database.js";
import type { PageOf } from "./page-queries.js";
import { ACTOR_SHARES, type ActorShare } from "./presence.js";
import { KEY_LENGTH, type RecordFilter, type SqlCondition, whereRecord } from "./record-filter.js";
import type { Store } from "./store.js";

/** Somebody of the store. */
export interface ActorEntry {
  /** The value for a filter, and what the actor's page is found by. */
  readonly key: string;
  readonly name: string;
  readonly id: string | null;
  readonly country: string | null;
  readonly sector: string | null;
  readonly articles: number;
  readonly counts: Readonly<Record<ActorShare, number>>;
}

export interface ActorListing {
  readonly total: number;
  readonly actors: readonly ActorEntry[];
}

/** Actors in articles that pass the filter; `actor` keeps those whose name or id holds it. */
export async function listActors(store: Store, filter: RecordFilter, at: PageOf): Promise<ActorListing> {
  const articles = whereArticle(filter);
  const values = [...articles.values];
  // All articles of the table are current.
  const among = values.length === 0 ? "" : `JOIN article a ON a.id = p.article WHERE ${articles.sql}`;
  let named = "true";
  if (filter.actor !== undefined) {
    named = `(contains(lower(left("name", ${KEY_LENGTH})), lower(?)) OR key = ?)`;
    values.push(filter.actor, filter.actor);
  }
  const sums = ACTOR_SHARES.map((share) => `sum(${share})::INTEGER AS ${share}`).join(", ");
  const rows = await store.query(
    `WITH line AS (SELECT p.key, min(p."name") AS "name", any_value(p.id) AS id, min(p.country) AS country, min(p.sector) AS sector,
       count(*)::INTEGER AS articles, ${sums} FROM presence p ${among} GROUP BY p.key),
     kept AS MATERIALIZED (FROM line WHERE ${ACTOR_SHARES.join(" + ")} > 0 AND ${named})
     SELECT *, (SELECT count(*) FROM kept)::INTEGER AS total FROM kept
     ORDER BY ${ACTOR_SHARES.join(" + ")} DESC, key LIMIT ? OFFSET ?`,
    [...values, at.size, (at.page - 1) * at.size],
  );
  return { total: (rows[0]?.total as number) ?? 0, actors: rows.map(toEntry) };
}

/** The condition on the article `a`: current, and passing what the filter says of articles. */
export function whereArticle(filter: RecordFilter): SqlCondition {
  const { outlet, from, to } = filter;
  const where = whereRecord(
    {
      ...(outlet === undefined ? {} : { outlet }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    },
    {
      outlets: "[a.outlet]",
      earliest: "a.earliest",
      latest: "a.latest",
    },
  );
  return { sql: `a.current AND ${where.sql}`, values: where.values };
}

function toEntry(row: SqlRow): ActorEntry {
  return {
    key: row.key as string,
    name: row.name as string,
    id: row.id as string | null,
    country: row.country as string | null,
    sector: row.sector as string | null,
    articles: Number(row.articles),
    counts: Object.fromEntries(ACTOR_SHARES.map((share) => [share, Number(row[share])])) as Record<
      ActorShare,
      number
    >,
  };
}
