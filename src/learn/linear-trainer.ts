/**
 * Trains a {@link LinearModel}: logistic loss, AdaGrad, feature dropout; deterministic from its seed.
 *
 * Duchi, Hazan, Singer, "Adaptive Subgradient Methods" (JMLR 2011).
 */
import { type FeatureList, mixFeature } from "./feature-hash.js";
import { LinearModel, type LinearWeights } from "./linear-model.js";
import type { SeededRandom } from "./seeded-random.js";

/** Weights smaller than this are written as zero. */
const NEGLIGIBLE = 0.01;

export class LinearTrainer {
  readonly model: LinearModel;
  learningRate: number;
  readonly #classes: number;
  readonly #bits: number;
  readonly #weights: Float32Array;
  readonly #squares: Float32Array;
  #kept: Int32Array;
  readonly #dropout: number;
  readonly #random: SeededRandom;

  constructor(options: {
    classes: number;
    bits: number;
    learningRate?: number;
    dropout?: number;
    random: SeededRandom;
  }) {
    this.#classes = options.classes;
    this.#bits = options.bits;
    this.learningRate = options.learningRate ?? 0.15;
    this.#dropout = options.dropout ?? 0;
    this.#random = options.random;
    this.#weights = new Float32Array(options.classes << options.bits);
    this.#squares = new Float32Array(options.classes << options.bits);
    this.#kept = new Int32Array(256);
    this.model = new LinearModel({
      classes: options.classes,
      bits: options.bits,
      scale: 1,
      table: this.#weights,
    });
  }

  /** One step towards `target`; returns the loss before the step. */
  update(features: FeatureList, target: number): number {
    const classes = this.#classes;
    if (this.#dropout > 0) {
      let kept = 0;
      if (this.#kept.length < features.length) this.#kept = new Int32Array(features.values.length);
      for (let i = 0; i < features.length; i++) {
        if (this.#random.next() >= this.#dropout) this.#kept[kept++] = features.values[i];
      }
      features.values.set(this.#kept.subarray(0, kept));
      features.length = kept;
    }
    const p = this.model.score(features);
    const loss = -Math.log(p[target] + 1e-9);
    if (p[target] > 0.995) return loss;
    const mask = (1 << this.#bits) - 1;
    for (let k = classes === 2 ? 1 : 0; k < classes; k++) {
      const gradient = p[k] - (k === target ? 1 : 0);
      if (Math.abs(gradient) < 0.003) continue;
      for (let i = 0; i < features.length; i++) {
        const at = (mixFeature(features.values[i]) & mask) * classes + k;
        this.#squares[at] += gradient * gradient;
        this.#weights[at] -= (this.learningRate * gradient) / Math.sqrt(this.#squares[at] + 0.1);
      }
    }
    return loss;
  }

  /** The weights as bytes; with dropout, scaled so that all features together weigh as in training. */
  quantise(): LinearWeights {
    const keep = 1 - this.#dropout;
    let largest = 0;
    for (const w of this.#weights) largest = Math.max(largest, Math.abs(w * keep));
    const scale = Math.min(largest, 4) / 127 || 1;
    const table = new Int8Array(this.#weights.length);
    for (let i = 0; i < table.length; i++) {
      const w = this.#weights[i] * keep;
      if (Math.abs(w) >= NEGLIGIBLE) table[i] = Math.max(-127, Math.min(127, Math.round(w / scale)));
    }
    return { classes: this.#classes, bits: this.#bits, scale, table };
  }
}
