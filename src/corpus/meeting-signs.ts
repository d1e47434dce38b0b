/**
 * Signs of a mention: a few bits by which most pairs that cannot be one event are told apart without reading either.
 *
 * What one mention holds is asked for by another: where the bits have none in common, their types or their places rule
 * out (story-faults.ts) that they are one; where they have, it is still to be looked at (a Bloom filter; Bloom 1970).
 * The same in memory and, as numbers in columns, in SQL.
 */
import { REFERENCE, type Sketch } from "./sketch.js";
import { KM_PER_DEGREE, NEAR } from "./story-faults.js";
import { relatedTypes } from "./story-types.js";
import { hashWord } from "./word-hash.js";

/** Signed numbers of 32 bits. */
export interface Signs {
  readonly types: number;
  readonly places: number;
  /** The same places by other bits: that both have one in common by chance is rare. */
  readonly placesToo: number;
}

/** All bits: says nothing. */
const ALL = -1;

/** Degrees of latitude between places that are near, with some to spare for rounding. */
const NEAR_DEGREES = NEAR / KM_PER_DEGREE + 0.02;
/** Further north or south, being near spans too many degrees of longitude. */
const FAR_NORTH = 80;

/** What others may ask for. */
export function heldSigns({ type, places, countries, isCountryOnly, points }: Sketch): Signs {
  const hashes = [...places].map((place) => hash(`at ${place}`));
  for (const country of countries) {
    hashes.push(hash(`in ${country}`));
    if (isCountryOnly) hashes.push(hash(`all ${country}`));
  }
  for (const [north, east] of points) hashes.push(hashCell(Math.floor(north), Math.floor(east)));
  const types = type === REFERENCE ? REFERENCES : typeBit(type);
  return { types, ...placeSigns(places.size === 0, hashes) };
}

/** What another must hold to be one with this. */
export function askedSigns({ type, places, countries, isCountryOnly, points }: Sketch): Signs {
  const hashes = [...places].map((place) => hash(`at ${place}`));
  for (const country of countries) {
    hashes.push(hash(`all ${country}`));
    if (isCountryOnly) hashes.push(hash(`in ${country}`));
  }
  const isFarNorth = points.some(([north]) => Math.abs(north) > FAR_NORTH);
  if (!isFarNorth) for (const [north, east] of points) pushCellsAround(north, east, hashes);
  // A reference may tell an event of any type; to another reference it is not joined.
  const types =
    type === REFERENCE
      ? ~REFERENCES
      : relatedTypes(type).reduce((all, related) => all | typeBit(related), REFERENCES);
  return { types, ...placeSigns(places.size === 0 || isFarNorth, hashes) };
}

function placeSigns(isOpen: boolean, hashes: readonly number[]): Omit<Signs, "types"> {
  if (isOpen) return { places: ALL, placesToo: ALL };
  let places = 0;
  let placesToo = 0;
  for (const hash of hashes) {
    places |= 1 << (hash >>> 27);
    placesToo |= 1 << ((hash >>> 22) & 31);
  }
  return { places, placesToo };
}

/** Squares of one degree in which what is near may lie. */
function pushCellsAround(north: number, east: number, hashes: number[]): void {
  const width = NEAR_DEGREES / Math.cos((Math.abs(north) + NEAR_DEGREES) * (Math.PI / 180));
  for (let y = Math.floor(north - NEAR_DEGREES); y <= north + NEAR_DEGREES; y++)
    for (let x = Math.floor(east - width); x <= east + width; x++) hashes.push(hashCell(y, x));
}

function hashCell(north: number, east: number): number {
  return mix(north * 1009 + east);
}

function hash(token: string): number {
  return mix(hashWord(token, 0, token.length));
}

/** The bit that references hold; types have the others. */
const REFERENCES = 1 << 31;

function typeBit(type: string): number {
  return 1 << (hash(type) % 31);
}

/** Spreads a number over all bits (Knuth's multiplicative hash, twice). */
function mix(n: number): number {
  const once = Math.imul(n, 0x9e3779b1);
  return Math.imul(once ^ (once >>> 15), 0x9e3779b1) >>> 0;
}
