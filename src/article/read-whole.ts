/**
 * Files that hold one article: plain text, Markdown, HTML.
 *
 * In: a stream of bytes and its format. Out: one reading. Plain text is kept to the character; of Markdown and
 * HTML the article's text is what offsets point into.
 */
import type { ArticleKnowledge } from "./article-knowledge.js";
import { type ByteStream, gatherBytes } from "./byte-stream.js";
import type { InputFormat } from "./input-format.js";
import { formatBytes, LIMITS } from "./limits.js";
import type { ProblemDraft } from "./problem.js";
import { readHtml } from "./read-html.js";
import { readMarkdown } from "./read-markdown.js";
import type { Reading } from "./reading.js";
import { decodeBytes, describeDecoding, findDeclaredEncoding } from "./text-encoding.js";

/** Formats that hold one article a file. */
export async function* readWhole(
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
    const message = `${origin}: a page of ${formatBytes(bytes.length)}, too large or too tangled to parse; its text was found without its layout and may hold captions and boxes`;
    problems.push({
      code: "input-too-large",
      message,
      origin,
      hint: "Check the text, or cut the page down to its article.",
    });
  }
  yield { draft, problems };
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
