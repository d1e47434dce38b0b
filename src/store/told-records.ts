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
import { type ArticleHead, readHeads } from "./article-heads.js";
import type { Database, SqlRow } from "./database.js";
import { isNumbered, rowsWhere } from "./row-lookup.js";
import { dropNulls, toRecord } from "./store.js";

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

/** What names of places need of a record. */
export type PlacedRecord = Pick<EventRecord, "article" | "places" | "attribution" | "evidence">;

export class ToldRecords {
  readonly #database: Database;
  #last: { readonly ids: readonly string[]; readonly heads: ReadonlyMap<string, ArticleHead> } | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** By what the records of these articles are found and put in order. */
  async readHeads(ids: readonly string[]): Promise<ReadonlyMap<string, ArticleHead>> {
    // One list is asked for once for each kind of record.
    if (this.#last?.ids !== ids) this.#last = { ids, heads: await readHeads(this.#database, ids) };
    return this.#last.heads;
  }

  /** Ids of all current articles, by date, so that what is new at one time is read and written together. */
  async listArticles(): Promise<string[]> {
    const rows = await this.#database.all(
      "SELECT id FROM article WHERE current ORDER BY published.edtf NULLS FIRST, origin, id",
    );
    return rows.map((row) => row.id as string);
  }

  async readArticles(ids: readonly string[]): Promise<ArticleRecord[]> {
    const numbers = numbersOf(await this.readHeads(ids), ids);
    return this.#records("article", "articleNumber", numbers, "t.origin, t.id");
  }

  /**
   * Events, references and datings that name a place, as far as the names of places need them: reports of a place lie
   * all over the store, where each further column costs as much as the next.
   */
  async readPlaced(articles: readonly string[]): Promise<PlacedRecord[]> {
    const heads = await this.readHeads(articles);
    const numbers = numbersOf(heads, articles);
    const found: PlacedRecord[] = [];
    if (numbers.length === 0) return found;
    for (const kind of ["event", "reference", "dating"] as const) {
      const rows = await this.#database.all(
        `SELECT CAST(to_json({article: t.article, places: t.places, attribution: t.attribution,
          evidence: list_filter(t.evidence, lambda e: e.part = 'place')}) AS VARCHAR) AS record
        FROM ${kind} t WHERE ${rowsWhere(kind, isNumbered("articleNumber", numbers))} AND len(t.places) > 0
        ORDER BY t.articleNumber, t.n`,
      );
      const records = rows.map((row) => dropNulls(JSON.parse(row.record as string)) as PlacedRecord);
      found.push(...inOrder(records, articles, heads));
    }
    return found;
  }

  /** Records of one kind in these articles, statements in somebody's own words only. */
  async readWithin<K extends keyof ToldKinds>(kind: K, articles: readonly string[]): Promise<ToldKinds[K][]> {
    const heads = await this.readHeads(articles);
    const records = await this.#records<ToldKinds[K]>(
      kind,
      "articleNumber",
      numbersOf(heads, articles),
      "t.articleNumber, t.n",
      kind === "statement" ? "t.mode <> 'indirect'" : "true",
    );
    return inOrder(records, articles, heads);
  }

  /** Where these articles have copies, by passage. */
  async readCopies(articles: readonly string[]): Promise<CopiedPlace[]> {
    const numbers = numbersOf(await this.readHeads(articles), articles);
    const rows = await this.#database.all(
      `SELECT passage, rule, article, "start", "end" FROM occurrence WHERE ${isNumbered("articleNumber", numbers)}
      ORDER BY passage, article, "start"`,
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
    const numbers = numbersOf(await this.readHeads(articles), articles);
    const told = await this.#database.all(
      `SELECT DISTINCT joined FROM telling WHERE ${isNumbered("articleNumber", numbers)} AND story IS NOT NULL`,
    );
    const joined = told.map((row) => Number(row.joined));
    return this.#records<StoryRecord>("story", "joined", joined, "t.id", "len(t.articles) > 1");
  }

  /** The records of a table that have one of these numbers. */
  async #records<R>(
    kind: keyof ToldKinds | "article" | "story",
    column: string,
    numbers: readonly number[],
    order: string,
    where = "true",
  ): Promise<R[]> {
    if (numbers.length === 0) return [];
    const rows = await this.#database.all(
      `SELECT CAST(to_json(t) AS VARCHAR) AS record FROM ${kind} t
      WHERE ${rowsWhere(kind, isNumbered(column, numbers))} AND ${where} ORDER BY ${order}`,
    );
    return rows.map((row) => toRecord(kind, JSON.parse(row.record as string) as SqlRow) as R);
  }
}

/** The numbers of those articles that the store has. */
export function numbersOf(heads: ReadonlyMap<string, ArticleHead>, ids: readonly string[]): number[] {
  return ids.flatMap((id) => heads.get(id)?.number ?? []);
}

/** The number of an article that the store has. */
export function numberOf(heads: ReadonlyMap<string, ArticleHead>, id: string): number {
  const head = heads.get(id);
  if (head === undefined) throw new Error(`${id}: an article of mentions is not in the store`);
  return head.number;
}

/** Articles in the order of the export, each once. */
export function orderByOrigin(ids: readonly string[], heads: ReadonlyMap<string, ArticleHead>): string[] {
  const originOf = (id: string) => heads.get(id)?.origin ?? "";
  return [...new Set(ids)].sort((a, b) => compareText(originOf(a), originOf(b)) || compareText(a, b));
}

/** Records in the order of {@link orderByOrigin}; those of one article stay in theirs. */
function inOrder<R extends { readonly article: string }>(
  records: readonly R[],
  articles: readonly string[],
  heads: ReadonlyMap<string, ArticleHead>,
): R[] {
  const byArticle = new Map(orderByOrigin(articles, heads).map((id) => [id, [] as R[]]));
  for (const record of records) byArticle.get(record.article)?.push(record);
  return [...byArticle.values()].flat();
}

/** Texts in the order in which the database has them: by their bytes. */
export function compareText(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}
