import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { DatingRecord } from "../../src/core/records.js";
import { readArticle } from "../../src/read-article.js";
import { parseHappenings } from "../../src/records/happening-table.js";
import { readMarkedSentence } from "../../src/records/marked-sentence.js";
import { loadResources } from "../../src/resources.js";

const HAPPENINGS = readFileSync("data/happenings/happenings.tsv", "utf8");
const ASPECTS = { text: readFileSync("data/happenings/aspects.tsv", "utf8"), origin: "aspects.tsv" };
const resources = await loadResources();

function datingsOf(text: string): DatingRecord[] {
  return readArticle(text, resources).records.filter((r) => r.kind === "dating");
}

const rows = HAPPENINGS.trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t"));

test.each(
  rows.map(([happening, , , example]) => [happening, example] as const),
)("%s: %s", (happening, marked) => {
  const { text, parts } = readMarkedSentence(marked);
  const word = (part: string) => {
    const { start, end } = parts.find((p) => p.part === part)!;
    return text.slice(start, end);
  };
  const found = datingsOf(text).find((d) => d.happening === happening);
  expect(found?.evidence.map((e) => [e.part, e.text])).toEqual(
    expect.arrayContaining([
      ["trigger", word("trigger")],
      ["date", word("date")],
    ]),
  );
});

describe("datings", () => {
  test("say what part of the happening they date", () => {
    const [begin] = datingsOf("The war between Chad and Libya began in 1978.");
    const [end] = datingsOf("The war between Chad and Libya ended in 1987.");
    expect([begin.aspect, begin.date.edtf, end.aspect, end.date.edtf]).toEqual([
      "begin",
      "1978",
      "end",
      "1987",
    ]);
    expect(begin.parties.map(({ country }) => country)).toEqual(["TCD", "LBY"]);
  });

  test("the day of a statement dates nothing else", () => {
    expect(datingsOf("The election was fair, the Foreign Ministry of Ghana said on 9 May 2001.")).toEqual([]);
  });
});

test.each([
  [
    "a window that is none",
    "happening\tnouns\twindow\texample\nvote\tvote\tsoon\t",
    /happenings\.tsv:2:11: "soon" is no number of days/,
  ],
  [
    "a class twice",
    "happening\tnouns\twindow\texample\nvote\tvote\t3\t\nvote\tpoll\t3\t",
    /happenings\.tsv:3:1: "vote" stands twice/,
  ],
])("refuses %s", (_, text, message) => {
  expect(() => parseHappenings({ text, origin: "happenings.tsv" }, ASPECTS)).toThrow(message);
});
