/**
 * Text reuse over a large corpus: `npx tsx bench/corpus.ts ARTICLES.jsonl[.gz] [articles] [--store]`.
 *
 * The corpus is the given articles multiplied by seeded edits (edited-articles.ts). Prints how long passages take,
 * as a share of the time that the whole analysis of the same words takes (measured on a sample in the same run), and
 * the peak memory. With `--store` the articles are in a store: how long it takes for all, and for one more.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readLines } from "../eval/read-lines.js";
import { makeArticle } from "../src/article/make-article.js";
import { updatePassages } from "../src/cli/update-passages.js";
import type { ArticleRecord } from "../src/core/records.js";
import { findPassages } from "../src/corpus/passages.js";
import { toReuseArticle } from "../src/corpus/reuse-article.js";
import { analyseArticle } from "../src/pipeline.js";
import { loadResources } from "../src/resources.js";
import { Store } from "../src/store/store.js";
import { multiplyTexts } from "./edited-articles.js";

/** Articles analysed to learn the speed of the analysis. */
const SAMPLE = 300;
/** Articles written at once. */
const BATCH = 500;
/** Articles added one by one. */
const SINGLES = 7;

async function readTexts(path: string): Promise<string[]> {
  const texts: string[] = [];
  for await (const line of readLines(path)) texts.push((JSON.parse(line) as { text: string }).text);
  return texts;
}

/** Article number `n`, published some minutes behind the one before. */
function makeBenchArticle(text: string, n: number): ArticleRecord {
  const day = new Date(Date.UTC(2010, 0, 1) + n * 600_000).toISOString().slice(0, 10);
  const { article } = makeArticle({ origin: `bench/${n}`, text });
  return { ...article, published: { edtf: day, basis: "metadata" }, outlet: `Outlet ${n % 211}` };
}

/** Milliseconds of CPU time so far; unlike the clock, it does not count what other programs take. */
function readCpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** CPU milliseconds of the whole analysis for one character, warm. */
async function measureAnalysis(articles: readonly ArticleRecord[]): Promise<number> {
  const resources = await loadResources();
  const step = Math.max(1, Math.floor(articles.length / SAMPLE));
  const sample = articles.filter((_, k) => k % step === 0).slice(0, SAMPLE);
  for (const article of sample.splice(0, 60)) analyseArticle(article, resources);
  const start = readCpu();
  let characters = 0;
  for (const article of sample) {
    analyseArticle(article, resources);
    characters += article.text.length;
  }
  return (readCpu() - start) / characters;
}

/** Times the store with `total` articles, then with each of some more. */
async function measureStore(articles: Iterator<ArticleRecord>, total: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "rapporteur-bench-"));
  const store = await Store.open(join(folder, "bench.duckdb"));
  try {
    const add = (list: readonly ArticleRecord[]) =>
      store.add(
        list.map((article) => ({ article, records: [], problems: [] })),
        "bench",
      );
    for (let n = 0; n < total; n += BATCH) await add(take(articles, Math.min(BATCH, total - n)));
    let start = performance.now();
    let cpu = readCpu();
    const passages = await updatePassages(store);
    const all = `${seconds(readCpu() - cpu)} of CPU, ${seconds(performance.now() - start)} by the clock`;
    console.log(`store, all at once: ${all}, ${passages} passages`);
    const times: number[] = [];
    const cpuTimes: number[] = [];
    for (let n = 0; n < SINGLES; n++) {
      await add(take(articles, 1));
      start = performance.now();
      cpu = readCpu();
      await updatePassages(store);
      times.push(performance.now() - start);
      cpuTimes.push(readCpu() - cpu);
    }
    console.log(`store, one more article: ${describeTimes(times)}; of CPU ${describeTimes(cpuTimes)}`);
  } finally {
    store.close();
    rmSync(folder, { recursive: true });
  }
}

function describeTimes(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  return `median ${Math.round(sorted[sorted.length >> 1])} ms, worst ${Math.round(sorted[sorted.length - 1])} ms`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function take<T>(items: Iterator<T>, count: number): T[] {
  return Array.from({ length: count }, () => items.next().value as T);
}

function* makeArticles(texts: readonly string[], count: number): Generator<ArticleRecord> {
  let n = 0;
  for (const text of multiplyTexts(texts, count)) yield makeBenchArticle(text, n++);
}

const [path, most = "10000"] = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
if (path === undefined) {
  console.error("usage: npx tsx bench/corpus.ts ARTICLES.jsonl[.gz] [articles] [--store]");
  process.exit(2);
}
const texts = await readTexts(path);
const total = Number(most);
if (process.argv.includes("--store")) {
  await measureStore(makeArticles(texts, total + SINGLES), total);
} else {
  const articles = [...makeArticles(texts, total)];
  const characters = articles.reduce((sum, { text }) => sum + text.length, 0);
  console.log(`${articles.length} articles, ${(characters / 1e6).toFixed(0)} million characters`);
  const coding = (await measureAnalysis(articles)) * characters;
  console.log(`analysis of all, from a sample: ${seconds(coding)} of CPU`);
  const clock = performance.now();
  const start = readCpu();
  const passages = findPassages(articles.map(toReuseArticle));
  const reuse = readCpu() - start;
  const share = `${((100 * reuse) / coding).toFixed(1)} % of the analysis`;
  console.log(
    `passages: ${seconds(reuse)} of CPU, ${share}; ${seconds(performance.now() - clock)} by the clock`,
  );
  console.log(
    `  ${passages.length} passages, ${passages.reduce((n, p) => n + p.occurrences.length, 0)} places`,
  );
}
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
