/** `export` in every format, from a store with each kind of record and text that means harm, read by other readers. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeProblem } from "../../src/core/problem.js";
import {
  type AccountRecord,
  type AnyRecord,
  type ArticleRecord,
  type PassageRecord,
  RECORD_KINDS,
  type WithinArticle,
} from "../../src/core/records.js";
import { Database } from "../../src/store/database.js";
import { Store } from "../../src/store/store.js";
import {
  HOSTILE,
  LOCK_TEXT,
  MAYOR,
  makeReport,
  show,
  tell,
  tellHostile,
  VELMARK,
} from "../views/format-fixture.js";
import { runHere } from "./command.js";

const folder = mkdtempSync(join(tmpdir(), "rapporteur-export-"));
const path = (name: string) => join(folder, name);
const FULL = path("full.duckdb");
const EMPTY = path("empty.duckdb");

const lock = makeReport("reports/lock.txt", LOCK_TEXT);
const copy = makeReport("https://coast.example/lock", `Copy\n\n${LOCK_TEXT}`, { outlet: "Coast Post" });
const told = [
  tell([lock, copy]),
  tellHostile(),
  tell([makeReport("far.txt", `Far\n\n${LOCK_TEXT}`)], { places: [] }),
];
const [both, ...single] = told.map((t) => t.story);
/** One of the four references is in a story. */
const stories = [{ ...both, members: [...both.members, `ref-${lock.id.slice(4)}`] }, ...single];

/** A record of each kind within `article`, beside its event. */
function recordsOf(article: ArticleRecord): WithinArticle[] {
  const words = HOSTILE;
  const evidence = show(article, { source: "Velmark", trigger: "seized" });
  const base = { article: article.id, attribution: [MAYOR], evidence, rule: words };
  const date = { edtf: "2004-03", text: words, basis: "text" } as const;
  const end = article.id.slice(4);
  return [
    {
      ...base,
      kind: "statement",
      id: `sta-${end}`,
      source: VELMARK,
      cue: "say",
      mode: "mixed",
      content: words,
      channel: words,
      occasion: words,
      date,
      addressees: [MAYOR, VELMARK],
      parent: null,
    },
    {
      ...base,
      kind: "position",
      id: `pos-${end}`,
      holders: [VELMARK],
      stance: "against",
      issue: { id: "issue:lock", label: words },
      condition: words,
      date,
    },
    {
      ...base,
      kind: "quantity",
      id: `qua-${end}`,
      measure: "ships",
      value: 0.5,
      low: null,
      high: 3e12,
      unit: null,
      modifier: words,
      of: words,
      by: [VELMARK],
      date,
      places: [{ name: words, lat: 1.25, lon: -2, geonames: 7 }],
    },
    {
      ...base,
      kind: "reference",
      id: `ref-${end}`,
      types: ["ASSAULT"],
      parties: [VELMARK],
      places: [],
      date,
      recency: "background",
    },
    {
      ...base,
      kind: "dating",
      id: `dat-${end}`,
      happening: "war",
      aspect: "begin",
      date,
      parties: [VELMARK],
      places: [],
    },
    {
      kind: "role",
      id: `rol-${end}`,
      article: article.id,
      person: { name: words },
      role: words,
      of: null,
      date: null,
      evidence,
      rule: words,
    },
  ];
}

beforeAll(async () => {
  const store = await Store.open(FULL);
  const tellings = told.flatMap((t) => t.tellings);
  const batch = tellings.map(({ article, record }) => ({
    article: article as ArticleRecord,
    records: [...recordsOf(article as ArticleRecord), record],
    problems: [makeProblem("empty-input", HOSTILE, { origin: HOSTILE })],
  }));
  await store.add(batch, "test");
  await store.replaceAcross("story", stories);
  const passage: PassageRecord = {
    kind: "passage",
    id: "pas-1",
    identical: false,
    occurrences: [lock, copy].map((a) => ({ article: a.id, ...spanOf(a, "Velmark seized the lock") })),
    first: lock.id,
    differences: [{ article: copy.id, from: HOSTILE, to: "" }],
    rule: "same words",
  };
  const account: AccountRecord = {
    kind: "account",
    id: "acc-1",
    about: "actor",
    question: HOSTILE,
    relation: "conflict",
    answers: [lock, copy].map((a) => ({
      value: HOSTILE,
      text: HOSTILE,
      articles: [a.id],
      attribution: [MAYOR],
      evidence: show(a, { actor: "Velmark" }),
    })),
    rule: "r",
  };
  await store.replaceAcross("passage", [passage]);
  await store.replaceAcross("account", [account]);
  store.close();
  (await Store.open(EMPTY)).close();
});
afterAll(() => rmSync(folder, { recursive: true }));

