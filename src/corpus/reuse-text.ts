/**
 * A text prepared for comparison: its words as hashes, in sentences in paragraphs.
 *
 * In: an article. Out: columns over its words; signs and boilerplate are left out, so that word i and word i + 1 are
 * neighbours whatever stands between them. Words and sentences are the language's own (src/language/segment.ts, by
 * rule).
 */
import type { Span } from "../core/evidence.js";
import { segmentText } from "../language/segment.js";
import { findDocQuotations, type Quotation } from "../records/quotations.js";
import { isFunctionWord } from "./function-words.js";
import type { ReuseArticle } from "./reuse-article.js";
import { hashWord } from "./word-hash.js";

/** What a word is worth as evidence. */
export const FUNCTION = 0;
export const CONTENT = 1;
export const NAME = 2;
export const NUMBER = 3;

/** A longer sentence, in words, is compared in pieces: it is a list, or a text without signs. */
const LONGEST_SENTENCE = 200;

export interface ReuseText {
  readonly id: string;
  readonly text: string;
  /** Number of words. */
  readonly length: number;
  readonly word: Uint32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** {@link FUNCTION}, {@link CONTENT}, {@link NAME} or {@link NUMBER}. */
  readonly kind: Uint8Array;
  /** 1 where the word stands in quotation marks. */
  readonly quoted: Uint8Array;
  /** Sentence of each word. */
  readonly inSentence: Int32Array;
  /** First word of each sentence, then `length`. */
  readonly sentence: Int32Array;
  /** Paragraph of each sentence. */
  readonly paragraph: Int32Array;
}

/** The article's words. */
export function prepareText(article: Pick<ReuseArticle, "id" | "text" | "boilerplate">): ReuseText {
  const { id, text } = article;
  const doc = segmentText(text);
  const word = new Uint32Array(doc.length);
  const start = new Int32Array(doc.length);
  const end = new Int32Array(doc.length);
  const kind = new Uint8Array(doc.length);
  const inSentence = new Int32Array(doc.length);
  const sentence: number[] = [];
  const paragraph: number[] = [];
  const left = [...article.boilerplate].sort((a, b) => a.start - b.start);
  let n = 0;
  for (let p = 0; p + 1 < doc.paragraph.length; p++) {
    for (let s = doc.paragraph[p]; s < doc.paragraph[p + 1]; s++) {
      let first = n;
      for (let i = doc.sentence[s]; i < doc.sentence[s + 1]; i++) {
        const hash = hashWord(text, doc.start[i], doc.end[i]);
        if (hash === 0 || isWithin(left, doc.start[i])) continue;
        word[n] = hash;
        start[n] = doc.start[i];
        end[n] = doc.end[i];
        kind[n] = classifyWord(text, doc.start[i], hash, n === first);
        inSentence[n] = sentence.length;
        n++;
        if (n - first < LONGEST_SENTENCE) continue;
        sentence.push(first);
        paragraph.push(p);
        first = n;
      }
      if (n === first) continue;
      sentence.push(first);
      paragraph.push(p);
    }
  }
  sentence.push(n);
  return {
    id,
    text,
    length: n,
    word: word.slice(0, n),
    start: start.slice(0, n),
    end: end.slice(0, n),
    kind: kind.slice(0, n),
    quoted: markQuoted(findDocQuotations(doc), start, n),
    inSentence: inSentence.slice(0, n),
    sentence: Int32Array.from(sentence),
    paragraph: Int32Array.from(paragraph),
  };
}

/** Characters of words `from` to `to` (exclusive). */
export function spanOfWords(text: ReuseText, from: number, to: number): Span {
  return { start: text.start[from], end: text.end[to - 1] };
}

/** The same with the signs that stand close around them: a full stop, quotation marks, brackets. */
export function spanOfSentences(text: ReuseText, from: number, to: number): Span {
  let { start, end } = spanOfWords(text, from, to);
  const before = from > 0 ? text.end[from - 1] : 0;
  const behind = to < text.length ? text.start[to] : text.text.length;
  while (start > before && isSign(text.text.charCodeAt(start - 1))) start--;
  while (end < behind && isSign(text.text.charCodeAt(end))) end++;
  return { start, end };
}

/** First word of the paragraph that holds word `i`, and the first behind it. */
export function paragraphAround(text: ReuseText, i: number): [number, number] {
  let first = text.inSentence[i];
  let last = first;
  const paragraph = text.paragraph[first];
  while (first > 0 && text.paragraph[first - 1] === paragraph) first--;
  while (last + 1 < text.paragraph.length && text.paragraph[last + 1] === paragraph) last++;
  return [text.sentence[first], text.sentence[last + 1]];
}

/** True for a character that is neither white space nor of a word. */
function isSign(code: number): boolean {
  return (
    code > 0x20 && code !== 0xa0 && code !== 0x200b && code !== 0xfeff && !(code >= 0x2000 && code <= 0x200a)
  );
}

/** 1 for every word that starts within a quotation; both are in the order of the text. */
function markQuoted(quotations: readonly Quotation[], start: Int32Array, length: number): Uint8Array {
  const marks = new Uint8Array(length);
  let i = 0;
  for (const { outer, depth } of quotations) {
    if (depth > 0) continue;
    while (i < length && start[i] < outer.start) i++;
    while (i < length && start[i] < outer.end) marks[i++] = 1;
  }
  return marks;
}

function classifyWord(text: string, start: number, hash: number, isFirst: boolean): number {
  const code = text.charCodeAt(start);
  if (code >= 0x30 && code <= 0x39) return NUMBER;
  if (isFunctionWord(hash)) return FUNCTION;
  const isUpper = (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde);
  return isUpper && !isFirst ? NAME : CONTENT;
}

/** `spans` are in order; there are few of them. */
function isWithin(spans: readonly Span[], at: number): boolean {
  for (const span of spans) {
    if (span.start > at) return false;
    if (at < span.end) return true;
  }
  return false;
}
