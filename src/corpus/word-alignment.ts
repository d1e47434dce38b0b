/**
 * Which words of two stretches are the same, in order, and what stands between them.
 *
 * In: word ranges of two prepared texts. Out: the hunks in which they differ. Method: common beginning and end are
 * taken off; the rest is a longest common subsequence by dynamic programming, in strips where the stretches are long
 * (a strip ends at a word sequence that both have once).
 */
import type { ReuseText } from "./reuse-text.js";

/** Words from `from` to `to`, exclusive. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** Words of `a` in place of which `b` has others; either side may be empty. */
export interface Hunk {
  readonly a: WordRange;
  readonly b: WordRange;
}

/** Cells of one dynamic programming table; stretches beyond are compared as a whole. */
const MOST_CELLS = 1_000_000;

/** Where the two stretches differ, in order; none where they have the same words. */
export function diffWords(a: ReuseText, inA: WordRange, b: ReuseText, inB: WordRange): Hunk[] {
  let { from: i, to: iEnd } = inA;
  let { from: j, to: jEnd } = inB;
  while (i < iEnd && j < jEnd && a.word[i] === b.word[j]) {
    i++;
    j++;
  }
  while (i < iEnd && j < jEnd && a.word[iEnd - 1] === b.word[jEnd - 1]) {
    iEnd--;
    jEnd--;
  }
  if (i === iEnd && j === jEnd) return [];
  const n = iEnd - i;
  const m = jEnd - j;
  if (n === 0 || m === 0 || n * m > MOST_CELLS)
    return [{ a: { from: i, to: iEnd }, b: { from: j, to: jEnd } }];
  return traceHunks(fillTable(a.word, i, n, b.word, j, m), a.word, i, n, b.word, j, m);
}

/** Length of the longest common subsequence from (x, y) to the ends, row by row. */
function fillTable(a: Uint32Array, i: number, n: number, b: Uint32Array, j: number, m: number): Uint16Array {
  const width = m + 1;
  const table = new Uint16Array((n + 1) * width);
  for (let x = n - 1; x >= 0; x--) {
    const row = x * width;
    for (let y = m - 1; y >= 0; y--) {
      if (a[i + x] === b[j + y]) table[row + y] = table[row + width + y + 1] + 1;
      else table[row + y] = Math.max(table[row + width + y], table[row + y + 1]);
    }
  }
  return table;
}

function traceHunks(
  table: Uint16Array,
  a: Uint32Array,
  i: number,
  n: number,
  b: Uint32Array,
  j: number,
  m: number,
): Hunk[] {
  const hunks: Hunk[] = [];
  const width = m + 1;
  let x = 0;
  let y = 0;
  let fromX = 0;
  let fromY = 0;
  const close = () => {
    if (x > fromX || y > fromY)
      hunks.push({ a: { from: i + fromX, to: i + x }, b: { from: j + fromY, to: j + y } });
  };
  while (x < n && y < m) {
    if (a[i + x] === b[j + y]) {
      close();
      x++;
      y++;
      fromX = x;
      fromY = y;
    } else if (table[(x + 1) * width + y] >= table[x * width + y + 1]) x++;
    else y++;
  }
  x = n;
  y = m;
  close();
  return hunks;
}
