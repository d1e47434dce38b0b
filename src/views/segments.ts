/**
 * Layered segments of a text: in, marks that may nest, touch, overlap and cross; out, the text cut at
 * every edge of a mark, each piece with the marks that cover it.
 *
 * The method is a sweep over the sorted edges. Marks come outermost first: the one that starts earlier,
 * then the one that ends later, then the given `rank`. Two neighbours therefore share the longest
 * possible run of outer marks, so a page can keep those open and draw what nests as nested; only marks
 * that truly cross are drawn in pieces.
 *
 * Limit: a text under k marks at once costs k entries for each piece.
 */
import type { Span } from "../core/evidence.js";

/** A piece of the text and the marks that cover all of it, outermost first. */
export interface Segment<M extends Span> extends Span {
  readonly marks: readonly M[];
}

/**
 * Cuts `window` at the edges of `marks`. The pieces touch and fill the window; marks are clipped to it,
 * and empty ones cover nothing. An empty window has no pieces.
 */
export function segmentText<M extends Span>(
  window: Span,
  marks: readonly M[],
  rank: (mark: M) => number = () => 0,
): Segment<M>[] {
  if (window.end <= window.start) return [];
  const sorted = marks
    .filter((m) => m.start < m.end && m.start < window.end && m.end > window.start)
    .sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
  const edges = new Set<number>([window.start, window.end]);
  for (const mark of sorted) {
    edges.add(Math.max(mark.start, window.start));
    edges.add(Math.min(mark.end, window.end));
  }
  const cuts = [...edges].sort((a, b) => a - b);

  const segments: Segment<M>[] = [];
  let open: M[] = [];
  let next = 0;
  for (let i = 0; i + 1 < cuts.length; i++) {
    const start = cuts[i];
    open = open.filter((m) => m.end > start);
    for (; next < sorted.length && sorted[next].start <= start; next++) open.push(sorted[next]);
    segments.push({ start, end: cuts[i + 1], marks: [...open] });
  }
  return segments;
}

/** A step in drawing segments: a mark begins, characters follow, a mark ends. */
export type DrawStep<M extends Span> =
  | { readonly kind: "open"; readonly mark: M }
  | { readonly kind: "text"; readonly start: number; readonly end: number }
  | { readonly kind: "close"; readonly mark: M };

/**
 * The steps that draw segments as boxes inside boxes, properly nested. A mark stays open for as long as
 * the marks around it do; one that crosses another ends and begins again.
 */
export function* walkSegments<M extends Span>(segments: readonly Segment<M>[]): Generator<DrawStep<M>> {
  let open: readonly M[] = [];
  for (const { start, end, marks } of segments) {
    let shared = 0;
    while (shared < open.length && shared < marks.length && open[shared] === marks[shared]) shared++;
    for (let i = open.length; i > shared; i--) yield { kind: "close", mark: open[i - 1] };
    for (let i = shared; i < marks.length; i++) yield { kind: "open", mark: marks[i] };
    yield { kind: "text", start, end };
    open = marks;
  }
  for (let i = open.length; i > 0; i--) yield { kind: "close", mark: open[i - 1] };
}
