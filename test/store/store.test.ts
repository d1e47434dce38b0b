import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AnalysedArticle } from "../../src/core/analysed-article.js";
import { makeEvidence } from "../../src/core/evidence.js";
import { hashText, makeId } from "../../src/core/identity.js";
import { makeProblem } from "../../src/core/problem.js";
import {
  type AnyRecord,
  type ArticleRecord,
  RECORD_VERSION,
  type StatementRecord,
} from "../../src/core/records.js";
import { Database } from "../../src/store/database.js";
import { readShape } from "../../src/store/row-shape.js";
import { Store } from "../../src/store/store.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rapporteur-store-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function analysed(origin: string, text: string): AnalysedArticle {
  const id = makeId("art", origin, text);
  const article: ArticleRecord = {
    kind: "article",
    id,
    origin,
    outlet: null,
    agency: null,
    byline: [],
    title: null,
    published: { edtf: "2019-05-04", basis: "text" },
    language: "en",
    text,
    hash: hashText(text),
    evidence: [],
    boilerplate: [],
    version: 1,
    recordVersion: RECORD_VERSION,
    codebook: null,
  };
  const statement: StatementRecord = {
    kind: "statement",
    id: makeId("sta", id),
    article: id,
    source: { name: "the “minister”\u0000 🙂", country: "PRT" },
    cue: "say",
    mode: "indirect",
    content: text,
    channel: null,
    occasion: null,
    date: null,
    addressees: [],
    parent: null,
    attribution: [{ name: "Meridian", channel: "report", statement: "sta-0" }],
    evidence: [makeEvidence(id, text, { start: 0, end: 3 }, "content")],
    rule: "attribution-model",
  };
  return {
    article,
    records: [statement],
    problems: [makeProblem("unbalanced-quotation", "x", { origin, article: id, start: 0, end: 3 })],
  };
}

async function collect(store: Store): Promise<AnyRecord[]> {
  const records: AnyRecord[] = [];
  for await (const record of store.streamRecords()) records.push(record);
  return records;
}

describe("a store", () => {
  test("gives back what was put in", async () => {
    const store = await Store.open(":memory:");
    const { article, records, problems } = analysed("a.txt", "The talks go on.");
    await store.add([{ article, records, problems }], "v1");
    expect(await collect(store)).toEqual([article, ...records, ...problems]);
    expect(await store.findRecord(article.id)).toEqual(article);
    expect(await store.recordsOf(article.id, "statement")).toEqual(records);
    store.close();
  });

  test("reading the same again adds nothing, another text is the next version", async () => {
    const store = await Store.open(":memory:");
    const first = analysed("a.txt", "The talks go on.");
    await store.add([first], "v1");
    expect(await store.outcomeOf(first.article, "v1")).toBe("unchanged");
    await store.add([first], "v1");
    const second = analysed("a.txt", "The talks have ended.");
    expect(await store.outcomeOf(second.article, "v1")).toBe("changed");
    await store.add([second], "v1");
    expect((await collect(store)).map((r) => r.id)).toEqual(
      [second.article, ...second.records, ...second.problems].map((r) => r.id),
    );
    expect(await store.query("SELECT version, current FROM article ORDER BY version")).toEqual([
      { version: 1, current: false },
      { version: 2, current: true },
    ]);
    await store.add([first], "v1");
    expect(await store.query("SELECT version FROM article WHERE current")).toEqual([{ version: 3 }]);
    store.close();
  });

  test("another program or table analyses an article again", async () => {
    const store = await Store.open(":memory:");
    const one = analysed("a.txt", "The talks go on.");
    await store.add([one], "v1");
    expect(await store.outcomeOf(one.article, "v2")).toBe("recoded");
    await store.add([one], "v2");
    expect((await collect(store)).length).toBe(3);
    store.close();
  });

  test("keeps its file, and says what is wrong with one that is none", async () => {
    const file = join(folder, "s.duckdb");
    const store = await Store.open(file);
    await store.add([analysed("a.txt", "The talks go on.")], "v1");
    store.close();
    const again = await Store.openReadOnly(file);
    expect((await collect(again)).length).toBe(3);
    again.close();
    await expect(Store.openReadOnly(join(folder, "none.duckdb"))).rejects.toThrow(/no store there/);
  });

  test("a store of another build is refused, for reading and for writing", async () => {
    const file = join(folder, "other.duckdb");
    (await Store.open(file)).close();
    const database = await Database.open(file);
    await database.run("UPDATE schema_version SET mark = 'other' WHERE version = 2");
    database.close();
    const refusal = { code: "store-older", message: expect.stringMatching(/another build.*section 2/) };
    await expect(Store.open(file)).rejects.toMatchObject(refusal);
    await expect(Store.openReadOnly(file)).rejects.toMatchObject(refusal);
  });

  test("a sealed store lets no query out of it", async () => {
    const file = join(folder, "s.duckdb");
    (await Store.open(file)).close();
    const sealed = await Store.openReadOnly(file, { sealed: true });
    await expect(sealed.table("DELETE FROM article")).rejects.toThrow();
    await expect(sealed.table("SELECT * FROM read_csv('/etc/hostname')")).rejects.toThrow();
    sealed.close();
  });

  test("problems of files that were read again are replaced, others stay", async () => {
    const store = await Store.open(":memory:");
    const empty = makeProblem("empty-input", "no text", { origin: "a.txt" });
    const other = makeProblem("empty-input", "no text", { origin: "b.txt" });
    await store.replaceFileProblems(["a.txt", "b.txt"], [empty, other]);
    await store.replaceFileProblems(["a.txt"], []);
    expect((await collect(store)).map((r) => r.id)).toEqual([other.id]);
    store.close();
  });

  test("many readers at once each get their rows", async () => {
    const store = await Store.open(":memory:");
    const one = analysed("a.txt", "The talks go on.");
    await store.add([one], "v1");
    const found = await Promise.all(
      Array.from({ length: 50 }, () => store.recordsOf(one.article.id, "statement")),
    );
    expect(found.every((records) => records.length === 1)).toBe(true);
    store.close();
  });

  test("a transaction that fails leaves nothing", async () => {
    const database = await Database.open(":memory:");
    await database.run("CREATE TABLE t (n INTEGER)");
    const failing = database.transaction(async () => {
      await database.run("INSERT INTO t VALUES (1)");
      throw new Error("stop");
    });
    await expect(failing).rejects.toThrow("stop");
    expect(await database.all("SELECT * FROM t")).toEqual([]);
    database.close();
  });
});

test("a row type becomes the structure of its JSON", () => {
  expect(readShape('STRUCT(a INTEGER, "b c" VARCHAR[], d STRUCT(e BIGINT)[])')).toEqual({
    a: "INTEGER",
    "b c": ["VARCHAR"],
    d: [{ e: "BIGINT" }],
  });
});
