/**
 * The tables behind accounts: which articles bear on which question, and which questions an account answers.
 *
 * Everything runs in the caller's transaction.
 */
import type { AccountRecord } from "../core/records.js";
import { clearAcross, deleteAcross, insertAcross } from "./across-rows.js";
import type { Database } from "./database.js";
import { isNumbered, listOf, rowsWhere } from "./row-lookup.js";

/** A question that an article's records may answer; null where only the records tell the answer. */
export interface AnswerKeyRow {
  readonly key: number;
  readonly answer: number | null;
}

/** A question that several articles may answer differently. */
export interface AskedQuestion {
  readonly key: number;
  /** Those by which it is answered, in order of their ids. */
  readonly articles: readonly string[];
}

/** Rows of one insert. */
const ROWS = 5000;

/**
 * Of these keys, or of all, those that two articles bear on, not all with the same answer; figures (kind 1 in the upper
 * two bits) one article may lay side by side.
 */
const OPEN_QUESTIONS =
  "GROUP BY key HAVING (min(articleNumber) <> max(articleNumber) OR key >> 30 = 1) AND (min(answer) <> max(answer) OR count(answer) < count(*))";

export class AnswerTables {
  readonly #database: Database;
  /** Questions whose answers are in the table `gathered`; undefined where answers have been written since. */
  #gathered: Set<number> | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Empties the tables, accounts too. */
  async clear(): Promise<void> {
    for (const table of ["answerKey", "accountKey"]) await this.#database.run(`DELETE FROM ${table}`);
    await clearAcross(this.#database, "account");
  }

  /** Questions that the records of articles bear on, by the articles' numbers, as they were written down last. */
  async readKeys(numbers: readonly number[]): Promise<Map<number, Set<number>>> {
    const rows = await this.#database.all(
      `SELECT articleNumber, key FROM answerKey WHERE ${isNumbered("articleNumber", numbers)}`,
    );
    const keys = new Map<number, Set<number>>();
    for (const row of rows) {
      const list = keys.get(row.articleNumber as number) ?? new Set();
      keys.set(row.articleNumber as number, list.add(Number(row.key)));
    }
    return keys;
  }

  removeKeys(numbers: readonly number[]): Promise<void> {
    this.#gathered = undefined;
    return this.#database.run(`DELETE FROM answerKey WHERE ${isNumbered("articleNumber", numbers)}`);
  }

  /** Writes down what the articles with these numbers may answer. */
  async addKeys(keys: ReadonlyMap<number, readonly AnswerKeyRow[]>): Promise<void> {
    this.#gathered = undefined;
    const rows = [...keys].flatMap(([articleNumber, list]) => list.map((row) => ({ ...row, articleNumber })));
    await this.#insert("answerKey", rows);
  }

  /**
   * The open ones of these questions, or of all, with the reports picked for them: of each answer the earliest `most`,
   * all where only the records tell it (pickReports in src/corpus/accounts.ts). Those of early reports come first.
   */
  async readOpen(most: number, keys?: Iterable<number>): Promise<AskedQuestion[]> {
    const asked = keys === undefined ? undefined : [...keys];
    if (asked?.length === 0) return [];
    if (asked !== undefined) await this.#gather(asked);
    const among = asked === undefined ? "" : "WHERE key IN (SELECT unnest(CAST(?::JSON AS UINTEGER[])))";
    const rows = await this.#database.all(
      `WITH asked AS MATERIALIZED (SELECT key, articleNumber, answer FROM ${asked === undefined ? "answerKey" : "gathered"} ${among}),
      told AS MATERIALIZED (SELECT * FROM asked WHERE key IN (SELECT key FROM asked ${OPEN_QUESTIONS})),
      dated AS (
        SELECT articleNumber, id AS article, coalesce(published.edtf, '~') AS published
        FROM article WHERE ${rowsWhere("article", "articleNumber IN (SELECT articleNumber FROM told)")}
      ),
      ranked AS (
        SELECT key, article, answer, published,
          row_number() OVER (PARTITION BY key, answer ORDER BY published, article) AS place
        FROM told JOIN dated USING (articleNumber)
      )
      SELECT key, CAST(to_json(list(DISTINCT article)) AS VARCHAR) AS articles
      FROM ranked WHERE answer IS NULL OR place <= ${most} GROUP BY key ORDER BY min(published), key`,
      asked === undefined ? [] : [JSON.stringify(asked)],
    );
    return rows.map(({ key, articles }) => ({
      key: Number(key),
      articles: (JSON.parse(articles as string) as string[]).sort(),
    }));
  }

  /** Has the answers to these questions in the temporary table `gathered`, so that one is looked for once an update. */
  async #gather(keys: readonly number[]): Promise<void> {
    if (this.#gathered === undefined) {
      await this.#database.run(
        "CREATE OR REPLACE TEMP TABLE gathered AS SELECT key, articleNumber, answer FROM answerKey WHERE false",
      );
      this.#gathered = new Set();
    }
    const missing = keys.filter((key) => !this.#gathered?.has(key));
    if (missing.length === 0) return;
    await this.#database.run(
      `INSERT INTO gathered SELECT key, articleNumber, answer FROM answerKey
      WHERE key IN (SELECT unnest(CAST(?::JSON AS UINTEGER[])))`,
      [JSON.stringify(missing)],
    );
    for (const key of missing) this.#gathered.add(key);
  }

  /** Deletes the accounts of these questions; returns the keys of all questions that these accounts answered. */
  async takeAccounts(keys: Iterable<number>): Promise<Set<number>> {
    const asked = new Set(keys);
    const accounts = new Set<string>();
    // Questions that share an account, those that share one with them, and so on.
    for (let fresh = [...asked]; fresh.length > 0; ) {
      const rows = await this.#database.all(
        `SELECT DISTINCT other.key AS key, own.account AS account FROM accountKey own JOIN accountKey other USING (account)
        WHERE own.key IN (SELECT unnest(CAST(?::JSON AS UINTEGER[])))`,
        [JSON.stringify(fresh)],
      );
      fresh = [];
      for (const { key, account } of rows) {
        accounts.add(account as string);
        if (!asked.has(Number(key))) fresh.push(Number(key));
        asked.add(Number(key));
      }
    }
    if (accounts.size > 0) await deleteAcross(this.#database, "account", listOf([...accounts]));
    await this.#deleteIn("accountKey", "account", [...accounts]);
    return asked;
  }

  /** Adds accounts, and takes away those in whose place they stand. */
  async addAccounts(accounts: readonly AccountRecord[], superseded: readonly string[]): Promise<void> {
    if (superseded.length > 0) await deleteAcross(this.#database, "account", listOf(superseded));
    await insertAcross(this.#database, "account", accounts);
  }

  /** Writes down which questions accounts answer. */
  addAccountKeys(keys: readonly { readonly key: number; readonly account: string }[]): Promise<void> {
    return this.#insert("accountKey", keys);
  }

  async #deleteIn(table: string, column: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const { sql, values } = listOf(ids);
    await this.#database.run(`DELETE FROM ${table} WHERE ${column} IN ${sql}`, values);
  }

  async #insert(table: string, rows: readonly object[]): Promise<void> {
    for (let from = 0; from < rows.length; from += ROWS)
      await this.#database.insert(table, rows.slice(from, from + ROWS));
  }
}
