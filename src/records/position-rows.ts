/** Positions by the rows of the table of stances. */
import type { Stance } from "../core/records.js";
import { type ParsedDoc, UPOS } from "../language/doc.js";
import type { ListedActor } from "../mentions/actor-list.js";
import { childBy } from "./event-view.js";
import { isPassive, matchRow } from "./frame-match.js";
import { type FoundIssue, findIssues } from "./issue.js";
import { findStatementAround } from "./on-whose-word.js";
import { findIssueOfPronoun, findPositionBefore, isIssuePronoun } from "./position-before.js";
import {
  hasInfinitive,
  isAddressee,
  isFact,
  isIntention,
  isNegated,
  isPredicative,
  isSmallClause,
} from "./position-complement.js";
import { findCondition } from "./position-condition.js";
import { type PositionContext, type PositionDraft, type PositionInput, wordSpan } from "./position-draft.js";
import { antecedentOf, findHolder } from "./position-holder.js";
import { findPolarity, isNobody, judgedStance, turnPolarity, turnStance } from "./position-mood.js";
import { holdersAt, sourceOfCue, speakerOf } from "./position-speaker.js";
import { onWhoseWord } from "./position-word.js";
import { findRowsAt } from "./row-lookup.js";
import type { StanceRow } from "./stance-table.js";

/** A complement as a position has it: the issue, and whether the words around it turn the stance. */
interface Complement {
  readonly issue: FoundIssue;
  readonly stance: Stance;
  readonly isTurned: boolean;
}

/**
 * Positions that a row of the table finds at word `i`; the first row that finds some is the one. `drafts` are those
 * before it in the text.
 */
export function readRows(
  input: PositionInput,
  context: PositionContext,
  drafts: readonly PositionDraft[],
  i: number,
): PositionDraft[] {
  const { doc, stances } = input;
  const { tree } = context;
  for (const row of findRowsAt(stances, doc, i)) {
    // "the recommended dose": a participle before its noun tells nobody's stance.
    if (row.pos === "VERB" && doc.names.deprel[doc.deprel[i]] === "amod") continue;
    const match = matchRow(tree, row, i);
    if (match === undefined) continue;
    const heads = match.content.length > 0 ? match.content : describedNoun(context, row, i);
    if (heads.length === 0 && !row.isBefore) continue;
    const polarity = findPolarity(tree, i, row.bySpeaker);
    if (polarity === undefined) return [];
    const statement = findStatementAround(wordSpan(doc, i), input.statements);
    const { holders, isTurned: isNoneOf } = findHolders(input, context, row, i, match.source);
    if (holders.length === 0) continue;
    const complements = row.isBefore
      ? readBefore(context, drafts, row, i, holders)
      : heads.flatMap((head) => readComplement(input, context, drafts, row, i, head, heads.length === 1));
    if (complements.length === 0) continue;
    const condition = findCondition(tree, i);
    const turned = (by: boolean) => (by !== isNoneOf ? turnPolarity(polarity) : polarity);
    const held = complements.filter(
      ({ stance, isTurned }) => stance !== "against" || turned(isTurned) === 1 || mayLeave(doc, i),
    );
    return held.map(({ issue, stance, isTurned }) => ({
      trigger: i,
      holders,
      stance: turnStance(stance, turned(isTurned)),
      issue,
      condition,
      statement: onWhoseWord(input, i, holders, issue, statement),
      rule: `stances.tsv:${row.line}`,
    }));
  }
  return [];
}

/** "does not oppose" leaves it open; "cannot ignore" and "does not fear" say nothing of the issue. */
function mayLeave({ lemma }: ParsedDoc, i: number): boolean {
  return /^(oppose|opposed|opposition|object|objection|reject|resist|condemn|against|veto|vote|protest|prevent)$/.test(
    lemma[i].toLowerCase(),
  );
}

/** Holders, and whether theirs is the opposite: "no state can accept it" is the speaker's. */
function findHolders(
  input: PositionInput,
  { tree }: PositionContext,
  row: StanceRow,
  i: number,
  source: number,
): { readonly holders: readonly ListedActor[]; readonly isTurned: boolean } {
  const at = wordSpan(input.doc, i);
  const statement = findStatementAround(at, input.statements);
  const held = (holders: readonly ListedActor[], isTurned = false) => ({ holders, isTurned });
  if (row.bySpeaker) return held(speakerOf(input, tree, statement, i));
  const heads = findHolder(tree, row, i, source);
  if (heads.length === 0)
    return held(row.pos === "VERB" && !isPassive(tree, i) ? sourceOfCue(input, tree, at) : []);
  for (const head of heads) {
    if (row.stance === "favor" && isNobody(tree, head))
      return held(speakerOf(input, tree, statement, i), true);
    const holders = holdersAt(input, tree, head, statement);
    if (holders.length > 0) return held(holders);
  }
  return held([]);
}

