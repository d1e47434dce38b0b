/**
 * Filters and paging in the address: in, query parameters; out, checked values, and addresses of other
 * pages of the same list. An empty parameter is an absent one; a wrong one is an error, not a guess.
 */
import { html, type Markup } from "./markup.js";
import { PageError } from "./page-error.js";
import { count, groupDigits } from "./wording.js";

/** Lines on one page of a list. */
export const PAGE_SIZE = 50;

/** Deepest page of a list: the store counts with 32 bits. */
const LAST_PAGE = 10_000_000;

/** The parameter's value; undefined where it is absent or empty. */
export function readText(query: URLSearchParams, name: string): string | undefined {
  const value = query.get(name);
  return value === null || value.trim() === "" ? undefined : value;
}

/** @throws PageError `bad-filter` unless the value is a year, a month or a day. */
export function readDate(query: URLSearchParams, name: string): string | undefined {
  const value = readText(query, name)?.trim();
  if (value === undefined || /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(value)) return value;
  throw badFilter(name, value, "a year, a month or a day: 1962, 1962-10 or 1962-10-22");
}

/** @throws PageError `bad-filter` unless the value is a whole number from 1. */
export function readPage(query: URLSearchParams): number {
  const value = readText(query, "page")?.trim() ?? "1";
  const page = Number(value);
  if (/^\d+$/.test(value) && page >= 1 && page <= LAST_PAGE) return page;
  throw badFilter("page", value, "a whole number from 1");
}

/** The error for a filter that cannot be understood. */
export function badFilter(name: string, actual: string, expected: string): PageError {
  return new PageError("bad-filter", `The filter “${name}” cannot be understood`, {
    at: name,
    actual: actual.slice(0, 200),
    expected,
    hint: "Correct it in the address, or start again from the unfiltered list.",
  });
}

/** Links to the pages of a list of `total` lines; nothing where one page holds them all. */
export function drawPaging(
  path: string,
  query: URLSearchParams,
  page: number,
  total: number,
  size = PAGE_SIZE,
): Markup | undefined {
  const pages = Math.max(1, Math.ceil(total / size));
  if (pages === 1 && page === 1) return undefined;
  return html`<nav class="paging" aria-label="Pages of this list">
${page > 1 && html`<a rel="prev" href="${addressOf(path, query, Math.min(page - 1, pages))}">Previous</a>`}
<span>Page ${groupDigits(page)} of ${groupDigits(pages)}</span>
${page < pages && html`<a rel="next" href="${addressOf(path, query, page + 1)}">Next</a>`}
</nav>`;
}

/** "Articles 51 to 100 of 2,310", or how few there are. */
export function wordRange(
  page: number,
  total: number,
  one: string,
  many = `${one}s`,
  size = PAGE_SIZE,
): string {
  if (total <= size && page === 1) return count(total, one, many);
  const first = (page - 1) * size + 1;
  if (first > total) return `No ${many} on this page; there are ${groupDigits(total)}`;
  const last = Math.min(page * size, total);
  return `${groupDigits(first)} to ${groupDigits(last)} of ${count(total, one, many)}`;
}

function addressOf(path: string, query: URLSearchParams, page: number): string {
  const next = new URLSearchParams([...query].filter(([name, value]) => name !== "page" && value !== ""));
  if (page > 1) next.set("page", String(page));
  return next.size === 0 ? path : `${path}?${next}`;
}
