/** On what occasion and when something was said: what belongs to the saying, and what does not. */
import { beforeAll, describe, expect, test } from "vitest";
import type { StatementRecord } from "../../src/core/records.js";
import { readArticle } from "../../src/read-article.js";
import { loadResources, type Resources } from "../../src/resources.js";

let resources: Resources;
beforeAll(async () => {
  resources = await loadResources();
});

/** The statement whose content holds `words`; the day of the report is a Thursday. */
function findStatement(text: string, words: string): StatementRecord {
  const { article, records } = readArticle(text, resources, { origin: "test", published: "2021-03-04" });
  const found = records
    .filter((record) => record.kind === "statement")
    .findLast(({ content }) => content.includes(words));
  if (found === undefined) throw new Error(`no statement holds "${words}"`);
  for (const { start, end, text } of found.evidence) expect(article.text.slice(start, end)).toBe(text);
  return found;
}

describe("the occasion of a statement", () => {
  test.each([
    [
      "The regent said at a press conference in Dili that the port was safe.",
      "port",
      "at a press conference in Dili",
    ],
    [
      "In a speech at the UN General Assembly, Togo's president called for a truce.",
      "truce",
      "In a speech at the UN General Assembly",
    ],
    [
      "Speaking on the sidelines of the summit in Suva, the envoy said the reef would be shared.",
      "reef",
      "on the sidelines of the summit in Suva",
    ],
    ["Commenting on the vote, the bishop said the count was fair.", "count", "Commenting on the vote"],
    [
      "The minister said at a ceremony marking the anniversary of the flood that the dam was safe.",
      "dam",
      "at a ceremony marking the anniversary of the flood",
    ],
    [
      "The dyke will hold, the engineer said. She was speaking at a fair in Oruro.",
      "dyke",
      "at a fair in Oruro",
    ],
    [
      "The envoy, speaking during a visit to Malé, said the ferry was late.",
      "ferry",
      "during a visit to Malé",
    ],
    [
      "The bill is dead, the whip said after talks with the strikers.",
      "bill",
      "after talks with the strikers",
    ],
    ["The whip told a rally in Kisumu that the bill was dead.", "bill", "a rally in Kisumu"],
  ])("%s", (text, words, occasion) => {
    const statement = findStatement(text, words);
    expect(statement.occasion).toBe(occasion);
    expect(statement.evidence.filter(({ part }) => part === "occasion").map((e) => e.text)).toEqual([
      occasion,
    ]);
  });

  test.each([
    ["The chair of the summit said the ferry was late.", "ferry"],
    ["The bishop, who had attended the funeral, said the roads were closed.", "roads"],
    ["The general visited the fair. The roads were closed, an aide said.", "roads"],
    ["The envoy said the talks in Suva had failed.", "talks"],
    ["The minister said in a letter that the ferry was late.", "ferry"],
  ])("is not told by: %s", (text, words) => {
    expect(findStatement(text, words).occasion).toBeNull();
  });
});

describe("the date of a statement", () => {
  test.each([
    ["The abbot said on Tuesday that the well was dry.", "well", "2021-03-02"],
    ["In a letter of 1 March, the guild asked the mayor for lamps.", "lamps", "2021-03-01"],
    ["In a letter sent on Monday to the guild, the mayor said the lamps were lit.", "lamps", "2021-03-01"],
    ["The mayor told a news conference in Bern on Wednesday that the lamps were lit.", "lamps", "2021-03-03"],
    ["On Monday the queen visited the yard and said the ferry was late.", "ferry", "2021-03-01"],
    ["The pass is shut, the abbot wrote on Tuesday in an editorial.", "pass", "2021-03-02"],
    ["The guild denied the report on Monday and called it a fraud.", "fraud", "2021-03-01"],
  ])("%s", (text, words, date) => {
    expect(findStatement(text, words).date?.edtf).toBe(date);
  });

  test.each([
    ["On Tuesday, she says, rebels burned the mill.", "burned the mill"],
    ["The minister, in office since 2017, said the dam was safe.", "dam"],
    ["The envoy said at a ceremony marking the anniversary of the 1994 flood that the dam was safe.", "dam"],
    ["The union's leader, who was jailed in 2016, denied the charge.", "charge"],
  ])("is not told by: %s", (text, words) => {
    expect(findStatement(text, words).date).toBeNull();
  });
});
