/**
 * Filters over kinds of records, for whoever reads them one after another: in, a kind and a filter; out, the SQL
 * condition on its records. It keeps exactly what the pages list under the same filter.
 *
 * An event is kept where a story that passes has it, since the timeline shows events as stories; an office and a dating
 * are an actor's where they name it.
 */
import type { RecordKind } from "../core/records.js";
import { keepAccounts } from "./account-queries.js";
import { whereArticle } from "./actor-list-queries.js";
import { selectArticles } from "./page-queries.js";
import { tellPositions } from "./position-queries.js";
import { keepQuantities } from "./quantity-queries.js";
import { EVERYTHING, type RecordFilter, type SqlCondition, whereRecord } from "./record-filter.js";
import { wherePassage } from "./reuse-page-queries.js";
import { keepStatements } from "./statement-queries.js";
import { placeStories } from "./story-queries.js";

const COMMON = ["actor", "outlet", "from", "to"] as const;
const WITHIN = [...COMMON, "article", "record", "q", "articles"] as const;
const STORY = [...COMMON, "issue", "place", "type", "status", "recency", "independent", "record"] as const;

/** What each kind can be filtered by. */
export const SELECTABLE: Readonly<Record<RecordKind, readonly (keyof RecordFilter)[]>> = {
  article: [...WITHIN, "issue", "text"],
  statement: [...WITHIN, "type", "independent"],
  event: [...STORY, "article", "q", "articles"],
  reference: WITHIN,
  position: [...WITHIN, "issue", "type", "independent"],
  quantity: WITHIN,
  dating: WITHIN,
  role: WITHIN,
  passage: ["outlet", "from", "to", "type", "record"],
  story: STORY,
  account: [...COMMON, "issue", "type", "independent", "record"],
  problem: ["article", "record"],
};

/** A reference stands for an event only as a member of a story; no other is told of. */
const IN_A_STORY: SqlCondition = {
  sql: "t.id IN (SELECT unnest(members) FROM story WHERE \"of\" = 'event')",
  values: [],
};

/**
 * The condition on the records `t` of a kind; fields that the kind does not have filter nothing, nor does `q`, which
 * {@link findSearched} has to look up before.
 */
export function selectRecords(kind: RecordKind, filter: RecordFilter): SqlCondition {
  const known = Object.entries(filter).filter(([field]) =>
    (SELECTABLE[kind] as readonly string[]).includes(field),
  );
  const { article, record, articles, q: _, ...rest } = Object.fromEntries(known) as RecordFilter;
  const owner = kind === "article" ? "t.id" : "t.article";
  const parts: SqlCondition[] = kind === "reference" ? [IN_A_STORY] : [];
  if (article !== undefined) parts.push({ sql: `${owner} = ?`, values: [article] });
  if (record !== undefined) parts.push({ sql: "t.id = ?", values: [record] });
  if (articles !== undefined)
    parts.push({
      sql: `${owner} IN (SELECT unnest(CAST(?::JSON AS VARCHAR[])))`,
      values: [articles],
    });
  if (Object.keys(rest).length > 0) {
    const { sql, values } = selectIds(kind, rest);
    parts.push({ sql: `t.id IN (${sql})`, values });
  }
  if (parts.length === 0) return EVERYTHING;
  return {
    sql: parts.map(({ sql }) => sql).join(" AND "),
    values: parts.flatMap(({ values }) => values),
  };
}

function selectIds(kind: RecordKind, filter: RecordFilter): SqlCondition {
  switch (kind) {
    case "article":
      return selectArticles(filter);
    case "statement":
      return idsOf(keepStatements(filter), "SELECT id FROM kept");
    case "event":
      return idsOf(
        placeStories(filter),
        "SELECT unnest(members) FROM story WHERE id IN (SELECT id FROM passed)",
      );
    case "position":
      return idsOf(
        tellPositions(filter),
        'SELECT p.id FROM "position" p WHERE (p.article, p.n) IN (SELECT (article, n) FROM standing WHERE rowid IN (SELECT row FROM held))',
      );
    case "quantity":
      return idsOf(keepQuantities(filter), "SELECT id FROM kept");
    case "reference":
      return namedIn("reference", "r.parties", filter);
    case "dating":
      return namedIn("dating", "r.parties", filter);
    case "role":
      return namedIn("role", '[r.person, r."of"]', filter);
    case "passage": {
      const { sql, values } = wherePassage(filter);
      return { sql: `SELECT id FROM passage WHERE ${sql}`, values };
    }
    case "story":
      return idsOf(placeStories(filter), "SELECT id FROM passed");
    case "account":
      return idsOf(keepAccounts(filter), "SELECT id FROM kept");
    case "problem":
      return { sql: "SELECT id FROM problem", values: [] };
  }
}

function idsOf({ sql, values }: SqlCondition, select: string): SqlCondition {
  return { sql: `WITH ${sql} ${select}`, values };
}

/** Records of a table whose list of actors has the one that is asked for, in articles that pass the rest. */
function namedIn(table: string, actors: string, { actor, ...rest }: RecordFilter): SqlCondition {
  const articles = whereArticle(rest);
  const named = actor === undefined ? EVERYTHING : whereRecord({ actor }, { actors });
  return {
    sql: `SELECT r.id FROM ${table} r JOIN article a ON a.id = r.article WHERE ${articles.sql} AND ${named.sql}`,
    values: [...articles.values, ...named.values],
  };
}
