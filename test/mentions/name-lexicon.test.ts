import { describe, expect, test } from "vitest";
import type { NameEntry } from "../../src/mentions/name-entry.js";
import { isOneSlip, NameLexicon } from "../../src/mentions/name-lexicon.js";
import { loadResources } from "../../src/resources.js";

function entry(kind: NameEntry["class"], id: string, more: Partial<NameEntry> = {}): NameEntry {
  return { class: kind, id, name: id, ...more };
}

const lexicon = new NameLexicon();
lexicon.addName("Peru", entry("state", "state:PER"));
lexicon.addName("US", () => entry("state", "state:USA"));
lexicon.addName("South Sudan", entry("state", "state:SSD"));
lexicon.addName("Sudan", entry("state", "state:SDN"));
lexicon.addName("People's Council", entry("body", "gov:council"));
lexicon.addName("U.N.", entry("body", "igo:un"));
lexicon.addName("al-Nur", entry("body", "party:al-nur"));
lexicon.addName("5 Star Movement", entry("body", "party:five-star"));
lexicon.addTitle("minister", entry("title", "minister"));
lexicon.addTitle("foreign minister", entry("title", "foreign-minister"));
lexicon.addOffice("foreign ministry", entry("office", "foreign-ministry"));
lexicon.addOffice("state duma", entry("office", "parliament", { states: ["RUS"] }));
lexicon.addHolder(() => entry("holder", "person:ana-ruiz", { name: "Ana Ruiz" }));

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
    ["U.N. staff", ["igo:un", 1]],
    ["U.N", ["igo:un", 1]],
    ["al - Nur party", ["party:al-nur", 3]],
    ["5 Star Movement", ["party:five-star", 3]],
  ])("%s", (text, [id, words]) => {
    const forms = text.split(" ");
    const match = lexicon.match(forms, 0, forms.length);
    expect([match?.entries[0].id, match?.words]).toEqual([id, words]);
  });

  test.each(["us agreed", "peru signed", "South of Sudan", "foreign talks"])("none in %s", (text) => {
    expect(lexicon.match(text.split(" "), 0, text.split(" ").length)).toBeUndefined();
  });

  test("readings keep the order in which they were added, before a look-up and after it", () => {
    const names = new NameLexicon();
    const ids = () => names.match(["Guinea"], 0, 1)?.entries.map(({ id }) => id);
    names.addName("Guinea", entry("state", "state:GIN"));
    names.addName("Guinea", () => entry("state", "state:GNB"));
    expect(ids()).toEqual(["state:GIN", "state:GNB"]);
    names.addName("Guinea", entry("state", "state:GNQ"));
    expect(ids()).toEqual(["state:GIN", "state:GNB", "state:GNQ"]);
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
