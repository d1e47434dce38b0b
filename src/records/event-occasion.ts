/**
 * Events that no occasion is told of: habits ("often criticises the court"), and what those asked in a poll say
 * ("63 percent of Chileans want the law to change", "the survey found that voters trusted the mayor").
 *
 * In: a row that fits a trigger, and who does it. Out: why there is no occasion. A habit is none whatever the row's type;
 * answers are none of the types that are words only, since what is done by a share of people is done.
 */
import { UPOS } from "../language/doc.js";
import type { Codebook, EventRow } from "./codebook-types.js";
import { type EventView, hasMarker, isVerb } from "./event-view.js";
import { relationOf } from "./frame-match.js";

/** Classes of adverbs of habit, of words for a share of people, and of what people are asked in. */
const HABITS = "habit";
const SHARES = "share";
const POLLS = "poll";

const NUM = UPOS.indexOf("NUM");

/** Clauses between a trigger and the verb that tells what a poll found. */
const FARTHEST = 4;
/** Words before the head of "three in ten voters" in which its share stands. */
const NEAR = 5;

/** What tells that the row at `trigger`, done by `doer` (-1 for nobody), has no occasion; undefined for nothing. */
export function whyNoOccasion(
  view: EventView,
  codebook: Codebook,
  row: EventRow,
  trigger: number,
  doer: number,
): string | undefined {
  if (isHabit(view, codebook, trigger)) return "an occasion (it is told as a habit)";
  const quad = codebook.types.get(row.type)?.quad;
  const isVerbal = quad === 1 || quad === 3;
  if (isAnswer(view, codebook, trigger, isVerbal) || (isVerbal && isShare(view, codebook, doer)))
    return "an occasion (it is told as an answer in a poll)";
  return undefined;
}

function isHabit(view: EventView, codebook: Codebook, trigger: number): boolean {
  if (!isVerb(view, trigger)) return false;
  for (let child = view.firstChild[trigger]; child >= 0; child = view.nextSibling[child])
    if (relationOf(view.doc, child) === "advmod" && isOf(view, codebook, HABITS, child)) return true;
  return false;
}

/** "63 percent of Chileans", "Chileans, 63 percent of whom", "six in ten voters". */
function isShare(view: EventView, codebook: Codebook, doer: number): boolean {
  if (doer < 0) return false;
  const { doc, sentenceOf } = view;
  if (isOf(view, codebook, SHARES, doer)) return true;
  if (/^nmod/.test(relationOf(doc, doer)) && isOf(view, codebook, SHARES, doc.head[doer])) return true;
  const from = Math.max(doc.sentence[sentenceOf[doer]], doer - NEAR);
  for (let i = from; i + 2 < doer; i++) {
    if (doc.upos[i] !== NUM || !/^(in|of|out)$/.test(doc.lemma[i + 1].toLowerCase())) continue;
    const second = doc.lemma[i + 1].toLowerCase() === "out" ? i + 3 : i + 2;
    if (second < doer && doc.upos[second] === NUM) return true;
  }
  return false;
}

/**
 * Whether the trigger stands in what a share of people say or want ("four in ten voters want him deported"), and for
 * words only, in what a poll is said to show or in a sentence "according to a poll".
 */
function isAnswer(view: EventView, codebook: Codebook, trigger: number, isVerbal: boolean): boolean {
  const { doc } = view;
  let at = trigger;
  for (let k = 0; k <= FARTHEST && at >= 0; k++) {
    for (let child = view.firstChild[at]; child >= 0; child = view.nextSibling[child]) {
      const relation = relationOf(doc, child);
      if (relation === "nsubj" && at !== trigger && isShare(view, codebook, child)) return true;
      if (!isVerbal) continue;
      const isTold = relation === "nsubj" ? at !== trigger : relation === "obl" && isSource(view, child);
      if (isTold && isOf(view, codebook, POLLS, child)) return true;
    }
    if (!/^(ccomp|conj|obj|xcomp|advcl|parataxis|acl:relcl)$/.test(relationOf(doc, at))) return false;
    at = doc.head[at];
  }
  return false;
}

/** "according to a poll", "in a survey": not "at the polls". */
function isSource(view: EventView, word: number): boolean {
  return hasMarker(view, word, "accord", "according", "in");
}

function isOf({ doc }: EventView, codebook: Codebook, name: string, i: number): boolean {
  return codebook.classes.get(name)?.has(doc.lemma[i].toLowerCase()) ?? false;
}
