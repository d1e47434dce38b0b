/**
 * The table of units: what a figure is measured in, and how that is written before or after the number.
 *
 * In: the text of `data/quantities/units.tsv` (tab separated, one header row, `#` comments). Out: lookups by the first
 * token of a spelling. A wrong row is refused with its place.
 */

import { suggest } from "../core/suggestion.js";
import { UserError } from "../core/user-error.js";
import type { DateTokens } from "./date-tokens.js";
import { UNIT_KINDS, type UnitKind } from "./number-mention.js";

export interface UnitRow {
  readonly line: number;
  /** `percent`, an ISO 4217 code, `km` … */
  readonly unit: string;
  readonly kind: UnitKind;
  /** A sentence with its figure marked. */
  readonly example: string;
}

interface Spelling {
  readonly row: UnitRow;
  readonly tokens: readonly string[];
  /** Written with capitals, or a sign: compared as written, without spaces ("US$", "kWh"). */
  readonly exact: boolean;
}

export interface UnitTable {
  readonly rows: readonly UnitRow[];
  readonly before: ReadonlyMap<string, readonly Spelling[]>;
  readonly after: ReadonlyMap<string, readonly Spelling[]>;
}

const COLUMNS = ["unit", "kind", "before", "after", "example"];

/**
 * The unit table in `tsv`; `origin` names the file in messages.
 *
 * @throws UserError `broken-table`
 */
export function parseUnitTable(tsv: string, origin: string): UnitTable {
  const rows: UnitRow[] = [];
  const before = new Map<string, Spelling[]>();
  const after = new Map<string, Spelling[]>();
  let header = false;
  for (const [index, raw] of tsv.split("\n").entries()) {
    const written = raw.replace(/\r$/, "");
    if (written.trim() === "" || written.startsWith("#")) continue;
    const cells = written.split("\t");
    const line = index + 1;
    if (!header) {
      if (written !== COLUMNS.join("\t"))
        throw broken(`${origin}:${line}:1: the header is not "${COLUMNS.join(" ")}", separated by tabs.`);
      header = true;
      continue;
    }
    if (cells.length !== COLUMNS.length)
      throw broken(`${origin}:${line}:1: ${cells.length} cells, expected ${COLUMNS.length}.`);
    const [unit, written2, left, right, example] = cells.map((cell) => cell.trim());
    const kind = UNIT_KINDS.find((known) => known === written2);
    if (kind === undefined)
      throw broken(
        `${origin}:${line}:${cells[0].length + 2}: unknown kind "${written2}".${suggest(written2, UNIT_KINDS)}`,
      );
    const row = { line, unit, kind, example };
    rows.push(row);
    addSpellings(before, left, row);
    addSpellings(after, right, row);
  }
  return { rows, before, after };
}

function broken(message: string): UserError {
  return new UserError("broken-table", message, "The columns are explained in data/quantities/README.md.");
}

function addSpellings(map: Map<string, Spelling[]>, cell: string, row: UnitRow): void {
  for (const text of cell.split(";").filter((spelling) => spelling !== "")) {
    const exact = !text.includes(" ") && text !== text.toLowerCase();
    const tokens: readonly string[] =
      (exact ? text : text.toLowerCase()).match(/\p{L}+|\d+|[^\p{L}\d\s]/gu) ?? [];
    const key = tokens[0].toLowerCase();
    const list = map.get(key) ?? [];
    map.set(
      key,
      [...list, { row, tokens, exact }].sort((a, b) => b.tokens.length - a.tokens.length),
    );
  }
}

/** The longest spelling that begins at token `i`; undefined if none. */
export function readUnit(
  t: DateTokens,
  i: number,
  side: "before" | "after",
  units: UnitTable,
): { readonly to: number; readonly row: UnitRow } | undefined {
  for (const { row, tokens, exact } of units[side].get(t.lower(i)) ?? []) {
    const fits = exact
      ? tokens.every((token, k) => t.at(i + k).text === token && (k === 0 || t.at(i + k).glued))
      : tokens.every((token, k) => t.is(i + k, token));
    if (fits) return { to: i + tokens.length, row };
  }
  return undefined;
}
