/** GDELT's columns, read back by DuckDB's reader of delimited files. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { Database } from "../../src/store/database.js";
import { type CameoKind, readCameo } from "../../src/views/gdelt-actor.js";
import {
  GDELT_EVENT_COLUMNS,
  type GdeltKnowledge,
  makeGdeltId,
  writeGdeltEvent,
} from "../../src/views/gdelt-events.js";
import { GDELT_MENTION_COLUMNS, writeGdeltMentions } from "../../src/views/gdelt-mentions.js";
import { writePlace } from "../../src/views/gdelt-place.js";
import { writeTabRow } from "../../src/views/tab-row.js";
import { cutAtStops, HOSTILE, LOCK_TEXT, makeReport, tell, tellHostile } from "./format-fixture.js";

const ROLES = new Map<string, CameoKind>([
  ["IGO", "international"],
  ["GOV", "role"],
  ["MIL", "role"],
  ["CTH", "religion"],
]);
const KNOWLEDGE: GdeltKnowledge = {
  roles: ROLES,
  fips: new Map([
    ["NOR", { fips: "NO", name: "Norway" }],
    ["USA", { fips: "US", name: "United States" }],
  ]),
  scaleOf: ({ name }) =>
    name === "Norway" ? "country" : name === "Ohio" || name === "Troms" ? "region" : "point",
};

const folder = mkdtempSync(join(tmpdir(), "rapporteur-gdelt-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Rows as DuckDB reads them, all as text; `options` are those of its `read_csv`. */
async function readBack(text: string, options: string): Promise<(string | null)[][]> {
  const file = join(folder, "rows.tsv");
  writeFileSync(file, text);
  const database = await Database.open(":memory:");
  try {
    const { rows } = await database.table(
      `FROM read_csv('${file}', delim = '\t', header = false, all_varchar = true, null_padding = false, ${options})`,
    );
    return rows as (string | null)[][];
  } finally {
    database.close();
  }
}
const UNQUOTED = "quote = '', escape = '', auto_detect = false, strict_mode = true";
const names = (n: number) =>
  `columns = {${Array.from({ length: n }, (_, i) => `'c${i + 1}': 'VARCHAR'`).join(", ")}}`;

const first = makeReport("reports/lock.txt", LOCK_TEXT);
const second = makeReport("https://coast.example/lock", `A copy\n\n${LOCK_TEXT}`, {
  outlet: "Coast Post",
  published: { edtf: "2004-03-05", basis: "metadata" },
  language: "no",
});

describe("events", () => {
  test("61 columns, each where the format has it", async () => {
    const { line, losses } = writeGdeltEvent(tell([first, second]), KNOWLEDGE);
    const [row] = await readBack(line as string, `${UNQUOTED}, ${names(GDELT_EVENT_COLUMNS)}`);
    expect(row).toHaveLength(GDELT_EVENT_COLUMNS);
    const at = (column: number) => row[column - 1];
    expect(row.slice(0, 5)).toEqual([at(1), "20040302", "200403", "2004", "2004.2521"]);
    expect(Number(at(1))).toBe(makeGdeltId(tell([first, second]).story.id));
    expect(row.slice(5, 15)).toEqual(["VLMMIL", "VELMARK", "VLM", null, null, null, null, "MIL", null, null]);
    expect(row.slice(15, 18)).toEqual([null, "LOCK KEEPERS", null]);
    expect(row.slice(25, 35)).toEqual(["1", "0171", "017", "01", "4", "-9.2", "2", "2", "2", null]);
    expect([at(36), at(44)]).toEqual(["0", "0"]);
    expect(row.slice(51, 59)).toEqual(["4", "Osterhaven, Norway", "NO", "NO", null, "59.5", "10.25", "42"]);
    expect(row.slice(59)).toEqual(["20040303000000", "reports/lock.txt"]);
    expect(losses).toEqual([["attribution", 2]]);
  });

  test.each([
    ["strict, without quoting", UNQUOTED],
    ["as a reader guesses it", "auto_detect = true"],
  ])("61 columns whatever the text contains: %s", async (_, options) => {
    const rows = [tell([first]), tellHostile(), tell([second])].map(
      (told) => writeGdeltEvent(told, KNOWLEDGE).line,
    );
    const all = options === UNQUOTED ? `${options}, ${names(GDELT_EVENT_COLUMNS)}` : options;
    const read = await readBack(rows.join(""), all);
    expect(read.map((row) => row.length)).toEqual([61, 61, 61]);
    expect(read[1][6]).toContain("RTL");
  });

  test("any text in any cell leaves one line of as many cells", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1 }), (cells) => {
        const row = writeTabRow(cells.map((cell) => cell + HOSTILE));
        expect(row.endsWith("\n")).toBe(true);
        expect(row.slice(0, -1).split("\t")).toHaveLength(cells.length);
        expect(row.slice(0, -1)).not.toMatch(/[\r\n\0"\u0085\u2028]/);
      }),
    );
  });

  test("what cannot be said is left out and told", () => {
    const lossesOf = (...args: Parameters<typeof tell>) => writeGdeltEvent(tell(...args), KNOWLEDGE);
    expect(lossesOf([first], { status: "denied" })).toEqual({
      line: undefined,
      losses: [["not-asserted", 1]],
    });
    expect(lossesOf([first], { date: null, recency: "background" }).losses).toEqual([["no-date", 1]]);
    expect(lossesOf([first], {}, { cameo: null }).losses).toEqual([["no-code", 1]]);
    const rough = lossesOf([first], { date: { edtf: "199X", basis: "text" } });
    expect(rough.line?.split("\t")[1]).toBe("19900101");
    expect(rough.losses).toContainEqual(["rough-date", 1]);
    const news = lossesOf([second], { date: null });
    expect(news.line?.split("\t")[1]).toBe("20040305");
    expect(news.losses).toContainEqual(["report-date", 1]);
    const [actor] = tell([first]).story.actors;
    expect(lossesOf([first], { actors: [actor, actor, actor] }).losses).toContainEqual(["more-actors", 2]);
  });

  test("an event of the second paragraph is no root event", () => {
    const late = makeReport(
      "late.txt",
      "Lock talks\n\nThe talks on the canal went on all day.\n\nVelmark seized the lock.",
    );
    expect(writeGdeltEvent(tell([late]), KNOWLEDGE).line?.split("\t")[25]).toBe("0");
  });
});

