/**
 * How a name was placed, and which other places bear it.
 *
 * In: a parsed article, its actors, the gazetteer and the words that a record shows for a place. Out: the place, the
 * rule that chose it, and the other places of the name, the best known first.
 */
import { type Span, spansOverlap } from "../core/evidence.js";
import type { PlaceRef } from "../core/records.js";
import type { ParsedDoc } from "../language/doc.js";
import type { ArticleActors } from "./actors.js";
import { yearOf } from "./admitted-readings.js";
import type { Gazetteer } from "./gazetteer.js";
import { findPlaceSpans } from "./place-spans.js";
import { findToponyms } from "./places.js";

export interface PlaceExplanation extends Span {
  readonly text: string;
  readonly ref: PlaceRef;
  /** How it was told from other places of its name. */
  readonly rule: string;
  /** The other places of the name. */
  readonly others: readonly PlaceRef[];
}

/** The explanation of the first name of a place within `span`; undefined where it holds none. */
export function explainPlace(
  doc: ParsedDoc,
  { article, mentions }: ArticleActors,
  gazetteer: Gazetteer,
  span: Span,
): PlaceExplanation | undefined {
  const toponym = findToponyms(doc, article, mentions, gazetteer).find((t) => spansOverlap(t, span));
  if (toponym === undefined) return undefined;
  const { from, start, end, ref, rule, place } = toponym;
  const text = doc.text.slice(start, end);
  const readings = findPlaceSpans(doc, gazetteer, yearOf(article)).find((s) => s.from === from)?.readings;
  const others = (readings ?? [])
    .filter((reading) => reading.place !== place)
    .sort((a, b) => gazetteer.magnitude(b.place) - gazetteer.magnitude(a.place) || a.place - b.place)
    .map((reading) => gazetteer.ref(reading.place, text));
  return { start, end, text, ref, rule, others };
}
