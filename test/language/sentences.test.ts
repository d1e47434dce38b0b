import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { getForm } from "../../src/language/doc.js";
import { segmentText } from "../../src/language/segment.js";
import { readLinearModels } from "../../src/learn/linear-file.js";

const ends = readLinearModels(
  readFileSync(new URL("../../models/sentences.bin", import.meta.url)),
  "models/sentences.bin",
).get("end");

/** Sentences as written. */
function read(text: string, withModel: boolean): string[] {
  const doc = segmentText(text, withModel ? ends : undefined);
  const out: string[] = [];
  for (let s = 0; s + 1 < doc.sentence.length; s++) {
    out.push(text.slice(doc.start[doc.sentence[s]], doc.end[doc.sentence[s + 1] - 1]));
  }
  return out;
}

/** Sentences are parted by `|`, which is taken out. */
const CASES: [string, string][] = [
  ["two", "The talks failed. |The envoys went home."],
  ["titles", "Mr. Ito met Gen. Osei in St. Lucia. |They spoke for an hour."],
  ["initials", "The book by J. R. Silva was banned. |He left."],
  ["an initialism before a name", "The U.S. Navy sent a ship."],
  ["an initialism at the end", "He moved to the U.S. |The family stayed behind."],
  ["hour and weekday", "Polls close at 8 p.m. Sunday in most towns."],
  ["hour and a new sentence", "Polls close at 8 p.m. |The count begins at once."],
  ["months", "It began on Sept. 27 and ended on Nov. 9."],
  ["number sign", "He read out resolution No. 5 to the house."],
  ["decimals", "It rose by 3.5 percent. |It fell by 1.2 percent."],
  ["a figure at the end", "The accord was signed in 1994. |Nothing has come of it."],
  ["dateline", "ACCRA, Oct. 23 (Agency) - Ministers met on Friday. |They agreed on little."],
  ["question", "Who will pay? |Nobody said."],
  ["a quotation that ends after the period", 'He told them, "We are ready." |The crowd cheered.'],
  ["two quotations", '"We will not leave." |"Nor will we," said another.'],
  [
    "a quotation of several sentences",
    '"We came in peace. |We will leave in peace. |Let us talk," she said.',
  ],
  ["a question before its cue stays whole", "“Who will pay?” he asked."],
  ["a colon before a quotation", 'The envoy said: "Nobody has won this war."'],
  ["brackets", "He left (the car was waiting). |She stayed."],
  ["ellipsis inside", "They want ... to be left alone."],
  ["a name of several capitals", "The committee on Foreign Affairs met Prime Minister Anna Berg."],
  ["a missing space", "The talks failed.|The envoys went home."],
  ["company", "The firm belongs to Acme Inc. of Delaware."],
];

describe.each([
  ["with the model", true],
  ["by rule", false],
])("sentences %s", (_, withModel) => {
  test.each(CASES)("%s", (_name, marked) => {
    const expected = marked.split("|").map((s) => s.trim());
    expect(read(marked.replaceAll("|", ""), withModel as boolean)).toEqual(expected);
  });
});

describe("paragraphs", () => {
  function readParagraphs(text: string): string[] {
    const doc = segmentText(text, ends);
    const out: string[] = [];
    for (let p = 0; p + 1 < doc.paragraph.length; p++) {
      const first = doc.sentence[doc.paragraph[p]];
      const last = doc.sentence[doc.paragraph[p + 1]] - 1;
      out.push(text.slice(doc.start[first], doc.end[last]));
    }
    return out;
  }

  test("a blank line ends one, whatever stands before it", () => {
    expect(readParagraphs("Talks resume\n\nThe envoys met\n \nagain.")).toEqual([
      "Talks resume",
      "The envoys met",
      "again.",
    ]);
  });

  test("a single line end does too in news", () => {
    const lines = [
      "Talks resume in Geneva",
      "By Our Reporter",
      "The envoys met on Friday.",
      "They will meet again.",
    ];
    expect(readParagraphs(lines.join("\n"))).toEqual(lines);
    expect(readParagraphs(lines.join("\r\n"))).toEqual(lines);
    expect(readParagraphs(lines.join("\u2028"))).toEqual(lines);
  });

  test("lines of a hard-wrapped text go on", () => {
    const first =
      "The envoys of the two republics met on the border on Friday for\nthe first time since the war, and agreed to let the farmers of the\nvalley go back to their fields before the winter.";
    const second =
      "Neither side would say whether the prisoners of war were named in\nthe paper that was signed, and no date was set for the next round\nof talks.";
    expect(readParagraphs(`${first}\n\n${second}`)).toEqual([first, second]);
    expect(readParagraphs(`${first}\n${second}`)).toEqual([first, second]);
  });

  test("bullets of a hard-wrapped text begin paragraphs", () => {
    const text =
      "The paper that the two sides signed on Friday has three points which\nthe mediators had put before them in the spring of the year and the\n- prisoners go home\n- mines are cleared";
    expect(readParagraphs(text)).toHaveLength(3);
  });

  test("a sentence never crosses a paragraph", () => {
    const doc = segmentText("A headline without a stop\nThe first sentence.", ends);
    expect(doc.sentence.length - 1).toBe(2);
    expect(getForm(doc, doc.sentence[1])).toBe("The");
  });
});
