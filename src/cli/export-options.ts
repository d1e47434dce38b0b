/** The options of `export`: in, what was typed; out, what to write, or what a wrong combination is told. */
import type { RecordKind } from "../core/records.js";
import { UserError } from "../core/user-error.js";
import {
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportRequest,
  type FilterField,
  FORMAT_TRAITS,
  listFilterFields,
} from "../export/formats.js";
import { type FilterOptions, toFilter } from "./filter-options.js";

export interface ExportOptions extends FilterOptions {
  readonly store: string;
  readonly format: ExportFormat;
  readonly out?: string;
  readonly kind?: RecordKind;
}

const FILTERS = ["actor", "issue", "outlet", "date", "independent", "record", "search"] as const;
type FilterOption = (typeof FILTERS)[number];

/** Fields of the filter that have another name than their option. */
const FIELDS: { readonly [option in FilterOption]?: FilterField } = { date: "from", search: "q" };

/**
 * What the options ask for.
 * @throws UserError `export-kind-unfit` or `export-filter-unfit` for options that the format cannot follow,
 * `empty-filter`, `invalid-date-range`.
 */
export function readExportOptions(options: ExportOptions): ExportRequest {
  const { format, kind } = options;
  const { writes, kinds } = FORMAT_TRAITS[format];
  if (kind !== undefined && !kinds.includes(kind)) {
    throw new UserError(
      "export-kind-unfit",
      `--format ${format} writes ${writes} and cannot write --kind ${kind}`,
      kinds.length === 0
        ? `Leave out --kind, or write --kind ${kind} with ${listFormats((other) => FORMAT_TRAITS[other].kinds.includes(kind))}.`
        : `Kinds for this format: ${kinds.join(", ")}.`,
    );
  }
  const unfit = FILTERS.find((name) => options[name] !== undefined && !takes(format, kind, name));
  if (unfit !== undefined) {
    const of = kind === undefined ? "" : ` of --kind ${kind}`;
    throw new UserError(
      "export-filter-unfit",
      `--format ${format} writes ${writes}${of} and cannot be limited by --${unfit}`,
      `--${unfit} goes with ${listFormats((other) => takes(other, undefined, unfit))}; for tables, see rapporteur sql.`,
    );
  }
  for (const name of FILTERS) {
    if (typeof options[name] === "string" && options[name].trim() === "")
      throw new UserError(
        "empty-filter",
        `--${name}: found nothing to limit by`,
        `Leave out --${name}, or name one.`,
      );
  }
  return { format, ...(kind === undefined ? {} : { kind }), filter: toFilter(options) };
}

function takes(format: ExportFormat, kind: RecordKind | undefined, option: FilterOption): boolean {
  return listFilterFields(format, kind).includes(FIELDS[option] ?? (option as FilterField));
}

function listFormats(fits: (format: ExportFormat) => boolean): string {
  return EXPORT_FORMATS.filter(fits).join(", ");
}
