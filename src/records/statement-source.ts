/**
 * Who says it: the source of a statement as an actor, through pronouns, relative clauses and documents.
 *
 * In: a draft and what has been made of those before it. Out: the actor, where an unwritten one was taken from, and the
 * channel that a document names by itself. The source of a document ("the statement reads") is whoever issued it: its
 * possessor, or the speaker whose statement was told before.
 */

import type { Span } from "../core/evidence.js";
import { extend } from "../core/extend.js";
import type { ActorRef, ArticleRecord, StatementRecord } from "../core/records.js";
import { getForm, type ParsedDoc } from "../language/doc.js";
import { hasForm } from "../language/spelling.js";
import type { DateMention } from "../mentions/date-mention.js";
import type { ResolvedActor, SourceResolver } from "../mentions/source-resolver.js";
import type { AttributionModels } from "./attribution.js";
import { type AttributionView, OUTSIDE } from "./attribution-view.js";
import type { Channel } from "./channel.js";
import type { ChannelTable } from "./channel-table.js";
import type { CueTable } from "./cue-table.js";
import { subjectOf, subtreeOf } from "./frame.js";
import { relationOf } from "./frame-match.js";
import type { OccasionTable } from "./occasion-table.js";
import type { Quotation } from "./quotations.js";
import { channelOfIssuer, documentBefore, documentChannel, headOfPhrase } from "./statement-document.js";
import type { StatementDraft } from "./statement-draft.js";

export interface StatementInput {
  readonly article: ArticleRecord;
  readonly doc: ParsedDoc;
  readonly quotations: readonly Quotation[];
  readonly actors: SourceResolver;
  readonly dates: readonly DateMention[];
  readonly cues: CueTable;
  readonly channels: ChannelTable;
  readonly occasions: OccasionTable;
  readonly models: AttributionModels;
}

/** A source as found: the actor, where it is written, and what an unwritten one was taken from. */
export interface FoundSource {
  readonly ref: ActorRef;
  readonly antecedent?: Span;
  /** The channel that a document names by itself. */
  readonly channel?: Channel;
}

/** What has been made of the drafts before. */
export interface Finished {
  readonly record: StatementRecord;
  readonly source: FoundSource | null;
  readonly sourceSpan: Span | undefined;
}

/** The source of `draft`; null where nobody is written and none goes on. */
export function findSource(
  input: StatementInput,
  view: AttributionView,
  draft: StatementDraft,
  before: ReadonlyMap<StatementDraft, Finished>,
): FoundSource | null {
  if (draft.source.length === 0) return continueSource(draft, before);
  const speaker = speakerOf(view, draft, before);
  if (speaker !== undefined) return speaker;
  const antecedent = relativeAntecedent(view, draft.source);
  if (antecedent !== undefined) return findSource(input, view, { ...draft, source: antecedent }, before);
  const resolved = input.actors.resolve(draft.source);
  const head = headOfPhrase(view, draft.source);
  const made = draft.source.length === 1 ? documentBefore(view, head, input.channels) : -1;
  if (made >= 0) return authorOf(input, view, draft, made, resolved, before);
  const document = resolved.rule === "unresolved" ? documentChannel(view, head, input.channels) : undefined;
  if (document !== undefined) return issuerOf(input, view, draft, head, document, resolved, before);
  const { ref } = resolved;
  return resolved.antecedent ? { ref, antecedent: resolved.antecedent } : { ref };
}

const FIRST_PERSON = new Set(["i", "we"]);

/** "I" and "we" inside what somebody is quoted as saying are that speaker. */
function speakerOf(
  view: AttributionView,
  draft: StatementDraft,
  before: ReadonlyMap<StatementDraft, Finished>,
): FoundSource | undefined {
  if (draft.parent === null || draft.source.length !== 1) return undefined;
  const [word] = draft.source;
  if (!FIRST_PERSON.has(view.doc.lemma[word].toLowerCase()) || view.quote[word] === OUTSIDE) return undefined;
  const parent = before.get(draft.parent);
  if (parent?.source == null) return undefined;
  const antecedent = parent.sourceSpan ?? parent.source.antecedent;
  const text = view.doc.text.slice(view.doc.start[word], view.doc.end[word]);
  return { ref: extend(parent.source.ref, { text }), ...(antecedent ? { antecedent } : {}) };
}

const RELATIVES = ["that", "which", "who"];

/** "resolutions that demand …": who the relative pronoun stands for, without its clause; undefined for other sources. */
function relativeAntecedent(view: AttributionView, source: readonly number[]): readonly number[] | undefined {
  const { doc } = view;
  let word = -1;
  for (const i of source) {
    if (view.isPunctuation[i] === 1) continue;
    if (word >= 0) return undefined;
    word = i;
  }
  if (word < 0 || !RELATIVES.some((relative) => hasForm(doc, word, relative))) return undefined;
  let clause = doc.head[word];
  while (clause >= 0 && relationOf(doc, clause) !== "acl:relcl") {
    if (!/^(conj|xcomp|aux|cop)/.test(relationOf(doc, clause))) return undefined;
    clause = doc.head[clause];
  }
  if (clause < 0) return undefined;
  return subtreeOf(view, doc.head[clause], (w) => w !== clause);
}

