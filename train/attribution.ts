/**
 * Trains the attribution models: `npm run train:attribution -- POLNEAR.jsonl[.gz] [--out models/attribution.bin]`.
 *
 * In: PolNeAR as JSON Lines ({id, text, attributions: [{source, cue, content}]}, spans in UTF-16 units).
 * Fifteen per cent of the articles, chosen by a hash of their ids, are kept for validation and never trained on
 * (`--all` trains on everything, for the file that ships). Deterministic. The weights are numbers only.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { FeatureList } from "../src/learn/feature-hash.js";
import { writeLinearModels } from "../src/learn/linear-file.js";
import { LinearModel } from "../src/learn/linear-model.js";
import { LinearTrainer } from "../src/learn/linear-trainer.js";
import { SeededRandom } from "../src/learn/seeded-random.js";
import { type AttributionModels, attributionUnits, collectWalk, CUE_THRESHOLD, findCues, mayBeCue } from "../src/records/attribution.js";
import { addCueFeatures, ATTRIBUTION_TEMPLATES, CONTENT, CUE, SOURCE } from "../src/records/attribution-features.js";
import { addVerifierFeatures } from "../src/records/attribution-verifier.js";
import { type AttributionView, makeAttributionView } from "../src/records/attribution-view.js";
import { AttributionWalk, EDGE } from "../src/records/attribution-walk.js";
import { findDocQuotations } from "../src/records/quotations.js";
import { loadResources, type Resources } from "../src/resources.js";
import { readLines } from "../eval/read-lines.js";
import { isValidation } from "./attribution-split.js";

interface GoldSpan {
  readonly start: number;
  readonly end: number;
}
interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly { source: GoldSpan[]; cue: GoldSpan[]; content: GoldSpan[] }[];
}
/** One annotated attribution as labels of words; `anchor` is the cue word highest in the tree. */
interface Target {
  readonly anchor: number;
  readonly labels: ReadonlyMap<number, number>;
}
interface Example {
  readonly view: AttributionView;
  readonly targets: Map<number, Target>;
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string", default: "models/attribution.bin" },
    all: { type: "boolean", default: false },
    epochs: { type: "string", default: "3" },
    folds: { type: "string", default: "4" },
    seed: { type: "string", default: "3" },
  },
});
const EPOCHS = Number(options.epochs);
const FOLDS = Number(options.folds);

function prepare(article: GoldArticle, resources: Resources): Example {
  const doc = resources.analyse(article.text);
  const view = makeAttributionView(doc, findDocQuotations(doc).filter((q) => q.depth === 0), resources.cues);
  const targets = new Map<number, Target>();
  for (const gold of article.attributions) {
    const labels = new Map<number, number>();
    for (const [spans, label] of [[gold.content, CONTENT], [gold.source, SOURCE], [gold.cue, CUE]] as const) {
      for (const word of wordsIn(view, spans)) labels.set(word, label);
    }
    const anchor = anchorOf(view, [...labels].filter(([, l]) => l === CUE).map(([i]) => i));
    if (anchor >= 0) targets.set(anchor, { anchor, labels });
  }
  return { view, targets };
}

function wordsIn(view: AttributionView, spans: readonly GoldSpan[]): number[] {
  const words: number[] = [];
  for (const { start, end } of spans) {
    let low = 0;
    let high = view.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (view.doc.end[middle] <= start) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < view.length && view.doc.start[i] < end; i++) words.push(i);
  }
  return words;
}

function anchorOf(view: AttributionView, cue: readonly number[]): number {
  const among = new Set(cue);
  let best = -1;
  let bestDepth = Number.POSITIVE_INFINITY;
  for (const i of cue) {
    if (!mayBeCue(view, i) || among.has(view.doc.head[i])) continue;
    let depth = 0;
    for (let h = view.doc.head[i]; h >= 0 && depth < 60; h = view.doc.head[h]) depth++;
    if (depth < bestDepth) {
      bestDepth = depth;
      best = i;
    }
  }
  return best;
}

function trainWalk(examples: readonly Example[], seed: number): Record<"cue" | "edge" | "sentence", LinearTrainer> {
  const random = new SeededRandom(seed);
  const cue = new LinearTrainer({ classes: 2, bits: 17, dropout: 0.15, random });
  const edge = new LinearTrainer({ classes: 4, bits: 17, random });
  const sentence = new LinearTrainer({ classes: 4, bits: 12, random });
  const features = new FeatureList();
  const order = [...examples];
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    random.shuffle(order);
    let loss = 0;
    let count = 0;
    for (const { view, targets } of order) {
      const walk = new AttributionWalk(view);
      for (const [first, last] of attributionUnits(view)) {
        const anchors: number[] = [];
        for (let i = view.doc.sentence[first]; i < view.doc.sentence[last + 1]; i++) {
          if (!mayBeCue(view, i)) continue;
          addCueFeatures(features, view, i);
          const isCue = targets.has(i);
          if (isCue) anchors.push(i);
          loss += cue.update(features, isCue ? 1 : 0);
          count++;
        }
        walk.setCues(anchors);
        for (const anchor of anchors) {
          const { labels } = targets.get(anchor) as Target;
          walk.run(anchor, first, last, anchors, (word, f, model) => {
            const label = labels.get(word) ?? 0;
            (model === EDGE ? edge : sentence).update(f, label);
            return label;
          });
        }
      }
    }
    for (const trainer of [cue, edge, sentence]) trainer.learningRate *= 0.7;
    console.error(`  epoch ${epoch + 1}: cue loss ${(loss / count).toFixed(4)}`);
  }
  return { cue, edge, sentence };
}

