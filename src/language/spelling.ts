/** Words of a text held against words of a table, without cutting a string out of the text. */
import type { TaggedDoc } from "./doc.js";

/** True where word `i` has the form `word`, which is in lower case, whatever the case of its letters. */
export function hasForm({ text, start, end }: TaggedDoc, i: number, word: string): boolean {
  return isSpelled(text, start[i], end[i], word);
}

/** True where word `i` has the lemma `word`, which is in lower case. */
export function hasLemma({ lemma }: TaggedDoc, i: number, word: string): boolean {
  const own = lemma[i];
  return own === word || isSpelled(own, 0, own.length, word);
}

/** Whether `text` from `from` to `to` is `word` but for capitals. */
function isSpelled(text: string, from: number, to: number, word: string): boolean {
  const { length } = word;
  if (to - from !== length) return false;
  for (let k = 0; k < length; k++) {
    const c = text.charCodeAt(from + k);
    const wanted = word.charCodeAt(k);
    if (c === wanted || (c >= 0x41 && c <= 0x5a && (c | 0x20) === wanted)) continue;
    return c > 0x7f && text.slice(from, to).toLowerCase() === word;
  }
  return true;
}
