/**
 * A view as a file: in, a format and a filter in the address; out, the same bytes that `rapporteur export` writes. Text
 * is sent while the store is read, and takes turns with the pages after each piece; a table is made whole first.
 */
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { RECORD_KINDS, type RecordKind } from "../core/records.js";
import {
  type ExportFormat,
  type ExportRequest,
  type FilterField,
  FORMAT_TRAITS,
  listFilterFields,
  type TableFormat,
} from "../export/formats.js";
import { type TextFormat, writeText } from "../export/write.js";
import { findSearched } from "../store/found-articles.js";
import { selectRecords } from "../store/record-selection.js";
import type { Store } from "../store/store.js";
import { LossTally } from "../views/format-loss.js";
import { readFilter, readOneOf } from "./filter.js";
import { badFilter } from "./list-address.js";

/** Fields that an address may filter an export by. */
export const EXPORT_FIELDS: readonly FilterField[] = [
  "actor",
  "issue",
  "place",
  "outlet",
  "from",
  "to",
  "type",
  "status",
  "recency",
  "independent",
  "article",
  "record",
  "text",
  "q",
];

/** Work that waits for its turn at the store. */
type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** @throws PageError `bad-filter`. */
export function readKind(query: URLSearchParams): RecordKind | undefined {
  return readOneOf(query, "kind", RECORD_KINDS) as RecordKind | undefined;
}

/**
 * What the address asks for.
 * @throws PageError `bad-filter` for a kind or a field that the format does not have.
 */
export function readExport(format: ExportFormat, query: URLSearchParams): ExportRequest {
  const kind = readKind(query);
  const { name, kinds } = FORMAT_TRAITS[format];
  if (kind !== undefined && !kinds.includes(kind)) {
    const fitting = kinds.length === 0 ? "no kind: the format has its own" : `one of ${kinds.join(", ")}`;
    throw badFilter("kind", kind, `${fitting} (${name})`);
  }
  if (kind === undefined && isTable(format)) throw badFilter("kind", "nothing", `one of ${kinds.join(", ")}`);
  const filter = readFilter(query, EXPORT_FIELDS);
  const fields = listFilterFields(format, kind);
  const unfit = (Object.keys(filter) as FilterField[]).find((field) => !fields.includes(field));
  if (unfit !== undefined) {
    throw badFilter(
      unfit,
      String(filter[unfit]),
      `only ${fields.join(", ")}: ${name} cannot be limited by more`,
    );
  }
  return { format, ...(kind === undefined ? {} : { kind }), filter };
}

/** The file as the body of an answer, with the headers that name it. */
export async function sendExport(store: Store, asked: ExportRequest, inTurn: InTurn): Promise<Response> {
  const request = { ...asked, filter: await inTurn(() => findSearched(store, asked.filter)) };
  const { format, kind = "record" } = request;
  const { ending, type } = FORMAT_TRAITS[format];
  const body = isTable(format)
    ? await sendTable(store, { ...request, format }, inTurn)
    : await sendText(store, { ...request, format: format as TextFormat }, inTurn);
  return new Response(body, {
    headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${kind}.${ending}"` },
  });
}

function isTable(format: ExportFormat): format is TableFormat {
  return format === "csv" || format === "parquet";
}

/** The first piece is written before the answer begins, so that what cannot be written at all is an error page. */
async function sendText(
  store: Store,
  request: ExportRequest & { readonly format: TextFormat },
  inTurn: InTurn,
): Promise<ReadableStream<Uint8Array>> {
  const pieces = writeText(store, request, new LossTally());
  const encoder = new TextEncoder();
  let next: Promise<IteratorResult<string>> | undefined = inTurn(() => pieces.next());
  await next;
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await (next ?? inTurn(() => pieces.next()));
      next = undefined;
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await inTurn(() => pieces.return(undefined));
    },
  });
}

/** DuckDB writes tables to files only: one is made, sent, and removed. */
async function sendTable(
  store: Store,
  { format, kind, filter }: ExportRequest & { readonly format: TableFormat },
  inTurn: InTurn,
): Promise<ReadableStream<Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), "rapporteur-"));
  const file = join(folder, `table.${format}`);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const table = kind as RecordKind;
    await inTurn(() => store.copyTo(table, file, format, selectRecords(table, filter)));
  } catch (error) {
    remove();
    throw error;
  }
  const stream = createReadStream(file).on("close", remove);
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}
