/**
 * Mentions on their way into the table `telling`: what comparing them needs is written before it is known what they are
 * joined with. Temporary tables, in the caller's transaction.
 */
import type { Database } from "./database.js";
import type { TellingKeyRow, TellingRow } from "./story-tables.js";

/** What a mention is joined with. */
export type GroupedRow = Pick<TellingRow, "n" | "joined" | "story">;

export type SketchRow = Omit<TellingRow, "joined" | "story">;

export class SketchTable {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async begin(): Promise<void> {
    await this.#database.run(
      "CREATE OR REPLACE TEMP TABLE sketched (n INTEGER, record VARCHAR, article VARCHAR, sketch VARCHAR)",
    );
    await this.#database.run(
      "CREATE OR REPLACE TEMP TABLE grouped (n INTEGER, joined INTEGER, story VARCHAR)",
    );
  }

  /** Adds mentions, and their keys for good. */
  async add(rows: readonly (SketchRow & { readonly keys: readonly TellingKeyRow[] })[]): Promise<void> {
    await this.#database.insert(
      "sketched",
      rows.map(({ keys: _, ...row }) => row),
    );
    await this.#database.insert(
      "tellingKey",
      rows.flatMap(({ n, keys }) => keys.map((key) => ({ ...key, n }))),
    );
  }

  async read(numbers: readonly number[]): Promise<SketchRow[]> {
    const rows = await this.#database.all(
      "SELECT * FROM sketched WHERE n IN (SELECT unnest(CAST(?::JSON AS INTEGER[])))",
      [JSON.stringify(numbers)],
    );
    return rows as unknown as SketchRow[];
  }

  async group(rows: readonly GroupedRow[]): Promise<void> {
    await this.#database.insert("grouped", rows);
  }

  /** Writes `telling`. */
  async finish(): Promise<void> {
    await this.#database.run(
      `INSERT INTO telling SELECT n, record, article, joined, story, sketch FROM sketched JOIN grouped USING (n) ORDER BY n`,
    );
    await this.#database.run("DROP TABLE sketched");
    await this.#database.run("DROP TABLE grouped");
  }
}
