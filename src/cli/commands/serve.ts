import type { Command } from "commander";
import { serve } from "../../serve/server.js";
import { Store } from "../../store/store.js";
import { parsePort } from "../port.js";
import { DEFAULT_STORE } from "../store-option.js";

export function addServeCommand(program: Command): void {
  program
    .command("serve")
    .description("serve the pages of a store on this machine")
    .option("--store <file>", "the store to read", DEFAULT_STORE)
    .option(
      "--port <number>",
      "port; auto takes the first free one from 4747, 0 any free one",
      parsePort,
      "auto",
    )
    .option("--host <address>", "address to listen on", "127.0.0.1")
    .action(async (options: { store: string; port: number | "auto"; host: string }) => {
      const store = await Store.openReadOnly(options.store);
      const { address } = await serve(store, options);
      process.stdout.write(`${address}\n`);
    });
}
