/**
 * Articles on their way into the tables: in, what was found in each; out, its rows and those of its records, of
 * `presence`, `standing` and `pending`, each table's at once.
 *
 * Everything runs in the caller's transaction.
 */
import type { AnalysedArticle } from "../core/analysed-article.js";
import { type AnyRecord, WITHIN_KINDS } from "../core/records.js";
import { readHeads } from "./article-heads.js";
import type { ComputedColumns, Database } from "./database.js";
import { earliestOf, latestOf } from "./edtf-order.js";
import { listPending } from "./pending.js";
import { countPresence } from "./presence.js";
import { listStandings, STANDING_COLUMNS } from "./standing.js";

/** What lists ask of every article at once: worked out of date and text, it costs as much as all of them. */
const ARTICLE_COLUMNS: ComputedColumns = {
  earliest: earliestOf("published.edtf"),
  latest: latestOf("published.edtf"),
  characters: 'length("text")',
};

const COMPUTED: Readonly<Record<string, ComputedColumns>> = {
  article: ARTICLE_COLUMNS,
  standing: STANDING_COLUMNS,
};

export class ArticleRows {
  readonly #byTable = new Map<string, object[]>();

  /** Adds an article that becomes the current one of its origin. */
  add(
    { article, records, problems }: AnalysedArticle,
    version: number,
    analysis: string,
    articleNumber: number,
  ): void {
    this.#push("article", [{ ...toRow(article), version, current: true, analysis, articleNumber }]);
    records.forEach((record, n) => {
      this.#push(record.kind, [{ ...toRow(record), articleNumber, n }]);
    });
    this.#push("problem", problems.map(toRow));
    this.#push("presence", countPresence(article.id, records));
    this.#push("standing", listStandings(article, records));
    this.#push("pending", listPending(article.id));
  }

  async write(database: Database): Promise<void> {
    for (const [table, rows] of this.#byTable) await database.insert(table, rows, COMPUTED[table]);
  }

  #push(table: string, rows: readonly object[]): void {
    const known = this.#byTable.get(table);
    if (known === undefined) this.#byTable.set(table, [...rows]);
    else for (const row of rows) known.push(row);
  }
}

/** Keeps the text and its records as those of an earlier version. */
export async function retireArticle(database: Database, id: string): Promise<void> {
  await database.run("UPDATE article SET current = false WHERE id = ?", [id]);
  for (const table of ["presence", "standing"])
    await database.run(`DELETE FROM ${table} WHERE article = ?`, [id]);
  await database.insert("pending", listPending(id));
}

/** Returns the number that the article had, which it keeps when it is written again; undefined where there was none. */
export async function removeArticle(database: Database, id: string): Promise<number | undefined> {
  const number = (await readHeads(database, [id])).get(id)?.number;
  await database.run("DELETE FROM article WHERE id = ?", [id]);
  for (const table of [...WITHIN_KINDS, "problem", "presence", "standing"])
    await database.run(`DELETE FROM ${table} WHERE article = ?`, [id]);
  return number;
}

/** A record as a row: its kind is the table that it stands in. */
export function toRow(record: AnyRecord): object {
  const { kind: _, ...row } = record;
  return row;
}
