/**
 * Attributions and quotations brought together into drafts of statements, nested ones inside their parents.
 *
 * The learned attributions come first; each takes the quotations that its content covers, whole. A spoken
 * quotation that none has taken is given its frame by the tree, or the speaker that it goes on from, or
 * stands without one. What is said inside a content is found by reading the content as a text of its own.
 */
import { type Span, spanContains } from "../core/evidence.js";
import { SpanCover } from "../core/span-cover.js";
import { firstWordFrom } from "../language/doc.js";
import { hashString } from "../learn/feature-hash.js";
import {
  type Attribution,
  type AttributionModels,
  findAttributions,
  isColon,
  type WalkedAttribution,
} from "./attribution.js";
import { dropDocument } from "./attribution-content.js";
import { draftAttribution, draftQuotedSpeaker } from "./attribution-draft.js";
import { type AttributionView, sliceView } from "./attribution-view.js";
import { AttributionWalk } from "./attribution-walk.js";
import type { ChannelTable } from "./channel-table.js";
import type { CueTable } from "./cue-table.js";
import { draftQuotations } from "./quotation-drafts.js";
import { classifyQuotation } from "./quotation-kind.js";
import type { Quotation } from "./quotations.js";
import { findQuotedSpeakers, type QuotedSpeaker } from "./quoted-speaker.js";
import type { StatementDraft } from "./statement-draft.js";
import { findTableAttributions } from "./table-attribution.js";
import { ViewRoom } from "./view-room.js";

/** Deepest nesting that is looked for: an outlet's sentence, and three voices inside each other. */
const DEEPEST = 4;
/** Shortest run of a content that may hold a statement, in words. */
const SHORTEST_CONTENT = 4;

interface Context {
  readonly models: AttributionModels;
  readonly cues: CueTable;
  readonly channels: ChannelTable;
  /** What may be neither cue nor source: boilerplate, headers. */
  readonly excluded: SpanCover;
  /** Serves all levels, one after the other. */
  readonly walk: AttributionWalk;
  /** Of each level below the text's own: only one of its parts is read at a time. */
  readonly rooms: readonly ViewRoom[];
}

/** Drafts of all statements of a text, whose outermost quotations `view` has; parents before what is said inside them. */
export function draftStatements(
  view: AttributionView,
  quotations: readonly Quotation[],
  models: AttributionModels,
  { cues, channels }: Pick<Context, "cues" | "channels">,
  excluded: readonly Span[],
): StatementDraft[] {
  const context: Context = {
    models,
    cues,
    channels,
    excluded: new SpanCover(excluded),
    walk: new AttributionWalk(view),
    rooms: Array.from({ length: DEEPEST }, () => new ViewRoom()),
  };
  return draftLevel(view, 0, quotations, context, null);
}

/** Drafts of one level and, below each, of the next. `offset` is the place of the slice's first word in the text. */
function draftLevel(
  view: AttributionView,
  offset: number,
  quotations: readonly Quotation[],
  context: Context,
  parent: StatementDraft | null,
): StatementDraft[] {
  const { excluded } = context;
  const top = outermost(quotations);
  const kinds = top.map((q) => classifyQuotation(view, q));
  const attributions = findAttributions(
    view,
    context.models,
    (a) => !isExcluded(view, a, excluded) && !isSoCalled(view, a.anchor),
    context.walk,
  );
  if (parent !== null) attributions.push(...findTableAttributions(view, context.cues, attributions));
  const quoted = findQuotedSpeakers(view, context.cues);
  const taken = new Set<number>();
  const level = quoted.flatMap((q) => draftQuotedSpeaker(view, q, top, kinds, taken, parent, offset));
  // What a quoted speaker says is read inside his own words, not again inside those of the medium.
  const media = mediaOf(level);
  const told = wordsOf(quoted);
  for (const attribution of attributions) {
    if (told.has(attribution.anchor)) continue;
    const own = withoutDocument(view, attribution, context.channels);
    const draft = draftAttribution(view, own, top, kinds, taken, parent, offset);
    // Nothing but marks is said.
    if (draft.content.length > 0) level.push(draft);
  }
  if (parent === null) {
    const spoken = top.filter(
      (q, k) => !taken.has(k) && kinds[k] === "speech" && !excluded.holds(q.outer.start),
    );
    level.push(...draftQuotations(view, spoken, level, context.cues));
    level.sort((a, b) => a.content[0].start - b.content[0].start);
  }
  const drafts: StatementDraft[] = [];
  for (const draft of level) {
    drafts.push(draft);
    if (depthOf(draft.parent) + 1 < DEEPEST && !media.has(draft))
      drafts.push(...draftInside(view, offset, quotations, context, draft));
  }
  return drafts;
}

