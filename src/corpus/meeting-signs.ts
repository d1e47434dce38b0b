/**
 * Signs of a mention: a few bits by which most pairs that cannot be one event are told apart without reading either.
 *
 * What one mention holds is asked for by another: where the bits have none in common, their types or their places rule
 * out (story-score.ts) that they are one; where they have, it is still to be looked at (a Bloom filter; Bloom 1970).
 * The same in memory and, as numbers in columns, in SQL.
 */
import type { Sketch } from "./sketch.js";
import { KM_PER_DEGREE, NEAR } from "./story-score.js";
import { relatedTypes } from "./story-types.js";
import { hashWord } from "./word-hash.js";

/** Signed numbers of 32 bits. */
export interface Signs {
  readonly types: number;
  readonly places: number;
}

/** All bits: says nothing. */
const ALL = -1;

/** Degrees of latitude between places that are near, with some to spare for rounding. */
const NEAR_DEGREES = NEAR / KM_PER_DEGREE + 0.02;
/** Further north or south, being near spans too many degrees of longitude. */
const FAR_NORTH = 80;

/** What others may ask for. */
export function heldSigns({ type, places, countries, isCountryOnly, points }: Sketch): Signs {
  let bits = 0;
  for (const place of places) bits |= bitOf(`at ${place}`);
  for (const country of countries)
    bits |= bitOf(`in ${country}`) | (isCountryOnly ? bitOf(`all ${country}`) : 0);
  for (const [north, east] of points) bits |= cellBit(Math.floor(north), Math.floor(east));
  return { types: bitOf(type), places: places.size === 0 ? ALL : bits };
}

/** What another must hold to be one with this. */
export function askedSigns({ type, places, countries, isCountryOnly, points }: Sketch): Signs {
  let bits = 0;
  for (const place of places) bits |= bitOf(`at ${place}`);
  for (const country of countries)
    bits |= bitOf(`all ${country}`) | (isCountryOnly ? bitOf(`in ${country}`) : 0);
  for (const [north, east] of points) bits |= cellsAround(north, east);
  const types = relatedTypes(type).reduce((all, related) => all | bitOf(related), 0);
  return { types, places: places.size === 0 ? ALL : bits };
}

/** Squares of one degree in which what is near may lie. */
function cellsAround(north: number, east: number): number {
  if (Math.abs(north) > FAR_NORTH) return ALL;
  const width = NEAR_DEGREES / Math.cos((Math.abs(north) + NEAR_DEGREES) * (Math.PI / 180));
  let bits = 0;
  for (let y = Math.floor(north - NEAR_DEGREES); y <= north + NEAR_DEGREES; y++)
    for (let x = Math.floor(east - width); x <= east + width; x++) bits |= cellBit(y, x);
  return bits;
}

function cellBit(north: number, east: number): number {
  return 1 << (Math.imul(north * 1009 + east, 0x9e3779b1) >>> 27);
}

function bitOf(token: string): number {
  return 1 << (Math.imul(hashWord(token, 0, token.length), 0x9e3779b1) >>> 27);
}
