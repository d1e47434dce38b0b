/** What the verifier looks at: a finished attribution as a whole. Template numbers never change their meaning. */
import { combine, type FeatureList } from "../learn/feature-hash.js";
import type { Attribution } from "./attribution.js";
import type { AttributionView } from "./attribution-view.js";
import { OUTSIDE } from "./attribution-view.js";
import { hasWord } from "./word-list.js";

/** Features of `found`, whose anchor is a cue with probability `p`. */
export function addVerifierFeatures(
  f: FeatureList,
  view: AttributionView,
  found: Omit<Attribution, "confidence">,
  p: number,
): void {
  const { anchor, source, cue, content } = found;
  const { doc, lemma, xpos, deprel, form } = view;
  const { upos } = doc;
  const sure = Math.round(Math.log((p + 1e-4) / (1 - p + 1e-4)) * 1.5);
  const sourceHead = headOf(view, source);
  const contentHead = headOf(view, content);
  let inMarks = 0;
  for (const i of content) if (view.quote[i] !== OUTSIDE) inMarks++;
  const quoted = Math.round((4 * inMarks) / content.length);
  const size = sizeClass(content.length);
  const sourceSize = sizeClass(source.length);
  const side = content[0] < anchor ? (content[content.length - 1] > anchor ? 3 : 1) : 2;
  const sourceSide = source.length === 0 ? 0 : source[0] < anchor ? 1 : 2;
  const cueClass = view.cueClass[anchor];
  const relation = contentHead < 0 ? 0 : deprel[contentHead];
  const attached = contentHead >= 0 && doc.head[contentHead] === anchor ? 1 : 0;
  f.clear();
  f.add(301, 0);
  f.add(302, sure);
  f.add2(303, sure, size);
  f.add2(304, sure, sourceSize);
  f.add2(305, sure, quoted);
  f.add3(306, sourceSize, size, quoted);
  f.add2(307, lemma[anchor], sourceSize);
  f.add2(308, lemma[anchor], size);
  f.add2(309, lemma[anchor], relation);
  f.add3(310, relation, attached, side);
  f.add3(311, cueClass, relation, sourceSize);
  f.add3(312, cueClass, size, quoted);
  f.add3(313, side, sourceSide, quoted);
  f.add2(314, xpos[anchor], sourceSize);
  f.add2(315, xpos[anchor], relation);
  f.add2(316, Math.min(3, cue.length), xpos[anchor]);
  if (sourceHead >= 0) {
    f.add(317, lemma[sourceHead]);
    f.add2(318, upos[sourceHead], view.caps[sourceHead]);
    f.add2(319, xpos[sourceHead], deprel[sourceHead]);
    f.add2(320, lemma[sourceHead], lemma[anchor]);
    f.add3(321, deprel[sourceHead], xpos[anchor], relation);
    f.add2(322, upos[sourceHead], sure);
  }
  if (contentHead >= 0) {
    f.add(323, xpos[contentHead]);
    f.add2(324, xpos[contentHead], relation);
    f.add2(325, upos[contentHead], lemma[anchor]);
    f.add2(326, lemma[contentHead], relation);
  }
  f.add(327, form[content[0]]);
  f.add2(328, form[content[0]], lemma[anchor]);
  f.add2(329, view.frame[anchor], relation);
  f.add3(330, deprel[anchor], xpos[anchor], sourceSize);
  f.add2(331, combine(cueClass, quoted), sourceSide);
  const before = Math.max(0, anchor - 1);
  f.add3(332, lemma[before], lemma[anchor], relation);
}

/** The word that the others hang under: the one whose head is not among them; -1 for no words. */
export function headOf(view: AttributionView, words: readonly number[]): number {
  let best = -1;
  for (const i of words) {
    if (view.isPunctuation[i]) continue;
    const head = view.doc.head[i];
    if (head >= 0 && hasWord(words, head)) continue;
    if (
      best < 0 ||
      (view.doc.upos[best] !== view.doc.upos[i] && isNominalOrVerb(view, i) && !isNominalOrVerb(view, best))
    )
      best = i;
  }
  return best;
}

/** Open-class tags, by their index in UPOS: NOUN, PRON, PROPN, VERB. */
function isNominalOrVerb(view: AttributionView, i: number): boolean {
  const tag = view.doc.upos[i];
  return tag === 7 || tag === 10 || tag === 11 || tag === 15;
}

function sizeClass(n: number): number {
  return n < 4 ? n : n < 8 ? 4 : n < 16 ? 5 : n < 32 ? 6 : 7;
}
