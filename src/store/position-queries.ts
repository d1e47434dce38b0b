/**
 * Who stands where on what: the matrix of holders and issues, and the positions behind a cell of it.
 *
 * A position is told in a holder's own word where the holder is the source of the innermost link of its attribution,
 * else in another's (the author's, where nobody is named). Reports of it that copy one passage, or that credit one
 * agency, count once. A position without a date of its own has the date of its article.
 */
import type { PositionRecord, Stance } from "../core/records.js";
import type { SqlValue } from "./database.js";
import { unitBetween } from "./edtf-order.js";
import type { PageOf } from "./page-queries.js";
import { type RecordFilter, type SqlCondition, whereRecord } from "./record-filter.js";
import { HEAD_COLUMNS, type Headed, toHeaded } from "./record-head.js";
import { remember } from "./remembered.js";
import { isOneOf } from "./row-lookup.js";
import type { Store } from "./store.js";

/** A line of the matrix: an issue; or a column of it: a holder. */
export interface MatrixEdge {
  /** The value for a filter. */
  readonly key: string;
  readonly name: string;
  /** Of an issue, how many holders stand on it. */
  readonly holders?: number;
  readonly positions: number;
  readonly reports: number;
}

/** One stance of one holder on one issue, told in its own word or in another's. */
export interface MatrixCell {
  readonly issue: string;
  readonly holder: string;
  readonly stance: Stance;
  readonly own: boolean;
  readonly positions: number;
}

/** A cell of a holder that has no column. */
export interface OtherCell extends MatrixCell {
  readonly name: string;
}

/** Positions of a holder within one day, month or year. */
export interface StripPoint {
  readonly holder: string;
  readonly stance: Stance;
  /** `1962-10-22`, `1962-10` or `1962`, all of one strip alike. */
  readonly at: string;
  readonly positions: number;
}

export interface PositionMatrix {
  /** Positions, holders and issues that pass the filter, drawn or not. */
  readonly positions: number;
  readonly holders: number;
  readonly issues: number;
  readonly rows: readonly MatrixEdge[];
  readonly columns: readonly MatrixEdge[];
  readonly cells: readonly MatrixCell[];
  /** For each line, some holders without a column: those with the most positions. */
  readonly others: readonly OtherCell[];
  readonly strip: readonly StripPoint[];
  /** Positions of the columns that are dated too roughly for the strip. */
  readonly roughlyDated: number;
}

export interface PositionList {
  readonly total: number;
  readonly positions: readonly Headed<PositionRecord>[];
}

/** Holders without a column that are named beside an issue. */
const OTHERS = 4;

/**
 * The matrix of a page of issues, those on which most holders stand first, and of the `columns` holders with the most
 * reports on them.
 */
export async function findMatrix(
  store: Store,
  filter: RecordFilter,
  rows: PageOf,
  columns: number,
): Promise<PositionMatrix> {
  const base = tellPositions(filter);
  const [{ json }] = await store.query(
    `WITH ${base.sql},
     ranked AS (SELECT issue, count(*) AS holders FROM (SELECT DISTINCT issue, holder FROM held) GROUP BY 1),
     counted AS (SELECT issue, any_value(row) AS row, count(DISTINCT told) AS positions, count(DISTINCT report) AS reports FROM held GROUP BY 1),
     topic AS MATERIALIZED (SELECT issue, s.issueKey AS key, holders, positions, reports
       FROM ranked JOIN counted USING (issue) JOIN standing s ON s.rowid = counted.row),
     front AS MATERIALIZED (FROM topic ORDER BY holders DESC, reports DESC, positions DESC, key LIMIT ? OFFSET ?),
     shown AS MATERIALIZED (SELECT h.*, s.key AS holderKey, s."name", s.issueKey, s.label FROM held h JOIN standing s ON s.rowid = h.row
       WHERE issue IN (SELECT issue FROM front)),
     line AS MATERIALIZED (SELECT f.* EXCLUDE (issue), (SELECT min(label) FROM shown WHERE shown.issue = f.issue) AS "name" FROM front f),
     col AS MATERIALIZED (SELECT holder, min(holderKey) AS key, min("name") AS "name", count(*) AS positions, count(DISTINCT report) AS reports
       FROM shown GROUP BY 1 ORDER BY reports DESC, positions DESC, key LIMIT ?),
     stood AS MATERIALIZED (SELECT issueKey AS issue, holderKey AS holder, min("name") AS "name", stance, own, count(*) AS positions FROM shown
       GROUP BY issueKey, holderKey, stance, own),
     cell AS (SELECT issue, holder, stance, own, positions FROM stood WHERE holder IN (SELECT key FROM col)),
     other AS (SELECT unnest(list(stood ORDER BY positions DESC, holder, stance, own)[:${OTHERS}], recursive := true) FROM stood
       WHERE holder NOT IN (SELECT key FROM col) GROUP BY issue),
     dated AS (SELECT col.key AS holderKey, stance, earliest FROM held JOIN col USING (holder) WHERE earliest > '0000'),
     unit AS (SELECT ${unitBetween("quantile_disc(earliest, 0.2)", "quantile_disc(earliest, 0.8)")} AS digits FROM dated),
     point AS (SELECT holderKey AS holder, stance, left(earliest, digits) AS "at", count(*) AS positions
       FROM dated, unit WHERE length(earliest) >= digits GROUP BY ALL)
     SELECT CAST(to_json(struct_pack(
       positions := (SELECT count(DISTINCT told) FROM held),
       holders := (SELECT count(DISTINCT holder) FROM held),
       issues := (SELECT count(*) FROM topic),
       "rows" := (SELECT list(line ORDER BY holders DESC, reports DESC, positions DESC, key) FROM line),
       columns := (SELECT list(edge ORDER BY reports DESC, positions DESC, key) FROM (SELECT * EXCLUDE (holder) FROM col) edge),
       cells := (SELECT list(cell ORDER BY issue, holder, stance, own DESC) FROM cell),
       others := (SELECT list(other ORDER BY issue, positions DESC, holder, stance, own) FROM other),
       strip := (SELECT list(point ORDER BY holder, "at", stance) FROM point),
       roughlyDated := (SELECT count(*) FROM dated, unit WHERE length(earliest) < digits)
     )) AS VARCHAR) AS json`,
    [...base.values, rows.size, (rows.page - 1) * rows.size, columns],
  );
  const found = JSON.parse(json as string) as { [K in keyof PositionMatrix]: PositionMatrix[K] | null };
  return {
    ...(found as PositionMatrix),
    rows: found.rows ?? [],
    columns: found.columns ?? [],
    cells: found.cells ?? [],
    others: found.others ?? [],
    strip: found.strip ?? [],
  };
}

