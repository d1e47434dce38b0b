import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { UserError } from "../../src/core/user-error.js";
import { segmentText } from "../../src/language/segment.js";
import { readGazetteer } from "../../src/mentions/gazetteer.js";
import { makePlaceKey } from "../../src/mentions/place-name-key.js";

const bytes = readFileSync("data/places/gazetteer.bin");
const gazetteer = readGazetteer(bytes, "data/places/gazetteer.bin");

function match(text: string): { words: number; countries: string[] } | undefined {
  const doc = segmentText(`${text} then`);
  const found = gazetteer.match(doc, 0, doc.length);
  return found && { words: found.to, countries: found.readings.map((r) => gazetteer.country(r.place)) };
}

test.each([
  ["Saint-Étienne", "saint etienne"],
  ["St. Louis", "st louis"],
  ["N’Djamena", "ndjamena"],
  ["Ağdam", "agdam"],
  ["Łódź", "lodz"],
  ["Lima, Ohio", ""],
])("%s has the key %s", (name, key) => {
  expect(makePlaceKey(name)).toBe(key);
});

test.each([
  ["Saint-Denis", "REU"],
  ["San Antonio", "USA"],
  ["LJUBLJANA", "SVN"],
  ["Lodz", "POL"],
  ["Agdam", "AZE"],
  ["Khan Younis", "PSE"],
])("%s is found in %s", (name, country) => {
  expect(match(name)?.countries).toContain(country);
});

test("the longest name wins, and a mark behind it is no part of it", () => {
  expect(match("New York City")?.words).toBe(3);
  expect(match("Chad's")?.words).toBe(1);
  expect(match("Oslo.")?.words).toBe(1);
});

test("letters' case counts where it tells names apart", () => {
  expect(match("US")?.countries).toEqual(["USA"]);
  expect(match("nice")).toBeUndefined();
});

test("a domain tells its country", () => {
  expect(gazetteer.countryOfAddress("https://news.example.co.uk/a")).toBe("GBR");
  expect(gazetteer.countryOfAddress("https://example.com/a.fr")).toBeUndefined();
  expect(gazetteer.countryOfAddress("reports/a.txt")).toBeUndefined();
});

test.each([
  [
    "another file",
    Buffer.from("PK\u0003\u0004 0000"),
    'gz.bin: starts with "PK\\u0003\\u0004", expected "RPGZ"',
  ],
  ["another format", Buffer.from("RPGZ\u0009\0\0\0"), "gz.bin: has format 9, expected 1"],
  ["half a file", bytes.subarray(0, 5000), "gz.bin: holds 4992 bytes that cannot be decompressed"],
])("%s is refused", (_, wrong, message) => {
  expect(() => readGazetteer(wrong, "gz.bin")).toThrow(UserError);
  expect(() => readGazetteer(wrong, "gz.bin")).toThrow(message);
});
