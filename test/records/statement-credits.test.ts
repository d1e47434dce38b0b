/** Agencies and other media as outermost links, whoever they pass on and however they are credited. */
import { beforeAll, describe, expect, test } from "vitest";
import type { StatementRecord } from "../../src/core/records.js";
import { readArticle } from "../../src/read-article.js";
import { loadResources, type Resources } from "../../src/resources.js";

let resources: Resources;
beforeAll(async () => {
  resources = await loadResources();
});

function read(text: string) {
  const { article, records } = readArticle(text, resources, { origin: "test", published: "2021-03-04" });
  return { article, statements: records.filter((record) => record.kind === "statement") };
}

/** Names from the outermost link to the source. */
function chainOf({ attribution, source }: StatementRecord): (string | undefined)[] {
  return [...attribution, source].map((actor) => actor?.name);
}

describe("an agency that the whole report is credited to is the article's", () => {
  test.each([
    ["NAIROBI (Reuters) - Kenya's finance minister said on Monday that the levy would go.", "Reuters"],
    ["BAKU, Oct 23 (Trend) — The border commission will meet in May, a spokesman said.", "Trend"],
    ["(AFP) - Mali's junta said it would hold a vote.", "Agence France-Presse"],
    ["MOSCOW, October 23. /TASS/. The treaty is dead, the ambassador said.", "TASS"],
    ["HANOI, March 3 (Xinhua) -- Viet Nam said it would export more rice.", "Xinhua"],
    ["Harbour closes\n\nBy AFP\n\nThe harbour will close, the minister said.", "Agence France-Presse"],
    ["Dam is safe\n\nThe dam is safe, the engineer said.\n\nSource: Interfax", "Interfax"],
    ["Dam is safe\n\nThe dam is safe, the engineer said on Monday. —Xinhua", "Xinhua"],
    ["Dam is safe\n\nThe dam is safe, the engineer said on Monday.\n\n— AFP", "Agence France-Presse"],
    ["Dam is safe\n\nThe dam is safe, the engineer said. (ANSA)", "ANSA"],
    ["Dam is safe\n\nThe dam is safe, the engineer said. Reuters", "Reuters"],
    ["Dam is safe\n\nThe dam is safe, the engineer said, Trend reports on Oct.23.", "Trend"],
  ])("%s", (text, agency) => {
    const { article, statements } = read(text);
    expect(article.agency).toBe(agency);
    expect(article.evidence.some(({ part }) => part === "agency")).toBe(true);
    expect(statements.length).toBeGreaterThan(0);
  });

  test("what somebody said about a city that ends a line is no credit", () => {
    expect(
      read("Dam is safe\n\nThe dam is safe, said the engineer of the harbour (Malta).").article.agency,
    ).toBeNull();
  });
});

describe("a medium that one sentence credits is its outermost link", () => {
  test.each([
    ["The border is closed, the colonel told Reuters.", ["Reuters", "colonel"]],
    ["The premier told state news agency APS that the gas would flow.", ["APS", "premier"]],
    ["The ship had turned, a pilot told the Interfax news agency on Monday.", ["Interfax", "pilot"]],
    ["In an interview with Der Spiegel, the abbot said the tax would fall.", ["Der Spiegel", "abbot"]],
    ["The envoy said in an interview with CNN that the truce would hold.", ["CNN", "envoy"]],
    ["The consul, quoted by the ANI agency, said the truce would hold.", ["ANI", "consul"]],
    ["According to Xinhua, the abbot said the reef was quiet.", ["Xinhua", "abbot"]],
    ["Reuters reported that the general had denied the raid.", ["Reuters", "general"]],
    ["The general denied the raid, Al Jazeera reported.", ["Al Jazeera", "general"]],
    ["The gas will flow, APS quoted the premier as saying.", ["APS", "premier"]],
    ["APS quoted the premier as saying that the gas would flow.", ["APS", "premier"]],
    ['"We will not sign," the consul was quoted as saying by TASS.', ["TASS", "consul"]],
    ["The pass is shut, Interfax reported, citing the governor.", ["Interfax", "governor"]],
    // A report that closes the sentence, behind another.
    ['"The reef is ours," the Samoan president remarked, IRNA reported.', ["IRNA", "president of Samoa"]],
    ["The Fijian side confirms the truce, Asia-Plus reports, citing the pilots.", ["Asia-Plus", "pilots"]],
    ["The consul said in Lima that the vote had failed, BelTA reports.", ["BelTA", "consul"]],
    [
      "The two sides will swap prisoners in May, Kenya's mining minister said on Monday, the Harbour Post reported.",
      ["Harbour Post", "mining minister of Kenya"],
    ],
    ['"Nothing is agreed," said the envoy, The Guardian wrote on 4 May.', ["The Guardian", "envoy"]],
    ["The note lists four ports, a Lao pilot who had read it told The Cedar Post.", ["pilot of Laos"]],
    // A source set off at the end is the whole sentence's.
    [
      "Peru's delegate had told the Council that his orders had not arrived, according to Andes Press.",
      ["Andes Press", "delegate of Peru"],
    ],
    ["The letter says the mayor had sold the mill, according to Reuters.", ["Reuters", "letter"]],
    ["Reuters said ten had died, according to the police.", ["Reuters", "police"]],
    [
      "IRNA, citing a ministry spokesman, reported that the strait was open.",
      ["IRNA", "spokesman of ministry"],
    ],
    [
      "Quoting a defence source, Interfax said that the ship had turned back.",
      ["Interfax", "defence source"],
    ],
  ])("%s", (text, chain) => {
    const { statements } = read(text);
    expect(statements.map(chainOf)).toContainEqual(chain);
  });

  test.each([
    "If talks fail, Ethiopia said on Tuesday, it will fill the dam.",
    "Chad closed its border and left, Niger said.",
  ])("%s: one statement", (text) => expect(read(text).statements).toHaveLength(1));

  test("two reports of one text are each on the word of whom they cite", () => {
    const { statements } = read(
      "The pass is shut, Interfax reported, citing the governor. The port is open, Reuters reported, citing the mayor.",
    );
    const cited = statements.filter(({ rule }) => rule === "cited-source");
    expect(cited.map(({ source }) => source?.text)).toEqual(["the governor", "the mayor"]);
    expect(cited.every(({ parent }) => parent !== null)).toBe(true);
  });

  test("reasons that are cited are nobody", () => {
    const { statements } = read("The airline shut the route, Interfax reported, citing security concerns.");
    expect(statements.every(({ attribution }) => attribution.length === 0)).toBe(true);
  });

  test("a quoted speaker's words lie inside those of who quotes him", () => {
    const { statements } = read("APS quoted the premier as saying that the gas would flow.");
    const [outer, inner] = statements;
    expect([outer.source?.name, inner.parent, inner.content]).toEqual([
      "APS",
      outer.id,
      "that the gas would flow",
    ]);
  });
});
