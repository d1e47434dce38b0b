import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { getForm, type ParsedDoc, UPOS } from "../../src/language/doc.js";
import { createParser } from "../../src/language/parse.js";
import { segmentText } from "../../src/language/segment.js";

const parser = createParser(readFileSync(new URL("../../models/en.rpnw", import.meta.url)));
const parse = (text: string) => parser.parse(segmentText(text));

function checkTrees(doc: ParsedDoc): void {
  for (let s = 0; s + 1 < doc.sentence.length; s++) {
    const [from, to] = [doc.sentence[s], doc.sentence[s + 1]];
    let roots = 0;
    for (let i = from; i < to; i++) {
      if (doc.head[i] < 0) {
        roots++;
        expect(doc.names.deprel[doc.deprel[i]]).toBe("root");
      } else {
        expect(doc.head[i]).toBeGreaterThanOrEqual(from);
        expect(doc.head[i]).toBeLessThan(to);
      }
      let steps = 0;
      for (let h = i; h >= 0; h = doc.head[h]) if (++steps > to - from) throw new Error(`cycle at word ${i}`);
    }
    expect(roots).toBe(1);
  }
}

/** `form/UPOS<-relation-head` of each word. */
function draw(doc: ParsedDoc): string[] {
  return Array.from(doc.head, (h, i) => {
    const head = h < 0 ? "ROOT" : getForm(doc, h);
    return `${getForm(doc, i)}/${UPOS[doc.upos[i]]}<-${doc.names.deprel[doc.deprel[i]]}-${head}`;
  });
}

describe("parse", () => {
  it("reads a plain sentence", () => {
    const doc = parse("The ministers rejected the proposal on Monday.");
    expect(draw(doc)).toEqual([
      "The/DET<-det-ministers",
      "ministers/NOUN<-nsubj-rejected",
      "rejected/VERB<-root-ROOT",
      "the/DET<-det-proposal",
      "proposal/NOUN<-obj-rejected",
      "on/ADP<-case-Monday",
      "Monday/PROPN<-obl-rejected",
      "./PUNCT<-punct-rejected",
    ]);
    expect(doc.lemma).toEqual(["the", "minister", "reject", "the", "proposal", "on", "Monday", "."]);
    expect(doc.names.xpos[doc.xpos[2]]).toBe("VBD");
  });

  it("keeps a long list together", () => {
    const states = "Albania, Brazil, Chad, Denmark, Egypt, France, Ghana, Hungary, India";
    const doc = parse(`The envoy stressed that ${states} and Jordan had signed the declaration.`);
    const forms = Array.from(doc.head, (_, i) => getForm(doc, i));
    const signed = forms.indexOf("signed");
    const subjects = forms.filter(
      (_, i) => doc.head[i] === signed && doc.names.deprel[doc.deprel[i]].startsWith("nsubj"),
    );
    expect(subjects).toEqual(["Albania"]);
    expect(doc.head[forms.indexOf("Jordan")]).toBe(forms.indexOf("Albania"));
  });

  it("gives the same trees whatever was read before", () => {
    const fresh = createParser(readFileSync(new URL("../../models/en.rpnw", import.meta.url)));
    const text = "He resigned. Thousands of protesters gathered outside the parliament in the capital.";
    const names = Array.from({ length: 9000 }, (_, i) => `Name${i} spoke.`).join(" ");
    fresh.parse(segmentText(names));
    expect(draw(fresh.parse(segmentText(text)))).toEqual(draw(parse(text)));
  });

  it.each([
    ["nothing", ""],
    ["one mark", "\u2026"],
    ["lone surrogates", "\ud800 said \udfff."],
    ["right-to-left marks and emoji", "\u202eHe\u200f agreed \ud83d\ude00\ud83d\ude00 !"],
    ["quotes alone", '"'.repeat(3000)],
    ["no space", "a".repeat(20_000)],
    ["one sentence of 3,000 words", `They named ${"Adams, ".repeat(1500)}and others.`],
    ["control characters", "The\u0000 army \u0007 left\u001b[0m."],
  ])("gives one tree a sentence for %s", (_, text) => checkTrees(parse(text)));
});
