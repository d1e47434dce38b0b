import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runHere } from "./command.js";

const SHARED =
  "The ministry said on Friday that the ferry between the two ports would sail again once inspectors had " +
  "looked at its hull, its engines and its lifeboats, and that nobody had been hurt when it ran aground.";
const REPORT = `AMMAN, 3 May 2019 - Jordan supports a new round of talks on water, Foreign Minister Samira Haddad said.

Jordanian troops detained 14 fishermen near Aqaba on 29 April. The elections were held on 12 March in Jordan.

${SHARED}`;

let folder: string;
let store: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rapporteur-explain-"));
  store = join(folder, "store.duckdb");
  writeFileSync(join(folder, "a.txt"), REPORT);
  writeFileSync(
    join(folder, "b.txt"),
    `ZARQA, 5 May 2019 - The port was quiet at dawn and gulls stood on the quay.\n\n${SHARED}`,
  );
  expect((await runHere(["read", folder, "--store", store, "--quiet"])).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function findId(kind: string): Promise<string> {
  const { stdout } = await runHere(["export", "--store", store, "--kind", kind]);
  return JSON.parse(stdout.split("\n")[0]).id;
}

async function explain(kind: string): Promise<string> {
  return (await runHere(["explain", await findId(kind), "--store", store])).stdout;
}

async function explainAsJson(kind: string) {
  return JSON.parse((await runHere(["explain", await findId(kind), "--store", store, "--json"])).stdout);
}

describe("rapporteur explain ID", () => {
  test("a figure: the row that made it one, who did it, when and where", async () => {
    const text = await explain("quantity");
    expect(text).toMatch(/\n {2}data\/quantities\/measures\.tsv:\d+ .*detain/);
    expect(text).toMatch(/actor +Jordanian troops → office:JOR:armed-forces/);
    expect(text).toMatch(/date +29 April → 2019-04-29 \(publication\)/);
  });

  test("a position: the row, and how its holder was linked", async () => {
    const { row, links } = await explainAsJson("position");
    expect(row.at).toMatch(/^data\/positions\/stances\.tsv:\d+$/);
    expect(links[0]).toMatchObject({ part: "holder", is: "actor", ref: { id: "state:JOR" } });
    expect(links[0].names[0].readings).toContainEqual(expect.objectContaining({ verdict: "taken" }));
  });

  test("an office: the parts of the phrase", async () => {
    const text = await explain("role");
    expect(text).toMatch(/^titled name {2}a title beside a name/);
    expect(text).toMatch(/Foreign Minister: foreign-minister .* read as part of the phrase/);
  });

  test("a dated happening: its place, and the other places of the name", async () => {
    const text = await explain("dating");
    expect(text).toMatch(/place +Jordan → Jordan \(country; JOR;/);
    expect(text).toMatch(/\n {2}not Jordan \(/);
  });

  test("a statement and an event: their links behind what coded them", async () => {
    expect(await explainAsJson("statement")).toMatchObject({ statements: [{}], links: [{ is: "actor" }] });
    expect((await explainAsJson("event")).events.length).toBeGreaterThan(0);
  });

  test("a passage: where it stands and which had it first", async () => {
    const [rule, places, differences] = (await explain("passage")).split("\n\n");
    expect(rule).toMatch(/^same words/);
    expect(places).toMatch(/2019-05-03 .*first, by its date/);
    expect(differences).toBe("no words differ\n");
  });

  test("an actor: as rapporteur actors shows it", async () => {
    const { stdout } = await runHere(["explain", "state:JOR", "--store", store]);
    expect(stdout).toMatch(/in this store\n {2}state:JOR {2}Jordan {2}\d+ times/);
  });

  test("an article is nothing that was inferred", async () => {
    const { code, stderr } = await runHere(["explain", await findId("article"), "--store", store]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/no record that can be explained/);
  });
});
