/**
 * Shared stretches put together: one group for each piece of text, with every place where it stands.
 *
 * In: shared stretches of any number of article pairs. Out: groups in a fixed order, whatever the order of the
 * stretches. Method: in each article, stretches that are nearly the same place are one place (each is compared with
 * the longest of them only, so that places do not creep along the text); places that a stretch joins are one group
 * (union and find). A group depends on the stretches that reach it and on nothing else.
 */
import type { SharedStretch } from "./shared-stretch.js";
import { THRESHOLDS } from "./thresholds.js";

export interface Place {
  readonly article: string;
  readonly start: number;
  readonly end: number;
}

export interface StretchGroup {
  readonly places: readonly Place[];
  readonly stretches: readonly SharedStretch[];
}

/** Groups by article and place of their first place. */
export function groupStretches(stretches: readonly SharedStretch[]): StretchGroup[] {
  const sides = new Map<string, Side[]>();
  stretches.forEach((s, stretch) => {
    push(sides, s.a, { stretch, start: s.aStart, end: s.aEnd });
    push(sides, s.b, { stretch, start: s.bStart, end: s.bEnd });
  });
  const places: Place[] = [];
  const parent: number[] = [];
  const placeOf = new Map<number, number>();
  for (const [article, list] of sides) {
    for (const [place, members] of findPlaces(list)) {
      const id = places.length;
      places.push({ article, ...place });
      parent.push(id);
      for (const { stretch } of members) {
        const other = placeOf.get(stretch);
        if (other === undefined) placeOf.set(stretch, id);
        else parent[findRoot(parent, id)] = findRoot(parent, other);
      }
    }
  }
  return collectGroups(stretches, places, parent, placeOf);
}

interface Side {
  readonly stretch: number;
  readonly start: number;
  readonly end: number;
}

/** The distinct places of one article, each with the stretches that stand there. */
function findPlaces(sides: readonly Side[]): [{ start: number; end: number }, Side[]][] {
  const found: [{ start: number; end: number }, Side[]][] = [];
  const sorted = [...sides].sort((x, y) => y.end - y.start - (x.end - x.start) || x.start - y.start);
  for (const side of sorted) {
    const length = side.end - side.start;
    const home = found.find(([place]) => {
      const overlap = Math.min(place.end, side.end) - Math.max(place.start, side.start);
      return overlap >= THRESHOLDS.placeOverlap.value * Math.max(length, place.end - place.start);
    });
    if (home) home[1].push(side);
    else found.push([{ start: side.start, end: side.end }, [side]]);
  }
  return found;
}

function collectGroups(
  stretches: readonly SharedStretch[],
  places: readonly Place[],
  parent: number[],
  placeOf: ReadonlyMap<number, number>,
): StretchGroup[] {
  const groups = new Map<number, { places: Place[]; stretches: SharedStretch[] }>();
  places.forEach((place, id) => {
    const root = findRoot(parent, id);
    const group = groups.get(root) ?? { places: [], stretches: [] };
    groups.set(root, group);
    group.places.push(place);
  });
  stretches.forEach((s, k) => {
    groups.get(findRoot(parent, placeOf.get(k) as number))?.stretches.push(s);
  });
  for (const group of groups.values()) group.places.sort(comparePlaces);
  return [...groups.values()].sort((x, y) => comparePlaces(x.places[0], y.places[0]));
}

function comparePlaces(x: Place, y: Place): number {
  return x.article < y.article ? -1 : x.article > y.article ? 1 : x.start - y.start || x.end - y.end;
}

function findRoot(parent: number[], id: number): number {
  while (parent[id] !== id) {
    parent[id] = parent[parent[id]];
    id = parent[id];
  }
  return id;
}

function push(map: Map<string, Side[]>, key: string, side: Side): void {
  const list = map.get(key);
  if (list) list.push(side);
  else map.set(key, [side]);
}
