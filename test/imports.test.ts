import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const SRC = fileURLToPath(new URL("../src", import.meta.url));

/** A file imports from its own room or from one to the left. */
const ORDER = [
  "core",
  "learn",
  "article",
  "language",
  "mentions",
  "records",
  "corpus",
  "store",
  "views",
  "resources.ts",
  "pipeline.ts",
  "read-article.ts",
  "export",
  "serve",
  "cli",
  "index.ts",
];
/** These know only core (and themselves). */
const NARROW = new Set(["store", "views"]);

const room = (path: string) => relative(SRC, path).split("/")[0];
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((f) => f.endsWith(".ts"));

test("every room is in the order", () => {
  for (const file of files) expect(ORDER).toContain(file.split("/")[0]);
});

test.each(files)("%s imports from the left", (file) => {
  const path = join(SRC, file);
  const own = ORDER.indexOf(room(path));
  for (const [, target] of readFileSync(path, "utf8").matchAll(/from "(\.[^"]+)"/g)) {
    const from = room(join(dirname(path), target.replace(/\.js$/, ".ts")));
    expect(ORDER.indexOf(from), `${file} imports ${target}`).toBeLessThanOrEqual(own);
    if (NARROW.has(room(path))) expect([room(path), "core"], `${file} imports ${target}`).toContain(from);
  }
});
