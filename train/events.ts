/**
 * Trains the models of the event coder: `npm run train:events [-- --out FILE]`.
 *
 * In: the sentences under train/sentences/events and the codebook's own examples, all written for it; no corpus.
 * The sentences are read in five parts by a hash of their words: for each part a type model is trained on the rest,
 * measured, and its events on the part teach the confidence model what is right. The type model that ships is trained
 * on everything. Deterministic.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { FeatureList, hashString } from "../src/learn/feature-hash.js";
import { writeLinearModels } from "../src/learn/linear-file.js";
import { LinearModel } from "../src/learn/linear-model.js";
import { LinearTrainer } from "../src/learn/linear-trainer.js";
import { SeededRandom } from "../src/learn/seeded-random.js";
import { findActors } from "../src/mentions/actors.js";
import { hashEventFeatures } from "../src/records/event-features.js";
import { addConfidenceSigns, FEATURE_CAPACITY, MODEL_CLASSES } from "../src/records/event-model.js";
import { loadResources } from "../src/resources.js";
import { judgeFold, type Outcome } from "./event-confidence.js";
import { type EventExample, readEventExamples } from "./event-examples.js";

const { values: options } = parseArgs({
  options: {
    out: { type: "string", default: "models/events.bin" },
    epochs: { type: "string", default: "12" },
    bits: { type: "string", default: "17" },
    dropout: { type: "string", default: "0.3" },
    folds: { type: "string", default: "5" },
    rate: { type: "string", default: "0.1" },
  },
});
const FOLDS = Number(options.folds);

interface Case {
  readonly values: Int32Array;
  readonly target: number;
  readonly fold: number;
  readonly example: EventExample;
}

const resources = await loadResources({ withoutEvents: true });
const { codebook } = resources;
const reader = {
  analyse: resources.analyse,
  findActors: (...[doc, article]: DropLast<Parameters<typeof findActors>>) =>
    findActors(doc, article, resources.names),
};
type DropLast<T extends readonly unknown[]> = T extends readonly [...infer Rest, unknown] ? Rest : never;

const foldOf = (sentence: string) => (hashString(sentence) >>> 8) % FOLDS;
const examples = readEventExamples("train/sentences/events", codebook, reader);
const features = new FeatureList(FEATURE_CAPACITY);
const cases = examples.map((example): Case => {
  hashEventFeatures(features, example.view, example.parts);
  // The codebook's own examples are in every training part: a fold holds back sentences only.
  const fold = example.origin === "sentences" ? foldOf(example.sentence) : -1;
  return { values: features.values.slice(0, features.length), target: MODEL_CLASSES.indexOf(example.type), fold, example };
});
console.error(`${cases.length} readings of ${new Set(examples.map((e) => e.sentence)).size} sentences`);

const outcomes: Outcome[] = [];
const table = MODEL_CLASSES.map(() => ({ right: 0, said: 0, gold: 0 }));
for (let fold = 0; fold < FOLDS; fold++) {
  const model = new LinearModel(train(cases.filter((c) => c.fold !== fold)));
  measure(model, cases.filter((c) => c.fold === fold));
  outcomes.push(...judgeFold("train/sentences/events", (s) => foldOf(s) === fold, model, codebook, reader));
}
for (const [k, { right, said, gold }] of table.entries())
  console.error(`  ${MODEL_CLASSES[k].padEnd(10)} F1 ${((2 * right) / Math.max(1, said + gold)).toFixed(3)} of ${gold}`);
const sum = (key: "right" | "gold") => table.reduce((n, row) => n + row[key], 0);
console.error(`held back: accuracy ${(sum("right") / sum("gold")).toFixed(3)} of ${sum("gold")}`);

const type = train(cases);
const confidence = trainConfidence(outcomes);
reportReliability(new LinearModel(confidence));
const bytes = writeLinearModels({ type, confidence }, { classes: MODEL_CLASSES, cases: cases.length });
writeFileSync(options.out, bytes);
console.error(`${options.out}: ${bytes.length} bytes`);

function train(training: readonly Case[]) {
  const random = new SeededRandom(11);
  const trainer = new LinearTrainer({
    classes: MODEL_CLASSES.length,
    bits: Number(options.bits),
    learningRate: Number(options.rate),
    dropout: Number(options.dropout),
    random,
  });
  const order = [...training];
  for (let epoch = 0; epoch < Number(options.epochs); epoch++) {
    random.shuffle(order);
    for (const { values, target } of order) {
      fill(values);
      trainer.update(features, target);
    }
    trainer.learningRate *= 0.85;
  }
  return trainer.quantise();
}

function fill(values: Int32Array): void {
  features.clear();
  features.values.set(values);
  features.length = values.length;
}

function measure(model: LinearModel, kept: readonly Case[]): void {
  for (const { values, target } of kept) {
    fill(values);
    const got = model.classify(features);
    table[got].said++;
    table[target].gold++;
    if (got === target) table[got].right++;
  }
}

function trainConfidence(cases: readonly Outcome[]) {
  const random = new SeededRandom(5);
  const trainer = new LinearTrainer({ classes: 2, bits: 12, learningRate: 0.08, random });
  const order = [...cases];
  const signs = new FeatureList(64);
  for (let epoch = 0; epoch < 8; epoch++) {
    random.shuffle(order);
    for (const { event, judgement, isRight } of order) {
      addConfidenceSigns(signs, event, judgement);
      trainer.update(signs, isRight ? 1 : 0);
    }
    trainer.learningRate *= 0.7;
  }
  return trainer.quantise();
}

/** How many events of each band of confidence are right. */
function reportReliability(model: LinearModel): void {
  const bands = Array.from({ length: 10 }, () => ({ n: 0, right: 0, sum: 0 }));
  const signs = new FeatureList(64);
  for (const { event, judgement, isRight } of outcomes) {
    addConfidenceSigns(signs, event, judgement);
    const p = model.score(signs)[1];
    const band = bands[Math.min(9, Math.floor(p * 10))];
    band.n++;
    band.sum += p;
    if (isRight) band.right++;
  }
  console.error(`confidence: ${outcomes.length} events on held-back sentences`);
  for (const [k, { n, right, sum }] of bands.entries())
    if (n > 0)
      console.error(`  ${(k / 10).toFixed(1)}  ${n} events  told ${(sum / n).toFixed(2)}  right ${(right / n).toFixed(2)}`);
}
