/**
 * "…, Interfax reported, citing the governor": what the medium reports is the governor's word, on the medium's.
 *
 * The walk makes of "citing the governor" a statement whose content is "the governor". In: drafts in order, and who is who.
 * Out: the same, where such a draft is the cited one's statement inside the medium's, with its content. Only somebody
 * who can speak is taken ("citing security concerns" stays as it is).
 */
import type { SourceResolver } from "../mentions/source-resolver.js";
import type { AttributionView } from "./attribution-view.js";
import type { CueRow, CueTable } from "./cue-table.js";
import { subtreeOf } from "./frame.js";
import { matchRow, relationOf } from "./frame-match.js";
import { findRowsAt } from "./row-lookup.js";
import type { StatementDraft } from "./statement-draft.js";

/** A person without a name or office who is cited. */
const INFORMANT = /^(source|witness|informant|insider|eyewitness|aide|clerk)$/i;

/** `drafts` with those who are cited as sources of what is reported on their word; each behind the draft it lies in. */
export function placeCitedSources(
  view: AttributionView,
  drafts: readonly StatementDraft[],
  cues: CueTable,
  actors: SourceResolver,
): StatementDraft[] {
  const placed: StatementDraft[] = [];
  const behind = new Map<StatementDraft, StatementDraft>();
  for (const draft of drafts) {
    const cited = findCited(view, draft, cues, actors);
    const outer = cited.length === 0 ? undefined : findReport(view, draft, drafts);
    if (outer === undefined) placed.push(draft);
    else
      behind.set(outer, {
        ...draft,
        rule: "cited-source",
        source: cited,
        content: outer.content,
        mode: outer.mode,
        parent: outer,
      });
  }
  return behind.size === 0 ? placed : placed.flatMap((draft) => [draft, behind.get(draft) ?? []].flat());
}

/** Words of who is cited, where the draft's cue is "citing" beside another verb; none otherwise. */
function findCited(
  view: AttributionView,
  { anchor, parent }: StatementDraft,
  cues: CueTable,
  actors: SourceResolver,
): readonly number[] {
  const { doc } = view;
  if (anchor < 0 || parent !== null || doc.names.xpos[doc.xpos[anchor]] !== "VBG") return [];
  const row = findRowsAt(cues, doc, anchor).find(isCiting);
  if (row === undefined) return [];
  const head = matchRow(view, row, anchor)?.source ?? objectOf(view, anchor);
  if (head < 0) return [];
  const words = subtreeOf(
    view,
    head,
    (w) => w !== anchor && !/^(acl:relcl|ccomp|parataxis)$/.test(relationOf(doc, w)),
  );
  const speaks = INFORMANT.test(doc.lemma[head]) || actors.resolve(words).rule !== "unresolved";
  return speaks ? words : [];
}

/** A cue whose object is the source of what its governor tells. */
function isCiting({ pos, frame }: CueRow): boolean {
  return (
    pos === "VERB" &&
    frame.source.some(({ up, steps }) => up === 0 && steps[0]?.relation === "obj") &&
    frame.content.some(({ up, steps }) => up === 1 && steps.length === 0)
  );
}

function objectOf({ doc, firstChild, nextSibling }: AttributionView, verb: number): number {
  for (let child = firstChild[verb]; child >= 0; child = nextSibling[child])
    if (relationOf(doc, child) === "obj") return child;
  return -1;
}

/** The statement of the verb that "citing" hangs on, or of the subject that it describes. */
function findReport(
  { doc }: AttributionView,
  { anchor }: StatementDraft,
  drafts: readonly StatementDraft[],
): StatementDraft | undefined {
  const head = doc.head[anchor];
  return drafts.find(
    (other) =>
      other.parent === null &&
      other.anchor >= 0 &&
      other.anchor !== anchor &&
      (other.anchor === head ||
        // "said the ship had sunk, citing …": hung on what is said.
        doc.head[head] === other.anchor ||
        (other.source.includes(head) && relationOf(doc, anchor) === "acl")),
  );
}
