/**
 * Full-text search: in, words and phrases; out, articles that have them all, the most fitting first (Okapi BM25).
 *
 * Words are looked up in the index. A phrase is looked for in the texts of the articles that have its words, the most
 * fitting ones first and only so many: beyond them the total is a lower bound.
 *
 * Totals are counted beside the list, never by a window: DuckDB 1.5.5 fails on `count(*) OVER ()` once in some hundred
 * times ("index 0 within vector of size 0"), and its database is then lost to the process.
 */
import { whereArticle } from "./actor-list-queries.js";
import type { SqlRow, SqlValue } from "./database.js";
import type { PageOf } from "./page-queries.js";
import { selectPending } from "./pending.js";
import { type RecordFilter, selectArticlesNaming } from "./record-filter.js";
import { type ArticleHead, findHeads, findTexts } from "./record-head.js";
import { isOneOf } from "./row-lookup.js";
import { walkWords } from "./search-words.js";
import type { Store } from "./store.js";

/** What is searched for. */
export interface SearchQuery {
  /** Every word, those of phrases too, each once. */
  readonly words: readonly SearchWord[];
  /** Words that must follow each other, as terms. */
  readonly phrases: readonly (readonly number[])[];
}

export interface SearchWord {
  readonly term: number;
  readonly written: string;
}

/** An article that was found. */
export interface SearchHit {
  readonly article: ArticleHead & { readonly text: string };
  readonly score: number;
}

export interface SearchResult {
  readonly total: number;
  /** True where more articles may have the phrase than were looked at. */
  readonly isLowerBound: boolean;
  readonly hits: readonly SearchHit[];
  /** Words that no article has, as written. */
  readonly unknown: readonly string[];
  /** Current articles that are not in the index. */
  readonly unindexed: number;
}

/** BM25's usual constants: how soon a repeated word counts no more, and how much length counts. */
const K1 = 1.2;
const B = 0.75;

/** Articles in which a phrase is looked for; their texts are read at once, since each reading walks the whole column. */
const MOST_TEXTS = 600;

/** More than any store has. */
const MOST_ARTICLES = 2 ** 31 - 1;

/** Words of a query that are looked up. */
const MOST_WORDS = 24;

/** Words, and phrases in quotation marks of any kind. */
export function parseQuery(typed: string): SearchQuery {
  const words = new Map<number, string>();
  const phrases: number[][] = [];
  for (const [, phrase, word] of typed.matchAll(/["“”„«»]([^"“”„«»]*)["“”„«»]|([^"“”„«»]+)/g)) {
    const part = phrase ?? word;
    const terms: number[] = [];
    walkWords(part, (term, start, end) => {
      if (words.size >= MOST_WORDS && !words.has(term)) return;
      if (!words.has(term)) words.set(term, part.slice(start, end));
      terms.push(term);
    });
    if (phrase !== undefined && terms.length > 1) phrases.push(terms);
  }
  return { words: [...words].map(([term, written]) => ({ term, written })), phrases };
}

/** Articles that pass the filter and have every word and phrase of the query. */
export async function searchArticles(
  store: Store,
  query: SearchQuery,
  filter: RecordFilter,
  at: PageOf,
): Promise<SearchResult> {
  const [{ unindexed }] = await store.query(
    `SELECT count(*)::INTEGER AS unindexed FROM article WHERE current AND id IN (${selectPending("words")})
      AND id NOT IN (SELECT article FROM searched WHERE article IN (${selectPending("words")}))`,
  );
  const none = { total: 0, isLowerBound: false, hits: [], unknown: [], unindexed: unindexed as number };
  if (query.words.length === 0) return none;
  const found = await (query.phrases.length > 0 ? searchPhrases : searchWords)(store, query, filter, at);
  // Where something has all words, none is unknown.
  return found.hits.length > 0
    ? { ...none, ...found }
    : { ...none, ...found, unknown: await findUnknown(store, query.words) };
}

type Found = Pick<SearchResult, "total" | "isLowerBound" | "hits">;

async function searchWords(
  store: Store,
  query: SearchQuery,
  filter: RecordFilter,
  at: PageOf,
): Promise<Found> {
  const { total, rows } = await rankArticles(store, query, filter, at.size, (at.page - 1) * at.size);
  const texts = await findTexts(
    store,
    rows.map(({ id }) => id),
  );
  return {
    total,
    isLowerBound: false,
    hits: rows.flatMap(({ id, score }) => {
      const article = texts.get(id);
      return article === undefined ? [] : [{ article, score }];
    }),
  };
}

async function findUnknown(store: Store, words: readonly SearchWord[]): Promise<string[]> {
  const rows = await store.query(
    `SELECT DISTINCT term FROM posting WHERE term IN (${words.map(() => "?").join(", ")})`,
    words.map(({ term }) => term),
  );
  const known = new Set(rows.map((row) => Number(row.term)));
  return words.filter(({ term }) => !known.has(term)).map(({ written }) => written);
}

