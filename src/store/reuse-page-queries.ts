/**
 * Who copies whom: passages as a list, and how many each outlet has from which other one.
 *
 * "From" is the outlet of the article that had the passage first, by date; a passage of which that is not known counts
 * for nobody. Quotations that articles share are no copies, and are listed but not counted.
 */
import type { PassageRecord } from "../core/records.js";
import { whereArticle } from "./actor-list-queries.js";
import type { PageOf } from "./page-queries.js";
import { EVERYTHING, type RecordFilter, type SqlCondition } from "./record-filter.js";
import { type ArticleHead, findHeads, readRecord } from "./record-head.js";
import { remember } from "./remembered.js";
import type { Store } from "./store.js";

/** An outlet that has passages which another had first. */
export interface CopyLink {
  readonly from: string;
  readonly to: string;
  readonly passages: number;
  readonly articles: number;
}

/** A passage, shortened, with where it stands. */
export interface PassageLine {
  readonly id: string;
  readonly rule: string;
  readonly identical: boolean;
  /** The first characters of the first occurrence. */
  readonly text: string;
  readonly length: number;
  readonly articles: number;
  readonly first: string | null;
  /** Some of the articles, in the order of the passage. */
  readonly heads: readonly ArticleHead[];
}

export interface PassageList {
  readonly total: number;
  readonly passages: readonly PassageLine[];
}

/** Articles of a passage that a list names. */
const NAMED = 6;

/** Characters of a passage that a list shows. */
const SHOWN = 320;

/** Rules that a list can be filtered by, with the number of their passages. */
export function countPassageRules(store: Store): Promise<{ rule: string; passages: number }[]> {
  return remember(store, "passage rules", async () => {
    const rows = await store.query(
      "SELECT left(rule, 60) AS rule, count(*)::INTEGER AS passages FROM passage GROUP BY 1 ORDER BY passages DESC, 1 LIMIT 20",
    );
    return rows as unknown as { rule: string; passages: number }[];
  });
}

/** The strongest `size` pairs of outlets. */
export async function listCopyLinks(store: Store, filter: RecordFilter, size: number): Promise<CopyLink[]> {
  const { outlet: _, ...rest } = filter;
  const articles = whereArticle(rest);
  const { outlet } = filter;
  const rows = await store.query(
    `WITH copy AS (SELECT DISTINCT o.passage AS id, o.article, left(f.outlet, 200) AS "from", left(a.outlet, 200) AS "to"
       FROM occurrence o JOIN passage p ON p.id = o.passage JOIN article a ON a.id = o.article JOIN article f ON f.id = p."first"
       WHERE NOT o.isFirst AND o.rule <> 'shared quotation' AND a.outlet IS NOT NULL AND f.outlet IS NOT NULL AND ${articles.sql})
     SELECT "from", "to", count(DISTINCT id)::INTEGER AS passages, count(DISTINCT article)::INTEGER AS articles FROM copy
     ${outlet === undefined ? "" : 'WHERE lower("from") = lower(?) OR lower("to") = lower(?)'}
     GROUP BY 1, 2 ORDER BY passages DESC, articles DESC, 1, 2 LIMIT ?`,
    [...articles.values, ...(outlet === undefined ? [] : [outlet, outlet]), size],
  );
  return rows as unknown as CopyLink[];
}

/** Passages with an occurrence in an article that passes the filter; those in the most articles first. */
export async function listPassages(store: Store, filter: RecordFilter, at: PageOf): Promise<PassageList> {
  const where = wherePassage(filter);
  const rows = await store.query(
    `WITH kept AS MATERIALIZED (SELECT passage AS id, count(DISTINCT article)::INTEGER AS articles FROM occurrence
       WHERE passage IN (SELECT id FROM passage WHERE ${where.sql}) GROUP BY 1),
     line AS (SELECT *, (SELECT count(*) FROM kept)::INTEGER AS total FROM kept ORDER BY articles DESC, id LIMIT ? OFFSET ?)
     SELECT line.total, line.articles, p.id, p.rule, p.identical, p."first", left(p.occurrences[1]."text", ${SHOWN}) AS "text",
       length(p.occurrences[1]."text")::INTEGER AS length, CAST(to_json(list_transform(p.occurrences[:24], lambda x: x.article)) AS VARCHAR) AS ids
     FROM line JOIN passage p ON p.id = line.id ORDER BY line.articles DESC, line.id`,
    [...where.values, at.size, (at.page - 1) * at.size],
  );
  const idsOf = rows.map((row) => [...new Set(JSON.parse(row.ids as string) as string[])].slice(0, NAMED));
  const heads = await findHeads(store, idsOf.flat());
  return {
    total: (rows[0]?.total as number) ?? 0,
    passages: rows.map(({ total: _, ids: __, ...row }, i) => ({
      ...(row as unknown as Omit<PassageLine, "heads">),
      heads: idsOf[i].flatMap((id) => heads.get(id) ?? []),
    })),
  };
}

/** The condition on a passage: its rule is the filter's type, and it stands in an article that passes the rest. */
export function wherePassage(filter: RecordFilter): SqlCondition {
  const { type, ...rest } = filter;
  const parts: SqlCondition[] = [];
  if (Object.keys(rest).length > 0) {
    const articles = whereArticle(rest);
    parts.push({
      sql: `id IN (SELECT o.passage FROM occurrence o JOIN article a ON a.id = o.article WHERE ${articles.sql})`,
      values: articles.values,
    });
  }
  if (type !== undefined) parts.push({ sql: "left(rule, 60) = ?", values: [type] });
  if (parts.length === 0) return EVERYTHING;
  return {
    sql: parts.map(({ sql }) => sql).join(" AND "),
    values: parts.flatMap(({ values }) => values),
  };
}

/** Passages that stand in an article, in the order of its text, each without the words of its other places. */
export async function listPassagesOf(store: Store, article: string): Promise<PassageRecord[]> {
  const rows = await store.query(
    `SELECT CAST(to_json(p) AS VARCHAR) AS record FROM passage p
     WHERE p.rowid IN (SELECT rowid FROM passage WHERE id IN (SELECT passage FROM occurrence WHERE article = ?)) ORDER BY id LIMIT 200`,
    [article],
  );
  return rows.map((row) => readRecord<PassageRecord>("passage", row));
}
