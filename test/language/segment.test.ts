import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TokenDoc } from "../../src/language/doc.js";
import { segmentText } from "../../src/language/segment.js";
import { readLinearModels } from "../../src/learn/linear-file.js";

const ends = readLinearModels(
  readFileSync(new URL("../../models/sentences.bin", import.meta.url)),
  "models/sentences.bin",
).get("end");

/** What every document keeps; see src/language/doc.ts. */
function check(doc: TokenDoc): void {
  const { text, length, start, end, sentence, paragraph, joined } = doc;
  let at = 0;
  for (let i = 0; i < length; i++) {
    if (start[i] < at || end[i] <= start[i]) throw new Error(`word ${i}: ${start[i]}-${end[i]} after ${at}`);
    if (text.slice(at, start[i]).trim() !== "")
      throw new Error(`lost "${text.slice(at, start[i])}" before word ${i}`);
    if (/\s/.test(text.slice(start[i], end[i]))) throw new Error(`white space in word ${i}`);
    if (joined[i] && (i === 0 || start[i] !== end[i - 1])) throw new Error(`word ${i} is joined to nothing`);
    at = end[i];
  }
  if (text.slice(at).trim() !== "") throw new Error(`lost "${text.slice(at)}" at the end`);
  if (start.length !== length || end.length !== length || joined.length !== length)
    throw new Error("columns differ");
  checkCover(sentence, length);
  checkCover(paragraph, sentence.length - 1);
  for (const first of sentence)
    if (joined[first] === 1) throw new Error(`a sentence begins inside a token, at ${first}`);
}

/** Starts in order from 0, the last one the count; nothing is empty. */
function checkCover(starts: Int32Array, count: number): void {
  if (starts[starts.length - 1] !== count || (count > 0 && starts[0] !== 0))
    throw new Error(`${starts} does not cover ${count}`);
  for (let i = 1; i < starts.length; i++)
    if (starts[i] <= starts[i - 1]) throw new Error(`nothing begins at ${starts[i]}`);
}

const SIGNS = [
  ..."aeSzT19.,:;!?-–—'’‘\"“”`´()[]{}<>@#$€%&*+/=\\_~^|…•«»„ \n\t\r\u2028\u00a0\u00ad\u200b\u200f\u200d\ufe0f\u0301\ufeff\u0000\u0085",
];
const PIECES = [
  ...SIGNS,
  "’s",
  "n't",
  "\n\n",
  "http://a.b",
  "www.",
  "a@b",
  "U.S.",
  "Oct.",
  "\ud83d\ude00",
  "\ud83d",
  "\ude00",
  "Mr.",
  "e-",
  "12",
  ". ",
  "İ",
];

describe("any text", () => {
  test("keeps its characters, in order, in sentences and paragraphs", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) =>
        check(segmentText(pieces.join(""), ends)),
      ),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => check(segmentText(text, ends))),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES)), (pieces) => check(segmentText(pieces.join("")))),
      { numRuns: 500 },
    );
  });

  test("gives the same twice", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => {
        expect(segmentText(pieces.join(""), ends)).toEqual(segmentText(pieces.join(""), ends));
      }),
      { numRuns: 100 },
    );
  });
});

test("a text without a word has no sentence and no paragraph", () => {
  for (const text of ["", " ", "\n\n\t "]) {
    const doc = segmentText(text, ends);
    expect(doc.length).toBe(0);
    expect([...doc.sentence]).toEqual([0]);
    expect([...doc.paragraph]).toEqual([0]);
  }
});

describe("time grows with length only", () => {
  const N = 200_000;
  const cases: [string, string][] = [
    ["a million letters", "a".repeat(5 * N)],
    ["digits", "1".repeat(N)],
    ["quotation marks", '"'.repeat(N)],
    ["apostrophes", "'".repeat(N)],
    ["curly apostrophes after s", "s’".repeat(N / 2)],
    ["apostrophes after s, parted", "s' ".repeat(N / 4)],
    ["opening apostrophes", " 'a".repeat(N / 4)],
    ["periods", ".".repeat(N)],
    ["letters and periods", "a.".repeat(N / 2)],
    ["words and periods", "abc.".repeat(N / 4)],
    ["words and hyphens", "re-".repeat(N / 4)],
    ["digits and commas", "1,".repeat(N / 2)],
    ["digits and hyphens", "123-".repeat(N / 4)],
    ["at signs", "a@".repeat(N / 2)],
    ["addresses that fail", "a-b!".repeat(N / 4) + "@"],
    ["schemes", "http://".repeat(N / 8)],
    ["schemes that fail", "http://!".repeat(N / 8)],
    ["hash signs", "#".repeat(N)],
    ["brackets", "(".repeat(N)],
    ["lone surrogates", "\ud800".repeat(N)],
    ["emoji", "\ud83d\ude00".repeat(N / 2)],
    ["joined emoji", "\ud83d\ude00\u200d".repeat(N / 4)],
    ["marks", "\u0301".repeat(N)],
    ["direction marks", "\u200f".repeat(N)],
    ["control characters", "\u0001".repeat(N)],
    ["lines", "a\n".repeat(N / 2)],
    ["blank lines", "\n".repeat(N)],
    ["spaces", " ".repeat(N)],
    ["long lines without an end", `${"word ".repeat(N / 5)}`],
    ["quotations", 'He said "no". '.repeat(N / 16)],
  ];
  test.each(cases)(
    "%s",
    (_, text) => {
      const before = process.cpuUsage();
      check(segmentText(text, ends));
      const { user } = process.cpuUsage(before);
      expect(user / 1000).toBeLessThan(5000); // a quadratic scan takes minutes
    },
    60_000,
  );
});
