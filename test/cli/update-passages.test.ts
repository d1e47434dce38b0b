/** Passages in a store: adding articles one by one gives what one walk over all of them gives. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeArticle } from "../../src/article/make-article.js";
import { compareAll } from "../../src/cli/update-all-passages.js";
import { updatePassages } from "../../src/cli/update-passages.js";
import type { AnyRecord, ArticleRecord } from "../../src/core/records.js";
import { findPassages } from "../../src/corpus/passages.js";
import { toReuseArticle } from "../../src/corpus/reuse-article.js";
import { PassageTables } from "../../src/store/passage-tables.js";
import { Store } from "../../src/store/store.js";
import { BACKGROUND, HARBOUR, HARBOUR_REWRITTEN, OTHERS } from "../corpus/reuse-articles.js";

const TEXTS = [
  HARBOUR,
  HARBOUR_REWRITTEN,
  `${HARBOUR.split("\n\n")[1]}\n\n${OTHERS[0]}`,
  ...OTHERS.map((text) => `${text}\n\n${BACKGROUND}`),
  `${BACKGROUND}\n\n${HARBOUR}`,
];

/** Text `n` of {@link TEXTS}, dated some day of March; days repeat and do not follow the numbers. */
function makeReport(n: number, text = TEXTS[n]): ArticleRecord {
  const { article } = makeArticle({ origin: `report-${n}.txt`, text });
  const published = n === 4 ? null : { edtf: `2021-03-0${1 + ((n * 5) % 7)}`, basis: "metadata" as const };
  return { ...article, published };
}

async function readPassages(store: Store): Promise<AnyRecord[]> {
  const records: AnyRecord[] = [];
  for await (const record of store.streamRecords(["passage"])) records.push(record);
  return records;
}

const add = (store: Store, articles: readonly ArticleRecord[]) =>
  store.add(
    articles.map((article) => ({ article, records: [], problems: [] })),
    "test",
  );

describe("updatePassages", () => {
  test("the walk over all articles gives the same, and updates go on from it", async () => {
    const reports = TEXTS.map((_, n) => makeReport(n));
    const store = await Store.open(":memory:");
    await add(store, reports.slice(0, -1));
    const tables = new PassageTables(store.database);
    await store.database.transaction(async () => {
      await compareAll(store.database, tables);
      await tables.finish();
    });
    expect(await readPassages(store)).toEqual(findPassages(reports.slice(0, -1).map(toReuseArticle)));
    await add(store, reports.slice(-1));
    await updatePassages(store);
    expect(await readPassages(store)).toEqual(findPassages(reports.map(toReuseArticle)));
    store.close();
  });

  test("in any order and any batches, the same passages as at once", async () => {
    const reports = TEXTS.map((_, n) => makeReport(n));
    const expected = findPassages(reports.map(toReuseArticle));
    expect(expected.length).toBeGreaterThan(3);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(reports, { minLength: reports.length }),
        fc.integer({ min: 1, max: 4 }),
        async (order, size) => {
          const store = await Store.open(":memory:");
          for (let from = 0; from < order.length; from += size) {
            await add(store, order.slice(from, from + size));
            await updatePassages(store);
          }
          expect(await readPassages(store)).toEqual(expected);
          store.close();
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);

  test("a changed article leaves its old passages and has its new ones", async () => {
    const store = await Store.open(":memory:");
    await add(
      store,
      TEXTS.map((_, n) => makeReport(n)),
    );
    await updatePassages(store);
    const changed = makeReport(0, `${OTHERS[1]}\n\n${HARBOUR.split("\n\n")[2]}`);
    await add(store, [changed]);
    await updatePassages(store);
    const current = TEXTS.map((_, n) => (n === 0 ? changed : makeReport(n)));
    expect(await readPassages(store)).toEqual(findPassages(current.map(toReuseArticle)));
    store.close();
  });

  test("does nothing where nothing is new", async () => {
    const store = await Store.open(":memory:");
    expect(await updatePassages(store)).toBe(0);
    await add(store, [makeReport(0), makeReport(1)]);
    expect(await updatePassages(store)).toBeGreaterThan(0);
    expect(await updatePassages(store)).toBe(0);
    store.close();
  });
});
