/**
 * Records together with where their articles come from, as the lists of the pages need them: SQL columns of an
 * article's head, and rows of these columns as values.
 */
import type { AnyRecord, DateBasis, DateValue, RecordKind } from "../core/records.js";
import type { SqlRow } from "./database.js";
import { isOneOf } from "./row-lookup.js";
import { type Store, toRecord } from "./store.js";

/** Where an article comes from, without its text. */
export interface ArticleHead {
  readonly id: string;
  readonly origin: string;
  readonly outlet: string | null;
  readonly agency: string | null;
  readonly title: string | null;
  readonly published: DateValue | null;
}

/** A record of one article, with the article's head. */
export interface Headed<R> {
  readonly record: R;
  readonly article: ArticleHead;
}

/** Columns of the article `a` for {@link toHead}. */
export const HEAD_COLUMNS = `a.id AS head_id, a.origin AS head_origin, a.outlet AS head_outlet, a.agency AS head_agency, a.title AS head_title,
  a.published.edtf AS head_edtf, a.published."text" AS head_written, a.published.basis AS head_basis`;

/** The head in a row with {@link HEAD_COLUMNS}. */
export function toHead(row: SqlRow): ArticleHead {
  const published: DateValue | null =
    row.head_edtf === null
      ? null
      : {
          edtf: row.head_edtf as string,
          ...(row.head_written === null ? {} : { text: row.head_written as string }),
          basis: row.head_basis as DateBasis,
        };
  return {
    id: row.head_id as string,
    origin: row.head_origin as string,
    outlet: row.head_outlet as string | null,
    agency: row.head_agency as string | null,
    title: row.head_title as string | null,
    published,
  };
}

/** The record in a row that has it as JSON under `record`. */
export function readRecord<R extends AnyRecord>(kind: RecordKind, row: SqlRow): R {
  return toRecord(kind, JSON.parse(row.record as string) as SqlRow) as R;
}

/** Record and head of a row that has both. */
export function toHeaded<R extends AnyRecord>(kind: RecordKind, row: SqlRow): Headed<R> {
  return { record: readRecord<R>(kind, row), article: toHead(row) };
}

/** Heads and texts of articles, by id; an id that is unknown is left out. */
export async function findTexts(
  store: Store,
  ids: Iterable<string>,
): Promise<Map<string, ArticleHead & { readonly text: string }>> {
  const { sql, values } = isOneOf("article", "a", "id", ids);
  const rows = await store.query(
    `SELECT ${HEAD_COLUMNS}, a."text" AS text FROM article a WHERE ${sql}`,
    values,
  );
  return new Map(rows.map((row) => [row.head_id as string, { ...toHead(row), text: row.text as string }]));
}

/** Heads of articles by id; an id that is unknown is left out. */
export async function findHeads(store: Store, ids: Iterable<string>): Promise<Map<string, ArticleHead>> {
  const { sql, values } = isOneOf("article", "a", "id", ids);
  const rows = await store.query(`SELECT ${HEAD_COLUMNS} FROM article a WHERE ${sql}`, values);
  return new Map(rows.map((row) => [row.head_id as string, toHead(row)]));
}
