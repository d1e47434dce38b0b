/**
 * Places on a map: in, places with counts and what part of the world to show; out, one picture. The left half of a
 * circle is cooperation, the right half conflict; each half's area goes by its number of stories, so that sides tell
 * them apart without colour.
 */
import { type GeoProjection, geoNaturalEarth1, geoPath } from "d3-geo";
import type { MapPlace } from "../../store/map-queries.js";
import type { MapView } from "../map-view.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import { count, shorten } from "../wording.js";
import { loadWorld } from "../world.js";

/** Units of the picture, which shrinks with the page. */
const WIDTH = 960;
const HEIGHT = 500;

/** Scale at which the whole world fills the width. */
const WHOLE = 174;

/** From this zoom on the coast is drawn in more detail. */
const DETAILED = 3;

/** Radius of the largest half, and the least that can be pointed at. */
const LARGEST = 30;
const LEAST = 8;

/** The map; `addressOf` says where a place leads. Places outside of the view are left out. */
export function drawMap(
  places: readonly MapPlace[],
  view: MapView,
  addressOf: (place: MapPlace) => string,
): Markup {
  const projection = geoNaturalEarth1()
    .rotate([-view.lon, 0])
    .scale(WHOLE * view.zoom)
    .translate([WIDTH / 2, HEIGHT / 2]);
  const middle = projection([view.lon, view.lat]) ?? [WIDTH / 2, HEIGHT / 2];
  projection.translate([WIDTH / 2, HEIGHT - middle[1]]).clipExtent([
    [0, 0],
    [WIDTH, HEIGHT],
  ]);
  const path = geoPath(projection).digits(1);
  const world = loadWorld(view.zoom < DETAILED ? "110m" : "50m");
  const most = Math.max(
    1,
    ...places.map((place) => Math.max(place.cooperation, place.conflict, place.stories / 2)),
  );
  return html`<svg class="map" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="group" aria-label="Places of stories on a map; the table below has the same">
<path class="sea" d="${path({ type: "Sphere" })}"/>
<path class="land" d="${path(world.land)}"/>
<path class="border" d="${path(world.borders)}"/>
${joinMarkup(places.map((place) => drawPlace(place, projection, most, addressOf(place))))}</svg>`;
}

/** How many of the places lie in the view. */
export function countInView(places: readonly MapPlace[], view: MapView): number {
  const [down, across] = [90 / view.zoom, 180 / view.zoom];
  return places.filter(({ lat, lon }) => {
    const away = Math.abs(lon - view.lon);
    return Math.abs(lat - view.lat) <= down && Math.min(away, 360 - away) <= across;
  }).length;
}

function drawPlace(
  place: MapPlace,
  projection: GeoProjection,
  most: number,
  address: string,
): Markup | undefined {
  const at = projection([place.lon, place.lat]);
  if (at === null || !at.every(Number.isFinite)) return undefined;
  const [x, y] = at;
  if (x < 0 || x > WIDTH || y < 0 || y > HEIGHT) return undefined;
  const { cooperation, conflict, stories } = place;
  const radius = (n: number) => (n === 0 ? 0 : Math.max(LEAST, LARGEST * Math.sqrt(n / most)));
  const words = `${shorten(place.name, 60)}: ${count(stories, "story", "stories")}, ${cooperation} of cooperation, ${conflict} of conflict`;
  const other = stories - cooperation - conflict;
  return html`<a class="spot" href="${address}" aria-label="${words}"><title>${words}</title>${other > 0 && cooperation + conflict === 0 && html`<circle class="neither" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius(other / 2).toFixed(1)}"/>`}${drawHalf("cooperation", x, y, radius(cooperation))}${drawHalf("conflict", x, y, radius(conflict))}</a>
`;
}

function drawHalf(
  name: "cooperation" | "conflict",
  x: number,
  y: number,
  radius: number,
): Markup | undefined {
  if (radius === 0) return undefined;
  const r = radius.toFixed(1);
  const sweep = name === "cooperation" ? 0 : 1;
  return html`<path class="${name}" d="M${x.toFixed(1)} ${(y - radius).toFixed(1)}A${r} ${r} 0 0 ${sweep} ${x.toFixed(1)} ${(y + radius).toFixed(1)}Z"/>`;
}
