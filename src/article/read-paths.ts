/**
 * From paths to articles: the one entrance of the reading stage.
 *
 * In: files, folders, `-` for standard input; plain text, Markdown, HTML, JSON Lines, JSON, CSV and TSV, each
 * also gzipped. Out: articles, each with what was wrong with it, and problems that belong to no article, in the
 * order of the paths and, within a folder, of the names. One bad input never stops the run and nothing is
 * dropped in silence. Files are read one at a time; of large files only as much is held as one article needs.
 */
import { createReadStream } from "node:fs";
import type { ArticleRecord, ProblemRecord } from "../core/records.js";
import { type ArticleKnowledge, loadArticleKnowledge } from "./article-knowledge.js";
import { type ByteStream, type GunzipFault, gatherBytes, gunzip, isGzip, peekBytes } from "./byte-stream.js";
import { findFormat, type InputFormat } from "./input-format.js";
import { formatBytes, LIMITS } from "./limits.js";
import { makeArticle } from "./make-article.js";
import { makeProblem, type ProblemDraft } from "./problem.js";
import { readHtml } from "./read-html.js";
import { readJson, readJsonLines } from "./read-json.js";
import { readMarkdown } from "./read-markdown.js";
import { readTable } from "./read-table.js";
import type { Reading } from "./reading.js";
import { decodeBytes, describeDecoding, findDeclaredEncoding } from "./text-encoding.js";
import { explainErrno, type InputFile, walkPaths } from "./walk-paths.js";

/** An article with its problems, or a problem that belongs to no article. */
export type ReadResult =
  | { readonly article: ArticleRecord; readonly problems: ProblemRecord[] }
  | { readonly problem: ProblemRecord };

/** How far reading has come; given after each result and at the end of each file. */
export interface ReadProgress {
  readonly origin: string;
  readonly files: number;
  readonly articles: number;
  readonly problems: number;
  /** Bytes read from disk or standard input so far. */
  readonly bytes: number;
}

export interface ReadOptions {
  /** What `-` reads; `process.stdin` where absent. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Origins are relative to it; the working folder where absent. */
  readonly cwd?: string;
  readonly onProgress?: (progress: ReadProgress) => void;
  /** Tables to work from; those of the package where absent. */
  readonly knowledge?: ArticleKnowledge;
}

/**
 * Reads articles: `for await (const result of readPaths(["reports", "wire.jsonl.gz"])) …`.
 *
 * The order is the same on every machine. Never throws for an input.
 */
