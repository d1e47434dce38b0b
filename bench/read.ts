/**
 * The whole analysis on one thread and on all cores: `npm run bench -- ARTICLES.jsonl[.gz] [most articles]`.
 *
 * Prints words and articles a second, warm, and each stage's share of the time; then the same work dealt out to
 * one worker a core, as a ratio to one thread. Reading files and writing the store are left out.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { readLines } from "../eval/read-lines.js";
import { makeArticle } from "../src/article/make-article.js";
import type { ArticleRecord } from "../src/core/records.js";
import { findActors } from "../src/mentions/actors.js";
import { findDates } from "../src/mentions/dates.js";
import { findPlaces } from "../src/mentions/places.js";
import { analyseArticle } from "../src/pipeline.js";
import { findDatings } from "../src/records/datings.js";
import { findEvents } from "../src/records/events.js";
import { findPositions } from "../src/records/positions.js";
import { findQuantities } from "../src/records/quantities.js";
import { findDocQuotations } from "../src/records/quotations.js";
import { raiseReportingVerbs } from "../src/records/reporting-verbs.js";
import { findStatements } from "../src/records/statements.js";
import { loadResources } from "../src/resources.js";

/** Articles at the beginning that only warm up. */
const WARMING = 100;

async function readTexts(path: string, most: number): Promise<string[]> {
  const texts: string[] = [];
  for await (const line of readLines(path)) {
    if (texts.length >= most) break;
    texts.push((JSON.parse(line) as { text: string }).text);
  }
  return texts;
}

async function measureStages(texts: readonly string[]): Promise<number> {
  const resources = await loadResources();
  const { cues, channels, occasions, attribution: models, names, holidays } = resources;
  const spent = new Map<string, number>();
  const timed = <T>(stage: string, work: () => T): T => {
    const start = performance.now();
    const result = work();
    spent.set(stage, (spent.get(stage) ?? 0) + performance.now() - start);
    return result;
  };
  let words = 0;
  const read = (text: string) => {
    const article: ArticleRecord = timed("header", () => makeArticle({ origin: "bench", text }).article);
    const parsed = timed("words and trees", () => resources.analyse(text));
    const doc = timed("statements", () => raiseReportingVerbs(parsed, cues));
    const quotations = timed("statements", () => findDocQuotations(doc));
    const actors = timed("actors", () => findActors(doc, article, names));
    const dates = timed("dates", () => findDates(doc, article, holidays));
    const places = timed("places", () => findPlaces(doc, article, actors.mentions, resources.gazetteer));
    const statements = timed("statements", () =>
      findStatements({ article, doc, quotations, actors, dates, cues, channels, occasions, models }),
    );
    const found = { article, doc, actors, dates, places, statements };
    const { stances, issueWords, issues, codebook, quantities: tables, happenings } = resources;
    timed("events", () => findEvents({ ...found, codebook, models: resources.events }));
    timed("positions", () => findPositions({ ...found, stances, words: issueWords, issues, cues }));
    timed("quantities", () => findQuantities({ ...found, tables }));
    timed("datings", () => findDatings({ ...found, happenings }));
    words += doc.length;
  };
  // Warm on other texts than those measured: a sentence that was met before is not parsed again.
  for (const text of texts.slice(0, WARMING)) read(text);
  spent.clear();
  words = 0;
  const measured = texts.slice(WARMING);
  const start = performance.now();
  for (const text of measured) read(text);
  const seconds = (performance.now() - start) / 1000;
  const total = [...spent.values()].reduce((a, b) => a + b, 0);
  console.log(
    `one thread: ${Math.round(words / seconds)} words/s, ${(measured.length / seconds).toFixed(1)} articles/s`,
  );
  for (const [stage, ms] of spent)
    console.log(`  ${((100 * ms) / total).toFixed(1).padStart(5)} %  ${stage}`);
  console.log(
    `  statements : words and trees = ${((spent.get("statements") ?? 0) / (spent.get("words and trees") ?? 1)).toFixed(3)}`,
  );
  return seconds;
}

/** One process a core, each with every n-th article; started when all are warm. */
async function measureCores(path: string, most: string, articles: number, oneThread: number): Promise<void> {
  const cores = availableParallelism();
  const script = fileURLToPath(import.meta.url);
  const workers = Array.from({ length: cores }, (_, k) =>
    fork(script, [path, most, String(k), String(cores)]),
  );
  await Promise.all(workers.map((w) => once(w, "message")));
  const start = performance.now();
  for (const worker of workers) worker.send("go");
  await Promise.all(workers.map((w) => once(w, "message")));
  const seconds = (performance.now() - start) / 1000;
  const times = (oneThread / seconds).toFixed(2);
  console.log(`${cores} processes: ${(articles / seconds).toFixed(1)} articles/s, ${times} times one thread`);
  for (const worker of workers) if (worker.connected) worker.disconnect();
}

async function work(texts: readonly string[], k: number, cores: number): Promise<void> {
  const resources = await loadResources();
  const make = (text: string, i: number) => makeArticle({ origin: String(i), text }).article;
  for (const article of texts.slice(0, WARMING).map(make)) analyseArticle(article, resources);
  const articles = texts
    .slice(WARMING)
    .filter((_, i) => i % cores === k)
    .map(make);
  process.once("message", () => {
    for (const article of articles) analyseArticle(article, resources);
    process.send?.("done");
  });
  process.send?.("ready");
}

const [path, most = "1000", k, cores] = process.argv.slice(2);
if (path === undefined) {
  console.error("usage: npm run bench -- ARTICLES.jsonl[.gz] [most articles]");
  process.exit(2);
}
const texts = await readTexts(path, Number(most));
if (texts.length <= WARMING) {
  console.error(`${path}: ${texts.length} articles, expected more than the ${WARMING} that warm up`);
  process.exit(2);
}
if (k === undefined) await measureCores(path, most, texts.length - WARMING, await measureStages(texts));
else await work(texts, Number(k), Number(cores));
