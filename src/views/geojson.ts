/**
 * GeoJSON (RFC 7946): in, a story of an event with its reports; out, one feature at its places. Head and tail make the
 * features, parted by {@link GEOJSON_SEPARATOR}, one FeatureCollection, so that a map of any size is written as it is read.
 */
import type { ActorRef, PlaceRef } from "../core/records.js";
import { tellWord } from "./according-to.js";
import type { Loss } from "./format-loss.js";
import type { WrittenLine } from "./gdelt-events.js";
import type { ToldEvent } from "./told-story.js";

export const GEOJSON_HEAD = '{"type":"FeatureCollection","features":[\n';
export const GEOJSON_SEPARATOR = ",\n";
export const GEOJSON_TAIL = "\n]}\n";

type Located = PlaceRef & { readonly lat: number; readonly lon: number };

/** The story as a point, or as several where it has several places. */
export function writeFeature({ story, tellings }: ToldEvent): WrittenLine {
  if (story.places.length === 0) return { line: undefined, losses: [["no-place", 1]] };
  const located = story.places.filter(isLocated);
  const losses: [Loss, number][] = [["no-coordinates", story.places.length - located.length]];
  if (located.length === 0) return { line: undefined, losses };
  const coordinates = located.map(({ lat, lon }) => [lon, lat]);
  const feature = {
    type: "Feature",
    id: story.id,
    geometry:
      coordinates.length === 1
        ? { type: "Point", coordinates: coordinates[0] }
        : { type: "MultiPoint", coordinates },
    properties: {
      type: story.type,
      actors: story.actors.map(nameOf),
      recipients: story.recipients.map(nameOf),
      places: located.map(({ name, country, geonames }) => ({ name, country, geonames })),
      date: story.date?.edtf ?? null,
      dateBasis: story.date?.basis ?? null,
      status: story.status,
      recency: story.recency,
      label: story.label,
      accordingTo: [...new Set(tellings.map(({ record, article }) => tellWord(record.attribution, article)))],
      reports: story.articles.length,
      independent: story.independent,
      sources: [...new Set(tellings.map(({ article }) => article.origin))],
      quad: tellings[0]?.record.quad ?? null,
    },
  };
  return { line: JSON.stringify(feature), losses: losses.filter(([, n]) => n > 0) };
}

function isLocated(place: PlaceRef): place is Located {
  return (
    Number.isFinite(place.lat) &&
    Number.isFinite(place.lon) &&
    Math.abs(place.lat as number) <= 90 &&
    Math.abs(place.lon as number) <= 180
  );
}

function nameOf({ id, name }: ActorRef): object {
  return { id, name };
}
