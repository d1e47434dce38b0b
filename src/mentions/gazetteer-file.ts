/**
 * Reads the packed gazetteer that train/gazetteer.ts writes.
 *
 * In: the file's bytes: `RPGZ`, a 32-bit format number, then one Brotli stream of a JSON header, columns of numbers
 * (each as its difference to the one before, seven bits a byte), two lists of names and their hashes. Out: typed
 * columns.
 */
import { brotliDecompressSync } from "node:zlib";
import { UserError } from "../core/user-error.js";

export const GAZETTEER_MAGIC = "RPGZ";
export const GAZETTEER_FORMAT = 2;

/** Columns over places, then over aliases. */
export interface GazetteerColumns {
  /** ISO 3166-1 alpha-3 codes that `country` counts; the first is "". */
  readonly countries: readonly string[];
  /** Their domains: "uk". */
  readonly domains: readonly string[];
  /** Words that stand with names of places, and their classes (data/places/words.tsv). */
  readonly words: Readonly<Record<string, string>>;
  /** Places that go by their names from one year to another: number, first and last year. */
  readonly years: readonly (readonly [place: number, first: number, last: number])[];
  /** Towns where bodies of many states sit. */
  readonly seats: readonly number[];
  /** Index into PLACE_KINDS. */
  readonly kind: Uint8Array;
  readonly country: Uint8Array;
  /** The region and the district that a place lies in, as number of the place plus one; 0 for none. */
  readonly region: Int32Array;
  readonly district: Int32Array;
  /** Ten-thousandths of a degree. */
  readonly lat: Int32Array;
  readonly lon: Int32Array;
  /** Eight times the binary logarithm of the inhabitants plus one. */
  readonly size: Uint8Array;
  /** 1 for a place that a table names, 0 for one of the packed list alone. */
  readonly curated: Uint8Array;
  /** GeoNames id; 0 where not known. */
  readonly geonames: Int32Array;
  /** The place that an alias is for, and index into NAME_USES. */
  readonly aliasOf: Int32Array;
  readonly aliasUse: Uint8Array;
  /** Names of places, then aliases, each list in UTF-8 and split by line feeds. */
  readonly names: Uint8Array;
  readonly aliases: Uint8Array;
  /** The hash of each, three bytes (place-name-index.ts). */
  readonly hashes: Uint8Array;
}

interface Header {
  readonly places: number;
  readonly aliases: number;
  readonly countries: readonly string[];
  readonly domains: readonly string[];
  readonly words: Readonly<Record<string, string>>;
  readonly years: readonly (readonly [number, number, number])[];
  readonly seats: readonly number[];
  readonly parts: readonly number[];
}

/** @throws UserError `gazetteer-unreadable`: what was found and expected. */
export function readGazetteerFile(bytes: Uint8Array, origin: string): GazetteerColumns {
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  if (magic !== GAZETTEER_MAGIC)
    throw refuse(origin, `starts with ${JSON.stringify(magic)}, expected "${GAZETTEER_MAGIC}"`);
  const format = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  if (format !== GAZETTEER_FORMAT) throw refuse(origin, `has format ${format}, expected ${GAZETTEER_FORMAT}`);
  const data = decompress(bytes.subarray(8), origin);
  const length = new DataView(data.buffer, data.byteOffset).getUint32(0, true);
  const { places, aliases, countries, domains, words, years, seats, parts } = JSON.parse(
    new TextDecoder().decode(data.subarray(4, 4 + length)),
  ) as Header;
  let at = 4 + length;
  const slices = parts.map((size) => {
    at += size;
    return data.subarray(at - size, at);
  });
  if (at !== data.length) throw refuse(origin, `holds ${data.length} bytes, expected ${at}`);
  const numbers = (part: number, count: number) => readNumbers(slices[part], new Int32Array(count));
  const bytesOf = (part: number, count: number) => readNumbers(slices[part], new Uint8Array(count));
  return {
    countries,
    domains,
    words,
    years,
    seats,
    kind: bytesOf(0, places),
    country: bytesOf(1, places),
    region: numbers(2, places),
    district: numbers(3, places),
    lat: numbers(4, places),
    lon: numbers(5, places),
    size: bytesOf(6, places),
    curated: bytesOf(7, places),
    geonames: numbers(8, places),
    aliasOf: numbers(9, aliases),
    aliasUse: bytesOf(10, aliases),
    names: slices[11],
    aliases: slices[12],
    hashes: slices[13],
  };
}

function readNumbers<Column extends Int32Array | Uint8Array>(bytes: Uint8Array, column: Column): Column {
  let at = 0;
  let value = 0;
  for (let i = 0; i < column.length; i++) {
    let byte = bytes[at++];
    let rest = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++];
      rest |= (byte & 127) << shift;
    }
    value += (rest >>> 1) ^ -(rest & 1);
    column[i] = value;
  }
  return column;
}

function decompress(packed: Uint8Array, origin: string): Uint8Array {
  try {
    return brotliDecompressSync(packed);
  } catch {
    throw refuse(origin, `holds ${packed.length} bytes that cannot be decompressed: the file is damaged`);
  }
}

function refuse(origin: string, what: string): UserError {
  return new UserError("gazetteer-unreadable", `${origin}: ${what}`, "Reinstall the package.");
}
