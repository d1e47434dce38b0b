/**
 * Who a store speaks of, and in which parts: sources of statements, actors and recipients of events, holders of
 * positions, holders of offices and the bodies that they are of, who did what is counted.
 *
 * Only current texts count. Who is linked is one by the id; who is not, by the name as written, in any case.
 */
import type { SqlValue } from "./database.js";
import type { Store } from "./store.js";

/** The parts of records that name somebody, in the order of the columns. */
export const ACTOR_PARTS = [
  "source",
  "addressee",
  "actor",
  "recipient",
  "holder",
  "person",
  "office",
  "agent",
] as const;
export type ActorPart = (typeof ACTOR_PARTS)[number];

/** Somebody of the store, and how often in which part. */
export interface ActorCount {
  /** Null where the name is not linked. */
  readonly id: string | null;
  readonly name: string;
  readonly country: string | null;
  readonly sector: string | null;
  readonly articles: number;
  readonly total: number;
  readonly parts: Readonly<Record<ActorPart, number>>;
}

const NAMED = `
  SELECT 'source' AS part, source AS who, article FROM statement WHERE source IS NOT NULL
  UNION ALL SELECT 'addressee', unnest(addressees), article FROM statement
  UNION ALL SELECT 'actor', unnest(actors), article FROM event
  UNION ALL SELECT 'recipient', unnest(recipients), article FROM event
  UNION ALL SELECT 'holder', unnest(holders), article FROM position
  UNION ALL SELECT 'person', person, article FROM role
  UNION ALL SELECT 'office', "of", article FROM role WHERE "of" IS NOT NULL
  UNION ALL SELECT 'agent', unnest("by"), article FROM quantity`;

/** Everybody whom the current records name, the most often named first; all, or those whom `name` is written for. */
export async function findActorCounts(store: Store, name?: string): Promise<ActorCount[]> {
  const counts = ACTOR_PARTS.map((part) => `count(*) FILTER (part = '${part}')::INTEGER AS "${part}"`).join(
    ", ",
  );
  const values: SqlValue[] = [];
  let condition = "";
  if (name !== undefined) {
    condition = "AND (lower(who.text) = lower(?) OR lower(who.name) = lower(?) OR who.id = ?)";
    values.push(name, name, name);
  }
  const rows = await store.query(
    `WITH named AS (${NAMED})
     SELECT any_value(who.id) AS id, min(who.name) AS name, min(who.country) AS country, min(who.sector) AS sector,
       count(DISTINCT named.article)::INTEGER AS articles, count(*)::INTEGER AS total, ${counts}
     FROM named JOIN article a ON a.id = named.article
     WHERE a.current ${condition}
     GROUP BY coalesce(who.id, lower(who.name))
     ORDER BY total DESC, name, id`,
    values,
  );
  return rows.map((row) => ({
    id: row.id as string | null,
    name: row.name as string,
    country: row.country as string | null,
    sector: row.sector as string | null,
    articles: Number(row.articles),
    total: Number(row.total),
    parts: Object.fromEntries(ACTOR_PARTS.map((part) => [part, Number(row[part])])) as Record<
      ActorPart,
      number
    >,
  }));
}
