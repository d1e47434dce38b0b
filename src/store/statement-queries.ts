/**
 * Who said what: statements with where their articles come from, the latest first.
 *
 * A statement without a date of its own has that of its article. It has independent reports where a story of statements
 * joins it with others; one that stands alone has one.
 */
import type { StatementRecord } from "../core/records.js";
import type { SqlValue } from "./database.js";
import { earliestOf, latestOf } from "./edtf-order.js";
import type { PageOf } from "./page-queries.js";
import { type RecordFilter, type SqlCondition, whereRecord } from "./record-filter.js";
import { HEAD_COLUMNS, type Headed, toHeaded } from "./record-head.js";
import type { Store } from "./store.js";

export interface StatementList {
  readonly total: number;
  readonly statements: readonly Headed<StatementRecord>[];
}

/** Statements that pass the filter; `actor` is the source, `type` the mode (`direct` …). */
export async function listStatements(store: Store, filter: RecordFilter, at: PageOf): Promise<StatementList> {
  const base = keepStatements(filter);
  const rows = await store.query(
    `WITH ${base.sql},
     line AS (SELECT *, (SELECT count(*) FROM kept)::INTEGER AS total FROM kept ORDER BY earliest DESC NULLS LAST, article, n LIMIT ? OFFSET ?)
     SELECT line.total, CAST(to_json(s) AS VARCHAR) AS record, ${HEAD_COLUMNS}
     FROM line JOIN statement s ON s.id = line.id AND s.article = line.article JOIN article a ON a.id = line.article
     ORDER BY line.earliest DESC NULLS LAST, line.article, line.n`,
    [...base.values, at.size, (at.page - 1) * at.size],
  );
  return {
    total: (rows[0]?.total as number) ?? 0,
    statements: rows.map((row) => toHeaded<StatementRecord>("statement", row)),
  };
}

/** CTEs whose last, `kept`, has a row for each statement that passes the filter. */
export function keepStatements(filter: RecordFilter): SqlCondition {
  const { independent, ...rest } = filter;
  const where = whereRecord(rest, {
    actors: "[source]",
    outlets: "[outlet]",
    earliest: "earliest",
    latest: "latest",
    type: "mode",
  });
  const values: SqlValue[] = [...where.values];
  let told = "true";
  if (independent !== undefined && independent > 1) {
    told = `id IN (SELECT unnest(members) FROM story WHERE "of" = 'statement' AND independent >= ?)`;
    values.push(independent);
  }
  const sql = `placed AS (SELECT s.id, s.article, s.n, s.source, s.mode, a.outlet,
       CASE WHEN s.date.edtf IS NULL OR s.date.edtf LIKE 'XXXX%' THEN a.published.edtf ELSE s.date.edtf END AS edtf
       FROM statement s JOIN article a ON a.id = s.article WHERE a.current),
     dated AS (SELECT *, ${earliestOf("edtf")} AS earliest, ${latestOf("edtf")} AS latest FROM placed),
     kept AS MATERIALIZED (SELECT id, article, n, earliest FROM dated WHERE ${where.sql} AND ${told})`;
  return { sql, values };
}
