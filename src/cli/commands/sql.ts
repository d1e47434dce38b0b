import { type Command, Option } from "commander";
import { UserError } from "../../core/user-error.js";
import { Store } from "../../store/store.js";
import { DEFAULT_STORE } from "../store-option.js";
import { sanitise } from "../terminal.js";

type Format = "table" | "jsonl" | "csv";

/** Columns wider than this are cut in the table format. */
const WIDEST = 60;

export function addSqlCommand(program: Command): void {
  program
    .command("sql")
    .argument("<query>", "a query over the tables article, statement, role and problem (docs/store.md)")
    .description("query the store, read-only")
    .option("--store <file>", "the store to read", DEFAULT_STORE)
    .addOption(
      new Option("--format <format>", "output format").choices(["table", "jsonl", "csv"]).default("table"),
    )
    .action(async (query: string, options: { store: string; format: Format }) => {
      const store = await Store.openReadOnly(options.store, { sealed: true });
      try {
        const { columns, rows } = await store.table(query);
        if (columns.length === 0) throw new Error("the query gives no table");
        process.stdout.write(PRINTERS[options.format](columns, rows));
      } catch (error) {
        throw new UserError("sql-failed", error instanceof Error ? error.message : String(error));
      } finally {
        store.close();
      }
    });
}

const PRINTERS: Record<Format, (columns: string[], rows: unknown[][]) => string> = {
  jsonl: (columns, rows) =>
    rows.map((row) => `${JSON.stringify(Object.fromEntries(columns.map((c, i) => [c, row[i]])))}\n`).join(""),
  csv: (columns, rows) => [columns, ...rows].map((row) => `${row.map(quoteCsv).join(",")}\r\n`).join(""),
  table: (columns, rows) => {
    const cells = [columns, ...rows.map((row) => row.map(printCell))];
    const widths = columns.map((_, i) => Math.max(...cells.map((row) => row[i].length)));
    const lines = cells.map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]))
        .join("  ")
        .trimEnd(),
    );
    lines.splice(1, 0, widths.map((w) => "-".repeat(w)).join("  "));
    return `${lines.join("\n")}\n`;
  },
};

function printValue(value: unknown): string {
  return value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
}

function printCell(value: unknown): string {
  const text = sanitise(printValue(value).replace(/\s+/g, " "));
  return text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text;
}

function quoteCsv(value: unknown): string {
  const text = printValue(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
