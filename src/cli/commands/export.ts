import { createReadStream, createWriteStream, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { type Command, Option } from "commander";
import { type AnyRecord, RECORD_KINDS, type RecordKind } from "../../core/records.js";
import { UserError } from "../../core/user-error.js";
import { Store } from "../../store/store.js";
import { DEFAULT_STORE } from "../store-option.js";

interface ExportOptions {
  readonly store: string;
  readonly format: "jsonl" | "csv" | "parquet";
  readonly out?: string;
  readonly kind?: RecordKind;
}

export function addExportCommand(program: Command): void {
  program
    .command("export")
    .description("write the record: JSON Lines, or one CSV or Parquet file for each kind")
    .option("--store <file>", "the store to read", DEFAULT_STORE)
    .addOption(
      new Option("--format <format>", "output format").choices(["jsonl", "csv", "parquet"]).default("jsonl"),
    )
    .addOption(new Option("--kind <kind>", "only this kind of record").choices(RECORD_KINDS))
    .option(
      "--out <path>",
      "file for jsonl or a single kind, folder for csv and parquet (default: standard output)",
    )
    .action(async (options: ExportOptions) => {
      const store = await Store.openReadOnly(options.store);
      try {
        if (options.format === "jsonl") await exportJsonLines(store, options);
        else await exportTables(store, options, options.format);
      } finally {
        store.close();
      }
    });
}

/** Records are written in pieces of about this many characters. */
const PIECE = 65_536;

async function exportJsonLines(store: Store, options: ExportOptions): Promise<void> {
  const lines = writeLines(store.streamRecords(options.kind ? [options.kind] : RECORD_KINDS));
  if (options.out === undefined) await pipeline(lines, process.stdout, { end: false });
  else await pipeline(lines, createWriteStream(options.out));
}

async function* writeLines(records: AsyncIterable<AnyRecord>): AsyncGenerator<string> {
  let piece = "";
  for await (const record of records) {
    piece += `${JSON.stringify(record)}\n`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

async function exportTables(store: Store, options: ExportOptions, format: "csv" | "parquet"): Promise<void> {
  if (options.kind !== undefined) {
    if (options.out !== undefined) return writeTable(store, options.kind, options.out, format);
    const folder = mkdtempSync(join(tmpdir(), "rapporteur-"));
    try {
      const file = join(folder, `${options.kind}.${format}`);
      await writeTable(store, options.kind, file, format);
      await pipeline(createReadStream(file), process.stdout, { end: false });
    } finally {
      rmSync(folder, { recursive: true });
    }
    return;
  }
  if (options.out === undefined) {
    throw new UserError(
      "export-folder-missing",
      `${format} writes one file for each kind of record and needs a folder`,
      "Add --out FOLDER, or --kind KIND for one kind on standard output.",
    );
  }
  mkdirSync(options.out, { recursive: true });
  for (const kind of RECORD_KINDS)
    await writeTable(store, kind, join(options.out, `${kind}.${format}`), format);
}

/** @throws UserError `export-failed` where the file cannot be written. */
async function writeTable(
  store: Store,
  kind: RecordKind,
  file: string,
  format: "csv" | "parquet",
): Promise<void> {
  try {
    await store.copyTo(kind, file, format);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new UserError(
      "export-failed",
      `${file}: cannot be written: ${reason}`,
      "Name another place with --out.",
    );
  }
}
