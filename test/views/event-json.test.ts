/** PLOVER and GeoJSON, read back by a plain JSON parser and by DuckDB's. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { Database } from "../../src/store/database.js";
import { GEOJSON_HEAD, GEOJSON_SEPARATOR, GEOJSON_TAIL, writeFeature } from "../../src/views/geojson.js";
import { writePlover } from "../../src/views/plover.js";
import { cutAtStops, HOSTILE, LOCK_TEXT, makeReport, tell, tellHostile } from "./format-fixture.js";

const folder = mkdtempSync(join(tmpdir(), "rapporteur-json-"));
afterAll(() => rmSync(folder, { recursive: true }));
const article = makeReport("https://coast.example/lock", LOCK_TEXT);

describe("PLOVER", () => {
  test("the manual's fields", () => {
    const { line, losses } = writePlover(tell([article]), cutAtStops);
    const event = JSON.parse(line as string);
    expect(event).toMatchObject({
      has_event: true,
      date: "2004-03-02",
      actor: [{ code: "VLM", entity_text: "Velmark", identifier_text: "Velmark" }],
      recipient: [{ entity_text: "lock keepers" }],
      event: ["COERCE"],
      event_loc: { resolved_place: "Osterhaven", geonameid: 42, lat: 59.5, lon: 10.25, country_code: "NOR" },
      event_text: ["seized"],
      quad_code: 4,
      mode: ["seize"],
      context: ["territory"],
      link: "https://coast.example/lock",
      cite_info: { publication: "The Harbour Gazette", language: "en" },
      coder: "Rapporteur",
    });
    const { start, end } = event.text_info;
    expect([...LOCK_TEXT].slice(start, end).join("")).toBe(event.text);
    expect(event.text).toContain("Velmark seized the lock");
    expect(event.comment).toContain(
      "according to mayor of Osterhaven (press conference), in The Harbour Gazette",
    );
    expect(losses).toEqual([]);
  });

  test.each([
    ["denied", "negation"],
    ["planned", "future"],
    ["demanded", "hypothetical"],
    ["conditional", "hypothetical"],
    ["possible", "hypothetical"],
  ] as const)("%s is told as %s", (status, mode) => {
    const event = JSON.parse(writePlover(tell([article], { status }), cutAtStops).line as string);
    expect(event.mode).toEqual(["seize", mode]);
    expect(event.comment).toContain(`status: ${status}`);
  });

  test("history, an interval, and no date at all", () => {
    const told = tell([article], {
      recency: "background",
      date: { edtf: "1998-09-01/1998-09-04", basis: "text" },
    });
    expect(JSON.parse(writePlover(told, cutAtStops).line as string)).toMatchObject({
      date: "1998-09-01",
      enddate: "1998-09-04",
      mode: ["seize", "historical"],
    });
    const undated = tell([article], { recency: "background", date: null });
    expect(writePlover(undated, cutAtStops)).toEqual({ line: undefined, losses: [["no-date", 1]] });
  });

  test("hostile text stays in its field, one line an event", async () => {
    const told = tellHostile();
    const line = writePlover(told, cutAtStops).line as string;
    expect(line.indexOf("\n")).toBe(line.length - 1);
    expect(JSON.parse(line).actor[0].identifier_text).toBe(HOSTILE);
    const file = join(folder, "plover.jsonl");
    writeFileSync(file, line + writePlover(tell([article]), cutAtStops).line);
    const database = await Database.open(":memory:");
    try {
      const rows = await database.all(
        `SELECT id, actor[1].identifier_text AS name FROM read_json('${file}', format = 'newline_delimited')`,
      );
      expect(rows.map((row) => row.name)).toEqual([HOSTILE, "Velmark"]);
    } finally {
      database.close();
    }
  });
});

describe("GeoJSON", () => {
  const collect = (...lines: (string | undefined)[]) =>
    JSON.parse(GEOJSON_HEAD + lines.filter((l) => l !== undefined).join(GEOJSON_SEPARATOR) + GEOJSON_TAIL);

  test("longitude first; several places are several points", () => {
    const one = writeFeature(tell([article]));
    const sea = { name: "Long Sound", lat: 60, lon: 11 };
    const two = writeFeature(
      tell([article], { places: [...tell([article]).story.places, sea, { name: "nowhere" }] }),
    );
    const { type, features } = collect(one.line, two.line);
    expect(type).toBe("FeatureCollection");
    expect(features[0].geometry).toEqual({ type: "Point", coordinates: [10.25, 59.5] });
    expect(features[1].geometry).toEqual({
      type: "MultiPoint",
      coordinates: [
        [10.25, 59.5],
        [11, 60],
      ],
    });
    expect(two.losses).toEqual([["no-coordinates", 1]]);
    expect(features[0].properties).toMatchObject({
      type: "COERCE",
      status: "asserted",
      accordingTo: ["according to mayor of Osterhaven (press conference), in The Harbour Gazette"],
      independent: 1,
    });
  });

  test("an event without a place is left out and told", () => {
    expect(writeFeature(tell([article], { places: [] }))).toEqual({
      line: undefined,
      losses: [["no-place", 1]],
    });
    expect(writeFeature(tell([article], { places: [{ name: "n", lat: 91, lon: 0 }] })).line).toBeUndefined();
    expect(collect().features).toEqual([]);
  });

  test("hostile text stays in its field", () => {
    expect(collect(writeFeature(tellHostile()).line).features[0].properties.label).toBe(HOSTILE);
  });
});
