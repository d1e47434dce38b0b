/** `rapporteur accounts`: each answer on the word of the report that it is quoted from, and of no other. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runHere } from "./command.js";

const folder = mkdtempSync(join(tmpdir(), "rapporteur-accounts-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("where reports differ, answers stand side by side", async () => {
  const store = join(folder, "accounts.duckdb");
  expect((await runHere(["read", "examples/disagreeing", "--store", store])).code).toBe(0);
  const { code, stdout } = await runHere(["accounts", "--store", store]);
  expect(code).toBe(0);
  expect(stdout).toContain("How many people were killed?");
  const lines = stdout.split("\n");
  const onWord = (name: string) => lines.filter((line) => line.endsWith(`on the word of ${name}`));
  expect(onWord("Paul Okello").length).toBeGreaterThan(1);
  for (const line of onWord("Paul Okello")) expect(line).toContain("1-lakeside-herald.txt");
  for (const line of onWord("African Union")) expect(line).toContain("3-great-rift-post.txt");
}, 60_000);
