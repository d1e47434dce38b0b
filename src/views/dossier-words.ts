/** Phrases that the lines of a dossier share: names, places, dates, and on whose word. */

import { wordDate } from "../core/date-wording.js";
import type { ActorRef, AttributionLink, DateValue, PlaceRef } from "../core/records.js";
import { listSpeakers, nameActor, nameOutlet } from "./according-to.js";
import { joinPieces, type Piece } from "./dossier.js";
import type { NotedArticle } from "./dossier-notes.js";

/** Words that a claim names; further ones are counted. */
const MOST_NAMED = 3;

/** On whose word, and where it is published. */
export interface Word {
  readonly chain: readonly AttributionLink[];
  readonly article: NotedArticle;
}

/** "according to Tor Lund, in The Harbour Gazette; to Radio Selm; and 4 more". */
export function accordingTo(words: readonly Word[]): Piece[] {
  if (words.length === 0) return ["according to a report that is no longer here"];
  const told = new Map<string, Piece[]>();
  for (const { chain, article } of words) {
    const [speaker, ...citing] = listSpeakers(chain);
    const outlet = { name: nameOutlet(article) };
    const pieces: Piece[] =
      speaker === undefined
        ? [outlet]
        : [
            { name: nameActor(speaker) },
            ...citing.flatMap((link) => [", cited by ", { name: nameActor(link) }]),
            ", in ",
            outlet,
          ];
    told.set(JSON.stringify(pieces), pieces);
  }
  const all = [...told.values()];
  const rest = all.length - MOST_NAMED;
  return [
    "according to ",
    ...joinPieces(all.slice(0, MOST_NAMED), "; to "),
    ...(rest > 0 ? [`; and to ${rest} more`] : []),
  ];
}

export function tellReports(articles: number, independent: number): string {
  return articles < 2 ? "" : ` (${articles} reports, ${independent} independent)`;
}

export function tellPlaces(places: readonly PlaceRef[]): Piece[] {
  if (places.length === 0) return [];
  return [
    ", place: ",
    ...joinPieces(
      places.map((place) => [{ name: place.name }]),
      ", ",
    ),
  ];
}

export function listNames(actors: readonly ActorRef[], none: string): Piece[] {
  if (actors.length === 0) return none === "" ? [] : [none];
  return joinPieces(
    actors.map((actor) => [{ name: nameActor(actor) }]),
    ", ",
  );
}

/** " (24 October 1962; 26 October 1962)"; nothing where no date is told. */
export function wordDates(dates: readonly (DateValue | null)[]): string {
  const told = [...new Set(dates.flatMap((date) => (date === null ? [] : [date.edtf])))].sort();
  return told.length === 0 ? "" : ` (${told.map(wordDate).join("; ")})`;
}