interface Ranked {
  readonly id: string;
  readonly score: number;
}

async function rankArticles(
  store: Store,
  { words }: SearchQuery,
  filter: RecordFilter,
  limit: number,
  offset: number,
): Promise<{ total: number; rows: Ranked[] }> {
  const articles = whereArticle(filter);
  const values: SqlValue[] = [...words.map(({ term }) => term), words.length, ...articles.values];
  let actor = "";
  if (filter.actor !== undefined) {
    const named = selectArticlesNaming(filter.actor);
    actor = `AND a.id IN (${named.sql})`;
    values.push(...named.values);
  }
  const rows = await store.query(
    `WITH hit AS MATERIALIZED (SELECT term, n, times FROM posting WHERE term IN (${words.map(() => "?").join(", ")})),
     rarity AS (SELECT term, ln(1 + (docs - count(*) + 0.5) / (count(*) + 0.5)) AS idf FROM hit, (SELECT count(*) AS docs FROM searched) GROUP BY term, docs),
     ranked AS (SELECT s.article, sum(idf * times * ${K1 + 1} / (times + ${K1} * (${1 - B} + ${B} * s.words / mean))) AS score
       FROM hit JOIN rarity USING (term) JOIN searched s USING (n), (SELECT avg(words) AS mean FROM searched)
       GROUP BY s.article HAVING count(*) = ?),
     kept AS MATERIALIZED (SELECT r.article AS id, r.score FROM ranked r JOIN article a ON a.id = r.article WHERE ${articles.sql} ${actor})
     SELECT id, score, (SELECT count(*) FROM kept)::INTEGER AS total FROM kept ORDER BY round(score, 6) DESC, id LIMIT ? OFFSET ?`,
    [...values, limit, offset],
  );
  return {
    total: (rows[0]?.total as number) ?? 0,
    rows: rows.map((row: SqlRow) => ({ id: row.id as string, score: Number(row.score) })),
  };
}

async function searchPhrases(
  store: Store,
  query: SearchQuery,
  filter: RecordFilter,
  at: PageOf,
): Promise<Found> {
  const { total, rows } = await rankArticles(store, query, filter, MOST_TEXTS, 0);
  const found = await keepPhrases(store, query, rows);
  const first = (at.page - 1) * at.size;
  const shown = found.slice(first, first + at.size);
  const heads = await findHeads(
    store,
    shown.map(({ id }) => id),
  );
  return {
    total: found.length,
    isLowerBound: total > rows.length,
    hits: shown.flatMap(({ id, score, text }) => {
      const head = heads.get(id);
      return head === undefined ? [] : [{ article: { ...head, text }, score }];
    }),
  };
}

/** Those that have all phrases, with their texts. */
async function keepPhrases(
  store: Store,
  query: SearchQuery,
  ranked: readonly Ranked[],
): Promise<(Ranked & { readonly text: string })[]> {
  const { sql, values } = isOneOf(
    "article",
    "a",
    "id",
    ranked.map(({ id }) => id),
  );
  const rows = await store.query(`SELECT id, title, "text" AS text FROM article a WHERE ${sql}`, values);
  const texts = new Map(
    (rows as unknown as ({ id: string } & SearchedText)[]).flatMap((row) =>
      hasPhrases(row, query) ? [[row.id, row.text] as const] : [],
    ),
  );
  return ranked.flatMap((hit) => {
    const text = texts.get(hit.id);
    return text === undefined ? [] : [{ ...hit, text }];
  });
}

interface SearchedText {
  readonly title: string | null;
  readonly text: string;
}

function hasPhrases({ title, text }: SearchedText, { phrases }: SearchQuery): boolean {
  return phrases.every((p) => hasPhrase(text, p) || (title !== null && hasPhrase(title, p)));
}

/** Ids of all articles that {@link searchArticles} would find, however many: phrases are looked for in each. */
export async function findAllArticles(
  store: Store,
  query: SearchQuery,
  filter: RecordFilter,
): Promise<string[]> {
  if (query.words.length === 0) return [];
  const { rows } = await rankArticles(store, query, filter, MOST_ARTICLES, 0);
  if (query.phrases.length === 0) return rows.map(({ id }) => id);
  const ids: string[] = [];
  for (let from = 0; from < rows.length; from += MOST_TEXTS)
    for (const { id } of await keepPhrases(store, query, rows.slice(from, from + MOST_TEXTS))) ids.push(id);
  return ids;
}

/** True where the terms follow each other somewhere in the text. */
export function hasPhrase(text: string, phrase: readonly number[]): boolean {
  const terms: number[] = [];
  walkWords(text, (term) => terms.push(term));
  for (let i = terms.indexOf(phrase[0]); i >= 0; i = terms.indexOf(phrase[0], i + 1)) {
    let length = 1;
    while (length < phrase.length && terms[i + length] === phrase[length]) length++;
    if (length === phrase.length) return true;
  }
  return false;
}
