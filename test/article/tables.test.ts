import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadArticleKnowledge } from "../../src/article/article-knowledge.js";
import { findBoilerplate } from "../../src/article/boilerplate.js";
import { parseBoilerplateTable } from "../../src/article/boilerplate-table.js";
import { splitLines } from "../../src/article/line.js";
import { parseMediaTable } from "../../src/article/media-table.js";

const { media, boilerplate } = loadArticleKnowledge();

describe("media table", () => {
  const rows = readFileSync(new URL("../../data/article/media.tsv", import.meta.url), "utf8")
    .split("\n")
    .filter((row) => row !== "" && !row.startsWith("#"))
    .slice(1)
    .map((row) => row.split("\t"));

  test("every row is found by its name, handles and domains", () => {
    expect(rows.length).toBeGreaterThan(250);
    for (const [name, , handles, kind, country, domains] of rows) {
      const plain = name.replace(/ \(.*\)$/u, "");
      const found = media.findName(plain);
      expect(found, name).not.toBeNull();
      expect(found?.kind, name).toBe(kind);
      if (found?.country) expect(found).toEqual({ name, kind, country });
      for (const handle of handles.split(";").filter(Boolean))
        expect(media.findHandle(`@${handle}`)?.name, handle).toBe(name);
      for (const domain of domains.split(";").filter(Boolean)) {
        expect(media.findDomain(`https://www.${domain}/2021/story`)?.name, domain).toBe(name);
      }
      expect(country).toMatch(/^[A-Z]{3}$/);
    }
  });

  test("every region is there", () => {
    const countries = new Set(rows.map((row) => row[4]));
    for (const country of [
      "USA",
      "RUS",
      "CHN",
      "IRN",
      "TUR",
      "AZE",
      "ARM",
      "IND",
      "PAK",
      "NGA",
      "ZAF",
      "BRA",
      "CUB",
      "AUS",
      "ISR",
      "PSE",
      "UKR",
    ]) {
      expect(countries, country).toContain(country);
    }
  });

  test("short names in capitals only match in capitals", () => {
    expect(media.findName("AP")?.name).toBe("Associated Press");
    expect(media.findName("ap")).toBeNull();
    expect(media.findName("sta")).toBeNull();
  });

  test("namesakes come back as written", () => {
    expect(media.findName("The Daily Star")?.country).toBeUndefined();
  });

  test("a name glued to a section is found, one inside a word is not", () => {
    expect(media.findNameAt("Iran PressAsia: Talks", 0)).toMatchObject({ end: 10 });
    expect(media.findNameAt("Trendy clothes", 0)).toBeNull();
    expect(media.findNameAt("APAC leaders", 0)).toBeNull();
  });

  test("a broken row is named by its line", () => {
    expect(() => parseMediaTable("name\taliases\nReuters\tx", "t.tsv")).toThrow(/t\.tsv:2: expected name/);
  });
});

describe("boilerplate table", () => {
  test.each(boilerplate.map((row) => [row.id, row] as const))("%s matches its example", (_, row) => {
    expect(row.pattern.test(row.example)).toBe(true);
  });

  test.each([
    "The ministers will share the costs of the bridge.",
    "Follow the money, the auditor said.",
    "Copyright law was at the centre of the talks.",
    "Ana Prado is the first woman to lead the ministry.",
    "He was a correspondent in Lisbon before the war.",
    "Readers more than doubled, the paper said.",
    "Advertising revenue fell by a third.",
    "Photographs of the harbour were shown to the council.",
    "“Join us,” the general said.",
    "Related charges were dropped on Tuesday.",
    "Source of the fire was a lamp, police said.",
    "Video shows police entering the building.",
    "Subscribe or leave, the owner told the tenants, who had refused to sign.",
  ])("text stays text: %s", (line) => {
    const lines = splitLines(`The council met on Tuesday.\n\n${line}\n\nIt meets again on Friday.`);
    expect(findBoilerplate(lines, boilerplate)).toEqual([]);
  });

  test("headlines after a heading belong to it, until a sentence", () => {
    const text =
      "The council met on Tuesday.\n\nRead More:\n\nHarbour reopens\nFerries sail again\n\nThe mayor said no.";
    const marked = findBoilerplate(splitLines(text), boilerplate);
    expect(marked).toEqual([1, 2, 3]);
  });

  test("what only ends a report is text elsewhere", () => {
    const lines = splitLines("Tags: a, b\n\nThe council met on Tuesday.\n\nThe mayor said no.");
    expect(findBoilerplate(lines, boilerplate)).toEqual([]);
  });

  test("broken rows are named", () => {
    const head = "id\twhere\teffect\tpattern\texample\n";
    expect(() => parseBoilerplateTable(`${head}a\tnowhere\tline\tx\tx`, "b.tsv")).toThrow(
      /b\.tsv:2: expected "any" or "tail"/,
    );
    expect(() => parseBoilerplateTable(`${head}a\tany\tline\t(\tx`, "b.tsv")).toThrow(
      /b\.tsv:2: not a regular expression/,
    );
  });
});