function spanOf(article: ArticleRecord, words: string) {
  const start = article.text.indexOf(words);
  return { start, end: start + words.length, text: words };
}

/** What `export` writes to a file, and what it tells. */
async function write(format: string, ...more: string[]): Promise<{ text: string; stderr: string }> {
  const out = path(`out.${format}`);
  const { code, stderr, stdout } = await runHere([
    "export",
    "--store",
    FULL,
    "--format",
    format,
    "--out",
    out,
    ...more,
  ]);
  expect(stderr).not.toContain("error");
  expect([code, stdout]).toEqual([0, ""]);
  return { text: readFileSync(out, "utf8"), stderr };
}

const parseLines = (text: string) =>
  text
    .split("\n")
    .filter((l) => l !== "")
    .map((l) => JSON.parse(l));

/** Nothing is told by a null within a list or a struct: the record leaves such fields out. */
function dropNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropNulls);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([key, v]) => v !== null && key !== "kind");
  return Object.fromEntries(entries.map(([key, v]) => [key, dropNulls(v)]));
}

describe("the record itself", () => {
  let records: AnyRecord[];
  beforeAll(async () => {
    records = parseLines((await write("jsonl")).text);
  });

  test("JSON Lines give back what was stored", () => {
    expect(new Set(records.map((r) => r.kind))).toEqual(new Set(RECORD_KINDS));
    expect(records.filter((r) => r.kind === "reference")).toHaveLength(1);
    const statement = records.find((r) => r.kind === "statement" && r.article === lock.id);
    expect(dropNulls(statement)).toEqual(dropNulls(recordsOf(lock)[0]));
    const written = records.filter((r) => r.kind === "story").map(dropNulls);
    expect(written).toEqual(expect.arrayContaining(stories.map(dropNulls)));
  });

  test.each(RECORD_KINDS)("%s: DuckDB reads the same from JSON Lines, Parquet and CSV", async (kind) => {
    const lines = await write("jsonl", "--kind", kind);
    const expected = records.filter((r) => r.kind === kind).map(dropNulls);
    expect(parseLines(lines.text).map(dropNulls)).toEqual(expected);
    const parquet = path(`${kind}.parquet`);
    const csv = path(`${kind}.csv`);
    for (const [format, out] of [
      ["parquet", parquet],
      ["csv", csv],
    ]) {
      const args = ["export", "--store", FULL, "--format", format, "--kind", kind, "--out", out];
      expect(await runHere(args)).toMatchObject({ code: 0, stderr: "" });
    }
    const database = await Database.open(":memory:");
    try {
      const rows = await database.all(
        `SELECT CAST(to_json(t) AS VARCHAR) AS json FROM read_parquet('${parquet}') t`,
      );
      expect(rows.map((row) => dropNulls(JSON.parse(row.json as string)))).toEqual(expected);
      const cells = await database.all(`FROM read_csv('${csv}', header = true, all_varchar = true)`);
      expect(cells.map(readCells)).toEqual(expected.map(flatten));
    } finally {
      database.close();
    }
  });
});

/** A row of the CSV: lists are JSON, empty cells absent. */
function readCells(row: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(row).filter(([, cell]) => cell !== null);
  return Object.fromEntries(
    entries.map(([name, cell]) => [
      name,
      /^\[.*\]$/s.test(cell as string) ? dropNulls(JSON.parse(cell as string)) : cell,
    ]),
  );
}

