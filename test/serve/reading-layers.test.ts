/** The article with all its records in place, and why a sentence was coded as it was. */
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ArticleRecord } from "../../src/core/records.js";
import { createApp } from "../../src/serve/app.js";
import type { Store } from "../../src/store/store.js";
import { fillStore, makeArticle } from "./fixture.js";
import { openDamStore, openHostileStore } from "./fixture-records.js";

async function getText(app: Hono, path: string, status = 200): Promise<string> {
  const response = await app.request(path);
  expect([path, response.status]).toEqual([path, status]);
  return response.text();
}

describe("an article with records of every kind", () => {
  let store: Store;
  let app: Hono;
  let article: ArticleRecord;
  beforeAll(async () => {
    store = await openDamStore();
    app = createApp(store);
    for await (const record of store.streamRecords(["article"])) {
      if (record.kind === "article" && record.outlet === "Sill Courier") article = record;
    }
  });
  afterAll(() => store.close());

  test("has them in place, each with a sign that leads to it", async () => {
    const page = await getText(app, `/articles/${article.id}`);
    expect(page).toMatch(
      /<span class="rec event" title="event: Orrin · coerce · Talé · asserted"><a class="sign" href="\/records\/eve-[0-9a-f]+" aria-label="event: [^"]+"><\/a>opened the gates<\/span>/,
    );
    expect(page).toContain('<span class="rec quantity" title="quantity: 12 · killed">');
    expect(page).toContain('<span class="rec role" title="role: Ana Lind · water minister · Orrin">');
    expect(page).toMatch(/<span class="copied" title="stands in 2 articles"><a class="sign" href="\/reuse\//);
    expect(page).toContain("Side by side with 1 other article");
    expect(page).toContain("this article had it first");
  });

  test("has a switch for each kind that it has; offices and dates are off at first", async () => {
    const page = await getText(app, `/articles/${article.id}`);
    expect(page).toContain(
      'class="show-event" autocomplete="off" checked> events <span class="number">3</span>',
    );
    expect(page).toContain('class="show-role" autocomplete="off"> offices <span class="number">1</span>');
    expect(page).not.toContain("show-statement");
  });

  test("gives all records in the twin", async () => {
    const data = JSON.parse(await getText(app, `/articles/${article.id}.json`));
    expect(data.records.map((r: { kind: string }) => r.kind)).toEqual([
      "event",
      "event",
      "event",
      "position",
      "position",
      "quantity",
      "dating",
      "role",
    ]);
    expect([data.passages.length, data.copies.length]).toEqual([1, 2]);
  });
});

test("hostile records are marked without harm", async () => {
  const store = await openHostileStore();
  const app = createApp(store);
  for await (const { id } of store.streamRecords(["article"])) {
    const page = await getText(app, `/articles/${id}`);
    expect(page).not.toMatch(/<script>alert|<img|<style/);
    expect(page.match(/<\/main>/g)).toHaveLength(1);
  }
  store.close();
});

describe("why coded, why not", { timeout: 60_000 }, () => {
  const text =
    "The port of Selm opened. The harbour master said that the ferry would sail on Monday. Velmark accused Norhaven of blocking the strait.";
  const article = makeArticle("why.txt", text, { title: "Selm" });
  let store: Store;
  let app: Hono;
  beforeAll(async () => {
    store = await fillStore([{ article, records: [], problems: [] }]);
    app = createApp(store);
  });
  afterAll(() => store.close());

  test("explains the words of the sentence that holds the character", async () => {
    const at = text.indexOf("ferry");
    const data = JSON.parse(await getText(app, `/articles/${article.id}/why.json?at=${at}`));
    expect(data.sentence.text).toBe("The harbour master said that the ferry would sail on Monday.");
    expect(data.statements.map((s: { text: string }) => s.text)).toContain("said");
    expect([data.previous, data.next]).toEqual([0, text.indexOf("Velmark")]);
    const page = await getText(app, `/articles/${article.id}/why?at=${at}`);
    expect(page).toContain("data/cues/cues.tsv:");
    expect(page).toContain("No record stands in this sentence");
  });

  test("begins with the first sentence, and tells of events", async () => {
    const first = JSON.parse(await getText(app, `/articles/${article.id}/why.json`));
    expect([first.sentence.start, first.previous]).toEqual([0, null]);
    const last = JSON.parse(await getText(app, `/articles/${article.id}/why.json?at=${text.length}`));
    expect(last.events.map((e: { text: string }) => e.text)).toContain("accused");
    expect(last.next).toBeNull();
  });

  test("refuses what it cannot explain", async () => {
    await getText(app, `/articles/${article.id}/why?at=-1`, 400);
    await getText(app, `/articles/${article.id}/why?at=99999`, 400);
    await getText(app, "/articles/art-0/why", 404);
  });
});
