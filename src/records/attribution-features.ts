/**
 * What the attribution models look at. Template numbers never change their meaning: the weights depend on them.
 *
 * Cue: is this word the cue of an attribution? Edge: what is a word, given the label of its neighbour in
 * the tree on the way from the cue? Sentence: does a neighbouring sentence go on with the content?
 *
 * Each feature is paid for at every word that is looked at. These are what a search left over of some ninety templates,
 * one dropped or taken back at a time: on articles kept aside their loss is that of all.
 */
import { type FeatureList, first, follow, second, template, third } from "../learn/feature-hash.js";
import type { FeatureTemplates } from "../learn/linear-file.js";
import type { AttributionView } from "./attribution-view.js";

/** What the weights of models/attribution.bin are for: the features below and those of attribution-verifier.ts. */
export const ATTRIBUTION_TEMPLATES: FeatureTemplates = {
  fingerprint: "fb935fae",
  training: "npm run train:attribution -- POLNEAR.jsonl.gz",
};

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

/** Steps up to the clause that a word's own one lies in. */
const FARTHEST_CLAUSE = 5;

const CUE_TEMPLATES = [
  1, 2, 8, 10, 13, 16, 17, 18, 19, 26, 31, 38, 40, 50, 56, 9, 57, 51, 47, 48, 49, 55, 58,
];
const CLAUSE_TEMPLATES = [35, 44, 45];
const DEPENDENT_TEMPLATE = 32;

/** The template of each feature that {@link addCueFeatures} gives word `i`, in their order. */
export function listCueTemplates(view: AttributionView, i: number): number[] {
  const templates = [...CUE_TEMPLATES];
  if (findClauseAbove(view, i) >= 0) templates.push(...CLAUSE_TEMPLATES);
  let dependents = 0;
  for (let c = view.firstChild[i]; c >= 0 && dependents < MOST_DEPENDENTS; c = view.nextSibling[c]) {
    dependents++;
    templates.push(DEPENDENT_TEMPLATE);
  }
  return templates;
}

/** Features of word `i` as a cue. */
export function addCueFeatures(f: FeatureList, view: AttributionView, i: number): void {
  const { doc, lemma, xpos, deprel } = view;
  const head = doc.head[i];
  const quote = view.quote[i];
  const s = view.sentenceOf[i];
  const share = quarters(view, s);
  const own = first(lemma[i]);
  const isOwn = follow(lemma[i]);
  const tag = follow(xpos[i]);
  const frame = follow(view.frame[i]);
  const relation = follow(deprel[i]);
  const cue = first(view.cueClass[i]);
  const fit = first(view.frameFit[i]);
  const { values } = f;
  values[0] = template(1);
  values[1] = template(2) ^ lemma[i];
  values[2] = template(8) ^ own ^ tag;
  values[3] = template(10) ^ own ^ follow(quote);
  values[4] = template(13) ^ own ^ follow(share);
  values[5] = template(16) ^ first(at(lemma, i - 1)) ^ isOwn;
  values[6] = template(17) ^ first(at(lemma, i + 1)) ^ isOwn;
  values[7] = template(18) ^ first(at(xpos, i - 1)) ^ tag;
  values[8] = template(19) ^ first(at(xpos, i + 1)) ^ tag;
  values[9] = template(26) ^ first(head < 0 ? NO_HEAD : deprel[head]) ^ relation;
  values[10] = template(31) ^ first(view.frame[i]) ^ follow(second(xpos[i]) ^ third(deprel[i]));
  values[11] = template(38) ^ first(Math.min(3, s)) ^ isOwn;
  values[12] = template(40) ^ first(quote) ^ frame;
  values[13] = template(50) ^ cue ^ tag;
  values[14] = template(56) ^ fit ^ follow(view.cueClass[i]);
  values[15] = template(9) ^ own ^ relation;
  values[16] = template(57) ^ fit ^ isOwn;
  values[17] = template(51) ^ first(head < 0 ? NO_HEAD : view.cueClass[head]) ^ relation;
  values[18] = template(47) ^ cue ^ frame;
  values[19] = template(48) ^ cue ^ relation;
  values[20] = template(49) ^ cue ^ follow(second(quote) ^ third(share));
  values[21] = template(55) ^ fit ^ follow(view.cueStrength[i]);
  values[22] = template(58) ^ fit ^ follow(second(deprel[i]) ^ third(quote));
  let n = CUE_TEMPLATES.length;
  // Is the verb of the clause that this one lies in a cue already?
  const above = findClauseAbove(view, i);
  if (above >= 0) {
    const isAbove = view.cueClass[above];
    values[n++] = template(35) ^ first(lemma[above]) ^ follow(1);
    values[n++] = template(44) ^ first(isAbove) ^ follow(view.cueClass[i]);
    values[n++] = template(45) ^ first(deprel[i]) ^ follow(isAbove);
  }
  const most = n + MOST_DEPENDENTS;
  for (let c = view.firstChild[i]; c >= 0 && n < most; c = view.nextSibling[c])
    values[n++] = template(DEPENDENT_TEMPLATE) ^ first(deprel[c]) ^ follow(lemma[c]);
  f.length = n;
}

