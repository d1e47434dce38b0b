/**
 * Records as stories and accounts are made of them: in, articles; out, their records in the order of the export.
 *
 * Rows are found first and read by their number in the table (`rowid`): texts and evidence of all others stay unread.
 */
import type {
  ArticleRecord,
  DatingRecord,
  EventRecord,
  QuantityRecord,
  ReferenceRecord,
  StatementRecord,
  StoryRecord,
} from "../core/records.js";
import type { Database, SqlRow, SqlValue } from "./database.js";
import { toRecord } from "./store.js";

/** Where an article has a copy of what others have, and by which rule. */
export interface CopiedPlace {
  readonly passage: string;
  readonly rule: string;
  readonly article: string;
  readonly start: number;
  readonly end: number;
}

/** Records that stories and accounts are made of. */
export interface ToldKinds {
  readonly event: EventRecord;
  readonly reference: ReferenceRecord;
  readonly statement: StatementRecord;
  readonly quantity: QuantityRecord;
  readonly dating: DatingRecord;
}

export class ToldRecords {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Where articles come from, by id: records stand in the order of it. */
  async readOrigins(ids: readonly string[]): Promise<Map<string, string>> {
    const { sql, values } = listOf(ids);
    const rows = await this.#database.all(`SELECT id, origin FROM article WHERE id IN ${sql}`, values);
    return new Map(rows.map(({ id, origin }) => [id as string, origin as string]));
  }

  /** Ids of all current articles, by date, so that what is new at one time is read and written together. */
  async listArticles(): Promise<string[]> {
    const rows = await this.#database.all(
      "SELECT id FROM article WHERE current ORDER BY published.edtf NULLS FIRST, origin, id",
    );
    return rows.map((row) => row.id as string);
  }

  readArticles(ids: readonly string[]): Promise<ArticleRecord[]> {
    const list = listOf(ids);
    return this.#records(
      "article",
      `FROM article t WHERE ${rowsWhere("article", `id IN ${list.sql}`)} ORDER BY t.origin, t.id`,
      list.values,
    );
  }

  /**
   * Records of one kind in these articles, statements in somebody's own words only; those without a place may be left
   * out where `isPlaced`.
   */
  async readWithin<K extends keyof ToldKinds>(
    kind: K,
    articles: readonly string[],
    isPlaced = false,
  ): Promise<ToldKinds[K][]> {
    const { sql, values } = listOf(articles);
    const where = kind === "statement" ? "t.mode <> 'indirect'" : isPlaced ? "len(t.places) > 0" : "true";
    const records: ToldKinds[K][] = await this.#records(
      kind,
      `FROM ${kind} t WHERE ${rowsWhere(kind, `article IN ${sql}`)} AND ${where} ORDER BY t.article, t.n`,
      values,
    );
    if (records.length === 0) return records;
    // Sorted here, since asking for origins with each kind would look the articles up each time.
    const origins = await this.readOrigins(articles);
    const originOf = (record: ToldKinds[K]) => origins.get(record.article) ?? "";
    return records.sort((x, y) => compareText(originOf(x), originOf(y)));
  }

  /** Where these articles have copies, by passage. */
  async readCopies(articles: readonly string[]): Promise<CopiedPlace[]> {
    const { sql, values } = listOf(articles);
    const rows = await this.#database.all(
      `SELECT passage, rule, article, "start", "end" FROM occurrence WHERE article IN ${sql} ORDER BY passage, article, "start"`,
      values,
    );
    return rows as unknown as CopiedPlace[];
  }

  /** All that stories are made of, of these articles. */
  async readTellable(articles: readonly string[]) {
    return {
      articles: await this.readArticles(articles),
      events: await this.readWithin("event", articles),
      references: await this.readWithin("reference", articles),
      statements: await this.readWithin("statement", articles),
      copies: await this.readCopies(articles),
    };
  }

  /** Stories that one of these articles and another one tell. */
  async readShared(articles: readonly string[]): Promise<StoryRecord[]> {
    const { sql, values } = listOf(articles);
    const told = await this.#database.all(
      `SELECT DISTINCT story FROM telling WHERE story IS NOT NULL AND article IN ${sql}`,
      values,
    );
    const stories = listOf(told.map(({ story }) => story as string));
    const found: StoryRecord[] = await this.#records(
      "story",
      `FROM story t WHERE ${rowsWhere("story", `id IN ${stories.sql}`)} ORDER BY t.id`,
      stories.values,
    );
    return found.filter((story) => story.articles.length > 1);
  }

  async #records<R>(
    kind: keyof ToldKinds | "article" | "story",
    from: string,
    values: readonly SqlValue[],
  ): Promise<R[]> {
    if (values.length === 0) return [];
    const rows = await this.#database.all(`SELECT CAST(to_json(t) AS VARCHAR) AS record ${from}`, values);
    return rows.map((row) => toRecord(kind, JSON.parse(row.record as string) as SqlRow) as R);
  }
}

/** SQL that narrows a table to the rows for which `condition` holds, so that of the others no further column is read. */
export function rowsWhere(table: string, condition: string): string {
  return `rowid IN (SELECT rowid FROM ${table} WHERE ${condition})`;
}

/** Texts in the order in which the database has them: by their bytes. */
export function compareText(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** So many ids are written out; more go as a table. */
const WRITTEN_OUT = 1000;

/** SQL for a list of ids. */
export function listOf(ids: readonly string[]): { sql: string; values: SqlValue[] } {
  if (ids.length === 0) return { sql: "(NULL)", values: [] };
  return ids.length <= WRITTEN_OUT
    ? { sql: `(${ids.map(() => "?").join(", ")})`, values: [...ids] }
    : { sql: "(SELECT unnest(CAST(?::JSON AS VARCHAR[])))", values: [JSON.stringify(ids)] };
}
