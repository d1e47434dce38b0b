/**
 * Which format an input is in, by its name and its first bytes.
 *
 * In: the name without `.gz`, the first bytes. Out: a format, or why there is none. The bytes decide where they
 * are clear (a PDF called `.txt` is a PDF, a page called `.txt` is a page); else the name; else what the first
 * line looks like.
 */
import { hasTextField } from "./article-fields.js";
import { findDelimiter } from "./read-table.js";
import { decodeBytes, findWideEncoding } from "./text-encoding.js";

export type InputFormat = "text" | "markdown" | "html" | "jsonl" | "json" | "csv" | "tsv";

/** `binary`: no text at all; `unsupported`: a known format that is not read. */
export type FormatFinding =
  | { readonly format: InputFormat }
  | { readonly binary: string }
  | { readonly unsupported: string };

const BY_EXTENSION: Readonly<Record<string, InputFormat>> = {
  txt: "text",
  text: "text",
  md: "markdown",
  markdown: "markdown",
  html: "html",
  htm: "html",
  xhtml: "html",
  jsonl: "jsonl",
  ndjson: "jsonl",
  json: "json",
  csv: "csv",
  tsv: "tsv",
  tab: "tsv",
};

/** Formats that are told by their first bytes and not read. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ["%PDF-", "a PDF document"],
  ["PK\x03\x04", "a ZIP archive or an Office document"],
  ["\xd0\xcf\x11\xe0", "an old Office document"],
  ["{\\rtf", "an RTF document"],
  ["Rar!", "a RAR archive"],
  ["7z\xbc\xaf\x27\x1c", "a 7z archive"],
  ["BZh", "a bzip2 file"],
  ["\xfd7zXZ", "an xz file"],
  ["\x28\xb5\x2f\xfd", "a Zstandard file"],
  ["WARC/", "a web archive (WARC)"],
  ["PAR1", "a Parquet file"],
  ["SQLite format 3", "an SQLite database"],
  ["\x89PNG", "a PNG picture"],
  ["\xff\xd8\xff", "a JPEG picture"],
  ["GIF8", "a GIF picture"],
];

/** Finds the format. */
export function findFormat(name: string, head: Buffer): FormatFinding {
  const opening = head.toString("latin1", 0, 600);
  const signature = SIGNATURES.find(([bytes]) => opening.startsWith(bytes));
  if (signature) return { unsupported: signature[1] };
  const isWide = findWideEncoding(head) !== null;
  if (!isWide && isBinary(head)) return { binary: describeBinary(head) };
  const text = decodeBytes(head).text;
  const start = text.trimStart().slice(0, 2000);
  if (
    /^(?:<!doctype\s+html|<html\b|<head\b|<body\b)/iu.test(start) ||
    /^(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*(?:<!doctype\s+html|<html\b)/iu.test(start)
  ) {
    return { format: "html" };
  }
  if (/^<\?xml\b|^<(?:rss|feed|nitf|newsml|urlset)\b/iu.test(start) && !/\.x?html?$/iu.test(name)) {
    return { unsupported: /<(?:rss|feed)\b/iu.test(start) ? "a news feed (RSS or Atom)" : "an XML document" };
  }
  const extension = /\.([a-z0-9]+)$/iu.exec(name)?.[1].toLowerCase() ?? "";
  const named = BY_EXTENSION[extension];
  if (named === "json" && isJsonLines(text)) return { format: "jsonl" };
  if (named) return { format: named };
  if (/^\{\s*(?:"|$)/u.test(start))
    return { format: isJsonLines(text) || isOneLine(text) ? "jsonl" : "json" };
  if (/^\[\s*[{[]/u.test(start)) return { format: "json" };
  const [first, second] = start.split(/\r?\n/u);
  const delimiter = findDelimiter(first);
  const columns = first.split(delimiter);
  if (second && columns.length > 1 && columns.every((c) => c.length < 40) && hasTextField(columns)) {
    return { format: delimiter === "\t" ? "tsv" : "csv" };
  }
  return { format: "text" };
}

/** True if the first line is a whole JSON object and another line follows. */
function isJsonLines(text: string): boolean {
  const [first, ...rest] = text.trimStart().split(/\r?\n/u);
  if (!rest.some((line) => line.trim().startsWith("{"))) return false;
  return isObject(first);
}

/** True if all of the text (or all that was looked at) is one line; standard input may bring more. */
function isOneLine(text: string): boolean {
  return !/\n\s*\S/u.test(text);
}

function isObject(line: string): boolean {
  try {
    return line.trim().startsWith("{") && typeof JSON.parse(line) === "object";
  } catch {
    return false;
  }
}

/** Zero bytes, or more control characters than a text has. */
function isBinary(head: Buffer): boolean {
  let control = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27 && byte !== 26)) control++;
  }
  return control * 50 > head.length;
}

function describeBinary(head: Buffer): string {
  const zero = head.indexOf(0);
  return zero >= 0 ? `a zero byte at offset ${zero}` : "mostly control characters";
}
