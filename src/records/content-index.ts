/**
 * The contents of an article's statements, found by what they hold.
 *
 * In: statements. Out: for a stretch of text the innermost statement around it. Contents are kept in the order of their
 * starts under a tree of the farthest ends (an interval tree in an array), so that a question costs the contents around
 * the stretch and a search each, however many statements there are.
 */
import type { Span } from "../core/evidence.js";
import type { StatementRecord } from "../core/records.js";

export class ContentIndex {
  readonly #statements: readonly StatementRecord[];
  /** Starts of contents in order, and the statements that they are of. */
  readonly #starts: Int32Array;
  readonly #owners: Int32Array;
  /** Farthest ends: of content i at `size + i`, of two neighbours at half their place; 1 is the root. */
  readonly #ends: Int32Array;
  readonly #size: number;

  constructor(statements: readonly StatementRecord[]) {
    this.#statements = statements;
    const contents: { start: number; end: number; owner: number }[] = [];
    statements.forEach(({ evidence }, owner) => {
      for (const { part, start, end } of evidence)
        if (part === "content") contents.push({ start, end, owner });
    });
    contents.sort((a, b) => a.start - b.start);
    this.#starts = Int32Array.from(contents, ({ start }) => start);
    this.#owners = Int32Array.from(contents, ({ owner }) => owner);
    this.#size = 2 ** Math.ceil(Math.log2(contents.length + 1));
    this.#ends = new Int32Array(2 * this.#size).fill(-1);
    contents.forEach(({ end }, i) => {
      this.#ends[this.#size + i] = end;
    });
    for (let i = this.#size - 1; i > 0; i--)
      this.#ends[i] = Math.max(this.#ends[2 * i], this.#ends[2 * i + 1]);
  }

  /** The statement with the longest chain whose content holds all of `span`, the first of equals. */
  findAround({ start, end }: Span): StatementRecord | undefined {
    let behind = 0;
    for (let high = this.#starts.length; behind < high; ) {
      const middle = (behind + high) >> 1;
      if (this.#starts[middle] <= start) behind = middle + 1;
      else high = middle;
    }
    const owner = this.#innermost(1, 0, this.#size, behind, end, -1);
    return owner < 0 ? undefined : this.#statements[owner];
  }

  /** The better of `best` and the owners of contents `from` to `to`, below `node`, before `behind`, that end at `end` or later. */
  #innermost(node: number, from: number, to: number, behind: number, end: number, best: number): number {
    if (from >= behind || this.#ends[node] < end) return best;
    if (to - from === 1) return this.#inner(best, this.#owners[from]);
    const middle = (from + to) >> 1;
    const first = this.#innermost(2 * node, from, middle, behind, end, best);
    return this.#innermost(2 * node + 1, middle, to, behind, end, first);
  }

  #inner(a: number, b: number): number {
    if (a < 0) return b;
    const deeper = this.#statements[b].attribution.length - this.#statements[a].attribution.length;
    return deeper > 0 || (deeper === 0 && b < a) ? b : a;
  }
}
