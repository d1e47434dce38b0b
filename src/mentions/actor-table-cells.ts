/**
 * The cells of one row of a table of actors, read as what their columns hold.
 *
 * In: tab separated text with one header row and `#` comments. Out: one reader a row, whose errors name
 * file, line and character column, what was found and what was expected.
 */
import { suggest } from "../core/suggestion.js";
import { UserError } from "../core/user-error.js";
import { AMBIGUITY_RULES, type AmbiguousName, type BoundWord, SECTORS } from "./actor-table-row.js";

/** A table as read from disk; `origin` names it in messages. */
export interface TableText {
  readonly text: string;
  readonly origin: string;
}

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const NONE: readonly never[] = Object.freeze([]);

/** What stands for an empty cell. */
export type FillIn = (column: string, row: ActorTableCells) => string;

export class ActorTableCells {
  readonly line: number;
  readonly #origin: string;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #cells: readonly string[];
  readonly #fillIn: FillIn;

  constructor(
    line: number,
    origin: string,
    columns: ReadonlyMap<string, number>,
    cells: readonly string[],
    fillIn: FillIn = () => "",
  ) {
    this.line = line;
    this.#origin = origin;
    this.#columns = columns;
    this.#cells = cells;
    this.#fillIn = fillIn;
  }

  /** The cell as written; what it is filled in with where it is empty or the table lacks the column. */
  text(column: string): string {
    return this.#cells[this.#columns.get(column) ?? -1] || this.#fillIn(column, this);
  }

  optional(column: string): string | null {
    return this.text(column) || null;
  }

  required(column: string): string {
    return this.text(column) || this.fail(column, "", `a ${column}`);
  }

  /** The values between `|`. */
  list(column: string): readonly string[] {
    const written = this.text(column);
    if (written === "") return NONE;
    const values = written.split("|");
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      if (value === "" || value.startsWith(" ") || value.endsWith(" "))
        this.fail(column, value, 'values split by single "|", without spaces around them');
      if (values.indexOf(value) < i) this.fail(column, value, "each value once");
    }
    return Object.freeze(values);
  }

  /** Words with the states they are bound to: `home office@GBR|interior ministry`. */
  boundWords(column: string): readonly BoundWord[] {
    return Object.freeze(
      this.list(column).map((written) => {
        const at = written.indexOf("@");
        if (at < 0) return Object.freeze({ word: written });
        const states = written.slice(at + 1).split(",");
        if (at === 0 || !states.every((code) => /^[A-Z]{3}$/.test(code)))
          this.fail(column, written, "a word, or word@ISO,ISO with alpha-3 codes");
        return Object.freeze({ word: written.slice(0, at), states: Object.freeze(states) });
      }),
    );
  }

  /** Names of this row that others bear as well: `Congo=default|Congolese=context`. */
  ambiguous(...groups: readonly (readonly string[])[]): readonly AmbiguousName[] {
    if (this.text("ambiguous") === "") return NONE;
    const names = groups.flat();
    return Object.freeze(
      this.list("ambiguous").map((written) => {
        const at = written.lastIndexOf("=");
        const word = written.slice(0, at);
        const rule = AMBIGUITY_RULES.find((known) => known === written.slice(at + 1));
        if (at < 1 || rule === undefined)
          return this.fail("ambiguous", written, "name=default or name=context");
        if (!names.includes(word)) this.fail("ambiguous", word, `a name of this row.${suggest(word, names)}`);
        return Object.freeze({ word, rule });
      }),
    );
  }

  choice<T extends string>(column: string, values: readonly T[]): T {
    const written = this.text(column) as T;
    if (values.includes(written)) return written;
    return this.fail(column, written, `a known ${column}.${suggest(written, values)}`);
  }

  sector(): string {
    return this.choice("sector", SECTORS);
  }

  match(column: string, pattern: RegExp, expected: string): string {
    const written = this.text(column);
    return pattern.test(written) ? written : this.fail(column, written, expected);
  }

  optionalMatch(column: string, pattern: RegExp, expected: string): string | null {
    return this.text(column) === "" ? null : this.match(column, pattern, expected);
  }

  cameo(): string | null {
    return this.optionalMatch("cameo", /^([A-Z]{3}){1,4}$/, "a CAMEO actor code of three-letter parts");
  }

  wikidata(): string | null {
    return this.optionalMatch("wikidata", /^Q[1-9]\d*$/, "a Wikidata id such as Q42");
  }

  country(column: string): string | null {
    return this.optionalMatch(column, /^[A-Z]{3}$/, "an ISO 3166 alpha-3 code");
  }

  /** `from` and `to`, checked for order; `..` is open. */
  term(): { from: string | null; to: string | null } {
    const from = this.#date("from");
    const to = this.#date("to");
    if (from !== null && to !== null) {
      const length = Math.min(from.length, to.length);
      if (from.slice(0, length) > to.slice(0, length)) this.fail("to", to, `no date before ${from}`);
    }
    return { from, to };
  }

  #date(column: "from" | "to"): string | null {
    const written = this.text(column);
    if (written === "" || written === "..") return null;
    const day = written.slice(8);
    if (!DATE.test(written) || (day > "28" && Number(day) > countDays(written)))
      this.fail(column, written, "a date as YYYY, YYYY-MM or YYYY-MM-DD, or .. for open");
    return written;
  }

  /** Refuses the row: `data/actors/bodies.tsv:12:3: found "x", expected a name`. */
  fail(column: string, found: string, expected: string): never {
    const index = this.#columns.get(column);
    let at = 1;
    for (let i = 0; i < (index ?? 0); i++) at += this.#cells[i].length + 1;
    if (index !== undefined) at += Math.max(0, this.#cells[index].indexOf(found));
    const words = found === "" ? "nothing" : `"${found}"`;
    throw breakTable(`${this.#origin}:${this.line}:${at}: found ${words}, expected ${expected}`);
  }
}

/**
 * The rows of a table that has exactly `columns`.
 *
 * @throws UserError `broken-table`
 */
export function readActorTableCells(table: TableText, columns: readonly string[]): ActorTableCells[] {
  const { origin } = table;
  const header = columns.join("\t");
  const positions = new Map(columns.map((column, i) => [column, i]));
  const rows: ActorTableCells[] = [];
  let seen = false;
  const lines = table.text.replace(/^\uFEFF/, "").split("\n");
  for (let i = 0; i < lines.length; i++) {
    const written = lines[i].endsWith("\r") ? lines[i].slice(0, -1) : lines[i];
    if (written === "" || written.startsWith("#")) continue;
    if (!seen) {
      if (written !== header)
        throw breakTable(
          `${origin}:${i + 1}:1: found the header "${written.split("\t").join(" ")}", ` +
            `expected "${columns.join(" ")}", separated by tabs`,
        );
      seen = true;
      continue;
    }
    const cells = written.split("\t");
    if (cells.length !== columns.length)
      throw breakTable(
        `${origin}:${i + 1}:1: found ${cells.length} cells, expected ${columns.length}, separated by tabs`,
      );
    rows.push(new ActorTableCells(i + 1, origin, positions, cells));
  }
  if (!seen)
    throw breakTable(
      `${origin}:1:1: found no header row, expected "${columns.join(" ")}", separated by tabs`,
    );
  return rows;
}

/** Days in the month of `date`. */
function countDays(date: string): number {
  return new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate();
}

/** The error for a wrong row; `message` begins with its place. */
export function breakTable(message: string): UserError {
  return new UserError("broken-table", message, "The columns and their values are in data/actors/README.md.");
}
