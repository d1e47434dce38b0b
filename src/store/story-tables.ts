/**
 * The tables behind stories: which mentions there are, what they are joined with, and by which keys they meet.
 *
 * Who meets whom by a key is a join over these tables, so that adding an article reads what it touches and no more.
 * Everything runs in the caller's transaction.
 */
import type { StoryRecord } from "../core/records.js";
import { clearAcross, deleteAcross, insertAcross } from "./across-rows.js";
import type { Database } from "./database.js";
import { finishStep, readPending } from "./pending.js";
import { isNumbered, listOf, rowsWhere } from "./row-lookup.js";

/** What mentions meet by (src/corpus/stored-keys.ts): columns of `telling`, and the passages in a table of their own. */
export interface MeetingKeys {
  readonly from: number;
  readonly to: number;
  readonly types: number;
  readonly places: number;
  readonly placesToo: number;
  readonly keys: readonly number[];
  readonly passages: readonly number[];
}

/** A row of the table `telling`, without what it is met by. */
export interface TellingRow {
  readonly n: number;
  readonly record: string;
  readonly article: string;
  /** The same number for what is joined: the smallest of their own when they were written. */
  readonly joined: number;
  /** Null for a statement that only one article has. */
  readonly story: string | null;
  /** What comparing it needs (src/corpus/sketch.ts). */
  readonly sketch: string;
}

/** A row with the number of its article. */
export interface NumberedTelling extends TellingRow {
  readonly articleNumber: number;
}

/** A story and {@link TellingRow.joined} of its members. */
export type JoinedStory = StoryRecord & Pick<TellingRow, "joined">;

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

/** The shape of {@link MeetingKeys}. */
const ASKED =
  '[{"from":"INTEGER","to":"INTEGER","types":"INTEGER","places":"INTEGER","placesToo":"INTEGER","keys":["UINTEGER"],"passages":["UINTEGER"]}]';

export class StoryTables {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async readPending(): Promise<PendingTellings> {
    const [{ told }] = await this.#database.all("SELECT count(*)::INTEGER AS told FROM told");
    if (told === 0) {
      // What was joined has been forgotten: everything is to be looked at.
      const all = await this.#database.all("SELECT id FROM article WHERE current ORDER BY id");
      return { changed: all.map(({ id }) => id as string), gone: [], told: 0 };
    }
    const retold = await this.#database.all("SELECT DISTINCT article FROM retold");
    const touched = new Set(retold.map(({ article }) => article as string));
    const ids = [...new Set([...(await readPending(this.#database, "stories")), ...touched])].sort();
    const { sql, values } = listOf(ids);
    const rows = await this.#database.all(
      `SELECT id, analysis FROM article WHERE current AND id IN ${sql}`,
      values,
    );
    const known = await this.#database.all(
      `SELECT article, analysis FROM told WHERE article IN ${sql}`,
      values,
    );
    const current = new Map(rows.map(({ id, analysis }) => [id as string, analysis]));
    const joined = new Map(known.map(({ article, analysis }) => [article as string, analysis]));
    return {
      changed: ids.filter((id) => current.has(id) && (touched.has(id) || joined.get(id) !== current.get(id))),
      gone: ids.filter((id) => joined.has(id) && !current.has(id)),
      told: Number(told),
    };
  }

  /** Empties the tables, stories too. */
  async clear(): Promise<void> {
    for (const table of ["told", "telling", "tellingPassage"])
      await this.#database.run(`DELETE FROM ${table}`);
    await clearAcross(this.#database, "story");
  }

  /** Writes down that all current articles are joined. */
  async markAll(): Promise<void> {
    await this.#database.run("INSERT INTO told SELECT id, analysis FROM article WHERE current");
    await this.#finish();
  }

  /** Writes down that `articles` are joined, and those that are `gone` no more. */
  async mark(articles: readonly string[], gone: readonly string[]): Promise<void> {
    await this.#deleteIn("told", "article", [...articles, ...gone]);
    const { sql, values } = listOf(articles);
    await this.#database.run(
      `INSERT INTO told SELECT id, analysis FROM article WHERE current AND id IN ${sql}`,
      values,
    );
    await this.#finish();
  }

  async #finish(): Promise<void> {
    await this.#database.run("DELETE FROM retold");
    await finishStep(this.#database, "stories");
  }

  /** Has everything joined anew at the next update: all passages were found anew. */
  async forgetAll(): Promise<void> {
    await this.#database.run("DELETE FROM told");
  }

  /** Notes articles whose passages changed, so that their mentions are joined anew. */
  async noteRetold(articles: Iterable<string>): Promise<void> {
    await this.#insert(
      "retold",
      [...new Set(articles)].map((article) => ({ article })),
    );
  }

  /** Tellings that one with such keys may meet. */
  async findMeeting(asked: readonly MeetingKeys[]): Promise<TellingRow[]> {
    if (asked.length === 0) return [];
    const rows = await this.#database.all(
      // Days and signs rule out nearly all: of what is left the lists are read, taken apart and joined by their items,
      // since list_has_any asks every pair of them.
      `WITH asked AS MATERIALIZED (SELECT row_number() OVER () AS i, * FROM (SELECT unnest(json_transform(?::JSON, '${ASKED}'), max_depth := 2))),
      near AS MATERIALIZED (
        SELECT t.rowid AS place, a.i AS i FROM telling t JOIN asked a ON t."from" <= a."to" AND t."to" >= a."from"
          AND t.types & a.types <> 0 AND t.places & a.places <> 0 AND t.placesToo & a.placesToo <> 0
        WHERE ${withinDays(asked)}
      ),
      held AS (SELECT t.rowid AS place, t.n AS n, unnest(t.keys) AS key FROM telling t WHERE t.rowid IN (SELECT place FROM near)),
      wanted AS (SELECT i, unnest(keys) AS key FROM asked)
      SELECT DISTINCT h.n AS n FROM held h JOIN wanted w USING (key) JOIN near r ON r.place = h.place AND r.i = w.i
      UNION SELECT p.n FROM tellingPassage p JOIN (SELECT unnest(passages) AS passage FROM asked) USING (passage)`,
      [JSON.stringify(asked)],
    );
    return this.#tellingsIn(
      "n",
      rows.map(({ n }) => Number(n)),
    );
  }

