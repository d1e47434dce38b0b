import { describe, expect, it } from "vitest";
import { Lemmatizer } from "../../src/language/lemma.js";

const RULES = `= NOUN NNS
L1|\t* ^days
L3|y\ties
L3|man\t^women
= NOUN *
L0|\t*
= PROPN NNP
K0|\t*
= AUX VBZ
L2|be\t^is
= PRON PRP
=I\t^i ^me
L0|\t*
`;

describe("Lemmatizer", () => {
  const lemmatizer = new Lemmatizer(RULES);
  it.each([
    ["Ministers", "NOUN", "NNS", "minister"],
    ["treaties", "NOUN", "NNS", "treaty"],
    ["women", "NOUN", "NNS", "woman"],
    ["Talk", "NOUN", "NN", "talk"],
    ["Geneva", "PROPN", "NNP", "Geneva"],
    ["Me", "PRON", "PRP", "I"],
    ["is", "AUX", "VBZ", "be"],
    ["of", "ADP", "IN", "of"],
  ])("%s as %s %s", (form, upos, xpos, lemma) => expect(lemmatizer.lemmatize(form, upos, xpos)).toBe(lemma));
});
