/**
 * A stretch that one article shares with an earlier one, with what tells a copy from a formula, the site's own lines
 * and a quotation.
 *
 * In: an aligned pair. Out: plain values, as the store keeps them: grouping needs no text.
 */
import type { Stretch } from "./align-pair.js";
import { NAME, type ReuseText, spanOfSentences, spanOfWords } from "./reuse-text.js";
import { THRESHOLDS } from "./thresholds.js";
import type { WordRange } from "./word-alignment.js";

export interface SharedStretch {
  /** Id of the earlier article, by date and id. */
  readonly a: string;
  readonly aStart: number;
  readonly aEnd: number;
  /** Id of the later one. */
  readonly b: string;
  readonly bStart: number;
  readonly bEnd: number;
  /** Words of the shorter side. */
  readonly words: number;
  /** True where it is whole sentences on both sides. */
  readonly whole: boolean;
  /** Words that the two articles share elsewhere. */
  readonly elsewhere: number;
  /** Words that they share elsewhere and that do not stand in quotation marks. */
  readonly plain: number;
  /** True where most of it stands in quotation marks on both sides. */
  readonly quoted: boolean;
  /**
   * True where it may be the site's own: at the very beginning or end of both articles, with no name or figure that
   * stands elsewhere in them.
   */
  readonly site: boolean;
}

/** The stretches of an aligned pair. */
export function describeStretches(
  a: ReuseText,
  b: ReuseText,
  stretches: readonly Stretch[],
): SharedStretch[] {
  if (stretches.length === 0) return [];
  const sizes = stretches.map((s) => Math.min(s.a.to - s.a.from, s.b.to - s.b.from));
  const quotes = stretches.map(
    (s) => Math.min(shareQuoted(a, s.a), shareQuoted(b, s.b)) >= THRESHOLDS.quotedShare.value,
  );
  const all = sizes.reduce((x, y) => x + y, 0);
  const allPlain = sizes.reduce((sum, size, k) => sum + (quotes[k] ? 0 : size), 0);
  return stretches.map((s, k) => {
    const measure = s.whole ? spanOfSentences : spanOfWords;
    const inA = measure(a, s.a.from, s.a.to);
    const inB = measure(b, s.b.from, s.b.to);
    return {
      a: a.id,
      aStart: inA.start,
      aEnd: inA.end,
      b: b.id,
      bStart: inB.start,
      bEnd: inB.end,
      words: sizes[k],
      whole: s.whole,
      elsewhere: all - sizes[k],
      plain: allPlain - (quotes[k] ? 0 : sizes[k]),
      quoted: quotes[k],
      site: isAtEdge(a, s.a) && isAtEdge(b, s.b) && !isTied(a, s.a) && !isTied(b, s.b),
    };
  });
}

function shareQuoted(text: ReuseText, range: WordRange): number {
  let n = 0;
  for (let i = range.from; i < range.to; i++) n += text.quoted[i];
  return n / (range.to - range.from);
}

function isAtEdge(text: ReuseText, range: WordRange): boolean {
  const most = THRESHOLDS.edgeWords.value;
  return range.from <= most || text.length - range.to <= most;
}

function isTied(text: ReuseText, range: WordRange): boolean {
  const facts = new Set<number>();
  for (let i = range.from; i < range.to; i++) if (text.kind[i] >= NAME) facts.add(text.word[i]);
  if (facts.size === 0) return false;
  for (let i = 0; i < text.length; i++) {
    if (i === range.from) i = range.to;
    if (i < text.length && text.kind[i] !== 0 && facts.has(text.word[i])) return true;
  }
  return false;
}
