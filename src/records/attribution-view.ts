/**
 * A parsed text as columns for finding attributions: hashes of forms and relations, the tree downwards,
 * and where each word stands towards quotation marks.
 */
import { firstWordFrom, getForm, type ParsedDoc, UPOS } from "../language/doc.js";
import { combine, hashString } from "../learn/feature-hash.js";
import type { CueTable } from "./cue-table.js";
import { matchRow } from "./frame-match.js";
import { findRows } from "./lexical-table.js";
import type { Quotation } from "./quotations.js";

/** Where a word stands: outside, on an opening mark, inside, or on a closing mark. */
export const OUTSIDE = 0;
export const OPENING = 1;
export const INSIDE = 2;
export const CLOSING = 3;

export interface AttributionView {
  readonly doc: ParsedDoc;
  readonly length: number;
  readonly form: Int32Array;
  readonly lemma: Int32Array;
  readonly suffix: Int32Array;
  readonly prefix: Int32Array;
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
  readonly deprel: Int32Array;
  /** The word's core dependents as one value: which of subject, object, clause, agent … it has. */
  readonly frame: Int32Array;
  /** 0 lower case, 1 capitalised, 2 all capitals. */
  readonly caps: Uint8Array;
  readonly isPunctuation: Uint8Array;
  /** {@link OUTSIDE}, {@link OPENING}, {@link INSIDE} or {@link CLOSING}. */
  readonly quote: Uint8Array;
  /** Index of the quotation a word is in, -1 outside. */
  readonly quotation: Int32Array;
  readonly sentenceOf: Int32Array;
  /** Share of a sentence's words that stand in quotation marks. */
  readonly quotedShare: Float32Array;
  /** Root word of each sentence. */
  readonly root: Int32Array;
  /** First dependent of each word and the next of its head's, -1 for none; in the order of the text. */
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  /** What the cue table says of a word's lemma: 0 nothing, else commitment and strength. */
  readonly cueClass: Int32Array;
  /** 0 to 5: the strongest row's strength, rounded up. */
  readonly cueStrength: Uint8Array;
  /** Whether a row's frame stands on the word: 0 no row, 1 a row alone, 2 its source, 3 its content, 4 both. */
  readonly frameFit: Uint8Array;
}

const CORE = /subj|obj|comp|obl|parataxis|agent|acl|nmod|advcl|conj/;

/** Columns of `doc`; `quotations` are the outermost ones. Time and memory are linear in the words. */
export function makeAttributionView(
  doc: ParsedDoc,
  quotations: readonly Quotation[],
  cues: CueTable,
): AttributionView {
  const n = doc.length;
  const sentences = doc.sentence.length - 1;
  const column = () => new Int32Array(n);
  const view = {
    doc,
    length: n,
    form: column(),
    lemma: column(),
    suffix: column(),
    prefix: column(),
    upos: column(),
    xpos: column(),
    deprel: column(),
    frame: column(),
    caps: new Uint8Array(n),
    isPunctuation: new Uint8Array(n),
    quote: new Uint8Array(n),
    quotation: new Int32Array(n).fill(-1),
    sentenceOf: column(),
    quotedShare: new Float32Array(sentences),
    root: new Int32Array(sentences).fill(-1),
    firstChild: new Int32Array(n).fill(-1),
    nextSibling: new Int32Array(n).fill(-1),
    cueClass: column(),
    cueStrength: new Uint8Array(n),
    frameFit: new Uint8Array(n),
  };
  const uposHashes = UPOS.map((tag) => hashString(tag));
  const xposHashes = doc.names.xpos.map((tag) => hashString(tag));
  const deprelHashes = doc.names.deprel.map((name) => hashString(name));
  const coreDeprel = doc.names.deprel.map((name) => CORE.test(name));
  const punct = UPOS.indexOf("PUNCT");
  const { text } = doc;

  for (let i = 0; i < n; i++) {
    const from = doc.start[i];
    const to = doc.end[i];
    view.form[i] = combine(hashString(text, from, to), 1);
    view.suffix[i] = combine(hashString(text, Math.max(from, to - 3), to), 2);
    view.prefix[i] = combine(hashString(text, from, Math.min(to, from + 4)), 3);
    view.lemma[i] = hashString(doc.lemma[i]);
    view.upos[i] = uposHashes[doc.upos[i]];
    view.xpos[i] = xposHashes[doc.xpos[i]];
    view.deprel[i] = deprelHashes[doc.deprel[i]];
    view.caps[i] = capitals(text, from, to);
    view.isPunctuation[i] = doc.upos[i] === punct ? 1 : 0;
  }
  const lastChild = new Int32Array(n).fill(-1);
  for (let s = 0; s < sentences; s++) {
    for (let i = doc.sentence[s]; i < doc.sentence[s + 1]; i++) {
      view.sentenceOf[i] = s;
      const head = doc.head[i];
      if (head < 0) {
        if (view.root[s] < 0) view.root[s] = i;
        continue;
      }
      if (lastChild[head] < 0) view.firstChild[head] = i;
      else view.nextSibling[lastChild[head]] = i;
      lastChild[head] = i;
      // A set as a sum: the same dependents in another order are the same frame.
      if (coreDeprel[doc.deprel[i]]) view.frame[head] |= 1 << (deprelHashes[doc.deprel[i]] & 31);
    }
  }
  for (let i = 0; i < n; i++) markCue(view, cues, i);
  markQuotations(view, quotations);
  for (let s = 0; s < sentences; s++) {
    let quoted = 0;
    for (let i = doc.sentence[s]; i < doc.sentence[s + 1]; i++) if (view.quote[i] !== OUTSIDE) quoted++;
    view.quotedShare[s] = quoted / Math.max(1, doc.sentence[s + 1] - doc.sentence[s]);
  }
  return view;
}

