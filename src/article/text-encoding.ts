/**
 * Bytes to text: which encoding, how it is known, and what could not be decoded.
 *
 * In: the bytes of a file and the encoding that it declares. Out: the text without its byte order mark.
 * Order: byte order mark; UTF-16 and UTF-32 by their zero bytes; strict UTF-8 (a text that is valid UTF-8
 * beyond ASCII is UTF-8, whatever it declares); the declared encoding; UTF-8 with a few broken bytes;
 * Windows-1252 where the only bytes beyond ASCII are its quotation marks and dashes; then chardet's guess.
 * ISO 8859-1 is read as Windows-1252, as browsers do (WHATWG Encoding). Decoding is iconv-lite's: Node 20's
 * own decoder for Windows-1252 corrupts curly quotes.
 */
import { isUtf8 } from "node:buffer";
import { analyse } from "chardet";
import iconv from "iconv-lite";
import { locate } from "./line.js";
import type { ProblemDraft } from "./problem.js";

/** A text and how its encoding was found. */
export interface DecodedText {
  readonly text: string;
  /** Name of the encoding in lower case (`utf-8`, `windows-1252`, `utf-16le`). */
  readonly encoding: string;
  readonly basis: "mark" | "declared" | "valid" | "guessed";
  /** How many characters were replaced by U+FFFD because their bytes make no sense. */
  readonly replaced: number;
}

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ["utf-32le", [0xff, 0xfe, 0, 0]],
  ["utf-32be", [0, 0, 0xfe, 0xff]],
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** Bytes that Windows-1252 gives to quotation marks, dashes, ellipsis, euro, bullet and no-break space. */
const ENGLISH_PUNCTUATION = new Set([
  0x80, 0x82, 0x84, 0x85, 0x8b, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9b, 0xa0, 0xa3, 0xa7, 0xa9,
  0xab, 0xae, 0xb0, 0xb7, 0xbb, 0xbd,
]);

/** Decodes a whole file. */
export function decodeBytes(bytes: Buffer, declared?: string | null): DecodedText {
  const marked = findMark(bytes);
  if (marked) return decodeAs(bytes.subarray(marked.length), marked.encoding, "mark");
  const wide = findWideEncoding(bytes);
  if (wide) return decodeAs(bytes, wide, "guessed");
  if (isUtf8(bytes)) return { text: bytes.toString("utf8"), encoding: "utf-8", basis: "valid", replaced: 0 };
  const label = normaliseLabel(declared);
  if (label && label !== "utf-8") return decodeAs(bytes, label, "declared");
  const lenient = decodeAs(bytes, "utf-8", "guessed");
  const beyondAscii = lenient.text.match(/[^\x00-\x7f\ufffd]/gu)?.length ?? 0;
  const cutOff = lenient.replaced <= 1 && lenient.text.endsWith("\ufffd") && beyondAscii > 0;
  if (cutOff || beyondAscii >= 4 * lenient.replaced) return { ...lenient, basis: "valid" };
  return decodeAs(bytes, guessEncoding(bytes), "guessed");
}

/** The encoding that a byte order mark or zero bytes show in the first bytes of a file, or null. */
export function findWideEncoding(bytes: Buffer): string | null {
  const marked = findMark(bytes);
  if (marked) return marked.encoding === "utf-8" ? null : marked.encoding;
  const sample = bytes.subarray(0, 4096);
  const length = sample.length - (sample.length % 4);
  if (length < 8) return null;
  const zeros = [0, 0, 0, 0];
  for (let i = 0; i < length; i++) if (sample[i] === 0) zeros[i % 4]++;
  const [a, b, c, d] = zeros.map((n) => n / (length / 4));
  if (a < 0.1 && b > 0.7 && c > 0.9 && d > 0.9) return "utf-32le";
  if (a > 0.9 && b > 0.9 && c > 0.7 && d < 0.1) return "utf-32be";
  if (a < 0.05 && c < 0.05 && b > 0.4 && d > 0.4) return "utf-16le";
  if (b < 0.05 && d < 0.05 && a > 0.4 && c > 0.4) return "utf-16be";
  return null;
}

/** The encoding that an HTML or XML file declares in its first bytes, or null. */
export function findDeclaredEncoding(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 4096).toString("latin1");
  const xml = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/iu.exec(head);
  const meta = /<meta[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)/iu.exec(head);
  return normaliseLabel((meta ?? xml)?.[1]);
}

