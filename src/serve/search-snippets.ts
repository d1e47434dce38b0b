/**
 * The sentences that show a hit: in, a text and the terms searched for; out, those with the most different terms, in
 * the order of the text, and where in each the terms stand.
 */
import type { Span } from "../core/evidence.js";
import { sentenceSpan } from "../corpus/sentence-around.js";
import type { SearchQuery } from "../store/search-queries.js";
import { walkWords } from "../store/search-words.js";
import type { Quote } from "./quote.js";

export interface Snippet extends Quote {
  /** Where the words stand, counted from the start of the text. */
  readonly marks: readonly Span[];
}

/** Longest sentence that is shown. */
const LONGEST = 500;

/** Places of one article that are looked at. */
const PLACES = 400;

interface Place extends Span {
  readonly term: number;
}

/** At most `most` sentences; none where the words stand in the title alone. */
export function findSnippets(
  article: { readonly id: string; readonly text: string },
  query: SearchQuery,
  most: number,
): Snippet[] {
  const { id, text } = article;
  const wanted = new Set(query.words.map(({ term }) => term));
  const places: Place[] = [];
  walkWords(text, (term, start, end) => {
    if (wanted.has(term) && places.length < PLACES) places.push({ term, start, end });
  });
  const sentences: { span: Span; places: Place[]; phrases: number }[] = [];
  for (const place of places) {
    const last = sentences.at(-1);
    if (last !== undefined && place.start < last.span.end) {
      last.places.push(place);
      continue;
    }
    sentences.push({ span: cut(text, sentenceSpan(text, place), place), places: [place], phrases: 0 });
  }
  for (const sentence of sentences) sentence.phrases = countPhrases(sentence.places, query, text);
  const withPhrase = sentences.filter(({ phrases }) => phrases > 0);
  return (withPhrase.length > 0 ? withPhrase : sentences)
    .map((sentence, i) => ({ ...sentence, i, terms: new Set(sentence.places.map((p) => p.term)).size }))
    .sort((x, y) => y.phrases - x.phrases || y.terms - x.terms || x.i - y.i)
    .slice(0, most)
    .sort((x, y) => x.i - y.i)
    .map(({ span, places }) => ({
      article: id,
      ...span,
      text: text.slice(span.start, span.end),
      marks: places.map(({ start, end }) => ({ start, end })),
    }));
}

/** How many of the query's phrases stand among the places: terms one behind the other. */
function countPhrases(places: readonly Place[], { phrases }: SearchQuery, text: string): number {
  return phrases.filter((phrase) =>
    places.some((_, i) =>
      phrase.every((term, k) => {
        const place = places[i + k];
        if (place === undefined || place.term !== term) return false;
        return k === 0 || !/[\p{L}\p{N}]/u.test(text.slice(places[i + k - 1].end, place.start));
      }),
    ),
  ).length;
}

/** A long sentence is cut to what stands around the place, between words where it can be. */
function cut(text: string, sentence: Span, place: Span): Span {
  if (sentence.end - sentence.start <= LONGEST) return sentence;
  const half = LONGEST / 2;
  const from = place.start - sentence.start <= half ? sentence.start : nextSpace(text, place.start - half);
  const to = Math.min(sentence.end, Math.max(from + LONGEST, Math.min(place.end, from + 2 * LONGEST)));
  return { start: from, end: /[\uD800-\uDBFF]/.test(text[to - 1] ?? "") ? to - 1 : to };
}

function nextSpace(text: string, at: number): number {
  const space = text.slice(at, at + 40).search(/\s/);
  if (space >= 0) return at + space + 1;
  return /[\uDC00-\uDFFF]/.test(text[at]) ? at + 1 : at;
}
