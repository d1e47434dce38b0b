/**
 * "…, the embassy reported.": a verb of saying that ends its sentence governs what stands before it.
 *
 * Parsers hang such a verb now on one clause, now on another, and take an inverted speaker ("added NAME") for an
 * object. UD's English treebanks have one shape for it: the verb is the root, the rest its `ccomp`. Here trees are
 * brought to that shape, so that all after them see one. Nothing is done where the verb is joined by a conjunction,
 * has a content of its own, or the words before it are not set off by punctuation.
 */
import { type ParsedDoc, UPOS } from "../language/doc.js";
import { findClosingReport } from "./closing-report.js";
import { cutClosingReport } from "./closing-report-tree.js";
import { findClosingSource } from "./closing-source.js";
import { holdsSaying, isSaying } from "./cue-saying.js";
import type { CueTable } from "./cue-table.js";
import { findStrayClauses } from "./reporting-clauses.js";
import { isBelow, makeTreeEditor, type TreeEditor } from "./tree-editor.js";

const VERB = UPOS.indexOf("VERB");
const PUNCT = UPOS.indexOf("PUNCT");
const PROPN = UPOS.indexOf("PROPN");
const PRON = UPOS.indexOf("PRON");

/** Words of a sentence that the verb's own clause may take. */
const LONGEST_CLAUSE = 40;

/** `doc` with its sentence-final verbs of saying as roots and that-clauses hung on their verb of saying; the same value where there is nothing to do. */
export function raiseReportingVerbs(doc: ParsedDoc, cues: CueTable): ParsedDoc {
  const editor = makeTreeEditor(doc);
  if (editor === undefined) return doc;
  for (let s = 0; s + 1 < doc.sentence.length; s++) {
    const from = doc.sentence[s];
    const to = doc.sentence[s + 1];
    // Most sentences have none, and without one nothing below finds anything.
    if (!holdsSaying(doc, cues, from, to)) continue;
    for (const { clause, verb } of findStrayClauses(editor.doc, cues, from, to))
      editor.hang(clause, verb, "ccomp");
    const report = findClosingReport(editor.doc, cues, from, to);
    if (report !== undefined) cutClosingReport(editor, cues, report, from);
    raiseFinalVerb(editor, cues, from, report?.comma ?? to);
    const closing = findClosingSource(editor.doc, cues, from, to);
    if (closing !== undefined) editor.hang(closing.source, closing.root, "obl");
  }
  return editor.doc;
}

/** Makes the verb of saying that ends words `from` to `to` their root. */
function raiseFinalVerb(editor: TreeEditor, cues: CueTable, from: number, to: number): void {
  const found = findFinalVerb(editor.doc, cues, from, to);
  if (found === undefined) return;
  const { verb, speaker, oldRoot } = found;
  const { head, deprel, names } = editor.doc;
  const [above, relation] = [head[oldRoot], names.deprel[deprel[oldRoot]]];
  editor.hang(speaker, verb, "nsubj");
  const before = firstBelow(editor.doc, speaker, from) - 1;
  if (before >= from && isBelow(editor.doc, before, speaker)) editor.hang(before, verb, "punct");
  if (verb === oldRoot) return;
  editor.hang(verb, above, relation);
  editor.hang(oldRoot, verb, "ccomp");
}

function findFinalVerb(
  doc: ParsedDoc,
  cues: CueTable,
  from: number,
  to: number,
): { verb: number; speaker: number; oldRoot: number } | undefined {
  let oldRoot = -1;
  for (let i = from; i < to && oldRoot < 0; i++) if (doc.head[i] < from || doc.head[i] >= to) oldRoot = i;
  if (oldRoot < 0) return undefined;
  for (let verb = to - 1; verb > from && verb > to - LONGEST_CLAUSE; verb--) {
    if (doc.upos[verb] !== VERB || !isSaying(doc, cues, verb)) continue;
    const speaker = findSpeaker(doc, verb, from, to);
    if (speaker < 0 || hasContent(doc, verb, from, to)) continue;
    const first = firstOfClause(doc, verb, speaker, from);
    if (first <= from + 1 || !isSetOff(doc, first - 1) || !endsSentence(doc, verb, to)) continue;
    if (hasContentBefore(doc, verb, from)) return { verb, speaker, oldRoot: verb };
    // The old root may not hang on the verb already, nor lie in its clause.
    if (oldRoot >= first && oldRoot !== verb) return undefined;
    return { verb, speaker, oldRoot };
  }
  return undefined;
}

