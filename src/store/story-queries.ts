/**
 * What happened when: stories by date, each once, however many articles tell it.
 *
 * A story stands at its own date. News without a date of its own stands at the date of its first report, and says so;
 * background without one stands nowhere.
 */
import type {
  ActorRef,
  DateValue,
  EventRecord,
  EventStatus,
  Recency,
  ReferenceRecord,
  StatementRecord,
  StoryRecord,
} from "../core/records.js";
import type { SqlRow, SqlValue } from "./database.js";
import { earliestOf, latestOf } from "./edtf-order.js";
import type { PageOf } from "./page-queries.js";
import {
  KEY_LENGTH,
  type RecordFilter,
  type SqlCondition,
  selectArticlesOn,
  whereRecord,
} from "./record-filter.js";
import { HEAD_COLUMNS, type Headed, toHeaded } from "./record-head.js";
import { remember } from "./remembered.js";
import { isOneOf } from "./row-lookup.js";
import type { Store } from "./store.js";

/** Lanes of the timeline, from top to bottom. */
export const LANES = ["current", "said", "ahead", "open", "denied", "background"] as const;
/**
 * `current` news told as done, `said` statements, `ahead` what is planned or demanded, `open` what is conditional or
 * possible, `denied`, and `background` for history that reports recall.
 */
export type Lane = (typeof LANES)[number];

/** A story as a line of the timeline. */
export interface StoryLine {
  readonly id: string;
  readonly of: "event" | "statement";
  readonly type: string;
  readonly lane: Lane;
  readonly status: EventStatus | null;
  readonly recency: Recency | null;
  readonly actors: readonly ActorRef[];
  readonly recipients: readonly ActorRef[];
  readonly label: string;
  readonly date: DateValue | null;
  /** Where it stands on the timeline: its own date or that of its first report, in EDTF. */
  readonly placed: string | null;
  readonly placedBy: "story" | "report" | null;
  readonly articles: number;
  readonly independent: number;
  readonly outlet: string | null;
}

export interface Timeline {
  readonly total: number;
  /** Stories that have no place in time. */
  readonly unplaced: number;
  readonly lanes: Readonly<Record<Lane, number>>;
  /** A page of all, the earliest first, those without a place last. */
  readonly stories: readonly StoryLine[];
  /** What a picture shows: those with the most independent reports. */
  readonly drawn: readonly StoryLine[];
}

/** SQL for a {@link StoryLine} of the story `s`, placed as `p`. */
const LINE = `struct_pack(id := s.id, "of" := s."of", type := s.type, lane := p.lane, status := s.status, recency := s.recency,
  actors := s.actors[:8], recipients := s.recipients[:8], label := s.label, date := s.date, placed := p.edtf, placedBy := p.placedBy,
  articles := len(s.articles), independent := s.independent, outlet := p.outlet)`;

/** A page of the timeline, and the `drawn` stories with the most independent reports. */
export async function findTimeline(
  store: Store,
  filter: RecordFilter,
  at: PageOf,
  drawn: number,
): Promise<Timeline> {
  const base = placeStories(filter);
  const [{ json }] = await store.query(
    `WITH ${base.sql},
     listed AS (FROM passed ORDER BY earliest NULLS LAST, independent DESC, id LIMIT ? OFFSET ?),
     chosen AS (FROM passed WHERE earliest IS NOT NULL ORDER BY independent DESC, articles DESC, earliest, id LIMIT ?)
     SELECT CAST(to_json(struct_pack(
       total := (SELECT count(*) FROM passed),
       unplaced := (SELECT count(*) FROM passed WHERE earliest IS NULL),
       lanes := (SELECT map_from_entries(list(struct_pack(k := lane, v := n))) FROM (SELECT lane, count(*) AS n FROM passed GROUP BY 1)),
       stories := (SELECT list(${LINE} ORDER BY p.earliest NULLS LAST, p.independent DESC, p.id) FROM listed p JOIN story s ON s.id = p.id),
       drawn := (SELECT list(${LINE} ORDER BY p.earliest, p.id) FROM chosen p JOIN story s ON s.id = p.id)
     )) AS VARCHAR) AS json`,
    [...base.values, at.size, (at.page - 1) * at.size, drawn],
  );
  const found = JSON.parse(json as string) as SqlRow;
  const lanes = (found.lanes ?? {}) as Partial<Record<Lane, number>>;
  return {
    total: found.total as number,
    unplaced: found.unplaced as number,
    lanes: Object.fromEntries(LANES.map((lane) => [lane, lanes[lane] ?? 0])) as Record<Lane, number>,
    stories: ((found.stories ?? []) as StoryLine[]).map(leaveOutNulls),
    drawn: ((found.drawn ?? []) as StoryLine[]).map(leaveOutNulls),
  };
}

/** The stories with the most independent reports. */
export async function listWidestStories(store: Store, size: number): Promise<StoryLine[]> {
  const base = placeStories(
    {},
    "(FROM story ORDER BY independent DESC, len(articles) DESC, id LIMIT CAST(? AS INTEGER))",
  );
  const rows = await store.query(
    `WITH ${base.sql} SELECT CAST(to_json(${LINE}) AS VARCHAR) AS json FROM passed p JOIN story s ON s.id = p.id
     ORDER BY p.independent DESC, p.articles DESC, p.id`,
    [size, ...base.values],
  );
  return rows.map((row) => leaveOutNulls(JSON.parse(row.json as string) as StoryLine));
}

