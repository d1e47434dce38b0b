/** Views as files: what the pages offer, and that a file holds what its page shows. */
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EXPORT_FORMATS } from "../../src/export/formats.js";
import { createApp } from "../../src/serve/app.js";
import { Store } from "../../src/store/store.js";
import { openDamStore, openHostileStore, TALE } from "./fixture-records.js";

let store: Store;
let app: Hono;
beforeAll(async () => {
  store = await openDamStore();
  app = createApp(store);
});
afterAll(() => store.close());

async function getText(path: string, status = 200): Promise<string> {
  const response = await app.request(path);
  expect([path, response.status]).toEqual([path, status]);
  return response.text();
}

// biome-ignore lint/suspicious/noExplicitAny: the shape is what is tested
async function getJson(path: string, status = 200): Promise<any> {
  return JSON.parse(await getText(path, status));
}

const idsOf = (text: string) =>
  text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line).id as string]));

test.each([
  ["/positions?actor=state%3ATAL", "/export?actor=state%3ATAL&amp;kind=position"],
  ["/timeline?from=2009", "/export?from=2009&amp;kind=story"],
  ["/accounts", "/export?kind=account"],
  ["/actors?outlet=Sill+Courier", "/export?outlet=Sill+Courier"],
  [`/actors/${TALE.id}`, "/export?actor=state%3ATAL"],
  ["/map?at=1,2,4", "/export?kind=story"],
  ["/reuse", "/export?kind=passage"],
  ["/articles?text=dam", "/export?text=dam&amp;kind=article"],
  ["/search?q=dam&outlet=Sill+Courier", "/export?outlet=Sill+Courier&amp;q=dam&amp;kind=article"],
])("%s leads to its files", async (page, address) => {
  expect(await getText(page)).toContain(`<a href="${address}">Download this view</a>`);
});

describe("a file holds what its page shows", () => {
  test.each([
    ["position", "actor=state:TAL", "/positions.json", "sayings.positions"],
    ["position", "issue=issue:dam&type=against", "/positions.json", "sayings.positions"],
    ["story", "outlet=Valley+Echo", "/timeline.json", "stories"],
    ["story", "issue=issue:dam", "/timeline.json", "stories"],
    ["account", "actor=orrin", "/accounts.json", "accounts"],
    ["article", "text=dam&from=2009-05-06", "/articles.json", "articles"],
    ["passage", "outlet=Valley+Echo", "/reuse.json", "passages"],
    ["article", "q=dam", "/search.json", "hits"],
    ["article", "q=dam&actor=state:TAL", "/search.json", "hits"],
    ["article", "q=%22the+dam%22&from=2009-05-06", "/search.json", "hits"],
  ])("%s with %s", async (kind, query, path, list) => {
    const data = await getJson(`${path}?${query}`);
    const shown = list.split(".").reduce((value, field) => value[field], data) as object[];
    // biome-ignore lint/suspicious/noExplicitAny: each page has a shape of its own
    const ids = shown.map((line: any) => (line.record ?? line.account ?? line.article ?? line).id as string);
    expect(ids.length).toBeGreaterThan(0);
    expect(idsOf(await getText(`/export/jsonl?kind=${kind}&${query}`)).sort()).toEqual([...ids].sort());
    const csv = await getText(`/export/csv?kind=${kind}&${query}`);
    for (const id of ids) expect(csv).toContain(id);
  });
});

test("every format of a view answers with a file of its own name", async () => {
  const { formats } = await getJson("/export.json?kind=story");
  expect(formats.map((line: { format: string }) => line.format)).toEqual(
    EXPORT_FORMATS.filter((format) => format !== "annotation"),
  );
  for (const { files } of formats) {
    const response = await app.request(files[0].address);
    expect([files[0].address, response.status]).toEqual([files[0].address, 200]);
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="(story|record)\./);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0);
  }
});

test("without a kind, tables are a file for each kind", async () => {
  const { formats } = await getJson(`/export.json?actor=${TALE.id}`);
  const csv = formats.find((line: { format: string }) => line.format === "csv");
  expect(csv.files.map((file: { kind: string }) => file.kind)).not.toContain("passage");
  for (const { address } of csv.files) await getText(address);
});

