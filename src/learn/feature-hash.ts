/**
 * Hashed features: a feature is a template number and up to three 32-bit values, mixed into one integer.
 *
 * Weinberger et al., "Feature Hashing for Large Scale Multitask Learning" (ICML 2009). Nothing of the text
 * can be read back from a weight.
 */

/** FNV-1a over the UTF-16 code units of `text`, lower-cased where ASCII. */
export function hashString(text: string, from = 0, to = text.length): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) {
    let c = text.charCodeAt(i);
    if (c >= 0x41 && c <= 0x5a) c |= 0x20;
    h = Math.imul(h ^ c, 0x01000193);
  }
  return h;
}

/** Two values as one; the order counts. */
export function combine(a: number, b: number): number {
  return Math.imul(a, 0x2c1b3c6d) ^ (b + Math.imul(b, 0x297a2d39));
}

function mix(template: number, value: number): number {
  let h = Math.imul(value ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A reusable list of hashed features. */
export class FeatureList {
  readonly values: Int32Array;
  length = 0;

  constructor(capacity = 192) {
    this.values = new Int32Array(capacity);
  }

  clear(): void {
    this.length = 0;
  }

  add(template: number, a: number): void {
    if (this.length < this.values.length) this.values[this.length++] = mix(template, a);
  }

  add2(template: number, a: number, b: number): void {
    this.add(template, combine(a, b));
  }

  add3(template: number, a: number, b: number, c: number): void {
    this.add(template, combine(a, Math.imul(b, 0x5bd1e995) ^ Math.imul(c + 77, 0x1b873593)));
  }
}

/** A list that remembers from which template each feature came, for explanations. */
export class NamedFeatureList extends FeatureList {
  readonly templates: number[] = [];

  override clear(): void {
    super.clear();
    this.templates.length = 0;
  }

  override add(template: number, a: number): void {
    super.add(template, a);
    if (this.templates.length < this.length) this.templates.push(template);
  }
}
