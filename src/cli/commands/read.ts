import type { Command } from "commander";
import { loadResources } from "../../resources.js";
import { Store } from "../../store/store.js";
import { readIntoStore } from "../read-into-store.js";
import { DEFAULT_STORE } from "../store-option.js";

interface ReadCommandOptions {
  readonly store: string;
  readonly actors?: string;
  readonly issues?: string;
  readonly codebook?: string;
  readonly conllu?: boolean;
  readonly strict?: boolean;
  readonly quiet?: boolean;
}

export function addReadCommand(program: Command): void {
  program
    .command("read")
    .argument(
      "<path...>",
      "files and folders: text, Markdown, HTML, JSON Lines, CSV, each also gzipped; - is standard input",
    )
    .description("read articles into the store; what has not changed since the last time is left alone")
    .option("--store <file>", "the store to write", DEFAULT_STORE)
    .option("--actors <file>", "a table of actors of your own (columns of data/actors/bodies.tsv)")
    .option("--issues <file>", "issues that you name, with their wordings (columns id, label, wordings)")
    .option("--codebook <folder>", "a codebook of your own; tables that it lacks are the package's")
    .option("--conllu", "the paths are CoNLL-U files: take their words and trees instead of parsing")
    .option("--strict", "exit with 1 if any problem was met")
    .option("--quiet", "print only problems")
    .action(async (paths: string[], options: ReadCommandOptions) => {
      const { actors, issues, codebook } = options;
      const resources = await loadResources({
        ...(actors === undefined ? {} : { actors }),
        ...(issues === undefined ? {} : { issues }),
        ...(codebook === undefined ? {} : { codebook }),
      });
      const store = await Store.open(options.store);
      try {
        const summary = await readIntoStore(paths, store, resources, options);
        if (options.strict && summary.problems > 0) process.exitCode = 1;
      } finally {
        store.close();
      }
    });
}