test("the records of one article are files too", async () => {
  const { articles } = await getJson("/articles.json");
  const { id } = articles[0];
  expect(await getText(`/articles/${id}`)).toContain(`href="/export?article=${id}"`);
  const lines = (await getText(`/export/jsonl?article=${id}`)).trimEnd().split("\n");
  const records = lines.map((line) => JSON.parse(line) as { id: string; article?: string });
  expect(records[0].id).toBe(id);
  expect(new Set(records.slice(1).map(({ article }) => article))).toEqual(new Set([id]));
  const { formats } = await getJson(`/export.json?article=${id}`);
  expect(formats.map((line: { format: string }) => line.format)).toEqual([
    "jsonl",
    "csv",
    "parquet",
    "annotation",
  ]);
});

test.each([
  "event",
  "position",
  "story",
  "account",
  "passage",
])("a single %s is a file, and of no format that cannot be limited to it", async (kind) => {
  const records = (await getText(`/export/jsonl?kind=${kind}`)).trimEnd().split("\n");
  const { id } = JSON.parse(records[0]);
  const address = `/export?record=${id}&kind=${kind}`;
  expect(await getText(`/records/${id}`)).toContain(address.replace("&", "&amp;"));
  expect(await getText(`/export/jsonl?kind=${kind}&record=${id}`)).toBe(`${records[0]}\n`);
  const { formats } = await getJson(address.replace("?", ".json?"));
  const names: string[] = formats.map((line: { format: string }) => line.format);
  expect(names).not.toContain("dossier-md");
  expect(names.includes("geojson")).toBe(kind === "event" || kind === "story");
  for (const { files } of formats) await getText(files[0].address);
});

test("the records of the articles that a search finds", async () => {
  const positions = (await getText("/export/jsonl?kind=position&q=dam")).trimEnd().split("\n");
  const found = new Set(idsOf(await getText("/export/jsonl?kind=article&q=dam")));
  expect(positions.length).toBeGreaterThan(1);
  for (const line of positions) expect(found).toContain(JSON.parse(line).article);
  expect(await getText("/export/jsonl?q=zzyzx")).toBe("");
});

test("an event is a line of its story", async () => {
  const [event] = idsOf(await getText("/export/jsonl?kind=event"));
  const { features } = JSON.parse(await getText(`/export/geojson?record=${event}`));
  expect(features.length).toBeLessThanOrEqual(1);
});

test("a format says what it leaves out, and counts it when asked", async () => {
  const page = await getText("/export?kind=story&count=gdelt-events");
  expect(page).toContain("Leaves out whose word it is");
  expect(page).toMatch(/role="status">Of \d+ stories, left out: /);
});

test("a filter that a format does not have is told on the page and refused in the address", async () => {
  const page = await getText("/export?kind=position&type=against");
  expect(page).toContain("Not limited by type.");
  await getText("/export/passage", 404);
  for (const path of [
    "/export/dossier-md?type=against",
    "/export/geojson?kind=story",
    "/export/csv",
    "/export/jsonl?kind=storry",
  ]) {
    expect(await getText(path, 400)).toContain("cannot be understood");
  }
});

test("hostile records are files without harm, and pages go on while one is sent", async () => {
  const hostile = await openHostileStore();
  const other = createApp(hostile);
  const response = await other.request("/export/jsonl");
  expect((await other.request("/timeline")).status).toBe(200);
  const lines = (await response.text()).trimEnd().split("\n");
  for (const line of lines) JSON.parse(line);
  for (const path of ["/export/plover", "/export/dossier-html", "/export/annotation"]) {
    expect((await (await other.request(path)).text()).length).toBeGreaterThan(0);
  }
  expect((await other.request("/export?actor=%3Cb%3E%22")).status).toBe(200);
  await response.body?.cancel().catch(() => undefined);
  hostile.close();
});

test("an empty store has empty files", async () => {
  const empty = await Store.open(":memory:");
  const other = createApp(empty);
  expect(await (await other.request("/export/jsonl")).text()).toBe("");
  expect((await other.request("/export?kind=story")).status).toBe(200);
  empty.close();
});