/** The head of the nearest clause that word `i` hangs in as a clause that may be said; -1 for none near. */
function findClauseAbove({ doc }: AttributionView, i: number): number {
  const { head, deprel, names } = doc;
  let below = i;
  for (let step = 0; step < FARTHEST_CLAUSE && head[below] >= 0; step++) {
    const isClause = CLAUSES.has(names.deprel[deprel[below]]);
    below = head[below];
    if (isClause) return below;
  }
  return -1;
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
  const word = first(lemma[t]);
  const way = first(path);
  const ownFrame = first(frame[c]);
  const labelled = second(label);
  const isLabelled = third(label);
  const cueClass = view.cueClass[c];
  // What most features have in common is hashed once.
  const labelAndRelation = follow(labelled ^ third(e));
  const cueAndLabel = follow(second(lemma[c]) ^ isLabelled);
  const { values } = f;
  values[0] = template(104) ^ way ^ cueAndLabel;
  values[1] = template(118) ^ word ^ cueAndLabel;
  values[2] = template(113) ^ first(label) ^ follow(second(e) ^ third(lemma[c]));
  values[3] = template(131) ^ first(label) ^ follow(second(e) ^ third(cueClass));
  values[4] = template(124) ^ first(frame[t]) ^ follow(second(e) ^ isLabelled);
  values[5] = template(106) ^ way ^ follow(second(side) ^ isLabelled);
  values[6] = template(107) ^ word ^ follow(labelled ^ third(direction));
  values[7] = template(108) ^ first(view.xpos[t]) ^ labelAndRelation;
  values[8] = template(110) ^ first(quotes) ^ follow(labelled ^ third(side));
  values[9] = template(112) ^ first(label) ^ follow(second(direction * 10 + side) ^ third(apart));
  values[10] = template(114) ^ ownFrame ^ labelAndRelation;
  values[11] = template(116) ^ ownFrame ^ follow(second(path) ^ third(side * 8 + label));
  values[12] = template(119) ^ first(Math.min(step.distance, 5)) ^ labelAndRelation;
  const share = quarters(view, view.sentenceOf[c]) * 4 + label;
  values[13] = template(120) ^ first(share) ^ follow(second(e) ^ third(view.quote[t]));
  values[14] = template(121) ^ first(at(form, t - 1)) ^ labelAndRelation;
  values[15] = template(122) ^ first(at(form, t + 1)) ^ labelAndRelation;
  values[16] = template(127) ^ way ^ follow(second(quotes) ^ isLabelled);
  values[17] = template(128) ^ first(step.otherCue) ^ labelAndRelation;
  values[18] = template(129) ^ first(step.otherCue) ^ follow(labelled ^ third(path));
  values[19] = template(130) ^ way ^ follow(second(cueClass) ^ isLabelled);
  f.length = 20;
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
