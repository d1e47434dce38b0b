/**
 * The filter in the address: in, query parameters; out, a checked {@link RecordFilter}, and addresses of the same view
 * filtered otherwise. An empty parameter is an absent one; a wrong one is an error, not a guess; a parameter that a
 * page does not filter by is left alone.
 */
import { EVENT_STATUSES, type Recency } from "../core/records.js";
import { findNearest } from "../core/suggestion.js";
import type { RecordFilter } from "../store/record-filter.js";
import { badFilter, readDate, readText } from "./list-address.js";

export type FilterField = keyof RecordFilter;

export const RECENCIES: readonly Recency[] = ["current", "background"];

/** Most reports that can be asked for. */
const MOST_REPORTS = 1_000_000;

/**
 * The filter that `query` gives for these fields; `types` are the only values that `type` may have.
 * @throws PageError `bad-filter`.
 */
export function readFilter(
  query: URLSearchParams,
  fields: readonly FilterField[],
  types?: readonly string[],
): RecordFilter {
  const filter: { -readonly [K in FilterField]?: RecordFilter[K] | undefined } = {};
  for (const field of fields) {
    if (field === "from" || field === "to") filter[field] = readDate(query, field);
    else if (field === "independent") filter.independent = readCount(query, field);
    else if (field === "status") filter.status = readOneOf(query, field, EVENT_STATUSES);
    else if (field === "recency") filter.recency = readOneOf(query, field, RECENCIES);
    else if (field === "type" && types) filter.type = readOneOf(query, field, types);
    else filter[field] = readText(query, field)?.trim();
  }
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** True where something is filtered. */
export function isFiltered(filter: object): boolean {
  return Object.keys(filter).length > 0;
}

/** The address of `path` with this filter and `more` on top; an undefined value takes a field away. */
export function addressWith(
  path: string,
  filter: RecordFilter,
  more: { readonly [name: string]: string | number | undefined } = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, ...more })) {
    if (value !== undefined) query.set(name, String(value));
  }
  return query.size === 0 ? path : `${path}?${query}`;
}

/**
 * The parameter's value, one of `known`; undefined where it is absent or empty.
 * @throws PageError `bad-filter`.
 */
export function readOneOf(
  query: URLSearchParams,
  name: string,
  known: readonly string[],
): string | undefined {
  const value = readText(query, name)?.trim();
  if (value === undefined || known.includes(value)) return value;
  const nearest = findNearest(value.slice(0, 40), known);
  throw badFilter(
    name,
    value,
    nearest === undefined ? `one of ${known.join(", ")}` : `${nearest}, or another of ${known.join(", ")}`,
  );
}

function readCount(query: URLSearchParams, name: string): number | undefined {
  const value = readText(query, name)?.trim();
  if (value === undefined) return undefined;
  const n = Number(value);
  if (/^\d+$/.test(value) && n >= 1 && n <= MOST_REPORTS) return n;
  throw badFilter(name, value, "a whole number from 1");
}
