import { describe, expect, test } from "vitest";
import { NameLexicon } from "../../src/mentions/name-lexicon.js";
import { findReadings } from "../../src/mentions/name-readings.js";

const lexicon = new NameLexicon();
const lake = { class: "body", id: "igo:lake-union", name: "Lake Union" } as const;
lexicon.addName("Lake Union", lake);
lexicon.addName("Lake Union", { class: "seat", id: "state:CHE", name: "Switzerland", context: true });
for (const [from, to] of [
  ["2001", "2004"],
  ["1998", "2001"],
]) {
  const entry = {
    class: "holder",
    id: "person:ana-ruiz",
    name: "Ana Ruiz",
    title: "president",
    of: lake,
    from,
    to,
  } as const;
  lexicon.addHolder(() => entry);
  lexicon.addName("Ana Ruiz", entry);
}

describe("what a name can stand for", () => {
  test("every reading of the whole name, in the lexicon's order", () => {
    expect(findReadings(lexicon, "Lake Union").readings.map(({ id }) => id)).toEqual([
      "igo:lake-union",
      "state:CHE",
    ]);
    expect(findReadings(lexicon, "Lake").readings).toEqual([]);
  });

  test("the terms of a person are one reading, in the order of time; a surname finds them too", () => {
    for (const name of ["Ana Ruiz", "Ruiz"]) {
      const { readings, terms } = findReadings(lexicon, name);
      expect(readings).toHaveLength(1);
      expect(terms.map(({ from, of }) => `${from} ${of}`)).toEqual(["1998 Lake Union", "2001 Lake Union"]);
    }
  });

  test("of a body or an id: who held its offices", () => {
    expect(findReadings(lexicon, "Lake Union").terms).toHaveLength(2);
    expect(findReadings(lexicon, "person:ana-ruiz").terms).toHaveLength(2);
    expect(findReadings(lexicon, "").terms).toEqual([]);
  });
});
