/** Where reports differ: accounts with where their articles come from, those told in the most articles first. */
import { ACCOUNT_ABOUTS, type AccountRecord } from "../core/records.js";
import { earliestOf, latestOf } from "./edtf-order.js";
import type { PageOf } from "./page-queries.js";
import { type RecordFilter, whereRecord } from "./record-filter.js";
import { readRecord } from "./record-head.js";
import type { Store } from "./store.js";

export interface AccountList {
  readonly total: number;
  readonly accounts: readonly AccountRecord[];
}

/** Accounts that pass the filter; what excludes each other stands before what is only more precise. */
export async function listAccounts(store: Store, filter: RecordFilter, at: PageOf): Promise<AccountList> {
  const where = whereRecord(filter, {
    actors: "speakers",
    named: "question",
    outlets: "outlets",
    earliest: "earliest",
    latest: "latest",
    type: "about",
    independent: "independent",
  });
  const rows = await store.query(
    `WITH told AS (SELECT id, unnest(flatten(list_transform(answers, lambda x: x.articles))) AS article FROM account),
     published AS (SELECT id, outlet, agency, ${earliestOf("published.edtf")} AS earliest, ${latestOf("published.edtf")} AS latest FROM article),
     report AS (SELECT t.id, count(DISTINCT a.id) AS articles, count(DISTINCT coalesce('agency ' || lower(a.agency), a.id)) AS independent,
       list(DISTINCT a.outlet) AS outlets, min(a.earliest) AS earliest, max(a.latest) AS latest
       FROM told t JOIN published a ON a.id = t.article GROUP BY 1),
     ordered AS (SELECT c.id, c.about, c.question, c.relation, r.articles, r.independent, r.outlets, r.earliest, r.latest,
       flatten(list_transform(c.answers, lambda x: x.attribution)) AS speakers FROM account c LEFT JOIN report r ON r.id = c.id),
     kept AS MATERIALIZED (SELECT id, relation, articles FROM ordered WHERE ${where.sql}),
     line AS (SELECT *, (SELECT count(*) FROM kept)::INTEGER AS total FROM kept
       ORDER BY relation, articles DESC NULLS LAST, id LIMIT ? OFFSET ?)
     SELECT line.total, CAST(to_json(c) AS VARCHAR) AS record FROM line JOIN account c ON c.id = line.id
     ORDER BY line.relation, line.articles DESC NULLS LAST, line.id`,
    [...where.values, at.size, (at.page - 1) * at.size],
  );
  return {
    total: (rows[0]?.total as number) ?? 0,
    accounts: rows.map((row) => readRecord<AccountRecord>("account", row)),
  };
}

/** How many accounts there are of what, in the order of the record's own list. */
export async function countAccounts(store: Store): Promise<{ about: string; accounts: number }[]> {
  const rows = await store.query("SELECT about, count(*)::INTEGER AS accounts FROM account GROUP BY 1");
  const counts = new Map(rows.map((row) => [row.about as string, row.accounts as number]));
  return ACCOUNT_ABOUTS.flatMap((about) => {
    const accounts = counts.get(about);
    return accounts === undefined ? [] : [{ about, accounts }];
  });
}
