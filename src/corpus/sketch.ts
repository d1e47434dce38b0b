/**
 * A mention as comparing it with others needs it: who, what kind, when, where, in which words.
 *
 * In: what telling.ts reads out of a record and its article. Out: sets and a range of days, small enough to be kept
 * beside the record and to be read by thousands; packed as JSON, it comes back the same.
 */
import type { DayRange } from "../core/edtf-range.js";
import type { Recency } from "../core/records.js";

export interface Sketch {
  /** Id of the record. */
  readonly id: string;
  readonly kind: "event" | "statement";
  /** Id of the article. */
  readonly inArticle: string;
  readonly agency: string | null;
  /** Event type, `statement`, or `reference`. */
  readonly type: string;
  /** The types that it may be of: its own, or all that a reference's words may have; none says nothing. */
  readonly types: readonly string[];
  readonly mode: string | null;
  readonly recency: Recency;
  /** The states and bodies that act and that are acted upon, ministries and persons by their state. */
  readonly actors: ReadonlySet<string>;
  readonly recipients: ReadonlySet<string>;
  /** Persons and bodies by their own ids. */
  readonly named: ReadonlySet<string>;
  /** When it happened, as far as the text or the day of the report tells. */
  readonly range: DayRange | null;
  /** The text itself gives the date, be it as "Monday". */
  readonly isDated: boolean;
  readonly places: ReadonlySet<string>;
  /** Degrees north and east of the places below the country, to a hundredth. */
  readonly points: readonly (readonly [number, number])[];
  /** Countries of the places. */
  readonly countries: ReadonlySet<string>;
  /** No place is named, or only countries are. */
  readonly isCountryOnly: boolean;
  /** Names behind a preposition of place, whether a gazetteer has them or not. */
  readonly spots: ReadonlySet<string>;
  /** Content words of the sentence by weight. */
  readonly words: ReadonlyMap<string, number>;
  readonly trigger: string;
  /** The passages that the trigger stands in. */
  readonly copies: readonly Copy[];
  /** Hash of the sentence: the same for what one sentence tells. */
  readonly sentenceHash: number;
}

/** The type of words that tell of an event and are coded as none. */
export const REFERENCE = "reference";

export function isReference({ type }: Pick<Sketch, "type">): boolean {
  return type === REFERENCE;
}

/** Where in a passage a trigger stands. */
export interface Copy {
  readonly passage: string;
  /** Characters from the passage's begin in this article. */
  readonly at: number;
  /** Articles have the quotation from its speaker and not from each other. */
  readonly isQuotation: boolean;
}

/** All but what the table has in columns of its own (id, kind, article). */
export function packSketch(sketch: Sketch): string {
  const { agency, type, mode, recency, range, isDated, isCountryOnly, trigger, copies, sentenceHash } =
    sketch;
  const { types, actors, recipients, named, places, countries, spots, words } = sketch;
  return JSON.stringify([
    [agency, type, mode, recency, trigger, sentenceHash],
    // An open end is infinite, which JSON lacks.
    range === null ? null : [finite(range.from), finite(range.to)],
    [isDated, isCountryOnly],
    [actors, recipients, named, places, countries, spots].map((set) => [...set]),
    [...words.keys()],
    [...words.values()],
    copies.map(({ passage, at, isQuotation }) => [passage, at, isQuotation]),
    sketch.points,
    type === REFERENCE ? types : [],
  ]);
}

export function unpackSketch(id: string, inArticle: string, packed: string): Sketch {
  const [head, range, flags, sets, words, weights, copies, points, types] = JSON.parse(packed) as Packed;
  const [agency, type, mode, recency, trigger, sentenceHash] = head;
  const [actors, recipients, named, places, countries, spots] = sets.map(toSet);
  return {
    id,
    kind: type === "statement" ? "statement" : "event",
    inArticle,
    agency,
    type,
    types: type === REFERENCE ? types : [type],
    mode,
    recency,
    actors,
    recipients,
    named,
    range:
      range === null
        ? null
        : { from: range[0] ?? Number.NEGATIVE_INFINITY, to: range[1] ?? Number.POSITIVE_INFINITY },
    isDated: flags[0],
    places,
    points,
    countries,
    isCountryOnly: flags[1],
    spots,
    words: new Map(words.map((word, i) => [word, weights[i]])),
    trigger,
    copies: copies.map(([passage, at, isQuotation]) => ({ passage, at, isQuotation })),
    sentenceHash,
  };
}

type Packed = [
  [string | null, string, string | null, Recency, string, number],
  [number | null, number | null] | null,
  [boolean, boolean],
  string[][],
  string[],
  number[],
  [string, number, boolean][],
  [number, number][],
  string[],
];

const NONE: ReadonlySet<string> = new Set();

function toSet(items: readonly string[]): ReadonlySet<string> {
  return items.length === 0 ? NONE : new Set(items);
}

function finite(day: number): number | null {
  return Number.isFinite(day) ? day : null;
}
