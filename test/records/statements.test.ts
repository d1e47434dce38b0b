/** Statements of single sentences: on whose word they stand, and by which channel they were made. */
import { beforeAll, describe, expect, test } from "vitest";
import type { StatementRecord } from "../../src/core/records.js";
import { readArticle } from "../../src/read-article.js";
import { loadResources, type Resources } from "../../src/resources.js";

let resources: Resources;
beforeAll(async () => {
  resources = await loadResources();
});

function readStatements(text: string): StatementRecord[] {
  const { records } = readArticle(text, resources, { origin: "test", published: "2021-03-04" });
  return records.filter((record) => record.kind === "statement");
}

/** Channel of the statement whose content holds `words`. */
function channelOf(text: string, words: string): string | null | undefined {
  return readStatements(text).findLast(({ content }) => content.includes(words))?.channel;
}

describe("the channel of a statement", () => {
  test.each([
    [
      "The coach said at a press conference that the final would be replayed.",
      "replayed",
      "press conference",
    ],
    ["The mayor told a news conference in Quito that the dam had held.", "the dam", "press conference"],
    [
      "In an interview with a Nairobi daily, the minister said the railway was paid for.",
      "railway",
      "interview",
    ],
    ["The envoy said by telephone that both crews were free.", "crews", "telephone"],
    [
      "In a statement read on state television, the officers said the port was open.",
      "the port",
      "statement",
    ],
    ["The guild said in a statement posted on its website that fees would rise.", "fees", "statement"],
    ["The admiral said on state television that the strait was safe.", "strait", "broadcast"],
    ["The bishop wrote in a letter to the king that the fast was over.", "fast", "letter"],
    ["Peru's note demands the return of the trawler.", "return", "note verbale"],
    ["The navy sent a letter in which it asks for the trawler to be returned.", "trawler", "letter"],
    [
      "The two ministers issued a joint statement in Accra. It says they will share the river.",
      "river",
      "statement",
    ],
    ["The resolution names three ports. It asks members to keep them open.", "members", "resolution"],
    ["The president's telegram is dated Friday. Leave the island, it said.", "island", "telegram"],
    ["The bishop denounced the raid in a letter to the king.", "the raid", "letter"],
    ["The Chadian note to Tripoli described the raid as a breach of the treaty.", "breach", "note verbale"],
  ])("%s", (text, words, channel) => {
    expect(channelOf(text, words)).toBe(channel);
  });

  test("of an outer statement is not that of the inner one", () => {
    const text = "Chile opposes the plan, the spokesman said at a press conference in Lima.";
    const [outer, inner] = readStatements(text);
    expect([outer.channel, inner.parent, inner.channel]).toEqual(["press conference", outer.id, null]);
  });
});

test("what is told in a document ends before it", () => {
  const [statement] = readStatements("The bishop denounced the raid in a letter to the king.");
  expect(statement.content).toBe("the raid");
});

test.each([
  [
    "The Chadian note to Tripoli described the raid as a breach of the treaty.",
    "Chadian note to Tripoli",
    "TCD",
  ],
  ["Kampala radio reported that the bridge had been retaken.", "Kampala radio", undefined],
  ["The Lima Herald reported that ships had left. The letter said the port was shut.", "letter", undefined],
  ["The resolution names three ports. It asks members to keep them open.", "resolution", undefined],
  ["Peru's note named three ports. It asked Chile to keep them open.", "Peru", "PER"],
])("%s: whose", (text, name, country) => {
  const { source } = readStatements(text).at(-1)!;
  expect([source?.name, source?.country]).toEqual([name, country]);
});

describe("on whose word", () => {
  test.each([
    ["The talks will go on, the minister told Armenpress.", ["Armenpress"]],
    ["The harbour is open, the mayor told Radio Lagoon.", ["Radio Lagoon"]],
    ["The pass was quiet, a colonel told the Harbour Gazette.", ["Harbour Gazette"]],
    ["The harbour is open, the mayor told reporters.", []],
    ["The harbour is open, the mayor told a news agency.", []],
  ])("%s", (text, chain) => {
    const [statement] = readStatements(text);
    expect(statement.attribution.map(({ name }) => name)).toEqual(chain);
  });

  test("who is quoted as saying something is the source of it", () => {
    const text = "The weekly quoted an elder in Wajir as saying that the wells were poisoned.";
    const inner = readStatements(text).find(({ parent }) => parent !== null);
    const source = inner?.evidence.filter(({ part }) => part === "source").map((e) => e.text);
    expect(source).toEqual(["an elder in Wajir"]);
    expect(inner?.attribution).toHaveLength(1);
  });
});

describe("a that-clause behind a noun", () => {
  test.each([
    ["The dean said in an email that the hall was closed.", "the hall was closed"],
    ["The admiral told a hearing in Manila that the hull was thin.", "the hull was thin"],
    ["The ministry said in a note on Sunday that the bridge was mined.", "the bridge was mined"],
  ])("%s", (text, content) => {
    expect(readStatements(text).map((s) => s.content.replace(/^that /, ""))).toContain(content);
  });

  test("that describes the noun stays with it", () => {
    const text = "The porter lost a letter that the queen had written.";
    expect(readStatements(text)).toEqual([]);
  });
});

describe("how a content is quoted", () => {
  test.each([
    ['The ministry called the map "a provocation".', "mixed"],
    ['The envoy said the offer was "absurd".', "mixed"],
    ['The envoy said that "the offer is a good one for all of us".', "direct"],
    ["The envoy said the offer was absurd.", "indirect"],
    ['The envoy said the so-called "elections" were over.', "indirect"],
    ['The envoy said the "elections" were over.', "indirect"],
    ['The general said Operation "Iron Gate" was over.', "indirect"],
  ])("%s", (text, mode) => {
    expect(readStatements(text)[0].mode).toBe(mode);
  });
});
