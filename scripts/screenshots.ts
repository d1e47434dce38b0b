/**
 * Pictures of the pages: `npm run screenshots` reads the bundled articles into a store of its own, serves it, and writes
 * a PNG of each page in PAGES to docs/screenshots/; those of reports that disagree come from four further articles. Chromium is taken from CHROMIUM_PATH, else /usr/bin/chromium.
 *
 * The same record gives the same pictures on one machine; faces differ between systems.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { readIntoStore } from "../src/cli/read-into-store.js";
import { loadResources } from "../src/resources.js";
import { serve } from "../src/serve/server.js";
import { Store } from "../src/store/store.js";

const ARTICLES = fileURLToPath(new URL("../examples/articles", import.meta.url));
const DISAGREEING = fileURLToPath(new URL("../examples/disagreeing", import.meta.url));
const FOLDER = fileURLToPath(new URL("../docs/screenshots", import.meta.url));
const CHROMIUM = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

/** Sizes in pixels; a longer page is cut at so many times the height. */
const WIDE = { width: 1200, height: 800 };
const PHONE = { width: 360, height: 740 };
const CUT = 1.35;

/** Largest file that may go into the repository. */
const MOST_BYTES = 300_000;

interface Shot {
  readonly name: string;
  /** Address, or what makes it of the first one of a kind: its id, or the key of who stands on most issues. */
  readonly path: string | ((store: Store) => Promise<string>);
  readonly phone?: boolean;
  readonly dark?: boolean;
}

const PAGES: readonly Shot[] = [
  { name: "overview", path: "" },
  { name: "overview-phone", path: "", phone: true, dark: true },
  { name: "positions", path: "positions" },
  { name: "positions-phone", path: "positions", phone: true },
  { name: "positions-of-one", path: async (store) => `positions?actor=${await findMainHolder(store)}` },
  { name: "timeline", path: "timeline" },
  { name: "timeline-dark", path: "timeline", dark: true },
  { name: "timeline-phone", path: "timeline", phone: true },
  { name: "actors", path: "actors" },
  { name: "actor", path: async (store) => `actors/${await findMainHolder(store)}` },
  { name: "map", path: "map" },
  { name: "reuse", path: "reuse" },
  { name: "search", path: "search?q=missiles+cuba" },
  { name: "articles", path: "articles" },
  { name: "reading", path: async (store) => `articles/${await findLongestRead(store)}` },
  { name: "story", path: async (store) => `records/${await findWidestStory(store)}` },
  { name: "download", path: "export?kind=story" },
];

/** Pages of the articles that disagree. */
const DISAGREEING_PAGES: readonly Shot[] = [
  { name: "accounts", path: "accounts" },
  { name: "accounts-phone", path: "accounts", phone: true, dark: true },
];

async function main(): Promise<void> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(`${CHROMIUM}: no Chromium there; install it, or name it in CHROMIUM_PATH`);
  }
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars"],
  });
  try {
    mkdirSync(FOLDER, { recursive: true });
    for (const old of readdirSync(FOLDER)) rmSync(join(FOLDER, old));
    await takeAll(browser, ARTICLES, PAGES);
    await takeAll(browser, DISAGREEING, DISAGREEING_PAGES);
  } finally {
    await browser.close();
  }
}

/** Pictures of `shots`, with these articles in the store. */
async function takeAll(browser: Browser, articles: string, shots: readonly Shot[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "rapporteur-screenshots-"));
  const store = await Store.open(join(folder, "record.duckdb"));
  try {
    await readIntoStore([articles], store, await loadResources());
    const server = await serve(store, { port: 0 });
    for (const shot of shots) {
      const path = typeof shot.path === "string" ? shot.path : await shot.path(store);
      await take(browser, server.address + path, shot);
    }
    await server.close();
  } finally {
    store.close();
    rmSync(folder, { recursive: true });
  }
}

async function take(browser: Browser, address: string, { name, phone, dark }: Shot): Promise<void> {
  const size = phone ? PHONE : WIDE;
  const context = await browser.newContext({ viewport: size, colorScheme: dark ? "dark" : "light" });
  const page = await context.newPage();
  const response = await page.goto(address, { waitUntil: "load" });
  if (!response?.ok()) throw new Error(`${address}: answered ${response?.status()}`);
  const height = await page.evaluate<number>("document.documentElement.scrollHeight");
  await page.setViewportSize({ ...size, height: Math.min(height, Math.round(size.height * CUT)) });
  const file = join(FOLDER, `${name}.png`);
  await page.screenshot({ path: file });
  await context.close();
  const bytes = statSync(file).size;
  if (bytes > MOST_BYTES) throw new Error(`${file}: has ${bytes} bytes, more than ${MOST_BYTES}`);
  process.stdout.write(`docs/screenshots/${name}.png  ${Math.round(bytes / 1000)} kB\n`);
}

/** Who stands on the most issues. */
async function findMainHolder(store: Store): Promise<string> {
  return findValue(
    store,
    "SELECT h.id AS value FROM (SELECT issue, unnest(holders) AS h FROM position) WHERE h.id IS NOT NULL GROUP BY 1 ORDER BY count(DISTINCT issue.id) DESC, 1 LIMIT 1",
  );
}

/** The article with the most statements inside statements. */
async function findLongestRead(store: Store): Promise<string> {
  return findValue(
    store,
    "SELECT article AS value FROM statement GROUP BY 1 ORDER BY count(parent) DESC, count(*) DESC, 1 LIMIT 1",
  );
}

async function findWidestStory(store: Store): Promise<string> {
  return findValue(
    store,
    "SELECT id AS value FROM story ORDER BY independent DESC, len(articles) DESC, id LIMIT 1",
  );
}

async function findValue(store: Store, sql: string): Promise<string> {
  const [row] = await store.query(sql);
  if (row === undefined) throw new Error("the bundled articles have no such record");
  return encodeURIComponent(row.value as string);
}

await main();
