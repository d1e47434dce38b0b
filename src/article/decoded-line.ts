/**
 * The lines of a file that holds one record a line, decoded one by one.
 *
 * In: a stream of bytes. Out: each line with its number and its line end, or how long it is where it is too
 * long to hold. UTF-8 is decoded line by line, so that one damaged line damages no other; UTF-16 and UTF-32
 * are decoded as a stream. An encoding that must be guessed is guessed once, at the first line that needs it,
 * and then counts as declared.
 */
import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { type ByteStream, peekBytes } from "./byte-stream.js";
import { LIMITS } from "./limits.js";
import { type DecodedText, decodeBytes, findWideEncoding } from "./text-encoding.js";

/** One line; `decoded` is null where it holds more than {@link LIMITS}.line bytes. */
export interface DecodedLine {
  readonly number: number;
  readonly decoded: DecodedText | null;
  readonly ending: "" | "\n" | "\r\n";
  /** Bytes, without the line end. */
  readonly length: number;
}

/** Decodes a stream line by line. */
export async function* decodeLines(stream: ByteStream): AsyncGenerator<DecodedLine> {
  const peeked = await peekBytes(stream, LIMITS.peek);
  const wide = findWideEncoding(peeked.head);
  const isMarked =
    wide !== null && /^(?:\xff\xfe|\xfe\xff|\0\0\xfe\xff)/u.test(peeked.head.toString("latin1", 0, 4));
  const bytes = wide ? recode(peeked.stream, wide) : peeked.stream;
  let guessed: string | null = null;
  for await (const line of splitBytes(bytes)) {
    let raw = line.bytes;
    if (raw === null) {
      yield { number: line.number, decoded: null, ending: line.ending, length: line.length };
      continue;
    }
    if (line.number === 1 && raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf) raw = raw.subarray(3);
    let decoded: DecodedText;
    if (wide) {
      const text = raw.toString("utf8");
      decoded = {
        text,
        encoding: wide,
        basis: isMarked || line.number > 1 ? "mark" : "guessed",
        replaced: 0,
      };
    } else if (isUtf8(raw)) {
      decoded = { text: raw.toString("utf8"), encoding: "utf-8", basis: "valid", replaced: 0 };
    } else {
      decoded = decodeBytes(raw, guessed);
      if (decoded.basis === "guessed") guessed = decoded.encoding;
    }
    yield { number: line.number, decoded, ending: line.ending, length: line.length };
  }
}

async function* recode(stream: ByteStream, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = iconv.getDecoder(encoding);
  for await (const chunk of stream) yield Buffer.from(decoder.write(Buffer.from(chunk)), "utf8");
  const rest = decoder.end();
  if (rest) yield Buffer.from(rest, "utf8");
}

interface ByteLine {
  readonly number: number;
  readonly bytes: Buffer | null;
  readonly ending: "" | "\n" | "\r\n";
  readonly length: number;
}

async function* splitBytes(stream: ByteStream): AsyncGenerator<ByteLine> {
  let parts: Buffer[] = [];
  let length = 0;
  let number = 1;
  let last = 0;
  const take = (ended: boolean): ByteLine => {
    const crlf = ended && last === 13;
    const bytes = length > LIMITS.line ? null : Buffer.concat(parts);
    const line: ByteLine = {
      number,
      bytes: bytes && crlf ? bytes.subarray(0, -1) : bytes,
      ending: ended ? (crlf ? "\r\n" : "\n") : "",
      length: length - (crlf ? 1 : 0),
    };
    parts = [];
    length = 0;
    last = 0;
    number++;
    return line;
  };
  for await (const piece of stream) {
    const chunk = Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    let from = 0;
    while (from < chunk.length) {
      const at = chunk.indexOf(10, from);
      const to = at < 0 ? chunk.length : at;
      if (to > from) {
        length += to - from;
        last = chunk[to - 1];
        // A line that is too long is counted to its end and not kept.
        if (length > LIMITS.line) parts = [];
        else parts.push(chunk.subarray(from, to));
      }
      if (at < 0) break;
      yield take(true);
      from = at + 1;
    }
  }
  if (length > 0) yield take(false);
}
