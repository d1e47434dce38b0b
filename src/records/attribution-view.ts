/**
 * A parsed text as columns for finding attributions: hashes of forms and relations, the tree downwards,
 * and where each word stands towards quotation marks.
 */
import { firstWordFrom, getForm, type ParsedDoc, type TagNames, UPOS } from "../language/doc.js";
import { relationBit } from "../language/relation-set.js";
import { hashString } from "../learn/feature-hash.js";
import type { CueTable } from "./cue-table.js";
import { fitRow, NO_ROW, WHOLE_FRAME } from "./frame-match.js";
import type { Quotation } from "./quotations.js";
import { findRowsAt, mayHaveRows } from "./row-lookup.js";
import { type HashedTree, mayGoOn } from "./row-words.js";
import { sliceDoc } from "./slice-doc.js";
import { ViewRoom } from "./view-room.js";

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
  /** See `Dependents`. */
  readonly relationsBelow: Int32Array;
  /** What the cue table says of a word's lemma: 0 nothing, else commitment and strength. */
  readonly cueClass: Int32Array;
  /** 0 to 5: the strongest row's strength, rounded up. */
  readonly cueStrength: Uint8Array;
  /** Probability that the word is a cue, in 255ths, when it was last read; a part of a text starts with that of the whole. */
  readonly chance: Uint8Array;
  /** What each relation adds to {@link frame}, by its index in `doc.names.deprel`; 0 for one that does not count. */
  readonly coreBits: Int32Array;
  /** How much of a row's frame stands on the word: see `fitRow`. */
  readonly frameFit: Uint8Array;
}

const PUNCT = UPOS.indexOf("PUNCT");
const CORE = /subj|obj|comp|obl|parataxis|agent|acl|nmod|advcl|conj/;

/** The columns that hang on the words, and the rows that fit in the whole text: what is read out of it has them already. */
type WordColumns = Pick<
  AttributionView,
  | "form"
  | "lemma"
  | "xpos"
  | "deprel"
  | "caps"
  | "isPunctuation"
  | "cueClass"
  | "cueStrength"
  | "frameFit"
  | "chance"
  | "coreBits"
>;

/** Columns of `doc`; `quotations` are the outermost ones. Time and memory are linear in the words. */
export function makeAttributionView(
  doc: ParsedDoc,
  quotations: readonly Quotation[],
  cues: CueTable,
): AttributionView {
  const room = new ViewRoom();
  room.begin(doc.length, TREE_COLUMNS);
  const view = makeTreeColumns(doc, makeWordColumns(doc), quotations, room);
  for (let i = 0; i < view.length; i++) {
    const tag = doc.upos[i];
    if (NEVER_CUE[tag] === 1) continue;
    if (mayHaveRows(cues.index, tag, view.lemma[i], view.form[i])) markCue(view, cues, i);
  }
  return view;
}

/**
 * Columns of words `from` to `to` (half open) of `view` as a text of its own, whose outermost quotations are given.
 * They stand in `room` until the next view is made there.
 */
export function sliceView(
  view: AttributionView,
  from: number,
  to: number,
  quotations: readonly Quotation[],
  room: ViewRoom,
): AttributionView {
  const words: WordColumns = {
    form: view.form.subarray(from, to),
    lemma: view.lemma.subarray(from, to),
    xpos: view.xpos.subarray(from, to),
    deprel: view.deprel.subarray(from, to),
    caps: view.caps.subarray(from, to),
    isPunctuation: view.isPunctuation.subarray(from, to),
    cueClass: view.cueClass.subarray(from, to),
    cueStrength: view.cueStrength.subarray(from, to),
    frameFit: view.frameFit.subarray(from, to),
    chance: view.chance.subarray(from, to),
    coreBits: view.coreBits,
  };
  room.begin(to - from, TREE_COLUMNS + 1);
  return makeTreeColumns(sliceDoc(view.doc, from, to, room.integers(-1)), words, quotations, room);
}

/** The rows that fit are still to be marked. */
function makeWordColumns(doc: ParsedDoc): WordColumns {
  const n = doc.length;
  const { xposHashes, deprelHashes, coreBits } = hashNames(doc.names);
  const integers = new Int32Array(5 * n);
  const bytes = new Uint8Array(5 * n);
  const form = integers.subarray(0, n);
  const lemma = integers.subarray(n, 2 * n);
  const xpos = integers.subarray(2 * n, 3 * n);
  const deprel = integers.subarray(3 * n, 4 * n);
  const caps = bytes.subarray(0, n);
  const isPunctuation = bytes.subarray(n, 2 * n);
  const { text, start, end } = doc;
  for (let i = 0; i < n; i++) {
    form[i] = hashString(text, start[i], end[i]);
    lemma[i] = hashString(doc.lemma[i]);
    xpos[i] = xposHashes[doc.xpos[i]];
    deprel[i] = deprelHashes[doc.deprel[i]];
    caps[i] = capitals(text, start[i], end[i]);
    isPunctuation[i] = doc.upos[i] === PUNCT ? 1 : 0;
  }
  return {
    form,
    lemma,
    xpos,
    deprel,
    caps,
    isPunctuation,
    cueClass: integers.subarray(4 * n),
    cueStrength: bytes.subarray(2 * n, 3 * n),
    frameFit: bytes.subarray(3 * n, 4 * n),
    chance: bytes.subarray(4 * n),
    coreBits,
  };
}

