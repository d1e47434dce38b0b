/**
 * Trains the models of the event coder: `npm run train:events -- --articles FILE [--out FILE]`.
 *
 * In: for the type model the sentences under train/sentences/events and the codebook's own examples, all written for it,
 * no corpus; it is measured in five parts by a hash of their words, each held back once, and trained on everything. For
 * the confidence model what readers said of events of general news (train/readings/events.tsv) and the articles that they
 * are of, measured in five parts by article, and at less weight the events in the written sentences, judged by type models
 * that had not seen them; for the topics the articles whose ids name theirs (topics.ts). Deterministic.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { UserError } from "../src/core/user-error.js";
import { FeatureList, hashString } from "../src/learn/feature-hash.js";
import { writeLinearModels } from "../src/learn/linear-file.js";
import { LinearModel } from "../src/learn/linear-model.js";
import { LinearTrainer } from "../src/learn/linear-trainer.js";
import { SeededRandom } from "../src/learn/seeded-random.js";
import { findActors } from "../src/mentions/actors.js";
import { hashEventFeatures } from "../src/records/event-features.js";
import { CONFIDENCE_CAPACITY, EVENT_TEMPLATES, FEATURE_CAPACITY, MODEL_CLASSES } from "../src/records/event-model.js";
import { loadResources } from "../src/resources.js";
import { type EventExample, readEventExamples } from "./event-examples.js";
import { type EventReading, readEventReadings } from "./event-readings.js";
import { readWrittenEvents } from "./event-written.js";
import { findSlope, temper } from "./calibration.js";
import { fitLogistic } from "./logistic.js";
import { trainTopics } from "./topics.js";

const { values: options } = parseArgs({
  options: {
    out: { type: "string", default: "models/events.bin" },
    epochs: { type: "string", default: "12" },
    bits: { type: "string", default: "17" },
    dropout: { type: "string", default: "0.3" },
    folds: { type: "string", default: "5" },
    rate: { type: "string", default: "0.1" },
    penalty: { type: "string", default: "16" },
    written: { type: "string", default: "0.1" },
    articles: { type: "string" },
  },
});
if (options.articles === undefined)
  throw new UserError(
    "usage",
    "train:events: --articles is missing",
    "Give the JSON Lines file (id, text; gzipped or not) of the articles that train/readings/events.tsv is of.",
  );
const { articles } = options;
/** The confidence model has 2^17 rows. */
const CONFIDENCE_BITS = 17;
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
const hashed = new FeatureList(FEATURE_CAPACITY);
const cases = examples.map((example): Case => {
  hashEventFeatures(hashed, example.view, example.parts);
  // The codebook's own examples are in every training part: a fold holds back sentences only.
  const fold = example.origin === "sentences" ? foldOf(example.sentence) : -1;
  return { values: hashed.values.slice(0, hashed.length), target: MODEL_CLASSES.indexOf(example.type), fold, example };
});
/** Features of the case that is looked at, for either model. */
const features = new FeatureList(CONFIDENCE_CAPACITY);
console.error(`${cases.length} readings of ${new Set(examples.map((e) => e.sentence)).size} sentences`);

const table = MODEL_CLASSES.map(() => ({ right: 0, said: 0, gold: 0 }));
for (let fold = 0; fold < FOLDS; fold++) {
  const model = new LinearModel(train(cases.filter((c) => c.fold !== fold)));
  measure(model, cases.filter((c) => c.fold === fold));
}
for (const [k, { right, said, gold }] of table.entries())
  console.error(`  ${MODEL_CLASSES[k].padEnd(10)} F1 ${((2 * right) / Math.max(1, said + gold)).toFixed(3)} of ${gold}`);
const sum = (key: "right" | "gold") => table.reduce((n, row) => n + row[key], 0);
console.error(`held back: accuracy ${(sum("right") / sum("gold")).toFixed(3)} of ${sum("gold")}`);

const type = train(cases);
// Signs are taken with the type model that ships; the coder needs some second model until the confidence is fitted.
const unfitted = new LinearModel(fitLogistic([], 1, 1));
const topic = await trainTopics(articles, resources.analyse);
const topics = new LinearModel(topic);
const models = { type: new LinearModel(type), confidence: unfitted, topic: topics };
const { readings, gone } = await readEventReadings("train/readings/events.tsv", articles, {
  ...resources,
  events: models,
});
console.error(`${readings.length} readings of events, ${gone} more of events that are told otherwise now`);
const blind = Array.from({ length: FOLDS }, (_, fold) => ({
  type: new LinearModel(train(cases.filter(({ example }) => foldOf(example.sentence) !== fold))),
  confidence: unfitted,
  topic: topics,
}));
const written = readWrittenEvents("train/sentences/events", codebook, reader, (sentence) => blind[foldOf(sentence)]);
console.error(`${written.length} events in written sentences`);
const heldBack = confideHeldBack(readings);
// A model is surer of what it was fitted on than it may be of anything else.
const slope = findSlope(heldBack.map(({ confidence, isWhole }) => ({ confidence, isTrue: isWhole })));
console.error(`confidences held back want their logits times ${slope.toFixed(2)}; then:`);
reportReliability(heldBack.map((told) => ({ ...told, confidence: temper(told.confidence, slope) })));
const fitted = fitConfidence(readings);
const confidence = { ...fitted, scale: fitted.scale * slope };
const bytes = writeLinearModels({ type, confidence, topic }, { classes: MODEL_CLASSES, cases: cases.length }, EVENT_TEMPLATES);
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

/** An event held back from its confidence model: what it was told, and what readers said. */
type Told = Pick<EventReading, "isRight" | "isWhole"> & { readonly confidence: number };

/** Confidence of each reading by a model fitted on the articles of the other parts. */
function confideHeldBack(readings: readonly EventReading[]): Told[] {
  const partOf = ({ article }: EventReading) => foldOf(article);
  return Array.from({ length: FOLDS }, (_, part) => part).flatMap((part) => {
    const model = new LinearModel(fitConfidence(readings.filter((r) => partOf(r) !== part)));
    return readings
      .filter((r) => partOf(r) === part)
      .map(({ signs, isRight, isWhole }) => {
        fill(signs);
        return { confidence: model.score(features)[1], isRight, isWhole };
      });
  });
}

function fitConfidence(readings: readonly EventReading[]) {
  const weigh = (weight: number) => ({ signs, isWhole }: { signs: Int32Array; isWhole: boolean }) => ({
    signs,
    target: isWhole,
    weight,
  });
  const cases = [...readings.map(weigh(1)), ...written.map(weigh(Number(options.written)))];
  return fitLogistic(cases, CONFIDENCE_BITS, Number(options.penalty));
}

/** How many events of each band of confidence are right, and how many of those from each band on. */
function reportReliability(told: readonly Told[]): void {
  const share = (some: readonly Told[], key: "isRight" | "isWhole") =>
    (some.filter((event) => event[key]).length / some.length).toFixed(2);
  for (let band = 0; band < 10; band++) {
    const own = told.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === band);
    if (own.length === 0) continue;
    const mean = own.reduce((sum, { confidence }) => sum + confidence, 0) / own.length;
    const above = told.filter(({ confidence }) => confidence >= band / 10);
    console.error(
      `  ${(band / 10).toFixed(1)}  ${own.length} events  told ${mean.toFixed(2)}  whole ${share(own, "isWhole")}` +
        `  from here on ${above.length}  whole ${share(above, "isWhole")}  of the right type ${share(above, "isRight")}`,
    );
  }
}
