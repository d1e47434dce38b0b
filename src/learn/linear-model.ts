/**
 * A multinomial logistic model over hashed features, with 8-bit weights.
 *
 * Scores are sums of the weights of the features that are on; probabilities are their softmax. With two
 * classes, class 0 has weight zero throughout. Trained by {@link LinearTrainer} in train/.
 */
import type { FeatureList } from "./feature-hash.js";

export interface LinearWeights {
  readonly classes: number;
  /** The table has 2^bits rows. */
  readonly bits: number;
  /** A weight is its byte times this. */
  readonly scale: number;
  /** Row-major: row, then class. */
  readonly table: Int8Array | Float32Array;
}

export class LinearModel {
  readonly classes: number;
  /** Probabilities of the last call of {@link score}. */
  readonly probabilities: Float64Array;
  readonly #mask: number;
  readonly #scale: number;
  readonly #table: Int8Array | Float32Array;

  constructor(weights: LinearWeights) {
    this.classes = weights.classes;
    this.probabilities = new Float64Array(weights.classes);
    this.#mask = (1 << weights.bits) - 1;
    this.#scale = weights.scale;
    this.#table = weights.table;
  }

  /** The most probable class; ties go to the lower one. */
  classify(features: FeatureList): number {
    this.#sum(features);
    const p = this.probabilities;
    let best = 0;
    for (let k = 1; k < this.classes; k++) if (p[k] > p[best]) best = k;
    return best;
  }

  /** What one hashed feature adds to the score of `target`. */
  weightOf(feature: number, target: number): number {
    return this.#table[(feature & this.#mask) * this.classes + target] * this.#scale;
  }

  /** Probabilities of the classes, in an array that the next call overwrites. */
  score(features: FeatureList): Float64Array {
    const p = this.probabilities;
    this.#sum(features);
    let max = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < this.classes; k++) {
      p[k] *= this.#scale;
      if (p[k] > max) max = p[k];
    }
    let sum = 0;
    for (let k = 0; k < this.classes; k++) {
      p[k] = Math.exp(p[k] - max);
      sum += p[k];
    }
    for (let k = 0; k < this.classes; k++) p[k] /= sum;
    return p;
  }

  /** Puts the sum of the weights of each class into {@link probabilities}. Two and four classes are summed in registers. */
  #sum({ values, length }: FeatureList): void {
    const p = this.probabilities;
    const table = this.#table;
    const mask = this.#mask;
    const { classes } = this;
    p.fill(0);
    if (classes === 2) {
      let one = 0;
      for (let i = 0; i < length; i++) one += table[(values[i] & mask) * 2 + 1];
      p[1] = one;
    } else if (classes === 4) {
      let zero = 0;
      let one = 0;
      let two = 0;
      let three = 0;
      for (let i = 0; i < length; i++) {
        const row = (values[i] & mask) * 4;
        zero += table[row];
        one += table[row + 1];
        two += table[row + 2];
        three += table[row + 3];
      }
      p[0] = zero;
      p[1] = one;
      p[2] = two;
      p[3] = three;
    } else {
      for (let i = 0; i < length; i++) {
        const row = (values[i] & mask) * classes;
        for (let k = 0; k < classes; k++) p[k] += table[row + k];
      }
    }
  }
}