function outermost(quotations: readonly Quotation[]): readonly Quotation[] {
  return quotations.length === 0 ? quotations : quotations.filter((q) => q.depth === 0);
}

/** True where cue or source is boilerplate or header. */
function isExcluded(
  { doc }: AttributionView,
  { anchor, source }: WalkedAttribution,
  excluded: SpanCover,
): boolean {
  if (excluded.holds(doc.start[anchor])) return true;
  for (const i of source) if (excluded.holds(doc.start[i])) return true;
  return false;
}

function withoutDocument(
  view: AttributionView,
  attribution: Attribution,
  channels: ChannelTable,
): Attribution {
  const { anchor, source, cue, content, confidence } = attribution;
  const kept = dropDocument(view, anchor, content, channels);
  return kept === content ? attribution : { anchor, source, cue, content: kept, confidence };
}

const NO_DRAFTS: ReadonlySet<StatementDraft | null> = new Set();

/** Those of `drafts` that pass on what another of them says. */
function mediaOf(drafts: readonly StatementDraft[]): ReadonlySet<StatementDraft | null> {
  return drafts.length === 0 ? NO_DRAFTS : new Set(drafts.map((draft) => draft.parent));
}

const NO_WORDS: ReadonlySet<number> = new Set();

/** The cues of quoting media and their speakers, and what lies between: an attribution from there tells the same. */
function wordsOf(quoted: readonly QuotedSpeaker[]): ReadonlySet<number> {
  return quoted.length === 0
    ? NO_WORDS
    : new Set(quoted.flatMap(({ verb, saying, said }) => [verb, saying, ...said]));
}

const CALLED = hashString("called");

/** True for the participle of "so-called": what stands behind it is named, not said. */
function isSoCalled(view: AttributionView, anchor: number): boolean {
  const { doc } = view;
  if (view.form[anchor] !== CALLED) return false;
  const from = doc.start[Math.max(0, anchor - 2)];
  return /^(so ?[-‐] ?|self-)called$/i.test(doc.text.slice(from, doc.end[anchor]));
}

function depthOf(draft: StatementDraft | null): number {
  let depth = 0;
  for (let d = draft; d !== null; d = d.parent) depth++;
  return depth;
}

/** Statements inside a content, each run of its words read on its own. */
function draftInside(
  view: AttributionView,
  offset: number,
  quotations: readonly Quotation[],
  context: Context,
  draft: StatementDraft,
): StatementDraft[] {
  const { doc } = view;
  const found: StatementDraft[] = [];
  for (const span of draft.content) {
    const from = firstWordFrom(doc, span.start);
    let to = from;
    while (to < doc.length && doc.end[to] <= span.end) to++;
    if (to - from < SHORTEST_CONTENT || (from === 0 && to === doc.length)) continue;
    if (!holdsCue(view, from, to)) continue;
    const lifted = liftQuotations(quotations, span);
    const slice = sliceView(view, from, to, outermost(lifted), context.rooms[depthOf(draft)]);
    found.push(...draftLevel(slice, offset + from, lifted, context, draft));
  }
  return found;
}

/** The quotations that lie in `span`, the outermost of them with depth 0. `quotations` are in the order of their starts. */
function liftQuotations(quotations: readonly Quotation[], span: Span): Quotation[] {
  let low = 0;
  for (let high = quotations.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (quotations[middle].outer.start < span.start) low = middle + 1;
    else high = middle;
  }
  if (low === quotations.length || quotations[low].outer.start >= span.end) return [];
  const inner: Quotation[] = [];
  let shallowest = Number.POSITIVE_INFINITY;
  for (let q = low; q < quotations.length && quotations[q].outer.start < span.end; q++) {
    if (!spanContains(span, quotations[q].outer)) continue;
    inner.push(quotations[q]);
    shallowest = Math.min(shallowest, quotations[q].depth);
  }
  return shallowest === 0 ? inner : inner.map((q) => ({ ...q, depth: q.depth - shallowest }));
}

/** What the cue model must have said of a word that the part is read on its own for; less than makes a cue there. */
const LIKELY = 1;
/** Strength and fit of a row that the table alone makes a statement of. */
const STRONG = 3;
const HAS_CONTENT = 3;

/** True where the cue model, reading the whole, or a row of the table told of a cue in the run, or a colon stands there. */
function holdsCue(view: AttributionView, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (view.chance[i] >= LIKELY || isColon(view, i)) return true;
    if (view.cueStrength[i] >= STRONG && view.frameFit[i] >= HAS_CONTENT) return true;
  }
  return false;
}
