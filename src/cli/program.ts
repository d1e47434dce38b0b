/** The command line as a value: one command a file in `commands/`. Building it runs nothing. */
import { readFileSync } from "node:fs";
import { Command } from "commander";
import { addAccountsCommand } from "./commands/accounts.js";
import { addActorsCommand } from "./commands/actors.js";
import { addCodebookCommand } from "./commands/codebook.js";
import { addExplainCommand } from "./commands/explain.js";
import { addExportCommand } from "./commands/export.js";
import { addParseCommand } from "./commands/parse.js";
import { addPositionsCommand } from "./commands/positions.js";
import { addQuotesCommand } from "./commands/quotes.js";
import { addReadCommand } from "./commands/read.js";
import { addReuseCommand } from "./commands/reuse.js";
import { addServeCommand } from "./commands/serve.js";
import { addShowCommand } from "./commands/show.js";
import { addSqlCommand } from "./commands/sql.js";
import { addStartCommand } from "./commands/start.js";
import { addStoriesCommand } from "./commands/stories.js";
import { addTimelineCommand } from "./commands/timeline.js";

/** All commands with their options; they throw where commander would end the process. */
export function makeProgram(): Command {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  const program = new Command("rapporteur")
    .description("Reads news reports and keeps the record: who said or did what to whom, on whose word.")
    .version(version)
    .showHelpAfterError("(rapporteur --help lists the commands)")
    .exitOverride();
  addReadCommand(program);
  addExportCommand(program);
  addPositionsCommand(program);
  addTimelineCommand(program);
  addQuotesCommand(program);
  addReuseCommand(program);
  addStoriesCommand(program);
  addAccountsCommand(program);
  addActorsCommand(program);
  addShowCommand(program);
  addExplainCommand(program);
  addCodebookCommand(program);
  addSqlCommand(program);
  addParseCommand(program);
  addServeCommand(program);
  addStartCommand(program);
  return program;
}
