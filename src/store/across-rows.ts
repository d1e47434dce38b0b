/**
 * Records that span articles, written and taken away with the rows that answer for them: of a story, `party`, who does
 * and receives what it tells; of a passage, `occurrence`, where it stands.
 *
 * Everything runs in the caller's transaction.
 */
import type { ACROSS_KINDS, AcrossArticles, PassageRecord, StoryRecord } from "../core/records.js";
import type { ComputedColumns, Database } from "./database.js";
import { makeActorKey } from "./presence.js";

type AcrossKind = (typeof ACROSS_KINDS)[number];

/** A row of the table `party`. */
export interface PartyRow {
  readonly story: string;
  /** As SQL's `keyOf` makes it. */
  readonly key: string;
  readonly name: string;
  /** False of who receives. */
  readonly acted: boolean;
}

/** A row of the table `occurrence`. */
export interface OccurrenceRow {
  readonly passage: string;
  readonly article: string;
  readonly start: number;
  readonly end: number;
  /** Null where it is not known which article had the passage first. */
  readonly isFirst: boolean | null;
  readonly rule: string;
}

/** The number of the article that a row is of. */
export const ARTICLE_NUMBER: ComputedColumns = {
  articleNumber: "(SELECT max(a.articleNumber) FROM article a WHERE a.id = article)",
};

/** The table beside that of a kind, and its column with the record's id. */
const BESIDE = {
  story: { table: "party", column: "story", computed: {} },
  passage: { table: "occurrence", column: "passage", computed: ARTICLE_NUMBER },
  account: undefined,
} as const satisfies Record<AcrossKind, object | undefined>;

/** What lists ask of every account at once. */
const ACCOUNT_COLUMNS: ComputedColumns = {
  reports: "len(list_distinct(flatten(list_transform(answers, lambda x: x.articles))))",
};

/** Rows of one insert. */
const ROWS = 5000;

export async function insertAcross(
  database: Database,
  kind: AcrossKind,
  records: readonly AcrossArticles[],
): Promise<void> {
  for (let from = 0; from < records.length; from += ROWS) {
    const batch = records.slice(from, from + ROWS);
    await database.insert(
      kind,
      batch.map(({ kind: _, ...row }) => row),
      kind === "account" ? ACCOUNT_COLUMNS : {},
    );
    const beside = BESIDE[kind];
    if (beside !== undefined) await database.insert(beside.table, batch.flatMap(rowsBeside), beside.computed);
  }
}

/** Deletes the records with these ids, which are SQL for a list (`listOf`). */
export async function deleteAcross(
  database: Database,
  kind: AcrossKind,
  ids: { readonly sql: string; readonly values: readonly (string | number | boolean | null)[] },
): Promise<void> {
  await database.run(`DELETE FROM ${kind} WHERE id IN ${ids.sql}`, ids.values);
  const beside = BESIDE[kind];
  if (beside !== undefined)
    await database.run(`DELETE FROM ${beside.table} WHERE ${beside.column} IN ${ids.sql}`, ids.values);
}

export async function clearAcross(database: Database, kind: AcrossKind): Promise<void> {
  await database.run(`DELETE FROM ${kind}`);
  const beside = BESIDE[kind];
  if (beside !== undefined) await database.run(`DELETE FROM ${beside.table}`);
}

function rowsBeside(record: AcrossArticles): readonly (PartyRow | OccurrenceRow)[] {
  if (record.kind === "story") return listParties(record);
  return record.kind === "passage" ? listOccurrences(record) : [];
}

/** Everybody once on each side. */
function listParties({ id, actors, recipients }: StoryRecord): PartyRow[] {
  return [actors, recipients].flatMap((side, i) => {
    const names = new Map<string, string>();
    for (const actor of side) {
      const key = makeActorKey(actor);
      if (!names.has(key)) names.set(key, actor.name);
    }
    return [...names].map(([key, name]) => ({ story: id, key, name, acted: i === 0 }));
  });
}

function listOccurrences({ id, first, occurrences, rule }: PassageRecord): OccurrenceRow[] {
  return occurrences.map(({ article, start, end }) => ({
    passage: id,
    article,
    start,
    end,
    isFirst: first === null ? null : article === first,
    rule,
  }));
}
