/**
 * The reading page as data: in, an article and its statements; out, its paragraphs, each cut into
 * layered segments, with the statements to be noted beside it.
 *
 * Offsets outside the text are clipped. A statement without any place in the text is kept apart and
 * lost nowhere.
 */
import type { Span } from "../core/evidence.js";
import type { ArticleRecord, StatementRecord } from "../core/records.js";
import { splitParagraphs } from "./paragraphs.js";
import type { CopiedStretch, MarkedRecord } from "./record-marks.js";
import { type Segment, segmentText } from "./segments.js";
import { measureDepths } from "./statement-tree.js";

/** What a stretch of text is marked as; of statement, record and copy at most one, none for header and boilerplate. */
export interface TextMark extends Span {
  readonly part: string;
  readonly statement?: StatementRecord;
  readonly record?: MarkedRecord;
  readonly copied?: CopiedStretch;
  /** How deep the statement is nested. */
  readonly depth: number;
  /** True for the mark that stands for its statement: where its note points to. */
  readonly anchor: boolean;
}

/** A statement to be noted beside a paragraph. */
export interface StatementNote {
  readonly statement: StatementRecord;
  /** From 1, in the order of the text. */
  readonly number: number;
  readonly depth: number;
  /** False where nothing in the text shows the statement. */
  readonly placed: boolean;
}

export interface ReadingParagraph extends Span {
  readonly segments: readonly Segment<TextMark>[];
  readonly notes: readonly StatementNote[];
}

export interface Reading {
  readonly paragraphs: readonly ReadingParagraph[];
  /** Notes without a place in the text. */
  readonly unplaced: readonly StatementNote[];
  /** All notes by the id of their statement. */
  readonly notes: ReadonlyMap<string, StatementNote>;
}

type Marked = Pick<ArticleRecord, "text" | "evidence" | "boilerplate">;

/**
 * Lays out `article` with its statements and `more` marks: all of it, or what of its paragraphs lies in `window`.
 */
export function layOutReading(
  article: Marked,
  statements: readonly StatementRecord[],
  window?: Span,
  more: readonly TextMark[] = [],
): Reading {
  const { text } = article;
  const depths = measureDepths(statements);
  const marks: TextMark[] = [
    ...article.boilerplate.map((e) => ({ ...clip(e, text), part: "boilerplate", depth: 0, anchor: false })),
    ...article.evidence.map((e) => ({ ...clip(e, text), part: e.part, depth: 0, anchor: false })),
    ...more.map((mark) => ({ ...mark, ...clip(mark, text) })),
  ];
  const places = new Map<StatementRecord, number>();
  for (const statement of statements) {
    const spans = statement.evidence
      .map((e) => ({ ...clip(e, text), part: e.part }))
      .filter((e) => e.start < e.end);
    const anchor = spans.find((e) => e.part === "content") ?? spans[0];
    if (anchor) places.set(statement, anchor.start);
    const depth = depths.get(statement.id) ?? 0;
    for (const span of spans) marks.push({ ...span, statement, depth, anchor: span === anchor });
  }

  const ordered = [...statements].sort((a, b) => placeOf(a) - placeOf(b) || depthOf(a) - depthOf(b));
  const notes = new Map<string, StatementNote>();
  ordered.forEach((statement, i) => {
    notes.set(statement.id, {
      statement,
      number: i + 1,
      depth: depthOf(statement),
      placed: places.has(statement),
    });
  });

  const spans = window === undefined ? splitParagraphs(text) : cut(splitParagraphs(text), window);
  const marksOf = deal(spans, marks);
  const noteOf = spans.map(() => [] as StatementNote[]);
  for (const note of notes.values()) {
    const at = places.get(note.statement);
    const paragraph = at === undefined ? -1 : findParagraph(spans, at);
    if (paragraph >= 0) noteOf[paragraph].push(note);
  }
  return {
    paragraphs: spans.map((span, i) => ({
      ...span,
      segments: segmentText(span, marksOf[i], rankMark),
      notes: noteOf[i],
    })),
    unplaced: [...notes.values()].filter((n) => !n.placed),
    notes,
  };

  function placeOf(statement: StatementRecord): number {
    return places.get(statement) ?? Number.POSITIVE_INFINITY;
  }
  function depthOf(statement: StatementRecord): number {
    return depths.get(statement.id) ?? 0;
  }
}

/** Order of marks on the very same words: copies, page furniture, outer statements, their content first, records. */
function rankMark(mark: TextMark): number {
  if (mark.copied !== undefined) return -3;
  if (mark.record !== undefined) return Number.MAX_SAFE_INTEGER;
  if (mark.statement === undefined) return mark.part === "boilerplate" ? -2 : -1;
  return mark.depth * 2 + (mark.part === "content" ? 0 : 1);
}

function clip(span: Span, text: string): Span {
  const start = Math.min(Math.max(span.start, 0), text.length);
  return { start, end: Math.min(Math.max(span.end, start), text.length) };
}

function cut(paragraphs: readonly Span[], window: Span): Span[] {
  return paragraphs
    .map((p) => ({ start: Math.max(p.start, window.start), end: Math.min(p.end, window.end) }))
    .filter((p) => p.start < p.end);
}

/** The marks that meet each paragraph. */
function deal(paragraphs: readonly Span[], marks: readonly TextMark[]): TextMark[][] {
  const hands = paragraphs.map(() => [] as TextMark[]);
  for (const mark of marks) {
    for (let i = findParagraph(paragraphs, mark.start, true); i < paragraphs.length; i++) {
      if (paragraphs[i].start >= mark.end) break;
      hands[i].push(mark);
    }
  }
  return hands;
}

/**
 * Index of the paragraph that holds character `at`, by halving. Between two paragraphs it is the next
 * one if `orNext`, else -1.
 */
function findParagraph(paragraphs: readonly Span[], at: number, orNext = false): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paragraphs[middle].end <= at) low = middle + 1;
    else high = middle;
  }
  if (orNext) return low;
  return low < paragraphs.length && paragraphs[low].start <= at ? low : -1;
}
