/**
 * What is searched for as part of a filter: in, a filter; out, the same one with the ids of the articles that its `q`
 * finds. SQL alone cannot look for words, so whoever selects records by a filter with `q` asks here before.
 */
import type { RecordFilter } from "./record-filter.js";
import { findAllArticles, parseQuery } from "./search-queries.js";
import type { Store } from "./store.js";

/** `filter` with `articles` in place of `q`: all that the search finds under the rest of the filter. */
export async function findSearched(store: Store, { q, ...filter }: RecordFilter): Promise<RecordFilter> {
  if (q === undefined) return filter;
  const ids = await findAllArticles(store, parseQuery(q), filter);
  return { ...filter, articles: JSON.stringify(ids) };
}
