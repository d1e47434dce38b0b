/**
 * Offsets in code points: in, a text; out, how many code points stand before a UTF-16 offset. The record counts UTF-16
 * code units, the W3C and GDELT count characters: behind an emoji or a rare ideograph the two differ.
 */

/** Counts for one text; building it costs one pass, asking costs halvings over the characters that count two. */
export class CodePointIndex {
  /** Offsets of the second halves of surrogate pairs. */
  readonly #seconds: number[] = [];
  /** Of the whole text, in code points. */
  readonly length: number;

  constructor(text: string) {
    for (const pair of text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)) this.#seconds.push(pair.index + 1);
    this.length = text.length - this.#seconds.length;
  }

  /** Code points before UTF-16 offset `at`; within a pair, those before the pair and the pair itself. */
  before(at: number): number {
    let low = 0;
    let high = this.#seconds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#seconds[middle] < at) low = middle + 1;
      else high = middle;
    }
    return at - low;
  }
}
