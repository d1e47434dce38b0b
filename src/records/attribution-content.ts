/**
 * What a walk has put into a content and does not belong there.
 *
 * "The mayor said at a ceremony marking the flood that the dam was safe": between the verb of saying and the conjunction of
 * its clause stands how and where it was said. In: an attribution with its tree. Out: its content without those words.
 */
import { getForm, UPOS } from "../language/doc.js";
import type { Attribution } from "./attribution.js";
import { type AttributionView, OUTSIDE } from "./attribution-view.js";
import { relationOf } from "./frame-match.js";

const VERB = UPOS.indexOf("VERB");

/** The content without what stands between the cue's verb and its "that". */
export function dropCircumstance(
  view: AttributionView,
  { anchor, content }: Pick<Attribution, "anchor" | "content">,
): readonly number[] {
  if (view.doc.upos[anchor] !== VERB) return content;
  const that = findConjunction(view, anchor);
  if (that < 0 || !content.includes(that + 1)) return content;
  for (let i = anchor + 1; i < that; i++) if (view.quote[i] !== OUTSIDE) return content;
  const kept = content.filter((i) => i < anchor || i >= that || !hangsOnCircumstance(view, i, anchor));
  return kept.length === content.length ? content : kept;
}

/** True below an oblique or adverb of the verb. */
function hangsOnCircumstance({ doc }: AttributionView, word: number, verb: number): boolean {
  let at = word;
  while (doc.head[at] >= 0 && doc.head[at] !== verb) at = doc.head[at];
  return doc.head[at] === verb && /^(obl|advmod)/.test(relationOf(doc, at));
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
