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
import type { ActorRef, ArticleRecord, PositionRecord, Stance, StatementRecord } from "../core/records.js";
import { type Dependents, findDependent, findDependents } from "../language/dependents.js";
import { getForm, type ParsedDoc, UPOS } from "../language/doc.js";
import { type ListedActor, listActors } from "../mentions/actor-list.js";
import type { ArticleActors } from "../mentions/actors.js";
import type { DateMention } from "../mentions/date-mention.js";
import type { CueTable } from "./cue-table.js";
import { matchRow } from "./frame-match.js";
import { type FoundIssue, findIssues, type IssueContext, isLightVerb } from "./issue.js";
import type { IssueTable } from "./issue-table.js";
import type { IssueWords } from "./issue-words.js";
import { findRows } from "./lexical-table.js";
import { chainOf, findStatementAround } from "./on-whose-word.js";
import { findHolder } from "./position-holder.js";
import { findCondition, findPolarity, isMainOf, judgedStance, turnStance } from "./position-mood.js";
import type { StanceTable } from "./stance-table.js";

export interface PositionInput {
  readonly article: ArticleRecord;
  readonly doc: ParsedDoc;
  readonly actors: ArticleActors;
  readonly dates: readonly DateMention[];
  readonly statements: readonly StatementRecord[];
  readonly stances: StanceTable;
  readonly words: IssueWords;
  readonly issues: IssueTable;
  /** Says which cues put the issue itself into the holder's mouth ("demanded"). */
  readonly cues: CueTable;
}

/** A position before its evidence is gathered. */
interface Draft {
  readonly trigger: number;
  readonly holders: readonly ListedActor[];
  readonly stance: Stance;
  readonly issue: FoundIssue;
  readonly condition: Span | undefined;
  readonly statement: StatementRecord | undefined;
  readonly rule: string;
}

const PUNCT = UPOS.indexOf("PUNCT");
const PROPN = UPOS.indexOf("PROPN");

/** Commitments whose content is what the source wants: it is their own word. */
const WANTING = new Set([
  "ask",
  "request",
  "demand",
  "order",
  "recommend",
  "propose",
  "hope",
  "fear",
  "promise",
  "warn",
]);

export function findPositions(input: PositionInput): PositionRecord[] {
  const { doc, actors, words, issues, stances } = input;
  const tree = findDependents(doc);
  const context: IssueContext = { tree, actors, words, named: issues };
  const drafts: Draft[] = [];
  for (let i = 0; i < doc.length; i++) {
    if (doc.upos[i] === PUNCT || doc.upos[i] === PROPN) continue;
    if (isExcluded(input.article, doc.start[i])) continue;
    const found = stances.byFirstWord.has(doc.lemma[i].toLowerCase()) ? readRows(input, context, i) : [];
    drafts.push(...(found.length > 0 ? found : readNorm(input, context, i)));
  }
  return drafts.map((draft) => finish(input, draft));
}

/** Titles, credits and follow-us lines hold no positions of their own. */
function isExcluded(article: ArticleRecord, offset: number): boolean {
  return article.boilerplate.some((e) => e.start <= offset && offset < e.end);
}

