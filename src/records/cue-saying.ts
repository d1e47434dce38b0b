/** Which verbs say something outright: strong cues of the table that introduce speech. */
import { getForm, type ParsedDoc } from "../language/doc.js";
import { hashString } from "../learn/feature-hash.js";
import { mayBegin } from "./cue-first-words.js";
import { type CueTable, introducesSpeech } from "./cue-table.js";
import { findRows } from "./row-lookup.js";

/** True for a verb that introduces speech. */
export function isSaying(doc: ParsedDoc, cues: CueTable, i: number): boolean {
  const { sayingWords } = cues;
  const begins =
    mayBegin(sayingWords, hashString(doc.lemma[i])) ||
    mayBegin(sayingWords, hashString(doc.text, doc.start[i], doc.end[i]));
  if (!begins) return false;
  const word = { lemma: doc.lemma[i], form: getForm(doc, i), upos: "VERB" };
  return findRows(cues, word).some(introducesSpeech);
}
