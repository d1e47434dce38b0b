/** References: which words of a sentence without an event tell of one, and what is known of it. */
import { describe, expect, test } from "vitest";
import type { ReferenceRecord } from "../../src/core/records.js";
import { readArticle } from "../../src/read-article.js";
import { loadResources } from "../../src/resources.js";

const resources = await loadResources();

function read(text: string) {
  return readArticle(text, resources, { origin: "test", published: "2009-08-14" });
}

function referencesIn(text: string): ReferenceRecord[] {
  return read(text).records.filter((r) => r.kind === "reference");
}

const partOf = ({ evidence }: ReferenceRecord, part: string) =>
  evidence.filter((e) => e.part === part).map(({ text }) => text);

describe("references", () => {
  test("a noun without a doer refers to an event", () => {
    const [found] = referencesIn("The shelling of Menaka on Tuesday was the third since June.");
    expect(partOf(found, "trigger")).toEqual(["shelling"]);
    expect(found.types).toContain("ASSAULT");
    expect(found.date?.edtf).toBe("2009-08-11");
  });

  test("a row that fits says what was done", () => {
    const [noun] = referencesIn("It began on 8 March with the shelling of Menaka.");
    expect([partOf(noun, "trigger"), noun.types]).toEqual([["shelling"], ["ASSAULT"]]);
    expect(noun.rule).toMatch(/^ASSAULT:\d+ without an event$/);
    const [open] = referencesIn("Four more fell ill near Menaka on Tuesday and were led to a camp.");
    expect(open?.rule ?? "trigger without an event").toBe("trigger without an event");
  });

  test("what has not happened is not referred to", () => {
    expect(referencesIn("There was no shelling of Menaka on Tuesday.")).toEqual([]);
    expect(referencesIn("They might meet in Menaka on Tuesday.")).toEqual([]);
  });

  test("who is named may be on either side", () => {
    const [found] = referencesIn(
      "It was a week after the quarrel of Mali with Niger over the wells of Menaka.",
    );
    expect(found.parties.map(({ name }) => name)).toEqual(["Mali", "Niger"]);
  });

  test("a sentence of which an event is coded refers to none", () => {
    const text = "Malian troops attacked a Nigerien post on Tuesday.";
    expect(read(text).records.some(({ kind }) => kind === "event")).toBe(true);
    expect(referencesIn(text)).toEqual([]);
  });

  test("without a place or a day nothing is referred to that can be found again", () => {
    expect(referencesIn("The shelling went on for two hours.")).toEqual([]);
    expect(referencesIn("The shelling by Mali went on for two hours.")).toEqual([]);
    expect(referencesIn("The envoy of Mali said on Tuesday that the dispute was settled.")).toEqual([]);
  });

  test("who says it is no party where anybody else is named", () => {
    const [found] = referencesIn(
      "Niger said that the ambush of the convoy from Mali had been long in the making.",
    );
    expect(found.parties.map(({ name }) => name)).toEqual(["Mali"]);
  });

  test("every span is the text's own", () => {
    const text =
      "On Tuesday at dusk, she says, the Malian shepherds and ours began to throw stones near Menaka.";
    for (const { evidence } of referencesIn(text))
      for (const e of evidence) expect(text.slice(e.start, e.end)).toBe(e.text);
  });
});
