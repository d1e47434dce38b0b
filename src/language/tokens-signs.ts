/**
 * Signs that are no words: final marks, dashes, emoticons, emoji, lines drawn with characters.
 *
 * In: a text, where a sign stands and where its stretch of written characters ends. Out: the end of the token.
 */
import { classAt, DIGIT, SYMBOL, widthAt } from "./tokens-classes.js";
import { findRunEnd } from "./tokens-runs.js";

const EMOTICONS = new Set(
  ":) :( :-) :-( ;) ;-) :D :-D :P :-P :p =) =( (: ): :/ :-/ :| :o :O ^_^ ^^ <3 xD XD :'( -_- o_O".split(" "),
);

const DRAWN = new Set([..."-=*_~+|<>#{}"].map((sign) => sign.charCodeAt(0)));

/** Signs that are one token when repeated: "--", "***", "<<". */
const REPEATED = new Set([..."-*_=~+<>"].map((sign) => sign.charCodeAt(0)));

/** True if the stretch `[start, limit)` is one token: ":-)", "-----", "|---+---|". */
export function isDrawing(text: string, start: number, limit: number): boolean {
  if (limit - start < 2) return false;
  if (limit - start <= 4 && EMOTICONS.has(text.slice(start, limit))) return true;
  for (let i = start; i < limit; i++) if (!DRAWN.has(text.charCodeAt(i))) return false;
  return true;
}

/** End of the sign at `i`; `chunk` is where its stretch begins. */
export function findSignEnd(text: string, i: number, chunk: number, limit: number): number {
  const code = text.charCodeAt(i);
  if (isStop(code)) return findStopsEnd(text, i, chunk, limit);
  if (i === chunk && i + 1 < limit) {
    if (code === 43 && classAt(text, i + 1) === DIGIT) return findRunEnd(text, i + 1, limit); // +44
    if (code === 58 || code === 59) {
      const mouth = text.charCodeAt(i + 1) === 45 ? i + 2 : i + 1;
      const shape = mouth < limit ? text.charCodeAt(mouth) : 0;
      if (shape === 40 || shape === 41) return mouth + 1; // ":-)."
    }
  }
  if (!REPEATED.has(code)) return findGlyphEnd(text, i, limit);
  let end = i + 1;
  while (end < limit && text.charCodeAt(end) === code) end++;
  return end;
}

/** One written sign; an emoji with its modifiers, or a flag of two letters. */
function findGlyphEnd(text: string, i: number, limit: number): number {
  let end = i + widthAt(text, i);
  const point = text.codePointAt(i) as number;
  if (point < 0x2190) return end;
  if (isFlagLetter(point)) {
    return end < limit && isFlagLetter(text.codePointAt(end) as number) ? end + 2 : end;
  }
  while (end < limit) {
    const next = text.codePointAt(end) as number;
    if (next === 0xfe0f || next === 0x20e3) end += 1;
    else if (next >= 0x1f3fb && next <= 0x1f3ff) end += 2;
    else if (next === 0x200d && end + 1 < limit && classAt(text, end + 1) === SYMBOL) {
      end += 1 + widthAt(text, end + 1);
    } else break;
  }
  return end;
}

/** "...", "?!", "….": a run of final marks is one token; ".5" is a number. */
function findStopsEnd(text: string, i: number, chunk: number, limit: number): number {
  if (text.charCodeAt(i) === 46 && i === chunk && i + 1 < limit && classAt(text, i + 1) === DIGIT) {
    return findRunEnd(text, i + 1, limit);
  }
  let end = i + 1;
  let dots = isDot(text.charCodeAt(i)) && end < limit && isDot(text.charCodeAt(end));
  while (end < limit) {
    const code = text.charCodeAt(end);
    if (!isStop(code) || (dots && !isDot(code))) break;
    dots = dots && isDot(code);
    end++;
  }
  return end;
}

function isFlagLetter(point: number): boolean {
  return point >= 0x1f1e6 && point <= 0x1f1ff;
}

function isStop(code: number): boolean {
  return code === 33 || code === 63 || isDot(code);
}

function isDot(code: number): boolean {
  return code === 46 || code === 0x2026;
}