describe("mentions", () => {
  test("one row of 16 columns for each report; offsets count code points", async () => {
    const told = tell([first, second]);
    const { line } = writeGdeltMentions(told, cutAtStops);
    const rows = await readBack(line as string, `${UNQUOTED}, ${names(GDELT_MENTION_COLUMNS)}`);
    expect(rows.map((row) => row.length)).toEqual([16, 16]);
    const points = [...LOCK_TEXT];
    const offset = (words: string) => [...LOCK_TEXT.slice(0, LOCK_TEXT.indexOf(words))].length;
    expect(points.slice(offset("seized"), offset("seized") + 6).join("")).toBe("seized");
    expect(rows[0]).toEqual([
      String(makeGdeltId(told.story.id)),
      "20040303000000",
      "20040303000000",
      "2",
      "The Harbour Gazette",
      "reports/lock.txt",
      "1",
      String(offset("Velmark")),
      String(offset("the lock")),
      String(offset("seized")),
      "1",
      "73",
      String(points.length),
      null,
      null,
      null,
    ]);
    expect(rows[1].slice(2, 6)).toEqual([
      "20040305000000",
      "1",
      "coast.example",
      "https://coast.example/lock",
    ]);
    expect(rows[1][14]).toBe("srclc:no");
  });

  test("16 columns whatever the text contains, for the events of the other file alone", async () => {
    const { line } = writeGdeltMentions(tellHostile(), cutAtStops);
    const [row] = await readBack(line as string, `${UNQUOTED}, ${names(GDELT_MENTION_COLUMNS)}`);
    expect(row).toHaveLength(16);
    expect(writeGdeltMentions(tell([first], { status: "planned" }), cutAtStops).line).toBeUndefined();
  });
});

test("parts of CAMEO codes", () => {
  const none = { group: undefined, religions: [], types: [], country: undefined };
  expect(readCameo("NORGOVMIL", ROLES)).toEqual({ ...none, country: "NOR", types: ["GOV", "MIL"] });
  expect(readCameo("IGOUNO", ROLES)).toEqual({ ...none, group: "UNO", types: ["IGO"] });
  expect(readCameo("MIL", ROLES)).toEqual({ ...none, types: ["MIL"] });
  expect(readCameo("ITACTH", ROLES)).toEqual({ ...none, country: "ITA", religions: ["CTH"] });
  expect(readCameo("", ROLES)).toEqual(none);
});

test("types of places", () => {
  const type = (name: string, country?: string) =>
    writePlace({ name, ...(country === undefined ? {} : { country }) }, KNOWLEDGE).slice(0, 3);
  expect(type("Norway", "NOR")).toEqual([1, "Norway", "NO"]);
  expect(type("Ohio", "USA")).toEqual([2, "Ohio, United States", "US"]);
  expect(type("Lima", "USA")).toEqual([3, "Lima, United States", "US"]);
  expect(type("Troms", "NOR")).toEqual([5, "Troms, Norway", "NO"]);
  expect(type("North Sea")).toEqual([4, "North Sea", undefined]);
  expect(writePlace(undefined, KNOWLEDGE)).toHaveLength(8);
});
