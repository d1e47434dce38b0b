import { expect, test } from "vitest";
import type { StatementRecord } from "../../src/core/records.js";
import { measureDepths, nestStatements, type StatementNode } from "../../src/views/statement-tree.js";

/** Statements from `id` or `id<parent`. */
function statements(...ids: string[]): StatementRecord[] {
  return ids.map((text) => {
    const [id, parent = null] = text.split("<");
    return { id, parent } as unknown as StatementRecord;
  });
}

function show(nodes: readonly StatementNode[]): string {
  return nodes.map((n) => n.statement.id + (n.children.length > 0 ? `(${show(n.children)})` : "")).join(" ");
}

test.each([
  [["a", "b<a", "c<b", "d<a", "e"], "a(b(c) d) e"],
  [["c<b", "b<a", "a"], "a(b(c))"],
  [["a<missing", "b<a"], "a(b)"],
  [["a<a"], "a"],
  [["a<b", "b<a", "c<b"], "a b(c)"],
])("nests %j as %s", (list, expected) => {
  expect(show(nestStatements(statements(...list)))).toBe(expected);
});

test("a chain of ten thousand is measured without running out of stack", () => {
  const chain = Array.from({ length: 10_000 }, (_, i) => (i === 0 ? "0" : `${i}<${i - 1}`));
  expect(measureDepths(statements(...chain.reverse())).get("9999")).toBe(9999);
});