/** What there is to say about how a text was decoded: nothing, a guess, replaced characters. */
export function describeDecoding(decoded: DecodedText, origin: string, firstLine = 1): ProblemDraft[] {
  const problems: ProblemDraft[] = [];
  if (decoded.basis === "guessed") {
    problems.push({
      code: "encoding-guessed",
      message: `${origin}: not UTF-8 and no encoding declared; read as ${decoded.encoding}`,
      origin,
      ...(firstLine > 1 ? { line: firstLine } : {}),
      hint: "If letters or quotation marks look wrong, convert the file to UTF-8 and read it again.",
    });
  }
  if (decoded.replaced > 0) {
    const place = locate(decoded.text, decoded.text.indexOf("\ufffd"));
    problems.push({
      code: "encoding-replaced",
      message: `${origin}: ${decoded.replaced} ${decoded.replaced === 1 ? "character is" : "characters are"} not ${decoded.encoding} and read as U+FFFD`,
      origin,
      line: place.line + firstLine - 1,
      column: place.column,
      hint: "The file is damaged or mixes encodings; repair it at the source if the words matter.",
    });
  }
  return problems;
}

/** The encoding most likely for bytes that are not UTF-8. */
export function guessEncoding(bytes: Buffer): string {
  // What chardet counts are the bytes beyond ASCII: give it those regions, not the first 64 kB of ASCII.
  const first = bytes.findIndex((b) => b > 0x7f);
  const sample = bytes.subarray(Math.max(0, first - 2000), Math.max(0, first - 2000) + 100_000);
  if (sample.every((b) => b < 0x80 || ENGLISH_PUNCTUATION.has(b))) return "windows-1252";
  const ranked = analyse(sample).filter(
    (m) => m.name !== "UTF-8" && m.name !== "ASCII" && iconv.encodingExists(m.name),
  );
  const [best] = ranked;
  if (best === undefined) return "windows-1252";
  // Latin encodings share most bytes; the western one needs only to come near the best.
  const western = ranked.find((m) => m.name === "ISO-8859-1" || m.name === "windows-1252");
  const isLatin = /^(?:ISO-8859-(?:1|2|9|15)|windows-125[0247])$/u.test(best.name);
  if (western && isLatin && western.confidence * 1.25 >= best.confidence) return "windows-1252";
  return normaliseLabel(best.name) ?? "windows-1252";
}

function findMark(bytes: Buffer): { encoding: string; length: number } | null {
  const found = MARKS.find(([, mark]) => mark.every((b, i) => bytes[i] === b));
  return found ? { encoding: found[0], length: found[1].length } : null;
}

function decodeAs(bytes: Buffer, encoding: string, basis: DecodedText["basis"]): DecodedText {
  const text =
    encoding === "utf-8" ? bytes.toString("utf8") : iconv.decode(bytes, encoding, { stripBOM: false });
  let replaced = countReplaced(text);
  if (replaced > 0 && encoding === "utf-8") replaced -= countWrittenReplacements(bytes);
  return { text, encoding, basis, replaced };
}

/** U+FFFD that stands in the file itself as EF BF BD is the file's word, not ours. */
function countWrittenReplacements(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf("\ufffd"); at >= 0; at = bytes.indexOf("\ufffd", at + 3)) count++;
  return count;
}

function countReplaced(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", at + 1)) count++;
  return count;
}

/** "ISO-8859-1" → "windows-1252", "UTF8" → "utf-8"; null for what nobody can decode. */
function normaliseLabel(label: string | null | undefined): string | null {
  const name = label?.trim().toLowerCase();
  if (!name) return null;
  if (/^utf-?8$/u.test(name)) return "utf-8";
  if (/^(?:iso-?8859-?1|iso_8859-1|latin-?1|l1|us-ascii|ascii|cp1252|windows-?1252|ansi)$/u.test(name))
    return "windows-1252";
  if (/^(?:iso-?8859-?9|latin-?5)$/u.test(name)) return "windows-1254";
  // A page whose bytes are ASCII-like cannot be UTF-16, whatever it says.
  if (/^utf-?(?:16|32)/u.test(name)) return null;
  return iconv.encodingExists(name) ? name : null;
}
