/** Where an export goes: text in pieces to a file or to standard output. */
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";

/** Text is written in pieces of about this many characters. */
const PIECE = 65_536;

/** Writes `texts` one after another, without holding them all. */
export async function writeTexts(texts: AsyncIterable<string>, out: string | undefined): Promise<void> {
  const pieces = gatherPieces(texts);
  if (out === undefined) await pipeline(pieces, process.stdout, { end: false });
  else await pipeline(pieces, createWriteStream(out));
}

async function* gatherPieces(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = "";
  for await (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}
