/**
 * The tree of a sentence with a closing report, brought to the shape of UD's English treebanks: the report's verb is the
 * root, all before it its `ccomp`, and no word hangs across the comma but that one.
 */
import { type ParsedDoc, UPOS } from "../language/doc.js";
import type { ClosingReport } from "./closing-report.js";
import { isSaying } from "./cue-saying.js";
import type { CueTable } from "./cue-table.js";
import { relationOf } from "./frame-match.js";
import { isBelow, type TreeEditor } from "./tree-editor.js";

const VERB = UPOS.indexOf("VERB");
const PUNCT = UPOS.indexOf("PUNCT");

/** Cuts the words from `from` on at the comma of `report`, and hangs the first part on its verb. */
export function cutClosingReport(
  editor: TreeEditor,
  cues: CueTable,
  report: ClosingReport,
  from: number,
): void {
  const { comma, verb } = report;
  if (editor.doc.upos[verb] !== VERB) editor.makeVerb(verb);
  hangReport(editor, report);
  const root = rootBefore(editor.doc, cues, from, comma);
  editor.hang(verb, -1, "root");
  for (let i = from; i <= comma; i++) {
    const { doc } = editor;
    if (i === root || (doc.head[i] >= from && doc.head[i] < comma)) continue;
    const clause = relationOf(doc, i) === "nsubj" ? verbWithoutSubject(doc, i, comma) : -1;
    if (doc.upos[i] === PUNCT) editor.hang(i, i === comma ? verb : root, "punct");
    else if (clause >= 0) editor.hang(i, clause, "nsubj");
    else editor.hang(i, root, ownRelation(doc, i));
  }
  editor.hang(root, verb, "ccomp");
}

/** The words of the report: its name is the subject, what stands behind its verb hangs there. */
function hangReport(editor: TreeEditor, { comma, speaker, verb, end }: ClosingReport): void {
  const { doc } = editor;
  let head = speaker;
  for (let i = comma + 1; i < verb; i++)
    if (doc.upos[i] !== PUNCT && relationOf(doc, i) === "nsubj" && doc.head[i] === verb) head = i;
  for (let i = comma + 1; i < end; i++) {
    if (i === verb) continue;
    const isInside = doc.head[i] > comma && doc.head[i] < end;
    if (i === head) editor.hang(i, verb, "nsubj");
    else if (i < verb && (!isInside || doc.head[i] >= verb))
      editor.hang(i, head, doc.upos[i] === PUNCT ? "punct" : "compound");
    else if (i > verb && (!isInside || doc.head[i] < verb)) editor.hang(i, verb, ownRelation(doc, i));
  }
}

/** The word on which the words `from` to `to` hang: a verb of saying that closes them too, else the first that does. */
function rootBefore(doc: ParsedDoc, cues: CueTable, from: number, to: number): number {
  let root = -1;
  for (let i = from; i < to; i++) {
    if ((doc.head[i] >= from && doc.head[i] < to) || doc.upos[i] === PUNCT) continue;
    if (root < 0 || rank(doc, i) > rank(doc, root)) root = i;
    else if (rank(doc, i) === rank(doc, root) && doc.upos[i] === VERB && isSaying(doc, cues, i)) root = i;
  }
  return root < 0 ? from : root;
}

/** How likely a word heads a clause: the root, then other clauses, then the rest. */
function rank(doc: ParsedDoc, i: number): number {
  const relation = relationOf(doc, i);
  return relation === "root"
    ? 2
    : /^(ccomp|parataxis|conj|xcomp)/.test(relation) || doc.upos[i] === VERB
      ? 1
      : 0;
}

/** The first verb behind `subject`, before `to` and outside its own clauses that has no subject yet; -1 for none. */
function verbWithoutSubject(doc: ParsedDoc, subject: number, to: number): number {
  for (let verb = subject + 1; verb < to; verb++) {
    if (doc.upos[verb] !== VERB || isBelow(doc, verb, subject)) continue;
    let hasSubject = false;
    for (let i = subject + 1; i < verb; i++)
      hasSubject ||= doc.head[i] === verb && relationOf(doc, i) === "nsubj";
    if (!hasSubject) return verb;
  }
  return -1;
}

/** Its relation, or `parataxis` for a clause that was the root or somebody's complement. */
function ownRelation(doc: ParsedDoc, i: number): string {
  const relation = relationOf(doc, i);
  return /^(root|ccomp|nsubj)$/.test(relation) ? "parataxis" : relation;
}
