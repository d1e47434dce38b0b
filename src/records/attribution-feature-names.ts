/** What the templates of attribution-features.ts look at, in words, for explanations. */
const CUE_FEATURES: Readonly<Record<number, string>> = {
  1: "any word",
  2: "lemma",
  8: "lemma and tag",
  9: "lemma and relation",
  10: "lemma and quotation marks around it",
  13: "lemma and share of its sentence in quotation marks",
  16: "word before and lemma",
  17: "word behind and lemma",
  18: "tag before and tag",
  19: "tag behind and tag",
  26: "head's relation and relation",
  31: "dependents, tag and relation",
  32: "a dependent's lemma",
  35: "verb of the clause above",
  38: "place in the text and lemma",
  40: "quotation marks around it and dependents",
  44: "cue classes here and in the clause above",
  45: "cue class of the clause above and relation",
  47: "the cue table's class and dependents",
  48: "the cue table's class and relation",
  49: "the cue table's class and quotation marks",
  50: "the cue table's class and tag",
  51: "the head's class in the cue table",
  55: "how much of the row's frame is there, and its strength",
  56: "how much of the row's frame is there, and its class",
  57: "how much of the row's frame is there, and lemma",
  58: "how much of the row's frame is there, relation and quotation marks",
};

export function describeCueFeature(template: number): string {
  return CUE_FEATURES[template] ?? `template ${template}`;
}
