/** A view as files: every format that can hold it, with what that format leaves out. */
import type { RecordKind } from "../../core/records.js";
import {
  EXPORT_FORMATS,
  type ExportFormat,
  type FilterField,
  FORMAT_TRAITS,
  listFilterFields,
  listKinds,
  wordFilter,
} from "../../export/formats.js";
import { type TextFormat, writeText } from "../../export/write.js";
import type { RecordFilter } from "../../store/record-filter.js";
import type { Store } from "../../store/store.js";
import { findTimeline } from "../../store/story-queries.js";
import { LossTally } from "../../views/format-loss.js";
import { EXPORT_FIELDS, readKind } from "../export-file.js";
import { exportAddress, PATH } from "../export-link.js";
import { readFilter, readOneOf } from "../filter.js";
import { html, joinMarkup, type Markup } from "../markup.js";
import type { Page } from "../page.js";
import { count, shorten } from "../wording.js";

/** A format that can hold the view. */
export interface ExportLine {
  readonly format: ExportFormat;
  readonly name: string;
  readonly leavesOut: string;
  /** Fields of the view's filter that the file is not limited by. */
  readonly ignores: readonly FilterField[];
  readonly files: readonly { readonly kind: RecordKind | null; readonly address: string }[];
}

/** The body of `/export.json`. */
export interface ExportData {
  readonly kind: RecordKind | null;
  readonly filter: RecordFilter;
  readonly formats: readonly ExportLine[];
  /** What one format could not hold of this view, counted; null where it was not asked for. */
  readonly counted: { readonly format: ExportFormat; readonly lost: string | null } | null;
  /** Stories of the view; more than {@link MOST_COUNTED} are not written only to be counted. */
  readonly stories: number;
}

/** Formats whose losses depend on the record, and are counted while it is written. */
const COUNTED: readonly ExportFormat[] = [
  "gdelt-events",
  "gdelt-mentions",
  "plover",
  "geojson",
  "dossier-md",
  "dossier-html",
];

/** So many stories are written within seconds. */
const MOST_COUNTED = 10_000;

const KIND_NAMES: Readonly<Record<RecordKind, string>> = {
  article: "articles",
  statement: "statements",
  event: "events",
  reference: "references",
  position: "positions",
  quantity: "figures",
  dating: "datings",
  role: "offices",
  passage: "passages",
  story: "stories",
  account: "accounts",
  problem: "problems",
};

export const exportPage: Page<ExportData> = {
  path: PATH,

  async load(store, { query }) {
    const kind = readKind(query);
    const filter = readFilter(query, EXPORT_FIELDS);
    const format = readOneOf(query, "count", COUNTED) as TextFormat | undefined;
    const stories = (await findTimeline(store, pick(filter, "geojson"), { page: 1, size: 1 }, 0)).total;
    return {
      kind: kind ?? null,
      filter,
      formats: EXPORT_FORMATS.filter((each) => isOfUse(each, kind, filter)).map((each) =>
        describe(each, kind, filter),
      ),
      counted:
        format === undefined || stories > MOST_COUNTED
          ? null
          : { format, lost: await countLosses(store, format, filter) },
      stories,
    };
  },

  draw(data) {
    return { title: "Download", section: "none", shape: "list", body: drawBody(data) };
  },
};

/** Of one article, of one record and of what was searched for, what would have all is of no use. */
function isOfUse(format: ExportFormat, kind: RecordKind | undefined, filter: RecordFilter): boolean {
  const fields = listFilterFields(format, kind);
  if ((["article", "record", "q"] as const).some((field) => field in filter && !fields.includes(field)))
    return false;
  return kind === undefined || FORMAT_TRAITS[format].views.includes(kind);
}

/** What of the filter the format can follow. */
function pick(filter: RecordFilter, format: ExportFormat, kind?: RecordKind): RecordFilter {
  const fields = listFilterFields(format, kind);
  return Object.fromEntries(
    Object.entries(filter).filter(([field]) => fields.includes(field as FilterField)),
  );
}

function describe(format: ExportFormat, asked: RecordKind | undefined, filter: RecordFilter): ExportLine {
  const { name, leavesOut, kinds } = FORMAT_TRAITS[format];
  const kind = asked !== undefined && kinds.includes(asked) ? asked : undefined;
  const kept = pick(filter, format, kind);
  const each = kind === undefined && (format === "csv" || format === "parquet");
  const own: readonly (RecordKind | undefined)[] = each ? listKinds({ format, filter: kept }) : [kind];
  return {
    format,
    name,
    leavesOut,
    ignores: (Object.keys(filter) as FilterField[]).filter((field) => !(field in kept)),
    files: own.map((file) => ({
      kind: file ?? null,
      address: exportAddress({ ...(file === undefined ? {} : { kind: file }), filter: kept }, format),
    })),
  };
}

/** What the format could not hold, in words; null where it held everything. */
async function countLosses(store: Store, format: TextFormat, filter: RecordFilter): Promise<string | null> {
  const losses = new LossTally();
  for await (const _ of writeText(store, { format, filter: pick(filter, format) }, losses));
  return losses.toLine() ?? null;
}

function drawBody(data: ExportData): Markup {
  const { kind, filter, formats } = data;
  const limits = wordFilter(filter).map((line) => html`<bdi>${shorten(line, 80)}</bdi>`);
  const what =
    limits.length === 0
      ? html`All ${kind === null ? "records" : KIND_NAMES[kind]}`
      : html`The ${kind === null ? "records" : KIND_NAMES[kind]} limited to ${joinMarkup(limits, "; ")}`;
  return html`<h1>Download</h1>
<p class="summary">${what}. Each format says what it cannot hold.</p>
<ul class="formats">
${joinMarkup(formats.map((line) => drawFormat(line, data)))}</ul>
<p class="found">The same files come from <code>rapporteur export --format …</code></p>`;
}

function drawFormat({ format, name, leavesOut, ignores, files }: ExportLine, data: ExportData): Markup {
  const links = files.map(
    ({ kind, address }) =>
      html`<a href="${address}" download>${files.length === 1 ? name : KIND_NAMES[kind ?? "article"]}</a>`,
  );
  const { counted, kind, filter } = data;
  const canCount = COUNTED.includes(format) && counted?.format !== format && data.stories <= MOST_COUNTED;
  return html`<li><h2>${files.length === 1 ? links : name}</h2>
${files.length > 1 && html`<p class="files">${joinMarkup(links, " · ")}</p>`}
<p>${leavesOut}${ignores.length > 0 && html` <strong>Not limited by ${ignores.join(", ")}.</strong>`}${
    canCount &&
    html` <a href="${exportAddress({ ...(kind === null ? {} : { kind }), filter }, undefined, { count: format })}" aria-label="Count what ${name} leaves out">Count what is left out</a>`
  }</p>
${counted?.format === format && html`<p class="found" role="status">Of ${count(data.stories, "story", "stories")}, ${counted.lost ?? "nothing is left out"}.</p>`}
</li>
`;
}
