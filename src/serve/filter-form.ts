/**
 * The form that every list is filtered with: in, the fields of a page, each with its choices; out, one form whose
 * answer is an address. It works without a script.
 */
import type { OutletCount } from "../store/page-queries.js";
import { type Fill, html, joinMarkup, type Markup } from "./markup.js";
import { groupDigits, shorten } from "./wording.js";

/** Something to choose: `value` goes into the address, `label` is shown. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** How many there are of it. */
  readonly count?: number;
}

/** The parameters of an address. */
export interface AddressValues {
  readonly [name: string]: string | number | undefined;
}

/** One field of the form. */
export type FormField =
  | {
      readonly kind: "choice";
      readonly name: string;
      readonly label: string;
      readonly choices: readonly Choice[];
    }
  | { readonly kind: "date"; readonly name: string; readonly label: string }
  | { readonly kind: "count"; readonly name: string; readonly label: string }
  | { readonly kind: "words"; readonly name: string; readonly label: string; readonly hint: string };

/** The fields for a range of dates. */
export const DATE_FIELDS: readonly FormField[] = [
  { kind: "date", name: "from", label: "From" },
  { kind: "date", name: "to", label: "To" },
];

/** The field for the least number of independent reports. */
export const INDEPENDENT_FIELD: FormField = {
  kind: "count",
  name: "independent",
  label: "Independent",
};

/** The field for issues, those with the most positions first. */
export function makeIssueField(issues: readonly Choice[]): FormField {
  return { kind: "choice", name: "issue", label: "On what", choices: issues };
}

/** Things of the store as choices. */
export function makeChoices(list: readonly { readonly key: string; readonly name: string }[]): Choice[] {
  return list.map(({ key, name }) => ({ value: key, label: name }));
}

/** The field for outlets, those with the most articles first. */
export function makeOutletField(outlets: readonly OutletCount[]): FormField {
  return {
    kind: "choice",
    name: "outlet",
    label: "Outlet",
    choices: outlets.map(({ outlet, articles }) => ({ value: outlet, label: outlet, count: articles })),
  };
}

/** How much a filter has found, with the way back to all; `more` is a sentence on what it leaves out. */
export function drawFound(words: string, filter: object, path: string, more?: Fill): Markup {
  return html`<p class="found" role="status">${words}${
    Object.keys(filter).length > 0 && html` with this filter. <a href="${path}">Show all</a>`
  }${more && html`. ${more}`}</p>`;
}

/** The form; `values` are those of the present address: what has no field stays in the address as it is. */
export function drawFilterForm(
  path: string,
  label: string,
  fields: readonly FormField[],
  values: AddressValues,
  button = "Filter",
): Markup {
  const named = new Set(fields.map(({ name }) => name));
  const kept = Object.entries(values).filter(([name, value]) => value !== undefined && !named.has(name));
  return html`<form class="filter" action="${path}" role="search" aria-label="${label}">
${joinMarkup(kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">\n`))}${joinMarkup(
  fields.map((field) => drawField(field, values[field.name])),
)}<button>${button}</button>
</form>`;
}

function drawField(field: FormField, value: string | number | undefined): Markup {
  const { name, label } = field;
  if (field.kind === "choice") {
    return html`<label>${label} <select name="${name}">
<option value="">any</option>
${drawOptions(field.choices, value === undefined ? undefined : String(value))}</select></label>
`;
  }
  if (field.kind === "words") {
    return html`<label class="wide">${label} <input type="search" name="${name}" value="${value}" placeholder="${field.hint}" dir="auto"></label>
`;
  }
  if (field.kind === "count") {
    return html`<label>${label} <input name="${name}" value="${value}" placeholder="at least" size="8" inputmode="numeric" autocomplete="off"></label>
`;
  }
  return html`<label class="date">${label} <input name="${name}" value="${value}" placeholder="YYYY-MM-DD" size="12" inputmode="numeric" autocomplete="off"></label>
`;
}

/** The choices, with the present value first where it is none of them. */
function drawOptions(choices: readonly Choice[], value: string | undefined): Markup {
  const isListed = value === undefined || choices.some((choice) => choice.value === value);
  const listed = isListed ? choices : [{ value, label: value }, ...choices];
  return joinMarkup(
    listed.map(
      (choice) =>
        html`<option value="${choice.value}"${choice.value === value && html` selected`}>${shorten(choice.label, 60)}${
          choice.count !== undefined && ` (${groupDigits(choice.count)})`
        }</option>\n`,
    ),
  );
}
