import { describe, expect, test } from "vitest";
import { isOneSlip, type NameEntry, NameLexicon } from "../../src/mentions/name-lexicon.js";
import { loadResources } from "../../src/resources.js";

function entry(kind: NameEntry["class"], id: string, more: Partial<NameEntry> = {}): NameEntry {
  return { class: kind, id, name: id, ...more };
}

const lexicon = new NameLexicon();
lexicon.add(["Peru"], entry("state", "state:PER", { country: "PER" }), false);
lexicon.add(["US"], entry("state", "state:USA", { country: "USA" }), false);
lexicon.add(["South", "Sudan"], entry("state", "state:SSD", { country: "SSD" }), false);
lexicon.add(["Sudan"], entry("state", "state:SDN", { country: "SDN" }), false);
lexicon.add(["People", "'s", "Council"], entry("body", "gov:council"), false);
lexicon.add(["minister"], entry("title", "minister"), true);
lexicon.add(["foreign", "minister"], entry("title", "foreign-minister"), true);
lexicon.add(["foreign", "ministry"], entry("office", "foreign-ministry"), true);
lexicon.add(["state", "duma"], entry("office", "parliament", { states: ["RUS"] }), true);
lexicon.addHolder(entry("holder", "person:ana-ruiz", { name: "Ana Ruiz" }));

describe("the longest name that begins at a word", () => {
  test.each([
    ["Peru signed", ["state:PER", 1]],
    ["South Sudan signed", ["state:SSD", 2]],
    ["Sudan signed", ["state:SDN", 1]],
    ["US signed", ["state:USA", 1]],
    ["Foreign Minister NAME", ["foreign-minister", 2]],
    ["foreign ministers met", ["foreign-minister", 2]],
    ["MINISTERS met", ["minister", 1]],
    ["People ’s Council", ["gov:council", 3]],
  ])("%s", (text, [id, words]) => {
    const forms = text.split(" ");
    const match = lexicon.match(forms, 0, forms.length);
    expect([match?.entries[0].id, match?.words]).toEqual([id, words]);
  });

  test.each(["us agreed", "peru signed", "South of Sudan", "foreign talks"])("none in %s", (text) => {
    expect(lexicon.match(text.split(" "), 0, text.split(" ").length)).toBeUndefined();
  });

  test("none that goes past the end", () => {
    expect(lexicon.match(["South", "Sudan"], 0, 1)).toBeUndefined();
  });
});

describe("slips of the pen", () => {
  test.each([
    ["ministry", "minstry", true],
    ["ministry", "minisstry", true],
    ["ministry", "minestry", true],
    ["ministry", "mniistry", true],
    ["ministry", "ministry", false],
    ["ministry", "minster", false],
    ["ministry", "history", false],
  ])("%s and %s: %s", (a, b, expected) => {
    expect(isOneSlip(a, b)).toBe(expected);
    expect(isOneSlip(b, a)).toBe(expected);
  });

  test("an office is found by its name with one slip, unless it is bound to a state", () => {
    expect(lexicon.nearestOffice(["Foreing", "Ministry"])?.id).toBe("foreign-ministry");
    expect(lexicon.nearestOffice(["Foreing", "Minstry"])).toBeUndefined();
    expect(lexicon.nearestOffice(["State", "Dumma"])).toBeUndefined();
  });
});

test("office-holders are found by the first and the last word of their name", () => {
  expect(lexicon.holdersNamed("RUIZ").map((e) => e.id)).toEqual(["person:ana-ruiz"]);
  expect(lexicon.holdersNamed("Ana").map((e) => e.id)).toEqual(["person:ana-ruiz"]);
  expect(lexicon.holdersNamed("Gil")).toEqual([]);
});

describe("the lexicon made from the tables", async () => {
  const { names } = await loadResources({ withoutAttribution: true });
  test.each([
    [["U.S."], "state:USA"],
    [["Guinea", "-", "Bissau"], "state:GNB"],
    [["Côte", "d'Ivoire"], "state:CIV"],
    [["United", "Nations"], "igo:un"],
    [["UN", "chief"], "secretary-general"],
  ])("%j is %s", (words, id) => {
    expect(names.match(words, 0, words.length)).toMatchObject({ words: words.length });
    expect(names.match(words, 0, words.length)?.entries.map((e) => e.id)).toContain(id);
  });

  test("a title that names its body knows it", () => {
    expect(names.match(["UN", "chief"], 0, 2)?.entries[0].of?.id).toBe("igo:un");
  });
});
