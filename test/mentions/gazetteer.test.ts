import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { UserError } from "../../src/core/user-error.js";
import { segmentText } from "../../src/language/segment.js";
import { readGazetteer } from "../../src/mentions/gazetteer.js";
import { readGazetteerFile } from "../../src/mentions/gazetteer-file.js";
import { HASH_BYTES } from "../../src/mentions/place-name-index.js";
import { hashName, makePlaceKey } from "../../src/mentions/place-name-key.js";

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

test("a name goes on behind a possessive that it has", () => {
  expect(match("People's Republic of China")).toMatchObject({ words: 5, countries: ["CHN"] });
  expect(match("Oslo's Republic")?.words).toBe(1);
});

test("an article before a hyphen is no name", () => {
  expect(match("Al-Nothing")).toBeUndefined();
  expect(match("US-Canadian")?.countries).toEqual(["USA"]);
  expect(match("Al-Fashir")?.countries).toContain("SDN");
});

test("letters' case counts where it tells names apart", () => {
  expect(match("US")?.countries).toEqual(["USA"]);
  expect(match("nice")).toBeUndefined();
});

test("the packed file has the hashes by which names are looked up now", () => {
  const { names, aliases, hashes } = readGazetteerFile(bytes, "data/places/gazetteer.bin");
  const text = new TextDecoder();
  const all = `${text.decode(names)}\n${text.decode(aliases)}`.split("\n");
  expect(hashes.length).toBe(HASH_BYTES * all.length);
  const wrong = all.filter(
    (name, i) =>
      ((hashes[3 * i] | (hashes[3 * i + 1] << 8) | (hashes[3 * i + 2] << 16)) ^ hashName(name)) & 0xffffff,
  );
  expect(wrong).toEqual([]);
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
  ["another format", Buffer.from("RPGZ\u0009\0\0\0"), "gz.bin: has format 9, expected 2"],
  ["half a file", bytes.subarray(0, 5000), "gz.bin: holds 4992 bytes that cannot be decompressed"],
])("%s is refused", (_, wrong, message) => {
  expect(() => readGazetteer(wrong, "gz.bin")).toThrow(UserError);
  expect(() => readGazetteer(wrong, "gz.bin")).toThrow(message);
});
