/**
 * Which text a store has of an origin: in, an origin; out, its current article. A few are looked up one by one, so that
 * adding an article to a large store does not read all of them; then all are.
 */
import type { Database } from "./database.js";

export interface KnownArticle {
  readonly id: string;
  readonly version: number;
  readonly analysis: string;
}

/** So many are looked up one by one. */
const FEW = 20;

export class KnownArticles {
  readonly #database: Database;
  readonly #byOrigin = new Map<string, KnownArticle | undefined>();
  #asked = 0;
  #hasAll = false;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(origin: string): Promise<KnownArticle | undefined> {
    if (!this.#byOrigin.has(origin) && !this.#hasAll) {
      if (++this.#asked > FEW) await this.#readAll();
      else this.#byOrigin.set(origin, (await this.#read("AND origin = ?", [origin]))[0]);
    }
    return this.#byOrigin.get(origin);
  }

  /** Notes what has been written; of a transaction that fails, {@link forget} has to be told. */
  note(origin: string, article: KnownArticle): void {
    this.#byOrigin.set(origin, article);
  }

  /** Everything is read again when it is asked for. */
  forget(): void {
    this.#byOrigin.clear();
    this.#asked = 0;
    this.#hasAll = false;
  }

  async #readAll(): Promise<void> {
    for (const { origin, ...article } of await this.#read("", []))
      if (!this.#byOrigin.has(origin)) this.#byOrigin.set(origin, article);
    this.#hasAll = true;
  }

  async #read(condition: string, values: readonly string[]): Promise<(KnownArticle & { origin: string })[]> {
    const rows = await this.#database.all(
      `SELECT origin, id, version, analysis FROM article WHERE current ${condition}`,
      values,
    );
    return rows as unknown as (KnownArticle & { origin: string })[];
  }
}
