/**
 * CSV and TSV files as articles: one row, one article; the first row names the columns.
 *
 * In: a stream of bytes. Out: one reading for each row. The delimiter is the one of comma, semicolon, tab and
 * bar that stands most often in the first row. A row with fewer cells than columns is read if it has a text; a
 * row with more is not, because nobody can tell which cell is the text.
 */
import { hasTextField, readFields, readId, toFields } from "./article-fields.js";
import type { ByteStream } from "./byte-stream.js";
import { type DecodedLine, decodeLines } from "./decoded-line.js";
import { readRows } from "./delimited-row.js";
import type { ProblemDraft } from "./problem.js";
import { describeFields, describeLongLine } from "./read-json.js";
import { OriginNames, type Reading } from "./reading.js";
import { describeDecoding } from "./text-encoding.js";

const DELIMITERS = [",", ";", "\t", "|"];

/** Reads a table. `tabbed` fixes the tab as delimiter (`.tsv`). */
export async function* readTable(
  stream: ByteStream,
  origin: string,
  tabbed: boolean,
): AsyncGenerator<Reading> {
  const lines = decodeLines(stream);
  const first = await nextFilled(lines);
  if (first === null) {
    yield {
      problem: {
        code: "empty-input",
        message: `${origin}: no row`,
        origin,
        hint: "Nothing to do if that is meant.",
      },
    };
    return;
  }
  const delimiter = tabbed ? "\t" : findDelimiter(first.decoded?.text ?? "");
  const names = new OriginNames(origin);
  let columns: readonly string[] | null = null;
  let n = 0;
  for await (const row of readRows(prepend(first, lines), delimiter)) {
    if (columns !== null) n++;
    if ("fault" in row) {
      yield {
        problem:
          row.fault === "too-long"
            ? describeLongLine(origin, row.line, row.length)
            : describeUnclosed(origin, row.line, row.column),
      };
      if (columns === null) return;
      continue;
    }
    if (columns === null) {
      columns = row.cells.map((cell) => cell.trim());
      if (!hasTextField(columns)) {
        const found = columns.slice(0, 12).join(", ");
        yield {
          problem: {
            code: "missing-text",
            message: `${origin}:${row.line}: no column holds a text; columns found: ${found}`,
            origin,
            line: row.line,
            hint: `The first row must name the columns. ${describeFields()}`,
          },
        };
        return;
      }
      continue;
    }
    const place = `${origin}:${row.line}`;
    const extra = row.cells.slice(columns.length).some((cell) => cell.trim() !== "");
    const problems: ProblemDraft[] = row.decoded.flatMap((decoded, i) =>
      describeDecoding(decoded, origin, row.line + i),
    );
    if (extra || row.cells.length < columns.length) {
      const problem: ProblemDraft = {
        code: "broken-line",
        message: `${place}: expected ${columns.length} cells, found ${row.cells.length}`,
        origin,
        line: row.line,
        hint: "Put cells that hold the delimiter or a line end into double quotes.",
      };
      if (extra) {
        yield { problem };
        continue;
      }
      problems.push(problem);
    }
    const fields = toFields(Object.fromEntries(columns.map((column, i) => [column, row.cells[i] ?? ""])));
    const draft = readFields(fields, names.next(readId(fields), n));
    if (draft !== null) {
      yield { draft, problems };
      continue;
    }
    for (const problem of problems) yield { problem };
    yield {
      problem: {
        code: "missing-text",
        message: `${place}: the text is empty`,
        origin,
        line: row.line,
        hint: describeFields(),
      },
    };
  }
  if (columns !== null && n === 0) {
    yield {
      problem: {
        code: "empty-input",
        message: `${origin}: columns but no row`,
        origin,
        hint: "Nothing to do if that is meant.",
      },
    };
  }
}

/** The delimiter that the header row uses most, outside of quotation marks. */
export function findDelimiter(header: string): string {
  const bare = header.replace(/"[^"]*"/gu, "");
  let best = ",";
  for (const delimiter of DELIMITERS) {
    if (bare.split(delimiter).length > bare.split(best).length) best = delimiter;
  }
  return best;
}

function describeUnclosed(origin: string, line: number, column: number): ProblemDraft {
  return {
    code: "broken-line",
    message: `${origin}:${line}:${column}: a quotation mark that is never closed`,
    origin,
    line,
    column,
    hint: "Close the cell with a quotation mark, and double the marks inside it; the other rows were read.",
  };
}

async function nextFilled(lines: AsyncGenerator<DecodedLine>): Promise<DecodedLine | null> {
  for (;;) {
    const { value, done } = await lines.next();
    if (done) return null;
    if (value.decoded === null || value.decoded.text.trim() !== "") return value;
  }
}

async function* prepend<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}
