/** Words of a text held against words of a table: most differ in length, and no string is cut out of the text. */
import type { TaggedDoc } from "./doc.js";

/** True where word `i` has the form `word`, which is in lower case, whatever the case of its letters. */
export function hasForm({ text, start, end }: TaggedDoc, i: number, word: string): boolean {
  const from = start[i];
  return end[i] - from === word.length && isSpelled(text, from, word);
}

/** True where word `i` has the lemma `word`, which is in lower case. */
export function hasLemma({ lemma }: TaggedDoc, i: number, word: string): boolean {
  const own = lemma[i];
  return own.length === word.length && (own === word || isSpelled(own, 0, word));
}

/** Whether `word` stands in `text` from `from` on, but for capitals. */
function isSpelled(text: string, from: number, word: string): boolean {
  const { length } = word;
  for (let k = 0; k < length; k++) {
    const c = text.charCodeAt(from + k);
    const wanted = word.charCodeAt(k);
    if (c === wanted || (c >= 0x41 && c <= 0x5a && (c | 0x20) === wanted)) continue;
    return c > 0x7f && text.slice(from, from + length).toLowerCase() === word;
  }
  return true;
}
