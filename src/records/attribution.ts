/**
 * Attributions: who says what, as words of a parsed text.
 *
 * Three learned decisions over the tree. A cue model asks of each word whether it is a cue; from each cue a
 * walk over the tree gives source and content (attribution-walk.ts); a verifier looks at the finished
 * attribution and gives its probability. Where two overlap, the more probable one keeps the words.
 *
 * Trained on PolNeAR (Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political News",
 * LREC 2018) by train/attribution.ts. The unit is the paragraph; a paragraph longer than
 * {@link LONGEST_UNIT} sentences is cut into windows, so that time stays linear in the text.
 */
import { UPOS } from "../language/doc.js";
import { relationSet } from "../language/relation-set.js";
import { FeatureList } from "../learn/feature-hash.js";
import type { LinearModel } from "../learn/linear-model.js";
import { dropCircumstance } from "./attribution-content.js";
import { addCueFeatures, CONTENT, CUE, NONE, SOURCE } from "./attribution-features.js";
import { addVerifierFeatures } from "./attribution-verifier.js";
import { type AttributionView, OUTSIDE } from "./attribution-view.js";
import { AttributionWalk, type Decide, EDGE } from "./attribution-walk.js";
import { WITH_SOURCE } from "./frame-match.js";
import { isBelow } from "./tree-editor.js";
import { hasWord } from "./word-list.js";

/** Words of one attribution, each list in the order of the text; `source` may be empty. */
export interface Attribution {
  /** The word the walk started from. */
  readonly anchor: number;
  readonly source: readonly number[];
  readonly cue: readonly number[];
  readonly content: readonly number[];
  /** Probability that this is an attribution with about this content. */
  readonly confidence: number;
}

/** An attribution that nothing has weighed yet. */
export type WalkedAttribution = Omit<Attribution, "confidence">;

export interface AttributionModels {
  readonly cue: LinearModel;
  readonly edge: LinearModel;
  readonly sentence: LinearModel;
  readonly verifier: LinearModel;
}

/** Words below this probability are not walked from. Measured on the validation part. */
export const CUE_THRESHOLD = 0.15;

/** Attributions below this confidence are left out. Measured on the validation part. */
export const ATTRIBUTION_THRESHOLD = 0.4;

/** The same where the strongest kind of row vouches for the cue, with its source there. */
const VOUCHED_THRESHOLD = 0.3;
const STRONGEST = 5;

/** From this confidence on an attribution is the outer one of those in its content. Measured on the validation part. */
const OUTER_THRESHOLD = 0.55;

/** Sentences in one unit; more than any paragraph of news, fewer than a pasted book. */
export const LONGEST_UNIT = 40;

/** First and last sentence of each unit that attributions may span. */
export function* attributionUnits(view: AttributionView): Generator<[first: number, last: number]> {
  const { paragraph } = view.doc;
  for (let p = 0; p + 1 < paragraph.length; p++) {
    for (let s = paragraph[p]; s < paragraph[p + 1]; s += LONGEST_UNIT) {
      yield [s, Math.min(s + LONGEST_UNIT, paragraph[p + 1]) - 1];
    }
  }
}

/** 1 for parts of speech of which a cue may be with a row of the table only. */
const CUE_WITH_ROW = Uint8Array.from(UPOS, (tag) =>
  /^(NOUN|ADJ|ADV|ADP|AUX|SCONJ|PROPN)$/.test(tag) ? 1 : 0,
);
const VERB = UPOS.indexOf("VERB");
const COMPLEMENT = relationSet("ccomp");

/** True if word `i` may be a cue: a verb, a colon, another word that the table knows. Of all cues 96 % pass. */
export function mayBeCue(view: AttributionView, i: number): boolean {
  const tag = view.doc.upos[i];
  if (tag === VERB) return true;
  if (view.isPunctuation[i] === 1) return isColon(view, i);
  return view.cueStrength[i] > 0 && CUE_WITH_ROW[tag] === 1;
}

/**
 * True if word `i` is asked whether it is a cue: a verb that the table does not know only beside a quotation. Others of
 * them make up two fifths of all that may be cues and one in a hundred of those that are; the models still learn from them.
 */
export function isAsked(view: AttributionView, i: number): boolean {
  if (!mayBeCue(view, i)) return false;
  return view.doc.upos[i] !== VERB || view.cueStrength[i] > 0 || view.quotedShare[view.sentenceOf[i]] > 0;
}

const COLON = 0x3a;

export function isColon({ isPunctuation, doc }: AttributionView, i: number): boolean {
  return isPunctuation[i] === 1 && doc.text.charCodeAt(doc.start[i]) === COLON;
}

/** A word that may be a cue, and how probably it is one. */
export interface CueCandidate {
  readonly word: number;
  readonly p: number;
}

