/** `rapporteur positions` and `timeline`: the views of the pages in a terminal. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { addPositionsCommand } from "../../src/cli/commands/positions.js";
import { addTimelineCommand } from "../../src/cli/commands/timeline.js";
import { Store } from "../../src/store/store.js";
import { writeDamStore } from "../serve/fixture-records.js";

let folder: string;
let file: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rapporteur-views-"));
  file = join(folder, "dam.duckdb");
  const store = await Store.open(file);
  await writeDamStore(store);
  store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function print(...args: string[]): Promise<string> {
  const program = new Command("rapporteur").exitOverride().configureOutput({ writeErr: () => {} });
  addPositionsCommand(program);
  addTimelineCommand(program);
  let printed = "";
  const spy = vi.spyOn(process.stdout, "write").mockImplementation((piece) => {
    printed += String(piece);
    return true;
  });
  try {
    await program.parseAsync([args[0], "--store", file, ...args.slice(1)], { from: "user" });
  } finally {
    spy.mockRestore();
  }
  return printed.replace(/\u001b\[\d+m/g, "");
}

test("positions: sign, holder, issue, word and outlet", async () => {
  const printed = await print("positions", "--actor", "orrin", "--issue", "issue:dam");
  expect(printed).toContain("+ Orrin: dam on the Upper Sill");
  expect(printed).toContain("on the word of Ana Lind  Sill Courier  dam/courier.txt");
  expect(printed).toMatch(/1 position\n$/);
  expect(await print("positions", "--stance", "against")).toContain("− Talé");
  expect(await print("positions", "--most", "1")).toContain("4 positions, 1 printed");
  const lines = (await print("positions", "--json")).trim().split("\n");
  expect(lines.map((line) => JSON.parse(line).kind)).toEqual(Array(4).fill("position"));
});

test("timeline: in order of time, with reports counted", async () => {
  const printed = await print("timeline");
  expect(printed.indexOf("197X")).toBeLessThan(printed.indexOf("2009-05-04"));
  expect(printed).toContain("2 independent of 3 reports");
  expect(printed).toContain("reported 2009-05-06  Talé PROTEST (denied)");
  expect(await print("timeline", "--date", "2009-05..", "--status", "planned")).toMatch(/1 story\n$/);
  expect(
    JSON.parse(await print("timeline", "--recency", "background", "--most", "1", "--json")),
  ).toMatchObject({ placed: "197X", lane: "background" });
});

test("wrong options are errors that say what was expected", async () => {
  await expect(print("timeline", "--independent", "0")).rejects.toThrow("Expected a whole number from 1");
  await expect(print("timeline", "--status", "over")).rejects.toThrow("Allowed choices are asserted");
  await expect(print("positions", "--date", "soon")).rejects.toMatchObject({ code: "invalid-date-range" });
});
