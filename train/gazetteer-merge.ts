/** What the hand-made tables say, joined to what the package lists hold: one place, one draft. */
import { readFileSync } from "node:fs";
import { parseActorTables } from "../src/mentions/actor-table.js";
import type { ActorTables } from "../src/mentions/actor-table-row.js";
import type { PlaceKind } from "../src/mentions/place-kind.js";
import { makePlaceKey } from "../src/mentions/place-name-key.js";
import type { PlaceDraft } from "./gazetteer-sources.js";
import { type PlaceRow, readPlaceTable, readPoint } from "./gazetteer-tables.js";

/** The states and territories of data/actors/states.tsv, where countries.tsv places them. */
export function makeCountries(towns: readonly PlaceDraft[]): PlaceDraft[] {
  const rows = new Map(readPlaceTable("countries").map((row) => [row.text("iso3"), row]));
  const population = new Map<string, number>();
  for (const { country, population: own } of towns)
    population.set(country, (population.get(country) ?? 0) + own);
  return readActors().states.flatMap((state) => {
    const row = state.kind === "former state" ? undefined : rows.get(state.iso3 ?? "");
    if (row === undefined) return [];
    const draft = makeDraft(state.name, "country", row.text("iso2"), row);
    draft.population = population.get(draft.country) ?? 0;
    for (const alias of state.aliases) draft.aliases.add(alias);
    for (const word of [...state.adjectives, ...state.demonyms]) {
      if (draft.aliases.has(word) || word === draft.name) continue;
      draft.aliases.add(word);
      draft.uses.set(word, "adjective");
    }
    return [draft];
  });
}

function readActors(): ActorTables {
  const actors = (name: string) => {
    const origin = `data/actors/${name}.tsv`;
    return { text: readFileSync(origin, "utf8"), origin };
  };
  return parseActorTables({
    states: actors("states"),
    bodies: actors("bodies"),
    seats: actors("seats"),
    offices: actors("offices"),
    titles: actors("titles"),
    holders: actors("office-holders"),
  });
}

/** Marks the towns of seats.tsv: of each name in a country, the largest. */
export function markSeats(drafts: readonly PlaceDraft[]): void {
  const alpha2 = new Map(readPlaceTable("countries").map((row) => [row.text("iso3"), row.text("iso2")]));
  const bodies = new Set(readActors().bodies.map(({ id }) => id));
  for (const row of readPlaceTable("seats")) {
    for (const id of row.list("bodies")) if (!bodies.has(id)) row.fail("bodies", id, "ids of data/actors/bodies.tsv");
    const town = row.required("town");
    const [seat] = drafts
      .filter((d) => makePlaceKey(d.name) === makePlaceKey(town) && d.country === alpha2.get(row.text("country")) && isTownLike(d.kind))
      .sort((a, b) => b.population - a.population);
    if (seat === undefined) row.fail("town", town, "the name of a town of that country");
    seat.isSeat = true;
  }
}

/** Regions with what regions.tsv knows better. */
export function mergeRegions(regions: readonly PlaceDraft[]): readonly PlaceDraft[] {
  const rows = new Map(readPlaceTable("regions").map((row) => [row.text("code"), row]));
  for (const region of regions) {
    const row = region.kind === "region" ? rows.get(`${region.country}.${region.region}`) : undefined;
    if (row === undefined) continue;
    Object.assign(region, { name: row.required("name"), isCurated: true }, readPoint(row));
    for (const alias of row.list("aliases")) {
      region.aliases.add(alias);
      if (alias.endsWith(".")) region.uses.set(alias, "abbreviation");
    }
    // "OH", as in addresses.
    if (region.country === "US" && !region.aliases.has(region.region)) {
      region.aliases.add(region.region);
      region.uses.set(region.region, "postal code");
    }
  }
  return regions;
}

/** Joins the rows of places.tsv to `drafts`: a place already listed (same id, or one of its names nearby), or a new one. */
export function mergeHandmade(drafts: PlaceDraft[]): void {
  const alpha2 = new Map(readPlaceTable("countries").map((row) => [row.text("iso3"), row.text("iso2")]));
  const byId = new Map(drafts.filter((d) => d.geonames > 0).map((d) => [d.geonames, d]));
  const byKey = new Map<string, PlaceDraft[]>();
  for (const draft of drafts) {
    for (const name of [draft.name, ...draft.aliases]) {
      const same = byKey.get(makePlaceKey(name));
      if (same === undefined) byKey.set(makePlaceKey(name), [draft]);
      else same.push(draft);
    }
  }
  for (const row of readPlaceTable("places")) {
    const code = row.text("country");
    const country = code === "" ? "" : (alpha2.get(code) ?? row.fail("country", code, "one of countries.tsv"));
    const made = makeDraft(row.required("name"), row.text("kind") as PlaceKind, country, row);
    const names = [made.name, ...row.list("aliases")];
    const named = names.flatMap((name) => byKey.get(makePlaceKey(name)) ?? []);
    const same = byId.get(made.geonames) ?? named.find((known) => isSamePlace(known, made));
    const draft = same ?? made;
    if (same === undefined) drafts.push(draft);
    else absorb(same, made);
    for (const name of names) if (name !== draft.name) draft.aliases.add(name);
    draft.isCurated = true;
    const { from, to } = row.term();
    if (from !== null || to !== null)
      draft.years = [Number(from?.slice(0, 4) ?? 0), Number(to?.slice(0, 4) ?? 9999)];
  }
}

/** A row says better how a place is called and where a region's middle is; a country keeps both from its own tables. */
function absorb(known: PlaceDraft, { name, kind, lat, lon, geonames }: PlaceDraft): void {
  if (known.kind === "country") return;
  if (known.name !== name) known.aliases.add(known.name);
  known.name = name;
  if (known.geonames === 0) known.geonames = geonames;
  if (!isTownLike(kind)) Object.assign(known, { lat, lon });
}

/** Degrees within which two places of one name and kind are one: towns, then anything larger. */
const SAME_TOWN_WITHIN = 0.4;
const SAME_REGION_WITHIN = 5;

function isSamePlace(known: PlaceDraft, made: PlaceDraft): boolean {
  const isTown = isTownLike(made.kind);
  const within = isTown ? SAME_TOWN_WITHIN : SAME_REGION_WITHIN;
  return (
    (made.country === "" || known.country === made.country) &&
    (isTown ? isTownLike(known.kind) : known.kind === made.kind) &&
    Math.abs(known.lat - made.lat) < within &&
    Math.abs(known.lon - made.lon) < within
  );
}

function isTownLike(kind: PlaceKind): boolean {
  return kind === "city" || kind === "capital" || kind === "suburb";
}

function makeDraft(name: string, kind: PlaceKind, country: string, row: PlaceRow): PlaceDraft {
  return {
    name,
    kind,
    country,
    region: "",
    district: "",
    ...readPoint(row),
    population: 0,
    aliases: new Set(),
    uses: new Map(),
  };
}
