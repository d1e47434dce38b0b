/**
 * Boilerplate: the lines of a text that belong to its page and not to its report.
 *
 * In: the lines of a text and the patterns of data/article/boilerplate.tsv. Out: the indices of the lines
 * that are boilerplate. They stay in the text and are marked, always as whole lines. Method: a pattern must
 * match the whole line; patterns marked `tail` count only where nothing but boilerplate and a few short lines
 * follows; after a heading such as "Read more:" the headlines below it belong to it, until a full sentence.
 */
import type { BoilerplatePattern } from "./boilerplate-table.js";
import type { Line } from "./line.js";

/** Lines longer than this are paragraphs; no pattern is tried on them. */
const LONGEST = 400;
/** How many lines the tail has at most, and how many unknown short lines may stand in it. */
const TAIL = 20;
const TAIL_GAPS = 3;
/** How many headlines a heading may own. */
const HEADLINES = 12;

/** Indices of the boilerplate lines, in order. */
export function findBoilerplate(lines: readonly Line[], patterns: readonly BoilerplatePattern[]): number[] {
  const marked: number[] = [];
  const tail = findTail(lines, patterns);
  for (let i = 0; i < lines.length; i++) {
    const row = findPattern(lines[i].text, patterns, i >= tail);
    if (row === undefined) continue;
    marked.push(i);
    if (row.effect !== "heading") continue;
    for (let n = 0; n < HEADLINES && i + 1 < lines.length && isHeadline(lines[i + 1].text); n++)
      marked.push(++i);
  }
  return marked;
}

/** Index of the first line of the tail: from the end upwards, until a line that is text. */
function findTail(lines: readonly Line[], patterns: readonly BoilerplatePattern[]): number {
  let tail = lines.length;
  let gaps = 0;
  for (let i = lines.length - 1; i >= Math.max(0, lines.length - TAIL); i--) {
    const { text } = lines[i];
    if (findPattern(text, patterns, true)) tail = i;
    else if (++gaps > TAIL_GAPS || text.length > 120 || !isHeadline(text)) break;
  }
  return tail;
}

function findPattern(
  text: string,
  patterns: readonly BoilerplatePattern[],
  inTail: boolean,
): BoilerplatePattern | undefined {
  if (text.length > LONGEST) return undefined;
  return patterns.find((p) => (inTail || p.where === "any") && p.pattern.test(text));
}

/** Short, and not a sentence: no full stop, exclamation or colon at its end. */
export function isHeadline(text: string): boolean {
  if (text.length > 180 || text.split(/\s+/u).length > 28) return false;
  return !/[.,;:]["”’')]*$/u.test(text) || /\b(?:\p{Lu}\.){2,}$/u.test(text) || /\.\.\.$|…$/u.test(text);
}
