/** `rapporteur reuse`: what a reader sees of passages. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeArticle } from "../../src/article/make-article.js";
import { parseDateRange } from "../../src/cli/date-range.js";
import { updatePassages } from "../../src/cli/update-passages.js";
import type { PassageRecord } from "../../src/core/records.js";
import { Store } from "../../src/store/store.js";
import { BACKGROUND, OTHERS } from "../corpus/reuse-articles.js";
import { runHere } from "./command.js";

let folder: string;
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rapporteur-reuse-"));
  file = join(folder, "reuse.duckdb");
  const store = await Store.open(file);
  const report = (n: number, text: string, outlet: string, day: string) => ({
    article: {
      ...makeArticle({ origin: `report-${n}.txt`, text }).article,
      outlet,
      published: { edtf: day, basis: "metadata" as const },
    },
    records: [],
    problems: [],
  });
  const edited = BACKGROUND.replace("three of the four", "all");
  await store.add(
    [
      report(0, `${OTHERS[0]}\n\n${BACKGROUND}`, "Lindal Courier", "2021-03-01"),
      report(1, `${OTHERS[1]}\n\n${edited}`, "The Valley Post", "2021-04-01"),
    ],
    "test",
  );
  await updatePassages(store);
  store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

test("prints each passage with its articles, the first one and the words that differ", async () => {
  const { code, stdout } = await runHere(["reuse", "--store", file]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^pas-\w+ {2}edited copy, 2 articles\n {2}Lake Tarma, which supplies/);
  expect(stdout).toMatch(/2021-03-01 {2}Lindal Courier {2}report-0\.txt {2}first\n/);
  expect(stdout).toContain("“all” for “three of the four”");
  expect(stdout).toMatch(/\n1 passage\n$/);
});

test("filters by outlet and by date; --json writes records", async () => {
  const list = async (...args: string[]) => {
    const { stdout } = await runHere(["reuse", "--store", file, "--json", ...args]);
    return stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as PassageRecord);
  };
  expect(await list("--outlet", "lindal courier")).toHaveLength(1);
  expect(await list("--outlet", "Harbour Times")).toEqual([]);
  expect(await list("--date", "2021-04")).toHaveLength(1);
  expect(await list("--date", "2021-04-02..")).toEqual([]);
  expect((await list("--date", "..2021-03"))[0]).toMatchObject({ kind: "passage", identical: false });
});

test("ranges of dates", async () => {
  expect(parseDateRange("2020-04-01..2020-04-30")).toEqual({ from: "2020-04-01", to: "2020-04-30" });
  expect(parseDateRange("2020-04")).toEqual({ from: "2020-04", to: "2020-04" });
  expect(parseDateRange("..2020")).toEqual({ to: "2020" });
  for (const typed of ["", "..", "2020..2021..2022", "April", "2020-13", "2021..2020"])
    expect(() => parseDateRange(typed), typed).toThrow(/--date/);
  const { code, stderr } = await runHere(["reuse", "--store", file, "--date", "soon"]);
  expect(code).toBe(2);
  expect(stderr).toContain("Expected FROM..TO");
});
