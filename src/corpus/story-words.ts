/**
 * The words of a sentence that tell one event from another.
 *
 * In: a sentence, or a whole article. Out: its content words by weight, its names and figures, and its spots: names
 * behind a preposition of place, known to a gazetteer or not ("near Datu Piang", "the Rahovec crossing").
 * Limit: by capital letters alone, so that a name at the head of a sentence counts only where it stands elsewhere too.
 */
import type { ArticleRecord } from "../core/records.js";
import { isFunctionWord } from "./function-words.js";
import { hashWord } from "./word-hash.js";

/** A name or a number tells more than a common word. */
const NAME_WEIGHT = 2;

/** Words of reporting and of time, which every report has. */
const EVERYDAY = new Set(
  "official officials minister ministry president government spokesman spokeswoman spokesperson statement agency news report reports reported monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday week month year day morning evening night late early new last next ago earlier later".split(
    " ",
  ),
);

/** Prepositions and nouns between which and a name nothing but a place stands. */
const SPOT =
  /\b(?:near|at|in|above|below|outside|around|opposite|off|towards?|from|into|village of|town of|city of|settlement of|port of|base of|province of|district of|region of|state of|island of) (?:the (?:village|town|city|settlement|port|district|region|province|state|island|valley) of )?((?:al-|el-)?\p{Lu}[\p{L}'’]+(?:[- ](?:al-|el-)?\p{Lu}[\p{L}'’]+)*)/gu;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/** Names of an article are read once. */
const namesByArticle = new WeakMap<ArticleRecord, ReadonlyMap<string, number>>();

/** Content words, cut to their first letters so that "attacked" and "attack" meet. */
export function contentWords(sentence: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const match of sentence.matchAll(WORD)) {
    const form = match[0];
    const low = form.toLowerCase().replace(/['’]s$/, "");
    if (low.length < 2 || EVERYDAY.has(low) || isFunctionWord(hashWord(low, 0, low.length))) continue;
    const isName = match.index > 0 && /^[\p{Lu}\p{N}]/u.test(form);
    words.set(stemOf(low), isName ? NAME_WEIGHT : 1);
  }
  return words;
}

/** Names of places in a sentence, in lower case. */
export function spotsOf(sentence: string): Set<string> {
  const spots = new Set<string>();
  for (const [, name] of sentence.matchAll(SPOT)) {
    const low = name.toLowerCase().replace(/['’]s$/, "");
    if (!EVERYDAY.has(low.split(/[ -]/)[0])) spots.add(low);
  }
  return spots;
}

/** Names and figures of a whole article: what its news is set among. */
export function articleNames(article: ArticleRecord): ReadonlyMap<string, number> {
  let names = namesByArticle.get(article);
  if (names === undefined) {
    const found = new Map<string, number>();
    const text = article.title === null ? article.text : `. ${article.title}\n${article.text}`;
    for (const match of text.matchAll(/(?<=[\p{L}\p{N},;”"] )[\p{Lu}\p{N}][\p{L}\p{N}'’-]*/gu)) {
      const low = match[0].toLowerCase().replace(/['’]s$/, "");
      if (low.length > 2 && !EVERYDAY.has(low)) found.set(stemOf(low), 1);
    }
    names = found;
    namesByArticle.set(article, names);
  }
  return names;
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