/** Positions that pass the filter, the latest first. */
export async function listPositions(store: Store, filter: RecordFilter, at: PageOf): Promise<PositionList> {
  const base = tellPositions(filter);
  const lines = (await store.query(
    `WITH ${base.sql}, kept AS MATERIALIZED (SELECT DISTINCT article, n, earliest FROM standing WHERE rowid IN (SELECT row FROM held))
     SELECT article, n, (SELECT count(*) FROM kept)::INTEGER AS total FROM kept
     ORDER BY earliest DESC NULLS LAST, article, n LIMIT ? OFFSET ?`,
    [...base.values, at.size, (at.page - 1) * at.size],
  )) as unknown as { article: string; n: number; total: number }[];
  const near = isOneOf(
    "position",
    "p",
    "article",
    lines.map(({ article }) => article),
  );
  const rows = await store.query(
    `SELECT p.n, CAST(to_json(p) AS VARCHAR) AS record, ${HEAD_COLUMNS} FROM position p JOIN article a ON a.id = p.article WHERE ${near.sql}`,
    near.values,
  );
  const found = new Map(rows.map((row) => [`${row.head_id} ${row.n}`, row]));
  return {
    total: lines[0]?.total ?? 0,
    positions: lines.flatMap(({ article, n }) => {
      const row = found.get(`${article} ${n}`);
      return row === undefined ? [] : [toHeaded<PositionRecord>("position", row)];
    }),
  };
}

/** A holder or an issue to choose. */
export interface PositionChoice {
  readonly key: string;
  readonly name: string;
}

/** Holders to choose from, those with the most positions first. */
export function listHolderChoices(store: Store, size: number): Promise<PositionChoice[]> {
  return remember(store, `holders ${size}`, () => listChoices(store, "key", '"name"', size));
}

/** Issues to choose from, those with the most positions first. */
export function listIssueChoices(store: Store, size: number): Promise<PositionChoice[]> {
  return remember(store, `issues ${size}`, () => listChoices(store, "issueKey", "label", size));
}

async function listChoices(store: Store, key: string, name: string, size: number): Promise<PositionChoice[]> {
  const rows = await store.query(
    `SELECT ${key} AS key, min(${name}) AS "name" FROM standing GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ?`,
    [size],
  );
  return rows as unknown as PositionChoice[];
}

/**
 * CTEs whose last, `held`, has a row for each holder of each position that passes the filter, or for the one that is
 * asked for: `row` is that of the table `standing`, all else a number, since numbers are put together and counted several
 * times quicker than ids and names.
 */
export function tellPositions({ independent, ...filter }: RecordFilter): SqlCondition {
  const where = whereRecord(filter, {
    actor: { key: "key", name: '"name"' },
    issue: { key: "issueKey", name: "label" },
    outlets: "[outlet]",
    earliest: "earliest",
    latest: "latest",
    type: "stance",
  });
  const values: SqlValue[] = [...where.values];
  let kept = "all_held";
  if (independent !== undefined && independent > 1) {
    kept =
      "all_held WHERE (holder, issue) IN (SELECT (holder, issue) FROM all_held GROUP BY holder, issue HAVING count(DISTINCT report) >= ?)";
    values.push(independent);
  }
  const sql = `passed AS MATERIALIZED (SELECT rowid AS row, hash(article, n) AS told, hash(key) AS holder, hash(issueKey) AS issue, stance, own,
    earliest, hash(coalesce('agency ' || agency, article)) AS credit FROM standing WHERE ${where.sql}),
  copied AS (SELECT hash(s.article, s.n) AS told, hash(min(o.passage)) AS passage FROM standing s JOIN occurrence o ON o.article = s.article
    AND o."start" <= s.begins AND s.begins < o."end" GROUP BY 1),
  all_held AS MATERIALIZED (SELECT p.* EXCLUDE (credit), coalesce(c.passage, p.credit) AS report FROM passed p LEFT JOIN copied c ON c.told = p.told),
  held AS (SELECT * FROM ${kept})`;
  return { sql, values };
}
