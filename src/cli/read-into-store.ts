/**
 * Reads paths into a store and tells a person what happened: progress, one line a problem, a summary.
 */
import { resolve } from "node:path";
import { readPaths } from "../article/read-paths.js";
import type { AnalysedArticle } from "../core/analysed-article.js";
import type { ProblemRecord } from "../core/records.js";
import { UserError } from "../core/user-error.js";
import { analyseArticle, analyseParsed } from "../pipeline.js";
import type { Resources } from "../resources.js";
import type { AddOutcome, Store } from "../store/store.js";
import { paintError } from "./paint.js";
import { readConlluFiles } from "./read-conllu-files.js";
import { count, formatProblem, ProgressLine, sanitise } from "./terminal.js";
import { updateAcross } from "./update-across.js";

/** Articles are written in transactions of this many, or of this many characters of text. */
const BATCH_ARTICLES = 64;
const BATCH_CHARACTERS = 4_000_000;

/** Problem lines printed in full; the rest is counted. */
const PRINTED_PROBLEMS = 200;

export interface ReadSummary {
  readonly outcomes: Record<AddOutcome, number>;
  readonly records: Record<string, number>;
  readonly problems: number;
}

export interface ReadIntoStoreOptions {
  /** File of the store itself: met in a folder that is read, it is passed over. */
  readonly store?: string;
  readonly quiet?: boolean;
  readonly conllu?: boolean;
}

export async function readIntoStore(
  paths: readonly string[],
  store: Store,
  resources: Resources,
  options: ReadIntoStoreOptions = {},
): Promise<ReadSummary> {
  const outcomes: Record<AddOutcome, number> = { added: 0, changed: 0, recoded: 0, unchanged: 0 };
  const records: Record<string, number> = {};
  const byCode = new Map<string, number>();
  const fileProblems: ProblemRecord[] = [];
  const files = new Set<string>(paths);
  const progress = new ProgressLine();
  let batch: AnalysedArticle[] = [];
  let characters = 0;
  let problems = 0;

  const report = (problem: ProblemRecord) => {
    problems++;
    byCode.set(problem.code, (byCode.get(problem.code) ?? 0) + 1);
    progress.clear();
    if (problems <= PRINTED_PROBLEMS) process.stderr.write(`${sanitise(formatProblem(problem))}\n`);
    if (problems === PRINTED_PROBLEMS)
      process.stderr.write(paintError.dim("further problems are stored and counted\n"));
  };
  const flush = async () => {
    await store.add(batch, resources.version);
    batch = [];
    characters = 0;
  };

  const inputs = options.conllu ? readConlluFiles(paths) : readPaths(paths, { stdin: process.stdin });
  for await (const result of inputs) {
    if ("problem" in result) {
      if (isStoreFile(result.problem.origin, options.store)) continue;
      fileProblems.push(result.problem);
      report(result.problem);
      continue;
    }
    const { article } = result;
    files.add(article.origin.replace(/#[^#]*$/, ""));
    const outcome = await store.outcomeOf(article, resources.version);
    outcomes[outcome]++;
    for (const problem of result.problems) report(problem);
    if (outcome !== "unchanged") {
      const analysed =
        "doc" in result
          ? analyseParsed(article, result.doc, resources, result.problems)
          : analyseArticle(article, resources, result.problems);
      for (const problem of analysed.problems.slice(result.problems.length)) report(problem);
      for (const record of analysed.records) records[record.kind] = (records[record.kind] ?? 0) + 1;
      batch.push(analysed);
      characters += article.text.length;
      if (batch.length >= BATCH_ARTICLES || characters >= BATCH_CHARACTERS) await flush();
    }
    const done = outcomes.added + outcomes.changed + outcomes.recoded + outcomes.unchanged;
    progress.update(`${count(done, "article")} read  ${article.origin}`);
  }
  await flush();
  await store.replaceFileProblems([...files], fileProblems);
  progress.update("comparing articles");
  await updateAcross(store, { windows: resources.happenings.window, questions: resources.questions });
  progress.clear();

  if (!options.quiet) process.stderr.write(`${summarise(outcomes, records, byCode)}\n`);
  const articles = Object.values(outcomes).reduce((a, b) => a + b, 0);
  if (articles === 0 && problems === 0) {
    throw new UserError(
      "nothing-to-read",
      `${paths.join(" ")}: no article found`,
      "Name files or folders that hold articles.",
    );
  }
  return { outcomes, records, problems };
}

/** The store's own file, or the log that DuckDB keeps beside it. */
function isStoreFile(origin: string | undefined, store: string | undefined): boolean {
  if (origin === undefined || store === undefined) return false;
  return [resolve(store), resolve(`${store}.wal`)].includes(resolve(origin));
}

function summarise(
  outcomes: Record<AddOutcome, number>,
  records: Record<string, number>,
  byCode: ReadonlyMap<string, number>,
): string {
  const names: Record<AddOutcome, string> = {
    added: "new",
    changed: "changed since last read",
    recoded: "read again by this version",
    unchanged: "unchanged",
  };
  const total = Object.values(outcomes).reduce((a, b) => a + b, 0);
  const parts = (Object.keys(names) as AddOutcome[])
    .filter((k) => outcomes[k] > 0)
    .map((k) => `${outcomes[k]} ${names[k]}`);
  const lines = [`${count(total, "article")}${parts.length ? `: ${parts.join(", ")}` : ""}`];
  // What a reference refers to, only the stories tell.
  for (const [kind, n] of Object.entries(records))
    if (kind !== "reference") lines.push(`  ${count(n, kind)} found`);
  for (const [code, n] of [...byCode].sort()) lines.push(`  ${count(n, "problem")} ${code}`);
  return lines.join("\n");
}
