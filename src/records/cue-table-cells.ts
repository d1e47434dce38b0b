/** The rows of a table as cells, and messages that point at them. */
import { suggest } from "../core/suggestion.js";
import { UserError } from "../core/user-error.js";

/** Where the columns of the tables of cues are told. */
const CUES_GUIDE = "data/cues/README.md";

/** The cells of one row by column, and messages that point at them. */
export interface Cells {
  readonly line: number;
  text(column: string): string;
  choice<T extends string>(column: string, values: readonly T[]): T;
  fail(column: string, message: string): never;
}

/**
 * The rows of `tsv` below its header, which must have `columns`; blank lines and `#` comments are left out.
 *
 * @throws UserError `broken-table`
 */
export function readCells(
  tsv: string,
  origin: string,
  columns: readonly string[],
  guide = CUES_GUIDE,
): Cells[] {
  const out: Cells[] = [];
  let header = false;
  for (const [index, raw] of tsv
    .replace(/^\uFEFF/, "")
    .split("\n")
    .entries()) {
    const written = raw.replace(/\r$/, "");
    if (written.trim() === "" || written.startsWith("#")) continue;
    const line = index + 1;
    const cells = written.split("\t");
    if (!header) {
      if (written !== columns.join("\t"))
        throw broken(
          `${origin}:${line}:1: the header is not "${columns.join(" ")}", separated by tabs.`,
          guide,
        );
      header = true;
      continue;
    }
    if (cells.length !== columns.length)
      throw broken(
        `${origin}:${line}:1: ${cells.length} cells, expected ${columns.length}, separated by tabs.`,
        guide,
      );
    const fail = (column: string, message: string): never => {
      const before = cells.slice(0, columns.indexOf(column)).join("\t");
      throw broken(`${origin}:${line}:${before === "" ? 1 : before.length + 2}: ${message}`, guide);
    };
    const text = (column: string): string => cells[columns.indexOf(column)].trim();
    const choice = <T extends string>(column: string, values: readonly T[]): T =>
      values.find((value) => value === text(column)) ??
      fail(column, `unknown ${column} "${text(column)}".${suggest(text(column), values)}`);
    out.push({ line, text, choice, fail });
  }
  if (!header) throw broken(`${origin}:1:1: the table has no header row "${columns.join(" ")}".`, guide);
  return out;
}

/** The error for a wrong row; `message` begins with its place. */
export function broken(message: string, guide = CUES_GUIDE): UserError {
  return new UserError("broken-table", message, `The columns and their values are in ${guide}.`);
}
