/**
 * What a walk has put into a content and does not belong there.
 *
 * "The mayor said at a ceremony marking the flood that the dam was safe": between the verb of saying and the conjunction of
 * its clause, or behind a verb whose clause stands before it, is told how and where it was said. In: an attribution with its tree. Out: its content without those words.
 */
import { getForm, UPOS } from "../language/doc.js";
import type { Attribution } from "./attribution.js";
import { type AttributionView, OUTSIDE } from "./attribution-view.js";
import type { ChannelTable } from "./channel-table.js";
import { hasMarker } from "./event-view.js";
import { subtreeOf } from "./frame.js";
import { matchRow, relationOf } from "./frame-match.js";
import { findRowsAt } from "./row-lookup.js";

const VERB = UPOS.indexOf("VERB");

/** The content without what tells how it was said. */
export function dropCircumstance(
  view: AttributionView,
  { anchor, content }: Pick<Attribution, "anchor" | "content">,
): readonly number[] {
  if (view.doc.upos[anchor] !== VERB) return content;
  if (hasClauseBefore(view, anchor, content)) return dropBehind(view, anchor, content);
  const that = findConjunction(view, anchor);
  if (that < 0 || !content.includes(that + 1)) return content;
  for (let i = anchor + 1; i < that; i++) if (view.quote[i] !== OUTSIDE) return content;
  const kept = content.filter((i) => i < anchor || i >= that || !hangsOnCircumstance(view, i, anchor));
  return kept.length === content.length ? content : kept;
}

/** "condemned the raid [in a letter to the king]": the content without the document that the verb's own object stands in. */
export function dropDocument(
  view: AttributionView,
  { anchor, content }: Pick<Attribution, "anchor" | "content">,
  channels: ChannelTable,
): readonly number[] {
  const { doc } = view;
  if (doc.upos[anchor] !== VERB) return content;
  let hasObject = false;
  for (let child = view.firstChild[anchor]; child >= 0; child = view.nextSibling[child]) {
    if (!content.includes(child) || child < anchor) continue;
    const relation = relationOf(doc, child);
    if (relation === "obj") hasObject = true;
    else if (hasObject && relation === "obl" && namesChannel(view, child, channels)) {
      const dropped = new Set(subtreeOf(view, child, () => true));
      return content.filter((i) => !dropped.has(i));
    }
  }
  return content;
}

function namesChannel(view: AttributionView, word: number, channels: ChannelTable): boolean {
  if (view.quote[word] !== OUTSIDE) return false;
  return findRowsAt(channels, view.doc, word).some((row) => matchRow(view, row, word) !== undefined);
}

/** True below an oblique or adverb of the verb, save what it is said of. */
function hangsOnCircumstance(view: AttributionView, word: number, verb: number): boolean {
  const { doc } = view;
  let at = word;
  while (doc.head[at] >= 0 && doc.head[at] !== verb) at = doc.head[at];
  if (doc.head[at] !== verb || !/^(obl|advmod)/.test(relationOf(doc, at))) return false;
  return !hasMarker(view, at, "of", "about");
}

/** "The pass is shut, the abbot wrote …": the verb's complement stands before it. */
function hasClauseBefore(view: AttributionView, verb: number, content: readonly number[]): boolean {
  for (let child = view.firstChild[verb]; child >= 0 && child < verb; child = view.nextSibling[child])
    if (relationOf(view.doc, child) === "ccomp" && content.includes(child)) return true;
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
  let that = -1;
  for (let child = view.firstChild[verb]; child >= 0; child = view.nextSibling[child]) {
    const relation = relationOf(doc, child);
    if (relation === "xcomp" || relation === "parataxis") return -1;
    if (relation !== "ccomp" || child < verb || that >= 0) continue;
    for (let mark = view.firstChild[child]; mark >= 0; mark = view.nextSibling[mark]) {
      if (relationOf(doc, mark) === "mark" && getForm(doc, mark).toLowerCase() === "that") that = mark;
    }
  }
  return that;
}
