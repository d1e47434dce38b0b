import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { makeArticle } from "../../src/article/make-article.js";
import { findActors } from "../../src/mentions/actors.js";
import { findEntities } from "../../src/mentions/entities.js";
import { parseEntityTable } from "../../src/mentions/entity-table.js";
import { findToponyms } from "../../src/mentions/places.js";
import { loadResources } from "../../src/resources.js";

const { analyse, names, gazetteer } = await loadResources({ withoutAttribution: true });
const TABLE = "data/entities/nouns.tsv";
const text = readFileSync(new URL(`../../${TABLE}`, import.meta.url), "utf8");
const table = parseEntityTable(text, TABLE);

/** Mentions of `sentence` as `text/kind`. */
function read(sentence: string): string[] {
  const { article } = makeArticle({ origin: "case", text: sentence });
  const doc = analyse(article.text);
  const actors = findActors(doc, article, names);
  const toponyms = findToponyms(doc, article, actors.mentions, gazetteer);
  return findEntities({ doc, actors, toponyms, table }).map(
    ({ start, end, kind }) => `${sentence.slice(start, end)}/${kind}`,
  );
}

describe("mentions of persons, groups, places and nationalities", () => {
  test.each([
    [
      "Kenyan Foreign Minister Amina Otieno met villagers in Garissa.",
      ["Amina Otieno/person", "villagers/group", "Garissa/place"],
    ],
    [
      "The Amber Valley Brigade shelled a hospital near Sinjar.",
      ["Amber Valley Brigade/group", "a hospital/place", "Sinjar/place"],
    ],
    [
      "The rebel movement left northern Mali, he said.",
      ["The rebel movement/group", "northern Mali/place", "Mali/place", "he/person"],
    ],
    [
      "We spoke with a former teacher and two of the gunmen.",
      ["We/group", "a former teacher/person", "the gunmen/group"],
    ],
    [
      "NGOs such as the TRDF work in Gulu, Uganda.",
      ["TRDF/group", "Gulu, Uganda/place", "Gulu/place", "Uganda/place"],
    ],
    ["Somali traders crossed the northern border.", ["Somali/nationality", "the northern border/place"]],
  ])("%s", (sentence, expected) => {
    expect(read(sentence)).toEqual(expect.arrayContaining(expected));
  });

  test.each([
    "The River Accord was signed in May.",
    "It rained on Friday.",
    "The US-made valve broke.",
  ])("nobody in: %s", (sentence) => {
    expect(read(sentence).filter((mention) => /person|group/.test(mention))).toEqual([]);
  });

  test("no mention stands twice, and spans are those of the text", () => {
    const found = read("The Government of Chad and the Chadian army met in N'Djamena.");
    expect(new Set(found).size).toBe(found.length);
    expect(found).toContain("Chad/place");
  });

  test("a wrong row of the table is refused with its place", () => {
    const header = "kind\tuse\twords\texample\n";
    expect(() => parseEntityTable(`${header}persn\tcommon\tman\tx\n`, "n.tsv")).toThrow(
      'n.tsv:2:1: unknown kind "persn". Did you mean "person"?',
    );
    expect(() => parseEntityTable(`${header}none\tcommon\tman\tx\n`, "n.tsv")).toThrow(
      'n.tsv:2:6: found "common"',
    );
    expect(() => parseEntityTable("kind\n", "n.tsv")).toThrow("n.tsv:1:1: the header is not");
  });
});
