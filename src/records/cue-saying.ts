/** Which verbs say something outright: strong cues of the table that introduce speech. */
import { getForm, type ParsedDoc, UPOS } from "../language/doc.js";
import { hashString } from "../learn/feature-hash.js";
import { mayBegin } from "./cue-first-words.js";
import type { CueTable } from "./cue-table.js";

const VERB = UPOS.indexOf("VERB");
const NOUN = UPOS.indexOf("NOUN");

/** True for a verb that introduces speech. */
export function isSaying(doc: ParsedDoc, { sayingWords, saying }: CueTable, i: number): boolean {
  const begins =
    mayBegin(sayingWords, hashString(doc.lemma[i])) ||
    mayBegin(sayingWords, hashString(doc.text, doc.start[i], doc.end[i]));
  if (!begins) return false;
  const lemma = doc.lemma[i].toLowerCase();
  if (saying.lemmas.has(lemma)) return true;
  const form = getForm(doc, i).toLowerCase();
  return form !== lemma && saying.participles.has(form);
}

const SMALL_S = 0x73;

/** A noun in the plural may be a verb in the present ("reports"). */
export function isPlural({ upos, text, end }: ParsedDoc, i: number): boolean {
  return upos[i] === NOUN && text.charCodeAt(end[i] - 1) === SMALL_S;
}

/** True where one of words `from` to `to` (half open) is such a verb, or such a word that was taken for a noun ("reports"). */
export function holdsSaying(doc: ParsedDoc, cues: CueTable, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if ((doc.upos[i] === VERB || isPlural(doc, i)) && isSaying(doc, cues, i)) return true;
  }
  return false;
}
