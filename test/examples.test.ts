/** The examples of the library run, and leave no export out. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import * as library from "../src/index.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const EXAMPLES = readdirSync(join(ROOT, "examples/api")).filter((name) => name.endsWith(".ts"));

/** What an example imports from the package by name, types aside. */
function importsOf(example: string): string[] {
  const source = readFileSync(join(ROOT, "examples/api", example), "utf8");
  return [...source.matchAll(/import \{([^}]*)\} from "rapporteur"/g)]
    .flatMap(([, names]) => names.split(","))
    .map((name) => name.trim())
    .filter((name) => name !== "" && !name.startsWith("type "));
}

describe("examples/api", () => {
  test.each(Object.keys(library))("%s has an example", (name) => {
    expect(EXAMPLES.flatMap(importsOf)).toContain(name);
  });

  test.each(EXAMPLES)("%s runs and prints something", { timeout: 120_000 }, (example) => {
    const path = join("examples/api", example);
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", path], {
      cwd: ROOT,
      encoding: "utf8",
    });
    expect(status, stderr).toBe(0);
    expect(stdout.trim()).not.toBe("");
    expect(readFileSync(join(ROOT, path), "utf8")).toContain(`npx tsx ${path.replaceAll("\\", "/")}`);
  });
});
