/**
 * The gazetteer: places by name, with what is known of each.
 *
 * In: the columns of the packed file. Out: for a place in a text, the longest name that begins there and every place
 * that bears it. A name is looked up by a hash that is taken along the text, word by word, so that nothing is allocated
 * where nothing is found.
 */
import type { PlaceRef } from "../core/records.js";
import type { TokenDoc } from "../language/doc.js";
import { type GazetteerColumns, readGazetteerFile } from "./gazetteer-file.js";
import { NAME_USES, type NameUse, PLACE_KINDS, type PlaceKind } from "./place-kind.js";
import {
  foldUnit,
  HASH_START,
  hashUnit,
  isCapital,
  JOINT,
  makePlaceKey,
  SKIPPED,
  STOP,
} from "./place-name-key.js";

/** A place that bears a name, and as what. */
export interface PlaceReading {
  /** Number of the place. */
  readonly place: number;
  readonly use: NameUse;
}

/** A name found: one past its last word, and the places that bear it. */
export interface PlaceNameMatch {
  readonly to: number;
  readonly readings: readonly PlaceReading[];
}

const LONGEST_NAME = 7;
const BUCKETS = 1 << 18;

export class Gazetteer {
  readonly #columns: GazetteerColumns;
  /** Where each name begins: those of places in `names`, then aliases in `aliases`, one past the end last. */
  readonly #nameAt: Int32Array;
  readonly #aliasAt: Int32Array;
  /** Hash of each name, and names of one bucket as a chain. */
  readonly #hash: Int32Array;
  readonly #first: Int32Array;
  readonly #next: Int32Array;
  readonly #words: ReadonlyMap<string, string>;
  readonly #years: ReadonlyMap<number, readonly [first: number, last: number]>;

  constructor(columns: GazetteerColumns) {
    this.#columns = columns;
    this.#words = new Map(Object.entries(columns.words));
    this.#years = new Map(columns.years.map(([place, first, last]) => [place, [first, last]]));
    const places = columns.kind.length;
    const count = places + columns.aliasOf.length;
    this.#hash = new Int32Array(count);
    this.#first = new Int32Array(BUCKETS).fill(-1);
    this.#next = new Int32Array(count);
    this.#nameAt = this.#index(columns.names, 0, places);
    this.#aliasAt = this.#index(columns.aliases, places, columns.aliasOf.length);
  }

  /** Number of places. */
  get size(): number {
    return this.#columns.kind.length;
  }

