/**
 * Cuts news into sentences of forms with the program's own tokeniser, so that the net learns on what it will read.
 *
 * In: a gzipped JSON-lines file with a `text` in each row. Out: gzipped JSON lines, a list of forms each.
 * Run: node --import tsx train/news-sentences.ts articles.jsonl.gz sentences.jsonl.gz
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { getForm } from "../src/language/doc.js";
import { segmentText } from "../src/language/segment.js";

const [input, output] = process.argv.slice(2);
const lines: string[] = [];
for (const row of gunzipSync(readFileSync(input)).toString("utf8").split("\n")) {
  if (!row.trim()) continue;
  const doc = segmentText((JSON.parse(row) as { text: string }).text);
  for (let s = 0; s + 1 < doc.sentence.length; s++) {
    const forms: string[] = [];
    for (let i = doc.sentence[s]; i < doc.sentence[s + 1]; i++) forms.push(getForm(doc, i));
    lines.push(JSON.stringify(forms));
  }
}
writeFileSync(output, gzipSync(lines.join("\n") + "\n"));
console.log(`${lines.length} sentences`);
