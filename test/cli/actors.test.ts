import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runHere } from "./command.js";

let folder: string;
let store: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rapporteur-actors-"));
  store = join(folder, "store.duckdb");
  writeFileSync(
    join(folder, "a.txt"),
    "KAMPALA, 3 May 2019 - The Lake Guardians said they had left the island.\n\n" +
      "Uganda welcomed the move, the Lake Guardians said.",
  );
  writeFileSync(join(folder, "mine.tsv"), "name\tkind\tcountry\nLake Guardians\tarmed group\tUGA\n");
  const args = [
    "read",
    join(folder, "a.txt"),
    "--store",
    store,
    "--actors",
    join(folder, "mine.tsv"),
    "--quiet",
  ];
  expect((await runHere(args)).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("rapporteur actors", () => {
  test("lists whom the store speaks of, the user's own among them", async () => {
    const { code, stdout } = await runHere(["actors", "--store", store, "--json"]);
    expect(code).toBe(0);
    const actors = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const guardians = actors.find(({ id }) => id === "group:lake-guardians");
    expect(guardians).toMatchObject({ name: "Lake Guardians", country: "UGA", parts: { source: 2 } });
    const listed = (await runHere(["actors", "--store", store, "--limit", "1"])).stdout;
    expect(listed).toMatch(/more with --limit 0/);
  });

  test("a name: where it stands in the store, what it can mean, who held its offices", async () => {
    const { stdout } = await runHere(["actors", "Uganda", "--store", store]);
    expect(stdout).toMatch(/in this store\n {2}state:UGA {2}Uganda {2}\d+ times? in 1 article/);
    expect(stdout).toMatch(/can stand for\n {2}state:UGA/);
    expect(stdout).toMatch(/offices\n/);
  });

  test.each([
    [["actors", "Nobody At All"], /Nobody At All: neither the tables of actors nor/],
    [["actors", "--limit", "many"], /--limit many: found "many", expected a whole number/],
  ])("%j is refused", async (args, message) => {
    const { code, stderr } = await runHere([...args, "--store", store]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
