/**
 * The words around a statement's cue that tell how it was made, and the expressions of a table among them.
 *
 * In: a draft and its tree. Out: the words of its frame; of those that rows of a table name, the one of the highest
 * priority, the nearest to the cue among equals, or what it hangs on where that is named too.
 */
import type { Span } from "../core/evidence.js";
import { getForm, UPOS } from "../language/doc.js";
import { relationSet } from "../language/relation-set.js";
import { hashString } from "../learn/feature-hash.js";
import type { AttributionView } from "./attribution-view.js";
import { subtreeOf } from "./frame.js";
import { fitsRow, relationOf } from "./frame-match.js";
import type { RankedRow, RankedTable } from "./ranked-table.js";
import { findRowsAt, mayHaveRows } from "./row-lookup.js";
import { headWithin, lastWordOf, mayGoOn } from "./row-words.js";
import type { StatementDraft } from "./statement-draft.js";

/** An expression of a table in a frame. */
export interface NamedExpression<Row extends RankedRow> {
  readonly row: Row;
  /** Words between it and the cue. */
  readonly away: number;
  /** Its head. */
  readonly word: number;
}

/** Longest phrase that is shown, in words: "in a press conference on April 14" without what hangs below. */
const LONGEST_PHRASE = 12;

/** Words on either side of source and cue that belong to a frame; no sentence of news is longer. */
const WIDEST_FRAME = 150;

const NOUN = UPOS.indexOf("NOUN");

/** Nouns that take up what was just said: "X made the remark during a visit". */
const TAKING_UP = new Set(
  ["remark", "comment", "statement", "announcement", "observation", "declaration", "appeal"].map((noun) =>
    hashString(noun),
  ),
);

/** What is made stands as the object of "make", or as its subject in the passive. */
const MADE = relationSet("obj", "nsubj:pass");

/** Verbs of holding forth: what hangs on them tells where and on what somebody spoke. */
export const SPEAKING: ReadonlySet<number> = new Set(
  ["speak", "talk", "address", "comment", "respond", "react", "reply", "answer"].map((verb) =>
    hashString(verb),
  ),
);

/** The words that tell how `draft` was said: the sentences of its cue and source without its content, and a next one that takes it up. */
export interface StatementFrame {
  readonly draft: StatementDraft;
  /** The cue's sentence first, each in the order of the text. */
  readonly words: readonly number[];
}

/** The frame of `draft`; no words where it has neither cue nor source. */
export function findStatementFrame(view: AttributionView, draft: StatementDraft): StatementFrame {
  const { doc } = view;
  const words: number[] = [];
  if (draft.anchor < 0) return { draft, words };
  let first = draft.anchor;
  let last = draft.anchor;
  const sentences = [view.sentenceOf[draft.anchor]];
  for (const i of draft.source) {
    if (i < first) first = i;
    if (i > last) last = i;
    if (!sentences.includes(view.sentenceOf[i])) sentences.push(view.sentenceOf[i]);
  }
  const next = followUp(view, draft);
  if (next >= 0 && !sentences.includes(next)) sentences.push(next);
  for (const s of sentences) {
    const from = Math.max(first - WIDEST_FRAME, doc.sentence[s]);
    const to = Math.min(last + WIDEST_FRAME, doc.sentence[s + 1]);
    for (let i = from; i < to; i++) {
      if (isContent(view, draft, i)) continue;
      // How the outer statement was made says nothing of the inner one.
      if (draft.parent === null || isContent(view, draft.parent, i)) words.push(i);
    }
  }
  return { draft, words };
}

/** True if word `i` lies in the content. */
export function isContent({ doc }: AttributionView, { content }: StatementDraft, i: number): boolean {
  for (const span of content) if (span.start < doc.end[i] && doc.start[i] < span.end) return true;
  return false;
}

/**
 * The next sentence, where it tells of how the statement was made: a definite "remark" or "statement" made, or that the
 * speaker "was speaking at" something; else -1.
 */
