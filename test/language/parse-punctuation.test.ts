import { describe, expect, it } from "vitest";
import { attachPairs } from "../../src/language/punctuation.js";

function attach(forms: string[], heads: number[], marks: number[]): number[] {
  const isMark = Uint8Array.from(forms, (_, i) => (marks.includes(i) ? 1 : 0));
  const out = Int32Array.from(heads);
  attachPairs(forms, out, isMark);
  return [...out];
}

describe("attachPairs", () => {
  it("hangs brackets on the head of what they enclose", () => {
    const forms = ["The", "Arab", "League", "(", "LAS", ")", "met", "."];
    expect(attach(forms, [2, 2, 6, 2, 2, 6, -1, 6], [3, 5, 7])).toEqual([2, 2, 6, 4, 2, 4, -1, 6]);
  });

  it("pairs straight quotation marks in turn and brackets inside them", () => {
    const forms = ['"', "It", "(", "the", "pact", ")", "failed", '"', ",", "he", "said"];
    const heads = [10, 6, 10, 4, 1, 10, 10, 10, 10, 10, -1];
    expect(attach(forms, heads, [0, 2, 5, 7, 8])).toEqual([6, 6, 4, 4, 1, 4, 10, 6, 10, 10, -1]);
  });

  it("leaves a mark with dependents, a single mark and an empty pair", () => {
    expect(attach(["(", "so", ")"], [-1, 0, 1], [0, 2])).toEqual([-1, 0, 1]);
    expect(attach(["(", "so", "it", "went"], [3, 3, 3, -1], [0])).toEqual([3, 3, 3, -1]);
    expect(attach(["He", "(", ")", "left"], [3, 3, 3, -1], [1, 2])).toEqual([3, 3, 3, -1]);
  });
});
