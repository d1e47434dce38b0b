/**
 * Which of a row's spellings stands at a word: "attack" or "missile attack", "call for" or "demand".
 *
 * In: a row, a word of the tree. Out: the spelling with its last word. Each spelling is asked for itself whether the
 * word's part of speech will do, since a phrase is let pass where the tagger may err on its first word and a single
 * word is not.
 */
import { getForm, type ParsedDoc, UPOS } from "../language/doc.js";
import type { EventRow } from "./codebook-types.js";
import type { TreeView } from "./frame-match.js";
import { lastOf } from "./row-words.js";

/** A row's words in their place. */
export interface FoundSpelling {
  readonly words: readonly string[];
  /** The last of them that stands near the first. */
  readonly last: number;
}

/** The first of the row's spellings whose words stand at word `i`; undefined for none. */
export function findSpelling(view: TreeView, row: EventRow, i: number): FoundSpelling | undefined {
  for (const words of row.spellings) {
    if (!posFits(row, words, view.doc, i)) continue;
    const last = lastOf(view, words, i);
    if (last >= 0) return { words, last };
  }
  return undefined;
}

/** Nouns and verbs are found by lemma, adjectives and participles by form too. */
function posFits(row: EventRow, words: readonly string[], doc: ParsedDoc, i: number): boolean {
  const tag = UPOS[doc.upos[i]];
  if (row.pos === tag) return true;
  const isPhrase = words.length > 1;
  switch (row.pos) {
    case "NOUN":
      // "olive branch", "human shields"; "Fighting between" taken for a verb
      return (
        tag === "PROPN" ||
        (isPhrase && (tag === "ADJ" || tag === "VERB")) ||
        (tag === "VERB" && words[0].endsWith("ing") && words[0] === getForm(doc, i).toLowerCase())
      );
    case "VERB":
      return tag === "AUX" || (isPhrase && words[0] === getForm(doc, i).toLowerCase());
    default:
      return tag === "VERB";
  }
}
