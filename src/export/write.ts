/**
 * An export as text: in, a store and what to write of it; out, pieces in their order, written as the store is read. The
 * command and the pages write by this module, so that a view has the same file from both.
 *
 * Tables are written by the store itself: Store.copyTo with {@link selectRecords}.
 */
import type { RecordKind } from "../core/records.js";
import { selectRecords } from "../store/record-selection.js";
import type { Store } from "../store/store.js";
import { makeHtmlDossier } from "../views/dossier-html.js";
import { MARKDOWN_DOSSIER } from "../views/dossier-markdown.js";
import type { LossTally } from "../views/format-loss.js";
import { writeAnnotations } from "./annotations.js";
import { writeDossier } from "./dossier.js";
import { writeEvents } from "./events.js";
import { type ExportFormat, type ExportRequest, listKinds, type TableFormat } from "./formats.js";

/** Formats that are written as text. */
export type TextFormat = Exclude<ExportFormat, TableFormat>;

/** Text is handed on in pieces of about this many characters. */
const PIECE = 65_536;

/** The file's text; what the format could not hold goes into `losses`. */
export function writeText(
  store: Store,
  request: ExportRequest & { readonly format: TextFormat },
  losses: LossTally,
): AsyncGenerator<string> {
  return gatherPieces(writeLines(store, request, losses));
}

function writeLines(
  store: Store,
  request: ExportRequest & { readonly format: TextFormat },
  losses: LossTally,
): AsyncIterable<string> {
  const { format, filter } = request;
  switch (format) {
    case "gdelt-events":
    case "gdelt-mentions":
    case "plover":
    case "geojson":
      return writeEvents(store, format, filter, losses);
    case "annotation":
      return writeAnnotations(store, listKinds(request), filter, losses);
    case "dossier-md":
      return writeDossier(store, MARKDOWN_DOSSIER, filter, losses);
    case "dossier-html":
      return writeDossier(store, makeHtmlDossier(), filter, losses);
    case "jsonl":
      return writeJsonLines(store, request);
  }
}

async function* writeJsonLines(store: Store, request: ExportRequest): AsyncGenerator<string> {
  const select = (kind: RecordKind) => selectRecords(kind, request.filter);
  for await (const record of store.streamRecords(listKinds(request), select))
    yield `${JSON.stringify(record)}\n`;
}

async function* gatherPieces(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = "";
  for await (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}
