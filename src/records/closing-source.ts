/**
 * "The delegate said that his orders had not arrived, according to Reuters.": a source set off at the end of a sentence
 * is that of the whole sentence (on disjuncts: Quirk et al., A Comprehensive Grammar of the English Language, 1985).
 *
 * Parsers hang it on the nearest verb, as if the delegate had said who told it. In: a parsed sentence whose root is a
 * verb of saying. Out: the noun to hang on that root. Only a name is taken: "that ten had died, according to the police"
 * may well be part of what he said.
 */
import { type ParsedDoc, UPOS } from "../language/doc.js";
import { hasForm } from "../language/spelling.js";
import { isSaying } from "./cue-saying.js";
import type { CueTable } from "./cue-table.js";

const PUNCT = UPOS.indexOf("PUNCT");
const PROPN = UPOS.indexOf("PROPN");
const VERB = UPOS.indexOf("VERB");

/** Words of the source. */
const LONGEST_SOURCE = 10;

/** The source that closes the sentence of words `from` to `to` (half open), and its root. */
export function findClosingSource(
  doc: ParsedDoc,
  cues: CueTable,
  from: number,
  to: number,
): { source: number; root: number } | undefined {
  let end = to;
  while (end > from && doc.upos[end - 1] === PUNCT) end--;
  for (let i = end - 3; i > from + 2 && i >= end - LONGEST_SOURCE - 2; i--) {
    if (!hasForm(doc, i, "according") || !hasForm(doc, i + 1, "to") || !hasForm(doc, i - 1, ",")) continue;
    const source = headOf(doc, i + 2, end);
    if (source < 0 || doc.upos[source] !== PROPN) return undefined;
    let root = doc.head[source];
    if (root < 0) return undefined;
    while (doc.head[root] >= 0) root = doc.head[root];
    const isReport = root < i && doc.upos[root] === VERB && isSaying(doc, cues, root);
    return isReport && root !== doc.head[source] ? { source, root } : undefined;
  }
  return undefined;
}

/** The one word of `from` to `to` that hangs outside them; -1 for none or many. */
function headOf(doc: ParsedDoc, from: number, to: number): number {
  let found = -1;
  for (let i = from; i < to; i++) {
    if (doc.upos[i] === PUNCT || (doc.head[i] >= from && doc.head[i] < to)) continue;
    if (found >= 0) return -1;
    found = i;
  }
  return found;
}
