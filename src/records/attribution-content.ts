/**
 * What a walk has put into a content and does not belong there.
 *
 * "The mayor said at a ceremony marking the flood that the dam was safe": between the verb of saying and the conjunction of
 * its clause, or behind a verb whose clause stands before it, is told how and where it was said. In: an attribution with its tree. Out: its content without those words.
 */
import { UPOS } from "../language/doc.js";
import { RelationSet, relationSet } from "../language/relation-set.js";
import { hasForm } from "../language/spelling.js";
import { type AttributionView, OUTSIDE } from "./attribution-view.js";
import type { ChannelTable } from "./channel-table.js";
import { hasMarker } from "./event-view.js";
import { subtreeOf } from "./frame.js";
import { fitsRow } from "./frame-match.js";
import { findRowsAt } from "./row-lookup.js";
import { hasWord } from "./word-list.js";

const VERB = UPOS.indexOf("VERB");
const COMPLEMENT = relationSet("ccomp");
const OTHER_COMPLEMENTS = relationSet("xcomp", "parataxis");
const MARK = relationSet("mark");
const OBJECT = relationSet("obj");
const OBLIQUE = relationSet("obl");
const CIRCUMSTANCES = new RelationSet((relation) => /^(obl|advmod)/.test(relation));

/** The content without what tells how it was said. */
export function dropCircumstance(
  view: AttributionView,
  anchor: number,
  content: readonly number[],
): readonly number[] {
  if (view.doc.upos[anchor] !== VERB) return content;
  if (hasClauseBefore(view, anchor, content)) return dropBehind(view, anchor, content);
  const that = findConjunction(view, anchor);
  if (that < 0 || !hasWord(content, that + 1)) return content;
  for (let i = anchor + 1; i < that; i++) if (view.quote[i] !== OUTSIDE) return content;
  const kept = content.filter((i) => i < anchor || i >= that || !hangsOnCircumstance(view, i, anchor));
  return kept.length === content.length ? content : kept;
}

/** "condemned the raid [in a letter to the king]": the content without the document that the verb's own object stands in. */
export function dropDocument(
  view: AttributionView,
  anchor: number,
  content: readonly number[],
  channels: ChannelTable,
): readonly number[] {
  const { doc } = view;
  if (doc.upos[anchor] !== VERB || !OBJECT.mayBeBelow(view, anchor)) return content;
  let hasObject = false;
  for (let child = view.firstChild[anchor]; child >= 0; child = view.nextSibling[child]) {
    if (child < anchor || !hasWord(content, child)) continue;
    if (OBJECT.has(doc, child)) hasObject = true;
    else if (hasObject && OBLIQUE.has(doc, child) && namesChannel(view, child, channels)) {
      const dropped = new Set(subtreeOf(view, child, () => true));
      return content.filter((i) => !dropped.has(i));
    }
  }
  return content;
}

function namesChannel(view: AttributionView, word: number, channels: ChannelTable): boolean {
  if (view.quote[word] !== OUTSIDE) return false;
  return findRowsAt(channels, view.doc, word).some((row) => fitsRow(view, row, word));
}

/** True below an oblique or adverb of the verb, save what it is said of. */
function hangsOnCircumstance(view: AttributionView, word: number, verb: number): boolean {
  const { doc } = view;
  let at = word;
  while (doc.head[at] >= 0 && doc.head[at] !== verb) at = doc.head[at];
  if (doc.head[at] !== verb || !CIRCUMSTANCES.has(doc, at)) return false;
  return !hasMarker(view, at, "of", "about");
}

/** "The pass is shut, the abbot wrote …": the verb's complement stands before it. */
function hasClauseBefore(view: AttributionView, verb: number, content: readonly number[]): boolean {
  if (!COMPLEMENT.mayBeBelow(view, verb)) return false;
  for (let child = view.firstChild[verb]; child >= 0 && child < verb; child = view.nextSibling[child])
    if (COMPLEMENT.has(view.doc, child) && hasWord(content, child)) return true;
  return false;
}

/** "… wrote on Monday in an editorial": what stands behind the verb then tells how it was said. */
function dropBehind(view: AttributionView, verb: number, content: readonly number[]): readonly number[] {
  const kept = content.filter(
    (i) => i < verb || view.quote[i] !== OUTSIDE || !hangsOnCircumstance(view, i, verb),
  );
  return kept.length === content.length ? content : kept;
}

/** The "that" of the clause that is the verb's only complement; -1 for none. */
function findConjunction(view: AttributionView, verb: number): number {
  const { doc } = view;
  if (!COMPLEMENT.mayBeBelow(view, verb)) return -1;
  let that = -1;
  for (let child = view.firstChild[verb]; child >= 0; child = view.nextSibling[child]) {
    if (OTHER_COMPLEMENTS.has(doc, child)) return -1;
    if (!COMPLEMENT.has(doc, child) || child < verb || that >= 0) continue;
    for (let mark = view.firstChild[child]; mark >= 0; mark = view.nextSibling[mark])
      if (MARK.has(doc, mark) && hasForm(doc, mark, "that")) that = mark;
  }
  return that;
}
