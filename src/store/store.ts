/**
 * The record's home: one DuckDB file with one table for each kind of record.
 *
 * Writing is idempotent: the same text from the same origin, analysed by the same program and tables,
 * adds nothing; another text from that origin is its next version and becomes the current one.
 */
import type { AnalysedArticle } from "../core/analysed-article.js";
import {
  ACROSS_KINDS,
  type AcrossArticles,
  type AnyRecord,
  type ProblemRecord,
  RECORD_KINDS,
  type RecordKind,
  type WITHIN_KINDS,
} from "../core/records.js";
import { clearAcross, insertAcross } from "./across-rows.js";
import { nextArticleNumber } from "./article-heads.js";
import { ArticleRows, removeArticle, retireArticle, toRow } from "./article-rows.js";
import { Database, type SqlRow, type SqlValue } from "./database.js";
import { KnownArticles } from "./known-articles.js";
import { migrate, requireSchema } from "./migrate.js";
import { EVERYTHING, type SqlCondition } from "./record-filter.js";

/** Columns that serve the store and are no part of the record. */
export const INNER_COLUMNS: ReadonlySet<string> = new Set([
  "current",
  "analysis",
  "articleNumber",
  "n",
  "earliest",
  "latest",
  "characters",
  "reports",
  "joined",
]);

/** What {@link Store.add} did with an article. */
export type AddOutcome = "added" | "changed" | "recoded" | "unchanged";

export class Store {
  readonly #database: Database;
  readonly #known: KnownArticles;

  private constructor(database: Database) {
    this.#database = database;
    this.#known = new KnownArticles(database);
  }

