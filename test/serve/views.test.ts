/** The pages over all records: positions, timeline, accounts, overview, and the page of every kind of record. */
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../src/serve/app.js";
import { Store } from "../../src/store/store.js";
import { MARKUP } from "./fixture.js";
import { DAM, ORRIN, openDamStore, openHostileStore, TALE } from "./fixture-records.js";

async function getText(app: Hono, path: string, status = 200): Promise<string> {
  const response = await app.request(path);
  expect([path, response.status]).toEqual([path, status]);
  return response.text();
}

// biome-ignore lint/suspicious/noExplicitAny: the shape is what is tested
async function getJson(app: Hono, path: string, status = 200): Promise<any> {
  return JSON.parse(await getText(app, path, status));
}

/** The views over many records. */
const VIEWS = ["/", "/positions", "/timeline", "/accounts", "/articles", "/problems"];

describe("views of a record", () => {
  let store: Store;
  let app: Hono;
  beforeAll(async () => {
    store = await openDamStore();
    app = createApp(store);
  });
  afterAll(() => store.close());

  test("the overview counts everything and folds copies", async () => {
    const data = await getJson(app, "/index.json");
    expect(data.record).toMatchObject({
      article: 3,
      event: 6,
      position: 4,
      story: 5,
      account: 2,
      passage: 1,
    });
    expect(data.overTime).toEqual([
      { at: "2009-05-05", articles: 1, independent: 1 },
      { at: "2009-05-06", articles: 1, independent: 0 },
      { at: "2009-05-07", articles: 1, independent: 1 },
    ]);
    expect(data.actors[0]).toEqual({ key: TALE.id, name: "Talé", acted: 2, received: 2, positions: 2 });
    expect(data.issues.map((i: { key: string }) => i.key)).toEqual([DAM[0], "issue:talks"]);
    expect(await getText(app, "/")).toContain('href="/positions?issue=issue%3Adam"');
  });

  test("the matrix has a place for each holder and issue, its own word apart from another’s", async () => {
    const { matrix, sayings } = await getJson(app, "/positions.json");
    expect(sayings).toBeNull();
    expect([matrix.positions, matrix.holders, matrix.issues]).toEqual([4, 2, 2]);
    expect(matrix.cells).toEqual([
      { issue: "issue:dam", holder: ORRIN.id, stance: "favor", own: false, positions: 1 },
      { issue: "issue:dam", holder: TALE.id, stance: "against", own: false, positions: 1 },
      { issue: "issue:talks", holder: ORRIN.id, stance: "neutral", own: false, positions: 1 },
      { issue: "issue:talks", holder: TALE.id, stance: "favor", own: true, positions: 1 },
    ]);
    const page = await getText(app, "/positions");
    expect(page).toContain('href="/positions?actor=state%3ATAL&amp;issue=issue%3Atalks"');
    expect(page).toContain('aria-label="Talé on talks on the river: in favour, own word"');
    expect(page).toContain('<details class="behind">');
  });

  test("a place opens its sentences, with evidence marked, chain and outlet", async () => {
    const { sayings } = await getJson(app, "/positions.json?actor=state:ORN&issue=issue:dam");
    expect(sayings.total).toBe(1);
    expect(sayings.positions[0].quote.text).toBe(
      "Orrin supports the dam on the Upper Sill, its water minister Ana Lind said.",
    );
    const page = await getText(app, "/positions?actor=state:ORN&issue=issue:dam");
    expect(page).toContain('<span class="part trigger" title="the word that tells it">supports</span>');
    expect(page).toMatch(/on the word of <bdi>Ana Lind<\/bdi> \(<bdi>press conference<\/bdi>\)/);
    expect(page).toContain("<bdi>Sill Courier</bdi>");
    expect(page).not.toContain('class="matrix"');
  });

  test.each([
    ["actor=Tal%C3%A9", 2],
    ["actor=state:TAL&type=against", 1],
    ["issue=Talks+on+the+river", 2],
    ["outlet=valley+echo", 1],
    ["from=2009-05-07", 1],
    ["to=2009-05-05", 2],
    ["independent=2", 0],
    ["actor=nobody", 0],
  ])("positions with %s are %i", async (query, total) => {
    expect((await getJson(app, `/positions.json?${query}`)).matrix.positions).toBe(total);
  });

  test.each([
    ["actor=state:TAL", 3],
    ["actor=Ana+Lind", 0],
    ["issue=issue:dam", 1],
    ["actor=tal%C3%A9&issue=Talks+on+the+river&outlet=valley+echo", 1],
  ])("articles with %s are %i", async (query, total) => {
    expect((await getJson(app, `/articles.json?${query}`)).total).toBe(total);
  });

  test("the timeline has each story once, at its own date or that of its report", async () => {
    const data = await getJson(app, "/timeline.json");
    expect(data.lanes).toEqual({ current: 1, said: 0, ahead: 1, open: 0, denied: 1, background: 2 });
    expect(data.stories.map((s: { placed: string }) => s.placed)).toEqual([
      "197X",
      "2009-05-04",
      "2009-05-06",
      "2009-05-12",
      null,
    ]);
    expect(data.stories[2]).toMatchObject({ placedBy: "report", type: "PROTEST", lane: "denied" });
    expect(data.unplaced).toBe(1);
    const page = await getText(app, "/timeline");
    expect(page).toContain("2 independent of 3 reports");
    expect(page).toMatch(/<text [^>]*text-anchor="middle">2<\/text>/);
    expect(page).toContain("reported 6 May 2009");
  });

  test.each([
    ["actor=river+board", 1],
    ["type=AGREE", 1],
    ["status=denied", 1],
    ["recency=background", 2],
    ["outlet=Northern+Star", 2],
    ["from=1975&to=1975", 1],
    ["independent=2", 1],
  ])("the timeline with %s has %i", async (query, total) => {
    expect((await getJson(app, `/timeline.json?${query}`)).total).toBe(total);
  });

  test("accounts stand side by side, each answer with sentence, outlet and source", async () => {
    const data = await getJson(app, "/accounts.json");
    expect(data.total).toBe(2);
    expect(data.accounts[0].account.about).toBe("date");
    const page = await getText(app, `/accounts/${data.accounts[1].account.id}`);
    expect(page).toContain('<span class="part value" title="the figure">Twelve</span>');
    expect(page).toContain("<bdi>Northern Star</bdi>");
    expect(page).toMatch(/on the word of <bdi>Talé<\/bdi>/);
    expect((await getJson(app, "/accounts.json?type=figure")).total).toBe(1);
    expect((await getJson(app, "/accounts.json?outlet=valley+echo")).total).toBe(1);
    expect((await getJson(app, "/accounts.json?from=2010")).total).toBe(0);
    expect((await getJson(app, "/accounts.json?actor=orrin")).total).toBe(1);
    await getText(app, "/accounts/acc-0", 404);
  });

  test("every kind of record has a page that shows it, and every link of it leads somewhere", {
    timeout: 120_000,
  }, async () => {
    const seen = new Set<string>(VIEWS);
    for (const path of seen) {
      const page = await getText(app, path);
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]);
      expect([path, new Set(ids).size]).toEqual([path, ids.length]);
      for (const [, href] of page.matchAll(/ (?:href|src)="(\/[^"#]+)(?:#[^"]*)?"/g)) {
        if (!href.startsWith("/records/eve-0") && seen.size < 120) seen.add(href.replace(/&amp;/g, "&"));
      }
    }
    for await (const record of store.streamRecords()) {
      const data = await getJson(app, `/records/${record.id}.json`);
      expect(data.record).toEqual(record);
      expect(await getText(app, `/records/${record.id}`)).toContain(record.id);
    }
  });

  test.each([
    ["/positions?type=maybe", "one of favor, against, neutral"],
    ["/timeline?status=planed", "planned, or another of"],
    ["/timeline?recency=old", "one of current, background"],
    ["/timeline?independent=0", "a whole number from 1"],
    ["/accounts?from=soon", "a year, a month or a day"],
  ])("%s is an error that says what was expected", async (path, expected) => {
    const [before, query] = path.split("?");
    const { error } = await getJson(app, `${before}.json?${query}`, 400);
    expect(error.code).toBe("bad-filter");
    expect(error.expected).toContain(expected);
  });

  test("on an issue are the stories and accounts of the articles that have a position on it", async () => {
    const all = (await getJson(app, "/timeline.json")).total;
    const { total } = await getJson(app, "/timeline.json?issue=issue:talks");
    expect([total > 0, total <= all]).toEqual([true, true]);
    expect((await getJson(app, "/timeline.json?issue=nothing")).total).toBe(0);
    expect((await getJson(app, "/accounts.json?issue=issue:dam")).total).toBeGreaterThan(0);
    expect((await getJson(app, "/accounts.json?issue=nothing")).total).toBe(0);
    expect(await getText(app, "/accounts?issue=issue:dam")).toContain('value="issue:dam" selected');
  });

  test("a form keeps what it has no field for", async () => {
    expect(await getText(app, "/map?at=1,2,4&from=2009")).toContain(
      '<input type="hidden" name="at" value="1,2,4">',
    );
    expect(await getText(app, `/actors/${ORRIN.id}?list=said`)).toContain('name="list" value="said"');
  });

  test("names lead to the pages of their actors", async () => {
    for (const path of ["/", "/timeline"])
      expect(await getText(app, path)).toContain(`href="/actors/${encodeURIComponent(ORRIN.id ?? "")}"`);
  });

  test("an outlet's filter stands in the form and in the links of the view", async () => {
    const page = await getText(app, "/positions?outlet=Sill+Courier");
    expect(page).toContain('<option value="Sill Courier" selected>');
    expect(page).toContain("outlet=Sill+Courier&amp;issue=issue%3Adam");
  });
});