/** What the names of tags and relations give, by their numbers. */
interface HashedNames {
  readonly xposHashes: Int32Array;
  readonly deprelHashes: Int32Array;
  readonly coreBits: Int32Array;
}

/** Nearly all texts have the names of the same parser. */
const HASHED = new WeakMap<TagNames, HashedNames>();

function hashNames(names: TagNames): HashedNames {
  let hashed = HASHED.get(names);
  if (hashed === undefined) {
    const deprelHashes = Int32Array.from(names.deprel, (name) => hashString(name));
    const coreBits = deprelHashes.map((hash, k) => (CORE.test(names.deprel[k]) ? 1 << (hash & 31) : 0));
    hashed = { xposHashes: Int32Array.from(names.xpos, (tag) => hashString(tag)), deprelHashes, coreBits };
    HASHED.set(names, hashed);
  }
  return hashed;
}

/** Columns of integers that {@link makeTreeColumns} takes; it takes fewer of bytes. */
const TREE_COLUMNS = 6;

/** The columns that hang on the tree and on the marks around: a part read on its own has others than the whole. `room` has room for them. */
function makeTreeColumns(
  doc: ParsedDoc,
  words: WordColumns,
  quotations: readonly Quotation[],
  room: ViewRoom,
): AttributionView {
  const n = doc.length;
  const sentences = doc.sentence.length - 1;
  // Written out: a spread of so many columns costs more than the parts of most texts.
  const view = {
    doc,
    length: n,
    form: words.form,
    lemma: words.lemma,
    xpos: words.xpos,
    deprel: words.deprel,
    caps: words.caps,
    isPunctuation: words.isPunctuation,
    cueClass: words.cueClass,
    cueStrength: words.cueStrength,
    frameFit: words.frameFit,
    chance: words.chance,
    coreBits: words.coreBits,
    frame: room.integers(0),
    quotation: room.integers(-1),
    sentenceOf: room.integers(0),
    firstChild: room.integers(-1),
    nextSibling: room.integers(-1),
    relationsBelow: room.integers(0),
    quote: room.bytes(),
    quotedShare: new Float32Array(sentences),
    root: new Int32Array(sentences).fill(-1),
  };
  hangDependents(view);
  markQuotations(view, quotations);
  if (quotations.length === 0) return view;
  for (let s = 0; s < sentences; s++) {
    let quoted = 0;
    for (let i = doc.sentence[s]; i < doc.sentence[s + 1]; i++) if (view.quote[i] !== OUTSIDE) quoted++;
    view.quotedShare[s] = quoted / Math.max(1, doc.sentence[s + 1] - doc.sentence[s]);
  }
  return view;
}

function hangDependents(
  view: Pick<
    AttributionView,
    "doc" | "sentenceOf" | "root" | "firstChild" | "nextSibling" | "relationsBelow" | "frame" | "coreBits"
  >,
): void {
  const { firstChild, nextSibling, relationsBelow, sentenceOf, frame, coreBits } = view;
  const { sentence, head, deprel } = view.doc;
  for (let s = sentence.length - 2; s >= 0; s--) {
    // Backwards, so that each dependent is put before those of its head that follow it.
    for (let i = sentence[s + 1] - 1; i >= sentence[s]; i--) {
      sentenceOf[i] = s;
      const above = head[i];
      if (above < 0) {
        view.root[s] = i;
        continue;
      }
      nextSibling[i] = firstChild[above];
      firstChild[above] = i;
      relationsBelow[above] |= relationBit(deprel[i]);
      // A set as a sum: the same dependents in another order are the same frame.
      frame[above] |= coreBits[deprel[i]];
    }
  }
}

/** Parts of speech of which no row's first word is. */
const NEVER_CUE = Uint8Array.from(UPOS, (tag) =>
  /^(PUNCT|PROPN|DET|NUM|PRON|CCONJ|PART|INTJ|SYM|X)$/.test(tag) ? 1 : 0,
);

/** The row that fits word `i` best: one whose source and content are there before a stronger one alone. */
function markCue(
  view: Pick<AttributionView, keyof HashedTree | "cueClass" | "cueStrength" | "frameFit">,
  cues: CueTable,
  i: number,
): void {
  const { doc } = view;
  let best = 0;
  const rows = findRowsAt(cues, doc, i);
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k];
    // Even its whole frame would not make it the best.
    if (WHOLE_FRAME * 8 + row.rank <= best || !mayGoOn(view, row, i)) continue;
    const fit = fitRow(view, row, i);
    const score = fit * 8 + row.rank;
    if (fit === NO_ROW || score <= best) continue;
    best = score;
    view.frameFit[i] = fit;
    view.cueStrength[i] = row.rank;
    view.cueClass[i] = row.classHash;
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
