/**
 * The patterns of lines that belong to the page and not to the report.
 *
 * In: the rows of data/article/boilerplate.tsv. Out: compiled patterns, each for a whole trimmed line.
 */
import { UserError } from "../core/user-error.js";

/** One row: what such a line looks like, where it may stand, how far it reaches. */
export interface BoilerplatePattern {
  readonly id: string;
  readonly where: "any" | "tail";
  /** `heading`: the headlines that follow it are boilerplate too. */
  readonly effect: "line" | "heading";
  readonly pattern: RegExp;
  readonly example: string;
}

/** Reads the table. @throws UserError naming the line of the first row that does not fit. */
export function parseBoilerplateTable(
  tsv: string,
  name = "data/article/boilerplate.tsv",
): BoilerplatePattern[] {
  const rows: BoilerplatePattern[] = [];
  let header = true;
  for (const [index, row] of tsv.split(/\r?\n/u).entries()) {
    if (row === "" || row.startsWith("# ")) continue;
    if (header) {
      header = false;
      continue;
    }
    const [id, where, effect, source, example] = row.split("\t");
    const fault =
      example === undefined
        ? `expected five columns, found ${row.split("\t").length}`
        : where !== "any" && where !== "tail"
          ? `expected "any" or "tail", found "${where}"`
          : effect !== "line" && effect !== "heading"
            ? `expected "line" or "heading", found "${effect}"`
            : null;
    if (fault !== null) {
      throw new UserError(
        "bad-table-row",
        `${name}:${index + 1}: ${fault}`,
        "Columns: id, where, effect, pattern, example.",
      );
    }
    rows.push({
      id,
      where: where as "any" | "tail",
      effect: effect as "line" | "heading",
      pattern: compile(source, `${name}:${index + 1}`),
      example,
    });
  }
  return rows;
}

function compile(source: string, place: string): RegExp {
  try {
    return new RegExp(`^(?:${source})$`, "iu");
  } catch (error) {
    throw new UserError("bad-table-row", `${place}: not a regular expression: ${(error as Error).message}`);
  }
}
