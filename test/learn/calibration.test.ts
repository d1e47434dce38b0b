import { expect, test } from "vitest";
import { findSlope, temper } from "../../train/calibration.js";

/** Cases of which a share of `right` is so where the model told `told`. */
const casesOf = (told: number, right: number, n = 1000) =>
  Array.from({ length: n }, (_, k) => ({ confidence: told, isTrue: k < right * n }));

test("a model whose cases are right as often as it told keeps its logits", () => {
  expect(findSlope([...casesOf(0.8, 0.8), ...casesOf(0.3, 0.3)])).toBeCloseTo(1, 3);
});

test("one that is too sure has them shrunk so that it tells what is", () => {
  const slope = findSlope([...casesOf(0.9, 0.75), ...casesOf(0.1, 0.25)]);
  expect(temper(0.9, slope)).toBeCloseTo(0.75, 3);
  expect(temper(0.1, slope)).toBeCloseTo(0.25, 3);
});

test("certainty and evenness stay where they are", () => {
  expect(temper(0.5, 0.3)).toBeCloseTo(0.5);
  expect(temper(1, 0.75)).toBeGreaterThan(0.99);
  expect(temper(0, 0.75)).toBeLessThan(0.01);
});
