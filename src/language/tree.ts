/**
 * The highest-scoring tree of one sentence, with exactly one root.
 *
 * In: a score for each word and head. Out: heads. Chu & Liu (1965), Edmonds (1967); most sentences need no more than
 * each word's best head. Quadratic in the words of a sentence, which parse.ts bounds.
 */

/** Scores of heads: word d under word h at `d * stride + h`, under the root at `d * stride + n`. */
export interface ArcScores {
  readonly scores: Float32Array;
  readonly stride: number;
}

/** Head of each of the n words, -1 for the root. Of equal scores the first wins. */
export function findTree({ scores, stride }: ArcScores, n: number): Int32Array {
  const heads = new Int32Array(n);
  let roots = 0;
  for (let d = 0; d < n; d++) {
    let best = -1;
    let top = scores[d * stride + n];
    for (let h = 0; h < n; h++) {
      if (h !== d && scores[d * stride + h] > top) {
        top = scores[d * stride + h];
        best = h;
      }
    }
    heads[d] = best;
    if (best < 0) roots++;
  }
  if (roots === 1 && !hasCycle(heads)) return heads;
  // node 0 is the root; a second word under it never pays
  const size = n + 1;
  const matrix = new Float64Array(size * size).fill(Number.NEGATIVE_INFINITY);
  for (let d = 0; d < n; d++) {
    const row = (d + 1) * size;
    matrix[row] = scores[d * stride + n] - 1e6;
    for (let h = 0; h < n; h++) if (h !== d) matrix[row + h + 1] = scores[d * stride + h];
  }
  const tree = contract(matrix, size);
  for (let d = 0; d < n; d++) heads[d] = tree[d + 1] - 1;
  return heads;
}

/** Whether following heads from some word never reaches -1. */
export function hasCycle(heads: Int32Array): boolean {
  const state = new Uint8Array(heads.length);
  for (let start = 0; start < heads.length; start++) {
    let node = start;
    while (node >= 0 && state[node] === 0) {
      state[node] = 1;
      node = heads[node];
    }
    if (node >= 0 && state[node] === 1) return true;
    for (let p = start; p >= 0 && state[p] === 1; p = heads[p]) state[p] = 2;
  }
  return false;
}

/**
 * Numbers nodes so that all nodes of a cycle share a number; the root, node 0, keeps 0. No cycle: as many numbers as
 * nodes.
 */
function numberCycles(heads: Int32Array): { group: Int32Array; count: number } {
  const size = heads.length;
  const group = new Int32Array(size).fill(-1);
  const seen = new Int32Array(size).fill(-1);
  group[0] = 0;
  seen[0] = 0;
  let count = 1;
  for (let start = 1; start < size; start++) {
    let node = start;
    while (seen[node] < 0) {
      seen[node] = start;
      node = heads[node];
    }
    if (node > 0 && seen[node] === start && group[node] < 0) {
      for (let p = node; group[p] < 0; p = heads[p]) group[p] = count;
      count++;
    }
    for (let p = start; group[p] < 0; p = heads[p]) group[p] = count++;
  }
  return { group, count };
}

/**
 * Edmonds' algorithm on a dense matrix: row d, column h. All cycles of the greedy heads are contracted at once, so the
 * depth grows with the logarithm of the size and the time with its square.
 */
function contract(matrix: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size);
  for (let d = 1; d < size; d++) {
    let best = 0;
    for (let h = 1; h < size; h++) if (h !== d && matrix[d * size + h] > matrix[d * size + best]) best = h;
    heads[d] = best;
  }
  const { group, count } = numberCycles(heads);
  if (count === size) return heads;
  const small = new Float64Array(count * count).fill(Number.NEGATIVE_INFINITY);
  const via = new Int32Array(count * count).fill(-1);
  const grouped = new Int32Array(count);
  for (let d = 0; d < size; d++) grouped[group[d]]++;
  for (let d = 1; d < size; d++) {
    // entering a cycle at d gives up d's place in it
    const given = grouped[group[d]] > 1 ? matrix[d * size + heads[d]] : 0;
    for (let h = 0; h < size; h++) {
      const cell = group[d] * count + group[h];
      const score = matrix[d * size + h] - given;
      if (group[d] !== group[h] && (score > small[cell] || via[cell] < 0)) {
        small[cell] = score;
        via[cell] = d * size + h;
      }
    }
  }
  const rest = contract(small, count);
  for (let g = 1; g < count; g++) {
    const edge = via[g * count + rest[g]];
    heads[Math.floor(edge / size)] = edge % size;
  }
  return heads;
}
