import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { UserError } from "../../src/core/user-error.js";
import { findActors } from "../../src/mentions/actors.js";
import { type CodebookTables, parseCodebook, type TableText } from "../../src/records/codebook.js";
import { parseEventFrame, parseWhen } from "../../src/records/codebook-frame.js";
import { testCodebook } from "../../src/records/codebook-test.js";
import { loadResources } from "../../src/resources.js";

const FOLDER = new URL("../../data/plover/", import.meta.url);
const read = (path: string): TableText => ({
  text: readFileSync(new URL(path, FOLDER), "utf8"),
  origin: `data/plover/${path}`,
});
const tables: CodebookTables = {
  types: read("types.tsv"),
  modes: read("modes.tsv"),
  contexts: read("contexts.tsv"),
  cameo: read("cameo.tsv"),
  operators: read("operators.tsv"),
  results: read("results.tsv"),
  nouns: read("nouns.tsv"),
  rows: readdirSync(new URL("rows/", FOLDER)).map((file) => read(`rows/${file}`)),
  classes: new Map(
    readdirSync(new URL("classes/", FOLDER)).map((file) => [
      file.replace(/\.txt$/, ""),
      read(`classes/${file}`),
    ]),
  ),
};
const codebook = parseCodebook(tables);

const HEADER = "type\tmode\ttrigger\tpos\tframe\twhen\tcameo\tcontexts\texample\tnegative";
const ROW = [
  "AID",
  "",
  "nourish",
  "VERB",
  "actor=nsubj recipient=obj",
  "actor=%body",
  "073",
  "",
  "[actor The charity] [trigger nourished] [recipient the refugees].",
  "",
];

/** The message for the row with one cell changed. */
function refusal(column: number, value: string): string {
  const cells = ROW.with(column, value);
  try {
    parseCodebook({ ...tables, rows: [{ text: `${HEADER}\n${cells.join("\t")}\n`, origin: "own/AID.tsv" }] });
    return "accepted";
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as UserError).message;
  }
}

describe("the codebook", () => {
  test("has the sixteen types, their modes and the contexts of PLOVER", () => {
    expect(codebook.types.size).toBe(16);
    expect(codebook.modes.size).toBe(67);
    expect(codebook.contexts).toHaveLength(37);
    expect(codebook.rows.length).toBeGreaterThanOrEqual(1500);
  });

  test("gives each CAMEO code a root that is there", () => {
    for (const code of codebook.cameo.keys())
      expect(codebook.cameo.has(`${code.slice(0, 2)}0`), code).toBe(true);
  });

  test("has a result for each operator that may change an event", () => {
    const operators = new Set([...codebook.operators.values()].flat().map(({ operator }) => operator));
    const results = new Set(codebook.results.map(({ operator }) => operator));
    expect([...operators].filter((operator) => !results.has(operator))).toEqual([]);
  });
});

describe("a wrong row is refused", () => {
  test.each([
    [0, "ADI", 'own/AID.tsv:2:1: unknown type "ADI". Did you mean "AID"?'],
    [1, "visit", 'own/AID.tsv:2:5: AID has no mode "visit".'],
    [3, "VRB", 'unknown pos "VRB". Did you mean "VERB"?'],
    [4, "actr=nsubj", 'unknown key "actr". Did you mean "actor"?'],
    [4, "actor=nsub", 'unknown relation "nsub". Did you mean "nsubj"?'],
    [4, "recipient=obj", 'neither "actor" nor "parties"'],
    [5, "obj=@moneys", 'unknown class "@moneys". Did you mean "money"?'],
    [5, "actor=%sate", 'unknown kind of actor "%sate". Did you mean "state"?'],
    [6, "0733", 'unknown cameo code "0733".'],
    [7, "econmic", 'unknown context "econmic". Did you mean "economic"?'],
    [8, "[actor She] fed him.", "marks no words as [trigger"],
    [8, "[trigger Fed", "is not closed"],
  ])("column %i: %s", (column, value, message) => {
    expect(refusal(column, value)).toContain(message);
  });

  test("and a right one is not", () => {
    expect(refusal(2, "nourish|feed up")).toBe("accepted");
  });
});

describe("the notation", () => {
  test("expands shorthands", () => {
    const paths = parseEventFrame("actor=poss recipient=on|none").actor.map(({ steps }) => steps[0]);
    expect(paths.map(({ relation, marker }) => `${relation} ${marker ?? ""}`.trim())).toEqual([
      "nmod:poss",
      "amod",
      "compound",
      "nmod by",
      "obl by",
      "nmod of",
    ]);
  });

  test("asks for an outlet, or for any word at all", () => {
    const { when } = parseWhen("!recipient=%media !obj=*", []);
    expect(when.map(({ values }) => values)).toEqual([
      [{ kind: "actor", value: "media" }],
      [{ kind: "any", value: "*" }],
    ]);
  });

  test("takes alternatives of paths and conditions on the word itself", () => {
    const { when, frame } = parseWhen("!obj|obl:on=goal voice=pass actor=%armed", []);
    expect(frame).toBe("voice=pass");
    expect(when.map(({ negated, party, paths }) => [negated, party, paths.length])).toEqual([
      [true, null, 2],
      [false, "actor", 0],
    ]);
  });
});

test("the rows code their own examples and leave their negatives alone", async () => {
  const resources = await loadResources();
  const report = testCodebook(resources.codebook, {
    analyse: resources.analyse,
    findActors: (doc, article) => findActors(doc, article, resources.names),
  });
  const share = report.failures.length / (report.examples + report.negatives);
  const worst = report.failures
    .slice(0, 20)
    .map(({ row, message, sentence }) => `${row.id} ${message}: ${sentence}`);
  expect(share, worst.join("\n")).toBeLessThan(0.06);
}, 120_000);
