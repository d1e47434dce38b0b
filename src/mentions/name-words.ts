/** The words of a name, as the tokenizer cuts them. */
import { scanTokens } from "../language/tokens.js";

/** Letters, spaces and possessives, which need no tokenizer to be cut. */
const PLAIN_NAME = /^\p{L}+(?: \p{L}+|'s(?= |$))*$/u;
const CONTRACTED = /\b(cannot|gonna|wanna|gotta)\b/i;

/** Words of `name`, alone or before other words. */
export function splitName(name: string): string[] {
  if (PLAIN_NAME.test(name) && !CONTRACTED.test(name)) return name.replaceAll("'s", " 's").split(" ");
  // A word behind the name, so that the period of "U.S." is its own.
  const text = `${name} and`;
  const { length, start, end } = scanTokens(text, Int32Array.of(text.length));
  return Array.from({ length: length - 1 }, (_, i) => name.slice(start[i], end[i]));
}

/** The letters that a name or a word of a text begins with; "" where it begins with none. */
export function readFirstLetters(text: string): string {
  let end = 0;
  while (end < text.length && isLetter(text.charCodeAt(end))) end++;
  return end === text.length ? text : text.slice(0, end);
}

/** The letters that the first word of `name` begins with: wherever the tokenizer cuts, it cuts behind them. */
export function readNameStart(name: string): string {
  return readFirstLetters(CONTRACTED.test(name) ? splitName(name)[0] : name);
}

/** A letter of ASCII, or anything beyond it but the typographic signs. */
function isLetter(unit: number): boolean {
  if (unit >= 0x80) return unit < 0x2000 || unit > 0x206f;
  const lower = unit | 32;
  return lower >= 97 && lower <= 122;
}