/** A record as its CSV row should say it: `date_edtf` for `date.edtf`, numbers as their text. */
function flatten(record: unknown): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(record as object)) {
    if (Array.isArray(value)) cells[name] = value;
    else if (typeof value === "object")
      for (const [field, inner] of Object.entries(value)) cells[`${name}_${field}`] = String(inner);
    // DuckDB writes doubles with their point.
    else cells[name] = typeof value === "number" && kindOfNumber(name) ? toDouble(value) : String(value);
  }
  return Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== ""));
}
const kindOfNumber = (name: string) => ["value", "low", "high", "goldstein", "confidence"].includes(name);
const toDouble = (n: number) => (Number.isInteger(n) ? `${n}.0` : String(n));

describe("events", () => {
  test("GDELT: every line has its columns, and the two files join", async () => {
    const events = await write("gdelt-events");
    const mentions = await write("gdelt-mentions");
    const rows = events.text

      .split("\n")
      .slice(0, -1)
      .map((l) => l.split("\t"));
    expect(rows.map((r) => r.length)).toEqual([61, 61, 61]);
    const lines = mentions.text

      .split("\n")
      .slice(0, -1)
      .map((l) => l.split("\t"));
    expect(lines.map((r) => r.length)).toEqual([16, 16, 16, 16]);
    expect(new Set(lines.map((r) => r[0]))).toEqual(new Set(rows.map((r) => r[0])));
    expect(events.stderr).toMatch(/^left out: .*4 chains of attribution/);
    const norway = rows.find((r) => r[60] === "reports/lock.txt");
    expect(norway?.slice(51, 55)).toEqual(["4", "Osterhaven, Norway", "NO", "NO"]);
    expect(norway?.slice(5, 14)).toEqual(["VLMMIL", "VELMARK", "VLM", "", "", "", "", "MIL", ""]);
  });

  test("PLOVER and GeoJSON, with what they leave out", async () => {
    const plover = await write("plover");
    expect(
      parseLines(plover.text)
        .map((e) => e.id)
        .sort(),
    ).toEqual(stories.map(({ id }) => id).sort());
    const map = await write("geojson");
    expect(JSON.parse(map.text).features).toHaveLength(2);
    expect(map.stderr).toBe("left out: 1 event without a place\n");
  });

  test("limited by actor, outlet, date and independent reports", async () => {
    const count = async (...more: string[]) => parseLines((await write("plover", ...more)).text).length;
    expect(await count("--actor", "velmark")).toBe(2);
    expect(await count("--outlet", "Coast Post")).toBe(1);
    expect(await count("--independent", "2")).toBe(1);
    expect(await count("--date", "2004-04..")).toBe(0);
    const [{ id }] = parseLines((await write("jsonl", "--kind", "event")).text);
    expect(await count("--record", id)).toBe(1);
    const found = parseLines((await write("jsonl", "--kind", "event", "--search", "zzyzx")).text);
    expect(found).toEqual([]);
  });
});

describe("annotations", () => {
  test("each evidence of each record finds its words in code points", async () => {
    const { text, stderr } = await write("annotation");
    const { items } = JSON.parse(text);
    const records: AnyRecord[] = parseLines((await write("jsonl")).text);
    const texts = new Map(
      records.flatMap((r) => (r.kind === "article" ? [[encodeURI(r.origin), [...r.text]]] : [])) as [
        string,
        string[],
      ][],
    );
    for (const { target } of items) {
      const [position, quote] = target.selector;
      const source = [...texts.keys()].find((key) => target.source.replaceAll("%3F", "?").endsWith(key));
      expect(
        texts
          .get(source ?? "")
          ?.slice(position.start, position.end)
          .join(""),
      ).toBe(quote.exact);
    }
    // Four articles: title, 5 x 2 spans and 3 of the event; one reference, one passage and one account with two spans each.
    expect(items).toHaveLength(4 * (1 + 10 + 3) + 2 + 2 + 2);
    expect(stderr).toBe("");
    const only = JSON.parse((await write("annotation", "--kind", "role")).text);
    expect(only.items).toHaveLength(8);
  });
});

