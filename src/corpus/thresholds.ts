/**
 * Every threshold of text reuse in one table: its value, what it means, and what a larger or smaller one trades.
 *
 * Set on the development part of a corpus of made-up copies of real reports (`eval reuse`), and by reading what 4,306
 * real reports share. None depends on the corpus at hand, so that a passage stays a passage when articles are added.
 * "Weight" is that of words as evidence: 1 for a content word, 1.2 for a name or figure, 0.25 for a function word.
 */
export interface Threshold {
  readonly value: number;
  readonly meaning: string;
  readonly tradeOff: string;
}

export const THRESHOLDS = {
  fingerprintWords: {
    value: 5,
    meaning: "words in a fingerprint",
    tradeOff: "more: fewer chance meetings; fewer: rewritten text is still met",
  },
  fingerprintWindow: {
    value: 4,
    meaning: "neighbouring sequences of which one is kept",
    tradeOff: "more: a smaller index; a shared run shorter than words + window - 1 may be missed",
  },
  fingerprintContent: {
    value: 2,
    meaning: "words in a fingerprint that are no function words",
    tradeOff: "more: formulas are passed over; fewer: short plain sentences are met",
  },
  promisingWords: {
    value: 15,
    meaning:
      "words in shared runs from which two articles are compared as a whole; below, a sentence must be alike",
    tradeOff: "more: rewritten reports are missed; fewer: time is spent on chance meetings",
  },
  sentenceLikeness: {
    value: 0.6,
    meaning: "weighted words that two sentences share, of all (Dice), to be taken for one",
    tradeOff: "more: heavily edited sentences are missed; fewer: sentences on one matter meet",
  },
  sentenceShared: {
    value: 5,
    meaning: "weight of the words that two sentences must share; a content word weighs 1",
    tradeOff: "more: short sentences are missed; fewer: set phrases meet",
  },
  loneLikeness: {
    value: 0.75,
    meaning: "the same where the two articles share no other sentence and less than loneShared in this one",
    tradeOff: "more: a single rewritten sentence is missed; fewer: sentences of one pattern meet",
  },
  loneShared: {
    value: 12,
    meaning: "weight of the shared words above which sentenceLikeness is enough for a lone sentence",
    tradeOff: "as loneLikeness",
  },
  neighbourLikeness: {
    value: 0.35,
    meaning: "the same beside a pair of sentences that was taken",
    tradeOff: "more: gaps in rewritten paragraphs; fewer: new sentences are taken for edited ones",
  },
  fragmentWords: {
    value: 10,
    meaning: "words of a run that stands in two sentences otherwise unlike",
    tradeOff: "more: short borrowings are missed; fewer: formulas come in",
  },
  quotedWords: {
    value: 8,
    meaning: "words of such a run that stands in quotation marks in one of the articles",
    tradeOff: "more: quoted clauses are missed; fewer: set phrases in speech come in",
  },
  fragmentContent: {
    value: 3,
    meaning: "words of such a run that are neither names, figures nor function words",
    tradeOff: "more: quoted plain speech is missed; fewer: turns of phrase come in",
  },
  templateChanged: {
    value: 2,
    meaning: "names and figures exchanged for others in what two articles share, to be a template",
    tradeOff: "more: short templates pass for copies; fewer: a corrected copy passes for a template",
  },
  templateShare: {
    value: 0.2,
    meaning: "those, of all names and figures in it",
    tradeOff: "more: templates with a fixed frame of names pass for copies; fewer: updated reports are lost",
  },
  templateSpread: {
    value: 40,
    meaning: "words for each of those, at most",
    tradeOff: "more: updated reports are lost; fewer: wordy templates pass for copies",
  },
  quotedShare: {
    value: 0.6,
    meaning: "share of a stretch in quotation marks to be a quotation",
    tradeOff:
      "more: a quotation with its 'he said' passes for a copy; fewer: a report with much speech for none",
  },
  aroundQuotation: {
    value: 15,
    meaning:
      "words outside of quotation marks that two articles must share for a shared quotation to be a copy",
    tradeOff: "more: short copies pass for shared quotations; fewer: the reverse",
  },
  placeOverlap: {
    value: 0.6,
    meaning: "share of the longer of two stretches of an article that the other covers, to be one place",
    tradeOff: "more: one paragraph gives several passages; fewer: unlike stretches chain",
  },
  edgeWords: {
    value: 40,
    meaning: "words between a stretch and the beginning or end of its article, to stand at the edge",
    tradeOff:
      "more: background at the end passes for the site's lines; fewer: lines above a copyright are missed",
  },
  aloneWords: {
    value: 20,
    meaning: "words that two articles share elsewhere, to share nothing else",
    tradeOff: "more: formulas between related articles are dropped; fewer: kept",
  },
  formulaArticles: {
    value: 4,
    meaning: "articles sharing nothing else in which a formula or the site's lines stand",
    tradeOff:
      "more: rarer formulas pass for copies; fewer: a short quotation that three articles lift is dropped",
  },
  formulaWords: {
    value: 12,
    meaning: "words of a formula at most",
    tradeOff: "more: a much quoted clause is dropped; fewer: long formulas pass",
  },
  siteShare: {
    value: 0.75,
    meaning:
      "share of those articles that have a line at their edge and name nobody from it, to be the site's",
    tradeOff: "more: the site's lines pass for copies; fewer: shared background is dropped",
  },
} as const satisfies Record<string, Threshold>;
