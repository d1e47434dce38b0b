import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ArticleRecord } from "../../src/core/records.js";
import { createApp } from "../../src/serve/app.js";
import { Store } from "../../src/store/store.js";
import {
  fillStore,
  harbourReport,
  hostileReports,
  hugeReport,
  LONG_NAME,
  MARKUP,
  makeArticle,
  openSampleStore,
} from "./fixture.js";

const harbour = harbourReport();
const id = harbour.article.id;

async function getText(app: Hono, path: string, status = 200): Promise<string> {
  const response = await app.request(path);
  expect(response.status).toBe(status);
  return response.text();
}

// biome-ignore lint/suspicious/noExplicitAny: the shape is what is tested
async function getJson(app: Hono, path: string, status = 200): Promise<any> {
  const response = await app.request(path);
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
  return response.json();
}

/** The text that a browser would show for a piece of HTML. */
function readText(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&#13;/g, "\r")
    .replace(/&amp;/g, "&");
}

describe("a record", () => {
  let store: Store;
  let app: Hono;
  beforeAll(async () => {
    store = await openSampleStore();
    app = createApp(store);
  });
  afterAll(() => store.close());

  test("the root says what there is", async () => {
    expect(await getText(app, "/")).toContain("What is in the record");
    expect((await getJson(app, "/index.json")).record).toMatchObject({ article: 63, statement: 11 });
  });

  test("the list counts what there is and pages through it", async () => {
    const first = await getJson(app, "/articles.json");
    expect(first.record).toEqual({ articles: 63, outlets: 3, statements: 11, problems: 3 });
    expect([first.total, first.page, first.articles.length]).toEqual([63, 1, 50]);
    const second = await getJson(app, "/articles.json?page=2");
    expect(second.articles).toHaveLength(13);
    const ids = new Set([...first.articles, ...second.articles].map((a) => a.id));
    expect(ids.size).toBe(63);
    expect(first.articles[0]).toEqual({
      id,
      origin: "articles/ferry-talks.txt",
      outlet: "The Harbour Gazette",
      agency: "Coast Press",
      title: "Ferry talks to resume in Port Selm",
      published: { edtf: "2004-03-03", text: "March 3", basis: "inferred" },
      language: "en",
      version: 1,
      statements: 8,
      problems: 1,
    });
    expect(second.articles.at(-1).published).toBeNull();
    const page = await getText(app, "/articles");
    expect(page).toContain('<a rel="next" href="/articles?page=2">Next</a>');
    expect(page).toContain("1 to 50 of 63 articles");
    expect(await getText(app, "/articles?page=9")).toContain("No articles on this page; there are 63");
  });

  test.each([
    ["outlet=Selm+Mirror", 21],
    ["outlet=Nobody", 0],
    ["text=FERRY+talks", 1],
    ["text=day+17", 1],
    ["from=2004", 2],
    ["from=2004-03-04", 1], // "March 2004" may be later than the 3rd
    ["to=2003-01-10", 5],
    ["to=2003-01-09", 0],
    ["from=2003-05&to=2003-05", 5],
    ["outlet=&text=&from=&to=", 63],
  ])("the filter %s keeps %i articles", async (query, total) => {
    expect((await getJson(app, `/articles.json?${query}`)).total).toBe(total);
  });

  test("says how many articles a date range leaves out for want of a date, and keeps the filter while paging", async () => {
    const { undated } = await getJson(app, "/articles.json?from=2000");
    expect(undated).toBe(7);
    const page = await getText(app, "/articles?text=a&outlet=");
    expect(page).toContain('href="/articles?text=a&amp;page=2"');
    expect(page).toContain(
      '<link rel="alternate" type="application/json" href="/articles.json?text=a&amp;outlet=">',
    );
  });

  test("a filter that cannot be understood is an error with the next step", async () => {
    const { error } = await getJson(app, "/articles.json?from=yesterday", 400);
    expect(error).toEqual({
      code: "bad-filter",
      message: "The filter “from” cannot be understood",
      at: "from",
      actual: "yesterday",
      expected: "a year, a month or a day: 1962, 1962-10 or 1962-10-22",
      hint: "Correct it in the address, or start again from the unfiltered list.",
    });
    expect(await getText(app, "/articles?from=yesterday", 400)).toContain("400 bad-filter");
    for (const page of ["0", "-1", "1.5", "x", "99999999999"])
      await getText(app, `/problems?page=${page}`, 400);
  });

  test("the reading page has the text exactly, paragraph by paragraph", async () => {
    const page = await getText(app, `/articles/${id}`);
    const paragraphs = [...page.matchAll(/<p lang="en" dir="auto" data-start="(\d+)">(.*?)<\/p>/gs)];
    expect(paragraphs).toHaveLength(10);
    for (const [, start, html] of paragraphs) {
      const text = readText(html);
      expect(harbour.article.text.slice(Number(start), Number(start) + text.length)).toBe(text);
    }
  });

  test("nested statements stand inside each other, with numbers that lead to their notes", async () => {
    const page = await getText(app, `/articles/${id}`);
    const [, , radio, pilots, promise] = harbour.records;
    const open = (s: { id: string }) => `<mark class="said mixed" data-s="${s.id}" id="${s.id}">`;
    const at = [open(radio), open(pilots), open(promise)].map((tag) => page.indexOf(tag));
    expect(at.every((place, i) => place > 0 && (i === 0 || place > at[i - 1]))).toBe(true);
    expect(page.slice(at[0], page.indexOf("</p>", at[0]))).toMatch(/summer”<\/mark><\/mark><\/mark>/);
    expect(page).toContain(
      'href="#note-5" data-n="5" aria-label="Statement 5, Ministry of Transport of Velmark"',
    );
    const note = page.slice(page.indexOf('id="note-5"'), page.indexOf('id="note-6"'));
    expect(note).toContain('<a href="#note-3"><bdi>Radio Selm</bdi></a>');
    expect(note).toContain('<a href="#note-4"><bdi>two pilots</bdi></a>');
    expect(note).toContain("clause-after-cue");
  });

  test("a statement in two pieces is one statement", async () => {
    const page = await getText(app, `/articles/${id}`);
    const open = harbour.records[1].id;
    expect(page.match(new RegExp(`<mark class="said direct" data-s="${open}"`, "g"))).toHaveLength(2);
    expect(page.match(new RegExp(` id="${open}"`, "g"))).toHaveLength(1);
  });

  test("every id on the page is there once, and every link on the page has its place", async () => {
    const page = await getText(app, `/articles/${id}`);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  test("every link leads to a page, and every page has its twin", { timeout: 60_000 }, async () => {
    const seen = new Set<string>(["/articles"]);
    for (const path of seen) {
      const response = await app.request(path);
      expect([path, response.status]).toEqual([path, 200]);
      if (!response.headers.get("content-type")?.startsWith("text/html")) continue;
      const page = await response.text();
      expect(page).toMatch(/<link rel="alternate" type="application\/json"/);
      for (const [, href] of page.matchAll(/ (?:href|src)="([^"#]+)(?:#[^"]*)?"/g)) {
        if (seen.size < 60) seen.add(href.replace(/&amp;/g, "&"));
      }
    }
    expect(seen.size).toBe(60);
  });

  test("the twin of the reading page is the record as the store has it", async () => {
    const data = await getJson(app, `/articles/${id}.json`);
    expect(data.article).toEqual(await store.findRecord(id));
    expect(data.statements).toEqual(await store.recordsOf(id, "statement"));
    expect(data.problems).toEqual(await store.recordsOf(id, "problem"));
    expect(data.versions).toEqual([{ id, version: 1, current: true }]);
    for (const statement of data.statements) {
      for (const e of statement.evidence) expect(data.article.text.slice(e.start, e.end)).toBe(e.text);
    }
  });

  test("a record's page has its fields and the text around it", async () => {
    const statement = harbour.records[4];
    const data = await getJson(app, `/records/${statement.id}.json`);
    expect(data.record).toEqual(await store.findRecord(statement.id));
    expect(data.article.id).toBe(id);
    expect(data.excerpt.text).toBe(harbour.article.text.slice(data.excerpt.start, data.excerpt.end));
    expect(data.excerpt.text).toMatch(/^Radio Selm .* misheard\.$/);
    const page = await getText(app, `/records/${statement.id}`);
    expect(page).toContain(`href="/articles/${id}#${statement.id}"`);
    expect(page).toContain("the lights “would burn by summer”</mark>");
    expect((await getJson(app, `/records/${harbour.problems[0].id}.json`)).record.code).toBe(
      "unbalanced-quotation",
    );
    expect((await getJson(app, `/records/${id}.json`)).record.kind).toBe("article");
  });

  test("problems are listed with place and hint, one kind or all", async () => {
    const data = await getJson(app, "/problems.json");
    expect(data.total).toBe(3);
    expect(data.problems.map((p: { code: string }) => p.code)).toEqual([
      "broken-line",
      "unbalanced-quotation",
      "unsupported-format",
    ]);
    expect((await getJson(app, "/problems.json?code=broken-line")).problems).toEqual([data.problems[0]]);
    const page = await getText(app, "/problems");
    expect(page).toContain("<bdi>articles/feed.jsonl</bdi>, line 1,207, column 88");
    expect(page).toContain("Save its text as .txt or .html first.");
  });

  test("sixty questions at once are all answered", { timeout: 60_000 }, async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        i % 2 === 0 ? getJson(app, `/articles/${id}.json`) : getJson(app, "/problems.json"),
      ),
    );
    expect(answers.every((a, i) => (i % 2 === 0 ? a.statements.length === 8 : a.total === 3))).toBe(true);
  });

  test("what is not there is 404 for people and programs alike", async () => {
    for (const path of [
      "/nothing",
      "/articles/art-0",
      "/records/stm-0",
      "/articles/%E0%A4%A",
      "/articles/'; DROP TABLE article",
    ]) {
      expect(await getText(app, path, 404)).toContain("404 not-found");
      expect((await getJson(app, `${path}.json`, 404)).error.code).toBe("not-found");
    }
    const asked = await app.request("/nothing", { headers: { accept: "application/json" } });
    expect(await asked.json()).toMatchObject({ error: { code: "not-found" } });
  });
});

