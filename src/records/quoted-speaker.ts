/**
 * "APS quoted the premier as saying …", "…, the premier was quoted by APS as saying": who quotes, and who is quoted.
 *
 * In: a parsed text. Out: for each such verb two attributions in one: the medium's, whose content is the quoted speaker
 * with all he says, and the speaker's own. Method: the frame of the table (a cue that reports, with an `advcl:as`), and the
 * tree; what is said stands behind "as saying" or before the clause, set off by a comma or marks.
 */
import { UPOS } from "../language/doc.js";
import { hasLemma } from "../language/spelling.js";
import type { AttributionView } from "./attribution-view.js";
import { OUTSIDE } from "./attribution-view.js";
import { mayBegin } from "./cue-first-words.js";
import { isSaying } from "./cue-saying.js";
import { type CueTable, passesOn } from "./cue-table.js";
import { subtreeOf } from "./frame.js";
import { isPassive, relationOf } from "./frame-match.js";
import { findRowsAt } from "./row-lookup.js";

/** A quoting verb with its parts as words of the text, each list in its order. */
export interface QuotedSpeaker {
  /** "quoted" */
  readonly verb: number;
  /** "saying" */
  readonly saying: number;
  /** Who quotes; empty where nobody is named. */
  readonly quoter: readonly number[];
  readonly speaker: readonly number[];
  readonly said: readonly number[];
}

const VERB = UPOS.indexOf("VERB");

/** Words of a content that stands before its clause. */
const SHORTEST_SAID = 2;

/** All verbs in `view` that quote a named speaker on somebody's word. */
export function findQuotedSpeakers(view: AttributionView, cues: CueTable): QuotedSpeaker[] {
  const found: QuotedSpeaker[] = [];
  for (let i = 0; i < view.length; i++) {
    if (view.doc.upos[i] !== VERB || view.quote[i] !== OUTSIDE) continue;
    if (!mayBegin(cues.quotingWords, view.lemma[i]) && !mayBegin(cues.quotingWords, view.form[i])) continue;
    if (!findRowsAt(cues, view.doc, i).some(passesOn)) continue;
    const quoted = readQuoting(view, cues, i);
    if (quoted !== undefined) found.push(quoted);
  }
  return found;
}

function readQuoting(view: AttributionView, cues: CueTable, verb: number): QuotedSpeaker | undefined {
  const { doc } = view;
  const passive = isPassive(view, verb);
  let speaker = -1;
  let quoter = -1;
  let saying = -1;
  const look = (word: number) => {
    for (let child = view.firstChild[word]; child >= 0; child = view.nextSibling[child]) {
      const relation = relationOf(doc, child);
      const own = word === verb;
      if (own && relation === (passive ? "nsubj:pass" : "obj")) speaker = child;
      else if (own && !passive && relation === "nsubj") quoter = child;
      else if (passive && /^obl/.test(relation) && hasCase(view, child, "by")) quoter = child;
      else if (/^(advcl|xcomp|acl|ccomp|obl|nmod)$/.test(relation) && isAsSaying(view, cues, child))
        saying = child;
    }
  };
  look(verb);
  if (saying < 0 && speaker >= 0) look(speaker);
  if (saying >= 0 && quoter < 0) look(saying);
  if (speaker < 0 || saying < 0 || quoter < 0) return undefined;
  const frame = new Set([verb, saying]);
  const keep = (w: number) => !frame.has(w);
  const named = { quoter: subtreeOf(view, quoter, keep), speaker: subtreeOf(view, speaker, keep) };
  for (const w of [...named.quoter, ...named.speaker]) frame.add(w);
  const behind = saidBehind(view, saying, frame);
  const said = behind.length > 0 ? behind : saidBefore(view, verb, frame);
  return said.length < SHORTEST_SAID ? undefined : { verb, saying, said, ...named };
}

function isAsSaying(view: AttributionView, cues: CueTable, word: number): boolean {
  const { doc } = view;
  return doc.names.xpos[doc.xpos[word]] === "VBG" && hasCase(view, word, "as") && isSaying(doc, cues, word);
}

function hasCase({ doc, firstChild, nextSibling }: AttributionView, word: number, lemma: string): boolean {
  for (let child = firstChild[word]; child >= 0; child = nextSibling[child]) {
    const relation = relationOf(doc, child);
    if ((relation === "case" || relation === "mark") && hasLemma(doc, child, lemma)) return true;
  }
  return false;
}

/** What stands behind "as saying": its clause, or the words in marks up to the end of the sentence. */
function saidBehind(view: AttributionView, saying: number, frame: ReadonlySet<number>): number[] {
  const { doc } = view;
  for (let child = view.firstChild[saying]; child >= 0; child = view.nextSibling[child]) {
    if (child > saying && /^(ccomp|parataxis)$/.test(relationOf(doc, child)) && !frame.has(child))
      return subtreeOf(view, child, (w) => !frame.has(w));
  }
  const words: number[] = [];
  const end = doc.sentence[view.sentenceOf[saying] + 1];
  for (let i = saying + 1; i < end; i++) if (view.quote[i] !== OUTSIDE && !frame.has(i)) words.push(i);
  return words;
}

/** What stands before the clause of the verb, up to the comma or mark that sets it off. */
function saidBefore(view: AttributionView, verb: number, frame: ReadonlySet<number>): number[] {
  const { doc } = view;
  const from = doc.sentence[view.sentenceOf[verb]];
  let first = verb;
  for (const i of frame) if (i < first) first = i;
  if (first - 1 <= from || view.isPunctuation[first - 1] === 0) return [];
  const words: number[] = [];
  for (let i = from; i < first; i++) words.push(i);
  while (
    words.length > 0 &&
    view.isPunctuation[words[words.length - 1]] === 1 &&
    view.quote[words[words.length - 1]] === OUTSIDE
  )
    words.pop();
  return words;
}
