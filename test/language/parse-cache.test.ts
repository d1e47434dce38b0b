/** The cache of sentences: what it gives back is what was put in, wherever the sentence stands. */
import { expect, test } from "vitest";
import { keyOfForms, ParseCache, type ParseColumns } from "../../src/language/parse-cache.js";
import { segmentText } from "../../src/language/segment.js";

function makeColumns(length: number): ParseColumns {
  return {
    upos: new Uint8Array(length),
    xpos: new Uint8Array(length),
    feats: new Uint16Array(length),
    lemma: new Array<string>(length).fill(""),
    head: new Int32Array(length).fill(-1),
    deprel: new Uint8Array(length),
  };
}

test("a sentence comes back at another place with its heads moved along", () => {
  const cache = new ParseCache();
  const from: ParseColumns = {
    upos: Uint8Array.of(9, 7, 15),
    xpos: Uint8Array.of(1, 200, 3),
    feats: Uint16Array.of(0, 700, 65_535),
    lemma: ["the", "ferry", "sail"],
    head: Int32Array.of(1, 2, -1),
    deprel: Uint8Array.of(4, 5, 6),
  };
  cache.write("the\nferry\nsails\n", 0, 3, from);
  const out = makeColumns(8);
  expect(cache.read("the\nferry\n", 0, out)).toBe(false);
  expect(cache.read("the\nferry\nsails\n", 5, out)).toBe(true);
  expect([...out.head]).toEqual([-1, -1, -1, -1, -1, 6, 7, -1]);
  for (const column of ["upos", "xpos", "feats", "lemma", "deprel"] as const)
    expect([...out[column]].slice(5), column).toEqual([...from[column]]);
});

test("the key is the forms: other spaces make no other key, another word does", () => {
  const keyOf = (text: string) => {
    const doc = segmentText(text);
    return keyOfForms(doc, 0, doc.length);
  };
  expect(keyOf("The ferry sails.")).toBe("The\nferry\nsails\n.\n");
  expect(keyOf("The  ferry\nsails.")).toBe(keyOf("The ferry sails."));
  expect(keyOf("The ferry sailed.")).not.toBe(keyOf("The ferry sails."));
});

test("what was not asked for longest is given up first", () => {
  const cache = new ParseCache(2);
  const columns = makeColumns(1);
  for (const key of ["a", "b"]) cache.write(key, 0, 1, columns);
  cache.read("a", 0, columns);
  cache.write("c", 0, 1, columns);
  expect(["a", "b", "c"].map((key) => cache.read(key, 0, columns))).toEqual([true, false, true]);
});
