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
  const cited = new Map<StatementDraft, readonly number[]>();
  for (const draft of drafts) {
    const words = findCited(view, draft, cues, actors);
    if (words.length > 0) cited.set(draft, words);
  }
  if (cited.size === 0) return [...drafts];
  const reports = new ReportFinder(view, drafts);
  const within = new Map<StatementDraft, StatementDraft[]>();
  const moved = new Set<StatementDraft>();
  for (const [draft, source] of cited) {
    const outer = reports.find(draft);
    if (outer === undefined || cited.has(outer)) continue;
    const { content, mode } = outer;
    const inner: StatementDraft = { ...draft, rule: "cited-source", source, content, mode, parent: outer };
    within.set(outer, [...(within.get(outer) ?? []), inner]);
    moved.add(draft);
  }
  return drafts.flatMap((draft) => (moved.has(draft) ? [] : [draft, ...(within.get(draft) ?? [])]));
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

/** Statements of the author's own voice by the words that "citing" may hang on. */
class ReportFinder {
  readonly #doc: AttributionView["doc"];
  readonly #byCue = new Map<number, StatementDraft>();
  readonly #bySource = new Map<number, StatementDraft>();

  constructor({ doc }: AttributionView, drafts: readonly StatementDraft[]) {
    this.#doc = doc;
    for (const draft of drafts) {
      if (draft.parent !== null || draft.anchor < 0) continue;
      if (!this.#byCue.has(draft.anchor)) this.#byCue.set(draft.anchor, draft);
      for (const word of draft.source) if (!this.#bySource.has(word)) this.#bySource.set(word, draft);
    }
  }

  /** The statement of the verb that "citing" hangs on, or of the subject that it describes. */
  find({ anchor }: StatementDraft): StatementDraft | undefined {
    const head = this.#doc.head[anchor];
    if (head < 0) return undefined;
    const isAside = relationOf(this.#doc, anchor) === "acl";
    const found =
      this.#byCue.get(head) ??
      // "said the ship had sunk, citing …": hung on what is said.
      this.#byCue.get(this.#doc.head[head]) ??
      (isAside ? this.#bySource.get(head) : undefined);
    return found?.anchor === anchor ? undefined : found;
  }
}