/** Parts of speech of which no row's first word is. */
const NEVER_CUE = UPOS.map((tag) => /^(PUNCT|PROPN|DET|NUM|PRON|CCONJ|PART|INTJ|SYM|X)$/.test(tag));

/** The row that fits word `i` best: one whose source and content are there before a stronger one alone. */
function markCue(
  view: Pick<AttributionView, "doc" | "firstChild" | "nextSibling" | "cueClass" | "cueStrength" | "frameFit">,
  cues: CueTable,
  i: number,
): void {
  const { doc } = view;
  if (NEVER_CUE[doc.upos[i]]) return;
  const tag = UPOS[doc.upos[i]];
  const rows = findRows(cues, { lemma: doc.lemma[i], form: getForm(doc, i), upos: tag });
  let best = 0;
  for (const row of rows) {
    const match = matchRow(view, row, i);
    if (match === undefined) continue;
    const fit = match.source >= 0 ? (match.content.length > 0 ? 4 : 2) : match.content.length > 0 ? 3 : 1;
    const strength = Math.max(1, Math.ceil(row.strength * 5));
    const score = fit * 8 + strength;
    if (score <= best) continue;
    best = score;
    view.frameFit[i] = fit;
    view.cueStrength[i] = strength;
    view.cueClass[i] = combine(hashString(row.commitment), strength);
  }
}

function markQuotations(
  view: { doc: ParsedDoc; quote: Uint8Array; quotation: Int32Array },
  quotations: readonly Quotation[],
): void {
  const { doc, quote } = view;
  for (let q = 0; q < quotations.length; q++) {
    const { start, end } = quotations[q].outer;
    for (let i = firstWordFrom(doc, start); i < doc.length && doc.start[i] < end; i++) {
      view.quotation[i] = q;
      quote[i] = INSIDE;
    }
    for (const { start: from, end: to } of quotations[q].inside) {
      const first = firstWordFrom(doc, from);
      if (first > 0 && view.quotation[first - 1] === q) quote[first - 1] = OPENING;
      const after = firstWordFrom(doc, to);
      if (after < doc.length && view.quotation[after] === q) quote[after] = CLOSING;
    }
  }
}

function capitals(text: string, from: number, to: number): number {
  const first = text.charCodeAt(from);
  if (first < 0x41 || first > 0x5a) return 0;
  if (to - from === 1) return 1;
  for (let i = from + 1; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x61 && c <= 0x7a) return 1;
  }
  return 2;
}

/** A word's form in lower case. */
export function lowerForm(view: AttributionView, i: number): string {
  return getForm(view.doc, i).toLowerCase();
}