describe("dossier", () => {
  test("Markdown: its title says the filter, its notes fit", async () => {
    const { text } = await write("dossier-md", "--actor", "Velmark", "--date", "2004-03");
    expect(text.split("\n")[0]).toBe("# Dossier: Actor: Velmark; Dates: 2004-03..2004-03");
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, h]) => h)).toEqual([
      "Overview",
      "Stories by date",
      "Positions by issue",
      "Where reports differ",
      "Figures",
      "Notes",
    ]);
    const bare = text.replace(/\\[!-/:-@[-`{-~]/g, "");
    const notes = [...bare.matchAll(/^\[\^(\d+)\]: /gm)].map(([, n]) => n);
    expect(new Set([...bare.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, n]) => n))).toEqual(new Set(notes));
    const issue = await write("dossier-md", "--issue", "issue:lock");
    expect(issue.text).toMatch(/Velmark: against, .*, on another’s word, according to mayor of Osterhaven/);
    expect(issue.text).not.toContain("## Figures");
  });

  test("HTML: one file, no element from a report", async () => {
    const { text } = await write("dossier-html");
    const { document } = parseHTML(text);
    expect(document.querySelectorAll("script, img, link, iframe, b, i")).toHaveLength(0);
    expect(document.querySelectorAll(".notes li").length).toBeGreaterThan(5);
    expect(document.querySelector("h1")?.textContent).toBe("Dossier: the whole record");
  });
});

describe("an empty store", () => {
  test.each([
    ["gdelt-events", (text: string) => expect(text).toBe("")],
    ["plover", (text: string) => expect(text).toBe("")],
    ["geojson", (text: string) => expect(JSON.parse(text).features).toEqual([])],
    ["annotation", (text: string) => expect(JSON.parse(text).items).toEqual([])],
    ["dossier-md", (text: string) => expect(text).toContain("None.")],
    ["dossier-html", (text: string) => expect(text).toContain("</html>")],
  ] as const)("%s", async (format, check) => {
    const { code, stdout, stderr } = await runHere(["export", "--store", EMPTY, "--format", format]);
    expect([code, stderr]).toEqual([0, ""]);
    check(stdout);
  });
});

describe("limited records", () => {
  const linesOf = (text: string) =>
    text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as AnyRecord]));

  test("JSON Lines and CSV of one kind keep the same records", async () => {
    const args = ["--kind", "position", "--actor", "Velmark", "--outlet", "coast post"];
    const lines = linesOf((await runHere(["export", "--store", FULL, ...args])).stdout);
    expect(lines.map(({ kind }) => kind)).toEqual(["position"]);
    const csv = (await runHere(["export", "--store", FULL, "--format", "csv", ...args])).stdout;
    expect(csv).toContain(lines[0].id);
    const none = await runHere(["export", "--store", FULL, "--kind", "position", "--actor", "nobody"]);
    expect([none.code, none.stdout]).toEqual([0, ""]);
  });

  test("without a kind, every kind that can be limited so", async () => {
    const lines = linesOf((await runHere(["export", "--store", FULL, "--actor", "Velmark"])).stdout);
    const kinds = new Set(lines.map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(["article", "event", "position", "story"]));
    expect(kinds).not.toContain("passage");
  });
});

describe("what does not go together", () => {
  test.each([
    [["--format", "geojson", "--kind", "event"], /geojson writes events and cannot write --kind event/],
    [["--format", "annotation", "--kind", "story"], /Kinds for this format: article, statement/],
    [["--kind", "passage", "--actor", "Velmark"], /of --kind passage and cannot be limited by --actor/],
    [["--kind", "role", "--independent", "2"], /--independent goes with jsonl, csv/],
    [["--format", "dossier-md", "--record", "eve-1"], /--record goes with jsonl/],
    [["--format", "dossier-md", "--independent", "0"], /whole number from 1/],
    [["--format", "dossier-md", "--date", "soon"], /found no range of dates/],
    [["--format", "dossier-md", "--actor", " "], /--actor: found nothing to limit by/],
    [["--format", "gdelt"], /Allowed choices are jsonl/],
    [["--format", "csv"], /needs a folder/],
  ])("%j", async (args, message) => {
    const { code, stdout, stderr } = await runHere(["export", "--store", FULL, ...args]);
    expect(stderr).toMatch(message);
    expect([code, stdout]).toEqual([2, ""]);
  });
});
