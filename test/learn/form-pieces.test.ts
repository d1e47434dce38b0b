import { describe, expect, it } from "vitest";
import { findPieces, normaliseForm, shapeOf } from "../../src/learn/form-pieces.js";

describe("form pieces", () => {
  it.each([
    ["Minister", "minister"],
    ["1998", "0000"],
    ["n’t", "n't"],
    ["“", '"'],
    ["ÉTÉ", "été"],
  ])("normalises %s", (form, normal) => expect(normaliseForm(form)).toBe(normal));

  it.each([
    ["Minister", "Xxx"],
    ["USA", "XX"],
    ["U.S.", "X.X."],
    ["1,500", "d,dd"],
    ["iPhone", "xXxx"],
    ["…", "…"],
  ])("shapes %s", (form, shape) => expect(shapeOf(form)).toBe(shape));

  // the same numbers as train/forms.py gives: the net was trained on them
  it("hashes as the training does", () => {
    expect(findPieces("talks", "talks")).toEqual(EXPECTED);
  });
});

const EXPECTED = [3385, 9674, 13798, 12729, 12028, 12966, 8955, 7750, 4032, 12419];
