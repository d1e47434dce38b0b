/**
 * The eight columns that GDELT gives a place: in, a place, the gazetteer's kind for it and a table of FIPS codes; out,
 * the cells.
 *
 * Regions are named by their name alone: FIPS' codes for them are not those of GeoNames, so ADM1Code is the country's.
 */
import type { PlaceRef } from "../core/records.js";
import type { Cell } from "./tab-row.js";

/** What GDELT tells apart; a sea or a mountain counts as a landmark, as a city does. */
export type PlaceScale = "country" | "region" | "point";

export interface FipsCountry {
  readonly fips: string;
  readonly name: string;
}

export interface PlaceKnowledge {
  /** By ISO 3166-1 alpha-3. */
  readonly fips: ReadonlyMap<string, FipsCountry>;
  readonly scaleOf: (place: PlaceRef) => PlaceScale;
}

export const PLACE_COLUMNS = 8;

/** Type, FullName, CountryCode, ADM1Code, ADM2Code, Lat, Long, FeatureID; type 0 is no place. */
export function writePlace(place: PlaceRef | undefined, knowledge: PlaceKnowledge): Cell[] {
  if (place === undefined) return [0, ...new Array<Cell>(PLACE_COLUMNS - 1).fill(null)];
  const country = place.country === undefined ? undefined : knowledge.fips.get(place.country);
  const scale = knowledge.scaleOf(place);
  const code = country?.fips;
  const full = scale === "country" || country === undefined ? place.name : `${place.name}, ${country.name}`;
  return [
    readType(scale, place.country === "USA"),
    full,
    code,
    code,
    null,
    place.lat,
    place.lon,
    scale === "country" ? code : place.geonames,
  ];
}

/** 1 country, 2 state of the United States, 3 place there, 4 place elsewhere, 5 region elsewhere. */
function readType(scale: PlaceScale, isUnitedStates: boolean): number {
  if (scale === "country") return 1;
  if (scale === "region") return isUnitedStates ? 2 : 5;
  return isUnitedStates ? 3 : 4;
}
