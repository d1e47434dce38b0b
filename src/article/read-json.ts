/**
 * JSON Lines and JSON documents as articles.
 *
 * In: a stream of bytes. Out: one reading for each record. JSON Lines are read line by line with no limit on
 * the file; a line that is broken or too long is a problem with its line and column, and the rest is read.
 * A JSON document is parsed whole: one object, a list, or an object whose `articles` (or `items`, `data` …)
 * is the list.
 */
import { FIELD_NAMES, readFields, readId, toFields } from "./article-fields.js";
import { type ByteStream, gatherBytes } from "./byte-stream.js";
import { decodeLines } from "./decoded-line.js";
import { findJsonFault } from "./json-fault.js";
import { mendSurrogates } from "./json-surrogates.js";
import { formatBytes, LIMITS } from "./limits.js";
import { locate } from "./line.js";
import type { ProblemDraft } from "./problem.js";
import { OriginNames, type Reading } from "./reading.js";
import { decodeBytes, describeDecoding } from "./text-encoding.js";

const LISTS = [
  "articles",
  "items",
  "data",
  "results",
  "documents",
  "docs",
  "records",
  "news",
  "stories",
  "@graph",
];

/** Reads a file with one JSON object a line. */
export async function* readJsonLines(stream: ByteStream, origin: string): AsyncGenerator<Reading> {
  const names = new OriginNames(origin);
  let n = 0;
  for await (const { number, decoded, length } of decodeLines(stream)) {
    if (decoded === null) {
      n++;
      yield { problem: describeLongLine(origin, number, length) };
      continue;
    }
    if (decoded.text.trim() === "") continue;
    n++;
    const encoding = describeDecoding(decoded, origin, number);
    const parsed = parseJson(decoded.text);
    if ("fault" in parsed) {
      const { offset, message } = parsed.fault;
      yield {
        problem: {
          code: "broken-line",
          message: `${origin}:${number}:${offset + 1}: not JSON: ${message}`,
          origin,
          line: number,
          column: offset + 1,
          hint: "JSON Lines holds one whole object on each line; the other lines were read.",
        },
      };
      for (const problem of encoding) yield { problem };
      continue;
    }
    encoding.push(...describeHalves(parsed, decoded.text, origin, number));
    yield* readRecord(parsed.value, origin, names, n, encoding, number);
  }
}

/** Reads a whole JSON document. */
export async function* readJson(stream: ByteStream, origin: string): AsyncGenerator<Reading> {
  const { bytes, complete } = await gatherBytes(stream, LIMITS.json);
  if (!complete) {
    yield {
      problem: {
        code: "input-too-large",
        message: `${origin}: a JSON document of more than ${formatBytes(LIMITS.json)}`,
        origin,
        hint: "Write it as JSON Lines (one object a line, .jsonl), which has no limit.",
      },
    };
    return;
  }
  const decoded = decodeBytes(bytes);
  const encoding = describeDecoding(decoded, origin);
  const parsed = parseJson(decoded.text);
  if ("fault" in parsed) {
    const { line, column } = locate(decoded.text, parsed.fault.offset);
    yield {
      problem: {
        code: "broken-line",
        message: `${origin}:${line}:${column}: not JSON: ${parsed.fault.message}`,
        origin,
        line,
        column,
        hint: "Repair the file there; if each line is an object of its own, name it .jsonl.",
      },
    };
    return;
  }
  encoding.push(...describeHalves(parsed, decoded.text, origin));
  const list = findList(parsed.value);
  if (list === null) {
    yield* readRecord(parsed.value, origin, null, 1, encoding);
    return;
  }
  if (list.length === 0) {
    yield {
      problem: {
        code: "empty-input",
        message: `${origin}: the list holds no article`,
        origin,
        hint: "Nothing to do if that is meant.",
      },
    };
  }
  const names = new OriginNames(origin);
  let n = 0;
  for (const value of list) yield* readRecord(value, origin, names, ++n, n === 1 ? encoding : []);
}

function* readRecord(
  value: unknown,
  origin: string,
  names: OriginNames | null,
  n: number,
  encoding: readonly ProblemDraft[],
  line?: number,
): Generator<Reading> {
  const place = { origin, ...(line === undefined ? {} : { line }) };
  const where = line === undefined ? `${origin}: record ${n}` : `${origin}:${line}`;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const found = value === null ? "null" : Array.isArray(value) ? "a list" : `a ${typeof value}`;
    yield {
      problem: {
        code: "missing-text",
        message: `${where}: expected an object, found ${found}`,
        ...place,
        hint: describeFields(),
      },
    };
    return;
  }
  const fields = toFields(value as Record<string, unknown>);
  const name = names === null ? origin : names.next(readId(fields), n);
  const draft = readFields(fields, name);
  if (draft === null) {
    const found = Object.keys(value).slice(0, 12).join(", ") || "none";
    yield {
      problem: {
        code: "missing-text",
        message: `${where}: no field holds a text; fields found: ${found}`,
        ...place,
        hint: describeFields(),
      },
    };
    return;
  }
  yield { draft, problems: encoding };
}

/** The hint that names the fields which are read. */
export function describeFields(): string {
  return `The article's text is read from ${FIELD_NAMES.text.slice(0, 6).join(", ")} or html; besides: title, published (or date), outlet (or source), agency, byline (or author), url, language, id.`;
}

export function describeLongLine(origin: string, line: number, length: number): ProblemDraft {
  return {
    code: "line-too-long",
    message: `${origin}:${line}: a line of ${formatBytes(length)}; at most ${formatBytes(LIMITS.line)} are read`,
    origin,
    line,
    hint: "Split the record; the other lines were read.",
  };
}

/** A JSON value, with the half characters that were replaced in it. */
interface ParsedJson {
  readonly value: unknown;
  readonly replaced: number;
  /** Offset of the first one. */
  readonly first: number;
}

function parseJson(source: string): ParsedJson | { fault: { offset: number; message: string } } {
  const { text, replaced, first } = mendSurrogates(source);
  try {
    return { value: JSON.parse(text), replaced, first };
  } catch (error) {
    return { fault: findJsonFault(text) ?? { offset: 0, message: (error as Error).message } };
  }
}

function describeHalves(
  { replaced, first }: ParsedJson,
  text: string,
  origin: string,
  firstLine = 1,
): ProblemDraft[] {
  if (replaced === 0) return [];
  const { line, column } = locate(text, first);
  const halves = replaced === 1 ? "escape is half a character" : "escapes are half characters";
  return [
    {
      code: "encoding-replaced",
      message: `${origin}: ${replaced} ${halves} (\\ud800 to \\udfff without a partner) and read as U+FFFD`,
      origin,
      line: line + firstLine - 1,
      column,
      hint: "A program has cut the text within a character; fetch it again if the words matter.",
    },
  ];
}

function findList(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (typeof value !== "object" || value === null) return null;
  const record = value as Record<string, unknown>;
  for (const name of LISTS) {
    const list = record[name];
    if (Array.isArray(list) && list.every((v) => typeof v === "object" && v !== null)) return list;
  }
  return null;
}
