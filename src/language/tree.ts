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

function findCycle(heads: Int32Array): number[] | undefined {
  const state = new Uint8Array(heads.length);
  state[0] = 2;
  for (let start = 1; start < heads.length; start++) {
    const path: number[] = [];
    let node = start;
    while (state[node] === 0) {
      state[node] = 1;
      path.push(node);
      node = heads[node];
    }
    if (state[node] === 1) return path.slice(path.indexOf(node));
    for (const p of path) state[p] = 2;
  }
  return undefined;
}

/** Edmonds' algorithm on a dense matrix: row d, column h. Contracts one cycle, solves the rest, opens the cycle. */
function contract(matrix: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size);
  for (let d = 1; d < size; d++) {
    let best = d === 1 ? 0 : 1;
    for (let h = 0; h < size; h++) if (h !== d && matrix[d * size + h] > matrix[d * size + best]) best = h;
    heads[d] = best;
  }
  const cycle = findCycle(heads);
  if (!cycle) return heads;
  const inside = new Uint8Array(size);
  for (const c of cycle) inside[c] = 1;
  const outside: number[] = [];
  for (let v = 0; v < size; v++) if (!inside[v]) outside.push(v);
  const m = outside.length;
  const small = new Float64Array((m + 1) * (m + 1)).fill(Number.NEGATIVE_INFINITY);
  const enter = new Int32Array(m);
  const leave = new Int32Array(m);
  for (let i = 0; i < m; i++) {
    const v = outside[i];
    for (let j = 0; j < m; j++) small[i * (m + 1) + j] = matrix[v * size + outside[j]];
    let into = Number.NEGATIVE_INFINITY;
    let out = Number.NEGATIVE_INFINITY;
    enter[i] = cycle[0];
    leave[i] = cycle[0];
    for (const c of cycle) {
      const gain = matrix[c * size + v] - matrix[c * size + heads[c]];
      if (gain > into) {
        into = gain;
        enter[i] = c;
      }
      if (matrix[v * size + c] > out) {
        out = matrix[v * size + c];
        leave[i] = c;
      }
    }
    small[m * (m + 1) + i] = into;
    small[i * (m + 1) + m] = out;
  }
  const rest = contract(small, m + 1);
  for (let i = 0; i < m; i++) {
    if (outside[i] !== 0) heads[outside[i]] = rest[i] === m ? leave[i] : outside[rest[i]];
  }
  heads[enter[rest[m]]] = outside[rest[m]];
  return heads;
}
