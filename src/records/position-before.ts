/**
 * What a position goes back to: the issue that "it" or a vote that names nothing stands for, and the whole position
 * that others are said to share ("Bucharest joined them").
 *
 * In: the positions found so far, in the order of the text, and a word. Out: the latest of them within the same
 * sentence or the one before whose issue agrees in number with the pronoun; for a pronoun with none, the one thing that
 * the sentence before tells of.
 * Limits: "they" and "them" of people are not told from those of things but by what was found before.
 */
import { getForm, UPOS } from "../language/doc.js";
import { isPlural } from "./event-phrase.js";
import { childBy, type EventView } from "./event-view.js";
import type { FoundIssue, IssueContext } from "./issue.js";
import { findIssues } from "./issue.js";
import type { PositionDraft } from "./position-draft.js";

const PRON = UPOS.indexOf("PRON");
const NOUN = UPOS.indexOf("NOUN");

/** Sentences that a pronoun or a bare vote looks back over, beside its own. */
const BACK = 1;

const SINGULAR = /^(it|this|that)$/i;
const PLURAL = /^(them|these|those|they)$/i;

/** True for a pronoun that can stand for an issue; with a clause of its own it says by itself which. */
export function isIssuePronoun(tree: EventView, word: number): boolean {
  const { doc } = tree;
  if (doc.upos[word] !== PRON || childBy(tree, word, "acl:relcl", "acl") >= 0) return false;
  const form = getForm(doc, word);
  return SINGULAR.test(form) || PLURAL.test(form);
}

/** The latest position before `word` that is near enough to be meant; `fits` may ask for more. */
export function findPositionBefore(
  tree: EventView,
  drafts: readonly PositionDraft[],
  word: number,
  fits: (draft: PositionDraft) => boolean = () => true,
): PositionDraft | undefined {
  const { doc, sentenceOf } = tree;
  for (let k = drafts.length - 1; k >= 0; k--) {
    const draft = drafts[k];
    if (sentenceOf[draft.trigger] < sentenceOf[word] - BACK) return undefined;
    if (draft.trigger < word && draft.issue.end <= doc.start[word] && fits(draft)) return draft;
  }
  return undefined;
}

/** What a pronoun at `word` stands for as the issue of a position; undefined where nothing is clearly meant. */
export function findIssueOfPronoun(
  context: IssueContext & { readonly tree: EventView },
  drafts: readonly PositionDraft[],
  word: number,
): FoundIssue | undefined {
  const { tree } = context;
  const isOfMany = PLURAL.test(getForm(tree.doc, word));
  const before = findPositionBefore(
    tree,
    drafts,
    word,
    ({ issue }) => isOfMany === (isPlural(tree.doc, issue.word) || childBy(tree, issue.word, "conj") >= 0),
  );
  if (before !== undefined) return before.issue;
  // "This" and "that" may be all that was said.
  return /^(it|they|them)$/i.test(getForm(tree.doc, word))
    ? findOnlyThing(context, word, isOfMany)
    : undefined;
}

/** The subject or object of the sentence before, where only one of them is a thing of this number. */
function findOnlyThing(
  context: IssueContext & { readonly tree: EventView },
  word: number,
  isOfMany: boolean,
): FoundIssue | undefined {
  const { doc, sentenceOf } = context.tree;
  const s = sentenceOf[word] - 1;
  if (s < 0) return undefined;
  let found = -1;
  for (let i = doc.sentence[s]; i < doc.sentence[s + 1]; i++) {
    const relation = doc.names.deprel[doc.deprel[i]];
    if (doc.upos[i] !== NOUN || !/^(nsubj|nsubj:pass|obj)$/.test(relation)) continue;
    if (isPlural(doc, i) !== isOfMany || context.actors.mentionAt(i) !== undefined) continue;
    if (found >= 0) return undefined;
    found = i;
  }
  return found < 0 ? undefined : findIssues(context, found)[0];
}