/** Candidate cues of the sentences `first` to `last` among the words that are `asked`, with their probabilities, in the order of the text. */
export function findCues(
  view: AttributionView,
  first: number,
  last: number,
  model: LinearModel,
  features = new FeatureList(),
  asked = isAsked,
): CueCandidate[] {
  const found: CueCandidate[] = [];
  for (let i = view.doc.sentence[first]; i < view.doc.sentence[last + 1]; i++) {
    if (!asked(view, i)) continue;
    addCueFeatures(features, view, i);
    const p = model.weigh(features);
    view.chance[i] = p * 255;
    if (p >= CUE_THRESHOLD) found.push({ word: i, p });
  }
  return found;
}

/** What a finished walk has labelled. */
export function collectWalk(walk: AttributionWalk, anchor: number): WalkedAttribution {
  const source: number[] = [];
  const cue: number[] = [];
  const content: number[] = [];
  const { labels, touched } = walk;
  let first = anchor;
  let last = anchor;
  for (let i = 0; i < walk.touchedLength; i++) {
    const word = touched[i];
    if (labels[word] === NONE) continue;
    if (word < first) first = word;
    else if (word > last) last = word;
  }
  for (let word = first; word <= last; word++) {
    const label = labels[word];
    if (label === CONTENT) content.push(word);
    else if (label === SOURCE) source.push(word);
    else if (label === CUE) cue.push(word);
  }
  return { anchor, source, cue, content };
}

/**
 * All attributions of a text, in the order of their anchors. Contents do not overlap. `admit` may refuse one by
 * where its cue and source stand, before it takes words from another. `walk` may be one that has read a longer text.
 */
export function findAttributions(
  view: AttributionView,
  models: AttributionModels,
  admit: (found: WalkedAttribution) => boolean = () => true,
  walk = new AttributionWalk(view),
): Attribution[] {
  walk.moveTo(view);
  const decide: Decide = (_, f, model) => (model === EDGE ? models.edge : models.sentence).classify(f);
  const found: Attribution[] = [];
  let used: Uint8Array | undefined;
  for (const [first, last] of attributionUnits(view)) {
    const candidates = findCues(view, first, last, models.cue, walk.features);
    if (candidates.length === 0) continue;
    const attributions = weighCandidates(view, models, candidates, first, last, admit, walk, decide);
    if (attributions.length > 1) putSurestFirst(view, attributions);
    for (const { anchor, source, cue, content, confidence } of attributions) {
      used ??= new Uint8Array(view.length);
      if (used[anchor] === 1) continue;
      const kept = withoutUsed(dropCircumstance(view, anchor, content), used);
      if (!hasPlainWord(view, kept)) continue;
      for (const i of kept) used[i] = 1;
      for (const i of cue) used[i] = 1;
      found.push({ anchor, source, cue, content: kept, confidence });
    }
  }
  // The view's columns may be another's when the walk goes on.
  walk.setCues([]);
  return found.sort((a, b) => a.anchor - b.anchor);
}

/** What the walks from the candidates of sentences `first` to `last` find, where the verifier is sure enough of it. */
function weighCandidates(
  view: AttributionView,
  models: AttributionModels,
  candidates: readonly CueCandidate[],
  first: number,
  last: number,
  admit: (found: WalkedAttribution) => boolean,
  walk: AttributionWalk,
  decide: Decide,
): Attribution[] {
  const { features } = walk;
  const weighed: Attribution[] = [];
  const cues: number[] = [];
  for (const { word, p } of candidates) if (p > 0.5) cues.push(word);
  walk.setCues(cues);
  for (const { word, p } of candidates) {
    walk.run(word, first, last, cues, decide);
    let collected = collectWalk(walk, word);
    if (p >= OUTER_THRESHOLD && !coversComplement(view, collected)) {
      // "X supports Y, Z wrote": the corpus is flat and the walk stops before another cue. Walk as if there were none.
      walk.setCues([word]);
      walk.run(word, first, last, [word], decide);
      collected = collectWalk(walk, word);
      walk.setCues(cues);
      if (collected.content.length === 0) collected = withRestOfSentence(view, collected);
    }
    if (collected.content.length === 0 || !admit(collected)) continue;
    if (p >= OUTER_THRESHOLD) collected = closeGap(view, collected);
    addVerifierFeatures(features, view, collected, p);
    const confidence = models.verifier.weigh(features);
    if (confidence < thresholdAt(view, word)) continue;
    const { anchor, source, cue, content } = collected;
    weighed.push({ anchor, source, cue, content, confidence });
  }
  return weighed;
}

/** The words of a content that are no other's yet; the list itself where all are. */
function withoutUsed(content: readonly number[], used: Uint8Array): readonly number[] {
  for (const i of content) if (used[i] === 1) return content.filter((w) => used[w] === 0);
  return content;
}

