/** The record as tables: one CSV or Parquet file for each kind, or one kind alone. */
import { createReadStream, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { RecordKind } from "../core/records.js";
import { UserError } from "../core/user-error.js";
import { type ExportRequest, listKinds, type TableFormat } from "../export/formats.js";
import { selectRecords } from "../store/record-selection.js";
import type { Store } from "../store/store.js";

type TableRequest = ExportRequest & { readonly format: TableFormat };

/** @throws UserError `export-folder-missing` or `export-failed` */
export async function exportTables(
  store: Store,
  request: TableRequest,
  out: string | undefined,
): Promise<void> {
  const { kind, format } = request;
  if (kind !== undefined) {
    if (out !== undefined) return writeTable(store, request, kind, out);
    const folder = mkdtempSync(join(tmpdir(), "rapporteur-"));
    try {
      const file = join(folder, `${kind}.${format}`);
      await writeTable(store, request, kind, file);
      await pipeline(createReadStream(file), process.stdout, { end: false });
    } finally {
      rmSync(folder, { recursive: true });
    }
    return;
  }
  if (out === undefined) {
    throw new UserError(
      "export-folder-missing",
      `${format} writes one file for each kind of record and needs a folder`,
      "Add --out FOLDER, or --kind KIND for one kind on standard output.",
    );
  }
  mkdirSync(out, { recursive: true });
  for (const each of listKinds(request))
    await writeTable(store, request, each, join(out, `${each}.${format}`));
}

/** @throws UserError `export-failed` where the file cannot be written. */
async function writeTable(
  store: Store,
  { format, filter }: TableRequest,
  kind: RecordKind,
  file: string,
): Promise<void> {
  try {
    await store.copyTo(kind, file, format, selectRecords(kind, filter));
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new UserError(
      "export-failed",
      `${file}: cannot be written: ${reason}`,
      "Name another place with --out.",
    );
  }
}
