/**
 * Words a second of segmenting and parsing on one thread, warm, and each stage's share.
 *
 * Run: node --import tsx bench/parse.ts articles.jsonl[.gz] [most articles]. Rows need a `text`.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { createParser } from "../src/language/parse.js";
import { segmentText } from "../src/language/segment.js";

const [path, most] = process.argv.slice(2);
if (!path) {
  console.error("usage: node --import tsx bench/parse.ts articles.jsonl[.gz] [most articles]");
  process.exit(2);
}
const bytes = readFileSync(path);
const texts = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes)
  .toString("utf8")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .slice(0, Number(most ?? "Infinity"))
  .map((line) => (JSON.parse(line) as { text: string }).text);

const before = process.memoryUsage().rss;
const loading = performance.now();
const parser = createParser(readFileSync(new URL("../models/en.rpnw", import.meta.url)), "models/en.rpnw");
const loaded = performance.now() - loading;
// Warm on other texts than those measured: a sentence that was met before is not parsed again.
const measured = texts.slice(200);
for (const text of texts.slice(0, 200)) parser.parse(segmentText(text));

const cpu = process.cpuUsage();
let words = 0;
let segmenting = 0;
let parsing = 0;
for (const text of measured) {
  const a = performance.now();
  const doc = segmentText(text);
  const b = performance.now();
  parser.parse(doc);
  segmenting += b - a;
  parsing += performance.now() - b;
  words += doc.length;
}
const total = segmenting + parsing;
const { user, system } = process.cpuUsage(cpu);
const rate = (ms: number) => Math.round((words / ms) * 1000).toLocaleString("en");
const share = (ms: number) => `${((100 * ms) / total).toFixed(0)} %`;
console.log(`${measured.length} articles, ${words} words; weights loaded in ${loaded.toFixed(0)} ms`);
console.log(`segment  ${rate(segmenting)} words/s  ${share(segmenting)}`);
console.log(`parse    ${rate(parsing)} words/s  ${share(parsing)}`);
console.log(`both     ${rate(total)} words/s, ${((measured.length / total) * 1000).toFixed(1)} articles/s`);
console.log(`cpu      ${rate((user + system) / 1000)} words a second of processor time`);
console.log(
  `memory   ${((process.memoryUsage().rss - before) / 1e6).toFixed(0)} MB more than before loading`,
);
