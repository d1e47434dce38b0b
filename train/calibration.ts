/**
 * How much surer a model is than it may be: one factor on its logits, fitted on cases that it was not fitted on
 * (temperature scaling: Guo et al. 2017).
 */

/** A case held back: the probability that the model told, and whether it was so. */
export interface HeldBack {
  readonly confidence: number;
  readonly isTrue: boolean;
}

const SHARPEST = 2;
const EVEN = 1e-6;

/** The probability whose logit is `slope` times that of `confidence`. */
export function temper(confidence: number, slope: number): number {
  return 1 / (1 + Math.exp(-slope * logit(confidence)));
}

/** The factor between 0 and {@link SHARPEST} under which the mean log loss of `cases` is least; it has one minimum. */
export function findSlope(cases: readonly HeldBack[]): number {
  const logits = cases.map(({ confidence }) => logit(confidence));
  const rise = (slope: number) =>
    cases.reduce((sum, { isTrue }, k) => sum + logits[k] * (1 / (1 + Math.exp(-slope * logits[k])) - Number(isTrue)), 0);
  let low = 0;
  let high = SHARPEST;
  while (high - low > EVEN) {
    const middle = (low + high) / 2;
    if (rise(middle) > 0) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

function logit(p: number): number {
  const bounded = Math.min(1 - EVEN, Math.max(EVEN, p));
  return Math.log(bounded / (1 - bounded));
}
