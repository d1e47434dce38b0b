/** The filter of the pages over stories, timeline and map: its fields, what there is to choose from, its form. */
import { EVENT_STATUSES } from "../core/records.js";
import { listOutlets, type OutletCount } from "../store/page-queries.js";
import { listIssueChoices } from "../store/position-queries.js";
import type { Store } from "../store/store.js";
import { listStoryChoices } from "../store/story-queries.js";
import { RECENCIES } from "./filter.js";
import {
  type AddressValues,
  type Choice,
  DATE_FIELDS,
  drawFilterForm,
  INDEPENDENT_FIELD,
  makeChoices,
  makeIssueField,
  makeOutletField,
} from "./filter-form.js";
import type { Markup } from "./markup.js";
import { wordType } from "./story-item.js";

export const STORY_FIELDS = [
  "actor",
  "issue",
  "place",
  "type",
  "status",
  "recency",
  "outlet",
  "from",
  "to",
  "independent",
] as const;

/** What there is to choose from, filtered or not. */
export interface StoryChoices {
  readonly actors: readonly Choice[];
  readonly issues: readonly Choice[];
  readonly types: readonly string[];
  readonly outlets: readonly OutletCount[];
}

/** Actors and issues to choose from. */
const CHOICES = 300;

export async function loadStoryChoices(store: Store): Promise<StoryChoices> {
  const { actors, types } = await listStoryChoices(store, CHOICES);
  return {
    actors: makeChoices(actors),
    issues: makeChoices(await listIssueChoices(store, CHOICES)),
    types,
    outlets: await listOutlets(store),
  };
}

/** The form; `values` are those of the present address. */
export function drawStoryForm(
  path: string,
  label: string,
  { actors, issues, types, outlets }: StoryChoices,
  values: AddressValues,
): Markup {
  const plain = (names: readonly string[]) => names.map((value) => ({ value, label: value }));
  return drawFilterForm(
    path,
    label,
    [
      { kind: "choice", name: "actor", label: "Who", choices: actors },
      makeIssueField(issues),
      {
        kind: "choice",
        name: "type",
        label: "Type",
        choices: types.map((type) => ({ value: type, label: wordType(type) })),
      },
      { kind: "words", name: "place", label: "Where", hint: "a place" },
      { kind: "choice", name: "status", label: "Status", choices: plain(EVENT_STATUSES) },
      { kind: "choice", name: "recency", label: "Recency", choices: plain(RECENCIES) },
      makeOutletField(outlets),
      ...DATE_FIELDS,
      INDEPENDENT_FIELD,
    ],
    values,
  );
}
