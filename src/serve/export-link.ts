/** Addresses of exports: in, what a page shows; out, where it can be had as files. */
import type { RecordKind } from "../core/records.js";
import type { RecordFilter } from "../store/record-filter.js";
import { addressWith } from "./filter.js";

/** The page that lists the files of a view; each format's file lies beneath it. */
export const PATH = "/export";

/** What a page shows, as an export takes it. */
export interface ExportView {
  /** The kind that the page lists; absent where it shows several. */
  readonly kind?: RecordKind;
  readonly filter: RecordFilter;
}

/** The address of the view as a file of this format, or of the page with all formats. */
export function exportAddress(
  { kind, filter }: ExportView,
  format?: string,
  more: { readonly [name: string]: string } = {},
): string {
  return addressWith(format === undefined ? PATH : `${PATH}/${format}`, filter, { kind, ...more });
}
