import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitParagraphs } from "../../src/views/paragraphs.js";

const LONG =
  "The ferry did not sail because of the fog, and nobody on the pier could say when it would sail again.";

function paragraphs(text: string): string[] {
  return splitParagraphs(text).map((p) => text.slice(p.start, p.end));
}

describe("splitParagraphs", () => {
  test.each<[string, string, string[]]>([
    ["nothing", "", []],
    ["white space", " \n\t\n ", []],
    ["one line", "Fog.", ["Fog."]],
    ["blank lines", "Fog.\n\nRain.\n \t\n\nSnow.\n", ["Fog.", "Rain.", "Snow."]],
    ["Windows line ends", "Fog.\r\n\r\nRain.\r\nSnow.", ["Fog.", "Rain.\r\nSnow."]],
    ["wrapped lines stay together", "The ferry\ndid not sail.", ["The ferry\ndid not sail."]],
    ["long lines are paragraphs", `Headline\n${LONG}\n${LONG}`, ["Headline", LONG, LONG]],
    ["indented", "  Fog.\n\n\u00a0Rain. ", ["Fog.", "Rain."]],
  ])("%s", (_, text, expected) => {
    expect(paragraphs(text)).toEqual(expected);
  });

  test("leaves out nothing but white space", () => {
    const text = fc.array(fc.constantFrom("a", "Fog ", "\n", "\r\n", " ", "\u2028", LONG), { maxLength: 30 });
    fc.assert(
      fc.property(text, (parts) => {
        const whole = parts.join("");
        expect(paragraphs(whole).join("").replace(/\s/g, "")).toBe(whole.replace(/\s/g, ""));
        for (const paragraph of paragraphs(whole)) expect(paragraph).toBe(paragraph.trim());
      }),
    );
  });
});
