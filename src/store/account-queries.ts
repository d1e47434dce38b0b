/** Where reports differ: accounts with where their articles come from, those told in the most articles first. */
import { ACCOUNT_ABOUTS, type AccountRecord } from "../core/records.js";
import { earliestOf, latestOf } from "./edtf-order.js";
import type { PageOf } from "./page-queries.js";
import { type RecordFilter, type SqlCondition, selectArticlesOn, whereRecord } from "./record-filter.js";
import { readRecord } from "./record-head.js";
import { remember } from "./remembered.js";
import type { Store } from "./store.js";

export interface AccountList {
  readonly total: number;
  readonly accounts: readonly AccountRecord[];
}

/** Accounts that pass the filter; what excludes each other stands before what is only more precise. */
export async function listAccounts(store: Store, filter: RecordFilter, at: PageOf): Promise<AccountList> {
  const base = keepAccounts(filter);
  const rows = await store.query(
    `WITH ${base.sql},
     line AS (SELECT *, (SELECT count(*) FROM kept)::INTEGER AS total FROM kept
       ORDER BY relation, articles DESC NULLS LAST, id LIMIT ? OFFSET ?)
     SELECT line.total, CAST(to_json(c) AS VARCHAR) AS record FROM line JOIN account c ON c.id = line.id
     ORDER BY line.relation, line.articles DESC NULLS LAST, line.id`,
    [...base.values, at.size, (at.page - 1) * at.size],
  );
  return {
    total: (rows[0]?.total as number) ?? 0,
    accounts: rows.map((row) => readRecord<AccountRecord>("account", row)),
  };
}

/** CTEs whose last, `kept`, has a row for each account that passes the filter. */
export function keepAccounts({ issue, ...filter }: RecordFilter): SqlCondition {
  const where = whereRecord(filter, {
    actors: "speakers",
    named: "question",
    outlets: "outlets",
    earliest: "earliest",
    latest: "latest",
    type: "about",
    independent: "independent",
  });
  const on = issue === undefined ? undefined : selectArticlesOn(issue);
  const told = "list_distinct(flatten(list_transform(answers, lambda x: x.articles)))";
  // What is not asked of the reports need not be looked up.
  const asked = [
    "independent" in filter && "count(DISTINCT coalesce('agency ' || lower(a.agency), a.id)) AS independent",
    "outlet" in filter && "list(DISTINCT a.outlet) AS outlets",
    "from" in filter && `max(${latestOf("a.published.edtf")}) AS latest`,
    "to" in filter && `min(${earliestOf("a.published.edtf")}) AS earliest`,
  ].filter((column) => column !== false);
  const report =
    asked.length === 0
      ? "account c"
      : `account c LEFT JOIN (SELECT t.id, ${asked.join(", ")} FROM told t JOIN article a ON a.id = t.article GROUP BY 1) r ON r.id = c.id`;
  const sql = `told AS (SELECT id, unnest(${told}) AS article FROM account),
     ordered AS (SELECT c.id, c.about, c.question, c.relation, len(${told}) AS articles, flatten(list_transform(c.answers, lambda x: x.attribution)) AS speakers${asked.length === 0 ? "" : ", r.* EXCLUDE (id)"} FROM ${report}),
     kept AS MATERIALIZED (SELECT id, relation, articles FROM ordered WHERE ${where.sql} AND ${
       on === undefined ? "true" : `id IN (SELECT id FROM told WHERE article IN (${on.sql}))`
})`;
  return { sql, values: [...where.values, ...(on?.values ?? [])] };
}

/** How many accounts there are of what, in the order of the record's own list. */
export function countAccounts(store: Store): Promise<{ about: string; accounts: number }[]> {
  return remember(store, "abouts", () => askAbouts(store));
}

async function askAbouts(store: Store): Promise<{ about: string; accounts: number }[]> {
  const rows = await store.query("SELECT about, count(*)::INTEGER AS accounts FROM account GROUP BY 1");
  const counts = new Map(rows.map((row) => [row.about as string, row.accounts as number]));
  return ACCOUNT_ABOUTS.flatMap((about) => {
    const accounts = counts.get(about);
    return accounts === undefined ? [] : [{ about, accounts }];
  });
}
