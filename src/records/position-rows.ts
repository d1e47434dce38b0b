/** Positions by the rows of the table of stances. */
import type { Stance } from "../core/records.js";
import { type Dependents, findDependent } from "../language/dependents.js";
import { UPOS } from "../language/doc.js";
import { matchRow } from "./frame-match.js";
import { findIssues, type IssueContext } from "./issue.js";
import { findStatementAround } from "./on-whose-word.js";
import { type PositionDraft, type PositionInput, wordSpan } from "./position-draft.js";
import { findHolder } from "./position-holder.js";
import { findCondition, findPolarity, judgedStance, turnStance } from "./position-mood.js";
import { holdersAt, speakerOf } from "./position-speaker.js";
import { onWhoseWord } from "./position-word.js";
import { findRowsAt } from "./row-lookup.js";

/** Positions that a row of the table finds at word `i`; the first row that finds some is the one. */
export function readRows(input: PositionInput, context: IssueContext, i: number): PositionDraft[] {
  const { doc, stances } = input;
  const { tree } = context;
  for (const row of findRowsAt(stances, doc, i)) {
    const match = matchRow(tree, row, i);
    if (match === undefined || match.content.length === 0) continue;
    const polarity = findPolarity(tree, i);
    if (polarity === undefined) return [];
    const statement = findStatementAround(wordSpan(doc, i), input.statements);
    const stance =
      row.stance === "judged" ? judgedStance(tree, i, match.content[0], stances.judgements) : row.stance;
    if (stance === undefined) continue;
    const holders = row.bySpeaker
      ? speakerOf(input, tree, statement, i)
      : findHolder(tree, row, i, match.source).flatMap((head) => holdersAt(input, tree, head, statement));
    if (holders.length === 0) continue;
    const condition = findCondition(tree, i);
    const found: PositionDraft[] = [];
    for (const head of match.content) {
      if (holders.some((h) => h.from <= head && head < h.to) || isStanceNoun(input, head)) continue;
      if (isIntention(tree, i, head) || isSmallClause(tree, i, head)) continue;
      const inner = stance === "favor" ? readInner(input, context, head) : undefined;
      for (const issue of findIssues(context, inner?.head ?? head)) {
        found.push({
          trigger: i,
          holders,
          stance: turnStance(inner?.stance ?? stance, hasNo(tree, head) ? turn(polarity) : polarity),
          issue,
          condition,
          statement: onWhoseWord(input, i, holders, issue, statement),
          rule: `stances.tsv:${row.line}`,
        });
      }
    }
    if (found.length > 0) return found;
  }
  return [];
}

/** "asked the council to condemn the raid" is against the raid: stance and issue of the verb that is asked for. */
function readInner(
  { doc, stances }: PositionInput,
  { tree }: IssueContext,
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

/** "wants to run", "hopes to win": what somebody means to do is no position. */
function isIntention(tree: Dependents, verb: number, complement: number): boolean {
  const { doc } = tree;
  if (doc.names.deprel[doc.deprel[complement]] !== "xcomp") return false;
  if (!/^(want|seek|hope|propose|wish|ask|request|demand|prefer)$/.test(doc.lemma[verb].toLowerCase()))
    return false;
  return findDependent(tree, verb, (r) => r === "obj" || r === "iobj") < 0;
}

/** "wants the missiles out": what is wanted is not the object but what becomes of it. */
function isSmallClause(tree: Dependents, verb: number, object: number): boolean {
  const { doc } = tree;
  if (doc.names.deprel[doc.deprel[object]] !== "obj") return false;
  if (!/^(want|wish|prefer|see|demand|need)$/.test(doc.lemma[verb].toLowerCase())) return false;
  for (let child = tree.nextSibling[object]; child >= 0; child = tree.nextSibling[child])
    if (/^(xcomp|obl|advmod|compound:prt)/.test(doc.names.deprel[doc.deprel[child]])) return true;
  return false;
}

/** "allow no inspector". */
function hasNo({ doc, firstChild, nextSibling }: Dependents, noun: number): boolean {
  for (let child = firstChild[noun]; child >= 0; child = nextSibling[child])
    if (doc.lemma[child].toLowerCase() === "no" && doc.names.deprel[doc.deprel[child]] === "det") return true;
  return false;
}

function turn(polarity: 1 | -1): 1 | -1 {
  return polarity === 1 ? -1 : 1;
}

/** "reiterated its support": the noun is the trigger. */
function isStanceNoun({ doc, stances }: PositionInput, word: number): boolean {
  const rows = stances.byFirstWord.get(doc.lemma[word].toLowerCase()) ?? [];
  return UPOS[doc.upos[word]] === "NOUN" && rows.some((row) => row.pos === "NOUN" && !row.bySpeaker);
}
