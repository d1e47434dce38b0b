/**
 * Quotation marks paired into quotations.
 *
 * In: a text and its paragraphs. Out: quotations in the order of their opening marks, each with the spans
 * of what stands inside (one a paragraph), its depth, and whether it was closed.
 *
 * Handles straight, curly, low and angle marks, doubled apostrophes and backticks, single marks told from
 * apostrophes, marks turned the wrong way (”so"), and quotations over several paragraphs, where each new
 * paragraph repeats the opening mark. One pass, one small stack; time is linear in the text.
 *
 * Known limits: a single mark after a plural "s" ("the ministers' view") closes an open single quotation.
 */
import type { Span } from "../core/evidence.js";
import type { TokenDoc } from "../language/doc.js";

/** Which kind of mark opened a quotation; marks of one family close each other. */
export type QuotationMark = "double" | "single" | "angle";

export interface Quotation {
  readonly mark: QuotationMark;
  /** From the opening mark to behind the closing one. */
  readonly outer: Span;
  /** What stands inside, without marks; one span for each paragraph. */
  readonly inside: readonly Span[];
  /** 0 for a quotation in the text, 1 for one inside another … */
  readonly depth: number;
  /** False where no closing mark was found; it then ends with its paragraph. */
  readonly closed: boolean;
}

interface OpenQuotation {
  readonly mark: QuotationMark;
  readonly start: number;
  readonly inside: Span[];
  /** First character inside, in the present paragraph. */
  from: number;
  readonly order: number;
  readonly depth: number;
}

/** Longest single-marked quotation, in characters; a longer one is taken for two apostrophes. */
const LONGEST_SINGLE = 600;

/** Most quotations open at once; deeper marks are plain characters. */
const DEEPEST = 8;

const APOSTROPHE = 0x27;
const STRAIGHT = 0x22;
const BACKTICK = 0x60;
const LEFT_SINGLE = 0x2018;
const RIGHT_SINGLE = 0x2019;
const LOW_SINGLE = 0x201a;
const REVERSED_SINGLE = 0x201b;
const LEFT_DOUBLE = 0x201c;
const RIGHT_DOUBLE = 0x201d;
const LOW_DOUBLE = 0x201e;
const REVERSED_DOUBLE = 0x201f;
const LEFT_ANGLE = 0xab;
const RIGHT_ANGLE = 0xbb;
const DOUBLE_PRIME = 0x2033;

/** Quotations of a text whose paragraphs are `paragraphs`, in the order of their opening marks. */
export function findQuotations(text: string, paragraphs: readonly Span[]): Quotation[] {
  const found: { order: number; quotation: Quotation }[] = [];
  let open: OpenQuotation[] = [];
  let order = 0;

  const close = (q: OpenQuotation, insideEnd: number, outerEnd: number, closed: boolean) => {
    const inside = insideEnd > q.from ? [...q.inside, { start: q.from, end: insideEnd }] : q.inside;
    if (inside.length === 0) return;
    const outer = { start: q.start, end: outerEnd };
    found.push({ order: q.order, quotation: { mark: q.mark, outer, inside, depth: q.depth, closed } });
  };

  for (let p = 0; p < paragraphs.length; p++) {
    const { start, end } = paragraphs[p];
    let i = start;
    if (open.length > 0) {
      // A quotation goes on only where the new paragraph repeats the opening mark.
      const width = markWidth(text, start, end);
      if (width > 0) {
        open[0].from = start + width;
        i = start + width;
      }
    }
    const stack = open;
    while (i < end) {
      const width = markWidth(text, i, end);
      if (width === 0) {
        i++;
        continue;
      }
      const mark = familyOf(text, i);
      const role = roleOf(text, i, width, start, end, stack);
      if (role === "open" && stack.length < DEEPEST) {
        stack.push({ mark, start: i, inside: [], from: i + width, order: order++, depth: stack.length });
      } else if (role === "close") {
        let top = stack.length - 1;
        while (top >= 0 && stack[top].mark !== mark) top--;
        if (top >= 0) {
          // What was opened inside and not closed was no quotation.
          stack.length = top + 1;
          const q = stack.pop() as OpenQuotation;
          close(q, i, i + width, true);
        }
      }
      i += width;
    }
    const next = paragraphs[p + 1];
    const outermost = stack[0];
    if (outermost?.mark === "double" && next !== undefined && opensAgain(text, next)) {
      outermost.inside.push({ start: outermost.from, end });
      open = [outermost];
    } else {
      if (outermost !== undefined && outermost.mark !== "single") close(outermost, end, end, false);
      open = [];
    }
  }
  found.sort((a, b) => a.order - b.order);
  return found.map((f) => f.quotation);
}

