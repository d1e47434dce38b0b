/**
 * Rows of CSV and TSV files (RFC 4180, with any line end), and what to do where a quotation mark is missing.
 *
 * In: decoded lines. Out: rows with the line where each begins. A quotation mark opens a cell only at its
 * start; inside, a doubled mark is a mark, and line ends are text. Where a mark is never closed, the line that
 * opened it is reported and reading goes on with the next line: one bad row costs one row, not the file.
 */
import type { DecodedLine } from "./decoded-line.js";
import type { DecodedText } from "./text-encoding.js";

/** One row, or the line where a row could not be read. */
export type DelimitedRow =
  | { readonly line: number; readonly cells: readonly string[]; readonly decoded: readonly DecodedText[] }
  | {
      readonly line: number;
      readonly fault: "unclosed" | "too-long";
      readonly column: number;
      readonly length: number;
    };

/** Characters and lines that one row may hold before its quotation mark counts as never closed. */
const LONGEST_ROW = 16 * 1024 * 1024;
const MOST_LINES = 200_000;

/** Reads rows. Blank lines between rows are passed over. */
export async function* readRows(
  lines: AsyncIterable<DecodedLine>,
  delimiter: string,
): AsyncGenerator<DelimitedRow> {
  let row = new RowBuilder(delimiter);
  for await (const line of lines) {
    if (line.decoded === null) {
      yield { line: line.number, fault: "too-long", column: 1, length: line.length };
      continue;
    }
    if (!row.isOpen && line.decoded.text.trim() === "") continue;
    row.add(line);
    if (!row.isOpen) {
      yield row.finish();
      row = new RowBuilder(delimiter);
    } else if (row.length > LONGEST_ROW || row.lines.length > MOST_LINES) {
      let rest: RowBuilder | null = row;
      while (rest !== null && (rest.length > LONGEST_ROW || rest.lines.length > MOST_LINES)) {
        const retried: { rows: DelimitedRow[]; open: RowBuilder | null } = retry(rest, delimiter);
        yield* retried.rows;
        rest = retried.open;
      }
      row = rest ?? new RowBuilder(delimiter);
    }
  }
  while (row.isOpen) {
    const retried = retry(row, delimiter);
    yield* retried.rows;
    if (retried.open === null) return;
    row = retried.open;
  }
}

/** Gives up the first line of an unclosed row and reads the others again. */
function retry(row: RowBuilder, delimiter: string): { rows: DelimitedRow[]; open: RowBuilder | null } {
  const [first, ...others] = row.lines;
  const rows: DelimitedRow[] = [
    { line: first.number, fault: "unclosed", column: row.openedAt, length: first.length },
  ];
  let current = new RowBuilder(delimiter);
  for (const line of others) {
    if (!current.isOpen && line.decoded?.text.trim() === "") continue;
    current.add(line);
    if (current.isOpen) continue;
    rows.push(current.finish());
    current = new RowBuilder(delimiter);
  }
  return { rows, open: current.isOpen ? current : null };
}

class RowBuilder {
  readonly lines: DecodedLine[] = [];
  length = 0;
  /** True while a quoted cell goes on over a line end. */
  isOpen = false;
  /** 1-based column in the first line of the last quotation mark that opened a cell there. */
  openedAt = 1;
  private readonly cells: string[] = [];
  private cell = "";

  constructor(private readonly delimiter: string) {}

  add(line: DecodedLine): void {
    const text = line.decoded?.text ?? "";
    this.lines.push(line);
    this.length += text.length + 1;
    let at = 0;
    for (;;) {
      if (!this.isOpen) {
        if (text[at] === '"') {
          this.isOpen = true;
          if (this.lines.length === 1) this.openedAt = at + 1;
          at++;
        } else {
          at = this.closeCell(text, at);
          if (at < 0) return;
          continue;
        }
      }
      const quote = text.indexOf('"', at);
      if (quote < 0) {
        this.cell += text.slice(at) + line.ending;
        return;
      }
      this.cell += text.slice(at, quote);
      if (text[quote + 1] === '"') {
        this.cell += '"';
        at = quote + 2;
        continue;
      }
      this.isOpen = false;
      at = this.closeCell(text, quote + 1);
      if (at < 0) return;
    }
  }

  finish(): DelimitedRow {
    const decoded = this.lines.flatMap((line) => (line.decoded ? [line.decoded] : []));
    return { line: this.lines[0].number, cells: this.cells, decoded };
  }

  /** Takes what is left up to the next delimiter; the place after it, or -1 at the end of the line. */
  private closeCell(text: string, at: number): number {
    const next = text.indexOf(this.delimiter, at);
    this.cells.push(this.cell + text.slice(at, next < 0 ? text.length : next));
    this.cell = "";
    return next < 0 ? -1 : next + this.delimiter.length;
  }
}
