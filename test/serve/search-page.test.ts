/** Search: words and their terms, the index, ranking, phrases, snippets, the page. */
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../src/serve/app.js";
import { findSnippets } from "../../src/serve/search-snippets.js";
import { indexPending } from "../../src/store/search-index.js";
import { parseQuery, searchArticles } from "../../src/store/search-queries.js";
import { countTerms, walkWords } from "../../src/store/search-words.js";
import { Store } from "../../src/store/store.js";
import { fillStore, MARKUP, makeArticle, manyReports } from "./fixture.js";
import { ORRIN, openDamStore, openHostileStore } from "./fixture-records.js";

function termsOf(text: string): number[] {
  const terms: number[] = [];
  walkWords(text, (term) => terms.push(term));
  return terms;
}

function wordsOf(text: string): string[] {
  const words: string[] = [];
  walkWords(text, (_, start, end) => words.push(text.slice(start, end)));
  return words;
}

describe("words", () => {
  test.each([
    ["Talks", "talk"],
    ["Parties", "party"],
    ["Buses", "buse"], // Harman's stemmer takes the s alone
    ["President’s", "president"],
    ["minister's", "MINISTER"],
    ["Müller", "muller"],
    ["São", "sao"],
    ["ﬁsh", "fish"],
    ["Кремль", "кремль"],
  ])("%s is the same as %s", (a, b) => expect(termsOf(a)).toEqual(termsOf(b)));

  test.each([
    ["gas", "ga"],
    ["congress", "congres"],
    ["status", "statu"],
    ["talk", "talked"],
  ])("%s is not the same as %s", (a, b) => expect(termsOf(a)).not.toEqual(termsOf(b)));

  test("places are exact, whatever stands between words", () => {
    expect(wordsOf("“We won’t,” said 3 U.S. envoys—twice\u0000in Şırnak 🕊️.")).toEqual([
      "We",
      "won",
      "t",
      "said",
      "3",
      "U",
      "S",
      "envoys",
      "twice",
      "in",
      "Şırnak",
      "🕊️",
    ]);
    expect([...countTerms("a b A").values()]).toEqual([2, 1]);
  });

  test("a query has its words once, and its phrases in any marks", () => {
    const query = parseQuery('dam "river board" dams «open gates» “the');
    expect(query.words.map(({ written }) => written)).toEqual([
      "dam",
      "river",
      "board",
      "open",
      "gates",
      "the",
    ]);
    expect(query.phrases.map((p) => p.length)).toEqual([2, 2]);
    expect(parseQuery(' " ').words).toEqual([]);
  });
});

describe("the index", () => {
  test("takes each text in once, and leaves earlier texts aside", async () => {
    const store = await fillStore(manyReports(5));
    expect(await indexPending(store)).toBe(0);
    const later = makeArticle("archive/000.txt", "The ferry sank.", { title: "Sunk" });
    await store.add([{ article: later, records: [], problems: [] }], "test");
    const before = await searchArticles(store, parseQuery("port"), {}, { page: 1, size: 9 });
    expect([before.total, before.unindexed]).toEqual([4, 1]);
    expect(await indexPending(store)).toBe(1);
    const found = await searchArticles(store, parseQuery("ferries SANK"), {}, { page: 1, size: 9 });
    expect([found.total, found.hits[0].article.id, found.unindexed]).toEqual([1, later.id, 0]);
    store.close();
  });

  test("ranks what is more about the words first, and finds phrases", async () => {
    const texts = [
      "The gate was shut. Nobody spoke of the water.",
      "Water, water and water: the gate of the water works was open.",
      "Open the water gate, they said, or open nothing.",
      "Nothing at all.",
    ];
    const store = await fillStore(
      texts.map((text, i) => ({ article: makeArticle(`${i}.txt`, text, {}), records: [], problems: [] })),
    );
    const ask = (q: string) => searchArticles(store, parseQuery(q), {}, { page: 1, size: 9 });
    const named = async (q: string) => (await ask(q)).hits.map(({ article }) => article.origin);
    expect((await named("water"))[0]).toBe("1.txt");
    expect((await named("water gate")).sort()).toEqual(["0.txt", "1.txt", "2.txt"]);
    expect(await named('"water gate"')).toEqual(["2.txt"]);
    expect(await named('"gate water"')).toEqual([]);
    expect((await ask("water unheard of")).unknown).toEqual(["unheard"]);
    expect((await ask("")).total).toBe(0);
    store.close();
  });
});

