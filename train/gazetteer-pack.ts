/**
 * Writes the packed gazetteer that src/mentions/gazetteer-file.ts reads.
 *
 * Places are sorted by country, region and district, so that columns of differences stay small; then all is compressed
 * as one.
 */
import { brotliCompressSync, constants } from "node:zlib";
import { GAZETTEER_FORMAT, GAZETTEER_MAGIC } from "../src/mentions/gazetteer-file.js";
import { NAME_USES, PLACE_KINDS } from "../src/mentions/place-kind.js";
import { HASH_BYTES } from "../src/mentions/place-name-index.js";
import { hashName, makePlaceKey } from "../src/mentions/place-name-key.js";
import type { PlaceDraft } from "./gazetteer-sources.js";

/** Numbers of any size, seven bits a byte, the sign in the lowest bit. */
class NumberColumn {
  readonly bytes: number[] = [];
  #last = 0;

  /** Adds a value as its difference to the one before. */
  add(value: number): void {
    const difference = value - this.#last;
    this.#last = value;
    let rest = difference < 0 ? -2 * difference - 1 : 2 * difference;
    while (rest >= 128) {
      this.bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.bytes.push(rest);
  }
}

export function packGazetteer(
  drafts: readonly PlaceDraft[],
  alpha3: ReadonlyMap<string, string>,
  words: Readonly<Record<string, string>>,
): Buffer {
  const places = drafts.filter((d) => makePlaceKey(d.name) !== "").sort(compareDrafts);
  const countries = ["", ...new Set(places.map((d) => d.country).filter((c) => c !== ""))].sort();
  const placeOf = new Map<string, number>();
  places.forEach((d, i) => {
    if (d.kind === "region" || d.kind === "district") placeOf.set(`${d.country}.${d.region}.${d.district}`, i + 1);
  });
  const columns = {
    kind: new NumberColumn(),
    country: new NumberColumn(),
    region: new NumberColumn(),
    district: new NumberColumn(),
    lat: new NumberColumn(),
    lon: new NumberColumn(),
    size: new NumberColumn(),
    curated: new NumberColumn(),
    geonames: new NumberColumn(),
    aliasOf: new NumberColumn(),
    aliasUse: new NumberColumn(),
  };
  const names: string[] = [];
  const aliases: string[] = [];
  places.forEach((d, i) => {
    const region = placeOf.get(`${d.country}.${d.region}.`) ?? 0;
    const district = placeOf.get(`${d.country}.${d.region}.${d.district}`) ?? 0;
    columns.kind.add(PLACE_KINDS.indexOf(d.kind));
    columns.country.add(countries.indexOf(d.country));
    columns.region.add(region === i + 1 ? 0 : region);
    columns.district.add(district === i + 1 || district === region ? 0 : district);
    columns.lat.add(Math.round(d.lat * 1e4));
    columns.lon.add(Math.round(d.lon * 1e4));
    columns.size.add(Math.round(8 * Math.log2(d.population + 1)));
    columns.curated.add(d.isCurated ? 1 : 0);
    columns.geonames.add(d.geonames);
    names.push(d.name);
    for (const alias of d.aliases) {
      // An alias that folds to the name's own key, or to one before it, finds nothing new.
      const key = makePlaceKey(alias);
      const before = [d.name, ...[...d.aliases].slice(0, [...d.aliases].indexOf(alias))];
      if (key === "" || before.some((name) => makePlaceKey(name) === key)) continue;
      aliases.push(alias);
      columns.aliasOf.add(i);
      columns.aliasUse.add(NAME_USES.indexOf(d.uses.get(alias) ?? "name"));
    }
  });
  const parts = [
    ...Object.values(columns).map((column) => Buffer.from(column.bytes)),
    Buffer.from(names.join("\n")),
    Buffer.from(aliases.join("\n")),
    packHashes([...names, ...aliases]),
  ];
  const header = Buffer.from(
    JSON.stringify({
      places: places.length,
      aliases: aliases.length,
      countries: countries.map((code) => alpha3.get(code) ?? code),
      domains: countries.map((code) => (code === "GB" ? "uk" : code.toLowerCase())),
      words,
      years: places.flatMap((d, i) => (d.years === undefined ? [] : [[i, ...d.years]])),
      seats: places.flatMap((d, i) => (d.isSeat === true ? [i] : [])),
      parts: parts.map((part) => part.length),
    }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  const packed = brotliCompressSync(Buffer.concat([length, header, ...parts]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
  const lead = Buffer.alloc(8);
  lead.write(GAZETTEER_MAGIC, 0, "latin1");
  lead.writeUInt32LE(GAZETTEER_FORMAT, 4);
  return Buffer.concat([lead, packed]);
}

function packHashes(names: readonly string[]): Buffer {
  const bytes = Buffer.alloc(HASH_BYTES * names.length);
  names.forEach((name, i) => {
    bytes.writeUIntLE((hashName(name) >>> 0) % 2 ** (8 * HASH_BYTES), HASH_BYTES * i, HASH_BYTES);
  });
  return bytes;
}

function compareDrafts(a: PlaceDraft, b: PlaceDraft): number {
  return (
    compare(a.country, b.country) ||
    compare(a.region, b.region) ||
    compare(a.district, b.district) ||
    PLACE_KINDS.indexOf(a.kind) - PLACE_KINDS.indexOf(b.kind) ||
    a.geonames - b.geonames ||
    compare(a.name, b.name) ||
    a.lat - b.lat
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
