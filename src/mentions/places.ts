/**
 * Places of one article, found and placed.
 *
 * In: a parsed text, its article, the mentions of its actors and the gazetteer. Out: mentions in the order of the text,
 * each with coordinates, country and GeoNames id where known. A government that bears its capital's name, a paper
 * called after a town and an adjective are no places; {@link findToponyms} gives them too, each with its use.
 */
import type { ArticleRecord } from "../core/records.js";
import type { ParsedDoc } from "../language/doc.js";
import type { ActorMention } from "./actor-mention.js";
import { yearOf } from "./admitted-readings.js";
import type { Gazetteer } from "./gazetteer.js";
import { choosePlaces } from "./place-choice.js";
import type { PlaceMention, Toponym, ToponymSpan, ToponymUse } from "./place-mention.js";
import { findPlaceSpans } from "./place-spans.js";
import { PlaceUses } from "./place-use.js";

/** The places that an article names. */
export function findPlaces(
  doc: ParsedDoc,
  article: ArticleRecord,
  actors: readonly ActorMention[],
  gazetteer: Gazetteer,
): PlaceMention[] {
  return findToponyms(doc, article, actors, gazetteer)
    .filter((toponym) => toponym.use === "place")
    .map(({ use: _, place: __, ...mention }) => mention);
}

/** Every name of a place, however used. */
export function findToponyms(
  doc: ParsedDoc,
  article: ArticleRecord,
  actors: readonly ActorMention[],
  gazetteer: Gazetteer,
): Toponym[] {
  const spans = findPlaceSpans(doc, gazetteer, yearOf(article));
  const spanAt = new Map<number, ToponymSpan>();
  for (const span of spans) for (let i = span.from; i < span.to; i++) spanAt.set(i, span);
  const uses = new PlaceUses(doc, actors, gazetteer, spanAt);
  const used = findUses(spans, uses, doc, gazetteer);
  // "Nevada Highway Patrol" is no place, but tells where the article's places are; a person's name tells nothing.
  const isHeard = (s: number) => used[s] !== "person";
  const heard = spans.filter((_, s) => isHeard(s));
  const chosen = choosePlaces(doc, heard, gazetteer, gazetteer.countryOfAddress(article.origin));
  const persons = spans.filter((_, s) => !isHeard(s));
  const unheard = choosePlaces(doc, persons, gazetteer);
  let h = 0;
  let u = 0;
  return spans.map(({ from, to }, s) => {
    const { place, rule } = isHeard(s) ? chosen[h++] : unheard[u++];
    const start = doc.start[from];
    const end = doc.end[to - 1];
    const ref = gazetteer.ref(place, doc.text.slice(start, end));
    return { from, to, start, end, ref, kind: gazetteer.kind(place), rule, use: used[s], place };
  });
}

/** A little-known name that nothing places anywhere in the article is rather a person's. */
function findUses(
  spans: readonly ToponymSpan[],
  uses: PlaceUses,
  doc: ParsedDoc,
  gazetteer: Gazetteer,
): ToponymUse[] {
  const keyOf = ({ from, to }: ToponymSpan) => doc.text.slice(doc.start[from], doc.end[to - 1]).toLowerCase();
  const located = new Set<string>();
  const used = spans.map((span, s) => {
    const use = uses.useOf(span);
    if (use === "place" && (uses.isLocated(span) || hasContainer(doc, span, spans[s + 1])))
      located.add(keyOf(span));
    return use;
  });
  return used.map((use, s) => {
    const span = spans[s];
    if (use !== "place" || located.has(keyOf(span))) return use;
    return span.readings.some((r) => gazetteer.isWellKnown(r.place)) || span.to - span.from > 1
      ? use
      : "person";
  });
}

function hasContainer(doc: ParsedDoc, span: ToponymSpan, next: ToponymSpan | undefined): boolean {
  return next !== undefined && /^, ?$/.test(doc.text.slice(doc.end[span.to - 1], doc.start[next.from]));
}
