/**
 * Spoken quotations that no attribution has taken, as drafts of statements.
 *
 * In: quotations in the order of the text and the drafts that are there. Out: a draft each, with the frame that stands
 * in its own sentences, or the one that introduces it, or the speaker that it goes on from, or none.
 */
import type { AttributionView } from "./attribution-view.js";
import type { CueTable } from "./cue-table.js";
import { findFrame, type QuotationFrame } from "./frame.js";
import { paragraphOf, wordsOfQuotation } from "./quotation-kind.js";
import type { Quotation } from "./quotations.js";
import type { StatementDraft } from "./statement-draft.js";
import { spansOfQuotation } from "./statement-spans.js";

/** What a quotation is said by. */
interface FoundFrame {
  readonly frame?: QuotationFrame;
  readonly introduced: boolean;
  readonly continues: StatementDraft | null;
}

/** Drafts of `quotations`; one may go on from a draft in `before` or from one of those made here. */
export function draftQuotations(
  view: AttributionView,
  quotations: readonly Quotation[],
  before: readonly StatementDraft[],
  cues: CueTable,
): StatementDraft[] {
  const frames = new SentenceFrames(view, cues);
  const told = new ToldBefore(view, before);
  const drafts: StatementDraft[] = [];
  for (const quotation of quotations) {
    const found = frameOf(view, quotation, frames, told);
    const content = spansOfQuotation(view.doc.text, quotation).filter((s) => s.end > s.start);
    if (content.length === 0) continue;
    const draft = draftQuotation(found, content);
    drafts.push(draft);
    told.add(draft);
  }
  return drafts;
}

function draftQuotation(
  { frame, introduced, continues }: FoundFrame,
  content: StatementDraft["content"],
): StatementDraft {
  const mode = "direct" as const;
  if (frame !== undefined) {
    const { cue: anchor, source } = frame;
    const rule = introduced ? "quotation-introduced" : "quotation-frame";
    return { rule, cue: [anchor], source, anchor, content, mode, parent: null, continues: null };
  }
  const rule = continues ? "quotation-continues" : "quotation-alone";
  return { rule, cue: [], source: [], anchor: -1, content, mode, parent: null, continues };
}

/** The frame in a quotation's own sentences, or the one that introduces it, or the statement that it goes on from. */
function frameOf(
  view: AttributionView,
  quotation: Quotation,
  frames: SentenceFrames,
  told: ToldBefore,
): FoundFrame {
  const { from, to } = wordsOfQuotation(view, quotation);
  const first = view.sentenceOf[from];
  const last = view.sentenceOf[Math.max(from, to - 1)];
  const own = frames.of(last) ?? frames.of(first);
  if (own !== undefined) return { frame: own, introduced: false, continues: null };
  const before = first - 1;
  if (before >= 0) {
    const end = view.doc.sentence[before + 1] - 1;
    const introduced = view.doc.text[view.doc.start[end]] === ":";
    const frame = introduced ? frames.of(before) : undefined;
    if (frame !== undefined) return { frame, introduced: true, continues: null };
  }
  return { introduced: false, continues: told.nearest(quotation.outer.start, paragraphOf(view, from)) };
}

/** The frame of each sentence, looked for once: a sentence may hold many quotations. */
class SentenceFrames {
  readonly #found = new Map<number, QuotationFrame | undefined>();

  constructor(
    readonly view: AttributionView,
    readonly cues: CueTable,
  ) {}

  of(s: number): QuotationFrame | undefined {
    if (!this.#found.has(s)) this.#found.set(s, findFrame(this.view, this.cues, s));
    return this.#found.get(s);
  }
}

/** The statements that end before a quotation, asked for one quotation after the other in the order of the text. */
class ToldBefore {
  /** Those that end behind the last quotation asked for, the first to end last. */
  readonly #waiting: { readonly draft: StatementDraft; readonly end: number }[];
  #latest: StatementDraft | null = null;
  #latestEnd = -1;

  constructor(
    readonly view: AttributionView,
    drafts: readonly StatementDraft[],
  ) {
    this.#waiting = drafts
      .map((draft) => ({ draft, end: this.#endOf(draft) }))
      .reverse()
      .sort((a, b) => b.end - a.end);
  }

  add(draft: StatementDraft): void {
    const end = this.#endOf(draft);
    let low = 0;
    for (let high = this.#waiting.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (this.#waiting[middle].end > end) low = middle + 1;
      else high = middle;
    }
    this.#waiting.splice(low, 0, { draft, end });
  }

  /** The statement that ends last before `offset`, if in `paragraph` or the one before; the first of equals. */
  nearest(offset: number, paragraph: number): StatementDraft | null {
    for (
      let next = this.#waiting.at(-1);
      next !== undefined && next.end <= offset;
      next = this.#waiting.at(-1)
    ) {
      this.#waiting.pop();
      if (next.end <= this.#latestEnd) continue;
      this.#latest = next.draft;
      this.#latestEnd = next.end;
    }
    if (this.#latest === null) return null;
    const away = paragraph - paragraphOf(this.view, wordAt(this.view, this.#latestEnd));
    return away <= 1 ? this.#latest : null;
  }

  /** Where its content or its cue ends. */
  #endOf({ content, anchor }: StatementDraft): number {
    return Math.max(content[content.length - 1].end, anchor < 0 ? 0 : this.view.doc.end[anchor]);
  }
}

/** The first word that ends at `offset` or behind. */
function wordAt(view: AttributionView, offset: number): number {
  let low = 0;
  let high = view.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (view.doc.end[middle] < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
