/**
 * What other formats need to know beside the record: tables under `data/formats`, the gazetteer's kinds of places, and
 * where sentences end. Each is read when a format asks for it.
 */
import { readFileSync } from "node:fs";
import type { PlaceRef } from "../core/records.js";
import { segmentText } from "../language/segment.js";
import { readLinearModels } from "../learn/linear-file.js";
import { readGazetteer } from "../mentions/gazetteer.js";
import { readCells } from "../records/cue-table-cells.js";
import { CAMEO_KINDS, type CameoRoles } from "../views/gdelt-actor.js";
import type { GdeltKnowledge } from "../views/gdelt-events.js";
import type { FipsCountry, PlaceScale } from "../views/gdelt-place.js";
import type { CutSentences } from "../views/told-story.js";

const GUIDE = "data/formats/README.md";

export function loadGdeltKnowledge(): GdeltKnowledge {
  return { fips: readFips(), roles: readRoles(), scaleOf: makeScales() };
}

function readFips(): ReadonlyMap<string, FipsCountry> {
  const fips = new Map<string, FipsCountry>();
  for (const cells of readTable("data/formats/fips.tsv", ["iso3", "fips", "name"])) {
    const code = cells.text("fips");
    if (!/^[A-Z]{2}$/.test(code)) cells.fail("fips", `"${code}" is not two capital letters.`);
    if (fips.has(cells.text("iso3"))) cells.fail("iso3", `"${cells.text("iso3")}" stands twice.`);
    fips.set(cells.text("iso3"), { fips: code, name: cells.text("name") });
  }
  return fips;
}

function readRoles(): CameoRoles {
  const cells = readTable("data/formats/cameo-roles.tsv", ["code", "kind", "gloss"]);
  return new Map(cells.map((row) => [row.text("code"), row.choice("kind", CAMEO_KINDS)]));
}

/** Records do not say what kind of place a place is: the gazetteer that found it does. */
function makeScales(): (place: PlaceRef) => PlaceScale {
  const gazetteer = readGazetteer(
    readFileSync(locate("data/places/gazetteer.bin")),
    "data/places/gazetteer.bin",
  );
  const scales = new Map<string, PlaceScale>();
  for (let place = 0; place < gazetteer.size; place++) {
    const kind = gazetteer.kind(place);
    if (kind === "country" || kind === "region") scales.set(keyPlace(gazetteer.ref(place, "")), kind);
  }
  return (place) => scales.get(keyPlace(place)) ?? "point";
}

function keyPlace({ name, lat, lon }: PlaceRef): string {
  return `${lat} ${lon} ${name}`;
}

/** Sentences as the reader cut them, from the same model. */
export function loadSentenceCutter(): CutSentences {
  const path = "models/sentences.bin";
  const ends = readLinearModels(readFileSync(locate(path)), path).get("end");
  return (text) => {
    const { sentence, start, end } = segmentText(text, ends);
    return Array.from({ length: Math.max(0, sentence.length - 1) }, (_, s) => ({
      start: start[sentence[s]],
      end: end[sentence[s + 1] - 1],
    }));
  };
}

function readTable(path: string, columns: readonly string[]) {
  return readCells(readFileSync(locate(path), "utf8"), path, columns, GUIDE);
}

/** `src/cli` and `dist/cli` both lie two folders below the package. */
function locate(path: string): URL {
  return new URL(`../../${path}`, import.meta.url);
}
