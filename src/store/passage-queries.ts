/** Passages as lists show them: which ones, by where and when their articles appeared, with the articles' heads. */
import type { PassageRecord } from "../core/records.js";
import { type RecordFilter, whereRecord } from "./record-filter.js";
import { type ArticleHead, HEAD_COLUMNS, toHead } from "./record-head.js";
import { type Store, toRecord } from "./store.js";

/** Passages with an occurrence in an article that passes the filter; those with the most occurrences first. */
export async function findPassageRecords(
  store: Store,
  filter: Pick<RecordFilter, "outlet" | "from" | "to">,
): Promise<PassageRecord[]> {
  const where = whereRecord(filter, {
    outlets: "[a.outlet]",
    earliest: "a.earliest",
    latest: "a.latest",
  });
  const rows = await store.query(
    `SELECT CAST(to_json(p) AS VARCHAR) AS record FROM passage p WHERE id IN (
      SELECT o.passage FROM occurrence o JOIN article a ON a.id = o.article WHERE ${where.sql}
    ) ORDER BY len(occurrences) DESC, id`,
    where.values,
  );
  return rows.map((row) => toRecord("passage", JSON.parse(row.record as string)) as PassageRecord);
}

/** Heads of the articles that the passages stand in, by id. */
export async function findPassageHeads(
  store: Store,
  passages: readonly PassageRecord[],
): Promise<Map<string, ArticleHead>> {
  const ids = new Set(passages.flatMap((passage) => passage.occurrences.map((o) => o.article)));
  const rows = await store.query(
    `SELECT ${HEAD_COLUMNS} FROM article a WHERE a.id IN (SELECT unnest(CAST(?::JSON AS VARCHAR[])))`,
    [JSON.stringify([...ids])],
  );
  return new Map(rows.map((row) => [row.head_id as string, toHead(row)]));
}
