/**
 * What the attribution models look at. Template numbers never change their meaning: the weights depend on them.
 *
 * Cue: is this word the cue of an attribution? Edge: what is a word, given the label of its neighbour in
 * the tree on the way from the cue? Sentence: does a neighbouring sentence go on with the content?
 *
 * Each feature is paid for at every word that is looked at. These are what a search left over of some ninety templates,
 * one dropped or taken back at a time: on articles kept aside their loss is that of all.
 */
import type { FeatureList } from "../learn/feature-hash.js";
import type { AttributionView } from "./attribution-view.js";

/** Labels of words in one attribution. */
export const NONE = 0;
export const CUE = 1;
export const SOURCE = 2;
export const CONTENT = 3;

const BEFORE_TEXT = 1;
const BEHIND_TEXT = 2;
const NO_HEAD = 3;

function at(column: Int32Array, i: number): number {
  return i < 0 ? BEFORE_TEXT : i >= column.length ? BEHIND_TEXT : column[i];
}

/** Share of the sentence in quotation marks, in quarters, rounded up. */
function quarters(view: AttributionView, sentence: number): number {
  return Math.ceil(view.quotedShare[sentence] * 4);
}

/** Dependents that are looked at, from the first. */
const MOST_DEPENDENTS = 12;

/** Relations of a clause to the verb that may be the cue of it. */
const CLAUSES: ReadonlySet<string> = new Set(["ccomp", "parataxis", "xcomp", "advcl"]);

/** Features of word `i` as a cue. */
export function addCueFeatures(f: FeatureList, view: AttributionView, i: number): void {
  const { doc, lemma, xpos, deprel, frame } = view;
  const own = lemma[i];
  const head = doc.head[i];
  const quote = view.quote[i];
  const s = view.sentenceOf[i];
  const share = quarters(view, s);
  const cue = view.cueClass[i];
  const fit = view.frameFit[i];
  f.clear();
  f.add(1, 0);
  f.add(2, own);
  f.add2(8, own, xpos[i]);
  f.add2(10, own, quote);
  f.add2(13, own, share);
  f.add2(16, at(lemma, i - 1), own);
  f.add2(17, at(lemma, i + 1), own);
  f.add2(18, at(xpos, i - 1), xpos[i]);
  f.add2(19, at(xpos, i + 1), xpos[i]);
  f.add2(26, head < 0 ? NO_HEAD : deprel[head], deprel[i]);
  f.add3(31, frame[i], xpos[i], deprel[i]);
  let dependents = 0;
  for (let c = view.firstChild[i]; c >= 0 && dependents < MOST_DEPENDENTS; c = view.nextSibling[c]) {
    dependents++;
    f.add2(32, deprel[c], lemma[c]);
  }
  // The nearest clause that this one lies in: is its verb a cue already?
  let above = i;
  for (let step = 0; step < 5 && doc.head[above] >= 0; step++) {
    const isClause = CLAUSES.has(doc.names.deprel[doc.deprel[above]]);
    above = doc.head[above];
    if (!isClause) continue;
    f.add2(35, lemma[above], 1);
    f.add2(44, view.cueClass[above], cue);
    f.add2(45, deprel[i], view.cueClass[above]);
    break;
  }
  f.add2(38, Math.min(3, s), own);
  f.add2(40, quote, frame[i]);
  f.add2(50, cue, xpos[i]);
  f.add2(56, fit, cue);
  f.add2(9, own, deprel[i]);
  f.add2(57, fit, own);
  f.add2(51, head < 0 ? NO_HEAD : view.cueClass[head], deprel[i]);
  f.add2(47, cue, frame[i]);
  f.add2(48, cue, deprel[i]);
  f.add3(49, cue, quote, share);
  f.add2(55, fit, view.cueStrength[i]);
  f.add3(58, fit, deprel[i], quote);
}

