/**
 * What stands around a statement's cue, outside its content: by which means it was said, and to whom.
 */
import { type Span, spanContains } from "../core/evidence.js";
import type { AttributionView } from "./attribution-view.js";
import type { Channel } from "./channel.js";
import type { ChannelRow, ChannelTable } from "./channel-table.js";
import type { CueTable } from "./cue-table.js";
import { subtreeOf } from "./frame.js";
import { findRowAddressee } from "./frame-match.js";
import { findRowsAt } from "./row-lookup.js";
import { mayGoOn } from "./row-words.js";
import {
  chooseExpression,
  findExpressions,
  type NamedExpression,
  phraseSpan,
  type StatementFrame,
} from "./statement-frame.js";

export interface FoundChannel {
  readonly channel: Channel;
  readonly span: Span;
  /** Its head. */
  readonly word: number;
}

/** The channel with the highest priority in the frame, the nearest to the cue among equals; null for none. */
export function findChannel(
  view: AttributionView,
  frame: StatementFrame,
  channels: ChannelTable,
): FoundChannel | null {
  const named = findExpressions(view, frame, channels);
  const found = chooseExpression(view, named, (inner, outer) => isNamed(inner) && isNamed(outer));
  return found === undefined
    ? null
    : { channel: found.row.channel, span: phraseSpan(view, frame, found.word), word: found.word };
}

/** A weaker expression ("remarks", "comments") yields to what it hangs with. */
const WEAKEST_NAME = 5;

function isNamed({ row }: NamedExpression<ChannelRow>): boolean {
  return row.priority >= WEAKEST_NAME;
}

/** Head words of those spoken to, as the cue's row tells. */
export function findAddressee(
  view: AttributionView,
  { draft, words }: StatementFrame,
  cues: CueTable,
): number[] {
  if (draft.anchor < 0) return [];
  const { doc } = view;
  const rows = findRowsAt(cues, doc, draft.anchor);
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k];
    if (row.frame.addressee.length === 0 || !mayGoOn(view, row, draft.anchor)) continue;
    const addressee = findRowAddressee(view, row, draft.anchor);
    if (addressee < 0) continue;
    const at = { start: doc.start[addressee], end: doc.end[addressee] };
    if (draft.content.some((span) => spanContains(span, at)) || draft.source.includes(addressee)) continue;
    const inFrame = new Set(words);
    return subtreeOf(
      view,
      addressee,
      (w) => inFrame.has(w) && !draft.cue.includes(w) && !draft.source.includes(w),
    );
  }
  return [];
}
