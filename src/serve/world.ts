/**
 * The world's land and borders, as the Natural Earth atlas has them in the package `world-atlas` (public domain): read
 * from the disk of this machine when a map is first asked for. Nothing is fetched.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { MultiLineString } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/** Land as one shape, borders between countries as lines. */
export interface World {
  readonly land: GeoJSON.Feature | GeoJSON.FeatureCollection;
  readonly borders: MultiLineString;
}

/** `110m` draws the whole world, `50m` a part of it. */
export type WorldDetail = "110m" | "50m";

const loaded = new Map<WorldDetail, World>();

export function loadWorld(detail: WorldDetail): World {
  const known = loaded.get(detail);
  if (known !== undefined) return known;
  const file = createRequire(import.meta.url).resolve(`world-atlas/countries-${detail}.json`);
  const topology = JSON.parse(readFileSync(file, "utf8")) as Topology<{
    countries: GeometryCollection;
    land: GeometryCollection;
  }>;
  const world = {
    land: feature(topology, topology.objects.land),
    borders: mesh(topology, topology.objects.countries, (a, b) => a !== b),
  };
  loaded.set(detail, world);
  return world;
}
