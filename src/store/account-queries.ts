/** Where reports differ: accounts with where their articles come from, those told in the most articles first. */
import { ACCOUNT_ABOUTS, type AccountRecord } from "../core/records.js";
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
export function keepAccounts(filter: RecordFilter): SqlCondition {
  const { issue, outlet, from, to, independent, ...own } = filter;
  const where = whereRecord(own, { actors: "speakers", named: "question", type: "about" });
  const reports = [
    outlet !== undefined && whereReport({ outlet }),
    from !== undefined && whereReport({ from }),
    to !== undefined && whereReport({ to }),
    issue !== undefined && selectArticlesOn(issue),
  ].filter((report) => report !== false);
  const among = reports.map(({ sql }) => `id IN (SELECT id FROM told WHERE article IN (${sql}))`);
  const values = [...where.values, ...reports.flatMap((report) => report.values)];
  if (independent !== undefined) {
    among.push(
      `id IN (SELECT t.id FROM (SELECT DISTINCT id, article FROM told) t JOIN article a ON a.id = t.article
        GROUP BY t.id HAVING count(DISTINCT coalesce('agency ' || lower(a.agency), a.id)) >= ?)`,
    );
    values.push(independent);
  }
  const sql = `answered AS (SELECT id, about, question, relation, reports AS articles, flatten(list_transform(answers, lambda x: x.articles)) AS tellers,
       flatten(list_transform(answers, lambda x: x.attribution)) AS speakers FROM account),
     told AS (SELECT id, unnest(tellers) AS article FROM answered),
     kept AS MATERIALIZED (SELECT id, relation, articles FROM answered WHERE ${[where.sql, ...among].join(" AND ")})`;
  return { sql, values };
}

/** SQL for the ids of articles that pass the filter: an account passes where one of its reports does. */
function whereReport(filter: RecordFilter): SqlCondition {
  const { sql, values } = whereRecord(filter, {
    outlets: "[a.outlet]",
    earliest: "a.earliest",
    latest: "a.latest",
  });
  return { sql: `SELECT a.id FROM article a WHERE ${sql}`, values };
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
