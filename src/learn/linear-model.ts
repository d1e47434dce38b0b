/**
 * A multinomial logistic model over hashed features, with 8-bit weights.
 *
 * Scores are sums of the weights of the features that are on; probabilities are their softmax. With two
 * classes, class 0 has weight zero throughout. Trained by {@link LinearTrainer} in train/.
 * Most of the time goes into fetching weights from memory: of two classes one column is kept, of four a row is fetched
 * as one number.
 */
import { type FeatureList, mixFeature } from "./feature-hash.js";

export interface LinearWeights {
  readonly classes: number;
  /** The table has 2^bits rows. */
  readonly bits: number;
  /** A weight is its byte times this. */
  readonly scale: number;
  /** Row-major: row, then class. */
  readonly table: Int8Array | Float32Array;
}

/** Added to each byte of a packed row, so that its sums carry nothing from one to the next. */
const BIAS = 128;
/** Features whose biased weights fit into 16 bits. */
const MOST_PACKED = 256;

export class LinearModel {
  readonly classes: number;
  /** Probabilities of the last call of {@link score}. */
  readonly probabilities: Float64Array;
  readonly #mask: number;
  readonly #scale: number;
  readonly #table: Int8Array | Float32Array;
  /** Weights of class 1 of two. */
  readonly #column: Int8Array | undefined;
  /** Rows of four 8-bit weights, each plus {@link BIAS}. */
  readonly #packed: Uint32Array | undefined;

  constructor(weights: LinearWeights) {
    const { table, classes } = weights;
    this.classes = classes;
    this.probabilities = new Float64Array(classes);
    this.#mask = (1 << weights.bits) - 1;
    this.#scale = weights.scale;
    this.#table = table;
    // In training the table goes on changing.
    if (classes === 2 && table instanceof Int8Array) this.#column = takeSecond(table);
    if (classes === 4 && table instanceof Int8Array) this.#packed = packRows(table);
  }

  /** The most probable class; ties go to the lower one. */
  classify(features: FeatureList): number {
    if (this.#packed !== undefined && features.length <= MOST_PACKED)
      return classifyPacked(features, this.#packed, this.#mask);
    this.#sum(features);
    const p = this.probabilities;
    let best = 0;
    for (let k = 1; k < this.classes; k++) if (p[k] > p[best]) best = k;
    return best;
  }

  /** What one hashed feature adds to the score of `target`. */
  weightOf(feature: number, target: number): number {
    return this.#table[(mixFeature(feature) & this.#mask) * this.classes + target] * this.#scale;
  }

  /** Of two classes, the probability of class 1: what {@link score} gives it. */
  weigh(features: FeatureList): number {
    if (this.#column === undefined) return this.score(features)[1];
    const score = sumColumn(features, this.#column, this.#mask) * this.#scale;
    // In neither case can the exponential overflow.
    if (score > 0) return 1 / (Math.exp(-score) + 1);
    const odds = Math.exp(score);
    return odds / (1 + odds);
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

  /** Puts the sum of the weights of each class into {@link probabilities}. */
  #sum(features: FeatureList): void {
    if (this.#column === undefined) this.#sumRows(features);
    else {
      this.probabilities[0] = 0;
      this.probabilities[1] = sumColumn(features, this.#column, this.#mask);
    }
  }

  #sumRows({ values, length }: FeatureList): void {
    const p = this.probabilities;
    const { classes } = this;
    p.fill(0);
    for (let i = 0; i < length; i++) {
      const row = (mixFeature(values[i]) & this.#mask) * classes;
      for (let k = 0; k < classes; k++) p[k] += this.#table[row + k];
    }
  }
}

function sumColumn({ values, length }: FeatureList, column: Int8Array, mask: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += column[mixFeature(values[i]) & mask];
  return sum;
}

/** The class of four with the highest sum: two sums of 16 bits in each of two numbers. */
function classifyPacked({ values, length }: FeatureList, packed: Uint32Array, mask: number): number {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i++) {
    const row = packed[mixFeature(values[i]) & mask];
    even = (even + (row & 0xff00ff)) | 0;
    odd = (odd + ((row >>> 8) & 0xff00ff)) | 0;
  }
  // All have the same bias: a comparison needs none of it.
  const second = odd & 0xffff;
  const third = even >>> 16;
  const fourth = odd >>> 16;
  let best = 0;
  let most = even & 0xffff;
  if (second > most) [best, most] = [1, second];
  if (third > most) [best, most] = [2, third];
  return fourth > most ? 3 : best;
}

function takeSecond(table: Int8Array): Int8Array {
  const column = new Int8Array(table.length / 2);
  for (let row = 0; row < column.length; row++) column[row] = table[2 * row + 1];
  return column;
}

function packRows(table: Int8Array): Uint32Array {
  const rows = new Uint32Array(table.length / 4);
  for (let row = 0; row < rows.length; row++) {
    let packed = 0;
    for (let k = 3; k >= 0; k--) packed = (packed << 8) | (table[4 * row + k] + BIAS);
    rows[row] = packed;
  }
  return rows;
}
