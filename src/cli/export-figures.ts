/** Figures that pass a filter, by measure, the most often counted first. */
import type { QuantityRecord } from "../core/records.js";
import { earliestOf, latestOf } from "../store/edtf-order.js";
import type { PageOf } from "../store/page-queries.js";
import { type RecordFilter, whereRecord } from "../store/record-filter.js";
import { HEAD_COLUMNS, type Headed, toHeaded } from "../store/record-head.js";
import type { Store } from "../store/store.js";

export interface QuantityList {
  readonly total: number;
  readonly quantities: readonly Headed<QuantityRecord>[];
}

/**
 * A figure is an actor's where it did what is counted, where it is on its word, or where its name stands in what is
 * counted; without a date of its own it has that of its report.
 */
export async function listQuantities(store: Store, filter: RecordFilter, at: PageOf): Promise<QuantityList> {
  const { independent: _, ...rest } = filter;
  const where = whereRecord(rest, {
    actors: "actors",
    named: `coalesce("of", '')`,
    outlets: "[outlet]",
    earliest: "earliest",
    latest: "latest",
  });
  const rows = await store.query(
    `WITH placed AS (
       SELECT q.id, q.article, q.n, q.measure, q."of", a.outlet,
         q."by" || list_transform(q.attribution, lambda x: struct_pack(id := x.id, "name" := x."name", "text" := x."text",
           country := x.country, sector := x.sector, wikidata := x.wikidata, cameo := x.cameo)) AS actors,
         CASE WHEN q.date.edtf IS NULL OR q.date.edtf LIKE 'XXXX%' THEN a.published.edtf ELSE q.date.edtf END AS edtf
       FROM quantity q JOIN article a ON a.id = q.article WHERE a.current),
     ordered AS (SELECT *, ${earliestOf("edtf")} AS earliest, ${latestOf("edtf")} AS latest FROM placed),
     passed AS (SELECT *, count(*) OVER ()::INTEGER AS total, count(*) OVER (PARTITION BY measure) AS often
       FROM ordered WHERE ${where.sql}),
     line AS (FROM passed ORDER BY often DESC, measure, earliest NULLS LAST, article, n LIMIT ? OFFSET ?)
     SELECT line.total, CAST(to_json(q) AS VARCHAR) AS record, ${HEAD_COLUMNS}
     FROM line JOIN quantity q ON q.id = line.id AND q.article = line.article JOIN article a ON a.id = line.article
     ORDER BY line.often DESC, line.measure, line.earliest NULLS LAST, line.article, line.n`,
    [...where.values, at.size, (at.page - 1) * at.size],
  );
  return {
    total: (rows[0]?.total as number) ?? 0,
    quantities: rows.map((row) => toHeaded<QuantityRecord>("quantity", row)),
  };
}
