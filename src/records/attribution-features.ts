/**
 * What the attribution models look at. Template numbers never change their meaning: the weights depend on them.
 *
 * Cue: is this word the cue of an attribution? Edge: what is a word, given the label of its neighbour in
 * the tree on the way from the cue? Sentence: does a neighbouring sentence go on with the content?
 */
import type { FeatureList } from "../learn/feature-hash.js";
import { combine } from "../learn/feature-hash.js";
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

/** Features of word `i` as a cue. */
export function addCueFeatures(f: FeatureList, view: AttributionView, i: number): void {
  const { doc, form, lemma, upos, xpos, deprel, frame } = view;
  const head = doc.head[i];
  const headLemma = head < 0 ? NO_HEAD : lemma[head];
  const headRelation = head < 0 ? NO_HEAD : deprel[head];
  const quote = view.quote[i];
  const s = view.sentenceOf[i];
  const share = quarters(view, s);
  const cue = view.cueClass[i];
  f.clear();
  f.add(1, 0);
  f.add(2, lemma[i]);
  f.add(3, form[i]);
  f.add(4, view.suffix[i]);
  f.add(5, view.prefix[i]);
  f.add(6, xpos[i]);
  f.add(7, deprel[i]);
  f.add2(8, lemma[i], xpos[i]);
  f.add2(9, lemma[i], deprel[i]);
  f.add2(10, lemma[i], quote);
  f.add2(11, xpos[i], quote);
  f.add2(12, quote, share);
  f.add2(13, lemma[i], share);
  f.add(14, at(lemma, i - 1));
  f.add(15, at(lemma, i + 1));
  f.add2(16, at(lemma, i - 1), lemma[i]);
  f.add2(17, at(lemma, i + 1), lemma[i]);
  f.add2(18, at(xpos, i - 1), xpos[i]);
  f.add2(19, at(xpos, i + 1), xpos[i]);
  f.add(20, at(form, i - 2));
  f.add(21, at(form, i + 2));
  f.add3(22, at(xpos, i - 1), xpos[i], at(xpos, i + 1));
  f.add(23, headLemma);
  f.add2(24, headLemma, deprel[i]);
  f.add2(25, headLemma, lemma[i]);
  f.add2(26, headRelation, deprel[i]);
  f.add(27, frame[i]);
  f.add2(28, frame[i], lemma[i]);
  f.add2(29, frame[i], xpos[i]);
  f.add2(30, frame[i], deprel[i]);
  f.add3(31, frame[i], xpos[i], deprel[i]);
  let children = 0;
  for (let c = view.firstChild[i]; c >= 0 && children < 12; c = view.nextSibling[c]) {
    children++;
    f.add2(32, deprel[c], lemma[c]);
    f.add3(33, deprel[c], lemma[c], lemma[i]);
    f.add3(34, deprel[c], upos[c], lemma[i]);
    f.add3(41, deprel[c], upos[c], cue);
    f.add3(42, deprel[c], view.quote[c], cue);
    f.add3(43, deprel[c], xpos[c], xpos[i]);
  }
  // The nearest clause that this one lies in: is its verb a cue already?
  let above = i;
  for (let step = 0; step < 5 && doc.head[above] >= 0; step++) {
    const relation = doc.names.deprel[doc.deprel[above]];
    above = doc.head[above];
    if (relation === "ccomp" || relation === "parataxis" || relation === "xcomp" || relation === "advcl") {
      f.add2(35, lemma[above], 1);
      f.add2(36, lemma[above], lemma[i]);
      f.add2(44, view.cueClass[above], cue);
      f.add2(45, deprel[i], view.cueClass[above]);
      break;
    }
  }
  f.add(37, Math.min(i - doc.sentence[s], 6));
  const paragraph = Math.min(3, s);
  f.add2(38, paragraph, lemma[i]);
  if (view.caps[i] > 0) f.add2(39, view.caps[i], upos[i]);
  f.add2(40, quote, frame[i]);
  f.add(46, cue);
  f.add2(47, cue, frame[i]);
  f.add2(48, cue, deprel[i]);
  f.add3(49, cue, quote, share);
  f.add2(50, cue, xpos[i]);
  f.add2(51, head < 0 ? NO_HEAD : view.cueClass[head], deprel[i]);
  f.add2(52, at(view.cueClass, i + 1), at(view.cueClass, i - 1));
  f.add3(53, view.quote[Math.max(0, i - 1)], view.quote[Math.min(view.length - 1, i + 1)], cue);
  const fit = view.frameFit[i];
  f.add2(55, fit, view.cueStrength[i]);
  f.add2(56, fit, cue);
  f.add2(57, fit, lemma[i]);
  f.add3(58, fit, deprel[i], quote);
  f.add3(54, at(lemma, i - 1), lemma[i], at(lemma, i + 1));
}

/** How a word was reached in the walk. */
export interface Step {
  /** The word itself, the word it was reached from, and the cue. */
  word: number;
  from: number;
  cue: number;
  /** Label of `from`. */
  label: number;
  /** True where `word` is the head of `from`. */
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
  const { form, lemma, upos, xpos, deprel, frame } = view;
  const { word: t, from: u, cue: c, label, relation: e, path } = step;
  const direction = step.upwards ? 1 : 2;
  const side = t < c ? 1 : 2;
  const apart = Math.min(8, 32 - Math.clz32(Math.abs(t - c)));
  const quotes = view.quote[t] * 4 + view.quote[c];
  const cueClass = view.cueClass[c];
  f.clear();
  f.add(101, label);
  f.add3(102, label, direction, e);
  f.add2(103, path, label);
  f.add3(104, path, lemma[c], label);
  f.add3(105, path, upos[c], label);
  f.add3(106, path, side, label);
  f.add3(107, lemma[t], label, direction);
  f.add3(108, xpos[t], label, e);
  f.add3(109, deprel[t], label, direction);
  f.add3(110, quotes, label, side);
  f.add3(111, quotes, label, e);
  f.add3(112, label, direction * 10 + side, apart);
  f.add3(113, label, e, lemma[c]);
  f.add3(114, frame[c], label, e);
  f.add3(115, frame[c], path, label);
  f.add3(116, frame[c], path, side * 8 + label);
  f.add3(117, form[t], e, label);
  f.add3(118, lemma[t], lemma[c], label);
  f.add3(119, Math.min(step.distance, 5), label, e);
  f.add3(120, quarters(view, view.sentenceOf[c]) * 4 + label, e, view.quote[t]);
  f.add3(121, at(form, t - 1), label, e);
  f.add3(122, at(form, t + 1), label, e);
  if (step.upwards) {
    f.add3(125, deprel[c], path, label);
  } else {
    f.add3(123, lemma[u], e, label);
    f.add3(124, frame[t], e, label);
  }
  f.add3(126, path, deprel[c], lemma[c]);
  f.add3(127, path, quotes, label);
  f.add3(128, step.otherCue, label, e);
  f.add3(129, step.otherCue, label, path);
  f.add3(130, path, cueClass, label);
  f.add3(131, label, e, cueClass);
  f.add3(132, path, xpos[t], label);
  f.add3(133, combine(path, xpos[c]), frame[c], label);
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
