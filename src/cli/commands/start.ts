import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { loadResources } from "../../resources.js";
import { serve } from "../../serve/server.js";
import { Store } from "../../store/store.js";
import { paint } from "../paint.js";
import { parsePort } from "../port.js";
import { readIntoStore } from "../read-into-store.js";

const EXAMPLES = fileURLToPath(new URL("../../../examples/articles", import.meta.url));

export function addStartCommand(program: Command): void {
  program
    .command("start")
    .argument("[path...]", "articles to read first (default: the bundled examples)")
    .description("read articles and serve their record: the whole program in one command")
    .option("--store <file>", "the store to write", "./rapporteur-examples.duckdb")
    .option(
      "--port <number>",
      "port; auto takes the first free one from 4747, 0 any free one",
      parsePort,
      "auto",
    )
    .option("--host <address>", "address to listen on", "127.0.0.1")
    .action(async (paths: string[], options: { store: string; port: number | "auto"; host: string }) => {
      const from = paths.length > 0 ? paths : [relative(process.cwd(), EXAMPLES) || "."];
      const store = await Store.open(options.store);
      await readIntoStore(from, store, await loadResources(), { store: options.store });
      const { address } = await serve(store, options);
      process.stdout.write(`${paint.bold("The record is at")} ${address}\n${paint.dim("Ctrl-C stops.")}\n`);
    });
}
