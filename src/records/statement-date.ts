/**
 * When something was said: the date that belongs to the saying, not to what is said nor to who says it.
 *
 * In: the words around a cue, and the dates of the text. Out: the nearest date whose holder is the cue, or hangs together
 * with it. "On Tuesday, she says, soldiers burned the village" dates the burning; "the minister, in office since 2019, said"
 * and "the anniversary of the 1994 flood" date other things; "in a letter of 4 May" dates the saying.
 */
import type { Span } from "../core/evidence.js";
import type { ParsedDoc } from "../language/doc.js";
import type { DateMention } from "../mentions/date-mention.js";
import type { AttributionView } from "./attribution-view.js";
import { findDateHolder, headOfSpan, isNounsOwn } from "./date-holder.js";
import { isVerb, markerOf } from "./event-view.js";
import { relationOf } from "./frame-match.js";
import { isContent, SPEAKING, type StatementFrame } from "./statement-frame.js";

/** Steps from a date up to its cue. */
const FARTHEST = 8;

/** Nouns between a date and its cue: "said in a letter of 4 May"; a day may stand behind more ("at talks in Bern on Monday"). */
const NOUNS = 1;
const NOUNS_OF_DAY = 4;

/** The date of the saying that is nearest to the cue; null for none. `means` are the head words of channel and occasion. */
export function findStatementDate(
  view: AttributionView,
  frame: StatementFrame,
  dates: readonly DateMention[],
  means: readonly number[],
): DateMention | null {
  const { doc } = view;
  const { draft, words } = frame;
  let best: DateMention | null = null;
  let bestAway = Number.POSITIVE_INFINITY;
  let from = Number.POSITIVE_INFINITY;
  let to = -1;
  for (const i of words) {
    if (doc.start[i] < from) from = doc.start[i];
    if (doc.end[i] > to) to = doc.end[i];
  }
  for (const date of dates) {
    // Most dates of a text stand in other sentences.
    if (date.start >= to || date.end <= from || (date.type !== "DATE" && date.type !== "TIME")) continue;
    const inside = firstWithin(doc, words, date);
    if (inside < 0 || !/\d/.test(date.value.edtf)) continue;
    const away = Math.abs(inside - draft.anchor);
    if (away >= bestAway || !isOfSaying(view, frame, date, means)) continue;
    best = date;
    bestAway = away;
  }
  return best;
}

/** The first of `words` that lies in `span`; -1 for none. */
function firstWithin({ start, end }: ParsedDoc, words: readonly number[], span: Span): number {
  for (const i of words) if (start[i] >= span.start && end[i] <= span.end) return i;
  return -1;
}

/** True where the way up from the date leads to the cue, or to the verb of a sentence that takes the statement up. */
function isOfSaying(
  view: AttributionView,
  { draft }: StatementFrame,
  date: DateMention,
  means: readonly number[],
): boolean {
  if (isNounsOwn(view, date)) return false;
  const { doc } = view;
  const { anchor } = draft;
  const head = headOfSpan(view, date);
  const isDay = /^\d{4}-\d\d-\d\d/.test(date.value.edtf) && /^(on|)$/.test(markerOf(view, head));
  if (isDay && view.sentenceOf[head] === view.sentenceOf[anchor] + 1) return true;
  let at = findDateHolder(view, date);
  if (at >= 0 && isContent(view, draft, at)) return false;
  for (let step = 0, nouns = 0; step < FARTHEST && at >= 0 && at !== anchor; step++) {
    const relation = relationOf(doc, at);
    if (isVerb(view, at)) {
      // "On Monday she met the crews and said …" dates both.
      const isJoined = doc.head[anchor] === at && /^(conj|advcl)$/.test(relationOf(doc, anchor));
      if (isJoined && (head < at || view.cueStrength[at] > 0)) return true;
      if (!SPEAKING.has(view.lemma[at]) && !tellsOfMeans(view, at, means)) return false;
    } else {
      nouns++;
      if (nouns > (isDay ? NOUNS_OF_DAY : NOUNS) || relation === "appos") return false;
    }
    at = doc.head[at];
  }
  return true;
}

/** "in a letter sent on Friday", "a conference that ended on Sunday", but not "the minister, jailed in 2016,". */
function tellsOfMeans({ doc }: AttributionView, verb: number, means: readonly number[]): boolean {
  const relation = relationOf(doc, verb);
  if (relation === "acl:relcl") return means.includes(doc.head[verb]);
  return relation === "acl" && !relationOf(doc, doc.head[verb]).startsWith("nsubj");
}
