/** Figures that pass a filter, by measure, the most often counted first. */
import type { QuantityRecord } from "../core/records.js";
import { earliestOf, latestOf } from "./edtf-order.js";
import type { PageOf } from "./page-queries.js";
import { type RecordFilter, type SqlCondition, whereRecord } from "./record-filter.js";
import { HEAD_COLUMNS, type Headed, toHeaded } from "./record-head.js";
import type { Store } from "./store.js";

export interface QuantityList {
  readonly total: number;
  readonly quantities: readonly Headed<QuantityRecord>[];
}

/** Figures that pass the filter. */
export async function listQuantities(store: Store, filter: RecordFilter, at: PageOf): Promise<QuantityList> {
  const base = keepQuantities(filter);
  const rows = await store.query(
    `WITH ${base.sql},
     often AS (SELECT measure, count(*) AS often FROM kept GROUP BY 1),
     line AS (SELECT kept.*, often, (SELECT count(*) FROM kept)::INTEGER AS total FROM kept JOIN often USING (measure)
       ORDER BY often DESC, measure, earliest NULLS LAST, article, n LIMIT ? OFFSET ?)
     SELECT line.total, CAST(to_json(q) AS VARCHAR) AS record, ${HEAD_COLUMNS}
     FROM line JOIN quantity q ON q.id = line.id AND q.article = line.article JOIN article a ON a.id = line.article
     ORDER BY line.often DESC, line.measure, line.earliest NULLS LAST, line.article, line.n`,
    [...base.values, at.size, (at.page - 1) * at.size],
  );
  return {
    total: (rows[0]?.total as number) ?? 0,
    quantities: rows.map((row) => toHeaded<QuantityRecord>("quantity", row)),
  };
}

/**
 * CTEs whose last, `kept`, has a row for each figure that passes the filter. A figure is an actor's where it did what
 * is counted, where it is on its word, or where its name stands in what is counted; without a date of its own it has
 * that of its report.
 */
export function keepQuantities(filter: RecordFilter): SqlCondition {
  const { independent: _, ...rest } = filter;
  const where = whereRecord(rest, {
    actors: "actors",
    named: `coalesce("of", '')`,
    outlets: "[outlet]",
    earliest: "earliest",
    latest: "latest",
  });
  const sql = `placed AS (
       SELECT q.id, q.article, q.n, q.measure, q."of", a.outlet,
         q."by" || list_transform(q.attribution, lambda x: struct_pack(id := x.id, "name" := x."name", "text" := x."text",
           country := x.country, sector := x.sector, wikidata := x.wikidata, cameo := x.cameo)) AS actors,
         CASE WHEN q.date.edtf IS NULL OR q.date.edtf LIKE 'XXXX%' THEN a.published.edtf ELSE q.date.edtf END AS edtf
       FROM quantity q JOIN article a ON a.id = q.article WHERE a.current),
     ordered AS (SELECT *, ${earliestOf("edtf")} AS earliest, ${latestOf("edtf")} AS latest FROM placed),
     kept AS MATERIALIZED (SELECT id, article, n, measure, earliest FROM ordered WHERE ${where.sql})`;
  return { sql, values: where.values };
}