export async function* readPaths(
  paths: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<ReadResult> {
  const cwd = options.cwd ?? process.cwd();
  const knowledge = options.knowledge ?? loadArticleKnowledge();
  const done = { files: 0, articles: 0, problems: 0, bytes: 0 };
  const report = (origin: string) => options.onProgress?.({ origin, ...done });
  for await (const found of walkPaths(paths, cwd)) {
    const { origin = "" } = "problem" in found ? found.problem : found.file;
    const readings = "problem" in found ? [found] : readFile(found.file, options, done, knowledge);
    for await (const reading of readings) {
      const result = finishReading(reading, knowledge);
      if ("article" in result) done.articles++;
      done.problems += "article" in result ? result.problems.length : 1;
      yield result;
      report(origin);
    }
    if ("file" in found) done.files++;
    report(origin);
  }
}

/** Turns a reading into records. */
function finishReading(reading: Reading, knowledge: ArticleKnowledge): ReadResult {
  if ("problem" in reading) return { problem: makeProblem(reading.problem) };
  const { draft } = reading;
  if (draft.text.length > LIMITS.article) {
    const size = formatBytes(draft.text.length);
    const { origin } = draft;
    return {
      problem: makeProblem({
        code: "input-too-large",
        message: `${origin}: a text of ${size} characters; one article may have ${formatBytes(LIMITS.article)}`,
        origin,
        hint: "Split it into its articles.",
      }),
    };
  }
  const { article, problems } = makeArticle(draft, knowledge);
  const met = reading.problems.map((problem) => makeProblem({ ...problem, article: article.id }));
  return { article, problems: [...met, ...problems] };
}

async function* readFile(
  file: InputFile,
  options: ReadOptions,
  done: { bytes: number },
  knowledge: ArticleKnowledge,
): AsyncGenerator<Reading> {
  const { origin } = file;
  const fault: GunzipFault = { unpacked: 0 };
  try {
    const source =
      file.path === null
        ? (options.stdin ?? process.stdin)
        : createReadStream(file.path, { highWaterMark: 256 * 1024 });
    let input = await peekBytes(countBytes(source, done), LIMITS.peek);
    const packed = isGzip(input.head);
    // Members of a multi-layer file ("x.gz.gz") are not unpacked twice.
    if (packed) input = await peekBytes(gunzip(input.stream, fault), LIMITS.peek);
    if (input.head.length === 0 && !fault.message) {
      yield { problem: describeEmpty(origin, packed) };
      return;
    }
    if (input.head.length > 0) yield* readInput(input, origin.replace(/\.gz$/iu, ""), origin, knowledge);
    if (fault.message) yield { problem: describeGzip(origin, fault) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    yield {
      problem: {
        code: "unreadable-file",
        message: `${origin}: ${code ? explainErrno(code) : message}`,
        origin,
        hint: "Check that the file is there and that you may read it; the other inputs were read.",
      },
    };
  }
}

async function* readInput(
  input: { head: Buffer; stream: ByteStream },
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

/** Formats that hold one article a file. */
async function* readWhole(
  stream: ByteStream,
  format: Exclude<InputFormat, "jsonl" | "json" | "csv" | "tsv">,
  origin: string,
  knowledge: ArticleKnowledge,
): AsyncGenerator<Reading> {
  // UTF-16 and UTF-32 take two and four bytes a character.
  const limit = format === "text" ? 4 * LIMITS.article : LIMITS.page;
  const { bytes, complete } = await gatherBytes(stream, limit);
  if (!complete || (format === "text" && bytes.length > LIMITS.article && findOddLine(bytes))) {
    yield { problem: describeTooLarge(bytes, complete, limit, origin) };
    return;
  }
  const decoded = decodeBytes(bytes, format === "html" ? findDeclaredEncoding(bytes) : null);
  const problems = describeDecoding(decoded, origin);
  if (decoded.text.trim() === "") {
    yield {
      problem: {
        code: "empty-input",
        message: `${origin}: nothing but white space`,
        origin,
        hint: "Nothing to do if that is meant.",
      },
    };
    return;
  }
  if (format === "text") {
    yield { draft: { origin, text: decoded.text }, problems };
    return;
  }
  const page = format === "html" ? readHtml(decoded.text, knowledge) : null;
  const draft = page
    ? { origin, text: page.text, metadata: page.metadata }
    : format === "markdown"
      ? readMarkdown(decoded.text, origin)
      : null;
  if (draft === null || draft.text.trim() === "") {
    for (const problem of problems) yield { problem };
    const hint =
      "Pages whose text is loaded by a script must be saved from a browser; a list of links is no article.";
    yield {
      problem: {
        code: "no-article-text",
        message: `${origin}: no article text found in this ${format === "html" ? "page" : "file"}`,
        origin,
        hint,
      },
    };
    return;
  }
  if (page?.isShallow) {
    const message = `${origin}: a page of ${formatBytes(bytes.length)}; its text was found without its layout and may hold captions and boxes`;
    problems.push({
      code: "input-too-large",
      message,
      origin,
      hint: "Check the text, or cut the page down to its article.",
    });
  }
  yield { draft, problems };
}

async function* countBytes(
  source: AsyncIterable<Uint8Array>,
  done: { bytes: number },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    done.bytes += chunk.length;
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

/** The first line of at least a megabyte, where there is one. */
function findOddLine(bytes: Buffer): { line: number; length: number } | null {
  let from = 0;
  for (let line = 1; from < bytes.length; line++) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? bytes.length : end;
    if (to - from > LIMITS.oddLine) return { line, length: to - from };
    from = to + 1;
  }
  return null;
}

function describeTooLarge(bytes: Buffer, complete: boolean, limit: number, origin: string): ProblemDraft {
  const odd = findOddLine(bytes);
  if (odd) {
    const atLeast = !complete && odd.line === 1 ? "more than " : "";
    return {
      code: "line-too-long",
      message: `${origin}:${odd.line}: a line of ${atLeast}${formatBytes(odd.length)} in a file too large for one article`,
      origin,
      line: odd.line,
      hint: "Split the file into its articles, one a file, or one a line as JSON Lines.",
    };
  }
  return {
    code: "input-too-large",
    message: `${origin}: more than ${formatBytes(limit)}, too much for one article`,
    origin,
    hint: "Split it into its articles, one a file, or one a line as JSON Lines, which has no limit.",
  };
}
