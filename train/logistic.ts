/**
 * Logistic regression over hashed signs, fitted to its optimum: few cases, so what matters is the penalty.
 *
 * In: cases as lists of hashed signs, targets, weights of cases. Out: the table of a two-class {@link LinearModel}, 8 bits.
 * Gradient descent with momentum on the mean loss plus `penalty` times half the squared weights; deterministic.
 */
import type { LinearWeights } from "../src/learn/linear-model.js";

const STEPS = 3000;
const RATE = 0.5;
const MOMENTUM = 0.9;

export interface LogisticCase {
  readonly signs: Int32Array;
  readonly target: boolean;
}

/** @param penalty for each case, so that more cases make it weigh less */
export function fitLogistic(cases: readonly LogisticCase[], bits: number, penalty: number): LinearWeights {
  const mask = (1 << bits) - 1;
  const rows = [...new Set(cases.flatMap(({ signs }) => [...signs].map((sign) => sign & mask)))];
  const columnOf = new Map(rows.map((row, k) => [row, k]));
  const lists = cases.map(({ signs }) => Int32Array.from(signs, (sign) => columnOf.get(sign & mask)!));
  const weights = new Float64Array(rows.length);
  const speed = new Float64Array(rows.length);
  const gradient = new Float64Array(rows.length);
  const longest = Math.max(1, ...lists.map((list) => list.length));
  for (let step = 0; step < STEPS; step++) {
    for (let k = 0; k < weights.length; k++) gradient[k] = (penalty / cases.length) * weights[k];
    for (let c = 0; c < lists.length; c++) {
      let score = 0;
      for (const k of lists[c]) score += weights[k];
      const miss = (1 / (1 + Math.exp(-score)) - (cases[c].target ? 1 : 0)) / cases.length;
      for (const k of lists[c]) gradient[k] += miss;
    }
    for (let k = 0; k < weights.length; k++) {
      speed[k] = MOMENTUM * speed[k] - ((RATE * 4) / longest) * gradient[k];
      weights[k] += speed[k];
    }
  }
  const largest = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0);
  const scale = largest / 127 || 1;
  const table = new Int8Array(2 << bits);
  rows.forEach((row, k) => {
    table[row * 2 + 1] = Math.round(weights[k] / scale);
  });
  return { classes: 2, bits, scale, table };
}
