/**
 * The tables behind stories and accounts: which mentions could be one, what they are joined with, and which articles
 * bear on which question.
 *
 * Who meets whom by a key is a join over these tables, so that adding an article reads what it touches and no more.
 * Everything runs in the caller's transaction.
 */
import type {
  AccountRecord,
  ArticleRecord,
  DatingRecord,
  EventRecord,
  PassageRecord,
  QuantityRecord,
  RecordKind,
  StatementRecord,
  StoryRecord,
} from "../core/records.js";
import type { Database, SqlRow, SqlValue } from "./database.js";
import { toRecord } from "./store.js";

/** A row of the table `telling`. */
export interface TellingRow {
  readonly n: number;
  readonly record: string;
  readonly article: string;
  readonly component: number;
  readonly story: string | null;
}

/** All that stories and accounts are made of, of some articles, in the order of the export. */
export interface ToldRecords {
  readonly articles: readonly ArticleRecord[];
  readonly events: readonly EventRecord[];
  readonly statements: readonly StatementRecord[];
  readonly quantities: readonly QuantityRecord[];
  readonly datings: readonly DatingRecord[];
  readonly passages: readonly PassageRecord[];
}

/** What an update begins with. */
export interface PendingTellings {
  /** Articles that are new, analysed anew, or whose passages changed. */
  readonly changed: readonly string[];
  readonly gone: readonly string[];
  /** How many articles are joined already. */
  readonly told: number;
}

/** Rows of one insert. */
const ROWS = 5000;

/** So many ids are written out: a list of constants is compared before texts are read. */
const WRITTEN_OUT = 500;

