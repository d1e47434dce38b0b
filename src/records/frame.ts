/**
 * The frame of a quotation: the cue and the source that stand beside it, read off the tree by the cue table.
 *
 * Serves where the learned model found nothing for a quotation: `NAME noted:` before a quotation in its own
 * paragraph, an inverted `said NAME` behind it.
 */
import { relationSet } from "../language/relation-set.js";
import { type AttributionView, OUTSIDE } from "./attribution-view.js";
import type { CueTable } from "./cue-table.js";
import { matchRow } from "./frame-match.js";
import { findRowsAt } from "./row-lookup.js";

export interface QuotationFrame {
  readonly cue: number;
  readonly source: readonly number[];
}

const DOER = relationSet("nsubj", "obl:agent");
/** Relations of a verb that may share its governor's subject. */
const SHARING = relationSet("conj", "xcomp", "advcl");

/** A cue weaker than this introduces no quotation. */
const WEAKEST_CUE = 0.3;

/** The cue outside quotation marks in sentence `s` that is highest in the tree and has a source; undefined if none. */
export function findFrame(view: AttributionView, cues: CueTable, s: number): QuotationFrame | undefined {
  const { doc } = view;
  let best: QuotationFrame | undefined;
  let bestDepth = Number.POSITIVE_INFINITY;
  for (let i = doc.sentence[s]; i < doc.sentence[s + 1]; i++) {
    if (view.quote[i] !== OUTSIDE || view.cueStrength[i] === 0) continue;
    const source = sourceAt(view, cues, i);
    const depth = depthOf(view, i);
    if (source >= 0 && depth < bestDepth) {
      bestDepth = depth;
      best = { cue: i, source: subtreeOf(view, source, (w) => view.quote[w] === OUTSIDE && w !== i) };
    }
  }
  return best;
}

/** Head of the source that a quoting row gives the cue at word `i`; -1 for none. */
function sourceAt(view: AttributionView, cues: CueTable, i: number): number {
  const { doc } = view;
  for (const row of findRowsAt(cues, doc, i)) {
    if (!row.quote && row.strength < WEAKEST_CUE) continue;
    const match = matchRow(view, row, i);
    if (match !== undefined && match.source >= 0) return match.source;
    if (match !== undefined && row.pos === "VERB") {
      const subject = subjectOf(view, i);
      if (subject >= 0) return subject;
    }
  }
  return -1;
}

/** The subject of a verb; of its governor where a coordinated or controlled verb has none of its own; -1 if none. */
export function subjectOf(view: AttributionView, verb: number): number {
  const { doc } = view;
  let at = verb;
  for (let step = 0; step < 4 && at >= 0; step++) {
    for (let child = view.firstChild[at]; child >= 0; child = view.nextSibling[child]) {
      if (DOER.has(doc, child)) return child;
    }
    if (!SHARING.has(doc, at)) return -1;
    at = doc.head[at];
  }
  return -1;
}

/** A word and all below it that `keep` admits, without punctuation at the edges, in the order of the text. */
export function subtreeOf(view: AttributionView, word: number, keep: (word: number) => boolean): number[] {
  const words: number[] = [word];
  for (let i = 0; i < words.length; i++) {
    for (let child = view.firstChild[words[i]]; child >= 0; child = view.nextSibling[child]) {
      if (keep(child)) words.push(child);
    }
  }
  words.sort((a, b) => a - b);
  while (words.length > 1 && view.isPunctuation[words[words.length - 1]]) words.pop();
  while (words.length > 1 && view.isPunctuation[words[0]]) words.shift();
  return words;
}

function depthOf(view: AttributionView, word: number): number {
  let depth = 0;
  for (let head = view.doc.head[word]; head >= 0 && depth < 60; head = view.doc.head[head]) depth++;
  return depth;
}
