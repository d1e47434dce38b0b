/**
 * Logistic regression over hashed signs, fitted to its optimum: few cases for many signs, so what matters is the penalty.
 *
 * In: cases as lists of hashed signs, targets, weights. Out: the table of a two-class {@link LinearModel}, 8 bits.
 * Minimises the mean loss plus `penalty` times half the squared weights, over the cases. Accelerated gradient descent
 * (Nesterov 1983) with a step for each sign: the curvature of its loss is at most a quarter of the signs of the cases it
 * is on in, so that rare signs move as far as frequent ones. Momentum starts anew where it leads uphill (O'Donoghue and
 * Candès 2015). Deterministic.
 */
import { mixFeature } from "../src/learn/feature-hash.js";
import type { LinearWeights } from "../src/learn/linear-model.js";

const STEPS = 600;
/** Largest change of a weight in one step at which nothing more is to be gained after rounding to 8 bits. */
const STILL = 1e-5;

export interface LogisticCase {
  readonly signs: Int32Array;
  readonly target: boolean;
  /** How much its loss counts; 1 for a whole case. */
  readonly weight: number;
}

/** @param penalty for each case, so that more cases make it weigh less */
export function fitLogistic(cases: readonly LogisticCase[], bits: number, penalty: number): LinearWeights {
  const mask = (1 << bits) - 1;
  const found = cases.map(({ signs }) => signs.map((sign) => mixFeature(sign) & mask));
  const rows = [...new Set(found.flatMap((list) => [...list]))];
  const columnOf = new Map(rows.map((row, k) => [row, k]));
  const lists = found.map((list) => list.map((row) => columnOf.get(row)!));
  const weights = new Float64Array(rows.length);
  const ahead = new Float64Array(rows.length);
  const gradient = new Float64Array(rows.length);
  const steps = stepOf(cases, lists, rows.length, penalty);
  let momentum = 1;
  for (let step = 0; step < STEPS; step++) {
    for (let k = 0; k < rows.length; k++) gradient[k] = penalty * ahead[k];
    for (let c = 0; c < lists.length; c++) {
      let score = 0;
      for (const k of lists[c]) score += ahead[k];
      const miss = cases[c].weight * (1 / (1 + Math.exp(-score)) - (cases[c].target ? 1 : 0));
      for (const k of lists[c]) gradient[k] += miss;
    }
    const next = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const carry = (momentum - 1) / next;
    let uphill = 0;
    let largest = 0;
    for (let k = 0; k < rows.length; k++) {
      const moved = ahead[k] - steps[k] * gradient[k];
      const change = moved - weights[k];
      uphill += gradient[k] * change;
      if (Math.abs(change) > largest) largest = Math.abs(change);
      ahead[k] = moved + carry * change;
      weights[k] = moved;
    }
    momentum = uphill > 0 ? 1 : next;
    if (largest < STILL) break;
  }
  return quantise(weights, rows, bits);
}

/** For each sign the inverse of a bound on its curvature. */
function stepOf(
  cases: readonly LogisticCase[],
  lists: readonly Int32Array[],
  signs: number,
  penalty: number,
): Float64Array {
  const bound = new Float64Array(signs).fill(penalty);
  for (const [c, list] of lists.entries()) for (const k of list) bound[k] += (cases[c].weight * list.length) / 4;
  return bound.map((value) => 1 / value);
}

function quantise(weights: Float64Array, rows: readonly number[], bits: number): LinearWeights {
  const largest = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0);
  const scale = largest / 127 || 1;
  const table = new Int8Array(2 << bits);
  rows.forEach((row, k) => {
    table[row * 2 + 1] = Math.round(weights[k] / scale);
  });
  return { classes: 2, bits, scale, table };
}