test("snippets are the sentences with the most words, in the order of the text", () => {
  const text =
    "A dam was built. Nobody came. The dam on the river broke! The river rose.\n\nThe end of the dam.";
  const snippets = findSnippets({ id: "art-1", text }, parseQuery("dam river"), 2);
  expect(snippets.map((s) => s.text)).toEqual(["A dam was built.", "The dam on the river broke!"]);
  const [{ marks }] = snippets;
  expect(marks.map((m) => text.slice(m.start, m.end))).toEqual(["dam"]);
  const one = findSnippets({ id: "art-1", text }, parseQuery('"the river"'), 3);
  expect(one.map((s) => s.text)).toEqual(["The dam on the river broke!", "The river rose."]);
  const long = `${"word ".repeat(400)}dam ${"word ".repeat(400)}`;
  const [cut] = findSnippets({ id: "art-1", text: long }, parseQuery("dam"), 1);
  expect(cut.text).toContain("dam");
  expect(cut.text.length).toBeLessThanOrEqual(1000);
});

describe("the page", () => {
  let store: Store;
  let app: Hono;
  beforeAll(async () => {
    store = await openDamStore();
    app = createApp(store);
  });
  afterAll(() => store.close());

  const getText = async (path: string, status = 200) => {
    const response = await app.request(path);
    expect([path, response.status]).toEqual([path, status]);
    return response.text();
  };

  test("shows sentences with the records in them", async () => {
    const data = JSON.parse(await getText("/search.json?q=gates+opened"));
    expect(data.total).toBe(3);
    const first = data.hits.find((h: { article: { outlet: string } }) => h.article.outlet === "Sill Courier");
    expect(
      first.snippets.some((s: { records: { kind: string }[] }) => s.records.some((r) => r.kind === "event")),
    ).toBe(true);
    const page = await getText("/search?q=gates+opened");
    expect(page).toContain('<mark class="match">gates</mark>');
    expect(page).toContain('<span class="kind">event</span>');
  });

  test.each([
    ["q=river", 3],
    ["q=river&outlet=Valley+Echo", 1],
    ["q=river&from=2009-05-07", 1],
    [`q=ferry&actor=${ORRIN.id}`, 2],
    ["q=ferry&actor=Nobody", 0],
    ["q=%22died+in%22", 1],
  ])("the filter %s keeps %i", async (query, total) => {
    expect([query, JSON.parse(await getText(`/search.json?${query}`)).total]).toEqual([query, total]);
  });

  test("says what no article has, and asks nothing of an empty query", async () => {
    expect(await getText("/search?q=xyzzy+dam")).toContain("“<bdi>xyzzy</bdi>”");
    expect(await getText("/search")).toContain("Finds articles that have all words");
    await getText("/search?q=dam&from=x", 400);
  });

  test("stories stand on the map, and a part of the world is an address", async () => {
    const data = JSON.parse(await getText("/map.json"));
    expect(data).toMatchObject({ total: 5, placed: 0, placeCount: 0, places: [] });
    await getText("/map?at=23,-80,4");
    for (const at of ["1,2", "91,0,2", "1,2,0", "a,b,c", "1,2,999"]) await getText(`/map?at=${at}`, 400);
  });
});

test("empty and hostile stores are searched without harm", async () => {
  const empty = await Store.open(":memory:");
  expect(await (await createApp(empty).request("/search?q=a")).text()).toContain("No article has");
  expect(await (await createApp(empty).request("/map")).text()).toContain("No places");
  empty.close();
  const store = await openHostileStore();
  const app = createApp(store);
  for (const path of [
    "/search?q=script+alert",
    `/search?q=${encodeURIComponent(MARKUP)}`,
    "/map",
    "/search?q=said",
  ]) {
    const response = await app.request(path);
    expect([path, response.status]).toEqual([path, 200]);
    const page = await response.text();
    expect(page).not.toMatch(/<script>alert|<img|<style/);
    expect(page.match(/<\/main>/g)).toHaveLength(1);
  }
  store.close();
});
