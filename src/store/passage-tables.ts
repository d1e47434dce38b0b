/**
 * The tables behind passages: fingerprints, and the stretches that articles share.
 *
 * Which articles share a fingerprint, which had it first, and which stretches hang together are joins over these
 * tables, so that adding an article reads what it touches and no more. Everything runs in the caller's transaction.
 */
import type { Span } from "../core/evidence.js";
import type { PassageRecord } from "../core/records.js";
import { clearAcross, deleteAcross, insertAcross } from "./across-rows.js";
import type { Database } from "./database.js";
import { finishStep, readPending } from "./pending.js";
import { listOf, rowsWhere } from "./row-lookup.js";

/** An article as the comparison needs it. */
export interface ComparedArticle {
  readonly id: string;
  readonly text: string;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly agency: string | null;
  readonly boilerplate: readonly Span[];
}

/** A row of the table `stretch`. */
export interface StretchRow {
  readonly a: string;
  readonly aStart: number;
  readonly aEnd: number;
  readonly b: string;
  readonly bStart: number;
  readonly bEnd: number;
  readonly words: number;
  readonly whole: boolean;
  readonly elsewhere: number;
  readonly plain: number;
  readonly quoted: boolean;
  readonly site: boolean;
  /** Id of the passage that it belongs to; null where it is no reuse. */
  readonly passage: string | null;
}

/** Two articles to align, the earlier one first. */
export interface ArticleLink {
  readonly a: string;
  readonly b: string;
}

/** An article in which a passage stands. */
export interface PassagePlace {
  readonly passage: string;
  readonly rule: string;
  readonly article: string;
}

/** Rows of one insert. */
const ROWS = 5000;

/** An article as JSON, in the shape of {@link ComparedArticle}. */
const SELECT_ARTICLE = `
  SELECT CAST(to_json({id: id, "text": "text", published: published.edtf, outlet: outlet, agency: agency,
    boilerplate: [{"start": b."start", "end": b."end"} FOR b IN boilerplate]}) AS VARCHAR) AS record
  FROM article WHERE current`;

/** Both sides of every stretch, each with the other. */
const SIDES = `
  SELECT a AS article, aStart AS "start", aEnd AS "end", b AS other, bStart AS otherStart, bEnd AS otherEnd FROM stretch
  UNION ALL SELECT b, bStart, bEnd, a, aStart, aEnd FROM stretch`;

export class PassageTables {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Ids of current articles that are not compared yet, and whether compared ones are no longer current. */
  async readPending(): Promise<{ added: string[]; compared: number; gone: number }> {
    const pending = await readPending(this.#database, "passages");
    const { sql, values } = listOf(pending);
    const [{ compared }] = await this.#database.all("SELECT count(*)::INTEGER AS compared FROM compared");
    const rows = await this.#database.all(`SELECT id FROM article WHERE current AND id IN ${sql}`, values);
    const known = await this.#database.all(`SELECT article FROM compared WHERE article IN ${sql}`, values);
    const isCurrent = new Set(rows.map(({ id }) => id));
    const isKnown = new Set(known.map(({ article }) => article));
    return {
      added: pending.filter((id) => isCurrent.has(id) && !isKnown.has(id)),
      compared: Number(compared),
      gone: pending.filter((id) => isKnown.has(id) && !isCurrent.has(id)).length,
    };
  }

  /** Writes down that all articles have been compared. */
  finish(): Promise<void> {
    return finishStep(this.#database, "passages");
  }

  /** The current articles among `ids`, in order of their ids. */
  async readArticles(ids: readonly string[]): Promise<ComparedArticle[]> {
    if (ids.length === 0) return [];
    const { sql, values } = listOf(ids);
    const rows = await this.#database.all(
      `${SELECT_ARTICLE} AND ${rowsWhere("article", `id IN ${sql}`)} ORDER BY id`,
      values,
    );
    return rows.map((row) => JSON.parse(row.record as string) as ComparedArticle);
  }

  /** Ids of all current articles in the order of comparePublished (src/corpus/reuse-article.ts). */
  async listArticles(): Promise<string[]> {
    const rows = await this.#database.all(
      "SELECT id FROM article WHERE current ORDER BY published.edtf NULLS LAST, id",
    );
    return rows.map(({ id }) => id as string);
  }