/** Width of the quotation mark at `i`: 2 for a doubled apostrophe or backtick, 0 for no mark. */
function markWidth(text: string, i: number, end: number): number {
  const code = text.charCodeAt(i);
  switch (code) {
    case APOSTROPHE:
      return i + 1 < end && text.charCodeAt(i + 1) === APOSTROPHE ? 2 : 1;
    case BACKTICK:
      return i + 1 < end && text.charCodeAt(i + 1) === BACKTICK ? 2 : 1;
    case STRAIGHT:
    case LEFT_SINGLE:
    case RIGHT_SINGLE:
    case LOW_SINGLE:
    case REVERSED_SINGLE:
    case LEFT_DOUBLE:
    case RIGHT_DOUBLE:
    case LOW_DOUBLE:
    case REVERSED_DOUBLE:
    case LEFT_ANGLE:
    case RIGHT_ANGLE:
    case DOUBLE_PRIME:
      return 1;
    default:
      return 0;
  }
}

function familyOf(text: string, i: number): QuotationMark {
  const code = text.charCodeAt(i);
  if (code === LEFT_ANGLE || code === RIGHT_ANGLE) return "angle";
  if (code === APOSTROPHE || code === BACKTICK) return text.charCodeAt(i + 1) === code ? "double" : "single";
  return code === LEFT_SINGLE || code === RIGHT_SINGLE || code === LOW_SINGLE || code === REVERSED_SINGLE
    ? "single"
    : "double";
}

type Role = "open" | "close" | "none";

/** What the mark at `i` does, from its neighbours, its shape and what is open. */
function roleOf(
  text: string,
  i: number,
  width: number,
  start: number,
  end: number,
  stack: readonly OpenQuotation[],
): Role {
  const before = i > start ? text.charCodeAt(i - 1) : 0x20;
  const after = i + width < end ? text.charCodeAt(i + width) : 0x20;
  const spaceBefore = isOpenSide(before);
  const spaceAfter = isCloseSide(after);
  const family = familyOf(text, i);
  const isOpen = stack.some((q) => q.mark === family);
  if (family === "single") return roleOfSingle(text, i, before, after, end, isOpen);
  const code = text.charCodeAt(i);
  if (code === LOW_DOUBLE || code === BACKTICK) return "open";
  if (isOpen) {
    const innermost = stack[stack.length - 1].mark === family;
    // “ … “ turned the wrong way still closes; a mark glued on both sides closes what is open.
    if (spaceBefore && !spaceAfter) return innermost && closesLater(text, i + width, end) ? "close" : "none";
    return code === LEFT_DOUBLE && spaceBefore ? "none" : "close";
  }
  if (spaceBefore && !isSpace(after)) return "open";
  if ((code === LEFT_DOUBLE || code === LEFT_ANGLE || code === REVERSED_DOUBLE) && !isSpace(after))
    return "open";
  if (code === RIGHT_ANGLE && !isSpace(after)) return "open";
  // A mark glued behind a word while nothing is open: 5" or a stray one; but said:"We … opens.
  if (!spaceAfter && isPunctuation(before)) return "open";
  return "none";
}