test("an empty store has all pages, and each says so", async () => {
  const store = await Store.open(":memory:");
  const app = createApp(store);
  for (const [path, words] of [
    ["/", "Nothing has been read yet"],
    ["/positions", "No positions"],
    ["/timeline", "No stories"],
    ["/accounts", "No differing accounts"],
    ["/timeline?actor=x", "0 stories with this filter"],
  ]) {
    expect(await getText(app, path)).toContain(words);
  }
  store.close();
});

describe("records that mean harm", () => {
  let store: Store;
  let app: Hono;
  beforeAll(async () => {
    store = await openHostileStore();
    app = createApp(store);
  });
  afterAll(() => store.close());

  test("become no markup on any page, and no page is endless", { timeout: 60_000 }, async () => {
    const bad = encodeURIComponent(MARKUP);
    const paths = [...VIEWS, `/positions?actor=${bad}&issue=${bad}&outlet=${bad}`, `/timeline?type=${bad}`];
    for await (const record of store.streamRecords(["story", "passage", "account", "event", "position"]))
      paths.push(`/records/${record.id}`);
    for await (const record of store.streamRecords(["quantity", "dating", "role"]))
      paths.push(`/records/${record.id}`);
    for await (const record of store.streamRecords(["account"])) paths.push(`/accounts/${record.id}`);
    for (const path of paths) {
      const page = await getText(app, path);
      expect(page).not.toContain("<script>alert");
      expect(page).not.toContain("<img");
      expect(page).not.toContain("<style");
      expect(page.match(/<\/main>/g)).toHaveLength(1);
      expect(page).not.toContain("\0");
      if (!path.startsWith("/records/")) expect([path, page.length < 200_000]).toEqual([path, true]);
    }
  });
});
