/**
 * Attributions by the cue table alone: a strong cue whose frame stands whole in the tree.
 *
 * Serves inside contents, where the learned model, trained on a corpus that hardly nests, holds back.
 */
import { UPOS } from "../language/doc.js";
import type { Attribution } from "./attribution.js";
import { type AttributionView, OUTSIDE } from "./attribution-view.js";
import type { CueTable } from "./cue-table.js";
import { subjectOf, subtreeOf } from "./frame.js";
import { matchRow } from "./frame-match.js";
import { findRows } from "./lexical-table.js";

/** A weaker cue is left to the model. */
const WEAKEST = 0.6;

/** What the table finds beside `known`; confidence is 0, since nothing has weighed it. */
export function findTableAttributions(
  view: AttributionView,
  cues: CueTable,
  known: readonly Attribution[],
): Attribution[] {
  const used = new Set(known.flatMap((a) => [...a.cue, ...a.content]));
  const found: Attribution[] = [];
  for (let i = 0; i < view.length; i++) {
    if (used.has(i) || view.cueStrength[i] < WEAKEST * 5) continue;
    const attribution = readTable(view, cues, i);
    if (attribution === undefined || attribution.content.some((w) => used.has(w))) continue;
    for (const w of [...attribution.cue, ...attribution.content]) used.add(w);
    found.push(attribution);
  }
  return found;
}

function readTable(view: AttributionView, cues: CueTable, i: number): Attribution | undefined {
  const { doc } = view;
  const word = {
    lemma: doc.lemma[i],
    form: doc.text.slice(doc.start[i], doc.end[i]),
    upos: UPOS[doc.upos[i]],
  };
  for (const row of findRows(cues, word)) {
    if (row.strength < WEAKEST || row.spellings[0].length > 1) continue;
    const match = matchRow(view, row, i);
    if (match === undefined) continue;
    const quoted = row.frame.quote && match.content.length === 0 ? quotedBeside(view, i) : [];
    if (match.content.length === 0 && quoted.length === 0) continue;
    const head = match.source >= 0 ? match.source : row.pos === "VERB" ? subjectOf(view, i) : -1;
    if (head < 0) continue;
    const content = new Set([
      ...quoted,
      ...match.content.flatMap((c) => subtreeOf(view, c, (w) => w !== i && w !== head)),
    ]);
    if (content.has(head)) continue;
    return {
      anchor: i,
      cue: [i],
      source: subtreeOf(view, head, (w) => w !== i && !content.has(w)),
      content: [...content].sort((a, b) => a - b),
      confidence: 0,
    };
  }
  return undefined;
}

/** Words of the quotation that begins or ends next to the cue's clause in its sentence. */
function quotedBeside(view: AttributionView, i: number): number[] {
  if (view.quote[i] !== OUTSIDE) return [];
  const s = view.sentenceOf[i];
  const words: number[] = [];
  for (let w = view.doc.sentence[s]; w < view.doc.sentence[s + 1]; w++) {
    if (view.quote[w] !== OUTSIDE && !view.isPunctuation[w]) words.push(w);
  }
  return words;
}
