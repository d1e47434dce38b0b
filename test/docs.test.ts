/** The docs name everything that a user meets: commands, options, kinds, fields, rules, problems, tables, pages. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeProgram } from "../src/cli/program.js";
import { PROBLEM_CODES, RECORD_KINDS } from "../src/core/records.js";
import { STATEMENT_RULES } from "../src/records/statement-draft.js";
import { createApp } from "../src/serve/app.js";
import { INNER_COLUMNS, Store } from "../src/store/store.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

/** The text below the heading `## name`, up to the next one. */
function sectionOf(doc: string, name: string): string {
  return new RegExp(`^## ${name}\\n([\\s\\S]*?)(?=^## |(?![\\s\\S]))`, "m").exec(doc)?.[1] ?? "";
}

/** Words in backticks. */
function codesOf(text: string): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code);
}

const commands = makeProgram().commands;
const COMMANDS = read("docs/commands.md");
const RECORD = read("docs/record.md");
const STORE = read("docs/store.md");

describe("commands", () => {
  test.each(
    commands.map((command) => [command.name(), command] as const),
  )("%s: its options, an example, a line in the README", (name, command) => {
    const section = sectionOf(COMMANDS, name);
    expect(section).toMatch(new RegExp(`^(.* \\| )?rapporteur ${name}\\b`, "m"));
    const options = [command, ...command.commands].flatMap((c) => [...c.options]);
    for (const option of options) {
      expect(codesOf(section), option.flags).toContain(option.flags);
      for (const choice of option.argChoices ?? []) expect(codesOf(section), option.flags).toContain(choice);
    }
    const documented = codesOf(section).filter((code) => /^--\w+/.test(code) && !code.includes("FILE"));
    for (const flags of documented) expect(options.map((o) => o.flags)).toContain(flags);
    expect(read("README.md")).toMatch(new RegExp(`rapporteur ${name}\\b|npm ${name}\\b`));
  });

  test("no command is documented that is not there", () => {
    const headings = [...COMMANDS.matchAll(/^## (.+)$/gm)].map(([, name]) => name);
    expect(headings).toEqual(commands.map((command) => command.name()));
  });

  test("exit codes", () => {
    for (const code of [0, 1, 2]) expect(COMMANDS).toMatch(new RegExp(`^\\| ${code} \\| `, "m"));
  });
});

describe("the record", () => {
  let columns: Map<string, string[]>;
  beforeAll(async () => {
    const store = await Store.open(":memory:");
    const rows = await store.query(
      "SELECT table_name, column_name FROM information_schema.columns ORDER BY ordinal_position",
    );
    store.close();
    columns = new Map();
    for (const row of rows) {
      const table = row.table_name as string;
      columns.set(table, [...(columns.get(table) ?? []), row.column_name as string]);
    }
  });

  test("every table of the store is named", () => {
    expect([...columns.keys()]).toEqual(expect.arrayContaining([...RECORD_KINDS]));
    for (const table of columns.keys()) expect(codesOf(STORE)).toContain(table);
  });

  test.each(RECORD_KINDS)("%s: every field", (kind) => {
    const documented = codesOf(sectionOf(RECORD, kind));
    const inner = codesOf(STORE).map((code) => code.replace(/^\w+\./, ""));
    for (const column of columns.get(kind) ?? []) {
      if (INNER_COLUMNS.has(column)) expect(inner).toContain(column);
      else expect(documented, `${kind}.${column}`).toContain(column);
    }
  });

  test.each(STATEMENT_RULES)("rule %s", (rule) => {
    expect(codesOf(sectionOf(RECORD, "statement"))).toContain(rule);
  });

  test("problem codes, no more and no fewer", () => {
    const rows = [...read("docs/problems.md").matchAll(/^\| `([^`]+)` \|/gm)].map(([, code]) => code);
    expect(rows.sort()).toEqual([...PROBLEM_CODES].sort());
  });
});

describe("pages", () => {
  let store: Store;
  beforeAll(async () => {
    store = await Store.open(":memory:");
  });
  afterAll(() => store.close());

  test("every address, and none beside", () => {
    const paths = createApp(store)
      .routes.filter((route) => route.method === "GET")
      .map((route) => route.path);
    const pages = paths.filter((path) => !/json|^\/assets\//.test(path));
    const documented = [...sectionOf(COMMANDS, "serve").matchAll(/^\| `(\/[^`]*)` \|/gm)].map(
      ([, path]) => path,
    );
    expect(documented.filter((path) => path !== "/assets/…").sort()).toEqual([...new Set(pages)].sort());
    for (const page of pages.filter((path) => path !== "/")) {
      const twin = page.endsWith(":id") ? page.replace(":id", ":id{.+\\.json}") : `${page}.json`;
      expect(paths).toContain(twin);
    }
  });
});

test("links between the docs lead somewhere", () => {
  const docs = ["README.md", ...readdirSync(join(ROOT, "docs")).map((name) => `docs/${name}`)];
  for (const doc of docs.filter((name) => name.endsWith(".md"))) {
    for (const [, target] of read(doc).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)) {
      expect(existsSync(join(ROOT, dirname(doc), target)), `${doc}: ${target}`).toBe(true);
    }
  }
});
