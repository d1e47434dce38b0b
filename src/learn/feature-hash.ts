/**
 * Hashed features: a feature is a template number and up to three 32-bit values, mixed into one integer.
 *
 * Weinberger et al., "Feature Hashing for Large Scale Multitask Learning" (ICML 2009). Nothing of the text
 * can be read back from a weight.
 */

const { imul } = Math;

/** FNV-1a over the UTF-16 code units of `text`, lower-cased where ASCII. */
export function hashString(text: string, from = 0, to = text.length): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) {
    let c = text.charCodeAt(i);
    if (c >= 0x41 && c <= 0x5a) c |= 0x20;
    h = imul(h ^ c, 0x01000193);
  }
  return h;
}

/** Two values as one; the order counts. */
export function combine(a: number, b: number): number {
  return first(a) ^ follow(b);
}

// A feature is `template(t) ^ first(a) ^ follow(b)`, or with three values `… ^ follow(second(b) ^ third(c))`. In functions
// so small, the compiler puts them where they are called; what many features share is written down once.

export function template(t: number): number {
  return imul(t, 0x9e3779b1);
}

export function first(a: number): number {
  return imul(a, 0x2c1b3c6d);
}

export function follow(b: number): number {
  return imul(b, 0x297a2d3a);
}

export function second(b: number): number {
  return imul(b, 0x5bd1e995);
}

export function third(c: number): number {
  return imul(c + 77, 0x1b873593);
}

/** A feature of a list as one well-mixed integer, whose lowest bits are its row in a table of weights. */
export function mixFeature(feature: number): number {
  let h = imul(feature, 0x85ebca6b);
  h ^= h >>> 13;
  h = imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A reusable list of features. */
export class FeatureList {
  /** Not yet mixed: that is done in one go where the weights are fetched, which costs a fraction. */
  readonly values: Int32Array;
  length = 0;

  constructor(capacity = 192) {
    this.values = new Int32Array(capacity);
  }

  clear(): void {
    this.length = 0;
  }

  add(t: number, a: number): void {
    if (this.length < this.values.length) this.values[this.length++] = template(t) ^ a;
  }

  add2(t: number, a: number, b: number): void {
    this.add(t, first(a) ^ follow(b));
  }

  add3(t: number, a: number, b: number, c: number): void {
    this.add(t, first(a) ^ follow(second(b) ^ third(c)));
  }
}
