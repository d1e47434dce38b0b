/** The rows of the table of operators that a word of the tree may be, by its lemma or its form and its part of speech. */
import { getForm, UPOS } from "../language/doc.js";
import type { Codebook, OperatorRow } from "./codebook-types.js";
import type { EventView } from "./event-view.js";

/** Rows of `data/plover/operators.tsv` for word `i`; empty for none. */
export function rowsOf({ doc }: EventView, codebook: Codebook, i: number): readonly OperatorRow[] {
  const lemma = doc.lemma[i].toLowerCase();
  const form = getForm(doc, i).toLowerCase();
  const byForm = form === lemma ? undefined : codebook.operators.get(form);
  const byLemma = codebook.operators.get(lemma);
  const rows = byLemma === undefined || byForm === undefined ? (byLemma ?? byForm) : [...byForm, ...byLemma];
  if (rows === undefined) return [];
  const tag = UPOS[doc.upos[i]];
  return rows.filter(({ pos }) => pos.includes(tag) || (tag === "PROPN" && pos.includes("NOUN")));
}
