/**
 * Where a written token is more than one syntactic word: "don't" is "do" + "n't", "John's" "John" + "'s".
 *
 * In: a text and the span of one written token. Out: the offset at which its second word begins.
 * Method: the endings that Universal Dependencies' English treebanks split off (EWT 2.16), found by
 * looking at the last apostrophe only, plus a list of words that are written without one.
 * Limit: "'s" is split wherever it ends a word; whether it is "is", "has" or the genitive is not decided.
 */
import { isApostrophe, isDigitAt, isUpperAt } from "./tokens-classes.js";

/** Words without an apostrophe that are two, with the length of the first. */
const JOINED: ReadonlyMap<string, number> = new Map([
  ["cannot", 3],
  ["gonna", 3],
  ["gotta", 3],
  ["wanna", 3],
  ["dunno", 2],
  ["outta", 3],
  ["lemme", 3],
  ["gimme", 3],
  ["dont", 2],
  ["didnt", 3],
  ["doesnt", 4],
  ["isnt", 2],
  ["wasnt", 3],
  ["arent", 3],
  ["couldnt", 5],
  ["wouldnt", 5],
  ["shouldnt", 6],
  ["hasnt", 3],
  ["havent", 4],
  ["youre", 3],
  ["theyre", 4],
  ["thats", 4],
  ["im", 1],
  ["ive", 1],
]);

const LONGEST_JOINED = 8;

/** "'all", with its apostrophe. */
const LONGEST_CLITIC = 4;

/** Offset of the second word of the token `text[start, end)`, or -1 if it is one word. */
export function findSecondWord(text: string, start: number, end: number): number {
  let mark = end - 1;
  const floor = Math.max(start, end - LONGEST_CLITIC);
  while (mark >= floor && !isApostrophe(text.charCodeAt(mark))) mark--;
  if (mark < floor) {
    return isApostrophe(text.charCodeAt(start))
      ? findAfterElision(text, start, end)
      : findUnmarked(text, start, end);
  }
  if (mark === start) return findAfterElision(text, start, end);
  const tail = text.slice(mark + 1, end).toLowerCase();
  switch (tail) {
    case "s":
      return isDecade(text, start, mark) ? -1 : mark;
    case "d":
      return mark - start > 1 && isUpperAt(text, mark - 1) ? -1 : mark; // "OK'd"
    case "m":
    case "ll":
    case "re":
    case "ve":
      return mark;
    case "t":
      return mark - 1 > start && (text.charCodeAt(mark - 1) | 32) === 110 ? mark - 1 : -1;
    case "on":
    case "all":
      return (text.charCodeAt(start) | 32) === (tail === "on" ? 99 : 121) && mark === start + 1
        ? mark + 1
        : -1;
    default:
      return -1;
  }
}

/** Words written without an apostrophe; the letters that they end in are looked at first. */
function findUnmarked(text: string, start: number, end: number): number {
  const length = end - start;
  if (length > LONGEST_JOINED || length < 2) return -1;
  const last = text.charCodeAt(end - 1) | 32;
  if (last !== 116 && last !== 97 && last !== 111 && last !== 101 && last !== 115 && last !== 109) return -1;
  const word = text.slice(start, end);
  if (word === "IM" || word === "IVE") return -1; // names
  const first = JOINED.get(word.toLowerCase());
  return first === undefined ? -1 : start + first;
}

/** "'tis" and "'twas" are "'t" + "is" and "'t" + "was". */
function findAfterElision(text: string, start: number, end: number): number {
  const tail = text.slice(start + 1, end).toLowerCase();
  return tail === "tis" || tail === "twas" ? start + 2 : -1;
}

/** "60's", "'60's" and "1990's" are one word. */
function isDecade(text: string, start: number, mark: number): boolean {
  const first = isApostrophe(text.charCodeAt(start)) ? start + 1 : start;
  if ((mark - first !== 2 && mark - first !== 4) || text.charCodeAt(mark - 1) !== 48) return false;
  for (let i = first; i < mark; i++) if (!isDigitAt(text, i)) return false;
  return true;
}
