/** Sets of relations asked by number: the same answers as by name, whatever parser gave the names. */
import { describe, expect, test } from "vitest";
import { readConllu } from "../../src/language/conllu.js";
import { findDependents } from "../../src/language/dependents.js";
import { RelationSet, relationSet } from "../../src/language/relation-set.js";

const COLUMNS = (id: number, form: string, head: number, deprel: string) =>
  `${id}\t${form}\t${form}\tX\t_\t_\t${head}\t${deprel}\t_\t_`;

/** One sentence, each word with its head and relation. */
function readTree(...words: readonly (readonly [form: string, head: number, deprel: string])[]) {
  const lines = words.map(([form, head, deprel], i) => COLUMNS(i + 1, form, head, deprel));
  const { docs } = readConllu(`${lines.join("\n")}\n\n`, "test.conllu");
  return findDependents(docs[0].parsed);
}

const ferry = readTree(["ferries", 2, "nsubj"], ["run", 0, "root"], ["at", 4, "case"], ["night", 2, "obl"]);
const mill = readTree(["mills", 3, "nsubj:pass"], ["are", 3, "aux:pass"], ["shut", 0, "root"]);

describe("a set of relations", () => {
  const subjects = new RelationSet((relation) => relation.startsWith("nsubj"));
  const obliques = relationSet("obl", "obl:agent");

  test("tells the words that hang by one of them, of one parser after the other", () => {
    for (const tree of [ferry, mill, ferry])
      expect([0, 1, 2].map((i) => subjects.has(tree.doc, i))).toEqual([true, false, false]);
    expect(obliques.has(ferry.doc, 3)).toBe(true);
  });

  test("finds the first dependent that does", () => {
    expect(subjects.firstBelow(ferry, 1)).toBe(0);
    expect(obliques.firstBelow(ferry, 1)).toBe(3);
    expect(obliques.firstBelow(mill, 2)).toBe(-1);
    expect(obliques.mayBeBelow(mill, 2)).toBe(false);
  });
});
