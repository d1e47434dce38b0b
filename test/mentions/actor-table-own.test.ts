import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type ActorTableName, parseActorTables } from "../../src/mentions/actor-table.js";
import type { TableText } from "../../src/mentions/actor-table-cells.js";
import { makeNameLexicon } from "../../src/mentions/name-lexicon-tables.js";

const FILES: Record<ActorTableName, string> = {
  states: "states.tsv",
  bodies: "bodies.tsv",
  seats: "seats.tsv",
  offices: "offices.tsv",
  titles: "titles.tsv",
  holders: "office-holders.tsv",
};
const TEXTS = Object.fromEntries(
  Object.entries(FILES).map(([name, file]) => {
    const origin = `data/actors/${file}`;
    return [name, { origin, text: readFileSync(new URL(`../../${origin}`, import.meta.url), "utf8") }];
  }),
) as Record<ActorTableName, TableText>;

const readOwn = (text: string) => parseActorTables(TEXTS, { origin: "mine.tsv", text });

describe("the user's table", () => {
  test("a new body needs a name and a kind; id and sector follow", () => {
    const tables = readOwn(
      "name\taliases\tkind\tcountry\nLake Guardians\tLG|the Guardians\tarmed group\tUGA\n",
    );
    expect(tables.bodies[0]).toMatchObject({
      id: "group:lake-guardians",
      name: "Lake Guardians",
      aliases: ["LG", "the Guardians"],
      sector: "REB",
      country: "UGA",
    });
    expect(makeNameLexicon(tables).match(["the", "Guardians"], 0, 2)?.entries[0]).toMatchObject({
      class: "body",
      id: "group:lake-guardians",
    });
  });

  test("a row with a known id adds names to that actor and keeps the rest", () => {
    const before = parseActorTables(TEXTS).bodies.find(({ id }) => id === "igo:osce");
    const tables = readOwn(
      "id\tname\taliases\nigo:osce\tOrganization for Security and Co-operation in Europe\tVienna body\n",
    );
    const after = tables.bodies.filter(({ id }) => id === "igo:osce");
    expect(after).toHaveLength(1);
    expect(after[0]).toMatchObject({
      kind: before?.kind,
      sector: before?.sector,
      wikidata: before?.wikidata,
    });
    expect(after[0].aliases).toEqual(expect.arrayContaining(["Vienna body", "OSCE"]));
  });

  test("its names come before those of the tables", () => {
    const tables = readOwn("name\tkind\taliases\tcountry\nJordan Road Union\ttrade union\tJordan\tGBR\n");
    expect(makeNameLexicon(tables).match(["Jordan"], 0, 1)?.entries[0].id).toBe("ngo:jordan-road-union");
  });

  test.each([
    [
      "name\tkind\nHill Front\tarmd group\n",
      'mine.tsv:2:12: found "armd group", expected a known kind. Did you mean "armed group"?',
    ],
    [
      "name\tkind\tcountry\nHill Front\tarmed group\tXYZ\n",
      'mine.tsv:2:24: found "XYZ", expected one that stands in states.tsv',
    ],
    [
      "nam\tkind\nHill Front\tarmed group\n",
      'mine.tsv:1:1: found the column "nam", expected some of "id name aliases kind',
    ],
    ["kind\nparty\n", 'mine.tsv:1:1: found the header "kind", expected a column "name"'],
    ["name\tkind\n\tparty\n", "mine.tsv:2:1: found nothing, expected a name"],
    ["name\tkind\nHill Front\n", "mine.tsv:2:1: found 1 cells, expected 2, separated by tabs"],
    [
      "name\tkind\nA B\tparty\n\nA B\tparty\n",
      'mine.tsv:4:1: found "party:a-b", expected each id once; it stands at line 2',
    ],
    ["id\tname\nstate:FRA\tHexagon\n", 'mine.tsv:2:1: found "state:FRA", expected the id of a body'],
    ["", "mine.tsv:1:1: found no header row"],
  ])("%j is refused", (text, message) => {
    expect(() => readOwn(text)).toThrow(message);
  });
});
