import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseQuantityTables } from "../../src/records/quantity-table.js";
import { readQuantities, readTable, tables, writeValue } from "./quantity-cases.js";

/** Sentences with their figures, each `measure|value|unit|modifier|of`. */
const labelled = readFileSync(new URL("./quantities.tsv", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .slice(1)
  .map((line) => {
    const [text, figures] = line.split("\t");
    return { text, figures: figures === "-" ? [] : figures.split(" ; ").map((figure) => figure.split("|")) };
  });

describe("labelled sentences", () => {
  let found = 0;
  let missed = 0;
  let extra = 0;
  let wrong = 0;
  for (const { text, figures } of labelled) {
    const records = readQuantities(text);
    for (const [measure, value, unit, modifier, of] of figures) {
      const at = records.findIndex((r) => r.measure === measure && writeValue(r) === value);
      if (at < 0) {
        missed++;
        continue;
      }
      const [record] = records.splice(at, 1);
      found++;
      if (unit && record.unit !== unit) wrong++;
      if (modifier && record.modifier !== modifier) wrong++;
      if (of && record.of !== of.trim()) wrong++;
    }
    extra += records.length;
  }

  test("most figures are found, few are made up, and their fields are right", () => {
    expect(labelled.length).toBeGreaterThanOrEqual(180);
    expect(found / (found + missed)).toBeGreaterThan(0.93);
    expect(found / (found + extra)).toBeGreaterThan(0.95);
    expect(wrong).toBe(0);
  });
});

describe("the tables", () => {
  test.each(
    tables.measures.rows.map((row) => [`${row.line}: ${row.lemma} ${row.pos}`, row] as const),
  )("the example of measures.tsv:%s has its measure", (_, row) => {
    const { text, parts } = row.example;
    const value = parts.find(({ part }) => part === "value");
    const measures = readQuantities(text)
      .filter(({ evidence }) => evidence.some((e) => e.part === "value" && e.end === value?.end))
      .map(({ measure }) => measure);
    // what is borrowed has the measure of another word
    expect(measures).toEqual([row.borrows ? expect.not.stringContaining("@") : row.measure]);
  });

  test("every unit is found in its example", () => {
    for (const { unit, example, line } of tables.units.rows) {
      const text = example.replace(/\[value ([^\]]*)\]/, "$1");
      const units = readQuantities(text).map((record) => record.unit);
      expect([line, ...units]).toContain(unit);
    }
  });

  test("a wrong row is refused with its place", () => {
    const parse = (row: string) =>
      parseQuantityTables({
        units: readTable("units.tsv"),
        nouns: readTable("nouns.tsv"),
        measures: { text: `measure\ttrigger\tpos\tframe\tcounts\texample\n${row}\n`, origin: "measures.tsv" },
      });
    const example = "They [trigger shot] [value two] men.";
    expect(() => parse(`killed\tshoot\tVERB\tcontent=obj\tpersn\t${example}`)).toThrow(
      'measures.tsv:2:31: unknown class "persn"',
    );
    expect(() => parse(`killed\tshoot\tVERB\tcontent=object\tperson\t${example}`)).toThrow(
      /measures.tsv:2:19: frame: unknown relation "object"/,
    );
    expect(() => parse("killed\tshoot\tVERB\tcontent=obj\tperson\tThey shot two men.")).toThrow(
      /marks no words/,
    );
  });
});

describe("the fields of a figure", () => {
  test("who did it, when, and evidence that slices exactly", () => {
    const text = "Kenya's army killed at least 30 fighters near the border on 2 March 2020.";
    const [record] = readQuantities(text);
    expect(record).toMatchObject({ measure: "killed", value: 30, low: 30, high: null, modifier: "at least" });
    expect(record.date?.edtf).toBe("2020-03-02");
    expect(record.by.map(({ country }) => country)).toEqual(["KEN"]);
    for (const { start, end, text: written } of record.evidence) expect(text.slice(start, end)).toBe(written);
    expect(record.evidence.map(({ part }) => part)).toEqual(["value", "measure", "of", "actor", "date"]);
  });

  test("an event is nobody: what exploded is no agent", () => {
    expect(readQuantities("The blast killed 40 people.")[0].by).toEqual([]);
  });

  test("the same text gives the same records", () => {
    const text = "Floods displaced 9,000 people in Chad and killed 12.";
    expect(readQuantities(text)).toEqual(readQuantities(text));
  });
});
