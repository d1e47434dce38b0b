/**
 * Where an actor is named: in, its key and a filter; out, the latest articles that name it, with how many records of each
 * list of its page stand in each.
 *
 * Read of the table `presence`, of the latest articles alone unless asked for all: an actor that nearly every article
 * names has a page as soon as another.
 */
import { whereArticle } from "./actor-list-queries.js";
import type { RecordFilter } from "./record-filter.js";
import type { Store } from "./store.js";

/** Lists of an actor's page: `about` is what others tell of what it does and what is done to it. */
export const ACTOR_LISTS = ["said", "did", "received", "stands", "about"] as const;
export type ActorList = (typeof ACTOR_LISTS)[number];

/** Who has a key, by the rows of `presence`. */
export interface NamedActor {
  readonly id: string | null;
  readonly name: string;
  readonly country: string | null;
  readonly sector: string | null;
}

const WHO = 'any_value(id) AS id, min("name") AS "name", min(country) AS country, min(sector) AS sector';

/** Articles that are enough for the first view of a page. */
const LATEST_ARTICLES = 2000;

/** More than any store has. */
export const ALL_ARTICLES = 2 ** 31 - 1;

/** The latest articles that name an actor, the latest first, how many records of each list stand in each, and who it is. */
export interface ActorPresence {
  readonly articles: readonly string[];
  readonly counts: Readonly<Record<ActorList, Int32Array>>;
  /** Records of each list in all articles that pass the filter. */
  readonly totals: Readonly<Record<ActorList, number>>;
  /** Undefined where no article names it. */
  readonly who: NamedActor | undefined;
}

/** Where the actor with this key is, in the latest `most` of the articles that pass the filter. */
export async function findPresence(
  store: Store,
  key: string,
  filter: RecordFilter,
  most = LATEST_ARTICLES,
): Promise<ActorPresence> {
  const where = whereArticle(filter);
  // One text with a line each: rows by the ten thousand cost more than what they hold.
  const [row] = await store.query(
    `WITH one AS MATERIALIZED (SELECT p.*, a.earliest FROM presence p JOIN article a ON a.id = p.article WHERE p.key = ? AND ${where.sql}),
     late AS (FROM one ORDER BY earliest DESC NULLS LAST, article LIMIT ?)
     SELECT ${WHO}, ${ACTOR_LISTS.map((list) => `sum(${list})::INTEGER AS ${list}`).join(", ")},
       (SELECT string_agg(concat_ws(' ', article, ${ACTOR_LISTS.join(", ")}), chr(10) ORDER BY earliest DESC NULLS LAST, article) FROM late) AS lines
     FROM one`,
    [key, ...where.values, most],
  );
  const { id, name, country, sector, lines } = row as Record<string, string | null>;
  const rows = lines?.split("\n").map((line) => line.split(" ")) ?? [];
  return {
    articles: rows.map(([article]) => article),
    counts: ofLists((_, i) => Int32Array.from(rows, (cells) => Number(cells[i + 1]))),
    totals: ofLists((list) => Number(row[list])),
    who: name === null ? undefined : { id, name, country, sector },
  };
}

function ofLists<T>(make: (list: ActorList, i: number) => T): Record<ActorList, T> {
  return Object.fromEntries(ACTOR_LISTS.map((list, i) => [list, make(list, i)])) as Record<ActorList, T>;
}

/** The same of all articles: a filter may leave none of somebody whom others name. */
export async function findWho(store: Store, key: string): Promise<NamedActor | undefined> {
  const [who] = await store.query(`SELECT ${WHO} FROM presence WHERE key = ?`, [key]);
  return who.name === null ? undefined : (who as unknown as NamedActor);
}

/** The articles in which records number `first` on stand, how many records of them come before, and how many were counted. */
export function findPlaces(
  { articles, counts }: ActorPresence,
  list: ActorList,
  first: number,
  size: number,
) {
  const ids: string[] = [];
  let skipped = 0;
  let passed = 0;
  counts[list].forEach((n, i) => {
    if (n > 0 && passed + n > first && passed < first + size) {
      if (ids.length === 0) skipped = first - passed;
      ids.push(articles[i]);
    }
    passed += n;
  });
  return { ids, skipped, passed };
}
