/**
 * The user's table of actors: rows that add to the bodies under `data/actors`, or change them.
 *
 * In: tab separated text with any of the columns of `bodies.tsv`, `name` among them, one header row, `#` comments. Out:
 * rows as the tables have them. A row whose `id` is known names that actor further and takes what its cells leave empty
 * from the table; any other row is a new body and needs a `kind`, from which id and sector follow where they are not
 * given. A wrong row is refused with file, line, column, what was found and what was expected.
 */
import { findNearest } from "../core/suggestion.js";
import { ActorTableCells, breakTable, type TableText } from "./actor-table-cells.js";
import { BODY_KINDS, type BodyKind, type BodyRow } from "./actor-table-row.js";
import { slug } from "./persons.js";

/** Prefix of the id and PLOVER sector of a new body, by its kind. */
const DEFAULTS: Readonly<Record<BodyKind, readonly [prefix: string, sector: string]>> = {
  "intergovernmental organisation": ["igo", "IGO"],
  organ: ["igo", "IGO"],
  agency: ["igo", "IGO"],
  office: ["igo", "IGO"],
  "peace mission": ["igo", "IGO"],
  forum: ["igo", "IGO"],
  court: ["igo", "IGO"],
  "military alliance": ["igo", "IGO"],
  government: ["gov", "GOV"],
  "breakaway authority": ["group", "PRE"],
  military: ["mil", "MIL"],
  police: ["gov", "COP"],
  "intelligence service": ["gov", "SPY"],
  "armed group": ["group", "REB"],
  "political movement": ["group", "OPP"],
  "political group": ["party", "PTY"],
  party: ["party", "PTY"],
  "trade union": ["ngo", "LAB"],
  "non-governmental organisation": ["ngo", "NGO"],
  "relief organisation": ["ngo", "NGO"],
  company: ["mnc", "MNC"],
  "religious group": ["rel", "REL"],
  "ethnic group": ["ethnic", "SOC"],
};
/** Kinds that are a state's own where the row names a country. */
const NATIONAL = new Set<string>(["organ", "agency", "office", "court"]);

/** Columns whose values add to those of the known row. */
const MERGED = new Set(["aliases", "ambiguous"]);

/** A known row with the user's names added to its own. */
export function mergeBody(own: BodyRow, known: BodyRow | undefined): BodyRow {
  if (known === undefined) return own;
  const aliases = new Set([...own.aliases, known.name, ...known.aliases]);
  aliases.delete(own.name);
  return { ...own, aliases: [...aliases], ambiguous: [...own.ambiguous, ...known.ambiguous] };
}

/**
 * The rows of the user's table; `columns` are those of `bodies.tsv`, `known` its rows by id.
 *
 * @throws UserError `broken-table`
 */
export function readOwnActorCells(
  { text, origin }: TableText,
  columns: readonly string[],
  known: ReadonlyMap<string, ActorTableCells>,
): ActorTableCells[] {
  const rows: ActorTableCells[] = [];
  let positions: ReadonlyMap<string, number> | undefined;
  for (const [index, raw] of text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .entries()) {
    const written = raw.replace(/\r$/, "");
    if (written.trim() === "" || written.startsWith("#")) continue;
    const cells = written.split("\t");
    const place = `${origin}:${index + 1}`;
    if (positions === undefined) {
      positions = readHeader(cells, place, columns);
      continue;
    }
    if (cells.length !== positions.size)
      throw breakTable(
        `${place}:1: found ${cells.length} cells, expected ${positions.size}, separated by tabs`,
      );
    const id = cells[positions.get("id") ?? -1] ?? "";
    const base = known.get(id);
    const row = new ActorTableCells(index + 1, origin, positions, cells, (column, row) =>
      base === undefined ? fillIn(column, row) : MERGED.has(column) ? "" : base.text(column),
    );
    row.required("name");
    if (id === "") row.choice("kind", BODY_KINDS);
    rows.push(row);
  }
  if (positions === undefined)
    throw breakTable(`${origin}:1:1: found no header row, expected "name aliases kind", separated by tabs`);
  return rows;
}

function readHeader(
  cells: readonly string[],
  place: string,
  columns: readonly string[],
): ReadonlyMap<string, number> {
  let at = 1;
  for (const [i, cell] of cells.entries()) {
    if (!columns.includes(cell)) {
      const nearest = findNearest(cell, columns);
      const hint = nearest === undefined ? "" : `. Did you mean "${nearest}"?`;
      throw breakTable(
        `${place}:${at}: found the column "${cell}", expected some of "${columns.join(" ")}", separated by tabs${hint}`,
      );
    }
    if (cells.indexOf(cell) < i)
      throw breakTable(`${place}:${at}: found "${cell}", expected each column once`);
    at += cell.length + 1;
  }
  if (!cells.includes("name"))
    throw breakTable(`${place}:1: found the header "${cells.join(" ")}", expected a column "name"`);
  return new Map(cells.map((cell, i) => [cell, i]));
}

/** What follows from a new body's name and kind. */
function fillIn(column: string, row: ActorTableCells): string {
  if (column !== "id" && column !== "sector") return "";
  const kind = BODY_KINDS.find((known) => known === row.text("kind"));
  if (kind === undefined) return "";
  const isNational = NATIONAL.has(kind) && row.text("country") !== "";
  const [prefix, sector] = isNational ? ["gov", "GOV"] : DEFAULTS[kind];
  return column === "sector" ? sector : `${prefix}:${slug(row.text("name"))}`;
}
