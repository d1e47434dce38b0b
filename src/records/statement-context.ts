/**
 * What stands around a statement's cue, outside its content: by which means it was said, when, and to whom.
 */
import { type Span, spanContains } from "../core/evidence.js";
import { getForm } from "../language/doc.js";
import { hashString } from "../learn/feature-hash.js";
import type { DateMention } from "../mentions/date-mention.js";
import type { AttributionView } from "./attribution-view.js";
import type { Channel } from "./channel.js";
import type { ChannelRow, ChannelTable } from "./channel-table.js";
import { mayBegin } from "./cue-first-words.js";
import type { CueTable } from "./cue-table.js";
import { subtreeOf } from "./frame.js";
import { matchRow, relationOf } from "./frame-match.js";
import { findRowsAt } from "./row-lookup.js";
import type { StatementDraft } from "./statement-draft.js";

export interface FoundChannel {
  readonly channel: Channel;
  readonly span: Span;
}

/** Longest channel phrase that is shown, in words: "in a press conference on April 14" without what hangs below. */
const LONGEST_PHRASE = 12;

/** Words on either side of source and cue that belong to a frame; no sentence of news is longer. */
const WIDEST_FRAME = 150;

/** Nouns that take up what was just said: "X made the remark during a visit". */
const TAKING_UP = new Set(
  ["remark", "comment", "statement", "announcement", "observation", "declaration", "appeal"].map((noun) =>
    hashString(noun),
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

function isContent({ doc }: AttributionView, { content }: StatementDraft, i: number): boolean {
  for (const span of content) if (span.start < doc.end[i] && doc.start[i] < span.end) return true;
  return false;
}

/** The next sentence, where it tells of how the statement was made: a definite "remark" or "statement" made; else -1. */
function followUp(view: AttributionView, draft: StatementDraft): number {
  const { doc } = view;
  const s = view.sentenceOf[draft.anchor] + 1;
  if (draft.parent !== null || s + 1 >= doc.sentence.length) return -1;
  for (let i = doc.sentence[s]; i < doc.sentence[s + 1]; i++) {
    if (!TAKING_UP.has(view.lemma[i]) || !/^(obj|nsubj:pass)$/.test(relationOf(doc, i))) continue;
    if (doc.lemma[doc.head[i]].toLowerCase() !== "make") continue;
    for (let child = view.firstChild[i]; child >= 0; child = view.nextSibling[child]) {
      if (/^(the|this|these|his|her|their|its)$/i.test(getForm(doc, child))) return s;
    }
  }
  return -1;
}

/** The channel with the highest priority in the frame, the nearest to the cue among equals; null for none. */
export function findChannel(
  view: AttributionView,
  frame: StatementFrame,
  channels: ChannelTable,
): FoundChannel | null {
  const { doc } = view;
  const { anchor } = frame.draft;
  const named: RankedChannel[] = [];
  for (const i of frame.words) {
    if (!mayName(view, channels, i)) continue;
    let best: ChannelRow | undefined;
    for (const row of findRowsAt(channels, doc, i)) {
      if (best !== undefined && row.priority <= best.priority) continue;
      if (matchRow(view, row, i) !== undefined) best = row;
    }
    if (best !== undefined) named.push({ row: best, away: Math.abs(i - anchor), word: i });
  }
  const best = named.reduce<RankedChannel | undefined>(preferChannel, undefined);
  if (best === undefined) return null;
  const outer = named.find(
    (other) => isNamed(other) && isNamed(best) && hangsOn(view, best.word, other.word),
  );
  const { row, word } = outer ?? best;
  return { channel: row.channel, span: phraseSpan(view, frame, word) };
}

interface RankedChannel {
  readonly row: ChannelRow;
  readonly away: number;
  readonly word: number;
}

function preferChannel(best: RankedChannel | undefined, other: RankedChannel): RankedChannel {
  if (best === undefined || other.row.priority > best.row.priority) return other;
  return other.row.priority === best.row.priority && other.away < best.away ? other : best;
}

/** A weaker expression ("remarks", "comments") yields to what it hangs with. */
const WEAKEST_NAME = 5;

function isNamed({ row }: RankedChannel): boolean {
  return row.priority >= WEAKEST_NAME;
}

/** "a statement read on television": what hangs on a channel tells how that one was spread. */
function hangsOn({ doc }: AttributionView, word: number, above: number): boolean {
  for (let i = doc.head[word]; i >= 0; i = doc.head[i]) if (i === above) return true;
  return false;
}

/** False only if no row of the table begins with word `i`. */
function mayName({ doc, lemma }: AttributionView, { firstWords }: ChannelTable, i: number): boolean {
  return (
    mayBegin(firstWords, lemma[i]) || mayBegin(firstWords, hashString(doc.text, doc.start[i], doc.end[i]))
  );
}

/** The phrase around a channel's word, cut where the content or too much else begins. */
function phraseSpan(view: AttributionView, { draft, words }: StatementFrame, word: number): Span {
  const inFrame = new Set(words);
  const own = draft.cue.includes(word)
    ? [word]
    : subtreeOf(view, word, (w) => inFrame.has(w) && !draft.cue.includes(w));
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

/** The date in the frame that is nearest to the cue; null for none. */
export function findStatementDate(
  { doc }: AttributionView,
  { draft, words }: StatementFrame,
  dates: readonly DateMention[],
): DateMention | null {
  let best: DateMention | null = null;
  let bestAway = Number.POSITIVE_INFINITY;
  let from = Number.POSITIVE_INFINITY;
  let to = -1;
  for (const i of words) {
    if (doc.start[i] < from) from = doc.start[i];
    if (doc.end[i] > to) to = doc.end[i];
  }
  for (const date of dates) {
    // Most dates of a text stand in other sentences.
    if (date.start >= to || date.end <= from || (date.type !== "DATE" && date.type !== "TIME")) continue;
    const inside = words.find((i) => doc.start[i] >= date.start && doc.end[i] <= date.end);
    if (inside === undefined || !/\d/.test(date.value.edtf)) continue;
    const away = Math.abs(inside - draft.anchor);
    if (away < bestAway) {
      best = date;
      bestAway = away;
    }
  }
  return best;
}

/** Head words of those spoken to, as the cue's row tells. */
export function findAddressee(
  view: AttributionView,
  { draft, words }: StatementFrame,
  cues: CueTable,
): number[] {
  if (draft.anchor < 0) return [];
  const { doc } = view;
  for (const row of findRowsAt(cues, doc, draft.anchor)) {
    if (row.frame.addressee.length === 0) continue;
    const match = matchRow(view, row, draft.anchor);
    if (match === undefined || match.addressee < 0) continue;
    const at = { start: doc.start[match.addressee], end: doc.end[match.addressee] };
    if (draft.content.some((span) => spanContains(span, at)) || draft.source.includes(match.addressee))
      continue;
    const inFrame = new Set(words);
    return subtreeOf(
      view,
      match.addressee,
      (w) => inFrame.has(w) && !draft.cue.includes(w) && !draft.source.includes(w),
    );
  }
  return [];
}
