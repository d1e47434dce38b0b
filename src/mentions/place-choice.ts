/**
 * Which of the places of one name is meant.
 *
 * In: the spans of an article. Out: a place for each, and why. Names are weighed together: each starts from how well
 * known its places are, then the places of the other names speak for those in their country, in their region and near
 * them, and so again (in the manner of Rauch et al. 2003 and Leidner 2007: population, containment, nearness, one
 * sense of a name in an article). "Ganja, Azerbaijan" settles a name at once.
 */
import type { ParsedDoc } from "../language/doc.js";
import type { Gazetteer, PlaceReading } from "./gazetteer.js";
import { findContainer, isState, isWithin } from "./place-container.js";
import type { ToponymSpan } from "./place-mention.js";

/** A chosen place and the rule that chose it. */
export interface PlaceChoice {
  readonly place: number;
  readonly rule: string;
}

/** Weights, chosen on the development part of four corpora (data/places/README.md). */
export const CHOICE_WEIGHTS = {
  /** What being in the country, or the region, of another name's place adds, each time less. */
  country: 4,
  region: 3,
  /** What being near another name's place adds. */
  near: 6,
  nearDegrees: 0.7,
  /** What a capital adds to a town near it, beside other towns: it is mostly named for its government. */
  nearCapital: 0.3,
  /** What the container named behind it adds. */
  contained: 30,
  /** What a small town loses that bears a state's name. */
  besideState: 4,
  rounds: 3,
  /** Score that makes one place e times as likely as another. */
  temperature: 2,
  most: 40,
  /** How well known a country is, a region beside its inhabitants, a capital beside its own. */
  knownCountry: 28,
  knownRegion: 5,
  knownCapital: 4,
  /** What a town gains where bodies of many states sit: diplomacy names it, whatever its namesakes' country. */
  knownSeat: 10,
};

interface Name {
  readonly key: string;
  readonly spans: number[];
  readonly readings: readonly PlaceReading[];
  readonly prior: Float64Array;
  readonly share: Float64Array;
  count: number;
}

export function choosePlaces(
  doc: ParsedDoc,
  spans: readonly ToponymSpan[],
  gazetteer: Gazetteer,
  home?: string,
): PlaceChoice[] {
  const containers = spans.map((span, s) => findContainer(doc, span, spans[s + 1], gazetteer));
  const names = groupNames(doc, spans, containers, gazetteer, home);
  for (let round = 0; round < CHOICE_WEIGHTS.rounds; round++) weigh(names, gazetteer);
  const chosen: PlaceChoice[] = new Array(spans.length);
  for (const name of names) {
    const best = name.share.indexOf(Math.max(...name.share));
    const { place } = name.readings[best];
    const strongest = name.prior.indexOf(Math.max(...name.prior));
    for (const s of name.spans) {
      const rule =
        name.readings.length === 1
          ? "the only place of this name"
          : containers[s].length > 0
            ? "what it lies in is named with it"
            : best === strongest
              ? "the best known place of this name"
              : "the other places of the article";
      chosen[s] = { place, rule };
    }
  }
  return chosen;
}

/** Spans of one key are one name, unless one has a container of its own. */
function groupNames(
  doc: ParsedDoc,
  spans: readonly ToponymSpan[],
  containers: readonly (readonly number[])[],
  gazetteer: Gazetteer,
  home: string | undefined,
): Name[] {
  const byKey = new Map<string, Name>();
  const settled = new Map<string, Name>();
  spans.forEach((span, s) => {
    const written = doc.text.slice(doc.start[span.from], doc.end[span.to - 1]).toLowerCase();
    const container = containers[s];
    const key = container.length > 0 ? `${written}@${container.join()}` : written;
    let name = byKey.get(key);
    if (name === undefined) {
      name = makeName(key, span, container, gazetteer, home);
      byKey.set(key, name);
      if (container.length > 0 && !settled.has(written)) settled.set(written, name);
    }
    name.spans.push(s);
    name.count++;
  });
  // "Springfield, Ohio" says which "Springfield" is meant in the whole article.
  for (const [written, known] of settled) {
    const open = byKey.get(written);
    if (open === undefined) continue;
    known.spans.push(...open.spans);
    known.count += open.count;
    byKey.delete(written);
  }
  return [...byKey.values()];
}

function makeName(
  key: string,
  span: ToponymSpan,
  container: readonly number[],
  gazetteer: Gazetteer,
  home: string | undefined,
): Name {
  const hasState = span.readings.some((r) => isState(r.place, gazetteer));
  const weighed = span.readings
    .map((reading) => {
      const { place } = reading;
      let prior = weighKnown(place, gazetteer);
      if (reading.use === "abbreviation") prior += container.length > 0 ? 0 : -2;
      if (hasState && !gazetteer.isWellKnown(place)) prior -= CHOICE_WEIGHTS.besideState;
      if (container.some((c) => isWithin(place, c, gazetteer))) prior += CHOICE_WEIGHTS.contained;
      if (home !== undefined && gazetteer.country(place) === home) prior += CHOICE_WEIGHTS.country;
      return { reading, prior };
    })
    .sort((a, b) => b.prior - a.prior || a.reading.place - b.reading.place)
    .slice(0, CHOICE_WEIGHTS.most);
  const prior = Float64Array.from(weighed, (w) => w.prior);
  return {
    key,
    spans: [],
    readings: weighed.map((w) => w.reading),
    prior,
    share: toShares(prior),
    count: 0,
  };
}

