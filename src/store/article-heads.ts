/**
 * What an article's records are found by: in, ids of articles; out, where each comes from, and its number.
 *
 * Numbers grow as articles are written, so that the rows of an article have theirs close together in every table, and
 * an article has one number for good, whatever is written of it anew.
 */
import type { Database } from "./database.js";
import { listOf } from "./row-lookup.js";

export interface ArticleHead {
  readonly origin: string;
  readonly number: number;
}

/** The heads of articles of whatever version, by id. */
export async function readHeads(
  database: Database,
  ids: readonly string[],
): Promise<Map<string, ArticleHead>> {
  if (ids.length === 0) return new Map();
  const { sql, values } = listOf(ids);
  const rows = await database.all(
    `SELECT id, origin, articleNumber AS number FROM article WHERE id IN ${sql}`,
    values,
  );
  return new Map(
    rows.map(({ id, origin, number }) => [
      id as string,
      { origin: origin as string, number: Number(number) },
    ]),
  );
}

/** The first number that no article has had. */
export async function nextArticleNumber(database: Database): Promise<number> {
  const [{ last }] = await database.all(
    "SELECT coalesce(max(articleNumber), 0)::INTEGER AS last FROM article",
  );
  return Number(last) + 1;
}