/** A quotation without a cue goes on from the statement before it. */
function continueSource(
  draft: StatementDraft,
  before: ReadonlyMap<StatementDraft, Finished>,
): FoundSource | null {
  const earlier = draft.continues === null ? undefined : before.get(draft.continues);
  if (earlier?.source == null) return null;
  const antecedent = earlier.sourceSpan ?? earlier.source.antecedent;
  return { ref: earlier.source.ref, ...(antecedent ? { antecedent } : {}) };
}

/** Who issued a document: its possessor or author where written, else the speaker before it. */
function issuerOf(
  input: StatementInput,
  view: AttributionView,
  draft: StatementDraft,
  head: number,
  channel: Channel,
  resolved: ResolvedActor,
  before: ReadonlyMap<StatementDraft, Finished>,
): FoundSource {
  for (let child = view.firstChild[head]; child >= 0; child = view.nextSibling[child]) {
    if (!mayIssue(view, child, channel)) continue;
    const issuer = input.actors.resolve(subtreeOf(view, child, () => true));
    if (issuer.rule !== "unresolved") {
      const ref = { ...issuer.ref, ...(resolved.ref.text ? { text: resolved.ref.text } : {}) };
      return { ref, channel: channelOfIssuer(channel, issuer.ref) };
    }
  }
  // "the Chadian note" is nobody else's.
  if (resolved.ref.country !== undefined)
    return { ref: resolved.ref, channel: channelOfIssuer(channel, resolved.ref) };
  let latest: Finished | undefined;
  let sameChannel: Finished | undefined;
  for (const [other, found] of before) {
    const id = found.source?.ref.id;
    // A letter that a newspaper tells of is not the newspaper's.
    if (other.parent !== draft.parent || id === undefined || id.startsWith("media:")) continue;
    latest = found;
    if (found.record.channel === channel) sameChannel = found;
  }
  const issuer = sameChannel ?? latest;
  if (issuer?.source == null) return { ref: resolved.ref, channel };
  const antecedent = issuer.sourceSpan ?? issuer.source.antecedent;
  const ref = { ...issuer.source.ref, ...(resolved.ref.text ? { text: resolved.ref.text } : {}) };
  return { ref, channel, ...(antecedent ? { antecedent } : {}) };
}

/** True for what tells whose a document is: "Chad's note", "a note from Chad", not "a note to Chad" or "Accra radio". */
function mayIssue(view: AttributionView, word: number, channel: Channel): boolean {
  const { doc } = view;
  const relation = relationOf(doc, word);
  if (relation === "compound") return channel !== "broadcast";
  if (relation !== "nmod") return relation === "nmod:poss" || relation === "amod";
  for (let child = view.firstChild[word]; child >= 0; child = view.nextSibling[child])
    if (relationOf(doc, child) === "case") return /^(of|by|from|['’]s?)$/i.test(getForm(doc, child));
  return true;
}

/**
 * Whose the document is that "it" stands for: who made it known, as the subject of "issued", "published"; else whose it
 * would be if it stood there itself.
 */
function authorOf(
  input: StatementInput,
  view: AttributionView,
  draft: StatementDraft,
  document: number,
  resolved: ResolvedActor,
  before: ReadonlyMap<StatementDraft, Finished>,
): FoundSource {
  const { doc } = view;
  const channel = documentChannel(view, document, input.channels);
  const { text } = resolved.ref;
  const withText = (ref: ActorRef) => ({ ...ref, ...(text === undefined ? {} : { text }) });
  const spanOf = (words: readonly number[]) => ({
    start: doc.start[words[0]],
    end: doc.end[words[words.length - 1]],
  });
  if (/^(nsubj|root)/.test(relationOf(doc, document))) {
    const isApart = (w: number) => doc.head[w] === document && /^(acl|punct)/.test(relationOf(doc, w));
    const source = subtreeOf(view, document, (w) => !isApart(w));
    const own = findSource(input, view, { ...draft, source }, before);
    if (own !== null) return { ...own, ref: withText(own.ref), antecedent: spanOf(source) };
  }
  const named = { ref: resolved.ref, ...(channel === undefined ? {} : { channel }) };
  const subject = relationOf(doc, document) === "obj" ? subjectOf(view, doc.head[document]) : -1;
  if (subject < 0) return named;
  const words = subtreeOf(view, subject, () => true);
  return { ...named, ref: withText(input.actors.resolve(words).ref), antecedent: spanOf(words) };
}
