/**
 * Where stories happen: places with how many stories each has, cooperation and conflict apart.
 *
 * A place stands where the gazetteer puts it; a country, where the gazetteer puts its middle. Places without
 * coordinates cannot be drawn and are counted. The quad class goes by the type of event.
 */
import { KEY_LENGTH, type RecordFilter } from "./record-filter.js";
import type { Store } from "./store.js";
import { placeStories } from "./story-queries.js";

/** A place of stories. */
export interface MapPlace {
  /** The value for {@link RecordFilter.place}: the GeoNames id, or the name. */
  readonly key: string;
  readonly name: string;
  readonly country: string | null;
  readonly lat: number;
  readonly lon: number;
  /** Stories of PLOVER's quad classes 1 and 2, and 3 and 4; statements are of neither. */
  readonly cooperation: number;
  readonly conflict: number;
  readonly stories: number;
}

export interface StoryMap {
  /** Stories that pass the filter, those among them that have a place on the map. */
  readonly total: number;
  readonly placed: number;
  /** Those with the most stories first. */
  readonly places: readonly MapPlace[];
  /** How many places there are, shown or not. */
  readonly placeCount: number;
}

/** The `size` places with the most stories that pass the filter. */
export async function findStoryMap(store: Store, filter: RecordFilter, size: number): Promise<StoryMap> {
  const base = placeStories(filter);
  const [{ json }] = await store.query(
    `WITH ${base.sql},
     class AS (SELECT left(type, ${KEY_LENGTH}) AS type, mode(quad) AS quad FROM event GROUP BY 1),
     told AS (SELECT p.id, quad, unnest(s.places) AS place FROM passed p JOIN story s ON s.id = p.id LEFT JOIN class ON class.type = p.type
       WHERE len(s.places) > 0),
     located AS (SELECT * FROM told WHERE place.lat BETWEEN -90 AND 90 AND place.lon BETWEEN -180 AND 180),
     line AS (SELECT coalesce(CAST(place.geonames AS VARCHAR), lower(left(place."name", ${KEY_LENGTH}))) AS key, min(place."name") AS "name",
       min(place.country) AS country, min(place.lat) AS lat, min(place.lon) AS lon,
       count(DISTINCT CASE WHEN quad IN (1, 2) THEN id END) AS cooperation, count(DISTINCT CASE WHEN quad IN (3, 4) THEN id END) AS conflict,
       count(DISTINCT id) AS stories FROM located GROUP BY 1),
     top AS (FROM line ORDER BY stories DESC, key LIMIT ?)
     SELECT CAST(to_json(struct_pack(
       total := (SELECT count(*) FROM passed),
       placed := (SELECT count(DISTINCT id) FROM located),
       placeCount := (SELECT count(*) FROM line),
       places := (SELECT list(top ORDER BY stories DESC, key) FROM top)
     )) AS VARCHAR) AS json`,
    [...base.values, size],
  );
  const found = JSON.parse(json as string) as Omit<StoryMap, "places"> & { places: MapPlace[] | null };
  return { ...found, places: found.places ?? [] };
}
