/**
 * The words of a sentence that tell one event from another.
 *
 * In: a sentence and its article. Out: its content words by weight, and its spots: names
 * behind a preposition of place, known to a gazetteer or not ("near Datu Piang", "the Rahovec crossing").
 * Limit: by capital letters alone, so that a name at the head of a sentence counts only where it stands elsewhere too.
 */
import { isFunctionWord } from "./function-words.js";
import { hashWord } from "./word-hash.js";

/** A name or a number tells more than a common word. */
const NAME_WEIGHT = 2;

/** So often a report may have a word of its news before that is what it is about. */
const FREE = 2;

/** Words of reporting and of time, which every report has. */
const EVERYDAY = new Set(
  "official officials minister ministry president government spokesman spokeswoman spokesperson statement agency news report reports reported monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday week month year day morning evening night late early new last next ago earlier later".split(
    " ",
  ),
);

/** Prepositions and nouns between which and a name nothing but a place stands. */
const SPOT =
  /\b(?:near|above|(?:over|across)(?: the)?|below|beneath|along|beside|beyond|outside|around|opposite|off|at|in|inside|towards?|from|into|village of|town of|city of|settlement of|port of|base of|province of|district of|region of|state of|island of) (?:the (?:village|town|city|settlement|port|district|region|province|state|island|valley) of )?((?:al-|el-)?\p{Lu}[\p{L}'’]+(?:[- ](?:al-|el-)?\p{Lu}[\p{L}'’]+)*)/gu;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/** Small numbers in words: how many tells an event as a name does. "One" is mostly an article. */
const NUMBERS: ReadonlyMap<string, string> = new Map(
  "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    .split(" ")
    .map((word, i) => [word, String(i + 2)]),
);

/** How often an article has each word, by its stem. */
export type WordCounts = ReadonlyMap<string, number>;

export function countWords(text: string): WordCounts {
  const counts = new Map<string, number>();
  for (const [form] of text.matchAll(WORD)) {
    const stem = stemOf(numberOf(normalise(form)));
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

/**
 * Content words by weight, cut to their first letters so that "attacked" and "attack" meet. What the whole article
 * is about tells its events not apart: a word that it has n times weighs the n-th part. Words of `parties` are left
 * out: who has part is compared by itself.
 */
export function contentWords(
  sentence: string,
  counts: WordCounts,
  parties: readonly string[],
): Map<string, number> {
  const known = new Set(
    parties.flatMap((name) => [...name.matchAll(WORD)].map(([w]) => stemOf(normalise(w)))),
  );
  const words = new Map<string, number>();
  for (const match of sentence.matchAll(WORD)) {
    const form = match[0];
    const low = numberOf(normalise(form));
    const isNumber = /^\p{N}/u.test(low);
    if ((low.length < 2 && !isNumber) || EVERYDAY.has(low) || isFunctionWord(hashWord(low, 0, low.length)))
      continue;
    const stem = stemOf(low);
    if (known.has(stem)) continue;
    const isName = isNumber || (match.index > 0 && /^\p{Lu}/u.test(form));
    words.set(stem, (isName ? NAME_WEIGHT : 1) / Math.max(1, (counts.get(stem) ?? 1) - FREE));
  }
  return words;
}

function numberOf(word: string): string {
  return NUMBERS.get(word) ?? word;
}

function normalise(form: string): string {
  return form.toLowerCase().replace(/['’]s$/, "");
}

/** Names of places in a sentence, in lower case. */
export function spotsOf(sentence: string): Set<string> {
  const spots = new Set<string>();
  for (const [, name] of sentence.matchAll(SPOT)) {
    const low = normalise(name);
    if (!EVERYDAY.has(low.split(/[ -]/)[0])) spots.add(low);
  }
  return spots;
}

/** Weighted overlap of two bags of words: shared weight in both, of the geometric mean of their weights. */
export function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  let left = 0;
  let right = 0;
  for (const [word, weight] of a) {
    left += weight * weight;
    const other = b.get(word);
    if (other !== undefined) shared += weight * other;
  }
  for (const weight of b.values()) right += weight * weight;
  return left === 0 || right === 0 ? 0 : shared / Math.sqrt(left * right);
}

/** First letters of a word: enough for "attacked" and "attack" to be one. */
export function stemOf(word: string): string {
  return word.length > 6 ? word.slice(0, 6) : word.replace(/(?:ed|s)$/, "");
}
