import { expect, test } from "vitest";
import { wordDate } from "../../src/core/date-wording.js";

test.each([
  ["1962-10-22", "22 October 1962"],
  ["1962-10", "October 1962"],
  ["1962", "1962"],
  ["196X", "the 1960s"],
  ["19XX", "the 1900s"],
  ["XXXX-04-05", "5 April, year unknown"],
  ["1962-23", "autumn 1962"],
  ["1962-10~", "about October 1962"],
  ["1962?", "1962 (uncertain)"],
  ["1962-10-16/1962-10-28", "16 October 1962 to 28 October 1962"],
  ["1962/..", "since 1962"],
  ["../1962-11", "until November 1962"],
  ["1962-XX-XX", "1962"],
])("%s is %s", (edtf, words) => {
  expect(wordDate(edtf)).toBe(words);
});

test.each(["", "yesterday", "1962-13", "1962-10-99", "XXXX", "a/b/c", "<b>"])("%j stays as it is", (edtf) => {
  expect(wordDate(edtf)).toBe(edtf);
});
