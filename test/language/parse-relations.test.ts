import { describe, expect, it } from "vitest";
import { chooseRelations, sortRelationNames } from "../../src/language/relations.js";

const NAMES = ["nsubj", "obj", "conj", "root", "punct", "parataxis", "case", "obl"];
const names = sortRelationNames(NAMES);

function choose(rows: number[][], heads: number[]): string[] {
  const stride = 8;
  const scores = new Float32Array(rows.length * stride).fill(-1e9);
  rows.forEach((row, i) => {
    scores.set(row, i * stride);
  });
  return [...chooseRelations({ scores, stride }, Int32Array.from(heads), names)].map((r) => NAMES[r]);
}

describe("chooseRelations", () => {
  it("gives the root its relation and nobody else", () => {
    const rows = [
      [0, 0, 0, 9, 0, 0],
      [1, 2, 0, 9, 0, 0],
    ];
    expect(choose(rows, [-1, 0])).toEqual(["root", "obj"]);
  });

  it("turns the less certain of two subjects into its next best", () => {
    const rows = [
      [5, 0, 1, 0, 0, 0],
      [0, 0, 0, 9, 0, 0],
      [3, 0, 2, 0, 0, 0],
    ];
    expect(choose(rows, [1, -1, 1])).toEqual(["nsubj", "root", "conj"]);
  });

  it("leaves two subjects that are both certain", () => {
    const rows = [
      [9, 0, 1, 0, 0, 0],
      [0, 0, 0, 9, 0, 0],
      [9, 0, 2, 0, 0, 0],
    ];
    expect(choose(rows, [1, -1, 1])).toEqual(["nsubj", "root", "nsubj"]);
  });

  it("never lets a noun with a preposition be the second subject", () => {
    // which / with / army / backed
    const rows = [
      [9, 0, 0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0, 9, 0],
      [9, 0, 0, 0, 0, 0, 0, 1],
      [0, 0, 0, 9, 0, 0, 0, 0],
    ];
    expect(choose(rows, [3, 2, 3, -1])).toEqual(["nsubj", "case", "obl", "root"]);
  });
});
