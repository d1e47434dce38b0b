/** Records in a few words, with their place: what a list of sentences names beside each. */
import { isOneOf } from "./row-lookup.js";
import type { Store } from "./store.js";

/** A record of one article. */
export interface RecordLabel {
  readonly kind: "statement" | "event" | "position" | "quantity";
  readonly id: string;
  readonly article: string;
  /** Where its heart stands: the cue, the word that tells it, the figure. */
  readonly start: number;
  readonly who: string | null;
  /** Cue, type, stance or figure. */
  readonly what: string | null;
  /** Recipient, issue or measure. */
  readonly whom: string | null;
}

const HEART = `coalesce(list_filter(evidence, lambda x: x.part IN ('cue', 'trigger', 'value'))[1]."start", evidence[1]."start")`;

/** Records of these articles, in the order of the texts; those without a place are left out. */
export async function listRecordLabels(store: Store, articles: readonly string[]): Promise<RecordLabel[]> {
  if (articles.length === 0) return [];
  const within = (kind: string) => isOneOf(kind, "t", "article", articles);
  const select = (kind: string, who: string, what: string, whom: string) =>
    `SELECT '${kind}' AS kind, id, article, ${HEART} AS "start", ${who} AS who, ${what} AS what, ${whom} AS whom
     FROM "${kind}" t WHERE ${within(kind).sql}`;
  const rows = await store.query(
    `${select("statement", 'source."name"', "cue", "NULL")}
     UNION ALL ${select("event", 'actors[1]."name"', "type", 'recipients[1]."name"')}
     UNION ALL ${select("position", 'holders[1]."name"', "stance", "issue.label")}
     UNION ALL ${select("quantity", '"by"[1]."name"', `regexp_replace(CAST(coalesce("value", low, high) AS VARCHAR), '\\.0$', '')`, "measure")}
     ORDER BY article, "start", kind, id`,
    ["statement", "event", "position", "quantity"].flatMap((kind) => within(kind).values),
  );
  // Asked in SQL, DuckDB would read all evidence to know which has a place.
  return (rows as unknown as RecordLabel[]).filter(({ start }) => start !== null);
}
