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
import { PlaceNameIndex } from "./place-name-index.js";
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
/** Letters of an article before a hyphen. */
const ARTICLE = 2;
const HYPHEN = 45;

export class Gazetteer {
  readonly #columns: GazetteerColumns;
  /** Names of places, then aliases. */
  readonly #names: PlaceNameIndex;
  readonly #words: ReadonlyMap<string, string>;
  readonly #years: ReadonlyMap<number, readonly [first: number, last: number]>;
  readonly #seats: ReadonlySet<number>;

  constructor(columns: GazetteerColumns) {
    this.#columns = columns;
    this.#words = new Map(Object.entries(columns.words));
    this.#years = new Map(columns.years.map(([place, first, last]) => [place, [first, last]]));
    this.#seats = new Set(columns.seats);
    this.#names = new PlaceNameIndex(columns.names, columns.aliases, columns.hashes);
  }

  /** Number of places. */
  get size(): number {
    return this.#columns.kind.length;
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
      const before = hash;
      const isPossessive = k > i && foldUnit(text.charCodeAt(at)) === SKIPPED;
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
      // The possessive ending is a word of its own that a name goes on behind ("Land's End"); a mark at the end
      // ("Chad.") adds nothing to a name.
      const isEnd = hash !== before && !isPossessive && !isArticle(text, start[i], ends[k]);
      if (isEnd && this.#names.find(hash) >= 0) {
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

  /** Places whose name is `written`, in its letters' case or in capitals. */
  #read(written: string, hash: number): PlaceReading[] {
    const key = makePlaceKey(written);
    const readings: PlaceReading[] = [];
    const places = this.size;
    for (let entry = this.#names.find(hash); entry >= 0; entry = this.#names.findNext(entry)) {
      const name = this.#names.name(entry);
      if (makePlaceKey(name) !== key || !fitsCase(written, name)) continue;
      const place = entry < places ? entry : this.#columns.aliasOf[entry - places];
      const use = entry < places ? "name" : NAME_USES[this.#columns.aliasUse[entry - places]];
      if (!readings.some((reading) => reading.place === place)) readings.push({ place, use });
    }
    return readings;
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

  /** Whether it is a town where bodies of many states sit. */
  isSeat(place: number): boolean {
    return this.#seats.has(place);
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
    return this.#names.name(place);
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

/** "Al" in "Al-Fayha", not "US" in "US-China". */
function isArticle(text: string, from: number, to: number): boolean {
  return to - from === ARTICLE && text.charCodeAt(to) === HYPHEN && !isCapital(text.charCodeAt(to - 1));
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
