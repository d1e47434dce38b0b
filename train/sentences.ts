/**
 * Trains the sentence splitter: `npx tsx train/sentences.ts FOLDER [--out models/sentences.bin] [--validate]`.
 *
 * In: a folder with UD English treebanks (`*-train.conllu`, `*-train-noNC.conllu`, gzipped or not; where both are
 * there, the one without non-commercial texts is read). Each document is read twice, with its paragraphs and
 * as one paragraph. `--validate` trains on seven documents of eight, prints the F1 of the sentences of the
 * others and writes nothing. Deterministic. The weights are numbers only.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { type ConlluDoc, readConllu } from "../src/language/conllu.js";
import { segmentText } from "../src/language/segment.js";
import { findParagraphEnds } from "../src/language/segment-paragraphs.js";
import { addGapFeatures } from "../src/language/sentences-features.js";
import { readShapes } from "../src/language/sentences-shapes.js";
import { walkGaps } from "../src/language/sentences-walk.js";
import { scanTokens } from "../src/language/tokens.js";
import { FeatureList } from "../src/learn/feature-hash.js";
import { writeLinearModels } from "../src/learn/linear-file.js";
import { LinearModel } from "../src/learn/linear-model.js";
import { LinearTrainer } from "../src/learn/linear-trainer.js";
import { SeededRandom } from "../src/learn/seeded-random.js";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string", default: "models/sentences.bin" },
    validate: { type: "boolean", default: false },
    epochs: { type: "string", default: "10" },
    dropout: { type: "string", default: "0.1" },
    rate: { type: "string", default: "0.15" },
    decay: { type: "string", default: "0.8" },
    bits: { type: "string", default: "15" },
  },
});

interface Example {
  readonly features: Int32Array;
  readonly end: number;
}

/** Documents of the training files of `folder`. */
function readTreebanks(folder: string): ConlluDoc[] {
  const names = readdirSync(folder).sort();
  const free = names.filter((name) => /-train-noNC\.conllu(\.gz)?$/.test(name));
  const whole = names.filter((name) => /-train\.conllu(\.gz)?$/.test(name));
  const rest = whole.filter((name) => !free.some((f) => f.startsWith(name.split("-train")[0])));
  return [...rest, ...free].flatMap((name) => {
    const bytes = readFileSync(join(folder, name));
    const text = (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
    return [...readConllu(text, name).docs];
  });
}

/** A document's text, with its paragraphs or as one. */
function textOf({ parsed }: ConlluDoc, flat: boolean): string {
  return flat ? parsed.text.replace(/\n/g, " ") : parsed.text;
}

/** The open gaps of a document and whether a sentence ends there. */
function addExamples(doc: ConlluDoc, flat: boolean, into: Example[]): void {
  const { parsed } = doc;
  const text = textOf(doc, flat);
  const ends = new Set<number>();
  for (let s = 1; s < parsed.sentence.length; s++) ends.add(parsed.end[parsed.sentence[s] - 1]);
  const paragraphEnds = findParagraphEnds(text);
  const { length, start, end, joined } = scanTokens(text, paragraphEnds);
  const words = { text, length, start, end, joined };
  const shapes = readShapes(words);
  const list = new FeatureList();
  let first = 0;
  for (const limit of paragraphEnds) {
    let end = first;
    while (end < words.length && words.start[end] < limit) end++;
    if (end === first) continue;
    walkGaps(
      words,
      shapes,
      first,
      end,
      (i, _kind, context) => {
        const isEnd = ends.has(words.end[i]);
        addGapFeatures(words, shapes, i, context, list);
        into.push({ features: list.values.slice(0, list.length), end: isEnd ? 1 : 0 });
        return isEnd;
      },
      [],
    );
    first = end;
  }
}

function train(examples: Example[]): LinearTrainer {
  const random = new SeededRandom(7);
  const bits = Number(options.bits);
  const trainer = new LinearTrainer({ classes: 2, bits, dropout: Number(options.dropout), learningRate: Number(options.rate), random });
  const list = new FeatureList();
  for (let epoch = 0; epoch < Number(options.epochs); epoch++) {
    random.shuffle(examples);
    let loss = 0;
    for (const { features, end } of examples) {
      list.values.set(features);
      list.length = features.length;
      loss += trainer.update(list, end);
    }
    trainer.learningRate *= Number(options.decay);
    console.error(`  epoch ${epoch + 1}: loss ${(loss / examples.length).toFixed(4)}`);
  }
  return trainer;
}

/** F1 of whole sentences over `docs`. */
function measure(docs: readonly ConlluDoc[], flat: boolean, model?: LinearModel): string {
  let right = 0;
  let found = 0;
  let gold = 0;
  for (const doc of docs) {
    const { parsed } = doc;
    const ours = segmentText(textOf(doc, flat), model);
    const spans = new Set<string>();
    for (let s = 0; s + 1 < parsed.sentence.length; s++) {
      spans.add(`${parsed.start[parsed.sentence[s]]}-${parsed.end[parsed.sentence[s + 1] - 1]}`);
    }
    gold += spans.size;
    for (let s = 0; s + 1 < ours.sentence.length; s++) {
      found++;
      if (spans.has(`${ours.start[ours.sentence[s]]}-${ours.end[ours.sentence[s + 1] - 1]}`)) right++;
    }
  }
  const percent = (n: number) => (100 * n).toFixed(2);
  return `precision ${percent(right / found)} recall ${percent(right / gold)} F1 ${percent((2 * right) / (found + gold))}`;
}

const folder = positionals[0];
if (!folder) throw new Error("expected the folder of the treebanks: npx tsx train/sentences.ts FOLDER");
const docs = readTreebanks(folder);
const isHeld = (i: number) => options.validate && i % 8 === 3;
const examples: Example[] = [];
docs.forEach((doc, i) => {
  if (isHeld(i)) return;
  addExamples(doc, false, examples);
  addExamples(doc, true, examples);
});
console.error(`${docs.length} documents, ${examples.length} open gaps`);
const trainer = train(examples);
const weights = trainer.quantise();
if (options.validate) {
  const held = docs.filter((_, i) => isHeld(i));
  for (const genre of ["GUM", "GUM_news", ""]) {
    const some = held.filter((doc) => (genre === "" ? !doc.id?.startsWith("GUM") : doc.id?.startsWith(genre)));
    for (const flat of [false, true]) {
      const name = `${genre || "others"} ${flat ? "as one paragraph" : "with paragraphs"}`;
      console.log(`${name}: rules ${measure(some, flat)}; model ${measure(some, flat, new LinearModel(weights))}`);
    }
  }
} else {
  const bytes = writeLinearModels({ end: weights }, { documents: docs.length, gaps: examples.length, features: 1 });
  writeFileSync(options.out, bytes);
  console.error(`${options.out}: ${bytes.length} bytes`);
}