/** "the plan backed by Accra": what a participle describes is what it would have as its object. */
function describedNoun({ tree }: PositionContext, row: StanceRow, i: number): number[] {
  const { doc } = tree;
  const takesObject = row.pos === "VERB" && row.frame.content.some(({ steps }) => steps.length === 1);
  if (!takesObject || doc.names.deprel[doc.deprel[i]] !== "acl" || childBy(tree, i, "obl:agent") < 0)
    return [];
  return [doc.head[i]];
}

/** What was at issue before: "Malawi abstained", "Bucharest joined them". */
function readBefore(
  { tree }: PositionContext,
  drafts: readonly PositionDraft[],
  row: StanceRow,
  i: number,
  holders: readonly ListedActor[],
): Complement[] {
  const before = findPositionBefore(
    tree,
    drafts,
    i,
    (draft) => !draft.holders.some(({ ref }) => holders.some((h) => h.ref.id === ref.id)),
  );
  if (before === undefined || row.stance === "judged") return [];
  const stance = row.stance === "same" ? before.stance : row.stance;
  return [{ issue: before.issue, stance, isTurned: false }];
}

/** The issues of the complement headed by `head`; empty where it is none. */
function readComplement(
  input: PositionInput,
  context: PositionContext,
  drafts: readonly PositionDraft[],
  row: StanceRow,
  i: number,
  head: number,
  isOnly: boolean,
): Complement[] {
  const { stances } = input;
  const { tree } = context;
  if (row.stance === "same") return [];
  const stance = row.stance === "judged" ? judgedStance(tree, i, head, stances.judgements) : row.stance;
  if (stance === undefined) return [];
  // "reiterated its support for": the noun's own row tells more.
  if (row.pos === "VERB" && isCarried(input, i, head)) return [];
  if (isIntention(tree, i, head) || isSmallClause(tree, i, head) || isPredicative(tree, head)) return [];
  if (row.pos === "VERB" && (isAddressee(tree, input.actors, i, head) || isFact(tree, i, head))) return [];
  const about = isOnly && !hasInfinitive(tree, i) ? antecedentOf(tree, head) : head;
  // "it has been for Iraq", "Iran violates the treaty": an actor is whom it concerns or who does it.
  if (
    (row.pos === "ADP" || (row.bySpeaker && row.pos === "VERB")) &&
    input.actors.mentionAt(about) !== undefined
  )
    return [];
  if (isIssuePronoun(tree, about)) {
    const issue = findIssueOfPronoun(context, drafts, about);
    return issue === undefined ? [] : [{ issue, stance, isTurned: false }];
  }
  const inner = stance === "favor" ? readInner(input, context, about) : undefined;
  return findIssues(context, inner?.head ?? about).map((issue) => ({
    issue,
    stance: inner?.stance ?? stance,
    // "let no visitor in": the row has it.
    isTurned: isNegated(tree, about) && !row.spellings.some((words) => words.includes("no")),
  }));
}

/** "asked the council to condemn the raid" is against the raid: stance and issue of the verb that is asked for. */
function readInner(
  { doc, stances }: PositionInput,
  { tree }: PositionContext,
  verb: number,
): { readonly head: number; readonly stance: Stance } | undefined {
  if (UPOS[doc.upos[verb]] !== "VERB") return undefined;
  for (const row of findRowsAt(stances, doc, verb)) {
    if (row.pos !== "VERB" || row.bySpeaker || row.stance !== "against") continue;
    const match = matchRow(tree, row, verb);
    if (match !== undefined && match.content.length > 0)
      return { head: match.content[0], stance: row.stance };
  }
  return undefined;
}

/** "reiterated its support": the noun is the trigger, and the verb one that carries it. */
function isCarried({ doc, stances }: PositionInput, verb: number, noun: number): boolean {
  if (UPOS[doc.upos[noun]] !== "NOUN") return false;
  const rows = stances.byFirstWord.get(doc.lemma[noun].toLowerCase()) ?? [];
  return rows.some(({ frame }) => frame.support.includes(doc.lemma[verb].toLowerCase()));
}
