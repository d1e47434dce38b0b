/** Where an export goes: text in pieces to a file or to standard output. */
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";

/** Writes `texts` one after another, without holding them all. */
export async function writeTexts(texts: AsyncIterable<string>, out: string | undefined): Promise<void> {
  if (out === undefined) await pipeline(texts, process.stdout, { end: false });
  else await pipeline(texts, createWriteStream(out));
}