/** Shows the verifier what the walk makes of articles that it was not trained on. */
function trainVerifier(folds: readonly { models: Omit<AttributionModels, "verifier">; examples: readonly Example[] }[]): LinearTrainer {
  const random = new SeededRandom(17);
  const trainer = new LinearTrainer({ classes: 2, bits: 17, dropout: 0.2, random });
  const cases: { values: Int32Array; target: number }[] = [];
  const features = new FeatureList();
  for (const { models, examples } of folds) {
    for (const { view, targets } of examples) {
      const walk = new AttributionWalk(view);
      for (const [first, last] of attributionUnits(view)) {
        const candidates = findCues(view, first, last, models.cue, features, mayBeCue);
        const cues = candidates.filter((c) => c.p > 0.5).map((c) => c.word);
        walk.setCues(cues);
        for (const { word, p } of candidates) {
          walk.run(word, first, last, cues, (_, f, model) => (model === EDGE ? models.edge : models.sentence).classify(f));
          const found = collectWalk(walk, word);
          if (found.content.length === 0) continue;
          addVerifierFeatures(features, view, found, p);
          cases.push({ values: features.values.slice(0, features.length), target: isRight(view, found, targets) ? 1 : 0 });
        }
      }
    }
  }
  console.error(`  verifier: ${cases.length} cases, ${cases.filter((c) => c.target).length} right (cue threshold ${CUE_THRESHOLD})`);
  for (let epoch = 0; epoch < 4; epoch++) {
    random.shuffle(cases);
    for (const { values, target } of cases) {
      features.clear();
      features.values.set(values);
      features.length = values.length;
      trainer.update(features, target);
    }
    trainer.learningRate *= 0.6;
  }
  return trainer;
}

/** Content of some annotated attribution, with an intersection over union of half or more. */
function isRight(view: AttributionView, found: ReturnType<typeof collectWalk>, targets: Example["targets"]): boolean {
  const words = new Set(found.content.filter((i) => !view.isPunctuation[i]));
  for (const { anchor, labels } of targets.values()) {
    if (Math.abs(anchor - found.anchor) > 60) continue;
    let gold = 0;
    let shared = 0;
    for (const [i, label] of labels) {
      if (label !== CONTENT || view.isPunctuation[i]) continue;
      gold++;
      if (words.has(i)) shared++;
    }
    if (shared > 0 && shared / (gold + words.size - shared) >= 0.5) return true;
  }
  return false;
}

const [path] = positionals;
if (path === undefined) {
  console.error("usage: npm run train:attribution -- POLNEAR.jsonl[.gz] [--out FILE] [--all] [--epochs N] [--folds N]");
  process.exit(2);
}
const resources = await loadResources({ withoutAttribution: true });
const examples: Example[] = [];
let kept = 0;
for await (const line of readLines(path)) {
  const article = JSON.parse(line) as GoldArticle;
  if (!options.all && isValidation(article.id)) kept++;
  else examples.push(prepare(article, resources));
}
console.error(`${examples.length} articles to train on, ${kept} kept for validation`);
const seed = Number(options.seed);
const folds = Array.from({ length: FOLDS }, (_, k) => {
  const { cue, edge, sentence } = trainWalk(examples.filter((_, i) => i % FOLDS !== k), seed);
  return { models: { cue: cue.model, edge: edge.model, sentence: sentence.model }, examples: examples.filter((_, i) => i % FOLDS === k) };
});
const verifier = trainVerifier(folds).quantise();
const walk = trainWalk(examples, seed);
const weights = {
  cue: walk.cue.quantise(),
  edge: walk.edge.quantise(),
  sentence: walk.sentence.quantise(),
  verifier,
};
for (const w of Object.values(weights)) new LinearModel(w);
const info = { corpus: "PolNeAR 1.0.0, train and dev part", articles: examples.length, epochs: EPOCHS, seed };
const bytes = writeLinearModels(weights, info, ATTRIBUTION_TEMPLATES);
writeFileSync(options.out, bytes);
console.error(`${options.out}: ${bytes.length} bytes`);
