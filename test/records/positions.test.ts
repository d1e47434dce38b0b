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
  if (row.stance !== "judged" && row.stance !== "same") expect(own?.stance).toBe(row.stance);
});

test.each(
  table.rows.filter((row) => row.negative !== null).map((row) => [row.line, row.negative!] as const),
)("stances.tsv:%i tells none: %s", (_, text) => {
  expect(positionsOf(text)).toEqual([]);
});

/** What the rows of the table cannot say: whose a text is, what "it" is, who is only asked. */
test.each([
  [
    "The council of Zanzibar passed a motion that condemns the tariff.",
    ["council of Zanzibar against tariff"],
  ],
  ["The Finnish draft calls for an inquiry into the spill.", ["Finland favor inquiry into spill"]],
  [
    "The African Union adopted a resolution on the drought. It calls for a relief fund.",
    ["African Union favor relief fund"],
  ],
  ["Panama vetoed the text. It had called for a relief fund.", ["Panama against text"]],
  ["Members of the Arab League rejected the tariff.", ["Members of the Arab League against tariff"]],
  [
    "Members of the Arab League, among them Oman and Qatar, rejected the tariff.",
    ["Oman+Qatar against tariff"],
  ],
  ["The envoy of Ghana told reporters that his country rejected the tariff.", ["Ghana against tariff"]],
  ["Peru and Chile said that they opposed the dam.", ["Peru+Chile against dam"]],
  ["Palau was one of six states that opposed the dam.", ["Palau against dam"]],
  ["A plan backed by Togo failed.", ["Togo favor plan"]],
  ["Ghana criticised the levy. Togo welcomed it.", ["Ghana against levy", "Togo favor levy"]],
  ["The levy was raised on Monday. Togo welcomed it.", ["Togo favor levy"]],
  ["Ghana criticised the levy, which Togo supports.", ["Ghana against levy", "Togo favor levy"]],
  ["No state can accept the dam, Egypt said.", ["Egypt against dam"]],
  ["Egypt denied that Sudan had any right to build the dam.", ["Egypt against construction of dam"]],
  ["Madrid will hold talks only after the embargo is lifted.", ["Spain favor holding of talks"]],
  ["Norway is not in favour of the quota.", ["Norway against quota"]],
  ["Norway urged the fishermen to leave the bay.", ["Norway favor leave bay"]],
  ["Norway asked the fishermen not to leave the bay.", ["Norway against leave bay"]],
  ["Norway suggested that the quota was a trick.", []],
  ["Would Norway accept the quota?", []],
  ["Norway denied that it supported the quota.", []],
  ["Norway should support the quota.", []],
  ["The prime minister, who was criticised for the quota, resigned.", []],
  ["Norway declined to comment on the quota.", []],
  ["Norway has yet to endorse the quota.", []],
  ["Norway cannot ignore the quota.", []],
  ["Norway sold the recommended quota.", []],
  ["Norway did not yield, even as Chile called for a quota.", ["Chile favor quota"]],
  ["Norway called the quota new on Monday.", []],
])("%s", (text, wanted) => {
  const found = positionsOf(text).map(
    ({ holders, stance, issue }) => `${holders.map(({ name }) => name).join("+")} ${stance} ${issue.label}`,
  );
  expect(found).toEqual(wanted);
});

/** One is part of the other. */
function overlap(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}
