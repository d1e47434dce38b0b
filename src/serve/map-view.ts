/**
 * What part of the world a map shows, in the address: in, `at=lat,lon,zoom`; out, that view, and addresses of views
 * beside it, nearer and farther.
 */
import { badFilter, readText } from "./list-address.js";

/** Zoom 1 is the whole world. */
export interface MapView {
  readonly lat: number;
  readonly lon: number;
  readonly zoom: number;
}

export const WORLD: MapView = { lat: 0, lon: 0, zoom: 1 };

/** Nearest view: beyond it the atlas has no more detail. */
const NEAREST = 64;

/** Share of the view that a step to a side goes. */
const STEP = 0.4;

/** @throws PageError `bad-filter`. */
export function readView(query: URLSearchParams): MapView {
  const written = readText(query, "at")?.trim();
  if (written === undefined) return WORLD;
  const numbers = written
    .split(",")
    .map((part) => (/^-?\d+(\.\d+)?$/.test(part.trim()) ? Number(part) : Number.NaN));
  const [lat, lon, zoom] = numbers;
  const isView =
    numbers.length === 3 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && zoom >= 1 && zoom <= NEAREST;
  if (!isView) {
    throw badFilter("at", written, `latitude,longitude,zoom: 23,-80,4; the zoom from 1 to ${NEAREST}`);
  }
  return { lat, lon, zoom };
}

/** The view as it is written in an address; undefined for the whole world, which needs none. */
export function writeView({ lat, lon, zoom }: MapView): string | undefined {
  if (zoom === 1 && lat === 0 && lon === 0) return undefined;
  const round = (n: number) => Number(n.toFixed(2));
  return `${round(lat)},${round(lon)},${round(zoom)}`;
}

/** Views that one may go to from here, by what the way there is called. */
export function listSteps(view: MapView): [name: string, view: MapView][] {
  const { lat, lon, zoom } = view;
  const steps: [string, MapView][] = [];
  if (zoom < NEAREST) steps.push(["Nearer", { ...view, zoom: Math.min(NEAREST, zoom * 2) }]);
  if (zoom > 1) {
    const farther = Math.max(1, zoom / 2);
    steps.push(["Farther", farther === 1 ? WORLD : { ...view, zoom: farther }]);
    const [down, across] = [(180 / zoom) * STEP, (360 / zoom) * STEP];
    if (lat + down < 85) steps.push(["North", { ...view, lat: lat + down }]);
    if (lat - down > -85) steps.push(["South", { ...view, lat: lat - down }]);
    steps.push(
      ["West", { ...view, lon: wrap(lon - across) }],
      ["East", { ...view, lon: wrap(lon + across) }],
    );
    steps.push(["The whole world", WORLD]);
  }
  return steps;
}

/** The view that holds these points, or most of them: from the fifth to the ninety-fifth of a hundred, by weight. */
export function fitView(points: readonly { lat: number; lon: number; weight: number }[]): MapView {
  if (points.length === 0) return WORLD;
  const [south, north] = spread(points.map(({ lat, weight }) => [lat, weight]));
  const [west, east] = spread(points.map(({ lon, weight }) => [lon, weight]));
  const zoom = Math.min(
    NEAREST / 4,
    360 / Math.max(1, (east - west) * 1.3),
    180 / Math.max(1, (north - south) * 1.3),
  );
  if (zoom < 1.3) return WORLD;
  return { lat: (south + north) / 2, lon: (west + east) / 2, zoom: Number(zoom.toFixed(1)) };
}

function spread(values: (readonly [value: number, weight: number])[]): [number, number] {
  const sorted = values.sort((a, b) => a[0] - b[0]);
  const total = sorted.reduce((sum, [, weight]) => sum + weight, 0);
  const at = (share: number) => {
    let sum = 0;
    for (const [value, weight] of sorted) {
      sum += weight;
      if (sum >= share * total) return value;
    }
    return sorted[sorted.length - 1][0];
  };
  return [at(0.05), at(0.95)];
}

/** A longitude between -180 and 180. */
function wrap(lon: number): number {
  return ((((lon + 180) % 360) + 360) % 360) - 180;
}