  /** All of the articles with these numbers. */
  findByArticles(numbers: readonly number[]): Promise<TellingRow[]> {
    return this.#tellingsIn("articleNumber", numbers);
  }

  /** All that is joined under these numbers. */
  findJoined(numbers: Iterable<number>): Promise<TellingRow[]> {
    return this.#tellingsIn("joined", [...new Set(numbers)]);
  }

  /** Tellings by their numbers. */
  findNumbered(numbers: readonly number[]): Promise<TellingRow[]> {
    return this.#tellingsIn("n", numbers);
  }

  /** The first free number of a telling. */
  async nextNumber(): Promise<number> {
    const [row] = await this.#database.all("SELECT coalesce(max(n), 0)::INTEGER + 1 AS n FROM telling");
    return Number(row.n);
  }

  /** Deletes tellings with their keys and their stories. */
  async remove(rows: readonly TellingRow[]): Promise<void> {
    if (rows.length === 0) return;
    const numbers = rows.map(({ n }) => n);
    for (const table of ["tellingPassage", "telling"])
      await this.#database.run(`DELETE FROM ${table} WHERE ${isNumbered("n", numbers)}`);
    const stories = new Set(rows.flatMap(({ story }) => story ?? []));
    if (stories.size > 0) await deleteAcross(this.#database, "story", listOf([...stories]));
  }

  async add(rows: readonly (NumberedTelling & MeetingKeys)[]): Promise<void> {
    for (let from = 0; from < rows.length; from += ROWS) {
      const batch = rows.slice(from, from + ROWS);
      await this.#database.insert(
        "telling",
        batch.map(({ passages: _, ...row }) => row),
      );
      await this.#insert("tellingPassage", passageRows(batch));
    }
  }

  /** Adds stories, each under the number by which its tellings are joined. */
  addStories(stories: readonly JoinedStory[]): Promise<void> {
    return insertAcross(this.#database, "story", stories);
  }

  async #tellingsIn(column: string, numbers: readonly number[]): Promise<TellingRow[]> {
    if (numbers.length === 0) return [];
    return (await this.#database.all(
      `SELECT n, record, article, joined, story, sketch FROM telling
      WHERE ${rowsWhere("telling", isNumbered(column, numbers))} ORDER BY n`,
    )) as unknown as TellingRow[];
  }

  async #insert(table: string, rows: readonly object[]): Promise<void> {
    for (let from = 0; from < rows.length; from += ROWS)
      await this.#database.insert(table, rows.slice(from, from + ROWS));
  }

  async #deleteIn(table: string, column: string, values: readonly string[]): Promise<void> {
    if (values.length === 0) return;
    const list = listOf(values);
    await this.#database.run(`DELETE FROM ${table} WHERE ${column} IN ${list.sql}`, list.values);
  }
}

/** A condition on the days of a telling `t` that holds for whatever one of `asked` may meet: they lie together, or far apart. */
function withinDays(asked: readonly MeetingKeys[]): string {
  const spans: { from: number; to: number }[] = [];
  for (const { from, to } of [...asked].sort((a, b) => a.from - b.from)) {
    const last = spans.at(-1);
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to);
    else spans.push({ from, to });
  }
  return `(${spans.map(({ from, to }) => `t."from" <= ${to} AND t."to" >= ${from}`).join(" OR ")})`;
}

/** Rows of the table `tellingPassage`. */
export function passageRows(
  rows: readonly { readonly n: number; readonly passages: readonly number[] }[],
): { passage: number; n: number }[] {
  return rows.flatMap(({ n, passages }) => passages.map((passage) => ({ passage, n })));
}
