/** The formats of an export: what each is called, what it takes, how its file ends, and what it leaves out. */
import { RECORD_KINDS, type RecordKind } from "../core/records.js";
import type { RecordFilter } from "../store/record-filter.js";
import { SELECTABLE } from "../store/record-selection.js";

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

/** Formats that are tables: a file for each kind. */
export const TABLE_FORMATS = ["csv", "parquet"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

export type FilterField = keyof RecordFilter;

/** What to write; without a kind, all that the format has. */
export interface ExportRequest {
  readonly format: ExportFormat;
  readonly kind?: RecordKind;
  readonly filter: RecordFilter;
}

export interface FormatTraits {
  /** What people call it. */
  readonly name: string;
  /** What it writes, behind "writes". */
  readonly writes: string;
  /** Kinds that may be asked for alone; none where the format has its own. */
  readonly kinds: readonly RecordKind[];
  /** Kinds in whose view the format is of use. */
  readonly views: readonly RecordKind[];
  readonly leavesOut: string;
  /** End of the file's name. */
  readonly ending: string;
  /** Media type. */
  readonly type: string;
}

/** Kinds that words of an article show. */
export const SHOWN_KINDS: readonly RecordKind[] = RECORD_KINDS.filter(
  (kind) => kind !== "story" && kind !== "problem",
);

const NOTHING_LEFT = "Leaves nothing out.";
const EVENTS = { writes: "events", kinds: [], views: ["story", "event"] } as const;
const TEXT = "charset=utf-8";
const DOSSIER = {
  writes: "a report for people",
  kinds: [],
  views: ["position", "story", "account", "quantity"],
  leavesOut:
    "Leaves out passages, datings, offices, confidence, and reports of a claim beyond the twenty in its notes.",
} as const;

export const FORMAT_TRAITS: Readonly<Record<ExportFormat, FormatTraits>> = {
  jsonl: {
    name: "JSON Lines",
    writes: "the record",
    kinds: RECORD_KINDS,
    views: RECORD_KINDS,
    leavesOut: NOTHING_LEFT,
    ending: "jsonl",
    type: `application/x-ndjson; ${TEXT}`,
  },
  csv: {
    name: "CSV",
    writes: "the record",
    kinds: RECORD_KINDS,
    views: RECORD_KINDS,
    leavesOut: "Leaves nothing out; lists stand as JSON in their cell.",
    ending: "csv",
    type: `text/csv; ${TEXT}; header=present`,
  },
  parquet: {
    name: "Parquet",
    writes: "the record",
    kinds: RECORD_KINDS,
    views: RECORD_KINDS,
    leavesOut: NOTHING_LEFT,
    ending: "parquet",
    type: "application/vnd.apache.parquet",
  },
  "gdelt-events": {
    ...EVENTS,
    name: "GDELT Events",
    leavesOut:
      "Leaves out whose word it is, evidence, actors and recipients beside the first, and events that are denied, planned, demanded or possible, that have no date, or no CAMEO code.",
    ending: "export.CSV",
    type: `text/tab-separated-values; ${TEXT}`,
  },
  "gdelt-mentions": {
    ...EVENTS,
    name: "GDELT Mentions",
    leavesOut: "Leaves out whose word it is, and reports of events that GDELT Events leaves out.",
    ending: "mentions.CSV",
    type: `text/tab-separated-values; ${TEXT}`,
  },
  plover: {
    ...EVENTS,
    name: "PLOVER",
    leavesOut: "Leaves out events without a date, places beside the first, and confidence.",
    ending: "plover.jsonl",
    type: `application/x-ndjson; ${TEXT}`,
  },
  geojson: {
    ...EVENTS,
    name: "GeoJSON",
    leavesOut: "Leaves out events without a known place, evidence, and confidence.",
    ending: "geojson",
    type: `application/geo+json; ${TEXT}`,
  },
  annotation: {
    name: "Web Annotation",
    writes: "the evidence of records",
    kinds: SHOWN_KINDS,
    views: SHOWN_KINDS,
    leavesOut: "Leaves out records without evidence, the texts, and confidence.",
    ending: "jsonld",
    type: `application/ld+json; ${TEXT}`,
  },
  "dossier-md": {
    ...DOSSIER,
    name: "Dossier, Markdown",
    ending: "md",
    type: `text/markdown; ${TEXT}`,
  },
  "dossier-html": {
    ...DOSSIER,
    name: "Dossier, HTML",
    ending: "html",
    type: `text/html; ${TEXT}`,
  },
};

/** What a dossier is limited by: each of its sections has these, or is left out. */
const DOSSIER_FIELDS: readonly FilterField[] = ["actor", "issue", "outlet", "from", "to", "independent"];

/** What the format can be limited by, for a kind or for all that it has. */
export function listFilterFields(format: ExportFormat, kind: RecordKind | undefined): readonly FilterField[] {
  if (format === "dossier-md" || format === "dossier-html") return DOSSIER_FIELDS;
  if (FORMAT_TRAITS[format].kinds.length === 0) return SELECTABLE.story;
  if (kind !== undefined) return SELECTABLE[kind];
  // Without a kind a type would mean several things at once.
  return ["actor", "issue", "outlet", "from", "to", "independent", "article", "record", "q"];
}

/** The kinds that an export without one has: those that can be filtered so. */
export function listKinds({ format, kind, filter }: ExportRequest): readonly RecordKind[] {
  if (kind !== undefined) return [kind];
  const fields = Object.keys(filter) as FilterField[];
  return FORMAT_TRAITS[format].kinds.filter((each) =>
    fields.every((field) => SELECTABLE[each].includes(field)),
  );
}

/** The filter in words, a line each. */
export function wordFilter(filter: RecordFilter): string[] {
  const {
    actor,
    issue,
    place,
    outlet,
    from,
    to,
    type,
    status,
    recency,
    independent,
    article,
    record,
    text,
    q,
  } = filter;
  const lines: string[] = [];
  const add = (name: string, value: string | undefined) => {
    if (value !== undefined) lines.push(`${name}: ${value}`);
  };
  add("Actor", actor);
  add("Issue", issue);
  add("Place", place);
  add("Outlet", outlet);
  if (from !== undefined || to !== undefined) lines.push(`Dates: ${from ?? ""}..${to ?? ""}`);
  add("Type", type);
  add("Status", status);
  add("Recency", recency);
  add("Article", article);
  add("Record", record);
  add("Words", text);
  add("Search", q);
  if (independent !== undefined) lines.push(`At least ${independent} independent reports`);
  return lines;
}
