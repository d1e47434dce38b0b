/**
 * What is in the record: counts of every kind, articles over time, and who and what it is about most.
 *
 * An article is an independent report where less than half of its text stands in an article that had it first, and
 * no earlier article of the same day credits the same agency: copies are counted, but not as further reports.
 */
import { ACROSS_KINDS, RECORD_KINDS, type RecordKind } from "../core/records.js";
import { unitBetween } from "./edtf-order.js";
import type { Store } from "./store.js";

/** Articles of one day, month or year. */
export interface ArticlePoint {
  /** `1962-10-22`, `1962-10` or `1962`, all alike. */
  readonly at: string;
  readonly articles: number;
  readonly independent: number;
}

/** Somebody that the record names, and in how many stories and positions. */
export interface ActorLine {
  readonly key: string;
  readonly name: string;
  /** Stories in which it acts or speaks, and in which something is done to it. */
  readonly acted: number;
  readonly received: number;
  readonly positions: number;
}

/** An issue and how many positions are for and against it. */
export interface IssueLine {
  readonly key: string;
  readonly name: string;
  readonly favor: number;
  readonly against: number;
  readonly neutral: number;
}

/** How many records there are of each kind, those of earlier texts left out. */
export async function countKinds(store: Store): Promise<Record<RecordKind, number>> {
  const [{ earlier }] = await store.query(
    "SELECT count(*)::INTEGER AS earlier FROM article WHERE NOT current",
  );
  const counts = RECORD_KINDS.map((kind) => {
    if (kind === "article") return "(SELECT count(*) FROM article WHERE current) AS article";
    const isAcross = (ACROSS_KINDS as readonly string[]).includes(kind);
    // Most stores have no earlier texts: a table's count is then known without reading it.
    if (isAcross || earlier === 0) return `(SELECT count(*) FROM "${kind}") AS "${kind}"`;
    return `(SELECT count(*) FROM "${kind}" WHERE article IS NULL OR article NOT IN (SELECT id FROM article WHERE NOT current)) AS "${kind}"`;
  });
  const [row] = await store.query(`SELECT ${counts.join(", ")}`);
  return Object.fromEntries(RECORD_KINDS.map((kind) => [kind, Number(row[kind])])) as Record<
    RecordKind,
    number
  >;
}

/** Articles over time, the unit chosen by how long that is. */
export async function countArticlesOverTime(store: Store): Promise<ArticlePoint[]> {
  const rows = await store.query(
    `WITH copied AS (SELECT article AS id, sum("end" - "start") AS characters FROM occurrence WHERE NOT isFirst GROUP BY 1),
     dated AS (SELECT a.id, lower(a.agency) AS agency, a.earliest, coalesce(2 * c.characters >= a.characters, false) AS isCopy
       FROM article a LEFT JOIN copied c ON c.id = a.id WHERE a.current),
     foremost AS (SELECT min(id) AS id FROM dated WHERE agency IS NOT NULL AND NOT isCopy GROUP BY agency, earliest),
     told AS MATERIALIZED (SELECT earliest, NOT isCopy AND (agency IS NULL OR id IN (SELECT id FROM foremost)) AS isIndependent
       FROM dated WHERE earliest > '0000'),
     unit AS (SELECT ${unitBetween("quantile_disc(earliest, 0.2)", "quantile_disc(earliest, 0.8)")} AS digits FROM told)
     SELECT left(earliest, digits) AS "at", count(*)::INTEGER AS articles, count(*) FILTER (isIndependent)::INTEGER AS independent
     FROM told, unit WHERE length(earliest) >= digits GROUP BY 1 ORDER BY 1 LIMIT 2000`,
  );
  return rows as unknown as ArticlePoint[];
}

/** Those in most stories and positions. */
export async function listMainActors(store: Store, size: number): Promise<ActorLine[]> {
  const rows = await store.query(
    `WITH named AS (SELECT key, "name", acted, 1 AS stories, 0 AS positions FROM party
       UNION ALL SELECT key, "name", false, 0, 1 FROM standing)
     SELECT key, min("name") AS "name", sum(stories) FILTER (acted)::INTEGER AS acted, sum(stories) FILTER (NOT acted)::INTEGER AS received,
       sum(positions)::INTEGER AS positions
     FROM named GROUP BY 1 ORDER BY count(*) DESC, key LIMIT ?`,
    [size],
  );
  return rows as unknown as ActorLine[];
}

/** The issues on which most holders stand. */
export async function listMainIssues(store: Store, size: number): Promise<IssueLine[]> {
  const rows = await store.query(
    `WITH told AS (SELECT any_value(issueKey) AS key, any_value(label) AS label, any_value(stance) AS stance FROM standing GROUP BY hash(article, n)),
     stood AS (SELECT issueKey AS key, count(DISTINCT key) AS holders FROM standing GROUP BY 1)
     SELECT key, min(label) AS "name", count(*) FILTER (stance = 'favor')::INTEGER AS favor, count(*) FILTER (stance = 'against')::INTEGER AS against,
       count(*) FILTER (stance NOT IN ('favor', 'against'))::INTEGER AS neutral
     FROM told JOIN stood USING (key) GROUP BY key, holders ORDER BY holders DESC, count(*) DESC, key LIMIT ?`,
    [size],
  );
  return rows as unknown as IssueLine[];
}