export class StoryTables {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async readPending(): Promise<PendingTellings> {
    const ids = (rows: SqlRow[]) => rows.map((row) => row.article as string);
    const changed = await this.#database.all(
      `SELECT id AS article FROM article a WHERE current AND NOT EXISTS (FROM told t WHERE t.article = a.id AND t.analysis = a.analysis)
      UNION SELECT article FROM retold WHERE article IN (SELECT id FROM article WHERE current) ORDER BY 1`,
    );
    const gone = await this.#database.all(
      "SELECT article FROM told WHERE article NOT IN (SELECT id FROM article WHERE current) ORDER BY 1",
    );
    const [{ told }] = await this.#database.all("SELECT count(*)::INTEGER AS told FROM told");
    return { changed: ids(changed), gone: ids(gone), told: Number(told) };
  }

  /** Empties all tables, stories and accounts too. */
  async clear(): Promise<void> {
    for (const table of ["told", "telling", "tellingKey", "answerKey", "accountKey", "story", "account"])
      await this.#database.run(`DELETE FROM ${table}`);
  }

  /** Writes down that all current articles, or only `articles`, are joined. */
  async markTold(articles?: readonly string[]): Promise<void> {
    if (articles !== undefined) await this.#deleteIn("told", "article", articles);
    const list = articles === undefined ? undefined : listOf(articles);
    await this.#database.run(
      `INSERT INTO told SELECT id, analysis FROM article WHERE current${list === undefined ? "" : ` AND id IN ${list.sql}`}`,
      list?.values ?? [],
    );
    await this.#database.run("DELETE FROM retold");
  }

  /** Has everything joined anew at the next update: all passages were found anew. */
  async forgetAll(): Promise<void> {
    await this.#database.run("DELETE FROM told");
  }

  /** Writes down that articles are joined no more. */
  async forget(articles: readonly string[]): Promise<void> {
    await this.#deleteIn("told", "article", articles);
  }

  /** Records of all current articles, or of `articles`. */
  async read(articles?: readonly string[]): Promise<ToldRecords> {
    const within = <R>(kind: RecordKind) => {
      const list = articles === undefined ? undefined : listOf(articles);
      const where = list === undefined ? "a.current" : `t.article IN ${list.sql}`;
      return this.#records<R>(
        kind,
        `FROM ${kind} t JOIN (SELECT id, origin, current FROM article) a ON a.id = t.article WHERE ${where} ORDER BY a.origin, t.n`,
        list?.values,
      );
    };
    const of = articles === undefined ? undefined : listOf(articles);
    return {
      articles: await this.#records(
        "article",
        of === undefined
          ? "FROM article t WHERE t.current ORDER BY t.origin"
          : `FROM article t WHERE t.id IN ${of.sql} ORDER BY t.origin`,
        of?.values,
      ),
      events: await within("event"),
      statements: await within("statement"),
      quantities: await within("quantity"),
      datings: await within("dating"),
      passages: await this.#records(
        "passage",
        of === undefined
          ? "FROM passage t ORDER BY t.id"
          : `FROM passage t WHERE list_has_any([o.article FOR o IN t.occurrences], CAST(?::JSON AS VARCHAR[])) ORDER BY t.id`,
        of === undefined ? [] : [JSON.stringify(articles)],
      ),
    };
  }

  /** Tellings that share one of `keys`. */
  findByKeys(keys: Iterable<number>): Promise<TellingRow[]> {
    return this.#tellings(
      "n IN (SELECT n FROM tellingKey WHERE key IN (SELECT unnest(CAST(?::JSON AS UINTEGER[]))))",
      [JSON.stringify([...keys])],
    );
  }

  findByArticles(articles: readonly string[]): Promise<TellingRow[]> {
    return this.#tellings("article IN (SELECT unnest(CAST(?::JSON AS VARCHAR[])))", [
      JSON.stringify(articles),
    ]);
  }

  findByComponents(components: Iterable<number>): Promise<TellingRow[]> {
    return this.#tellings("component IN (SELECT unnest(CAST(?::JSON AS INTEGER[])))", [
      JSON.stringify([...components]),
    ]);
  }

  /** The first free number of a telling, and of a component. */
  async nextNumbers(): Promise<{ n: number; component: number }> {
    const [row] = await this.#database.all(
      "SELECT coalesce(max(n), 0)::INTEGER + 1 AS n, coalesce(max(component), 0)::INTEGER + 1 AS component FROM telling",
    );
    return { n: Number(row.n), component: Number(row.component) };
  }

  /** Deletes tellings with their keys and their stories. */
  async remove(rows: readonly TellingRow[]): Promise<void> {
    const numbers = JSON.stringify(rows.map(({ n }) => n));
    for (const table of ["tellingKey", "telling"])
      await this.#database.run(
        `DELETE FROM ${table} WHERE n IN (SELECT unnest(CAST(?::JSON AS INTEGER[])))`,
        [numbers],
      );
    await this.#deleteIn("story", "id", [...new Set(rows.flatMap(({ story }) => story ?? []))]);
  }

  async add(
    rows: readonly (TellingRow & { readonly keys: Iterable<number> })[],
    stories: readonly StoryRecord[],
  ): Promise<void> {
    for (let from = 0; from < rows.length; from += ROWS) {
      const batch = rows.slice(from, from + ROWS);
      await this.#database.insert(
        "telling",
        batch.map(({ keys: _, ...row }) => row),
      );
      await this.#database.run(
        `INSERT INTO tellingKey SELECT unnest(r.keys), r.n FROM (SELECT unnest(json_transform(?::JSON, '[{"n":"INTEGER","keys":["UINTEGER"]}]')) AS r)`,
        [JSON.stringify(batch.map(({ n, keys }) => ({ n, keys: [...keys] })))],
      );
    }
    await this.#insert(
      "story",
      stories.map(({ kind: _, ...row }) => row),
    );
  }

  async findStories(ids: Iterable<string>): Promise<StoryRecord[]> {
    return this.#records(
      "story",
      "FROM story t WHERE id IN (SELECT unnest(CAST(?::JSON AS VARCHAR[]))) ORDER BY t.id",
      [JSON.stringify([...ids])],
    );
  }

  /** Keys of the questions that the records of `articles` bear on, as they were written down last. */
  async answerKeys(articles: readonly string[]): Promise<Map<string, Set<number>>> {
    const rows = await this.#database.all(
      "SELECT article, key FROM answerKey WHERE article IN (SELECT unnest(CAST(?::JSON AS VARCHAR[])))",
      [JSON.stringify(articles)],
    );
    const keys = new Map<string, Set<number>>();
    for (const row of rows) {
      const list = keys.get(row.article as string) ?? new Set();
      keys.set(row.article as string, list.add(Number(row.key)));
    }
    return keys;
  }

  async replaceAnswerKeys(
    articles: readonly string[],
    keys: ReadonlyMap<string, ReadonlySet<number>>,
  ): Promise<void> {
    await this.#deleteIn("answerKey", "article", articles);
    const rows = [...keys].flatMap(([article, list]) => [...list].map((key) => ({ article, key })));
    await this.#insert("answerKey", rows);
  }

  /** Articles whose records bear on one of these questions. */
  async articlesOf(keys: Iterable<number>): Promise<string[]> {
    const rows = await this.#database.all(
      "SELECT DISTINCT article FROM answerKey WHERE key IN (SELECT unnest(CAST(?::JSON AS UINTEGER[]))) ORDER BY 1",
      [JSON.stringify([...keys])],
    );
    return rows.map((row) => row.article as string);
  }

  /** Deletes the accounts of these questions; returns the keys of all questions that these accounts answered. */
  async takeAccounts(keys: Iterable<number>): Promise<Set<number>> {
    const list = JSON.stringify([...keys]);
    await this.#database.run(
      `CREATE OR REPLACE TEMP TABLE asked AS WITH RECURSIVE asked(key) AS (
        SELECT unnest(CAST(?::JSON AS UINTEGER[]))
        UNION SELECT other.key FROM asked JOIN accountKey own USING (key) JOIN accountKey other ON other.account = own.account
      ) FROM asked`,
      [list],
    );
    const rows = await this.#database.all("SELECT key FROM asked");
    await this.#database.run(
      "DELETE FROM account WHERE id IN (SELECT account FROM accountKey WHERE key IN (FROM asked))",
    );
    await this.#database.run("DELETE FROM accountKey WHERE key IN (FROM asked)");
    return new Set(rows.map((row) => Number(row.key)));
  }

  async addAccounts(accounts: Iterable<{ account: AccountRecord; keys: readonly number[] }>): Promise<void> {
    const list = [...accounts];
    await this.#insert(
      "account",
      list.map(({ account: { kind: _, ...row } }) => row),
    );
    await this.#insert(
      "accountKey",
      list.flatMap(({ account, keys }) => keys.map((key) => ({ key, account: account.id }))),
    );
  }

  /** Notes articles whose passages changed, so that their mentions are joined anew. */
  async noteRetold(articles: Iterable<string>): Promise<void> {
    await this.#insert(
      "retold",
      [...new Set(articles)].map((article) => ({ article })),
    );
  }

  async #tellings(where: string, values: readonly SqlValue[]): Promise<TellingRow[]> {
    return (await this.#database.all(
      `SELECT * FROM telling WHERE ${where} ORDER BY n`,
      values,
    )) as unknown as TellingRow[];
  }

  async #records<R>(kind: RecordKind, from: string, values: readonly SqlValue[] = []): Promise<R[]> {
    const rows = await this.#database.all(`SELECT CAST(to_json(t) AS VARCHAR) AS record ${from}`, values);
    return rows.map((row) => toRecord(kind, JSON.parse(row.record as string) as SqlRow) as R);
  }

  async #insert(table: string, rows: readonly object[]): Promise<void> {
    for (let from = 0; from < rows.length; from += ROWS)
      await this.#database.insert(table, rows.slice(from, from + ROWS));
  }

  async #deleteIn(table: string, column: string, values: readonly string[]): Promise<void> {
    if (values.length === 0) return;
    await this.#database.run(
      `DELETE FROM ${table} WHERE ${column} IN (SELECT unnest(CAST(?::JSON AS VARCHAR[])))`,
      [JSON.stringify(values)],
    );
  }
}

/** SQL for a list of ids. */
function listOf(ids: readonly string[]): { sql: string; values: SqlValue[] } {
  if (ids.length === 0) return { sql: "(NULL)", values: [] };
  return ids.length <= WRITTEN_OUT
    ? { sql: `(${ids.map(() => "?").join(", ")})`, values: [...ids] }
    : { sql: "(SELECT unnest(CAST(?::JSON AS VARCHAR[])))", values: [JSON.stringify(ids)] };
}
