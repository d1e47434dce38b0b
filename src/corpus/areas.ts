/** Regions and islands as answers to where something was: a town in one of them says the same more exactly. */
import type { PlaceRef } from "../core/records.js";

/** Whether each of `areas` is one that a place of `places` lies in. */
export function holdAll(areas: readonly PlaceRef[], places: readonly PlaceRef[]): boolean {
  return areas.every((area) => places.some((place) => isAreaOf(area, place)));
}

/** Areas within a state, by their kind in the gazetteer. */
const AREA = /^(region|island)$/;
/** Degrees of latitude and longitude between an area's middle and a town that may lie in it. */
const WITHIN = 1.5;

function isAreaOf(area: PlaceRef, place: PlaceRef): boolean {
  if (!AREA.test(area.kind ?? "") || place.kind === undefined || /^(country|region|island)$/.test(place.kind))
    return false;
  if (area.country !== place.country || area.lat === undefined || place.lat === undefined) return false;
  return Math.abs(area.lat - place.lat) < WITHIN && Math.abs((area.lon ?? 0) - (place.lon ?? 0)) < WITHIN;
}
