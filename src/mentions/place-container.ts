/**
 * What a place lies in, where the text names it with the place: "Lima, Ohio", "Gori (Georgia)", "Arequipa in Peru".
 *
 * In: two spans that follow one another. Out: those places of the second that hold a place of the first.
 */
import type { ParsedDoc } from "../language/doc.js";
import type { Gazetteer } from "./gazetteer.js";
import type { ToponymSpan } from "./place-mention.js";

/** Places of `next` that a comma, a bracket or nothing joins to the name as what it lies in. */
export function findContainer(
  doc: ParsedDoc,
  span: ToponymSpan,
  next: ToponymSpan | undefined,
  gazetteer: Gazetteer,
): readonly number[] {
  if (next === undefined) return [];
  const between = doc.text.slice(doc.end[span.to - 1], doc.start[next.from]);
  if (!/^(?:,? ?\(?|,? (?:in|of) (?:the )?(?:\w+ )?)$/.test(between) || between === "") return [];
  if (isListed(doc, next) && span.readings.some((r) => isState(r.place, gazetteer))) return [];
  const inside = next.readings
    .map((r) => r.place)
    .filter((container) => span.readings.some((r) => isWithin(r.place, container, gazetteer)));
  return inside;
}

/** "Wales, England and Spain" is a list, though a village called Wales lies in England. */
function isListed(doc: ParsedDoc, { from, to }: ToponymSpan): boolean {
  for (let i = from; i < to; i++) if (doc.names.deprel[doc.deprel[i]] === "conj") return true;
  return /^,? (?:and|or) \p{Lu}/u.test(doc.text.slice(doc.end[to - 1], doc.end[to - 1] + 8));
}

/** A country, or a region that a table names. */
export function isState(place: number, gazetteer: Gazetteer): boolean {
  const kind = gazetteer.kind(place);
  return kind === "country" || (kind === "region" && gazetteer.isCurated(place));
}

/** Whether `place` lies in `container`. */
export function isWithin(place: number, container: number, gazetteer: Gazetteer): boolean {
  if (place === container) return false;
  switch (gazetteer.kind(container)) {
    case "country":
      return gazetteer.kind(place) !== "country" && gazetteer.country(place) === gazetteer.country(container);
    case "region":
      return gazetteer.region(place) === container;
    case "district":
      return gazetteer.district(place) === container;
    default:
      return false;
  }
}