function hasPlainWord({ isPunctuation }: AttributionView, words: readonly number[]): boolean {
  for (const i of words) if (isPunctuation[i] === 0) return true;
  return false;
}

/** The confidence that an attribution must have whose cue is `word`. */
function thresholdAt({ cueStrength, frameFit }: AttributionView, word: number): number {
  const isVouchedFor = cueStrength[word] === STRONGEST && frameFit[word] >= WITH_SOURCE;
  return isVouchedFor ? VOUCHED_THRESHOLD : ATTRIBUTION_THRESHOLD;
}

/** False where there is no content, or where the clause that the cue governs is no part of it. */
function coversComplement(view: AttributionView, { anchor, content }: WalkedAttribution): boolean {
  if (content.length === 0) return false;
  const { doc } = view;
  if (!COMPLEMENT.mayBeBelow(view, anchor)) return true;
  for (let child = view.firstChild[anchor]; child >= 0; child = view.nextSibling[child]) {
    if (COMPLEMENT.has(doc, child) && !hasWord(content, child)) return false;
  }
  return true;
}

/**
 * "The vote … was condemned, the ministry said": content that begins its sentence runs up to the comma before its
 * source and cue, whatever the tree has made of the words between. What is said inside is found when it is read on its own.
 */
function closeGap(view: AttributionView, found: WalkedAttribution): WalkedAttribution {
  const { doc } = view;
  const { anchor, source, cue, content } = found;
  const s = view.sentenceOf[anchor];
  const before = Math.min(source[0] ?? cue[0], cue[0]) - 1;
  if (before <= doc.sentence[s] || doc.text[doc.start[before]] !== ",") return found;
  const first = content[0];
  const last = content[content.length - 1];
  if (first > doc.sentence[s] + 1 || first < doc.sentence[s] || last >= before) return found;
  for (let i = last + 1; i < before; i++) if (view.quote[i] !== OUTSIDE) return found;
  const filled = [...content];
  for (let i = last + 1; i < before; i++) filled.push(i);
  return { anchor, source, cue, content: filled };
}

/** Relations by which "…; X pointed out." hangs on what X pointed out. */
const LOOSE = /^(parataxis|conj|dep|root)$/;

/**
 * "…; X pointed out.": a source and cue that end the sentence behind a semicolon or comma, hung on loosely, have the
 * rest of the sentence as their content.
 */
function withRestOfSentence<T extends WalkedAttribution>(view: AttributionView, found: T): T {
  const { doc } = view;
  const { anchor, source, cue } = found;
  if (source.length === 0 || !LOOSE.test(doc.names.deprel[doc.deprel[anchor]])) return found;
  const s = view.sentenceOf[anchor];
  const own = [...source, ...cue].sort((a, b) => a - b);
  let last = doc.sentence[s + 1] - 1;
  while (last > own[0] && view.isPunctuation[last]) last--;
  const closes = own[own.length - 1] === last && own.length === last - own[0] + 1;
  const before = own[0] - 1;
  if (!closes || before <= doc.sentence[s] || !/[,;]/.test(doc.text[doc.start[before]])) return found;
  const content = Array.from({ length: before - doc.sentence[s] }, (_, i) => doc.sentence[s] + i);
  return { ...found, content };
}

/**
 * The surest attribution first; but one goes before another whose anchor lies in its content: of "X said, Y reported" the report is the outer
 * one, however sure the inner is. One that is not sure itself does so only where the other is all that it says: without it
 * nothing but source and addressee would be left ("according to the daily, the mayor the council"). What lies inside is found again when the
 * content is read on its own.
 */
function putSurestFirst(view: AttributionView, attributions: Attribution[]): void {
  attributions.sort((a, b) => b.confidence - a.confidence || a.anchor - b.anchor);
  for (let i = 1; i < attributions.length; i++) {
    const outer = attributions[i];
    const isSure = outer.confidence >= OUTER_THRESHOLD;
    const inner = attributions.findIndex(
      (a, k) =>
        k < i &&
        outer.content.includes(a.anchor) &&
        !a.content.includes(outer.anchor) &&
        (isSure || isClauseOf(view, a, outer.content)),
    );
    if (inner < 0) continue;
    attributions.splice(i, 1);
    attributions.splice(inner, 0, outer);
  }
}

/** True where `content` is the clause whose verb is the cue of `inner`, or a part of it. */
function isClauseOf(
  { doc, isPunctuation }: AttributionView,
  inner: Attribution,
  content: readonly number[],
): boolean {
  for (const i of content)
    if (isPunctuation[i] === 0 && i !== inner.anchor && !isBelow(doc, i, inner.anchor)) return false;
  return true;
}
