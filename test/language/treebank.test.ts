/** The treebank of our own stays what its README says: readable, as many sentences, each a tree over its own text. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readConllu } from "../../src/language/conllu.js";
import { UPOS } from "../../src/language/doc.js";

const PUNCT = UPOS.indexOf("PUNCT");
const path = new URL("../treebank/newswire.conllu", import.meta.url);
const readme = readFileSync(new URL("../treebank/README.md", import.meta.url), "utf8");

test("the newswire treebank is read without complaint and counts what its README counts", () => {
  const { docs } = readConllu(readFileSync(path, "utf8"), "newswire.conllu");
  const { parsed } = docs[0];
  const words = Array.from(parsed.upos).filter((tag) => tag !== PUNCT).length;
  const count = (n: number) => n.toLocaleString("en");
  expect(readme).toContain(
    `${parsed.sentence.length - 1} sentences, ${count(parsed.length)} syntactic words (${count(words)} without`,
  );
});
