/**
 * Filters of the views: in, what an analyst asks for; out, SQL conditions with bound values. Every view that lists
 * records filters by this module, so that one address means the same on every page and in the terminal.
 *
 * A view names in {@link FilterColumns} the SQL expressions that stand for its fields; a field that it does not name
 * filters nothing there.
 */
import type { SqlValue } from "./database.js";

/** What to show; an absent field filters nothing. */
export interface RecordFilter {
  /** Id of an actor (`state:KEN`), or a name in any case. */
  readonly actor?: string;
  /** Id of an issue, or its label in any case; of what is no position, kept is what articles with such a position tell. */
  readonly issue?: string;
  /** GeoNames id of a place, or its name in any case. */
  readonly place?: string;
  /** Name of an outlet. */
  readonly outlet?: string;
  /** Year, month or day; kept is what may lie on or after it. */
  readonly from?: string;
  /** Year, month or day; kept is what may lie on or before it. */
  readonly to?: string;
  /** What the view tells kinds by: a stance, a type of event, what an account is about. */
  readonly type?: string;
  readonly status?: string;
  readonly recency?: string;
  /** At least so many reports that do not rest on each other. */
  readonly independent?: number;
  /** Id of an article; kept is what stands in it. */
  readonly article?: string;
  /** Id of a record; kept is this one, and of stories also the one that has it. */
  readonly record?: string;
  /** Words and phrases as the search takes them; kept is what stands in the articles that it finds. */
  readonly q?: string;
  /** Ids of articles as a JSON list, as SQL takes it: those that `q` has found (found-articles.ts). */
  readonly articles?: string;
  /** A word or phrase in the title or the text of an article, in upper or lower case. */
  readonly text?: string;
}

/** SQL expressions for a key, as {@link keyOf} makes it, and for the name that may stand in its place. */
export interface KeyedColumns {
  readonly key: string;
  readonly name: string;
}

/** SQL expressions for the fields that a view can filter by. */
export interface FilterColumns {
  /** A list of actors. */
  readonly actors?: string;
  /** One actor, where there is no list. */
  readonly actor?: KeyedColumns;
  /** A text that may name the actor as well. */
  readonly named?: string;
  readonly issue?: KeyedColumns;
  /** A list of places. */
  readonly places?: string;
  /** A list of the outlets' names. */
  readonly outlets?: string;
  /** Text as from {@link earliestOf} and {@link latestOf}. */
  readonly earliest?: string;
  readonly latest?: string;
  readonly type?: string;
  readonly status?: string;
  readonly recency?: string;
  readonly independent?: string;
}

export interface SqlCondition {
  /** `true` where nothing is filtered. */
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** The condition that holds for all. */
export const EVERYTHING: SqlCondition = { sql: "true", values: [] };

/** Ids and names are told apart by so many characters, so that they fit into an address. */
export const KEY_LENGTH = 200;

/** SQL for the key of an actor or of an issue, as {@link RecordFilter.actor} takes it. */
export function keyOf(thing: string, name = '"name"'): string {
  return `left(coalesce(${thing}.id, lower(${thing}.${name})), ${KEY_LENGTH})`;
}

/** The condition that `filter` puts on a view with these columns. */
export function whereRecord(filter: RecordFilter, columns: FilterColumns): SqlCondition {
  const parts: string[] = [];
  const values: SqlValue[] = [];
  const add = <Column>(
    column: Column | undefined,
    value: SqlValue | undefined,
    condition: (column: Column) => string,
    times = 1,
  ) => {
    if (column === undefined || value === undefined) return;
    parts.push(condition(column));
    for (let i = 0; i < times; i++) values.push(value);
  };
  const isOne = ({ key, name }: KeyedColumns) =>
    `(${key} = ? OR lower(left(${name}, ${KEY_LENGTH})) = lower(?))`;
  add(columns.actor, filter.actor, isOne, 2);
  if (columns.named === undefined) add(columns.actors, filter.actor, hasActor, 2);
  else {
    const inText = `contains(lower(${columns.named}), lower(?))`;
    add(columns.actors, filter.actor, (list) => `(${hasActor(list)} OR ${inText})`, 3);
  }
  add(columns.issue, filter.issue, isOne, 2);
  add(
    columns.places,
    filter.place,
    (list) =>
      `len(list_filter(${list}, lambda x: CAST(x.geonames AS VARCHAR) = ? OR lower(left(x."name", ${KEY_LENGTH})) = lower(?))) > 0`,
    2,
  );
  add(
    columns.outlets,
    filter.outlet,
    (list) => `list_contains(list_transform(${list}, lambda x: lower(left(x, ${KEY_LENGTH}))), lower(?))`,
  );
  add(columns.latest, filter.from, (latest) => `${latest} >= ?`);
  add(columns.earliest, filter.to && `${filter.to}~`, (earliest) => `${earliest} <= ?`);
  add(columns.type, filter.type, (type) => `${type} = ?`);
  add(columns.status, filter.status, (status) => `${status} = ?`);
  add(columns.recency, filter.recency, (recency) => `${recency} = ?`);
  add(columns.independent, filter.independent, (independent) => `${independent} >= ?`);
  return { sql: parts.length === 0 ? "true" : parts.join(" AND "), values };
}

/** SQL for the ids of current articles with a position on this issue. */
export function selectArticlesOn(issue: string): SqlCondition {
  const { sql, values } = whereRecord({ issue }, { issue: { key: "issueKey", name: "label" } });
  return { sql: `SELECT article FROM standing WHERE ${sql}`, values };
}

/** SQL for the ids of current articles in which the actor with this key or name says, does, receives or stands for something. */
export function selectArticlesNaming(actor: string): SqlCondition {
  return {
    sql: `SELECT p.article FROM presence p WHERE said + did + received + stands > 0 AND (p.key = ? OR lower(left(p."name", ${KEY_LENGTH})) = lower(?))`,
    values: [actor, actor],
  };
}

/** SQL that is true where a list of actors has the one that is bound twice: by its key, or by its name. */
function hasActor(list: string): string {
  const keys = `list_transform(${list}, lambda x: ${keyOf("x")})`;
  const names = `list_transform(${list}, lambda x: lower(left(x."name", ${KEY_LENGTH})))`;
  return `(list_contains(${keys}, ?) OR list_contains(${names}, lower(?)))`;
}