/** What stories can be filtered by. */
export interface StoryChoices {
  readonly actors: readonly { readonly key: string; readonly name: string }[];
  readonly types: readonly string[];
}

/** Actors and types to choose from, those in the most stories first. */
export function listStoryChoices(store: Store, size: number): Promise<StoryChoices> {
  return remember(store, `story choices ${size}`, () => askChoices(store, size));
}

async function askChoices(store: Store, size: number): Promise<StoryChoices> {
  const actors = await store.query(
    `SELECT key, min("name") AS "name" FROM party GROUP BY 1 ORDER BY count(*) DESC, key LIMIT ?`,
    [size],
  );
  const types = await store.query(
    `SELECT left(type, ${KEY_LENGTH}) AS type FROM story GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 100`,
  );
  return {
    actors: actors as unknown as { key: string; name: string }[],
    types: types.map((row) => row.type as string),
  };
}

/** What a story has for members. */
export type MemberRecord = EventRecord | StatementRecord | ReferenceRecord;

/** Members of a story with where their articles come from, in the order of `ids`; unknown ids are left out. */
export async function findMembers(
  store: Store,
  story: Pick<StoryRecord, "of" | "members">,
  most: number,
): Promise<Headed<MemberRecord>[]> {
  const ids = story.members.slice(0, most);
  const found = new Map<string, Headed<MemberRecord>>();
  for (const table of story.of === "statement"
    ? (["statement"] as const)
    : (["event", "reference"] as const)) {
    const { sql, values } = isOneOf(table, "r", "id", ids);
    const rows = await store.query(
      `SELECT CAST(to_json(r) AS VARCHAR) AS record, ${HEAD_COLUMNS} FROM ${table} r JOIN article a ON a.id = r.article
       WHERE ${sql}`,
      values,
    );
    for (const row of rows) {
      const headed = toHeaded<MemberRecord>(table, row);
      found.set(headed.record.id, headed);
    }
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** CTEs whose last, `passed`, has a row for each of `stories` (a table) that passes the filter. */
export function placeStories(filter: RecordFilter, stories = "story"): SqlCondition {
  const { actor, outlet, issue, record, ...rest } = filter;
  const where = whereRecord(rest, {
    places: "places",
    earliest: "earliest",
    latest: "latest",
    type: "type",
    status: "status",
    recency: "recency",
    independent: "independent",
  });
  const within: SqlCondition[] = [];
  const addReports = (sql: string, values: readonly SqlValue[]) =>
    within.push({
      sql: `s.id IN (SELECT t.id FROM (SELECT id, unnest(articles) AS article FROM story) t WHERE t.article IN (${sql}))`,
      values,
    });
  if (outlet !== undefined) {
    const by = whereRecord({ outlet }, { outlets: "[a.outlet]" });
    addReports(`SELECT a.id FROM article a WHERE ${by.sql}`, by.values);
  }
  if (issue !== undefined) {
    const on = selectArticlesOn(issue);
    addReports(on.sql, on.values);
  }
  if (actor !== undefined) {
    const part = whereRecord({ actor }, { actor: { key: "key", name: '"name"' } });
    within.push({ sql: `s.id IN (SELECT story FROM party WHERE ${part.sql})`, values: part.values });
  }
  if (record !== undefined)
    within.push({ sql: "(s.id = ? OR list_contains(s.members, ?))", values: [record, record] });
  const hasDate = "(s.date.edtf IS NOT NULL AND s.date.edtf NOT LIKE 'XXXX%')";
  const isNews = "s.recency IS DISTINCT FROM 'background'";
  const sql = `placed AS (
    SELECT s.id, s.places, left(s.type, ${KEY_LENGTH}) AS type, s.status, s.recency, s.independent,
      len(s.articles) AS articles, a.outlet,
      CASE WHEN ${hasDate} THEN s.date.edtf WHEN ${isNews} THEN a.published.edtf END AS edtf,
      CASE WHEN ${hasDate} THEN 'story' WHEN ${isNews} AND a.published.edtf IS NOT NULL THEN 'report' END AS placedBy,
      CASE WHEN s."of" = 'statement' THEN 'said' WHEN s.status = 'denied' THEN 'denied' WHEN NOT (${isNews}) THEN 'background'
        WHEN s.status IN ('planned', 'demanded') THEN 'ahead' WHEN s.status IN ('conditional', 'possible') THEN 'open' ELSE 'current' END AS lane
    FROM ${stories} s LEFT JOIN article a ON a.id = s.articles[1] WHERE ${["true", ...within.map(({ sql }) => sql)].join(" AND ")}),
  dated AS (SELECT *, ${earliestOf("edtf")} AS earliest, ${latestOf("edtf")} AS latest FROM placed),
  passed AS MATERIALIZED (SELECT * EXCLUDE (places) FROM dated WHERE ${where.sql})`;
  return { sql, values: [...within.flatMap(({ values }) => values), ...where.values] };
}

/** Actors come out of the store with all their fields; absent ones are left out, as in the record. */
function leaveOutNulls(line: StoryLine): StoryLine {
  const refs = (list: readonly ActorRef[]) =>
    list.map(
      (ref) => Object.fromEntries(Object.entries(ref).filter(([, v]) => v !== null)) as unknown as ActorRef,
    );
  const date =
    line.date &&
    (Object.fromEntries(Object.entries(line.date).filter(([, v]) => v !== null)) as unknown as DateValue);
  return { ...line, date, actors: refs(line.actors), recipients: refs(line.recipients) };
}