  /** Hashes each line of `list`; gives where the lines begin. */
  #index(list: string, offset: number, lines: number): Int32Array {
    const starts = new Int32Array(lines + 1);
    let hash = HASH_START;
    let isJoined = false;
    for (let i = 0, line = 0; i <= list.length && line < lines; i++) {
      const unit = i < list.length ? list.charCodeAt(i) : 10;
      if (unit !== 10) {
        const folded = foldUnit(unit);
        if (folded === JOINT) isJoined = true;
        else if (folded !== SKIPPED) {
          if (isJoined) hash = hashUnit(hash, JOINT);
          isJoined = false;
          hash = hashUnit(hash, folded);
        }
        continue;
      }
      const entry = offset + line;
      const bucket = hash & (BUCKETS - 1);
      this.#hash[entry] = hash;
      this.#next[entry] = this.#first[bucket];
      this.#first[bucket] = entry;
      starts[++line] = i + 1;
      hash = HASH_START;
      isJoined = false;
    }
    return starts;
  }

  /** The longest name that begins at word `i` and ends before word `end`. */
  match(doc: TokenDoc, i: number, end: number): PlaceNameMatch | undefined {
    const { text, start, end: ends } = doc;
    if (!isCapital(text.charCodeAt(start[i]))) return undefined;
    const last = Math.min(end, i + LONGEST_NAME);
    let hash = HASH_START;
    let best = -1;
    let bestHash = 0;
    for (let k = i, at = start[i], isJoined = false; k < last; k++) {
      // The possessive ending is a word of its own; a mark at the end ("Chad.") adds nothing to a name.
      if (k > i && foldUnit(text.charCodeAt(at)) === SKIPPED) break;
      const before = hash;
      for (; at < ends[k]; at++) {
        const folded = foldUnit(text.charCodeAt(at));
        if (folded === STOP) {
          k = last;
          break;
        }
        if (folded === JOINT) isJoined = true;
        else if (folded !== SKIPPED) {
          if (isJoined) hash = hashUnit(hash, JOINT);
          isJoined = false;
          hash = hashUnit(hash, folded);
        }
      }
      if (k >= last) break;
      if (hash !== before && this.#has(hash)) {
        best = k + 1;
        bestHash = hash;
      }
      if (k + 1 < last && start[k + 1] > at) isJoined = true;
      at = k + 1 < last ? start[k + 1] : at;
    }
    if (best < 0) return undefined;
    const readings = this.#read(text.slice(start[i], ends[best - 1]), bestHash);
    return readings.length > 0 ? { to: best, readings } : this.#matchShorter(doc, i, best - 1);
  }

  /** What begins with the same word but is shorter than a name that only looked like one. */
  #matchShorter(doc: TokenDoc, i: number, end: number): PlaceNameMatch | undefined {
    return end > i ? this.match(doc, i, end) : undefined;
  }

  #has(hash: number): boolean {
    for (let entry = this.#first[hash & (BUCKETS - 1)]; entry >= 0; entry = this.#next[entry])
      if (this.#hash[entry] === hash) return true;
    return false;
  }

  /** Places whose name is `written`, in its letters' case or in capitals. */
  #read(written: string, hash: number): PlaceReading[] {
    const key = makePlaceKey(written);
    const readings: PlaceReading[] = [];
    const places = this.size;
    for (let entry = this.#first[hash & (BUCKETS - 1)]; entry >= 0; entry = this.#next[entry]) {
      if (this.#hash[entry] !== hash) continue;
      const name = this.#nameOfEntry(entry);
      if (makePlaceKey(name) !== key || !fitsCase(written, name)) continue;
      const place = entry < places ? entry : this.#columns.aliasOf[entry - places];
      const use = entry < places ? "name" : NAME_USES[this.#columns.aliasUse[entry - places]];
      if (!readings.some((reading) => reading.place === place)) readings.push({ place, use });
    }
    return readings;
  }

  #nameOfEntry(entry: number): string {
    const places = this.size;
    return entry < places
      ? this.#columns.names.slice(this.#nameAt[entry], this.#nameAt[entry + 1] - 1)
      : this.#columns.aliases.slice(this.#aliasAt[entry - places], this.#aliasAt[entry - places + 1] - 1);
  }

  /** Classes of a word that stands with names ("locality direction"); "" for any other. */
  wordClass(word: string): string {
    return this.#words.get(word.toLowerCase()) ?? "";
  }

  /** The country whose domain a web address has; undefined for any other origin. */
  countryOfAddress(origin: string): string | undefined {
    const domain = /^https?:\/\/[^/:?#]+\.([a-z]{2})(?:[/:?#]|$)/.exec(origin)?.[1];
    const at = domain === undefined ? -1 : this.#columns.domains.indexOf(domain);
    return at < 0 ? undefined : this.#columns.countries[at];
  }

  kind(place: number): PlaceKind {
    return PLACE_KINDS[this.#columns.kind[place]];
  }

  /** ISO 3166-1 alpha-3; "" where it lies in no country or several. */
  country(place: number): string {
    return this.#columns.countries[this.#columns.country[place]];
  }

  /** The region that a place lies in; -1 for none. */
  region(place: number): number {
    return this.#columns.region[place] - 1;
  }

  district(place: number): number {
    return this.#columns.district[place] - 1;
  }

  /** Degrees north. */
  lat(place: number): number {
    return this.#columns.lat[place] / 1e4;
  }

  /** Degrees east. */
  lon(place: number): number {
    return this.#columns.lon[place] / 1e4;
  }

  /** Binary logarithm of the inhabitants; 0 where not known. */
  magnitude(place: number): number {
    return this.#columns.size[place] / 8;
  }

  /** Whether a table of data/places names it, not the packed list alone. */
  isCurated(place: number): boolean {
    return this.#columns.curated[place] === 1;
  }

  /** Whether the place went by its names in that year; where the year is not known, whether it ever did. */
  isOfYear(place: number, year: number | undefined): boolean {
    const years = this.#years.get(place);
    return years === undefined || year === undefined || (years[0] <= year && year <= years[1]);
  }

  /** Known beyond its surroundings: anything but a district or a town of fewer than some 130,000. */
  isWellKnown(place: number): boolean {
    const kind = this.kind(place);
    if (kind === "district" || kind === "suburb") return false;
    return this.isCurated(place) || (kind !== "city" && kind !== "region") || this.magnitude(place) >= 17;
  }

  name(place: number): string {
    return this.#nameOfEntry(place);
  }

  /** The place as records show it, written as `text`. */
  ref(place: number, text: string): PlaceRef {
    const country = this.country(place);
    const geonames = this.#columns.geonames[place];
    return {
      name: this.name(place),
      ...(country ? { country } : {}),
      lat: this.lat(place),
      lon: this.lon(place),
      ...(geonames ? { geonames } : {}),
      kind: this.kind(place),
      text,
    };
  }
}

/**
 * The gazetteer of a packed file.
 *
 * @throws UserError `gazetteer-unreadable`
 */
export function readGazetteer(bytes: Uint8Array, origin = "gazetteer"): Gazetteer {
  return new Gazetteer(readGazetteerFile(bytes, origin));
}

const CAPITALS = /^[^\p{Ll}]+$/u;
const SHORT = 3;

/** "US" is not the French town Us; "BEIRUT" is Beirut; "Of" and "of" differ only within a name. */
function fitsCase(written: string, name: string): boolean {
  if (written === name) return true;
  if (CAPITALS.test(written)) return CAPITALS.test(name) || written.replace(/\P{L}/gu, "").length > SHORT;
  if (CAPITALS.test(name)) return false;
  const words = written.split(/[\s-]+/u);
  const own = name.split(/[\s-]+/u);
  return words.every((word, i) => isCapital(word.charCodeAt(0)) || !isCapital((own[i] ?? "").charCodeAt(0)));
}
