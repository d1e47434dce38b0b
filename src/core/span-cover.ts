/** Spans asked again and again whether one of them covers a place: each answer is one binary search. */
import type { Span } from "./evidence.js";

export class SpanCover {
  readonly #starts: Int32Array;
  /** The farthest end of this span, in the order of their starts, and of those before it. */
  readonly #ends: Int32Array;

  constructor(spans: readonly Span[]) {
    const sorted = [...spans].sort((a, b) => a.start - b.start);
    this.#starts = Int32Array.from(sorted, ({ start }) => start);
    this.#ends = Int32Array.from(sorted, ({ end }) => end);
    for (let i = 1; i < sorted.length; i++)
      if (this.#ends[i - 1] > this.#ends[i]) this.#ends[i] = this.#ends[i - 1];
  }

  /** How far the spans reach that begin at or before `offset`; -1 where there is none. */
  reachFrom(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle] <= offset) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? -1 : this.#ends[low - 1];
  }

  /** True where a span holds the character at `offset`. */
  holds(offset: number): boolean {
    return this.reachFrom(offset) > offset;
  }
}
