import { type Command, Option } from "commander";
import type { StatementMode, StatementRecord } from "../../core/records.js";
import type { Headed } from "../../store/record-head.js";
import { listStatements } from "../../store/statement-queries.js";
import { Store } from "../../store/store.js";
import { addFilterOptions, type FilterOptions, parseCount, toFilter } from "../filter-options.js";
import { paint } from "../paint.js";
import { DEFAULT_STORE } from "../store-option.js";
import { count, sanitise } from "../terminal.js";

interface QuotesOptions extends FilterOptions {
  readonly store: string;
  readonly mode?: StatementMode;
  readonly most: number;
  readonly json?: boolean;
}

export function addQuotesCommand(program: Command): void {
  const command = program
    .command("quotes")
    .description("print who said what, with the chain of those who pass it on, the latest first")
    .option("--store <file>", "the store to read", DEFAULT_STORE);
  addFilterOptions(command, "only statements of this source: its id or name")
    .addOption(
      new Option("--mode <mode>", "only what is quoted like this").choices(["direct", "indirect", "mixed"]),
    )
    .option("--most <number>", "print at most so many", parseCount, 50)
    .option("--json", "one record a line, as export writes it")
    .action(async ({ store: file, mode, most, json, ...options }: QuotesOptions) => {
      const store = await Store.openReadOnly(file);
      try {
        const filter = { ...toFilter(options), ...(mode === undefined ? {} : { type: mode }) };
        const { total, statements } = await listStatements(store, filter, { page: 1, size: most });
        for (const statement of statements) {
          const line = json ? JSON.stringify(statement.record) : sanitise(describe(statement));
          process.stdout.write(`${line}\n`);
        }
        if (!json) process.stdout.write(`${summarise(statements.length, total)}\n`);
      } finally {
        store.close();
      }
    });
}

function describe({ record, article }: Headed<StatementRecord>): string {
  const { id, source, cue, content, attribution, channel, date } = record;
  const chain = [...attribution.map(({ name }) => name), source?.name ?? "unnamed source"];
  const how = [cue ?? "quoted", ...(channel === null ? [] : [channel])].join(", ");
  const when = date?.edtf ?? article.published?.edtf ?? "undated";
  return [
    `${paint.bold(chain.join(" > "))} (${how})`,
    `    ${content.replace(/\s+/g, " ")}`,
    paint.dim(`    ${when}  ${article.outlet ?? "unknown outlet"}  ${article.origin}  ${id}`),
  ].join("\n");
}

function summarise(printed: number, total: number): string {
  const all = count(total, "statement");
  return printed < total ? `${all}, ${printed} printed (--most prints more)` : all;
}
