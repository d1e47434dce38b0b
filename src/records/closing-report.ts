/**
 * "…, the minister said, Radio Ocean reported on Monday.": the report that closes a sentence and holds all before it.
 *
 * Parsers give such an ending no steady shape: its verb is taken for a noun ("reports"), for a part of the clause
 * before it, or for that clause's own verb, and its name becomes somebody else's subject. In: a parsed sentence. Out: the
 * words of the ending, read from the words alone: a comma, a name, a verb of saying, and at most a day, a place or the
 * one who is cited behind it. Limits: nothing but a name reports here ("…, officials said" is left to the tree).
 */
import { getForm, type ParsedDoc, UPOS } from "../language/doc.js";
import { isPlural, isSaying } from "./cue-saying.js";
import type { CueTable } from "./cue-table.js";
import { relationOf } from "./frame-match.js";

/** The ending: words `comma + 1` to `end` (half open). */
export interface ClosingReport {
  readonly comma: number;
  /** Last word of who reports. */
  readonly speaker: number;
  readonly verb: number;
  readonly end: number;
}

const VERB = UPOS.indexOf("VERB");
const AUX = UPOS.indexOf("AUX");
const NOUN = UPOS.indexOf("NOUN");
const PROPN = UPOS.indexOf("PROPN");
const PUNCT = UPOS.indexOf("PUNCT");
const ADP = UPOS.indexOf("ADP");
const ADV = UPOS.indexOf("ADV");
const IN_NAMES: ReadonlySet<number> = new Set(
  (["ADJ", "ADP", "DET", "NOUN", "NUM", "PART", "PROPN", "SYM", "X"] as const).map((tag) =>
    UPOS.indexOf(tag),
  ),
);

/** Words behind the verb, and words of a name. */
const LONGEST_TAIL = 12;
const LONGEST_NAME = 7;

/** The report that closes the sentence of words `from` to `to` (half open); undefined where none does. */
export function findClosingReport(
  doc: ParsedDoc,
  cues: CueTable,
  from: number,
  to: number,
): ClosingReport | undefined {
  let end = to;
  while (end > from && doc.upos[end - 1] === PUNCT) end--;
  for (let verb = end - 1; verb > from + 3 && verb >= end - LONGEST_TAIL; verb--) {
    if (!mayReport(doc, verb) || !isSaying(doc, cues, verb) || !isTail(doc, verb + 1, end)) continue;
    const comma = commaBefore(doc, verb, from);
    if (comma < 0 || !isClause(doc, from, comma)) continue;
    return { comma, speaker: verb - 1, verb, end };
  }
  return undefined;
}

/** A finite verb, or a plural noun that may be one ("reports"), right behind a name. */
function mayReport(doc: ParsedDoc, i: number): boolean {
  const tag = doc.upos[i];
  if (tag !== VERB && !isPlural(doc, i)) return false;
  return isName(doc, i - 1) && (tag === NOUN || /^VB[DNZ]$/.test(doc.names.xpos[doc.xpos[i]]));
}

/** A capital, whatever the word was taken for ("BelTA" for a symbol). */
function isName(doc: ParsedDoc, i: number): boolean {
  return IN_NAMES.has(doc.upos[i]) && /\p{Lu}/u.test(getForm(doc, i));
}

/** Nothing, a short adjunct ("on Monday", "in its morning edition"), or who is cited. */
function isTail(doc: ParsedDoc, from: number, end: number): boolean {
  if (from === end) return true;
  const first = doc.upos[from];
  const isAdjunct = first === ADP || first === ADV || (first === PROPN && from + 1 === end);
  const cited = doc.upos[from] === PUNCT && getForm(doc, from) === "," ? from + 1 : from;
  if (/^(citing|quoting)$/i.test(getForm(doc, cited))) return true;
  if (!isAdjunct || /^(of|that|as|about)$/i.test(getForm(doc, from))) return false;
  for (let i = from; i < end; i++) {
    if (doc.upos[i] === PUNCT && /^(citing|quoting)$/i.test(getForm(doc, i + 1))) return true;
    if (doc.upos[i] === VERB || doc.upos[i] === AUX || doc.upos[i] === PUNCT) return false;
  }
  return true;
}

/** The comma before the name that ends before `verb`; -1 for anything that is no name. */
function commaBefore(doc: ParsedDoc, verb: number, from: number): number {
  for (let i = verb - 1; i > from && i >= verb - LONGEST_NAME - 1; i--) {
    if (doc.upos[i] === PUNCT) {
      const form = getForm(doc, i);
      if (/^[,”"»]$/.test(form)) return i + 1 < verb && isCommaLike(doc, i) ? i : -1;
      if (!/^[-–']$/.test(form)) return -1;
    } else if (!IN_NAMES.has(doc.upos[i])) return -1;
  }
  return -1;
}

/** A comma, or a closing quotation mark behind one. */
function isCommaLike(doc: ParsedDoc, i: number): boolean {
  return getForm(doc, i) === "," || getForm(doc, i - 1) === ",";
}

/** True for words that hold a verb and are more than a setting ("If talks fail, …"). */
function isClause(doc: ParsedDoc, from: number, to: number): boolean {
  let hasVerb = false;
  for (let i = from; i < to; i++) {
    if (doc.upos[i] === VERB || doc.upos[i] === AUX) hasVerb = true;
    const above = doc.head[i];
    if (above >= to && /^(advcl|obl|advmod|acl)/.test(relationOf(doc, i))) return false;
  }
  return hasVerb;
}