/**
 * Its subject; else who stands right behind it and was taken for its object ("added NAME"), or right before it and was
 * taken for an apposition ("six points, an official told the paper"); -1 for none.
 */
function findSpeaker(doc: ParsedDoc, verb: number, from: number, to: number): number {
  let inverted = -1;
  for (let i = from; i < to; i++) {
    if (doc.head[i] !== verb) continue;
    const relation = doc.names.deprel[doc.deprel[i]];
    if (relation === "nsubj") return i;
    const isNamed = doc.upos[i] === PROPN || doc.upos[i] === PRON || isSetOff(doc, verb - 1);
    if (relation === "obj" && i > verb && isNamed) inverted = i;
  }
  return inverted >= 0 ? inverted : appositionBefore(doc, verb, from);
}

/** The apposition that begins behind a comma and ends where the verb begins; -1 for none. */
function appositionBefore(doc: ParsedDoc, verb: number, from: number): number {
  for (let word = verb - 1; word > from; word--) {
    if (doc.names.deprel[doc.deprel[word]] !== "appos" || doc.head[word] >= word) continue;
    const first = firstBelow(doc, word, from);
    if (!isSetOff(doc, first - 1)) continue;
    let isWhole = true;
    for (let i = word + 1; i < verb; i++) isWhole &&= doc.upos[i] === PUNCT || isBelow(doc, i, word);
    if (isWhole) return word;
  }
  return -1;
}

/** First word of the phrase of `word`, without punctuation. */
function firstBelow(doc: ParsedDoc, word: number, from: number): number {
  let first = word;
  while (first > from && doc.upos[first - 1] !== PUNCT && isBelow(doc, first - 1, word)) first--;
  return first;
}

/** True where the verb has a clause of its own behind it, a conjunction or a subordinator: then it is no bare report. */
function hasContent(doc: ParsedDoc, verb: number, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (doc.head[i] !== verb) continue;
    const relation = doc.names.deprel[doc.deprel[i]];
    if (relation === "ccomp" ? i > verb : /^(xcomp|cc|mark|parataxis)$/.test(relation)) return true;
  }
  return /^(acl|acl:relcl|advcl|csubj)$/.test(doc.names.deprel[doc.deprel[verb]]);
}

/** True where the tree has the words before the verb as its content already. */
function hasContentBefore(doc: ParsedDoc, verb: number, from: number): boolean {
  for (let i = from; i < verb; i++)
    if (doc.head[i] === verb && doc.names.deprel[doc.deprel[i]] === "ccomp") return true;
  return false;
}

/** First word of the verb's clause: from its speaker's first word, or the verb itself where the speaker follows. */
function firstOfClause(doc: ParsedDoc, verb: number, speaker: number, from: number): number {
  let first = Math.min(verb, speaker);
  for (let i = first - 1; i >= from; i--) {
    if (doc.upos[i] === PUNCT || !(isBelow(doc, i, speaker) || isBelow(doc, i, verb))) break;
    first = i;
  }
  return first;
}

function isSetOff(doc: ParsedDoc, i: number): boolean {
  return doc.upos[i] === PUNCT && /^[,;"'”’»]/.test(doc.text.slice(doc.start[i], doc.end[i]));
}

/** True where all behind the verb hangs below it. */
function endsSentence(doc: ParsedDoc, verb: number, to: number): boolean {
  for (let i = verb + 1; i < to; i++) if (doc.upos[i] !== PUNCT && !isBelow(doc, i, verb)) return false;
  return true;
}
