/**
 * Rows by a list of values, found without an index: in, a table, its column and the values; out, an SQL condition on its
 * rows. The column is read alone first, then the other columns of the rows that are left; asked for directly, DuckDB
 * reads every column of every row (measured with 600,000 events: 0.30 s of CPU against 0.04 s).
 */
import type { SqlCondition } from "./record-filter.js";

/** True of the rows of `table`, named `alias`, whose `column` is one of `values`. */
export function isOneOf(
  table: string,
  alias: string,
  column: string,
  values: Iterable<string>,
): SqlCondition {
  return {
    sql: `${alias}.rowid IN (SELECT rowid FROM "${table}" WHERE ${column} IN (SELECT unnest(CAST(?::JSON AS VARCHAR[]))))`,
    values: [JSON.stringify([...new Set(values)])],
  };
}