  /** Empties all tables, passages too. */
  async clear(): Promise<void> {
    for (const table of ["compared", "fingerprint", "stretch"])
      await this.#database.run(`DELETE FROM ${table}`);
    await clearAcross(this.#database, "passage");
  }

  /**
   * Takes articles that are no longer current out of the comparison. Returns their stretches, which are deleted; the
   * articles that shared with them a fingerprint are to be linked again.
   */
  async removeGone(): Promise<StretchRow[]> {
    await this.#database.run(
      `CREATE OR REPLACE TEMP TABLE gone AS
      SELECT n, article FROM compared WHERE article NOT IN (SELECT id FROM article WHERE current)`,
    );
    await this.#database.run(
      `INSERT INTO relinked SELECT DISTINCT n FROM fingerprint
      WHERE hash IN (SELECT hash FROM fingerprint WHERE n IN (SELECT n FROM gone)) AND n NOT IN (SELECT n FROM gone)`,
    );
    const rows = await this.#takeStretches(
      "a IN (SELECT article FROM gone) OR b IN (SELECT article FROM gone)",
    );
    await this.#database.run("DELETE FROM fingerprint WHERE n IN (SELECT n FROM gone)");
    await this.#database.run("DELETE FROM compared WHERE n IN (SELECT n FROM gone)");
    return rows;
  }

  /**
   * Puts articles into the comparison, `fingerprints[i]` those of `articles[i]`. Returns the number of the first; the
   * others follow it.
   */
  async add(articles: readonly ComparedArticle[], fingerprints: readonly Uint32Array[]): Promise<number> {
    const [{ last }] = await this.#database.all("SELECT coalesce(max(n), 0) AS last FROM compared");
    const first = Number(last) + 1;
    for (let from = 0; from < articles.length; from += 500) {
      const batch = articles.slice(from, from + 500);
      await this.#database.insert(
        "compared",
        batch.map(({ id, published }, k) => ({ n: first + from + k, article: id, published })),
      );
      const lists = batch.map((_, k) => ({ n: first + from + k, hashes: [...fingerprints[from + k]] }));
      await this.#database.run(
        `INSERT INTO fingerprint SELECT unnest(r.hashes), r.n FROM (SELECT unnest(json_transform(?::JSON, '[{"n":"INTEGER","hashes":["UINTEGER"]}]')) AS r)`,
        [JSON.stringify(lists)],
      );
    }
    return first;
  }

  /** Begins an update: no article is to be linked again yet. */
  async begin(): Promise<void> {
    await this.#database.run("CREATE OR REPLACE TEMP TABLE relinked (n INTEGER)");
  }

  /**
   * Pairs to align, the earlier article first: each article from number `first` on with the first holder of each of
   * its fingerprints, and the same for older articles of which the first holder is another one now. Call it behind
   * {@link removeGone} and {@link add}.
   */
  async linkFrom(first: number): Promise<ArticleLink[]> {
    await this.#database.run(
      `CREATE OR REPLACE TEMP TABLE touched AS SELECT hash, n FROM fingerprint
      WHERE hash IN (SELECT hash FROM fingerprint WHERE n >= ?)`,
      [first],
    );
    await this.#findHolders();
    await this.#database.run(
      `INSERT INTO relinked SELECT DISTINCT p.n FROM touched p JOIN holder h USING (hash)
      WHERE h.n >= ? AND p.n < ? AND p.n NOT IN (SELECT n FROM relinked)`,
      [first, first],
    );
    const [{ older }] = await this.#database.all("SELECT count(*) AS older FROM relinked");
    if (Number(older) > 0) {
      await this.#database.run(
        `INSERT INTO touched SELECT hash, n FROM fingerprint
        WHERE hash IN (SELECT hash FROM fingerprint WHERE n IN (SELECT n FROM relinked))
          AND hash NOT IN (SELECT hash FROM touched)`,
      );
      await this.#findHolders();
    }
    await this.#database.run("INSERT INTO relinked SELECT n FROM compared WHERE n >= ?", [first]);
    const rows = await this.#database.all(
      `SELECT DISTINCT x.article AS a, y.article AS b
      FROM touched p JOIN holder h USING (hash) JOIN compared x ON x.n = h.n JOIN compared y ON y.n = p.n
      WHERE p.n IN (SELECT n FROM relinked) AND p.n <> h.n ORDER BY b, a`,
    );
    return rows as unknown as ArticleLink[];
  }

  /** For each fingerprint of the table `touched` the article that had it first, by date and id. */
  async #findHolders(): Promise<void> {
    // The order of comparePublished (src/corpus/reuse-article.ts): undated articles last, then by id.
    await this.#database.run(
      `CREATE OR REPLACE TEMP TABLE holder AS
      SELECT p.hash, arg_min(p.n, {published: coalesce(c.published, '~'), article: c.article}) AS n
      FROM touched p JOIN compared c USING (n) GROUP BY p.hash`,
    );
  }

  /** Deletes and returns the stretches that relinked articles share with earlier ones. */
  takeRelinked(): Promise<StretchRow[]> {
    return this.#takeStretches("b IN (SELECT article FROM compared WHERE n IN (SELECT n FROM relinked))");
  }

  /** Deletes and returns the stretches that overlap `touched`, those that overlap them, and so on. */
  async takeConnected(touched: readonly StretchRow[]): Promise<StretchRow[]> {
    const places = touched.flatMap((s) => [
      { article: s.a, start: s.aStart, end: s.aEnd },
      { article: s.b, start: s.bStart, end: s.bEnd },
    ]);
    if (places.length === 0) return [];
    await this.#database.run(
      `CREATE OR REPLACE TEMP TABLE reached AS
      WITH RECURSIVE side AS NOT MATERIALIZED (${SIDES}), reached(article, "start", "end") AS (
        SELECT DISTINCT r.article, r."start", r."end" FROM (SELECT unnest(json_transform(?::JSON, '[{"article":"VARCHAR","start":"INTEGER","end":"INTEGER"}]')) AS r)
        UNION
        SELECT CASE k WHEN 0 THEN s.article ELSE other END, CASE k WHEN 0 THEN s."start" ELSE otherStart END, CASE k WHEN 0 THEN s."end" ELSE otherEnd END
        FROM reached r JOIN side s ON s.article = r.article AND s."start" < r."end" AND r."start" < s."end" CROSS JOIN (VALUES (0), (1)) v(k)
      ) SELECT * FROM reached`,
      [JSON.stringify(places)],
    );
    return this.#takeStretches(
      'EXISTS (SELECT 1 FROM reached r WHERE r.article = a AND r."start" = aStart AND r."end" = aEnd)',
    );
  }

  async addStretches(rows: readonly StretchRow[]): Promise<void> {
    for (let from = 0; from < rows.length; from += ROWS)
      await this.#database.insert("stretch", rows.slice(from, from + ROWS));
  }

  addPassages(passages: readonly PassageRecord[]): Promise<void> {
    return insertAcross(this.#database, "passage", passages);
  }

  /** Deletes the passages that `stretches` belonged to; returns where they stood. */
  async takePassages(stretches: readonly StretchRow[]): Promise<PassagePlace[]> {
    const ids = new Set(stretches.flatMap(({ passage }) => passage ?? []));
    if (ids.size === 0) return [];
    const list = listOf([...ids]);
    const places = await this.#database.all(
      `SELECT passage, rule, article FROM occurrence WHERE passage IN ${list.sql}`,
      list.values,
    );
    await deleteAcross(this.#database, "passage", list);
    return places as unknown as PassagePlace[];
  }

  async #takeStretches(where: string): Promise<StretchRow[]> {
    const rows = await this.#database.all(`SELECT * FROM stretch WHERE ${where}`);
    if (rows.length > 0) await this.#database.run(`DELETE FROM stretch WHERE ${where}`);
    return rows as unknown as StretchRow[];
  }
}