/** Positions that a row of the table finds at word `i`; the first row that finds some is the one. */
function readRows(input: PositionInput, context: IssueContext, i: number): Draft[] {
  const { doc, stances } = input;
  const { tree } = context;
  const word = { lemma: doc.lemma[i], form: getForm(doc, i), upos: UPOS[doc.upos[i]] };
  for (const row of findRows(stances, word)) {
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
    const found: Draft[] = [];
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
  const word = { lemma: doc.lemma[verb], form: getForm(doc, verb), upos: "VERB" };
  for (const row of findRows(stances, word)) {
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

/** The actors of the phrase headed by `head`; "we" in somebody's words is that somebody. */
function holdersAt(
  input: PositionInput,
  tree: Dependents,
  head: number,
  statement: StatementRecord | undefined,
): ListedActor[] {
  const { doc, actors } = input;
  if (/^(we|i|our|my)$/i.test(getForm(doc, head))) return sourceOf(input, statement);
  return listActors(tree, head, actors).filter(({ ref, from }) =>
    isPolitical(ref, actors.mentionAt(from)?.kind),
  );
}

/** How what is written at `span` was linked. */
function kindAt({ doc, actors }: PositionInput, span: Span): string | undefined {
  return actors.mentions.find((m) => doc.start[m.from] < span.end && span.start < doc.end[m.to - 1])?.kind;
}

/** A document that names nobody still has its own voice: "the draft says that prisoners must be released". */
function isDocument({ source, channel }: StatementRecord): boolean {
  return source?.id === undefined && channel !== null;
}

/** States, bodies, offices and those who hold one: what a private person likes is no position. */
function isPolitical({ id, sector, country }: ActorRef, kind?: string): boolean {
  if (id?.startsWith("person:")) return sector !== undefined || country !== undefined;
  return id !== undefined || kind === "office" || kind === "role";
}

/** "The prisoners must be released", "a vote may be held only after …": the speaker's own norm. */
function readNorm(input: PositionInput, context: IssueContext, i: number): Draft[] {
  const { doc } = input;
  const { tree } = context;
  const lemma = doc.lemma[i].toLowerCase();
  const isPossible = lemma === "possible" || lemma === "permissible";
  const verb = isPossible ? i : doc.head[i];
  if (verb < 0) return [];
  if (!isPossible && (doc.names.deprel[doc.deprel[i]] !== "aux" || UPOS[doc.upos[verb]] !== "VERB"))
    return [];
  const binds = /^(should|must|shall)$/.test(lemma);
  const condition = findCondition(tree, verb);
  const opens = isPossible || /^(may|can|could|will)$/.test(lemma);
  if (isLightVerb(doc.lemma[verb].toLowerCase())) return [];
  if (!binds && !(opens && condition !== undefined && isOnly(doc, condition))) return [];
  const statement = findStatementAround(wordSpan(doc, verb), input.statements);
  const holders = speakerOf(input, tree, statement, verb);
  if (holders.length === 0) return [];
  const polarity = findPolarity(tree, verb);
  if (polarity === undefined) return [];
  const about = isPossible ? findDependent(tree, i, (r) => r === "nsubj" || r === "csubj") : verb;
  if (about < 0) return [];
  return findIssues(context, about)
    .slice(0, 1)
    .map((issue) => ({
      trigger: i,
      holders,
      stance: turnStance("favor" as const, polarity),
      issue,
      condition,
      statement,
      rule: binds ? `norm:${lemma}` : "norm:only",
    }));
}

function isOnly({ text }: ParsedDoc, { start, end }: Span): boolean {
  return /^only\b/i.test(text.slice(start, end));
}

/** The source of the statement whose main clause word `i` stands in. */
function speakerOf(
  input: PositionInput,
  tree: Dependents,
  statement: StatementRecord | undefined,
  i: number,
): ListedActor[] {
  return statement !== undefined && isMainOf(tree, statement, i) ? sourceOf(input, statement) : [];
}

function sourceOf(input: PositionInput, statement: StatementRecord | undefined): ListedActor[] {
  const source = statement?.source;
  const written = statement?.evidence.find((e) => e.part === "source");
  const kind = written && kindAt(input, written);
  if (!statement || !source || !(isPolitical(source, kind) || isDocument(statement))) return [];
  const shown = statement.evidence.find((e) => e.part === "source") ?? statement.evidence[0];
  return [{ ref: source, from: -1, to: -1, start: shown.start, end: shown.end }];
}

/**
 * The statement on which the position stands. "X reiterated its support" is told by the author and not by X, though
 * "its support" is what X reiterated; "X called for a truce" is X's own word.
 */
function onWhoseWord(
  { doc, statements, cues }: PositionInput,
  trigger: number,
  holders: readonly ListedActor[],
  issue: Span,
  around: StatementRecord | undefined,
): StatementRecord | undefined {
  const isHolder = (s: StatementRecord) =>
    holders.length === 1 &&
    s.source !== null &&
    s.source.id !== undefined &&
    s.source.id === holders[0].ref.id;
  const at = wordSpan(doc, trigger);
  const own = statements.find(
    (s) =>
      isHolder(s) &&
      s.evidence.some((e) => e.part === "cue" && e.start <= at.start && at.end <= e.end) &&
      s.evidence.some((e) => e.part === "content" && e.start < issue.end && issue.start < e.end),
  );
  if (own?.cue != null) {
    const isCue = own.cue.split(" ")[0] === doc.lemma[trigger].toLowerCase();
    const wants =
      isCue && (cues.byFirstWord.get(own.cue.split(" ")[0]) ?? []).some((row) => WANTING.has(row.commitment));
    return wants ? own : parentOf(own, statements);
  }
  if (around === undefined || around.source === null) return around;
  // The holder's list stands outside the content: the trigger is the noun of a light verb.
  const told = around.evidence.some(
    (e) => e.part === "source" && holders.some((h) => e.start <= h.start && h.end <= e.end),
  );
  const contents = around.evidence.filter((e) => e.part === "content");
  const isShort = contents.every((c) => c.start >= at.start - LIGHT_OBJECT);
  return told && isShort ? parentOf(around, statements) : around;
}

/** A light verb's object begins at most this many characters before its noun ("its firm and long-standing support"). */
const LIGHT_OBJECT = 40;

function parentOf(
  { parent }: StatementRecord,
  statements: readonly StatementRecord[],
): StatementRecord | undefined {
  return parent === null ? undefined : statements.find((s) => s.id === parent);
}

function finish({ article, doc, dates }: PositionInput, draft: Draft): PositionRecord {
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

/** A day or longer named in the trigger's sentence outside of the issue. */
function findDate(
  doc: ParsedDoc,
  trigger: number,
  issue: Span,
  dates: readonly DateMention[],
): DateMention | undefined {
  let s = 0;
  while (doc.sentence[s + 1] <= trigger) s++;
  const from = doc.start[doc.sentence[s]];
  const to = doc.end[doc.sentence[s + 1] - 1];
  return dates.find(
    (d) =>
      d.type === "DATE" &&
      d.start >= from &&
      d.end <= to &&
      !(d.start >= issue.start && d.end <= issue.end) &&
      !d.value.edtf.startsWith("P"),
  );
}

function wordSpan(doc: ParsedDoc, i: number): Span {
  return { start: doc.start[i], end: doc.end[i] };
}
