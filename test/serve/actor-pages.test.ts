/** Actors, their network, and passages with their copies. */
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../src/serve/app.js";
import { alignTexts } from "../../src/serve/passage-alignment.js";
import { Store } from "../../src/store/store.js";
import { layOutCircle } from "../../src/views/circle-layout.js";
import { MARKUP } from "./fixture.js";
import { LIND, ORRIN, openDamStore, openHostileStore, RIVER_BOARD, TALE } from "./fixture-records.js";

async function getText(app: Hono, path: string, status = 200): Promise<string> {
  const response = await app.request(path);
  expect([path, response.status]).toEqual([path, status]);
  return response.text();
}

// biome-ignore lint/suspicious/noExplicitAny: the shape is what is tested
async function getJson(app: Hono, path: string, status = 200): Promise<any> {
  return JSON.parse(await getText(app, path, status));
}

describe("actors of a record", () => {
  let store: Store;
  let app: Hono;
  beforeAll(async () => {
    store = await openDamStore();
    app = createApp(store);
  });
  afterAll(() => store.close());

  test("the list counts what each said, did, received, stands for, and is cited for", async () => {
    const { total, actors } = await getJson(app, "/actors.json");
    expect(total).toBe(4);
    expect(actors[0]).toEqual({
      key: TALE.id,
      name: "Talé",
      id: TALE.id,
      country: "TAL",
      sector: null,
      articles: 3,
      counts: { said: 0, did: 2, received: 4, stands: 2, cited: 3 },
    });
    expect(actors.find((a: { key: string }) => a.key === LIND.id).counts).toMatchObject({ did: 0, cited: 1 });
  });

  test.each([
    ["actor=river", 1],
    ["actor=RIVER+BOARD", 1],
    [`actor=${encodeURIComponent(TALE.id ?? "")}`, 1],
    ["actor=nobody", 0],
    ["outlet=Valley+Echo", 2],
    ["from=2009-05-07", 2],
    ["to=2009-05-04", 0],
  ])("the filter %s keeps %i", async (query, total) => {
    expect((await getJson(app, `/actors.json?${query}`)).total).toBe(total);
  });

  test("the network counts stories told as done, however many reports tell them", async () => {
    const { network } = await getJson(app, "/actors.json");
    expect(network).toEqual([
      {
        relation: "conflict",
        actor: { key: ORRIN.id, name: "Orrin" },
        recipient: { key: TALE.id, name: "Talé" },
        stories: 1,
      },
    ]);
    const page = await getText(app, "/actors");
    expect(page).toContain("Orrin and Talé: 1 story");
    expect(page).toContain("Conflict as a table");
  });

  test("an actor's page has offices, lists and speakers", async () => {
    const { actor, lists, offices, speakers } = await getJson(app, `/actors/${ORRIN.id}.json`);
    expect(actor).toMatchObject({ key: ORRIN.id, name: "Orrin", country: "ORN", cameo: "ORN" });
    expect(lists.map((l: { list: string; total: number }) => [l.list, l.total])).toEqual([
      ["said", 0],
      ["did", 4],
      ["received", 1],
      ["stands", 2],
      ["about", 0],
    ]);
    expect(lists[1].records[0].quote.text).toContain("the gates were opened");
    expect(offices).toEqual([
      {
        person: { key: LIND.id, name: "Ana Lind" },
        role: "water minister",
        of: { key: ORRIN.id, name: "Orrin" },
        first: "2009-05-05",
        last: "2009-05-05",
        articles: 1,
      },
    ]);
    expect(speakers).toEqual([
      { key: null, name: null, cooperation: 2, conflict: 3, positions: 1 },
      { key: LIND.id, name: "Ana Lind", cooperation: 0, conflict: 0, positions: 1 },
    ]);
    const page = await getText(app, `/actors/${ORRIN.id}`);
    expect(page).toContain("What it stands for");
    expect(page).toContain('href="/actors/person%3Aana-lind"');
  });

  test("one list of it is an address, and a wrong one is an error", async () => {
    const { lists } = await getJson(app, `/actors/${TALE.id}.json?list=received&outlet=Valley+Echo`);
    expect(lists).toHaveLength(1);
    expect(lists[0].total).toBe(1);
    expect((await getJson(app, `/actors/${TALE.id}.json?list=x`, 400)).error.code).toBe("bad-filter");
    await getText(app, "/actors/state:NONE", 404);
    expect(await getText(app, `/actors/${RIVER_BOARD.id}?from=2020`)).toContain("Nothing with this filter");
  });

  test("reuse lists who has what from whom, and the passage", async () => {
    const { links, passages, total } = await getJson(app, "/reuse.json");
    expect(links).toEqual([{ from: "Sill Courier", to: "Valley Echo", passages: 1, articles: 1 }]);
    expect([total, passages[0].articles, passages[0].heads.length]).toEqual([1, 2, 2]);
    for (const [query, n] of [
      ["outlet=Northern+Star", 0],
      ["outlet=sill+courier", 1],
      ["type=copy", 1],
      ["type=none", 0],
      ["to=2009-05-04", 0],
    ] as const)
      expect([query, (await getJson(app, `/reuse.json?${query}`)).total]).toEqual([query, n]);
    const page = await getText(app, `/reuse/${passages[0].id}`);
    expect(page).toContain("had it first");
    expect(page).toContain("The same words");
    await getText(app, "/reuse/pas-0", 404);
    await getText(app, `/reuse/${passages[0].id}?base=x`, 400);
  });
});

