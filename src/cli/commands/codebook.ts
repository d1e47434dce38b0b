import type { Command } from "commander";
import { findActors } from "../../mentions/actors.js";
import { type CodebookFailure, type CodebookReport, testCodebook } from "../../records/codebook-test.js";
import { loadResources } from "../../resources.js";
import { paint } from "../paint.js";
import { sanitise } from "../terminal.js";

interface CodebookOptions {
  readonly codebook?: string;
  readonly json?: boolean;
  readonly rows?: boolean;
}

export function addCodebookCommand(program: Command): void {
  const codebook = program.command("codebook").description("check the tables that say what an event is");
  codebook
    .command("test")
    .description("code every example of the codebook; list those that come out otherwise than marked")
    .option("--codebook <folder>", "a codebook of your own; tables that it lacks are the package's")
    .option("--rows", "let the rows alone decide, without the learned part")
    .option("--json", "print as JSON")
    .action(async (options: CodebookOptions) => {
      const resources = await loadResources(
        options.codebook === undefined ? {} : { codebook: options.codebook },
      );
      const report = testCodebook(resources.codebook, {
        analyse: resources.analyse,
        findActors: (doc, article) => findActors(doc, article, resources.names),
        ...(options.rows ? {} : { models: resources.events }),
      });
      process.stdout.write(options.json ? `${JSON.stringify(summarise(report), null, 2)}\n` : print(report));
      if (report.failures.length > 0) process.exitCode = 1;
    });
}

/** The report with its rows as places in files. */
function summarise({ rows, examples, negatives, failures }: CodebookReport): object {
  return {
    rows,
    examples,
    negatives,
    failures: failures.map(({ row, sentence, kind, message }) => ({
      row: row.id,
      at: `${row.origin}:${row.line}`,
      kind,
      message,
      sentence,
    })),
  };
}

function print(report: CodebookReport): string {
  const { rows, examples, negatives, failures } = report;
  const lines = failures.map(printFailure);
  const wrong = (kind: CodebookFailure["kind"]) => failures.filter((f) => f.kind === kind).length;
  lines.push(
    `${rows} rows: ${examples - failures.length + wrong("coded")} of ${examples} examples coded as marked, ` +
      `${negatives - wrong("coded")} of ${negatives} negatives left alone`,
  );
  return `${sanitise(lines.join("\n"))}\n`;
}

function printFailure({ row, sentence, message }: CodebookFailure): string {
  return `${paint.bold(`${row.origin}:${row.line}`)}  ${row.id}  ${message}\n  ${sentence}`;
}
