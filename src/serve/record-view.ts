/**
 * The frame that views of records share: in, what a page lists and how it is filtered; out, its sheet with heading, what
 * the view shows, the filter, how much was found, the list, and the way to the same as files. A view that has nothing
 * to list, filtered or not, says why instead.
 */
import type { RecordFilter } from "../store/record-filter.js";
import type { ExportView } from "./export-link.js";
import { html, type Markup } from "./markup.js";
import type { Section } from "./navigation.js";
import type { Sheet } from "./page.js";

export interface RecordView {
  /** Title of the window and heading. */
  readonly title: string;
  readonly section: Section;
  /** The kind that is listed; absent where there are several. */
  readonly kind?: ExportView["kind"];
  readonly filter: RecordFilter;
  /** What is said where nothing can be listed: a heading and a sentence; undefined where something can. */
  readonly empty: readonly [heading: string, why: string] | undefined;
  readonly summary: string;
  readonly form: Markup;
  readonly found: Markup;
  readonly list: Markup;
}

export function drawRecordView(view: RecordView): Sheet {
  const { title, section, kind, filter, empty } = view;
  return {
    title,
    section,
    shape: "list",
    body: empty === undefined ? drawParts(view) : drawEmpty(empty),
    view: kind === undefined ? { filter } : { kind, filter },
  };
}

function drawParts({ title, summary, form, found, list }: RecordView): Markup {
  return html`<h1>${title}</h1>
<p class="summary">${summary}</p>
${form}
${found}
${list}`;
}

function drawEmpty([heading, why]: readonly [heading: string, why: string]): Markup {
  return html`<div class="notice"><h1>${heading}</h1>
<p>${why}</p></div>`;
}
