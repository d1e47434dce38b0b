import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { PositionRecord } from "../../src/core/records.js";
import { readArticle } from "../../src/read-article.js";
import { parseStanceTable } from "../../src/records/stance-table.js";
import { loadResources } from "../../src/resources.js";

const resources = await loadResources();
const table = parseStanceTable(
  readFileSync("data/positions/stances.tsv", "utf8"),
  "data/positions/stances.tsv",
);

function positionsOf(text: string): PositionRecord[] {
  return readArticle(text, resources).records.filter((r) => r.kind === "position");
}

test.each(
  table.rows.map((row) => [row.line, row.example.text, row] as const),
)("stances.tsv:%i %s", (_, text, row) => {
  const mark = (part: string) => {
    const { start, end } = row.example.parts.find((p) => p.part === part)!;
    return text.slice(start, end);
  };
  const found = positionsOf(text);
  const summary = found.map((p) => ({
    trigger: p.evidence.find((e) => e.part === "trigger")?.text,
    issue: p.evidence.find((e) => e.part === "issue")?.text,
    stance: p.stance,
  }));
  const own = found.find(
    (p) =>
      mark("trigger").includes(p.evidence.find((e) => e.part === "trigger")!.text) &&
      overlap(p.evidence.find((e) => e.part === "issue")!.text, mark("issue")),
  );
  expect(own, JSON.stringify(summary)).toBeDefined();
  if (row.stance !== "judged") expect(own?.stance).toBe(row.stance);
});

test.each(
  table.rows.filter((row) => row.negative !== null).map((row) => [row.line, row.negative!] as const),
)("stances.tsv:%i tells none: %s", (_, text) => {
  expect(positionsOf(text)).toEqual([]);
});

/** One is part of the other. */
function overlap(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}
