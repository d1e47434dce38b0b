import { FeatureList } from "../learn/feature-hash.js";
import type { LinearModel } from "../learn/linear-model.js";
import {
  ATTRIBUTION_THRESHOLD,
  type Attribution,
  type AttributionModels,
  attributionUnits,
  CUE_THRESHOLD,
  findAttributions,
  isAsked,
  mayBeCue,
} from "./attribution.js";
import { describeCueFeature } from "./attribution-feature-names.js";
import { addCueFeatures, listCueTemplates } from "./attribution-features.js";
import type { AttributionView } from "./attribution-view.js";
import type { CueTable } from "./cue-table.js";
import { matchRow } from "./frame-match.js";
import { findRowsAt } from "./row-lookup.js";

/** A row of the cue table that the word may stand in, and what of its frame is there. */
export interface RowReading {
  readonly line: number;
  readonly lemma: string;
  readonly commitment: string;
  readonly strength: number;
  readonly missing: readonly ("words or conditions" | "source" | "content")[];
}

export interface WeighedFeature {
  readonly name: string;
  readonly weight: number;
}

export interface CueExplanation {
  /** Index of the word. */
  readonly word: number;
  readonly text: string;
  readonly probability: number;
  readonly rows: readonly RowReading[];
  /** The features that weighed most, for or against, the strongest first. */
  readonly features: readonly WeighedFeature[];
  readonly found: Attribution | null;
  /** One sentence: found, or what kept it out. */
  readonly verdict: string;
}

/** Features shown of each word. */
const SHOWN = 6;
/** Words less probable than this and without a row are passed over. */
const WORTH_TELLING = 0.05;

/** An explanation for every word that is a cue, might have been one, or stands in the cue table. */
export function explainCues(
  view: AttributionView,
  cues: CueTable,
  models: AttributionModels,
): CueExplanation[] {
  const found = findAttributions(view, models);
  const explained: CueExplanation[] = [];
  for (const [first, last] of attributionUnits(view)) {
    for (let i = view.doc.sentence[first]; i < view.doc.sentence[last + 1]; i++) {
      if (!mayBeCue(view, i)) continue;
      const one = explainCue(view, cues, models.cue, found, i);
      if (one.found !== null || one.probability >= WORTH_TELLING || view.cueStrength[i] > 1)
        explained.push(one);
    }
  }
  return explained;
}

function explainCue(
  view: AttributionView,
  cues: CueTable,
  model: LinearModel,
  found: readonly Attribution[],
  i: number,
): CueExplanation {
  const features = new FeatureList();
  addCueFeatures(features, view, i);
  const probability = model.score(features)[1];
  const weighed = listCueTemplates(view, i)
    .map((template, k) => ({
      name: describeCueFeature(template),
      weight: model.weightOf(features.values[k], 1),
    }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, SHOWN);
  const own = found.find((a) => a.anchor === i || a.cue.includes(i)) ?? null;
  const rows = readRows(view, cues, i);
  return {
    word: i,
    text: view.doc.text.slice(view.doc.start[i], view.doc.end[i]),
    probability,
    rows,
    features: weighed,
    found: own,
    verdict: judge(view, found, own, probability, rows, i),
  };
}

function readRows(view: AttributionView, cues: CueTable, i: number): RowReading[] {
  const { doc } = view;
  return findRowsAt(cues, doc, i).map((row) => {
    const { line, lemma, commitment, strength } = row;
    const match = matchRow(view, row, i);
    const missing: ("words or conditions" | "source" | "content")[] = [];
    if (match === undefined) missing.push("words or conditions");
    else {
      if (match.source < 0 && row.frame.source.length > 0) missing.push("source");
      if (match.content.length === 0 && !row.frame.quote) missing.push("content");
    }
    return { line, lemma, commitment, strength, missing };
  });
}

function judge(
  view: AttributionView,
  found: readonly Attribution[],
  own: Attribution | null,
  probability: number,
  rows: readonly RowReading[],
  i: number,
): string {
  if (own !== null) return `found, with confidence ${own.confidence.toFixed(2)}`;
  const within = found.find((a) => a.content.includes(i));
  if (within !== undefined) {
    const cue = view.doc.text.slice(view.doc.start[within.anchor], view.doc.end[within.anchor]);
    return `inside the content of "${cue}": looked at again as a statement of its own`;
  }
  if (!isAsked(view, i))
    return "not asked: the cue table has no row for it, and a verb without one is a cue only beside a quotation";
  if (probability < CUE_THRESHOLD) {
    const table =
      rows.length === 0
        ? "the cue table has no row for it"
        : rows.every((r) => r.missing.length > 0)
          ? "no row of the cue table fits its place in the tree"
          : "a row of the cue table fits";
    return `no cue: probability ${probability.toFixed(2)} is below ${CUE_THRESHOLD}; ${table}`;
  }
  return `not kept: the finished attribution stays below ${ATTRIBUTION_THRESHOLD}, has no content, or yields its words to a more probable one`;
}
