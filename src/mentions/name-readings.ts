/**
 * What a name can stand for: every reading of the lexicon, and the terms of office of the persons and bodies among them.
 *
 * In: a name as a user types it. Out: readings of the whole name, in the lexicon's order; then those of its last word
 * where that is the name of office-holders ("Mandela").
 */

import { getForm } from "../language/doc.js";
import { segmentText } from "../language/segment.js";
import type { NameEntry } from "./name-entry.js";
import type { NameLexicon } from "./name-lexicon.js";

/** One term of one person in one office. */
export interface OfficeTerm {
  readonly person: string;
  readonly name: string;
  /** Class of the title. */
  readonly title: string;
  /** The body or state. */
  readonly of: string;
  readonly from: string | null;
  readonly to: string | null;
}

export interface NameReadings {
  readonly readings: readonly NameEntry[];
  /** In the order of time. */
  readonly terms: readonly OfficeTerm[];
}

/** The readings of `name`; of an id (`state:FRA`), those who held its offices. */
export function findReadings(lexicon: NameLexicon, name: string): NameReadings {
  const doc = segmentText(name);
  const forms = Array.from({ length: doc.length }, (_, i) => getForm(doc, i));
  const match = forms.length === 0 ? undefined : lexicon.match(forms, 0, forms.length);
  const whole = match !== undefined && match.words === forms.length ? match.entries : [];
  const surname = whole.length === 0 && forms.length === 1 ? lexicon.holdersNamed(forms[0]) : [];
  const readings = dropRepeats([...whole, ...surname]);
  const ids = new Set([...readings.map(({ id }) => id), name]);
  const terms = lexicon.terms
    .filter((term) => ids.has(term.id) || (term.of !== undefined && ids.has(term.of.id)))
    .map(toTerm)
    .sort((a, b) => (a.from ?? "").localeCompare(b.from ?? "") || a.name.localeCompare(b.name));
  return { readings, terms };
}

/** The terms of one person are one reading. */
function dropRepeats(entries: readonly NameEntry[]): NameEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ class: kind, id }) => {
    const key = `${kind} ${id}`;
    return seen.has(key) ? false : seen.add(key) && true;
  });
}

function toTerm(entry: NameEntry): OfficeTerm {
  return {
    person: entry.id,
    name: entry.name,
    title: entry.title ?? "",
    of: entry.of?.name ?? "",
    from: entry.from ?? null,
    to: entry.to ?? null,
  };
}
