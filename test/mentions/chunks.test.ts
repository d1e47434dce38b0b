import { describe, expect, test } from "vitest";
import { chunkSentence } from "../../src/mentions/chunks.js";
import { WordView } from "../../src/mentions/word-view.js";
import { loadResources } from "../../src/resources.js";

const { analyse, names } = await loadResources({ withoutAttribution: true });

/** The chunks of one sentence that are more than a word, `text: class`. */
function chunk(text: string): string[] {
  const words = new WordView(analyse(text));
  const chunks = chunkSentence(words.doc, words.forms, 0, names, (entries) =>
    entries.filter((entry) => !entry.context && entry.to === undefined),
  );
  expect(chunks[0].from).toBe(0);
  for (const [k, { from }] of chunks.entries()) if (k > 0) expect(from).toBe(chunks[k - 1].to);
  return chunks.filter((c) => c.class !== "word").map((c) => `${words.text(c.from, c.to)}: ${c.class}`);
}

describe("the chunks of a sentence", () => {
  test.each<[string, string[]]>([
    ["Peru signed.", ["Peru: state"]],
    ["The Kenyan Foreign Ministry spoke.", ["Kenyan: adjective", "Foreign Ministry: office"]],
    ["They told us so.", []],
    ["It rained on Monday in May.", []],
    ["Mr. Tanaka left.", ["Tanaka: name"]],
    ["Kofi Mensah-Bonsu left.", ["Kofi Mensah-Bonsu: name"]],
    ["Marco di Rienzo left.", ["Marco di Rienzo: name"]],
    ["Chad Hurley left.", ["Chad Hurley: name"]],
    ["Chad left.", ["Chad: state"]],
    ["The lawyer left.", ["lawyer: title"]],
    ["The lawyers left.", ["lawyers: office"]],
    ["The Ministry of Digital Affairs spoke.", ["Ministry of Digital Affairs: office"]],
    ["The irrigation minister spoke.", ["irrigation minister: title"]],
    ["The new minister spoke.", ["minister: title"]],
    ["The new water resources minister spoke.", ["water resources minister: title"]],
    ["The ministry of displacement spoke.", ["ministry of displacement: office"]],
    ["The Minister of Veterans Affairs spoke.", ["Minister of Veterans Affairs: title"]],
    ["The Ministry of Poland spoke.", ["Ministry: office", "Poland: state"]],
    ["The Defense Minstry spoke.", ["Defense Minstry: office"]],
    ["The acting foreign minister left.", ["acting: qualifier", "foreign minister: title"]],
  ])("%s", (text, expected) => {
    expect(chunk(text)).toEqual(expected);
  });
});
