/**
 * Positions: who is for or against what, on whose word.
 *
 * In: a parsed article with its actors, dates and statements, and the table of stances. Out: records in the order
 * of the text; a list of holders is one position, a list of issues one position each. A position is read where a
 * row's frame stands in the tree with a linked holder and a nameable issue, or where a speaker says that something
 * should, must or may only be done. What somebody is asked to support, or only might, is left alone.
 */
import { type Evidence, makeEvidence, type Span } from "../core/evidence.js";
import { makeId } from "../core/identity.js";
import type { PositionRecord } from "../core/records.js";
import { SpanCover } from "../core/span-cover.js";
import { firstWordFrom, type ParsedDoc, UPOS } from "../language/doc.js";
import type { DateMention } from "../mentions/date-mention.js";
import { makeEventView } from "./event-view.js";
import { chainOf } from "./on-whose-word.js";
import { type PositionContext, type PositionDraft, type PositionInput, wordSpan } from "./position-draft.js";
import { readNorm } from "./position-norm.js";
import { readRows } from "./position-rows.js";

const PUNCT = UPOS.indexOf("PUNCT");
const PROPN = UPOS.indexOf("PROPN");

export function findPositions(input: PositionInput): PositionRecord[] {
  const { doc, actors, words, issues, stances } = input;
  const tree = makeEventView(doc);
  const context: PositionContext = { tree, actors, words, named: issues };
  const excluded = new SpanCover(input.article.boilerplate);
  const drafts: PositionDraft[] = [];
  for (let i = 0; i < doc.length; i++) {
    if (doc.upos[i] === PUNCT || doc.upos[i] === PROPN) continue;
    // Titles, credits and follow-us lines hold no positions of their own.
    if (excluded.holds(doc.start[i])) continue;
    const found = stances.byFirstWord.has(doc.lemma[i].toLowerCase())
      ? readRows(input, context, drafts, i)
      : [];
    drafts.push(...(found.length > 0 ? found : readNorm(input, context, i)));
  }
  return drafts.filter((draft) => !isToldBefore(draft, drafts)).map((draft) => finish(input, draft));
}

/** "repeated its calls to ban the march": the verb inside tells the same once more; so does "refuses to accept". */
function isToldBefore(draft: PositionDraft, drafts: readonly PositionDraft[]): boolean {
  for (const other of drafts) {
    if (other === draft) return false;
    if (other.trigger === draft.trigger || other.stance !== draft.stance) continue;
    if (other.issue.start > draft.issue.end || draft.issue.start > other.issue.end) continue;
    if (draft.issue.end !== other.issue.end) continue;
    if (draft.holders.every(({ ref }) => other.holders.some((h) => h.ref.id === ref.id))) return true;
  }
  return false;
}

function finish({ article, doc, dates }: PositionInput, draft: PositionDraft): PositionRecord {
  const { holders, issue, trigger, condition, statement } = draft;
  const at = wordSpan(doc, trigger);
  const evidence: Evidence[] = [];
  const show = (span: Span, part: Evidence["part"]) => {
    evidence.push(makeEvidence(article.id, article.text, span, part));
  };
  for (const holder of holders) {
    show(holder, "holder");
    if (holder.antecedent !== undefined) show(holder.antecedent, "antecedent");
  }
  show(at, "trigger");
  show(issue, "issue");
  if (condition !== undefined) show(condition, "condition");
  const date = findDate(doc, trigger, issue, dates);
  if (date !== undefined) show(date, "date");
  // A date that is the statement's is shown where that one has it.
  else
    for (const { start, end, part } of statement?.evidence ?? [])
      if (part === "date") show({ start, end }, part);
  return {
    kind: "position",
    id: makeId("pos", article.id, at.start, issue.start, issue.end, issue.id, draft.stance),
    article: article.id,
    holders: holders.map(({ ref, start, end }) => ({ ...ref, text: article.text.slice(start, end) })),
    stance: draft.stance,
    issue: { id: issue.id, label: issue.label },
    condition: condition === undefined ? null : article.text.slice(condition.start, condition.end),
    date: date?.value ?? statement?.date ?? null,
    attribution: chainOf(statement),
    evidence,
    rule: draft.rule,
  };
}

/** Steps up the tree from a date to the trigger or the verb that carries it. */
const FARTHEST = 4;

/** A day or longer that hangs on the trigger or on its verb, not on a clause or a noun below it. */
function findDate(
  doc: ParsedDoc,
  trigger: number,
  issue: Span,
  dates: readonly DateMention[],
): DateMention | undefined {
  const isNoun = doc.names.deprel[doc.deprel[trigger]] === "obj";
  const carrier = isNoun ? doc.head[trigger] : trigger;
  return dates.find((date) => {
    if (date.type !== "DATE" || date.value.edtf.startsWith("P")) return false;
    if (date.start >= issue.start && date.end <= issue.end) return false;
    let at = firstWordFrom(doc, date.start);
    for (let step = 0; step < FARTHEST && at >= 0; step++) {
      if (at === trigger || at === carrier) return true;
      if (/^(acl|acl:relcl|ccomp|parataxis|nmod|conj)$/.test(doc.names.deprel[doc.deprel[at]])) return false;
      at = doc.head[at];
    }
    return false;
  });
}