test("words that a copy has otherwise are found on either side", () => {
  const left = "About 40 people, it said, left the town on Friday.";
  const right = "Some 40 people left the old town on Friday!";
  const { left: a, right: b } = alignTexts(left, right);
  expect(a.map((s) => left.slice(s.start, s.end))).toEqual(["About", "it said"]);
  expect(b.map((s) => right.slice(s.start, s.end))).toEqual(["Some", "old"]);
  expect(alignTexts(left, left)).toEqual({ left: [], right: [] });
});

test("a circle begins with the strongest, keeps ties short, and is the same each time", () => {
  const pairs = [
    { a: "a", b: "b", weight: 5 },
    { a: "b", b: "a", weight: 1 },
    { a: "c", b: "d", weight: 4 },
    { a: "b", b: "c", weight: 1 },
    { a: "e", b: "f", weight: 1 },
  ];
  const layout = layOutCircle(pairs, 5);
  expect(layout.nodes).toEqual(["b", "a", "c", "d"]);
  expect(layout.ties).toContainEqual({ a: "a", b: "b", weight: 6 });
  expect(layOutCircle(pairs, 5)).toEqual(layout);
});

test("an empty store has pages that say so", async () => {
  const store = await Store.open(":memory:");
  const app = createApp(store);
  expect(await getText(app, "/actors")).toContain("No actors");
  expect(await getText(app, "/reuse")).toContain("No reuse");
  store.close();
});

test("a record that means harm becomes no markup on these pages, and its actors have addresses", async () => {
  const store = await openHostileStore();
  const app = createApp(store);
  const { actors } = await getJson(app, "/actors.json");
  expect(actors.length).toBeGreaterThan(2);
  const paths = ["/actors", "/reuse", `/actors?actor=${encodeURIComponent(MARKUP)}`];
  for (const { key } of actors.slice(0, 8)) paths.push(`/actors/${encodeURIComponent(key)}`);
  for await (const { id } of store.streamRecords(["passage"])) paths.push(`/reuse/${id}`);
  for (const path of paths) {
    const page = await getText(app, path);
    expect(page).not.toMatch(/<script>alert|<img|<style/);
    expect(page.match(/<\/main>/g)).toHaveLength(1);
    expect(page).not.toContain("\0");
    expect(page.length).toBeLessThan(400_000);
  }
  store.close();
});