describe("every answer", () => {
  let store: Store;
  let app: Hono;
  beforeAll(async () => {
    store = await fillStore([harbour]);
    app = createApp(store);
  });
  afterAll(() => store.close());

  test.each([
    "/articles",
    "/articles.json",
    `/articles/${id}`,
    "/problems",
    "/nothing",
    "/",
  ])("%s forbids foreign scripts, frames, sniffing and referrers", async (path) => {
    const { headers } = await app.request(path);
    const policy = headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });

  test("has no script, style or handler of its own in the HTML", async () => {
    for (const path of ["/articles", `/articles/${id}`, "/problems", `/records/${id}`, "/nothing"]) {
      const page = await (await app.request(path)).text();
      expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?! src="\/assets\/)/);
      expect(page).not.toMatch(/(?:href|src|action)="(?:https?:)?\/\//);
    }
  });

  test("the assets are kept by browsers for good, and change their address with their content", async () => {
    const page = await getText(app, "/articles");
    const addresses = [...page.matchAll(/"(\/assets\/[0-9a-f]{12}\/[\w.]+)"/g)].map((m) => m[1]);
    expect(addresses.map((a) => a.split("/").at(-1))).toEqual(["icon.svg", "style.css", "page.js"]);
    for (const address of addresses) {
      const response = await app.request(address);
      expect(response.status).toBe(200);
      expect(response.headers.get("cache-control")).toContain("immutable");
    }
  });

  test.each([
    "evil.example",
    "evil.example:4747",
    "localhost.evil.example",
    "192.168.1.7",
    "[::2]:80",
  ])("is refused under the foreign Host name %s", async (host) => {
    const response = await app.request("/articles.json", { headers: { host } });
    expect(response.status).toBe(421);
    expect(await response.json()).toMatchObject({ error: { code: "unknown-host" } });
  });

  test.each([
    "localhost",
    "localhost:9000",
    "127.0.0.1:4747",
    "[::1]:4747",
    "record.localhost",
  ])("is given under the name %s", async (host) => {
    expect((await app.request("/articles", { headers: { host } })).status).toBe(200);
  });

  test("is given under any name by a server for other machines", async () => {
    const open = createApp(store, { anyHost: true });
    expect((await open.request("/articles", { headers: { host: "archive.example" } })).status).toBe(200);
  });

  test.each<[string, Record<string, string>, number]>([
    ["another origin", { origin: "http://evil.example" }, 403],
    ["an opaque origin", { origin: "null" }, 403],
    ["another port of this machine", { origin: "http://localhost:1" }, 403],
    ["a form of another site", { "sec-fetch-site": "cross-site" }, 403],
    ["these pages", { origin: "http://localhost", "sec-fetch-site": "same-origin" }, 405],
    ["a program", {}, 405],
  ])("to a write sent by %s is a refusal", async (_, headers, status) => {
    const response = await app.request("/articles", {
      method: "POST",
      headers: { host: "localhost", ...headers },
    });
    expect(response.status).toBe(status);
  });

  test("a fault of ours is told without its innards", async () => {
    const query = () => Promise.reject(new Error("secret path"));
    const broken = createApp({ query, database: { changes: 0 } } as unknown as Store);
    const write = process.stderr.write;
    let log = "";
    process.stderr.write = ((text: string) => (log += text)) as unknown as typeof process.stderr.write;
    const response = await broken.request("/articles.json");
    process.stderr.write = write;
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret");
    expect(log).toContain("secret path");
  });
});

test("an empty store says how to fill it", async () => {
  const store = await Store.open(":memory:");
  const app = createApp(store);
  expect(await getText(app, "/articles")).toContain("rapporteur read FOLDER");
  expect(await getText(app, "/problems")).toContain("No problems");
  expect(await getJson(app, "/articles.json")).toMatchObject({ total: 0, articles: [] });
  store.close();
});

test("a changed article keeps its earlier text, which says so", async () => {
  const store = await fillStore([harbour]);
  const later = makeArticle("articles/ferry-talks.txt", "The ferry sails again.", { title: "Ferry sails" });
  await store.add([{ article: later, records: [], problems: [] }], "test");
  const app = createApp(store);
  expect(
    (await getJson(app, "/articles.json")).articles.map((a: ArticleRecord) => [a.id, a.version]),
  ).toEqual([[later.id, 2]]);
  expect((await getJson(app, "/articles.json")).record).toMatchObject({ statements: 0, problems: 0 });
  expect(await getText(app, `/articles/${id}`)).toContain(
    `This is an earlier text. <a href="/articles/${later.id}">`,
  );
  store.close();
});

describe("a record that means harm", () => {
  let store: Store;
  let app: Hono;
  const reports = hostileReports();
  beforeAll(async () => {
    store = await fillStore(reports);
    app = createApp(store);
  });
  afterAll(() => store.close());

  test("becomes no markup anywhere", async () => {
    const paths = [
      "/articles",
      "/problems",
      `/articles?outlet=${encodeURIComponent(MARKUP)}&text=${encodeURIComponent(MARKUP)}`,
    ];
    for (const { article, records, problems } of reports) {
      paths.push(`/articles/${article.id}`, `/records/${article.id}`);
      for (const record of [...records, ...problems]) paths.push(`/records/${record.id}`);
    }
    for (const path of paths) {
      const page = await getText(app, path);
      expect(page).not.toContain("<script>alert");
      expect(page).not.toContain("<img");
      expect(page).not.toContain("<style");
      expect(page.match(/<\/main>/g)).toHaveLength(1);
      expect(page.match(/<\/body>/g)).toHaveLength(1);
      expect(page).not.toContain("\0");
    }
    await getText(app, `/problems?code=${encodeURIComponent(MARKUP)}`);
    await getText(app, `/${encodeURIComponent(MARKUP)}`, 404);
    await getText(app, `/articles?from=${encodeURIComponent(MARKUP)}`, 400);
  });

  test("cannot make a list endless: long names are cut, and can still be filtered by", async () => {
    const page = await getText(app, "/articles");
    expect(page.length).toBeLessThan(30_000);
    const { total } = await getJson(
      app,
      `/articles.json?outlet=${encodeURIComponent(LONG_NAME.slice(0, 200))}`,
    );
    expect(total).toBe(1);
  });

  test("is given back whole by the twin", async () => {
    for (const { article } of reports) {
      expect((await getJson(app, `/articles/${article.id}.json`)).article.text).toBe(article.text);
    }
  });
});

test("an article of a million characters is a page with every note", { timeout: 60_000 }, async () => {
  const huge = hugeReport();
  const store = await fillStore([huge]);
  const app = createApp(store);
  const page = await getText(app, `/articles/${huge.article.id}`);
  expect(page.match(/<li class="note/g)).toHaveLength(1100);
  store.close();
});
