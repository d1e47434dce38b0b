import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findTree, hasCycle } from "../../src/language/tree.js";

/** The best single-rooted tree by trying all. */
function findByForce(scores: Float32Array, stride: number, n: number): number {
  let best = Number.NEGATIVE_INFINITY;
  const heads = new Int32Array(n);
  const walk = (d: number, sum: number) => {
    if (d === n) {
      if (heads.filter((h) => h < 0).length === 1 && !hasCycle(heads)) best = Math.max(best, sum);
      return;
    }
    for (let h = 0; h <= n; h++) {
      if (h === d) continue;
      heads[d] = h === n ? -1 : h;
      walk(d + 1, sum + scores[d * stride + h]);
    }
  };
  walk(0, 0);
  return best;
}

describe("findTree", () => {
  it("finds the best tree with one root", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 40, maxLength: 40 }),
        (n, values) => {
          const stride = n + 2;
          const scores = Float32Array.from({ length: n * stride }, (_, i) => values[i % 40] + (i % 7));
          const heads = findTree({ scores, stride }, n);
          expect([...heads].filter((h) => h < 0)).toHaveLength(1);
          expect(hasCycle(heads)).toBe(false);
          const sum = heads.reduce((total, h, d) => total + scores[d * stride + (h < 0 ? n : h)], 0);
          expect(sum).toBeCloseTo(findByForce(scores, stride, n), 3);
        },
      ),
      { numRuns: 200, seed: 5 },
    );
  });
});
