/**
 * Tokens a second of the segmenter on one thread, warm, with the sentence model and by rule.
 *
 * Run: node --import tsx bench/segment.ts [articles.jsonl[.gz]]. Rows need a `text`; without a file a made-up
 * article is read many times.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { segmentText } from "../src/language/segment.js";
import { readLinearModels } from "../src/learn/linear-file.js";

const ARTICLE = `Talks resume in Geneva

GENEVA, Oct. 23 (Agency) - The envoys of the two republics met on Friday for the first time since the cease-fire of Sept. 27, U.N. officials said.

"We haven't agreed on anything yet," said Gen. A. Petrov, who leads one of the delegations. "But we'll stay as long as we're needed."

More than 20,000 people have left the border districts, and about 3.5 percent of the farmland is mined, the ministry's spokeswoman told reporters at 5 p.m. on Thursday (see www.example.org).`;

const path = process.argv[2];
const texts = path ? readTexts(path) : new Array<string>(2000).fill(ARTICLE);
const file = new URL("../models/sentences.bin", import.meta.url);
const ends = readLinearModels(readFileSync(file), "models/sentences.bin").get("end");
for (const [name, model] of [
  ["with the model", ends],
  ["by rule", undefined],
] as const) {
  for (const text of texts.slice(0, 300)) segmentText(text, model);
  const before = process.cpuUsage();
  let words = 0;
  let sentences = 0;
  for (const text of texts) {
    const doc = segmentText(text, model);
    words += doc.length;
    sentences += doc.sentence.length - 1;
  }
  const seconds = process.cpuUsage(before).user / 1e6;
  const rate = Math.round(words / seconds).toLocaleString("en");
  console.log(
    `${name}: ${texts.length} texts, ${words} words, ${sentences} sentences, ${rate} words a CPU second`,
  );
}

function readTexts(from: string): string[] {
  const bytes = readFileSync(from);
  const rows = (from.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").split("\n");
  return rows.filter((row) => row.trim() !== "").map((row) => (JSON.parse(row) as { text: string }).text);
}
