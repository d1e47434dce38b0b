/**
 * From paths to articles: the one entrance of the reading stage.
 *
 * In: files, folders, `-` for standard input; plain text, Markdown, HTML, JSON Lines, JSON, CSV and TSV, each
 * also gzipped. Out: articles, each with what was wrong with it, and problems that belong to no article, in the
 * order of the paths and, within a folder, of the names. One bad input never stops the run and nothing is
 * dropped in silence. Files are read one at a time; of large files only as much is held as one article needs.
 */
import type { ArticleRecord, ProblemRecord } from "../core/records.js";
import { type ArticleKnowledge, loadArticleKnowledge } from "./article-knowledge.js";
import { LIMITS } from "./limits.js";
import { makeArticle } from "./make-article.js";
import { finishProblem } from "./problem.js";
import { FAULT_HINT, readFile } from "./read-file.js";
import type { Reading } from "./reading.js";
import { walkPaths } from "./walk-paths.js";

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
    const readings =
      "problem" in found
        ? [found]
        : readFile(
            found.file,
            () => options.stdin ?? process.stdin,
            (n) => {
              done.bytes += n;
            },
            knowledge,
          );
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
  if ("problem" in reading) return { problem: finishProblem(reading.problem) };
  const { draft } = reading;
  const { origin } = draft;
  if (draft.text.length > LIMITS.article) {
    const inMillions = (n: number) => (n / 1_000_000).toFixed(1);
    const message = `${origin}: a text of ${inMillions(draft.text.length)} million characters; an article may have ${inMillions(LIMITS.article)} million`;
    return {
      problem: finishProblem({
        code: "input-too-large",
        message,
        origin,
        hint: "Split it into its articles.",
      }),
    };
  }
  try {
    const { article, problems } = makeArticle(draft, knowledge);
    const met = reading.problems.map((problem) => finishProblem({ ...problem, article: article.id }));
    return { article, problems: [...met, ...problems] };
  } catch (error) {
    const message = `${origin}: ${(error as Error).message}`;
    return { problem: finishProblem({ code: "analysis-failed", message, origin, hint: FAULT_HINT }) };
  }
}
