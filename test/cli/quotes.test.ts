/** `rapporteur quotes`: statements with their chains. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { addQuotesCommand } from "../../src/cli/commands/quotes.js";
import { Store } from "../../src/store/store.js";
import { harbourReport } from "../serve/fixture.js";

const folder = mkdtempSync(join(tmpdir(), "rapporteur-quotes-"));
const file = join(folder, "harbour.duckdb");
beforeAll(async () => {
  const store = await Store.open(file);
  await store.add([harbourReport()], "test");
  store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function print(...args: string[]): Promise<string> {
  const program = new Command("rapporteur").exitOverride().configureOutput({ writeErr: () => {} });
  addQuotesCommand(program);
  let printed = "";
  const spy = vi.spyOn(process.stdout, "write").mockImplementation((piece) => {
    printed += String(piece);
    return true;
  });
  try {
    await program.parseAsync(["quotes", "--store", file, ...args], { from: "user" });
  } finally {
    spy.mockRestore();
  }
  return printed.replace(/\u001b\[\d+m/g, "");
}

test("each statement has its chain, cue, channel, date and place", async () => {
  const printed = await print();
  expect(printed).toContain("Radio Selm > two pilots > Ministry of Transport of Velmark (promise)");
  expect(printed).toContain("Tor Lund (tell, press conference)");
  expect(printed).toContain("2004-03-02  The Harbour Gazette  articles/ferry-talks.txt");
  expect(printed).toMatch(/8 statements\n$/);
});

test.each([
  [["--actor", "tor lund"], "1 statement"],
  [["--actor", "gov:velmark-transport"], "2 statements"],
  [["--mode", "direct"], "2 statements"],
  [["--date", "2004-03-01"], "1 statement"],
  [["--outlet", "Selm Mirror"], "0 statements"],
  [["--independent", "2"], "0 statements"],
  [["--most", "3"], "8 statements, 3 printed (--most prints more)"],
])("%j keeps %s", async (args, summary) => {
  expect(await print(...args)).toMatch(new RegExp(`${summary.replace(/[()]/g, "\\$&")}\n$`));
});

test("--json prints records as export writes them", async () => {
  const lines = (await print("--json", "--most", "2")).trim().split("\n");
  expect(lines.map((line) => JSON.parse(line).kind)).toEqual(["statement", "statement"]);
});
