/**
 * The questions that the pages ask of a store: lists with filters, counts and pages of a list.
 *
 * Only current texts are listed. A list's order is fixed by the record alone, so that an address shows
 * the same view to everybody who opens the same store.
 */
import type { DateBasis, DateValue, ProblemRecord } from "../core/records.js";
import type { SqlRow, SqlValue } from "./database.js";
import {
  type FilterColumns,
  KEY_LENGTH,
  type RecordFilter,
  type SqlCondition,
  selectArticlesNaming,
  selectArticlesOn,
  whereRecord,
} from "./record-filter.js";
import { remember } from "./remembered.js";
import { isOneOf } from "./row-lookup.js";
import type { Store } from "./store.js";

/** Which articles to list; an absent field filters nothing. */
export type ArticleFilter = Pick<RecordFilter, "actor" | "issue" | "outlet" | "from" | "to" | "text">;

/** A stretch of a list: `page` counts from 1. */
export interface PageOf {
  readonly page: number;
  readonly size: number;
}

/** One line of the list of articles. */
export interface ArticleLine {
  readonly id: string;
  readonly origin: string;
  readonly outlet: string | null;
  readonly agency: string | null;
  readonly title: string | null;
  readonly published: DateValue | null;
  readonly language: string | null;
  readonly version: number;
  readonly statements: number;
  readonly problems: number;
}

export interface ArticleList {
  /** Articles that pass the filter. */
  readonly total: number;
  /** Articles that a date range leaves out because they have no date; 0 where no range is given. */
  readonly undated: number;
  readonly articles: readonly ArticleLine[];
}

export interface OutletCount {
  /** The value for a filter. */
  readonly outlet: string;
  readonly articles: number;
}

/** What the record holds. */
export interface RecordCounts {
  readonly articles: number;
  readonly outlets: number;
  readonly statements: number;
  readonly problems: number;
}

/** A version of an article: one text that was read from an origin. */
export interface ArticleVersion {
  readonly id: string;
  readonly version: number;
  readonly current: boolean;
}

const PROBLEM_IS_CURRENT = "(p.article IS NULL OR p.article IN (SELECT id FROM article WHERE current))";

/** Columns of the article `t` to filter by. */
const COLUMNS: FilterColumns = { outlets: "[t.outlet]", earliest: "t.earliest", latest: "t.latest" };

/** Articles that pass `filter`, latest first, those without a date last. */
export async function listArticles(store: Store, filter: ArticleFilter, at: PageOf): Promise<ArticleList> {
  const { from: _, to: __, ...rest } = filter;
  const plain = conditionsOf(rest);
  const dated = conditionsOf(filter);
  let undated = 0;
  if (filter.from !== undefined || filter.to !== undefined) {
    const [row] = await store.query(
      `SELECT count(*)::INTEGER AS undated FROM article t WHERE t.current AND t.earliest IS NULL AND ${plain.sql}`,
      plain.values,
    );
    undated = row.undated as number;
  }
  const rows = await store.query(
    `WITH kept AS MATERIALIZED (
       SELECT id, origin, outlet, agency, title, language, version,
              t.published.edtf AS edtf, t.published."text" AS written, t.published.basis AS basis, earliest
       FROM article t WHERE t.current AND ${dated.sql}),
     line AS (SELECT *, (SELECT count(*) FROM kept)::INTEGER AS total FROM kept
       ORDER BY earliest DESC NULLS LAST, origin
       LIMIT ? OFFSET ?)
     SELECT line.*,
            (SELECT count(*) FROM statement s WHERE s.article = line.id)::INTEGER AS statements,
            (SELECT count(*) FROM problem p WHERE p.article = line.id)::INTEGER AS problems
     FROM line ORDER BY earliest DESC NULLS LAST, origin`,
    [...dated.values, at.size, (at.page - 1) * at.size],
  );
  const total = rows.length > 0 || at.page === 1 ? rows[0]?.total : await countArticles(store, dated);
  return { total: (total as number | undefined) ?? 0, undated, articles: rows.map(toArticleLine) };
}

/** How many articles pass; for a page behind the last one, whose lines cannot say. */
async function countArticles(store: Store, { sql, values }: SqlCondition): Promise<number> {
  const [row] = await store.query(
    `SELECT count(*)::INTEGER AS total FROM article t WHERE t.current AND ${sql}`,
    values,
  );
  return row.total as number;
}

/** Outlets with the number of their articles, most first. */
export function listOutlets(store: Store): Promise<OutletCount[]> {
  return remember(store, "outlets", async () => {
    const rows = await store.query(
      `SELECT left(outlet, ${KEY_LENGTH}) AS outlet, count(*)::INTEGER AS articles
       FROM article WHERE current AND outlet IS NOT NULL
       GROUP BY 1 ORDER BY articles DESC, 1 LIMIT 500`,
    );
    return rows as unknown as OutletCount[];
  });
}

