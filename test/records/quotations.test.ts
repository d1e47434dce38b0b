import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findQuotations } from "../../src/records/quotations.js";

/** Paragraphs are lines; expected are the insides, parts of one quotation joined by " / ". */
function read(text: string): string[] {
  const paragraphs: { start: number; end: number }[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (line.length > 0) paragraphs.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return findQuotations(text, paragraphs).map((q) =>
    q.inside.map((s) => text.slice(s.start, s.end)).join(" / "),
  );
}

describe("quotation marks are paired", () => {
  const cases: [string, string, string[]][] = [
    ["straight", 'He said: "We will go."', ["We will go."]],
    ["curly", "“We will go,” he said.", ["We will go,"]],
    ["two in a sentence", '"We will go," he said, "but not today."', ["We will go,", "but not today."]],
    ["closing mark before the stop", '"We support the talks".', ["We support the talks"]],
    ["wrong-way opening", '”We support the talks".', ["We support the talks"]],
    ["wrong-way closing", "“We support the talks“ he said.", ["We support the talks"]],
    ["low", "Er sagte: „Wir gehen.“", ["Wir gehen."]],
    ["angle", "Il dit : «Nous partons.»", ["Nous partons."]],
    ["doubled apostrophes", "''We will go,'' he said.", ["We will go,"]],
    ["backticks", "``We will go,'' he said.", ["We will go,"]],
    ["single", "She called the raid a 'bitter incident,' and left.", ["bitter incident,"]],
    ["curly single", "She called the raid a ‘bitter incident,’ and left.", ["bitter incident,"]],
    ["apostrophes are none", "The ministry's envoy didn't see the ministers' note.", []],
    ["curly apostrophes are none", "The ministry’s envoy didn’t see the ministers’ note.", []],
    ["decade", "Since the '90s the envoy's post has been empty.", []],
    [
      "inside another",
      "\"He told us 'go home' and left,\" she said.",
      ["He told us 'go home' and left,", "go home"],
    ],
    ["apostrophe inside single", "He called it 'the world's end' yesterday.", ["the world's end"]],
    ["scare quotes", 'the so-called "elections" there', ["elections"]],
    ["inches", 'A 5" shell hit the house.', []],
    ["two paragraphs", '"We came.\n"We saw," he said.', ["We came. / We saw,"]],
    ["never closed", '"We came.\nThey left.', ["We came."]],
    ["glued to the colon", 'He said:"We go."', ["We go."]],
    ["parenthesis", 'the treaty (called "the Pact") holds', ["the Pact"]],
    ["empty", 'He said "" and left.', []],
  ];
  test.each(cases)("%s", (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test("an unclosed quotation says so", () => {
    const [q] = findQuotations('"We came. They left.', [{ start: 0, end: 20 }]);
    expect(q.closed).toBe(false);
  });

  test("any text: spans lie in order inside the text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('"', "'", "“", "”", "’", "a", " ", ".", "«", "»", "\n")),
        (chars) => {
          const text = chars.join("");
          const paragraphs = [{ start: 0, end: text.length }];
          for (const q of findQuotations(text, paragraphs)) {
            expect(q.outer.start).toBeLessThan(q.outer.end);
            for (const s of q.inside) {
              expect(s.start).toBeGreaterThan(q.outer.start);
              expect(s.end).toBeLessThanOrEqual(q.outer.end);
            }
          }
        },
      ),
    );
  });

  test("ten thousand marks take no time to speak of", () => {
    const text = `"a '`.repeat(10_000);
    expect(findQuotations(text, [{ start: 0, end: text.length }]).length).toBeGreaterThan(0);
  });
});
