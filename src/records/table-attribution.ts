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
import { matchRow, relationOf } from "./frame-match.js";
import { findRowsAt } from "./row-lookup.js";
import { mayGoOn } from "./row-words.js";

const PRON = UPOS.indexOf("PRON");

/** A weaker cue is left to the model. */
const WEAKEST = 0.6;

/** What the table finds beside `known`; confidence is 0, since nothing has weighed it. */
export function findTableAttributions(
  view: AttributionView,
  cues: CueTable,
  known: readonly Attribution[],
): Attribution[] {
  const found: Attribution[] = [];
  let used: Uint8Array | undefined;
  for (let i = 0; i < view.length; i++) {
    if (view.cueStrength[i] < WEAKEST * 5) continue;
    used ??= wordsUsed(view, known);
    if (used[i] === 1) continue;
    const attribution = readTable(view, cues, i);
    if (attribution === undefined || holdsUsed(attribution.content, used)) continue;
    use(attribution, used);
    found.push(attribution);
  }
  return found;
}

/** 1 for the words of the cues and contents of `attributions`. */
function wordsUsed(view: AttributionView, attributions: readonly Attribution[]): Uint8Array {
  const used = new Uint8Array(view.length);
  for (const attribution of attributions) use(attribution, used);
  return used;
}

function use({ cue, content }: Attribution, used: Uint8Array): void {
  for (const i of cue) used[i] = 1;
  for (const i of content) used[i] = 1;
}

function holdsUsed(words: readonly number[], used: Uint8Array): boolean {
  for (const i of words) if (used[i] === 1) return true;
  return false;
}

function readTable(view: AttributionView, cues: CueTable, i: number): Attribution | undefined {
  const { doc } = view;
  for (const row of findRowsAt(cues, doc, i)) {
    const words = row.spellings[0];
    if (row.strength < WEAKEST || (words.length > 1 && row.pos !== "VERB")) continue;
    if (!mayGoOn(view, row, i)) continue;
    const match = matchRow(view, row, i);
    if (match === undefined) continue;
    const quoted = row.frame.quote && match.content.length === 0 ? quotedBeside(view, i) : [];
    if (match.content.length === 0 && quoted.length === 0) continue;
    const head = match.source >= 0 ? match.source : row.pos === "VERB" ? subjectOf(view, i) : -1;
    if (head < 0) continue;
    const cue = [i];
    const content = new Set(quoted);
    for (const part of match.content) {
      // "agreed to the formula": the preposition is the cue's.
      const marker = words.length > 1 ? markerOf(view, part, words) : -1;
      if (marker >= 0) cue.push(marker);
      for (const w of subtreeOf(view, part, (w) => w !== i && w !== head && w !== marker)) content.add(w);
    }
    if (row.frame.quote) for (const w of quotedBehind(view, content, cue)) content.add(w);
    if (content.has(head) || isPronounAlone(view, content)) continue;
    return {
      anchor: i,
      cue: cue.sort((a, b) => a - b),
      source: subtreeOf(view, head, (w) => w !== i && !content.has(w)),
      content: [...content].sort((a, b) => a - b),
      confidence: 0,
    };
  }
  return undefined;
}

/** "which they agreed to": what was agreed stands elsewhere. */
function isPronounAlone({ doc }: AttributionView, content: ReadonlySet<number>): boolean {
  const [word] = content;
  return content.size === 1 && doc.upos[word] === PRON;
}

/** The preposition of `word` that is one of the cue's `words`; -1 for none. */
function markerOf(view: AttributionView, word: number, words: readonly string[]): number {
  const { doc } = view;
  for (let child = view.firstChild[word]; child >= 0; child = view.nextSibling[child]) {
    const relation = relationOf(doc, child);
    if ((relation === "case" || relation === "mark") && words.includes(doc.lemma[child].toLowerCase()))
      return child;
  }
  return -1;
}

/** "proposed talks “within two weeks”": the marked words right behind the content, wherever the tree has hung them. */
function quotedBehind(view: AttributionView, content: ReadonlySet<number>, cue: readonly number[]): number[] {
  const last = Math.max(...content);
  const words: number[] = [];
  if (view.quote[last] !== OUTSIDE) return words;
  for (let w = last + 1; w < view.length && view.quote[w] !== OUTSIDE; w++) {
    if (view.sentenceOf[w] !== view.sentenceOf[last] || cue.includes(w)) return [];
    words.push(w);
  }
  return words;
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
