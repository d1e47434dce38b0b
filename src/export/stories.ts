/**
 * Stories with their reports, a batch at a time: the batch's members and articles are asked for together, so that a
 * store of any size costs the memory of one batch.
 */
import type { ArticleRecord, EventRecord, StatementRecord, StoryRecord } from "../core/records.js";
import type { RecordFilter } from "../store/record-filter.js";
import { readRecord } from "../store/record-head.js";
import type { Store } from "../store/store.js";
import { findTimeline } from "../store/story-queries.js";
import type { Placed } from "../views/dossier-claims.js";
import type { ToldEvent, ToldStory } from "../views/told-story.js";

/** Each batch reads its tables once over: larger ones are quicker, smaller ones hold less. */
const BATCH = 2000;

/** A story and where the timeline has it. */
export type PlacedStory = ToldStory & { readonly placed: Placed };

/** Stories of events that pass the filter, by date; all of them, by id, where it filters nothing. */
export async function* streamToldEvents(store: Store, filter: RecordFilter): AsyncGenerator<ToldEvent> {
  if (Object.keys(filter).length > 0) {
    for await (const told of streamTimeline(store, filter))
      if (told.story.of === "event") yield told as ToldEvent;
    return;
  }
  let batch: StoryRecord[] = [];
  for await (const record of store.streamRecords(["story"])) {
    const story = record as StoryRecord;
    if (story.of === "event") batch.push(story);
    if (batch.length < BATCH) continue;
    yield* (await tellStories(store, batch)) as ToldEvent[];
    batch = [];
  }
  yield* (await tellStories(store, batch)) as ToldEvent[];
}

/** All stories that pass the filter, the earliest first, those without a place in time last. */
export async function* streamTimeline(store: Store, filter: RecordFilter): AsyncGenerator<PlacedStory> {
  for (let page = 1; ; page++) {
    const { stories: lines } = await findTimeline(store, filter, { page, size: BATCH }, 0);
    const stories = await findById<StoryRecord>(
      store,
      "story",
      lines.map((line) => line.id),
    );
    const ordered = lines.flatMap((line) => stories.get(line.id) ?? []);
    const placed = new Map(lines.map((line) => [line.id, { edtf: line.placed, by: line.placedBy }]));
    for (const told of await tellStories(store, ordered)) {
      yield { ...told, placed: placed.get(told.story.id) ?? { edtf: null, by: null } };
    }
    if (lines.length < BATCH) return;
  }
}

/** Events of current articles that no story has: a run that was broken off leaves them. */
export async function countStoryless(store: Store): Promise<number> {
  const [{ n }] = await store.query(
    `SELECT count(*)::INTEGER AS n FROM event e JOIN article a ON a.id = e.article
     WHERE a.current AND e.id NOT IN (SELECT unnest(members) FROM story)`,
  );
  return n as number;
}

async function tellStories(store: Store, stories: readonly StoryRecord[]): Promise<ToldStory[]> {
  if (stories.length === 0) return [];
  const members = (of: StoryRecord["of"]) => stories.filter((s) => s.of === of).flatMap((s) => s.members);
  const events = await findById<EventRecord>(store, "event", members("event"));
  const statements = await findById<StatementRecord>(store, "statement", members("statement"));
  const records = new Map<string, EventRecord | StatementRecord>([...events, ...statements]);
  const articles = await findById<ArticleRecord>(
    store,
    "article",
    [...records.values()].map((record) => record.article),
  );
  return stories.map((story) => ({
    story,
    tellings: story.members.flatMap((id) => {
      const record = records.get(id);
      const article = record && articles.get(record.article);
      return record === undefined || article === undefined ? [] : [{ record, article }];
    }),
  }));
}

/** Records of one kind by id; of articles, the current ones. */
export async function findById<R extends ArticleRecord | EventRecord | StatementRecord | StoryRecord>(
  store: Store,
  kind: R["kind"],
  ids: readonly string[],
): Promise<Map<string, R>> {
  if (ids.length === 0) return new Map();
  const current = kind === "article" ? "t.current AND" : "";
  const rows = await store.query(
    `SELECT CAST(to_json(t) AS VARCHAR) AS record FROM ${kind} t
     WHERE ${current} t.id IN (SELECT unnest(CAST(?::JSON AS VARCHAR[])))`,
    [JSON.stringify([...new Set(ids)])],
  );
  const records = rows.map((row) => readRecord<R>(kind, row));
  return new Map(records.map((record) => [record.id, record]));
}
