/** The tables that answer for every record at once: kept up as articles come and go, they equal a full recount. */
import { expect, test } from "vitest";
import { makeTold } from "../../bench/told-articles.js";
import { makeWhole } from "../../bench/whole-articles.js";
import { updateAcross } from "../../src/cli/update-across.js";
import type { AnalysedArticle } from "../../src/core/analysed-article.js";
import { makeId } from "../../src/core/identity.js";
import { NO_QUESTIONS } from "../../src/corpus/question-table.js";
import { earliestOf, latestOf } from "../../src/store/edtf-order.js";
import { keyOf } from "../../src/store/record-filter.js";
import { Store } from "../../src/store/store.js";

const KNOWLEDGE = { windows: new Map(), questions: NO_QUESTIONS };

/** Each table with the same made of all records, by SQL that unfolds their lists. */
const RECOUNTS: Readonly<Record<string, string>> = {
  standing: `SELECT article, n, ${keyOf("h")} AS key, min(h."name") AS "name", ${keyOf("issue", "label")} AS issueKey, issue.label AS label, stance,
      coalesce(${keyOf("speaker")} = ${keyOf("h")}, false) AS own, begins, outlet, agency, ${earliestOf("edtf")} AS earliest, ${latestOf("edtf")} AS latest
    FROM (SELECT p.article, p.n, unnest(p.holders) AS h, p.issue, p.stance, p.attribution[-1] AS speaker, p.evidence[1]."start" AS begins,
      a.outlet, lower(a.agency) AS agency, CASE WHEN p.date.edtf IS NULL OR p.date.edtf LIKE 'XXXX%' THEN a.published.edtf ELSE p.date.edtf END AS edtf
      FROM "position" p JOIN article a ON a.id = p.article WHERE a.current) GROUP BY ALL`,
  party: `SELECT story, ${keyOf("x")} AS key, min(x."name") AS "name", acted FROM (
      SELECT id AS story, unnest(actors) AS x, true AS acted FROM story
      UNION ALL SELECT id, unnest(recipients), false FROM story) GROUP BY ALL`,
  occurrence: `SELECT id AS passage, o.article AS article, (SELECT articleNumber FROM article a WHERE a.id = o.article) AS articleNumber, o."start" AS "start", o."end" AS "end", o.article = "first" AS isFirst, rule
    FROM (SELECT id, "first", rule, unnest(occurrences) AS o FROM passage)`,
  ...Object.fromEntries(
    ["event", "reference", "statement", "quantity", "dating", "telling"].map((table) => [
      table,
      `SELECT t.* REPLACE (a.articleNumber AS articleNumber) FROM ${table} t JOIN article a ON a.id = t.article`,
    ]),
  ),
  story: "SELECT * REPLACE ((SELECT max(t.joined) FROM telling t WHERE t.story = id) AS joined) FROM story",
  article: `SELECT * REPLACE (${earliestOf("published.edtf")} AS earliest, ${latestOf("published.edtf")} AS latest, length("text") AS characters) FROM article`,
  account:
    "SELECT * REPLACE (len(list_distinct(flatten(list_transform(answers, lambda x: x.articles)))) AS reports) FROM account",
};

async function expectRecounted(store: Store): Promise<void> {
  for (const [table, sql] of Object.entries(RECOUNTS)) {
    const kept = `SELECT CAST(to_json(t) AS VARCHAR) AS row FROM ${table} t ORDER BY 1`;
    const recounted = `WITH made AS (${sql}) SELECT CAST(to_json(t) AS VARCHAR) AS row FROM (SELECT * FROM ${table} WHERE false UNION ALL BY NAME FROM made) t ORDER BY 1`;
    expect(await store.query(kept), table).toEqual(await store.query(recounted));
  }
  const left = "FROM presence WHERE article NOT IN (SELECT id FROM article WHERE current)";
  expect(await store.query(`SELECT count(*)::INTEGER AS n ${left}`)).toEqual([{ n: 0 }]);
  expect(await store.query("SELECT count(*)::INTEGER AS n FROM pending")).toEqual([{ n: 0 }]);
  const [{ current, searched, told, compared }] = await store.query(
    `SELECT (SELECT count(*) FROM article WHERE current)::INTEGER AS current, (SELECT count(*) FROM told)::INTEGER AS told,
      (SELECT count(*) FROM article WHERE current AND id IN (SELECT article FROM searched))::INTEGER AS searched,
      (SELECT count(*) FROM compared)::INTEGER AS compared`,
  );
  expect({ searched, told, compared }).toEqual({ searched: current, told: current, compared: current });
  expect(
    await store.query("SELECT articleNumber FROM article GROUP BY 1 HAVING count(*) > 1"),
    "two articles with one number",
  ).toEqual([]);
}

/** The same origin with another text: its next version. */
function edit(analysed: AnalysedArticle, other: AnalysedArticle): AnalysedArticle {
  const { origin } = analysed.article;
  const id = makeId("art", origin, other.article.text);
  const json = JSON.stringify(other).replaceAll(other.article.id, id);
  const edited = JSON.parse(json) as AnalysedArticle;
  return { ...edited, article: { ...edited.article, origin } };
}

test("tables beside the records equal a full recount after every write", async () => {
  const store = await Store.open(":memory:");
  const update = () => updateAcross(store, KNOWLEDGE);
  const whole = Array.from({ length: 24 }, (_, n) => makeWhole(n));
  await store.add([...whole.slice(0, 16), ...Array.from({ length: 12 }, (_, n) => makeTold(n + 500))], "v1");
  await update();
  await expectRecounted(store);
  const [counts] = await store.query(
    "SELECT (SELECT count(*) FROM standing) > 0 AS standing, (SELECT count(*) FROM party) > 0 AS party, (SELECT count(*) FROM occurrence) > 0 AS occurrence",
  );
  expect(counts).toEqual({ standing: true, party: true, occurrence: true });
  await store.add(whole.slice(16, 20), "v1");
  await update();
  await expectRecounted(store);
  await store.add([edit(whole[3], whole[21])], "v1");
  await update();
  await expectRecounted(store);
  await store.add([whole[3]], "v1");
  await store.add(whole.slice(0, 5), "v2");
  await update();
  await expectRecounted(store);
  await update();
  await expectRecounted(store);
  store.close();
}, 60_000);

test("an article that could not be written is not taken for known", async () => {
  const store = await Store.open(":memory:");
  const [good, bad] = [makeWhole(0), makeWhole(1)];
  const broken = { ...bad, article: { ...bad.article, recordVersion: null as unknown as string } };
  await expect(store.add([good, broken], "v1")).rejects.toThrow();
  expect(await store.outcomeOf(good.article, "v1")).toBe("added");
  await store.add([good], "v1");
  expect(await store.outcomeOf(good.article, "v1")).toBe("unchanged");
  store.close();
});
