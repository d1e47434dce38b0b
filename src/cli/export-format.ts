/** The formats of `export`, what each takes, and what a wrong combination is told. */
import { RECORD_KINDS, type RecordKind } from "../core/records.js";
import { UserError } from "../core/user-error.js";
import type { RecordFilter } from "../store/record-filter.js";
import { type FilterOptions, toFilter } from "./filter-options.js";

export const EXPORT_FORMATS = [
  "jsonl",
  "csv",
  "parquet",
  "gdelt-events",
  "gdelt-mentions",
  "plover",
  "geojson",
  "annotation",
  "dossier-md",
  "dossier-html",
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportOptions extends FilterOptions {
  readonly store: string;
  readonly format: ExportFormat;
  readonly out?: string;
  readonly kind?: RecordKind;
}

const FILTERS = ["actor", "issue", "outlet", "date", "independent"] as const;
type FilterOption = (typeof FILTERS)[number];

interface FormatTraits {
  readonly writes: string;
  /** Kinds that `--kind` may name; none where the format has its own. */
  readonly kinds: readonly RecordKind[];
  readonly filters: readonly FilterOption[];
}

const RECORDS: FormatTraits = { writes: "the whole record", kinds: RECORD_KINDS, filters: [] };
const EVENTS: FormatTraits = {
  writes: "events",
  kinds: [],
  filters: ["actor", "outlet", "date", "independent"],
};
const DOSSIER: FormatTraits = { writes: "a report for people", kinds: [], filters: FILTERS };

/** Kinds that words of an article show. */
export const SHOWN_KINDS: readonly RecordKind[] = RECORD_KINDS.filter(
  (k) => k !== "story" && k !== "problem",
);

const TRAITS: Readonly<Record<ExportFormat, FormatTraits>> = {
  jsonl: RECORDS,
  csv: RECORDS,
  parquet: RECORDS,
  "gdelt-events": EVENTS,
  "gdelt-mentions": EVENTS,
  plover: EVENTS,
  geojson: EVENTS,
  annotation: { writes: "the evidence of records", kinds: SHOWN_KINDS, filters: [] },
  "dossier-md": DOSSIER,
  "dossier-html": DOSSIER,
};

/** @throws UserError `export-kind-unfit` or `export-filter-unfit` for options that the format cannot follow. */
export function checkExportOptions(options: ExportOptions): void {
  const { format, kind } = options;
  const { writes, kinds, filters } = TRAITS[format];
  if (kind !== undefined && !kinds.includes(kind)) {
    throw new UserError(
      "export-kind-unfit",
      `--format ${format} writes ${writes} and cannot write --kind ${kind}`,
      kinds.length === 0
        ? `Leave out --kind, or write --kind ${kind} with ${listFormats((t) => t.kinds.includes(kind))}.`
        : `Kinds for this format: ${kinds.join(", ")}.`,
    );
  }
  const unfit = FILTERS.find((name) => options[name] !== undefined && !filters.includes(name));
  if (unfit !== undefined) {
    throw new UserError(
      "export-filter-unfit",
      `--format ${format} writes ${writes} and cannot be limited by --${unfit}`,
      `--${unfit} goes with ${listFormats((t) => t.filters.includes(unfit))}; for tables, see rapporteur sql.`,
    );
  }
}

/**
 * The filter that the options ask for; undefined where they ask for none.
 * @throws UserError `empty-filter`, `invalid-date-range`
 */
export function readExportFilter(options: ExportOptions): RecordFilter | undefined {
  for (const name of FILTERS) {
    if (typeof options[name] === "string" && options[name].trim() === "")
      throw new UserError(
        "empty-filter",
        `--${name}: found nothing to limit by`,
        `Leave out --${name}, or name one.`,
      );
  }
  const filter = toFilter(options);
  return Object.keys(filter).length === 0 ? undefined : filter;
}

/** The filter in words, a line each. */
export function wordFilter(filter: RecordFilter): string[] {
  const { actor, issue, outlet, from, to, independent } = filter;
  const lines: string[] = [];
  if (actor !== undefined) lines.push(`Actor: ${actor}`);
  if (issue !== undefined) lines.push(`Issue: ${issue}`);
  if (outlet !== undefined) lines.push(`Outlet: ${outlet}`);
  if (from !== undefined || to !== undefined) lines.push(`Dates: ${from ?? ""}..${to ?? ""}`);
  if (independent !== undefined) lines.push(`At least ${independent} independent reports`);
  return lines;
}

function listFormats(fits: (traits: FormatTraits) => boolean): string {
  return EXPORT_FORMATS.filter((format) => fits(TRAITS[format])).join(", ");
}