export function countRecords(store: Store): Promise<RecordCounts> {
  return remember(store, "counts", () => askCounts(store));
}

async function askCounts(store: Store): Promise<RecordCounts> {
  const [row] = await store.query(
    `SELECT (SELECT count(*) FROM article WHERE current)::INTEGER AS articles,
            (SELECT count(DISTINCT outlet) FROM article WHERE current)::INTEGER AS outlets,
            (SELECT count(*) FROM statement s JOIN article a ON a.id = s.article WHERE a.current)::INTEGER AS statements,
            (SELECT count(*) FROM problem p WHERE ${PROBLEM_IS_CURRENT})::INTEGER AS problems`,
  );
  return row as unknown as RecordCounts;
}

/** The texts read from one origin, the latest first. */
export async function listVersions(store: Store, origin: string): Promise<ArticleVersion[]> {
  const rows = await store.query(
    "SELECT id, version, current FROM article WHERE origin = ? ORDER BY version DESC",
    [origin],
  );
  return rows as unknown as ArticleVersion[];
}

/** Problems of the current texts and of files, one code or all; by place, then code. */
export async function listProblems(
  store: Store,
  code: string | undefined,
  at: PageOf,
): Promise<{ total: number; problems: ProblemRecord[] }> {
  const where = `${PROBLEM_IS_CURRENT}${code === undefined ? "" : " AND p.code = ?"}`;
  const values: SqlValue[] = code === undefined ? [] : [code];
  const [{ total }] = await store.query(
    `SELECT count(*)::INTEGER AS total FROM problem p WHERE ${where}`,
    values,
  );
  const rows = await store.query(
    `SELECT CAST(to_json(p) AS VARCHAR) AS json FROM problem p LEFT JOIN article a ON a.id = p.article WHERE ${where}
     ORDER BY coalesce(p.origin, a.origin), p.line, p.start, p.code, p.id LIMIT ? OFFSET ?`,
    [...values, at.size, (at.page - 1) * at.size],
  );
  return { total: total as number, problems: rows.map(toProblem) };
}

/** Codes of the problems that {@link listProblems} would list, with their number, most first. */
export async function countProblemCodes(store: Store): Promise<{ code: string; problems: number }[]> {
  const rows = await store.query(
    `SELECT code, count(*)::INTEGER AS problems FROM problem p WHERE ${PROBLEM_IS_CURRENT}
     GROUP BY code ORDER BY problems DESC, code`,
  );
  return rows as unknown as { code: string; problems: number }[];
}

/** Titles of articles by their ids, for links; an id that is unknown is left out. */
export async function findTitles(store: Store, ids: readonly string[]): Promise<Map<string, string | null>> {
  const { sql, values } = isOneOf("article", "a", "id", ids);
  const rows = await store.query(`SELECT id, title FROM article a WHERE ${sql}`, values);
  return new Map(rows.map((row) => [row.id as string, row.title as string | null]));
}

/** SQL for the ids of the current articles that pass the filter. */
export function selectArticles(filter: ArticleFilter): SqlCondition {
  const { sql, values } = conditionsOf(filter);
  return { sql: `SELECT t.id FROM article t WHERE t.current AND ${sql}`, values };
}

/** The condition on the article `t`; an actor or issue is one that a record of the article names. */
function conditionsOf({ text, actor, issue, ...own }: ArticleFilter): SqlCondition {
  const parts = [whereRecord(own, COLUMNS)];
  if (issue !== undefined) {
    const on = selectArticlesOn(issue);
    parts.push({ sql: `t.id IN (${on.sql})`, values: on.values });
  }
  if (actor !== undefined) {
    const naming = selectArticlesNaming(actor);
    parts.push({ sql: `t.id IN (${naming.sql})`, values: naming.values });
  }
  if (text !== undefined) {
    parts.push({
      sql: '(contains(lower(t.title), lower(?)) OR contains(lower(t."text"), lower(?)))',
      values: [text, text],
    });
  }
  return {
    sql: parts.map(({ sql }) => sql).join(" AND "),
    values: parts.flatMap(({ values }) => values),
  };
}

function toArticleLine(row: SqlRow): ArticleLine {
  const { edtf, written, basis, earliest: _, total: __, ...line } = row;
  const published =
    edtf === null
      ? null
      : {
          edtf: edtf as string,
          ...(written === null ? {} : { text: written as string }),
          basis: basis as DateBasis,
        };
  return { ...(line as unknown as Omit<ArticleLine, "published">), published };
}

function toProblem(row: SqlRow): ProblemRecord {
  const fields = Object.entries(JSON.parse(row.json as string) as SqlRow).filter(
    ([, value]) => value !== null,
  );
  return { kind: "problem", ...Object.fromEntries(fields) } as unknown as ProblemRecord;
}
