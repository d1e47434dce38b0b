/** Stories as records, those with the most independent reports first. */
import type { StoryRecord } from "../core/records.js";
import type { PageOf } from "./page-queries.js";
import type { RecordFilter } from "./record-filter.js";
import { readRecord } from "./record-head.js";
import type { Store } from "./store.js";
import { placeStories } from "./story-queries.js";

export interface StoryList {
  readonly total: number;
  readonly stories: readonly StoryRecord[];
}

/** Stories that pass the filter and stand in at least `articles` articles. */
export async function listStories(
  store: Store,
  filter: RecordFilter,
  articles: number,
  at: PageOf,
): Promise<StoryList> {
  const base = placeStories(filter);
  const rows = await store.query(
    `WITH ${base.sql},
     kept AS MATERIALIZED (SELECT id, independent, articles, earliest FROM passed WHERE articles >= ?),
     line AS (SELECT *, (SELECT count(*) FROM kept)::INTEGER AS total FROM kept
       ORDER BY independent DESC, articles DESC, earliest NULLS LAST, id LIMIT ? OFFSET ?)
     SELECT line.total, CAST(to_json(s) AS VARCHAR) AS record FROM line JOIN story s ON s.id = line.id
     ORDER BY line.independent DESC, line.articles DESC, line.earliest NULLS LAST, line.id`,
    [...base.values, articles, at.size, (at.page - 1) * at.size],
  );
  return {
    total: (rows[0]?.total as number) ?? 0,
    stories: rows.map((row) => readRecord<StoryRecord>("story", row)),
  };
}
