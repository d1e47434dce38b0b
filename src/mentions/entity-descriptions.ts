/**
 * Persons, groups and places by description: "a former teacher", "the rebel movement", "the northern border".
 *
 * In: the tree and the table of head words. Out: noun phrases from their first word to their head, with what they are
 * "of" where that is short.
 */
import { getForm, type ParsedDoc, UPOS } from "../language/doc.js";
import type { EntityTable, HeadKind } from "./entity-table.js";
import { relationAt } from "./entity-words.js";

export interface Description {
  readonly from: number;
  readonly to: number;
  readonly kind: HeadKind;
}

const NOUN = UPOS.indexOf("NOUN");
const PROPN = UPOS.indexOf("PROPN");
/** What stands before a noun within its phrase. */
const BEFORE = /^(det|amod|compound|nmod:poss|nummod|case|punct|flat|advmod)/;

/** The descriptions of `doc` whose head is not in `covered`. */
export function findDescriptions(doc: ParsedDoc, table: EntityTable, covered: Uint8Array): Description[] {
  const found: Description[] = [];
  for (let i = 0; i < doc.length; i++) {
    if ((doc.upos[i] !== NOUN && doc.upos[i] !== PROPN) || covered[i] === 1) continue;
    const kind = kindOfNoun(doc, table, i);
    if (kind === undefined) continue;
    const relation = doc.names.deprel[doc.deprel[i]];
    // "the security forces": a noun before its head is part of that
    if (/^(compound|flat)/.test(relation) && doc.head[i] > i) continue;
    const from = phraseStart(doc, i);
    found.push({ from, to: i + 1, kind });
    const named = kind === "place" ? namedBehind(doc, i) : -1;
    if (named >= 0) found.push({ from, to: named + 1, kind });
  }
  return found;
}

/** "the city of [Gulu]": the last word of the name; -1 if none. */
function namedBehind(doc: ParsedDoc, noun: number): number {
  const of = noun + 1;
  if (of + 1 >= doc.length || getForm(doc, of) !== "of" || doc.head[doc.head[of]] !== noun) return -1;
  let last = doc.head[of];
  if (doc.upos[last] !== PROPN) return -1;
  while (last + 1 < doc.length && relationAt(doc, last + 1) === "flat") last++;
  return last;
}

function kindOfNoun(doc: ParsedDoc, table: EntityTable, i: number): HeadKind | undefined {
  const lemma = doc.lemma[i].toLowerCase();
  const two = i > 0 ? table.common.get(`${doc.lemma[i - 1].toLowerCase()} ${lemma}`) : undefined;
  const kind = two ?? table.common.get(lemma);
  if (kind !== "person") return kind;
  const tag = doc.names.xpos[doc.xpos[i]];
  return tag === "NNS" || tag === "NNPS" ? "group" : "person";
}

/** The first word of the noun's phrase, beside it without a gap. */
function phraseStart(doc: ParsedDoc, noun: number): number {
  let first = noun;
  for (let i = noun - 1; i >= 0 && noun - i < 10; i--) {
    let at = i;
    for (let step = 0; step < 4 && at !== noun && at >= 0 && doc.head[at] > i - 10; step++) {
      if (!BEFORE.test(doc.names.deprel[doc.deprel[at]])) break;
      at = doc.head[at];
    }
    if (at !== noun) break;
    if (/^(case|punct)/.test(doc.names.deprel[doc.deprel[i]]) && doc.head[i] === noun) break;
    first = i;
  }
  return first;
}
