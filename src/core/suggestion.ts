/** What a message says about a word that is not among the known ones. */

/** ` Did you mean "assert"?` where a known value is within two edits, else the list. */
export function suggest(word: string, known: readonly string[]): string {
  const nearest = findNearest(word, known);
  return nearest === undefined ? ` Known are ${known.join(", ")}.` : ` Did you mean "${nearest}"?`;
}

/** The first known value with the fewest edits, two at most. */
export function findNearest(word: string, known: readonly string[]): string | undefined {
  let best = 3;
  let nearest: string | undefined;
  for (const value of known) {
    if (Math.abs(value.length - word.length) >= best) continue;
    const distance = countEdits(word, value);
    if (distance < best) [best, nearest] = [distance, value];
  }
  return nearest;
}

/** Levenshtein's distance. */
function countEdits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length];
}
