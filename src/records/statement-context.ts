/**
 * What stands around a statement's cue, outside its content: by which means it was said, when, and to whom.
 */
import { type Span, spanContains, spansOverlap } from "../core/evidence.js";
import { type ParsedDoc, UPOS } from "../language/doc.js";
import type { DateMention } from "../mentions/date-mention.js";
import type { AttributionView } from "./attribution-view.js";
import type { Channel } from "./channel.js";
import type { ChannelTable } from "./channel-table.js";
import type { CueTable } from "./cue-table.js";
import { subtreeOf } from "./frame.js";
import { matchRow, relationOf } from "./frame-match.js";
import { findRows } from "./lexical-table.js";
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
const TAKING_UP = new Set([
  "remark",
  "comment",
  "statement",
  "announcement",
  "observation",
  "declaration",
  "appeal",
]);

/** The next sentence, where it tells of how the statement was made: a definite "remark" or "statement" made; else -1. */
function followUp(view: AttributionView, draft: StatementDraft): number {
  const { doc } = view;
  const s = view.sentenceOf[draft.anchor] + 1;
  if (draft.parent !== null || s + 1 >= doc.sentence.length) return -1;
  for (let i = doc.sentence[s]; i < doc.sentence[s + 1]; i++) {
    if (!TAKING_UP.has(doc.lemma[i].toLowerCase()) || !/^(obj|nsubj:pass)$/.test(relationOf(doc, i)))
      continue;
    if (doc.lemma[doc.head[i]].toLowerCase() !== "make") continue;
    for (let child = view.firstChild[i]; child >= 0; child = view.nextSibling[child]) {
      if (/^(the|this|these|his|her|their|its)$/i.test(formOf(doc, child))) return s;
    }
  }
  return -1;
}

/** Words of the sentences that the cue and the source stand in, without the content. */
function frameWords(view: AttributionView, draft: StatementDraft): number[] {
  const anchors = [draft.anchor, ...draft.source].filter((i) => i >= 0);
  const sentences = new Set(anchors.map((i) => view.sentenceOf[i]));
  const next = followUp(view, draft);
  if (next >= 0) sentences.add(next);
  const words: number[] = [];
  const from = Math.min(...anchors) - WIDEST_FRAME;
  const to = Math.max(...anchors) + WIDEST_FRAME;
  for (const s of sentences) {
    for (let i = Math.max(from, view.doc.sentence[s]); i < Math.min(to, view.doc.sentence[s + 1]); i++) {
      const word = { start: view.doc.start[i], end: view.doc.end[i] };
      if (!draft.content.some((span) => spansOverlap(span, word))) words.push(i);
    }
  }
  return words;
}

/** The channel with the highest priority in the frame, the nearest to the cue among equals; null for none. */
export function findChannel(
  view: AttributionView,
  draft: StatementDraft,
  channels: ChannelTable,
): FoundChannel | null {
  if (draft.anchor < 0) return null;
  let best: { priority: number; away: number; word: number; channel: Channel } | undefined;
  for (const i of frameWords(view, draft)) {
    const word = { lemma: view.doc.lemma[i], form: formOf(view.doc, i), upos: UPOS[view.doc.upos[i]] };
    for (const row of findRows(channels, word)) {
      if (matchRow(view, row, i) === undefined) continue;
      const away = Math.abs(i - draft.anchor);
      if (
        best === undefined ||
        row.priority > best.priority ||
        (row.priority === best.priority && away < best.away)
      ) {
        best = { priority: row.priority, away, word: i, channel: row.channel };
      }
    }
  }
  if (best === undefined) return null;
  return { channel: best.channel, span: phraseSpan(view, draft, best.word) };
}

/** The phrase around a channel's word, cut where the content or too much else begins. */
function phraseSpan(view: AttributionView, draft: StatementDraft, word: number): Span {
  const inFrame = new Set(frameWords(view, draft));
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
  view: AttributionView,
  draft: StatementDraft,
  dates: readonly DateMention[],
): DateMention | null {
  if (draft.anchor < 0) return null;
  const words = frameWords(view, draft);
  let best: DateMention | null = null;
  let bestAway = Number.POSITIVE_INFINITY;
  for (const date of dates) {
    if (date.type !== "DATE" && date.type !== "TIME") continue;
    const inside = words.find((i) => view.doc.start[i] >= date.start && view.doc.end[i] <= date.end);
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
export function findAddressee(view: AttributionView, draft: StatementDraft, cues: CueTable): number[] {
  if (draft.anchor < 0) return [];
  const { doc } = view;
  const word = {
    lemma: doc.lemma[draft.anchor],
    form: formOf(doc, draft.anchor),
    upos: UPOS[doc.upos[draft.anchor]],
  };
  for (const row of findRows(cues, word)) {
    const match = matchRow(view, row, draft.anchor);
    if (match === undefined || match.addressee < 0) continue;
    const at = { start: doc.start[match.addressee], end: doc.end[match.addressee] };
    if (draft.content.some((span) => spanContains(span, at)) || draft.source.includes(match.addressee))
      continue;
    const inFrame = new Set(frameWords(view, draft));
    return subtreeOf(
      view,
      match.addressee,
      (w) => inFrame.has(w) && !draft.cue.includes(w) && !draft.source.includes(w),
    );
  }
  return [];
}

function formOf(doc: ParsedDoc, i: number): string {
  return doc.text.slice(doc.start[i], doc.end[i]);
}
