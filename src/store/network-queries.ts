/**
 * Who acts on whom: pairs of actors with how many stories tell of it, cooperation and conflict apart.
 *
 * Counted are stories, so that an event counts once however many reports tell it, and only what is told as done. The
 * quad class goes by the type of event. Where a filter takes articles away, a story stays that one of the others
 * tells.
 */
import { whereArticle } from "./actor-list-queries.js";
import { keyOf, type RecordFilter } from "./record-filter.js";
import type { Store } from "./store.js";

/** Cooperation is PLOVER's quad classes 1 and 2, conflict 3 and 4. */
export const RELATIONS = ["cooperation", "conflict"] as const;
export type Relation = (typeof RELATIONS)[number];

export interface NetworkActor {
  readonly key: string;
  readonly name: string;
}

/** Somebody does something to somebody, in so many stories. */
export interface NetworkLink {
  readonly relation: Relation;
  readonly actor: NetworkActor;
  readonly recipient: NetworkActor;
  readonly stories: number;
}

/** The strongest `size` pairs of each relation. */
export async function findNetwork(store: Store, filter: RecordFilter, size: number): Promise<NetworkLink[]> {
  const articles = whereArticle(filter);
  const isFiltered = Object.keys(filter).length > 0;
  const kept = isFiltered
    ? `s.id IN (SELECT t.id FROM (SELECT id, unnest(articles) AS article FROM story) t JOIN article a ON a.id = t.article WHERE ${articles.sql})`
    : "true";
  const rows = await store.query(
    `WITH class AS (SELECT type, mode(quad) AS quad FROM event WHERE quad BETWEEN 1 AND 4 GROUP BY 1),
     did AS (SELECT s.id AS story, CASE WHEN quad < 3 THEN 'cooperation' ELSE 'conflict' END AS relation, unnest(s.actors) AS actor, s.recipients
       FROM story s JOIN class USING (type) WHERE s."of" = 'event' AND s.status = 'asserted' AND len(s.recipients) > 0 AND ${kept}),
     pair AS (SELECT story, relation, actor, unnest(recipients) AS recipient FROM did),
     link AS MATERIALIZED (SELECT relation, ${keyOf("actor")} AS actor, ${keyOf("recipient")} AS recipient, min(actor."name") AS actorName,
       min(recipient."name") AS recipientName, count(DISTINCT story)::INTEGER AS stories FROM pair GROUP BY ALL),
     strongest AS (${RELATIONS.map(
       (relation) =>
         `(FROM link WHERE actor <> recipient AND relation = '${relation}' ORDER BY stories DESC, actor, recipient LIMIT ?)`,
     ).join(" UNION ALL ")})
     FROM strongest ORDER BY relation DESC, stories DESC, actor, recipient`,
    [...(isFiltered ? articles.values : []), ...RELATIONS.map(() => size)],
  );
  return rows.map((row) => ({
    relation: row.relation as Relation,
    actor: { key: row.actor as string, name: row.actorName as string },
    recipient: { key: row.recipient as string, name: row.recipientName as string },
    stories: row.stories as number,
  }));
}