  /** Opens a store for writing and brings its schema up to date. */
  static async open(file: string): Promise<Store> {
    const database = await Database.open(file);
    try {
      await migrate(database, file);
      return new Store(database);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** Opens a store for reading; several processes may at once. */
  static async openReadOnly(file: string, options: { sealed?: boolean } = {}): Promise<Store> {
    const database = await Database.open(file, { readOnly: true, ...options });
    try {
      await requireSchema(database, file);
    } catch (error) {
      database.close();
      throw error;
    }
    return new Store(database);
  }

  close(): void {
    this.#database.close();
  }

  /** The connection, for the files of this folder that keep what spans articles (passage-tables.ts …). */
  get database(): Database {
    return this.#database;
  }

  /** What adding this article would do, so that an unchanged one need not be analysed. */
  async outcomeOf(article: { id: string; origin: string }, analysis: string): Promise<AddOutcome> {
    const known = await this.#known.find(article.origin);
    if (known === undefined) return "added";
    if (known.id !== article.id) return "changed";
    return known.analysis === analysis ? "unchanged" : "recoded";
  }

  /** Adds a batch in one transaction; a crash leaves all of it or none. */
  async add(batch: readonly AnalysedArticle[], analysis: string): Promise<void> {
    if (batch.length === 0) return;
    try {
      await this.#database.transaction(() => this.#add(batch, analysis));
    } catch (error) {
      this.#known.forget();
      throw error;
    }
  }

  async #add(batch: readonly AnalysedArticle[], analysis: string): Promise<void> {
    const rows = new ArticleRows();
    let free = await nextArticleNumber(this.#database);
    for (const analysed of batch) {
      const { id, origin } = analysed.article;
      const known = await this.#known.find(origin);
      const outcome = await this.outcomeOf(analysed.article, analysis);
      if (outcome === "unchanged") continue;
      let number: number | undefined;
      if (known !== undefined) {
        if (outcome === "changed") await retireArticle(this.#database, known.id);
        number = await removeArticle(this.#database, id);
      }
      const version = (known?.version ?? 0) + (outcome === "recoded" ? 0 : 1);
      rows.add(analysed, version, analysis, number ?? free++);
      this.#known.note(origin, { id, version, analysis });
    }
    await rows.write(this.#database);
  }

  /**
   * Replaces the problems of the files that a run has read: what was mended since goes, the rest stays.
   * `origins` are the files (without `#part`), `problems` all that the run met outside articles.
   */
  async replaceFileProblems(origins: readonly string[], problems: readonly ProblemRecord[]): Promise<void> {
    await this.#database.transaction(async () => {
      const list = JSON.stringify([...new Set([...origins, ...problems.map((p) => p.origin ?? "")])]);
      await this.#database.run(
        "DELETE FROM problem WHERE article IS NULL AND origin IN (SELECT unnest(CAST(?::JSON AS VARCHAR[])))",
        [list],
      );
      await this.#database.insert("problem", [...new Map(problems.map((p) => [p.id, toRow(p)])).values()]);
    });
  }

  /** Puts `records` in place of all records of the kind: what spans articles is found anew as a whole. */
  async replaceAcross(
    kind: (typeof ACROSS_KINDS)[number],
    records: readonly AcrossArticles[],
  ): Promise<void> {
    await this.#database.transaction(async () => {
      await clearAcross(this.#database, kind);
      await insertAcross(this.#database, kind, records);
    });
  }

  /**
   * Current records in the export's order: by kind, then origin, then place in the article. `select` gives the
   * condition on the records `t` of a kind (record-selection.ts).
   */
  async *streamRecords(
    kinds: readonly RecordKind[] = RECORD_KINDS,
    select: (kind: RecordKind) => SqlCondition = () => EVERYTHING,
  ): AsyncGenerator<AnyRecord> {
    for (const kind of kinds) {
      const { sql, values } = select(kind);
      for await (const row of this.#database.streamJson(
        `SELECT CAST(to_json(t) AS VARCHAR) ${fromCurrent(kind, sql)}`,
        values,
      )) {
        yield toRecord(kind, row);
      }
    }
  }

  /** The record with this id, of whatever kind and version; undefined where there is none. */
  async findRecord(id: string): Promise<AnyRecord | undefined> {
    for (const kind of RECORD_KINDS) {
      const sql = `SELECT CAST(to_json(t) AS VARCHAR) FROM ${kind} t WHERE id = ? LIMIT 1`;
      for await (const row of this.#database.streamJson(sql, [id])) return toRecord(kind, row);
    }
    return undefined;
  }

  /** Records of one kind in one article, in the order of the text. */
  async recordsOf(article: string, kind: (typeof WITHIN_KINDS)[number] | "problem"): Promise<AnyRecord[]> {
    const order = kind === "problem" ? "id" : "n";
    const sql = `SELECT CAST(to_json(t) AS VARCHAR) FROM ${kind} t WHERE article = ? ORDER BY ${order}`;
    const records: AnyRecord[] = [];
    for await (const row of this.#database.streamJson(sql, [article])) records.push(toRecord(kind, row));
    return records;
  }

  /** Rows of any query over the tables; for the pages and the `sql` command. */
  query(sql: string, values: readonly SqlValue[] = []): Promise<SqlRow[]> {
    return this.#database.all(sql, values);
  }

  /** The result of a query typed by a user, with its column names. */
  table(sql: string): Promise<{ columns: string[]; rows: unknown[][] }> {
    return this.#database.table(sql);
  }

  /**
   * Writes the current records `t` of one kind for which the condition holds to a CSV or Parquet file; nested values
   * are JSON in CSV.
   */
  async copyTo(
    kind: RecordKind,
    file: string,
    format: "csv" | "parquet",
    { sql, values }: SqlCondition = EVERYTHING,
  ): Promise<void> {
    const columns = await this.#database.all(`DESCRIBE ${kind}`);
    const selected: string[] = [];
    for (const column of columns) {
      const name = column.column_name as string;
      const type = column.column_type as string;
      if (INNER_COLUMNS.has(name)) continue;
      if (format === "parquet" || !/[([]/.test(type)) selected.push(`t."${name}"`);
      else if (type.endsWith("[]")) selected.push(`to_json(t."${name}") AS "${name}"`);
      else
        for (const field of structFields(type)) selected.push(`t."${name}"."${field}" AS "${name}_${field}"`);
    }
    const options = format === "csv" ? "FORMAT csv, HEADER" : "FORMAT parquet";
    const target = file.replaceAll("'", "''");
    await this.#database.run(
      `COPY (SELECT ${selected.join(", ")} ${fromCurrent(kind, sql)}) TO '${target}' (${options})`,
      values,
    );
  }
}

/** Current records `t` of a kind, in the export's order; `condition` is SQL on `t`. */
function fromCurrent(kind: RecordKind, condition: string): string {
  if (kind === "article") return `FROM article t WHERE t.current AND ${condition} ORDER BY t.origin`;
  if (kind === "problem") {
    return `FROM problem t WHERE (t.article IS NULL OR t.article IN (SELECT id FROM article WHERE current)) AND ${condition} ORDER BY t.origin NULLS FIRST, t.line, t.article, t.start, t.id`;
  }
  if ((ACROSS_KINDS as readonly string[]).includes(kind))
    return `FROM ${kind} t WHERE ${condition} ORDER BY t.id`;
  return `FROM ${kind} t JOIN article a ON a.id = t.article WHERE a.current AND ${condition} ORDER BY a.origin, t.n`;
}

/** Field names of `STRUCT(edtf VARCHAR, "text" VARCHAR)`. */
function structFields(type: string): string[] {
  const inside = type.slice(type.indexOf("(") + 1, type.lastIndexOf(")"));
  return inside.split(",").map((field) => field.trim().replace(/^"?(\w+)"? .*$/, "$1"));
}

/** A row of the kind's table, as JSON, as a record; what is nested in it is taken over and not copied. */
export function toRecord(kind: RecordKind, row: SqlRow): AnyRecord {
  const record: SqlRow = { kind };
  for (const key in row) {
    if (INNER_COLUMNS.has(key)) continue;
    if (kind === "problem" && row[key] === null) continue;
    record[key] = dropNulls(row[key]);
  }
  return record as unknown as AnyRecord;
}

/** Absent fields of nested values come back from the table as null; the record leaves them out. The value itself is changed. */
export function dropNulls(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = dropNulls(value[i]);
    return value;
  }
  const present: SqlRow = {};
  for (const key in value) {
    const field = (value as SqlRow)[key];
    if (field !== null) present[key] = dropNulls(field);
  }
  return present;
}