function followUp(view: AttributionView, draft: StatementDraft): number {
  const { doc } = view;
  const s = view.sentenceOf[draft.anchor] + 1;
  if (draft.parent !== null || s + 1 >= doc.sentence.length) return -1;
  if (tellsOfSpeaking(view, view.root[s])) return s;
  for (let i = doc.sentence[s]; i < doc.sentence[s + 1]; i++) {
    if (doc.upos[i] !== NOUN || !TAKING_UP.has(view.lemma[i]) || !MADE.has(doc, i)) continue;
    if (doc.lemma[doc.head[i]].toLowerCase() !== "make") continue;
    for (let child = view.firstChild[i]; child >= 0; child = view.nextSibling[child]) {
      if (/^(the|this|these|his|her|their|its)$/i.test(getForm(doc, child))) return s;
    }
  }
  return -1;
}

/** "She was speaking at a fair in Lomé.": the progressive, without anything that is said. */
function tellsOfSpeaking(view: AttributionView, root: number): boolean {
  const { doc } = view;
  if (!SPEAKING.has(view.lemma[root]) || doc.names.xpos[doc.xpos[root]] !== "VBG") return false;
  let progressive = false;
  for (let child = view.firstChild[root]; child >= 0; child = view.nextSibling[child]) {
    const relation = relationOf(doc, child);
    if (relation === "ccomp" || relation === "conj") return false;
    if (relation === "aux" && /^(was|were)$/i.test(getForm(doc, child))) progressive = true;
  }
  return progressive;
}

/** The expressions of `table` in the frame that `admits` lets pass, in the order of its words. */
export function findExpressions<Row extends RankedRow>(
  view: AttributionView,
  frame: StatementFrame,
  table: RankedTable<Row>,
  admits: (word: number) => boolean = () => true,
): NamedExpression<Row>[] {
  const { doc } = view;
  const { anchor } = frame.draft;
  const named: NamedExpression<Row>[] = [];
  for (const i of frame.words) {
    if (!mayHaveRows(table.index, doc.upos[i], view.lemma[i], view.form[i])) continue;
    let best: Row | undefined;
    const rows = findRowsAt(table, doc, i);
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k];
      if (best !== undefined && row.priority <= best.priority) continue;
      if (mayGoOn(view, row, i) && fitsRow(view, row, i)) best = row;
    }
    if (best === undefined) continue;
    const head = best.pos === "NOUN" ? headWithin(view, i, lastWordOf(view, best.spellings, i)) : i;
    if (admits(head)) named.push({ row: best, away: Math.abs(i - anchor), word: head });
  }
  return named;
}

/** The expression that counts among `named`; undefined for none. `yields` tells of one that goes to what it hangs on. */
export function chooseExpression<Row extends RankedRow>(
  view: AttributionView,
  named: readonly NamedExpression<Row>[],
  yields: (inner: NamedExpression<Row>, outer: NamedExpression<Row>) => boolean,
): NamedExpression<Row> | undefined {
  let best: NamedExpression<Row> | undefined;
  for (const one of named) {
    const isBetter =
      best === undefined ||
      one.row.priority > best.row.priority ||
      (one.row.priority === best.row.priority && one.away < best.away);
    if (isBetter) best = one;
  }
  if (best === undefined) return undefined;
  const chosen = best;
  return named.find((other) => hangsOn(view, chosen.word, other.word) && yields(chosen, other)) ?? chosen;
}

/** "a statement read on television": what hangs on something tells how that one was spread. */
function hangsOn({ doc }: AttributionView, word: number, above: number): boolean {
  for (let i = doc.head[word]; i >= 0; i = doc.head[i]) if (i === above) return true;
  return false;
}

/** The phrase around an expression's word, cut where the content or too much else begins. */
export function phraseSpan(view: AttributionView, { draft, words }: StatementFrame, word: number): Span {
  const inFrame = new Set(words);
  const own = subtreeOf(view, word, (w) => inFrame.has(w) && w !== draft.anchor);
  let from = own.indexOf(word);
  let to = from;
  while (from > 0 && own[from - 1] === own[from] - 1) from--;
  while (to + 1 < own.length && own[to + 1] === own[to] + 1) to++;
  if (to - from >= LONGEST_PHRASE) {
    from = own.indexOf(word);
    to = from;
  }
  return { start: view.doc.start[own[from]], end: view.doc.end[own[to]] };
}
