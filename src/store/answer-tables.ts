/**
 * The tables behind accounts: which articles bear on which question, and which questions an account answers.
 *
 * Everything runs in the caller's transaction.
 */
import type { AccountRecord } from "../core/records.js";
import type { Database } from "./database.js";
import { listOf } from "./told-records.js";

/** A question that an article's records may answer; null where only the records tell the answer. */
export interface AnswerKeyRow {
  readonly key: number;
  readonly answer: number | null;
}

/** A question that several articles may answer differently. */
export interface AskedQuestion {
  readonly key: number;
  readonly articles: readonly string[];
}

/** Rows of one insert. */
const ROWS = 5000;

/** Of these keys, or of all, those that two articles bear on, not all with the same answer. */
const OPEN_QUESTIONS =
  "GROUP BY key HAVING min(article) <> max(article) AND (min(answer) <> max(answer) OR count(answer) < count(*))";

export class AnswerTables {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Empties the tables, accounts too. */
  async clear(): Promise<void> {
    for (const table of ["answerKey", "accountKey", "account"])
      await this.#database.run(`DELETE FROM ${table}`);
  }

  /** Questions that the records of `articles` bear on, as they were written down last. */
  async readKeys(articles: readonly string[]): Promise<Map<string, Set<number>>> {
    const { sql, values } = listOf(articles);
    const rows = await this.#database.all(
      `SELECT article, key FROM answerKey WHERE article IN ${sql}`,
      values,
    );
    const keys = new Map<string, Set<number>>();
    for (const row of rows) {
      const list = keys.get(row.article as string) ?? new Set();
      keys.set(row.article as string, list.add(Number(row.key)));
    }
    return keys;
  }

  async removeKeys(articles: readonly string[]): Promise<void> {
    if (articles.length === 0) return;
    const { sql, values } = listOf(articles);
    await this.#database.run(`DELETE FROM answerKey WHERE article IN ${sql}`, values);
  }

  async addKeys(keys: ReadonlyMap<string, readonly AnswerKeyRow[]>): Promise<void> {
    await this.#insert(
      "answerKey",
      [...keys].flatMap(([article, list]) => list.map((row) => ({ ...row, article }))),
    );
  }

  /** The open ones of these questions, or of all, in order of their keys. */
  async readOpen(keys?: Iterable<number>): Promise<AskedQuestion[]> {
    const where = keys === undefined ? "" : "WHERE key IN (SELECT unnest(CAST(?::JSON AS UINTEGER[])))";
    const rows = await this.#database.all(
      `SELECT key, CAST(to_json(list(DISTINCT article)) AS VARCHAR) AS articles FROM answerKey ${where} ${OPEN_QUESTIONS} ORDER BY key`,
      keys === undefined ? [] : [JSON.stringify([...keys])],
    );
    return rows.map(({ key, articles }) => ({
      key: Number(key),
      articles: (JSON.parse(articles as string) as string[]).sort(),
    }));
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
    if (accounts.size > 0) {
      const { sql, values } = listOf([...accounts]);
      await this.#database.run(`DELETE FROM account WHERE id IN ${sql}`, values);
      await this.#database.run(`DELETE FROM accountKey WHERE account IN ${sql}`, values);
    }
    return asked;
  }

  async addAccounts(
    accounts: readonly AccountRecord[],
    keys: readonly { readonly key: number; readonly account: string }[],
  ): Promise<void> {
    await this.#insert(
      "account",
      accounts.map(({ kind: _, ...row }) => row),
    );
    await this.#insert("accountKey", keys);
  }

  async #insert(table: string, rows: readonly object[]): Promise<void> {
    for (let from = 0; from < rows.length; from += ROWS)
      await this.#database.insert(table, rows.slice(from, from + ROWS));
  }
}
