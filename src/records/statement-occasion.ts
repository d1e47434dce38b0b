/**
 * On what occasion something was said: "at a ceremony in Lomé", "after talks with the envoy", "commenting on the vote".
 *
 * In: the words around a cue and the table of occasions. Out: the phrase as written. It must hang on the cue, on what the
 * cue hangs together with, or on a verb of speaking beside it ("Speaking at …"); what describes the speaker ("the chair of the
 * summit") or tells what else he did is none.
 */
import type { Span } from "../core/evidence.js";
import { getForm, UPOS } from "../language/doc.js";
import type { DateMention } from "../mentions/date-mention.js";
import type { AttributionView } from "./attribution-view.js";
import { subtreeOf } from "./frame.js";
import { relationOf } from "./frame-match.js";
import type { OccasionTable } from "./occasion-table.js";
import { chooseExpression, findExpressions, SPEAKING, type StatementFrame } from "./statement-frame.js";

const VERB = UPOS.indexOf("VERB");
const ADV = UPOS.indexOf("ADV");
const PROPN = UPOS.indexOf("PROPN");

/** Steps from an occasion up to its cue. */
const FARTHEST = 8;

/** Words of a phrase that is shown whole; of a longer one only what stands before its head, and the head. */
const LONGEST_PHRASE = 20;

export interface FoundOccasion {
  readonly span: Span;
  /** Its head. */
  readonly word: number;
}

/** The occasion with the highest priority in the frame, the nearest to the cue among equals; null for none. */
export function findOccasion(
  view: AttributionView,
  frame: StatementFrame,
  occasions: OccasionTable,
  dates: readonly DateMention[],
): FoundOccasion | null {
  if (frame.words.length === 0) return null;
  const named = findExpressions(
    view,
    frame,
    occasions,
    (word) => reachesCue(view, frame, word) && !isDate(view, word, dates),
  );
  // "at a dinner during a visit": the wider one, with what hangs on it.
  const found = chooseExpression(view, named, () => true);
  return found === undefined
    ? null
    : { word: found.word, span: phraseOf(view, frame, topOf(view, found.word)) };
}

/** True where the way up from `word` ends at the cue, or at the verb of a sentence that takes the statement up. */
function reachesCue(view: AttributionView, { draft }: StatementFrame, word: number): boolean {
  const { doc } = view;
  const { anchor } = draft;
  if (word === anchor) return false;
  const isNext = view.sentenceOf[word] === view.sentenceOf[anchor] + 1;
  let at = word;
  for (let step = 0; step < FARTHEST; step++) {
    const head = doc.head[at];
    if (head < 0) return isNext && step > 0;
    const relation = relationOf(doc, at);
    if (head === anchor) return !isSubject(relation);
    if (/^acl/.test(relation)) return isAside(view, at) && doc.head[head] === anchor;
    if (isSubject(relation) || /^(ccomp|appos)$/.test(relation)) return false;
    const isOther = doc.upos[head] === VERB && !SPEAKING.has(view.lemma[head]);
    // "Visiting Lomé, she praised the crews and said …": what stands before both verbs goes with both.
    if (isOther && !(isNext && doc.head[head] < 0))
      return doc.head[anchor] === head && relationOf(doc, anchor) === "conj" && word < anchor;
    at = head;
  }
  return false;
}

function isSubject(relation: string): boolean {
  return relation.startsWith("nsubj") || relation.startsWith("csubj");
}

/** "The minister, visiting the port, said": a participle behind a comma tells what went on, without one it tells who. */
function isAside(view: AttributionView, verb: number): boolean {
  const { doc } = view;
  return /^VB[GN]$/.test(doc.names.xpos[doc.xpos[verb]]) && verb > 0 && view.isPunctuation[verb - 1] === 1;
}

/** "ahead of the vote": the adverb that the noun hangs on is part of the phrase. */
function topOf({ doc }: AttributionView, word: number): number {
  const head = doc.head[word];
  return head >= 0 && doc.upos[head] === ADV ? head : word;
}

function isDate({ doc }: AttributionView, word: number, dates: readonly DateMention[]): boolean {
  return dates.some((date) => date.start <= doc.start[word] && doc.end[word] <= date.end);
}

/** The phrase of `word`, without content and clauses that describe. */
function phraseOf(view: AttributionView, { draft, words }: StatementFrame, word: number): Span {
  const { doc } = view;
  const inFrame = new Set(words);
  const own = subtreeOf(
    view,
    word,
    (w) => inFrame.has(w) && w !== draft.anchor && !/^(acl:relcl|parataxis|advcl)$/.test(relationOf(doc, w)),
  );
  let from = own.indexOf(word);
  let to = from;
  while (from > 0 && own[from - 1] === own[from] - 1) from--;
  while (to + 1 < own.length && own[to + 1] === own[to] + 1) to++;
  if (to - from >= LONGEST_PHRASE) to = own.indexOf(word);
  while (to > from && view.isPunctuation[own[to]]) to--;
  return { start: doc.start[own[from]], end: doc.end[placeBehind(view, inFrame, word, own[to])] };
}

/** "was speaking at a fair in Lomé": last word of a place right behind the phrase that the tree has hung beside it. */
function placeBehind(
  view: AttributionView,
  inFrame: ReadonlySet<number>,
  word: number,
  last: number,
): number {
  const { doc } = view;
  const marker = last + 1;
  if (!inFrame.has(marker) || relationOf(doc, marker) !== "case" || getForm(doc, marker) !== "in")
    return last;
  const place = doc.head[marker];
  if (doc.upos[place] !== PROPN || doc.head[place] !== doc.head[word]) return last;
  let end = marker;
  for (const w of subtreeOf(view, place, (w) => inFrame.has(w))) if (w === end + 1) end = w;
  return end;
}