/** How a word was reached in the walk. */
export interface Step {
  word: number;
  cue: number;
  /** Label of the word that it was reached from. */
  label: number;
  /** True where `word` is the head of the word that it was reached from. */
  upwards: boolean;
  /** Relation on the edge. */
  relation: number;
  /** Hash of the relations from the cue, and how many they are. */
  path: number;
  distance: number;
  /** 1 where another cue stands on the word, 2 where one stands below it, 0 otherwise. */
  otherCue: number;
}

/** Features of one step of the walk. */
export function addEdgeFeatures(f: FeatureList, view: AttributionView, step: Step): void {
  const { form, lemma, frame } = view;
  const { word: t, cue: c, label, relation: e, path } = step;
  const direction = step.upwards ? 1 : 2;
  const side = t < c ? 1 : 2;
  const apart = Math.min(8, 32 - Math.clz32(Math.abs(t - c)));
  const quotes = view.quote[t] * 4 + view.quote[c];
  f.clear();
  f.add3(104, path, lemma[c], label);
  f.add3(118, lemma[t], lemma[c], label);
  f.add3(113, label, e, lemma[c]);
  f.add3(131, label, e, view.cueClass[c]);
  f.add3(124, frame[t], e, label);
  f.add3(106, path, side, label);
  f.add3(107, lemma[t], label, direction);
  f.add3(108, view.xpos[t], label, e);
  f.add3(110, quotes, label, side);
  f.add3(112, label, direction * 10 + side, apart);
  f.add3(114, frame[c], label, e);
  f.add3(116, frame[c], path, side * 8 + label);
  f.add3(119, Math.min(step.distance, 5), label, e);
  f.add3(120, quarters(view, view.sentenceOf[c]) * 4 + label, e, view.quote[t]);
  f.add3(121, at(form, t - 1), label, e);
  f.add3(122, at(form, t + 1), label, e);
  f.add3(127, path, quotes, label);
  f.add3(128, step.otherCue, label, e);
  f.add3(129, step.otherCue, label, path);
  f.add3(130, path, view.cueClass[c], label);
}

/** Features of sentence `s` as one that goes on (or comes before) the content of `cue`. `state` sums up the last one. */
export function addSentenceFeatures(
  f: FeatureList,
  view: AttributionView,
  cue: number,
  s: number,
  state: number,
  cues: readonly number[],
): void {
  const { doc, lemma, frame } = view;
  const away = s - view.sentenceOf[cue];
  const bounded = Math.max(-4, Math.min(4, away));
  const first = doc.sentence[s];
  const end = doc.sentence[s + 1];
  const share = Math.round(view.quotedShare[s] * 4);
  const side = away > 0 ? 1 : 2;
  const adjacent = view.quote[Math.max(0, Math.min(view.length - 1, away > 0 ? first - 1 : end))];
  let others = 0;
  let nearer = 0;
  for (const other of cues) {
    if (other === cue) continue;
    if (view.sentenceOf[other] === s) others++;
    if (away > 0 ? other > cue && other < first : other < cue && other >= end) nearer = 1;
  }
  const rivals = Math.min(2, others) * 2 + nearer;
  const own = quarters(view, view.sentenceOf[cue]);
  f.clear();
  f.add(201, state);
  f.add3(202, state, share, side);
  f.add3(203, state, view.quote[first], adjacent + side * 8);
  f.add3(204, state, bounded, share);
  f.add3(205, state, rivals, share * 4 + side);
  f.add3(206, state, lemma[cue], share);
  f.add3(207, state, share, view.quote[cue]);
  f.add3(208, state, own, share * 4 + side);
  f.add3(209, state, rivals, view.quote[first] * 8 + adjacent * 2 + side);
  f.add3(210, state * 16 + share, rivals, lemma[cue]);
  f.add3(211, frame[cue], state, share * 2 + side);
  f.add3(212, view.form[end - 1], share, state);
  f.add3(213, view.form[first], share, state);
  f.add3(
    214,
    view.quotation[first] >= 0 && view.quotation[first] === view.quotation[Math.max(0, first - 1)] ? 1 : 0,
    share,
    side,
  );
}
