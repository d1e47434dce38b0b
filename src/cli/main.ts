#!/usr/bin/env node
/** The command `rapporteur`: one command a file in `commands/`. */
import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import pc from "picocolors";
import { UserError } from "../core/user-error.js";
import { addExplainCommand } from "./commands/explain.js";
import { addExportCommand } from "./commands/export.js";
import { addParseCommand } from "./commands/parse.js";
import { addReadCommand } from "./commands/read.js";
import { addServeCommand } from "./commands/serve.js";
import { addShowCommand } from "./commands/show.js";
import { addSqlCommand } from "./commands/sql.js";
import { addStartCommand } from "./commands/start.js";

/** The whole command line; exported for the test that reads its help. */
export function makeProgram(): Command {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  const program = new Command("rapporteur")
    .description("Reads news reports and keeps the record: who said or did what to whom, on whose word.")
    .version(version)
    .showHelpAfterError("(rapporteur --help lists the commands)")
    .exitOverride();
  addReadCommand(program);
  addExportCommand(program);
  addShowCommand(program);
  addExplainCommand(program);
  addSqlCommand(program);
  addParseCommand(program);
  addServeCommand(program);
  addStartCommand(program);
  for (const command of program.commands) command.exitOverride();
  return program;
}

/** Runs one command line; returns the exit code: 0 done, 1 problems with `--strict`, 2 wrong use. */
export async function main(argv: readonly string[]): Promise<number> {
  process.exitCode = 0;
  try {
    await makeProgram().parseAsync([...argv]);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UserError) {
      process.stderr.write(`${pc.red("error")}: ${error.message}\n`);
      if (error.hint) process.stderr.write(`${pc.dim(error.hint)}\n`);
      return 2;
    }
    throw error;
  }
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
process.exitCode = await main(process.argv);
