/** Words of a text as a list in its order, asked whether a word is among them: lists are short-lived, and a set costs more than it saves. */

/** True if `words`, in the order of the text, has `word`. */
export function hasWord(words: readonly number[], word: number): boolean {
  let low = 0;
  let high = words.length - 1;
  if (high < 0 || word < words[0] || word > words[high]) return false;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle] < word) low = middle + 1;
    else high = middle;
  }
  return words[low] === word;
}
