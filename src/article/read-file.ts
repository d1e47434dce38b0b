/**
 * One input to its articles: unpacked, its format found, handed to the reader of that format.
 *
 * In: a file or standard input. Out: readings; what is wrong with the input as a whole comes last.
 */
import { createReadStream } from "node:fs";
import type { ArticleKnowledge } from "./article-knowledge.js";
import {
  type ByteStream,
  type GunzipFault,
  gunzip,
  isGzip,
  type PeekedStream,
  peekBytes,
} from "./byte-stream.js";
import { findFormat } from "./input-format.js";
import { LIMITS } from "./limits.js";
import type { ProblemDraft } from "./problem.js";
import { readJson, readJsonLines } from "./read-json.js";
import { readTable } from "./read-table.js";
import { readWhole } from "./read-whole.js";
import type { Reading } from "./reading.js";
import { explainErrno, type InputFile } from "./walk-paths.js";

/** For what should never happen. */
export const FAULT_HINT =
  "This is a fault of the program: please report it with the input. The other inputs were read.";

/** Reads one input. `count` is told of the bytes as they come. Never throws for an input. */
export async function* readFile(
  file: InputFile,
  stdin: () => ByteStream,
  count: (bytes: number) => void,
  knowledge: ArticleKnowledge,
): AsyncGenerator<Reading> {
  const { origin } = file;
  const fault: GunzipFault = { unpacked: 0 };
  const open: PeekedStream[] = [];
  const peek = async (stream: ByteStream): Promise<PeekedStream> => {
    const peeked = await peekBytes(stream, LIMITS.peek);
    open.unshift(peeked);
    return peeked;
  };
  try {
    const source = file.path === null ? stdin() : createReadStream(file.path, { highWaterMark: 256 * 1024 });
    let input = await peek(countBytes(source, count));
    const packed = isGzip(input.head);
    // Members of a multi-layer file ("x.gz.gz") are not unpacked twice.
    if (packed) input = await peek(gunzip(input.stream, fault));
    if (input.head.length === 0 && !fault.message) {
      yield { problem: describeEmpty(origin, packed) };
      return;
    }
    if (input.head.length > 0) yield* readInput(input, origin.replace(/\.gz$/iu, ""), origin, knowledge);
    if (fault.message) yield { problem: describeGzip(origin, fault) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const hint = "Check that the file is there and that you may read it; the other inputs were read.";
    if (code)
      yield {
        problem: { code: "unreadable-file", message: `${origin}: ${explainErrno(code)}`, origin, hint },
      };
    else
      yield {
        problem: { code: "analysis-failed", message: `${origin}: ${message}`, origin, hint: FAULT_HINT },
      };
  } finally {
    for (const stream of open) await stream.close();
  }
}

async function* readInput(
  input: PeekedStream,
  name: string,
  origin: string,
  knowledge: ArticleKnowledge,
): AsyncGenerator<Reading> {
  const finding = findFormat(name, input.head);
  if ("binary" in finding) {
    const message = `${origin}: not a text (${finding.binary})`;
    yield {
      problem: {
        code: "binary-input",
        message,
        origin,
        hint: "Convert it to text, HTML, JSON Lines or CSV first.",
      },
    };
  } else if ("unsupported" in finding) {
    const message = `${origin}: ${finding.unsupported}; read are plain text, Markdown, HTML, JSON Lines, JSON, CSV and TSV`;
    yield { problem: { code: "unsupported-format", message, origin, hint: "Unpack or convert it first." } };
  } else if (finding.format === "jsonl") {
    yield* readJsonLines(input.stream, origin);
  } else if (finding.format === "json") {
    yield* readJson(input.stream, origin);
  } else if (finding.format === "csv" || finding.format === "tsv") {
    yield* readTable(input.stream, origin, finding.format === "tsv");
  } else {
    yield* readWhole(input.stream, finding.format, origin, knowledge);
  }
}

async function* countBytes(source: ByteStream, count: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    count(chunk.length);
    yield chunk;
  }
}

function describeEmpty(origin: string, packed: boolean): ProblemDraft {
  const message = packed ? `${origin}: the gzip file holds nothing` : `${origin}: an empty input`;
  return { code: "empty-input", message, origin, hint: "Nothing to do if that is meant." };
}

function describeGzip(origin: string, fault: GunzipFault): ProblemDraft {
  const kept =
    fault.unpacked === 0
      ? "nothing could be unpacked"
      : `the first ${fault.unpacked} bytes unpacked were read`;
  return {
    code: "truncated-gzip",
    message: `${origin}: the gzip file is cut off or damaged (${fault.message}); ${kept}`,
    origin,
    hint: "Fetch the file again; what is missing is missing from the record.",
  };
}
