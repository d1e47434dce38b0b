import { type Command, Option } from "commander";
import { RECORD_KINDS } from "../../core/records.js";
import { EXPORT_FORMATS } from "../../export/formats.js";
import { writeText } from "../../export/write.js";
import { findSearched } from "../../store/found-articles.js";
import { Store } from "../../store/store.js";
import { LossTally } from "../../views/format-loss.js";
import { type ExportOptions, readExportOptions } from "../export-options.js";
import { writeTexts } from "../export-output.js";
import { exportTables } from "../export-tables.js";
import { addFilterOptions } from "../filter-options.js";
import { paintError } from "../paint.js";
import { DEFAULT_STORE } from "../store-option.js";

export function addExportCommand(program: Command): void {
  const command = program
    .command("export")
    .description("write the record: JSON Lines, tables, formats of event data, annotations, or a dossier")
    .option("--store <file>", "the store to read", DEFAULT_STORE)
    .addOption(new Option("--format <format>", "output format").choices([...EXPORT_FORMATS]).default("jsonl"))
    .addOption(new Option("--kind <kind>", "only this kind of record").choices(RECORD_KINDS))
    .option("--out <path>", "file, or folder for csv and parquet without --kind (default: standard output)");
  addFilterOptions(command, "only what this actor has part in: its id or name")
    .option("--issue <name>", "only positions on this issue and what their articles tell: its id or label")
    .option("--record <id>", "only this record; of events, the story that has it")
    .option("--search <words>", "only articles that have all these words, and what stands in them")
    .action(async (options: ExportOptions) => {
      const asked = readExportOptions(options);
      const { format } = asked;
      const store = await Store.openReadOnly(options.store);
      try {
        const request = { ...asked, filter: await findSearched(store, asked.filter) };
        if (format === "csv" || format === "parquet")
          return await exportTables(store, { ...request, format }, options.out);
        const losses = new LossTally();
        await writeTexts(writeText(store, { ...request, format }, losses), options.out);
        const line = losses.toLine();
        if (line !== undefined) process.stderr.write(`${paintError.dim(line)}\n`);
      } finally {
        store.close();
      }
    });
}
