/** The tables under data/places, every cell checked as it is read (a wrong one is refused with file, line and column). */
import { readFileSync } from "node:fs";
import { type ActorTableCells, readActorTableCells } from "../src/mentions/actor-table-cells.js";
import { PLACE_KINDS } from "../src/mentions/place-kind.js";

const COLUMNS = {
  countries: ["iso3", "iso2", "lat", "lon", "geonames"],
  regions: ["code", "name", "aliases", "lat", "lon", "geonames"],
  places: ["name", "kind", "country", "aliases", "lat", "lon", "geonames", "from", "to"],
  seats: ["town", "country", "bodies"],
  spellings: ["countries", "letters"],
  words: ["word", "class"],
} as const;
const WORD_CLASSES = ["level", "locality", "direction", "abstract", "inhabitant", "motion", "common", "organisation"];

/** One row of any of the tables. */
export type PlaceRow = ActorTableCells;

/** The rows of `data/places/<name>.tsv`. @throws UserError `broken-table` */
export function readPlaceTable(name: keyof typeof COLUMNS): PlaceRow[] {
  const origin = `data/places/${name}.tsv`;
  const rows = readActorTableCells({ text: readFileSync(origin, "utf8"), origin }, COLUMNS[name]);
  for (const row of rows) {
    if (name === "places") {
      row.choice("kind", PLACE_KINDS);
      row.country("country");
      row.term();
    }
    if (name === "seats") row.country("country");
    if (name === "words") row.choice("class", WORD_CLASSES);
    if (name === "countries" || name === "regions" || name === "places") readPoint(row);
  }
  return rows;
}

/** Latitude and longitude in degrees, and the GeoNames id, 0 where the cell is empty. */
export function readPoint(row: PlaceRow): { lat: number; lon: number; geonames: number } {
  const degrees = (column: "lat" | "lon", most: number) => {
    const value = Number(row.required(column));
    return Math.abs(value) <= most ? value : row.fail(column, row.text(column), `degrees from -${most} to ${most}`);
  };
  row.optionalMatch("geonames", /^[1-9]\d*$/, "a GeoNames id");
  return { lat: degrees("lat", 90), lon: degrees("lon", 180), geonames: Number(row.text("geonames")) };
}
