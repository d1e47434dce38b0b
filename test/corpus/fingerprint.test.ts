/** Fingerprints: a shared run is always seen; typography is not. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fingerprintText } from "../../src/corpus/fingerprint.js";
import { FirstPostings } from "../../src/corpus/first-postings.js";
import { prepareText, type ReuseText } from "../../src/corpus/reuse-text.js";
import { THRESHOLDS } from "../../src/corpus/thresholds.js";
import { diffWords } from "../../src/corpus/word-alignment.js";
import { hashWord } from "../../src/corpus/word-hash.js";
import { article, HARBOUR } from "./reuse-articles.js";

const prepare = (text: string) => prepareText(article("a", text));
const hashOf = (word: string) => hashWord(word, 0, word.length);

/** Content words only: a run of function words has no fingerprint. */
const WORDS = "harbour grain vessel strike mayor meeting roster bread terminal company talks morning".split(
  " ",
);
const words = (least: number, most: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: least, maxLength: most });

describe("fingerprints", () => {
  test("two texts that share a run of words + window - 1 words share a fingerprint", () => {
    const least = THRESHOLDS.fingerprintWords.value + THRESHOLDS.fingerprintWindow.value - 1;
    fc.assert(
      fc.property(
        words(least, 20),
        words(0, 30),
        words(0, 30),
        words(0, 30),
        (run, before, behind, other) => {
          const one = fingerprintText(prepare([...before, ...run, ...behind].join(" ")));
          const two = new Set(fingerprintText(prepare([...other, ...run, ...before].join(" "))));
          expect(one.some((hash) => two.has(hash))).toBe(true);
        },
      ),
    );
  });

  test("a text too short has none", () => {
    expect(fingerprintText(prepare("Grain ships wait.")).length).toBe(0);
  });
});

test("case, apostrophes, dashes and soft hyphens make no other word; letters and figures do", () => {
  expect(hashOf("Solberg’s")).toBe(hashOf("solberg's"));
  expect(hashOf("cease‑fire")).toBe(hashOf("cease-fire"));
  expect(hashOf("har\u00adbour")).toBe(hashOf("harbour"));
  expect(hashOf("Élysée")).toBe(hashOf("élysée"));
  expect(hashOf("1978")).not.toBe(hashOf("1987"));
  expect(hashOf("—")).toBe(0);
  expect(hashOf("...")).toBe(0);
});

test("the first holder of a fingerprint stays, however many follow", () => {
  const postings = new FirstPostings();
  const many = Uint32Array.from({ length: 100_000 }, (_, k) => k * 40_503 + 1);
  expect(postings.add(0, many)).toEqual([]);
  expect(postings.add(1, Uint32Array.of(many[5], 7))).toEqual([0]);
  expect(postings.add(2, Uint32Array.of(many[99_999], 7, 8))).toEqual([0, 1]);
});

describe("differences", () => {
  const full = (text: ReuseText) => ({ from: 0, to: text.length });

  test("putting the later words in place of the earlier ones gives the later text", () => {
    fc.assert(
      fc.property(words(0, 25), words(0, 25), (left, right) => {
        const a = prepare(left.join(" "));
        const b = prepare(right.join(" "));
        const made: number[] = [];
        let at = 0;
        for (const hunk of diffWords(a, full(a), b, full(b))) {
          made.push(...a.word.slice(at, hunk.a.from), ...b.word.slice(hunk.b.from, hunk.b.to));
          at = hunk.a.to;
        }
        expect([...made, ...a.word.slice(at)]).toEqual([...b.word]);
      }),
    );
  });

  test("none between a text and itself", () => {
    const text = prepare(HARBOUR);
    expect(diffWords(text, full(text), text, full(text))).toEqual([]);
  });
});
