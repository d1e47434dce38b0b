/**
 * "…, the embassy reported.": a verb of saying that ends its sentence governs what stands before it.
 *
 * Parsers hang such a verb now on one clause, now on another, and take an inverted speaker ("added NAME") for an
 * object. UD's English treebanks have one shape for it: the verb is the root, the rest its `ccomp`. Here trees are
 * brought to that shape, so that all after them see one. Nothing is done where the verb is joined by a conjunction,
 * has a content of its own, or the words before it are not set off by punctuation.
 */
import { type ParsedDoc, UPOS } from "../language/doc.js";
import { isSaying } from "./cue-saying.js";
import type { CueTable } from "./cue-table.js";
import { findStrayClauses } from "./reporting-clauses.js";

const VERB = UPOS.indexOf("VERB");
const PUNCT = UPOS.indexOf("PUNCT");
const PROPN = UPOS.indexOf("PROPN");
const PRON = UPOS.indexOf("PRON");

/** Words of a sentence that the verb's own clause may take. */
const LONGEST_CLAUSE = 40;

/** `doc` with its sentence-final verbs of saying as roots and that-clauses hung on their verb of saying; the same value where there is nothing to do. */
export function raiseReportingVerbs(doc: ParsedDoc, cues: CueTable): ParsedDoc {
  const ccomp = doc.names.deprel.indexOf("ccomp");
  const nsubj = doc.names.deprel.indexOf("nsubj");
  const root = doc.names.deprel.indexOf("root");
  if (ccomp < 0 || nsubj < 0 || root < 0) return doc;
  let head: Int32Array | undefined;
  let deprel: Uint8Array | undefined;
  for (let s = 0; s + 1 < doc.sentence.length; s++) {
    for (const { clause, verb } of findStrayClauses(doc, cues, doc.sentence[s], doc.sentence[s + 1])) {
      head ??= doc.head.slice();
      deprel ??= doc.deprel.slice();
      head[clause] = verb;
      deprel[clause] = ccomp;
    }
    const found = findFinalVerb(doc, cues, doc.sentence[s], doc.sentence[s + 1]);
    if (found === undefined) continue;
    head ??= doc.head.slice();
    deprel ??= doc.deprel.slice();
    const { verb, speaker, oldRoot } = found;
    deprel[speaker] = nsubj;
    if (verb === oldRoot) continue;
    head[verb] = -1;
    deprel[verb] = root;
    head[oldRoot] = verb;
    deprel[oldRoot] = ccomp;
  }
  return head === undefined || deprel === undefined ? doc : { ...doc, head, deprel };
}

function findFinalVerb(
  doc: ParsedDoc,
  cues: CueTable,
  from: number,
  to: number,
): { verb: number; speaker: number; oldRoot: number } | undefined {
  let oldRoot = -1;
  for (let i = from; i < to; i++) if (doc.head[i] < 0 && oldRoot < 0) oldRoot = i;
  for (let verb = to - 1; verb > from && verb > to - LONGEST_CLAUSE; verb--) {
    if (doc.upos[verb] !== VERB || !isSaying(doc, cues, verb)) continue;
    const speaker = findSpeaker(doc, verb, from, to);
    if (speaker < 0 || hasContent(doc, verb, from, to)) continue;
    const first = firstOfClause(doc, verb, speaker, from);
    if (first <= from + 1 || !isSetOff(doc, first - 1) || !endsSentence(doc, verb, to)) continue;
    // The old root may not hang on the verb already, nor lie in its clause.
    if (oldRoot >= first && oldRoot !== verb) return undefined;
    return { verb, speaker, oldRoot };
  }
  return undefined;
}

/** Its subject; else a name or pronoun right behind it that was taken for its object ("added NAME"); -1 for none. */
function findSpeaker(doc: ParsedDoc, verb: number, from: number, to: number): number {
  let inverted = -1;
  for (let i = from; i < to; i++) {
    if (doc.head[i] !== verb) continue;
    const relation = doc.names.deprel[doc.deprel[i]];
    if (relation === "nsubj") return i;
    if (relation === "obj" && i > verb && (doc.upos[i] === PROPN || doc.upos[i] === PRON)) inverted = i;
  }
  return inverted;
}

/** True where the verb has a clause of its own, a conjunction or a subordinator: then it is no bare report. */
function hasContent(doc: ParsedDoc, verb: number, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (doc.head[i] === verb && /^(ccomp|xcomp|cc|mark|parataxis)$/.test(doc.names.deprel[doc.deprel[i]]))
      return true;
  }
  return /^(acl|acl:relcl|advcl|csubj)$/.test(doc.names.deprel[doc.deprel[verb]]);
}

/** First word of the verb's clause: from its speaker's first word, or the verb itself where the speaker follows. */
function firstOfClause(doc: ParsedDoc, verb: number, speaker: number, from: number): number {
  let first = Math.min(verb, speaker);
  for (let i = first - 1; i >= from; i--) {
    let above = doc.head[i];
    while (above >= 0 && above !== speaker && above !== verb) above = doc.head[above];
    if (above < 0 || doc.upos[i] === PUNCT) break;
    first = i;
  }
  return first;
}

function isSetOff(doc: ParsedDoc, i: number): boolean {
  return doc.upos[i] === PUNCT && /^[,;"'”’»]/.test(doc.text.slice(doc.start[i], doc.end[i]));
}

/** True where all behind the verb hangs below it. */
function endsSentence(doc: ParsedDoc, verb: number, to: number): boolean {
  for (let i = verb + 1; i < to; i++) {
    if (doc.upos[i] === PUNCT) continue;
    let above = doc.head[i];
    while (above >= 0 && above !== verb) above = doc.head[above];
    if (above !== verb) return false;
  }
  return true;
}
