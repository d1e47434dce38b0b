import { type Command, Option } from "commander";
import { RECORD_KINDS } from "../../core/records.js";
import { Store } from "../../store/store.js";
import { makeHtmlDossier } from "../../views/dossier-html.js";
import { MARKDOWN_DOSSIER } from "../../views/dossier-markdown.js";
import { LossTally } from "../../views/format-loss.js";
import { writeAnnotations } from "../export-annotations.js";
import { writeDossier } from "../export-dossier.js";
import { writeEvents } from "../export-events.js";
import {
  checkExportOptions,
  EXPORT_FORMATS,
  type ExportOptions,
  readExportFilter,
  SHOWN_KINDS,
} from "../export-format.js";
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
    .option("--issue <name>", "only positions on this issue: its id or label")
    .action(async (options: ExportOptions) => {
      checkExportOptions(options);
      const filter = readExportFilter(options);
      const store = await Store.openReadOnly(options.store);
      try {
        if (options.format === "csv" || options.format === "parquet")
          return await exportTables(store, options, options.format);
        const losses = new LossTally();
        await writeTexts(write(store, options, filter, losses), options.out);
        const line = losses.toLine();
        if (line !== undefined) process.stderr.write(`${paintError.dim(line)}\n`);
      } finally {
        store.close();
      }
    });
}

function write(
  store: Store,
  { format, kind }: ExportOptions,
  filter: ReturnType<typeof readExportFilter>,
  losses: LossTally,
): AsyncIterable<string> {
  switch (format) {
    case "gdelt-events":
    case "gdelt-mentions":
    case "plover":
    case "geojson":
      return writeEvents(store, format, filter, losses);
    case "annotation":
      return writeAnnotations(store, kind ? [kind] : SHOWN_KINDS, losses);
    case "dossier-md":
      return writeDossier(store, MARKDOWN_DOSSIER, filter ?? {}, losses);
    case "dossier-html":
      return writeDossier(store, makeHtmlDossier(), filter ?? {}, losses);
    default:
      return writeJsonLines(store, kind ? [kind] : RECORD_KINDS);
  }
}

async function* writeJsonLines(
  store: Store,
  kinds: Parameters<Store["streamRecords"]>[0],
): AsyncGenerator<string> {
  for await (const record of store.streamRecords(kinds)) yield `${JSON.stringify(record)}\n`;
}
