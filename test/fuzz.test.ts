/** Odd input, a fixed part of `bench/fuzz.ts` that no clock decides. */
import { readdirSync, readFileSync } from "node:fs";
import { extname } from "node:path";
import { describe, expect, test } from "vitest";
import { FILE_FAMILIES } from "../bench/fuzz-files.js";
import { mutateText } from "../bench/fuzz-mutations.js";
import { isSteady, readOddFile, readOddText } from "../bench/fuzz-run.js";
import { FAMILIES, makeFamilyText } from "../bench/fuzz-texts.js";
import { SeededRandom } from "../src/learn/seeded-random.js";
import { loadResources } from "../src/resources.js";

const EXAMPLES = new URL("../examples/articles/", import.meta.url);
const names = readdirSync(EXAMPLES).sort();
const seed = 7;

const resources = await loadResources();

describe("odd texts keep the laws", () => {
  test.each(Object.keys(FAMILIES))("%s", (family) => {
    expect(readOddText(makeFamilyText(family, 1000, seed), resources)).toEqual([]);
  });

  test("and give the same twice", () => {
    for (const family of ["all quotation marks", "chains of speakers", "mixed scripts", "lone surrogates"])
      expect(isSteady(makeFamilyText(family, 1000, seed), resources), family).toBe(true);
  });
});

describe("odd files are read or told of", () => {
  test.each(Object.entries(FILE_FAMILIES))("%s", async (_, { ending, make }) => {
    expect(await readOddFile(Buffer.from(make(20_000), "latin1"), ending)).toEqual([]);
  });
});

describe("spoiled examples", () => {
  test("as texts", () => {
    const random = new SeededRandom(seed);
    const texts = names
      .filter((name) => name.endsWith(".txt"))
      .map((name) => readFileSync(new URL(name, EXAMPLES), "utf8"));
    for (let n = 0; n < 25; n++) {
      const text = mutateText(texts, random);
      expect(readOddText(text, resources), `text ${n}`).toEqual([]);
    }
  });

  test("as files", async () => {
    const random = new SeededRandom(seed);
    for (const name of names) {
      const text = readFileSync(new URL(name, EXAMPLES), "latin1");
      for (let n = 0; n < 6; n++) {
        const bytes = Buffer.from(mutateText([text], random), "latin1");
        expect(await readOddFile(bytes, extname(name)), `${name}, ${n}`).toEqual([]);
      }
    }
  });
});
