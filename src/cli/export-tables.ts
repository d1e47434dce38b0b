/** The record as tables: one CSV or Parquet file for each kind, or one kind alone. */
import { createReadStream, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { RECORD_KINDS, type RecordKind } from "../core/records.js";
import { UserError } from "../core/user-error.js";
import type { Store } from "../store/store.js";
import type { ExportOptions } from "./export-format.js";

export type TableFormat = "csv" | "parquet";

/** @throws UserError `export-folder-missing` or `export-failed` */
export async function exportTables(store: Store, options: ExportOptions, format: TableFormat): Promise<void> {
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
async function writeTable(store: Store, kind: RecordKind, file: string, format: TableFormat): Promise<void> {
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
