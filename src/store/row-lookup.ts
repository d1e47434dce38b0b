/**
 * Rows by a list of values, found without an index: in, a table, its column and the values; out, an SQL condition on its
 * rows. The column is read alone first, then the other columns of the rows that are left; asked for directly, DuckDB
 * reads every column of every row (measured with 600,000 events: 0.30 s of CPU against 0.04 s).
 */
import type { SqlValue } from "./database.js";
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

/** SQL that narrows a table to the rows for which `condition` holds, so that of the others no further column is read. */
export function rowsWhere(table: string, condition: string): string {
  return `rowid IN (SELECT rowid FROM ${table} WHERE ${condition})`;
}

/** A condition on numbers; the bounds let blocks of rows be passed over unread. */
export function isNumbered(column: string, numbers: readonly number[]): string {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const n of numbers) {
    least = Math.min(least, n);
    most = Math.max(most, n);
  }
  return numbers.length === 0
    ? "false"
    : `${column} BETWEEN ${least} AND ${most} AND ${column} IN (${numbers.join(", ")})`;
}

/** So many ids are written out; more go as a table: each one written out costs the planning of a value. */
const WRITTEN_OUT = 20;

/** SQL for a list of ids. */
export function listOf(ids: readonly string[]): { sql: string; values: SqlValue[] } {
  if (ids.length === 0) return { sql: "(NULL)", values: [] };
  return ids.length <= WRITTEN_OUT
    ? { sql: `(${ids.map(() => "?").join(", ")})`, values: [...ids] }
    : { sql: "(SELECT unnest(CAST(?::JSON AS VARCHAR[])))", values: [JSON.stringify(ids)] };
}
