/**
 * The pages over a large store: `npx tsx bench/pages.ts [articles] [--store FILE]`.
 *
 * Made-up reports with records of every kind (whole-articles.ts) go into a store, which is kept where `--store` names
 * it and used again where it is there. Prints how long each page takes to its first byte: the first time after the
 * server began, and the median of the next ones. What explanations need is loaded before, as the server does while idle.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../src/serve/app.js";
import { loadTables } from "../src/serve/pages/why.js";
import { indexPending } from "../src/store/search-index.js";
import { Store } from "../src/store/store.js";
import { makeWhole, WholeAcross } from "./whole-articles.js";

/** Articles written at once. */
const BATCH = 500;
/** Times that a page is asked for. */
const TIMES = 5;

async function fillStore(file: string, total: number): Promise<void> {
  const store = await Store.open(file);
  const across = new WholeAcross();
  for (let from = 0; from < total; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, total - from) }, (_, i) => makeWhole(from + i));
    for (const article of batch) across.add(article);
    await store.add(batch, "bench");
    if (from % 10_000 === 0) process.stderr.write(`${from} articles\r`);
  }
  await store.replaceAcross("passage", across.passages);
  await store.replaceAcross("story", across.stories());
  await store.replaceAcross("account", across.accounts());
  await indexPending(store);
  store.close();
}

/** Pages and filtered views, each a question that an analyst asks. */
async function listAddresses(store: Store): Promise<string[]> {
  const one = async (sql: string) => encodeURIComponent((await store.query(sql))[0].value as string);
  const actor = await one(
    "SELECT key AS value FROM presence WHERE did > 0 GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1",
  );
  const person = await one(
    "SELECT key AS value FROM presence WHERE said > 0 GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1",
  );
  const issue = await one(
    'SELECT issue.id AS value FROM "position" GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1',
  );
  const outlet = await one(
    "SELECT outlet AS value FROM article GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1",
  );
  const [article, story, account, passage] = await Promise.all(
    ["article", "story", "account", "passage"].map((kind) => one(`SELECT max(id) AS value FROM ${kind}`)),
  );
  const event = await one("SELECT max(id) AS value FROM event");
  return [
    "/",
    "/positions",
    `/positions?actor=${actor}`,
    `/positions?issue=${issue}`,
    `/positions?outlet=${outlet}`,
    "/timeline",
    `/timeline?actor=${actor}`,
    `/timeline?outlet=${outlet}`,
    `/timeline?issue=${issue}`,
    "/timeline?from=2001-03&to=2001-04",
    "/timeline?page=1000",
    "/accounts",
    `/accounts?outlet=${outlet}`,
    `/accounts?actor=${actor}`,
    `/accounts/${account}`,
    "/actors",
    `/actors?outlet=${outlet}`,
    `/actors/${actor}`,
    `/actors/${person}`,
    "/map",
    `/map?actor=${actor}`,
    "/reuse",
    `/reuse?outlet=${outlet}`,
    `/reuse/${passage}`,
    "/search?q=bridge+dawn",
    "/search?q=%22long+debate%22",
    "/articles",
    `/articles?actor=${actor}`,
    "/articles?text=harbour",
    `/articles/${article}`,
    `/articles/${article}/why?at=1`,
    `/records/${event}`,
    `/records/${story}`,
    "/problems",
  ];
}

const total = Number(process.argv[2] ?? 100_000);
const named = process.argv.indexOf("--store");
const folder = mkdtempSync(join(tmpdir(), "pages-"));
const file = named < 0 ? join(folder, "bench.duckdb") : process.argv[named + 1];
if (!existsSync(file)) await fillStore(file, total);
const store = await Store.openReadOnly(file);
const [counts] = await store.query(
  'SELECT (SELECT count(*) FROM article)::INTEGER AS articles, (SELECT count(*) FROM event)::INTEGER AS events, (SELECT count(*) FROM "position")::INTEGER AS positions, (SELECT count(*) FROM story)::INTEGER AS stories, (SELECT count(*) FROM account)::INTEGER AS accounts',
);
console.log(
  Object.entries(counts)
    .map(([what, n]) => `${n} ${what}`)
    .join(", "),
);
const addresses = await listAddresses(store);
await loadTables();
const app = createApp(store);
console.log("   first      next   CPU of the first");
for (const address of addresses) {
  const times: number[] = [];
  const cpu = process.cpuUsage();
  let first = 0;
  let status = 0;
  for (let i = 0; i < TIMES; i++) {
    const start = performance.now();
    const response = await app.request(address);
    status = response.status;
    times.push(performance.now() - start);
    await response.text();
    if (i > 0) continue;
    const { user, system } = process.cpuUsage(cpu);
    first = (user + system) / 1000;
  }
  const later = times.slice(1).sort((a, b) => a - b);
  const words = [times[0], later[later.length >> 1], first].map(
    (ms) => `${(ms / 1000).toFixed(2).padStart(6)} s`,
  );
  console.log(`${words.join("  ")}  ${status} ${decodeURIComponent(address)}`);
}
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
store.close();
rmSync(folder, { recursive: true });
