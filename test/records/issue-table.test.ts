import { expect, test } from "vitest";
import type { PositionRecord } from "../../src/core/records.js";
import { readArticle } from "../../src/read-article.js";
import { IssueTable } from "../../src/records/issue-table.js";
import { loadResources } from "../../src/resources.js";

const HEADER = "id\tlabel\twordings";
const TABLE = `${HEADER}\ntruce\tA truce in Yemen\ttruce yemen|end hostilities yemen\nany-truce\tAny truce\tceasefire`;

test("the wording of most words wins, in any order", () => {
  const table = IssueTable.parse(TABLE, "issues.tsv");
  expect(table.find(new Set(["truce", "in", "yemen", "ceasefire"]))?.id).toBe("issue:truce");
  expect(table.find(new Set(["lasting", "ceasefire"]))?.id).toBe("issue:any-truce");
  expect(table.find(new Set(["yemen"]))).toBeUndefined();
});

test("positions take the names that the user gives", async () => {
  const resources = { ...(await loadResources()), issues: IssueTable.parse(TABLE, "issues.tsv") };
  const issuesOf = (text: string) =>
    readArticle(text, resources)
      .records.filter((r): r is PositionRecord => r.kind === "position")
      .map(({ issue }) => issue.id);
  expect(issuesOf("Oman supports a truce in Yemen.")).toEqual(["issue:truce"]);
  expect(issuesOf("Kuwait called for an end to hostilities in Yemen.")).toEqual(["issue:truce"]);
});

test.each([
  ["an id with a space", `${HEADER}\na b\tB\tb`, /issues\.tsv:2:1: the id "a b" is not lower-case/],
  ["an id twice", `${HEADER}\nb\tB\tb\nb\tC\tc`, /issues\.tsv:3:1: the id "b" stands at line 2 already/],
  ["no wording", `${HEADER}\nb\tB\t`, /issues\.tsv:2:5: no wording is given/],
  ["another header", "id\tname", /issues\.tsv:1:1: the header is not/],
])("refuses %s, and says where the columns are explained", (_, text, message) => {
  expect(() => IssueTable.parse(text, "issues.tsv")).toThrow(message);
  expect(() => IssueTable.parse(text, "issues.tsv")).toThrow(
    expect.objectContaining({ hint: expect.stringContaining("data/positions/README.md") }),
  );
});