/** How well known a place is, in the logarithm of its inhabitants. */
function weighKnown(place: number, gazetteer: Gazetteer): number {
  return weighKind(place, gazetteer) + (gazetteer.isSeat(place) ? CHOICE_WEIGHTS.knownSeat : 0);
}

function weighKind(place: number, gazetteer: Gazetteer): number {
  const magnitude = gazetteer.magnitude(place);
  switch (gazetteer.kind(place)) {
    case "country":
      return CHOICE_WEIGHTS.knownCountry;
    case "continent":
    case "world region":
      return CHOICE_WEIGHTS.knownCountry - 1;
    case "region":
      return CHOICE_WEIGHTS.knownRegion - (gazetteer.isCurated(place) ? 0 : 3) + 0.8 * magnitude;
    case "district":
      return magnitude - 3;
    case "capital":
      return CHOICE_WEIGHTS.knownCapital + Math.max(magnitude, 14);
    case "city":
      return Math.max(magnitude, 8);
    case "suburb":
      return Math.max(magnitude, 8) - 3;
    case "site":
      return 16;
    default:
      return 20;
  }
}

function toShares(scores: Float64Array): Float64Array {
  const top = Math.max(...scores);
  const shares = scores.map((score) => Math.exp((score - top) / CHOICE_WEIGHTS.temperature));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

/** One round: every name hears the others. */
function weigh(names: readonly Name[], gazetteer: Gazetteer): void {
  const countries = new Map<string, number>();
  const regions = new Map<number, number>();
  const shares = names.map((name) => [...name.share]);
  for (const [n, name] of names.entries()) speak(name, shares[n], 1, countries, regions, gazetteer);
  for (const [n, name] of names.entries()) {
    if (name.readings.length < 2) continue;
    speak(name, shares[n], -1, countries, regions, gazetteer);
    const scores = name.prior.map((prior, r) => {
      const { place } = name.readings[r];
      const country = gazetteer.country(place);
      const region = regionOf(place, gazetteer);
      const inCountry = country === "" ? 0 : (countries.get(country) ?? 0);
      const inRegion = region < 0 ? 0 : (regions.get(region) ?? 0);
      return (
        prior +
        CHOICE_WEIGHTS.country * Math.log2(1 + inCountry) +
        CHOICE_WEIGHTS.region * Math.log2(1 + inRegion) +
        CHOICE_WEIGHTS.near * Math.log2(1 + countNear(place, n, names, shares, gazetteer))
      );
    });
    speak(name, shares[n], 1, countries, regions, gazetteer);
    name.share.set(toShares(scores));
  }
}

/** Adds what a name says for countries and regions, or takes it back. */
function speak(
  name: Name,
  share: readonly number[],
  sign: number,
  countries: Map<string, number>,
  regions: Map<number, number>,
  gazetteer: Gazetteer,
): void {
  const weight = sign * Math.min(2, 1 + 0.2 * (name.count - 1));
  for (let r = 0; r < share.length; r++) {
    if (share[r] < 0.01) continue;
    const { place } = name.readings[r];
    const country = gazetteer.country(place);
    if (country !== "") countries.set(country, (countries.get(country) ?? 0) + weight * share[r]);
    const region = regionOf(place, gazetteer);
    if (region >= 0) regions.set(region, (regions.get(region) ?? 0) + weight * share[r]);
  }
}

function regionOf(place: number, gazetteer: Gazetteer): number {
  return gazetteer.kind(place) === "region" ? place : gazetteer.region(place);
}

/** How many other names have a town near. */
function countNear(
  place: number,
  own: number,
  names: readonly Name[],
  shares: readonly (readonly number[])[],
  gazetteer: Gazetteer,
): number {
  if (!isPoint(place, gazetteer)) return 0;
  const lat = gazetteer.lat(place);
  const lon = gazetteer.lon(place);
  const narrow = Math.cos((lat * Math.PI) / 180);
  let near = 0;
  for (let n = 0; n < names.length; n++) {
    if (n === own) continue;
    const { readings } = names[n];
    let best = 0;
    for (let r = 0; r < readings.length; r++) {
      const other = readings[r].place;
      if (shares[n][r] <= best || other === place || !isPoint(other, gazetteer)) continue;
      const north = gazetteer.lat(other) - lat;
      const east = (gazetteer.lon(other) - lon) * narrow;
      const nearness = Math.exp(-(north * north + east * east) / CHOICE_WEIGHTS.nearDegrees ** 2);
      const weight = gazetteer.kind(other) === "capital" ? CHOICE_WEIGHTS.nearCapital : 1;
      best = Math.max(best, weight * shares[n][r] * nearness);
    }
    near += best;
  }
  return near;
}

function isPoint(place: number, gazetteer: Gazetteer): boolean {
  return /^(city|capital|suburb|district|site)$/.test(gazetteer.kind(place));
}
