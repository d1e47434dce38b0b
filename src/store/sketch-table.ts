/**
 * Mentions on their way into the table `telling`: what comparing them needs is written before it is known what they are
 * joined with. Temporary tables, in the caller's transaction.
 */
import type { Database } from "./database.js";
import { type MeetingKeys, type NumberedTelling, passageRows, type TellingRow } from "./story-tables.js";

/** What a mention is joined with. */
export type GroupedRow = Pick<TellingRow, "n" | "joined" | "story">;

export type SketchRow = Omit<TellingRow, "joined" | "story">;

/** A mention as it is written. */
type WrittenSketch = Omit<NumberedTelling, "joined" | "story"> & MeetingKeys;

export class SketchTable {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async begin(): Promise<void> {
    await this.#database.run(
      "CREATE OR REPLACE TEMP TABLE sketched AS SELECT * EXCLUDE (joined, story) FROM telling WHERE false",
    );
    await this.#database.run(
      "CREATE OR REPLACE TEMP TABLE grouped (n INTEGER, joined INTEGER, story VARCHAR)",
    );
  }

  /** Adds mentions, and their passages for good. */
  async add(rows: readonly WrittenSketch[]): Promise<void> {
    await this.#database.insert(
      "sketched",
      rows.map(({ passages: _, ...row }) => row),
    );
    await this.#database.insert("tellingPassage", passageRows(rows));
  }

  async read(numbers: readonly number[]): Promise<SketchRow[]> {
    const rows = await this.#database.all(
      "SELECT n, record, article, sketch FROM sketched WHERE n IN (SELECT unnest(CAST(?::JSON AS INTEGER[])))",
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
      `INSERT INTO telling BY NAME SELECT * FROM sketched JOIN grouped USING (n) ORDER BY n`,
    );
    await this.#database.run("DROP TABLE sketched");
    await this.#database.run("DROP TABLE grouped");
  }
}
