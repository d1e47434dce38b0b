/**
 * Packs the gazetteer: `npx tsx train/gazetteer.ts [OUT]`, by default `data/places/gazetteer.bin`.
 *
 * In: the package lists (train/gazetteer-sources.ts), the tables under data/places and the states of data/actors. Out:
 * the file that src/mentions/gazetteer-file.ts reads. The same packages and tables give the same bytes.
 */
import { writeFileSync } from "node:fs";
import { UserError } from "../src/core/user-error.js";
import { makeCountries, markSeats, mergeHandmade, mergeRegions } from "./gazetteer-merge.js";
import { packGazetteer } from "./gazetteer-pack.js";
import { readRegions, readTowns } from "./gazetteer-sources.js";
import { addSpellings } from "./gazetteer-spellings.js";
import { readPlaceTable } from "./gazetteer-tables.js";

const out = process.argv[2] ?? "data/places/gazetteer.bin";
try {
  const towns = readTowns();
  const drafts = [...makeCountries(towns), ...mergeRegions(readRegions(towns)), ...towns];
  mergeHandmade(drafts);
  markSeats(drafts);
  addSpellings(drafts);
  const alpha3 = new Map(readPlaceTable("countries").map((row) => [row.text("iso2"), row.text("iso3")]));
  const bytes = packGazetteer(drafts, alpha3, readWords());
  writeFileSync(out, bytes);
  console.log(`${out}: ${drafts.length} places, ${bytes.length} bytes`);
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

/** Each word with its classes, split by a space where it has two. */
function readWords(): Record<string, string> {
  const words: Record<string, string> = {};
  for (const row of readPlaceTable("words")) {
    const word = row.required("word");
    const known = words[word];
    words[word] = known === undefined ? row.text("class") : `${known} ${row.text("class")}`;
  }
  return words;
}