function roleOfSingle(
  text: string,
  i: number,
  before: number,
  after: number,
  end: number,
  isOpen: boolean,
): Role {
  const code = text.charCodeAt(i);
  if (code === LEFT_SINGLE || code === LOW_SINGLE || code === BACKTICK) {
    return isWord(before) || isSpace(after) ? "none" : "open";
  }
  if (isOpen && !isWord(after)) return isSpace(before) ? "none" : "close";
  if (isWord(before) || isSpace(after) || !isOpenSide(before) || isDigit(after)) return "none";
  // 'tis and rock 'n' roll have no partner that closes.
  const last = Math.min(end, i + LONGEST_SINGLE);
  for (let j = i + 2; j < last; j++) {
    const c = text.charCodeAt(j);
    if (c !== APOSTROPHE && c !== RIGHT_SINGLE) continue;
    const next = j + 1 < end ? text.charCodeAt(j + 1) : 0x20;
    const previous = text.charCodeAt(j - 1);
    if (isWord(next) || isSpace(previous)) continue;
    // A plural possessive ("ministers' talks") closes only if a later mark does not.
    return "open";
  }
  return "none";
}

/** True if another double mark that can close follows before the paragraph's end. */
function closesLater(text: string, from: number, end: number): boolean {
  for (let j = from; j < end; j++) {
    const c = text.charCodeAt(j);
    if (c === RIGHT_DOUBLE || (c === STRAIGHT && !isOpenSide(text.charCodeAt(j - 1)))) return false;
    if (c === LEFT_DOUBLE || c === STRAIGHT) return true;
  }
  return false;
}

function opensAgain(text: string, paragraph: Span): boolean {
  const code = text.charCodeAt(paragraph.start);
  const next = text.charCodeAt(paragraph.start + 1);
  const isDouble =
    code === STRAIGHT ||
    code === LEFT_DOUBLE ||
    code === RIGHT_DOUBLE ||
    code === LOW_DOUBLE ||
    (code === APOSTROPHE && next === APOSTROPHE) ||
    (code === BACKTICK && next === BACKTICK);
  return isDouble && !isSpace(next);
}

function isSpace(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x202f || code === 0x2009 || Number.isNaN(code);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isWord(code: number): boolean {
  if (isDigit(code)) return true;
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) return true;
  return code >= 0xc0 && !(code >= 0x2000 && code <= 0x206f) && code !== 0xd7 && code !== 0xf7;
}

function isPunctuation(code: number): boolean {
  return code === 0x3a || code === 0x2c || code === 0x2e || code === 0x3b;
}

/** White space, brackets and dashes stand before an opening mark. */
function isOpenSide(code: number): boolean {
  return (
    isSpace(code) ||
    code === 0x28 ||
    code === 0x5b ||
    code === 0x7b ||
    code === 0x2d ||
    code === 0x2013 ||
    code === 0x2014 ||
    code === 0x2f ||
    isQuote(code)
  );
}

/** White space and closing punctuation stand behind a closing mark. */
function isCloseSide(code: number): boolean {
  return (
    isSpace(code) ||
    isPunctuation(code) ||
    code === 0x21 ||
    code === 0x3f ||
    code === 0x29 ||
    code === 0x5d ||
    code === 0x2d ||
    code === 0x2013 ||
    code === 0x2014 ||
    isQuote(code)
  );
}

function isQuote(code: number): boolean {
  return (
    code === STRAIGHT ||
    code === APOSTROPHE ||
    (code >= 0x2018 && code <= 0x201f) ||
    code === LEFT_ANGLE ||
    code === RIGHT_ANGLE
  );
}

/** Quotations of an analysed text. */
export function findDocQuotations(doc: TokenDoc): Quotation[] {
  const paragraphs: Span[] = [];
  for (let p = 0; p + 1 < doc.paragraph.length; p++) {
    const first = doc.sentence[doc.paragraph[p]];
    const last = doc.sentence[doc.paragraph[p + 1]] - 1;
    if (last >= first) paragraphs.push({ start: doc.start[first], end: doc.end[last] });
  }
  return findQuotations(doc.text, paragraphs);
}
