/**
 * Abbreviations at the end of a sentence.
 *
 * In: words and sentences. Out: the same with the period of a final abbreviation as a word of its own, which
 * is how UD English EWT has it ("He lives in the U.S" "."): every sentence ends with its mark.
 */
import type { TokenDoc } from "./doc.js";
import type { WordColumns } from "./sentences-shapes.js";
import { isLetterAt, isWordAt } from "./tokens-classes.js";
import type { TokenColumns } from "./tokens-columns.js";

/** Words that end a sentence together with its period: the "Inc." of "It bought Shell Inc." */
export function findFinalAbbreviations(words: WordColumns, sentence: Int32Array): number[] {
  const { text, start, end } = words;
  const finals: number[] = [];
  for (let s = 0; s + 1 < sentence.length; s++) {
    let i = sentence[s + 1] - 1;
    while (i > sentence[s] && isCloser(text.charCodeAt(start[i]))) i--;
    const long = end[i] - start[i] > 1 && text.charCodeAt(end[i] - 1) === 46;
    if (long && isWordAt(text, end[i] - 2) && (i > sentence[s] || isLetterAt(text, start[i]))) finals.push(i);
  }
  return finals;
}

/** The columns with the period of each word in `finals` as a word of its own. */
export function takeOffPeriods(
  columns: TokenColumns,
  sentence: Int32Array,
  finals: readonly number[],
): Pick<TokenDoc, "length" | "start" | "end" | "joined" | "sentence"> {
  const length = columns.length + finals.length;
  const start = new Int32Array(length);
  const end = new Int32Array(length);
  const joined = new Uint8Array(length);
  const moved = sentence.slice();
  let to = 0;
  let f = 0;
  let s = 0;
  for (let i = 0; i < columns.length; i++) {
    if (sentence[s] === i) moved[s++] = to;
    start[to] = columns.start[i];
    joined[to] = columns.joined[i];
    end[to++] = columns.end[i];
    if (finals[f] !== i) continue;
    f++;
    end[to - 1]--;
    start[to] = columns.end[i] - 1;
    end[to++] = columns.end[i];
  }
  if (columns.length > 0) moved[s] = length;
  return { length, start, end, joined, sentence: moved };
}

/** True for closing quotation marks and brackets. */
function isCloser(code: number): boolean {
  return (
    code === 34 ||
    code === 39 ||
    code === 41 ||
    code === 93 ||
    code === 0x201d ||
    code === 0x2019 ||
    code === 0xbb
  );
}
