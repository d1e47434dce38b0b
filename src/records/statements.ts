/**
 * Statements: somebody says something, on whose word, with every field shown.
 *
 * In: a parsed article with its quotations, actors and dates. Out: records in the order of the text, what is
 * said inside another statement directly behind it. The source of a document ("the statement reads") is
 * whoever issued it: its possessor, or the speaker whose statement was told before.
 */
import { type Evidence, makeEvidence, type Span } from "../core/evidence.js";
import { makeId } from "../core/identity.js";
import type { ActorRef, ArticleRecord, StatementRecord } from "../core/records.js";
import { type ParsedDoc, UPOS } from "../language/doc.js";
import type { DateMention } from "../mentions/date-mention.js";
import type { ResolvedActor, SourceResolver } from "../mentions/source-resolver.js";
import type { AttributionModels } from "./attribution.js";
import { type AttributionView, makeAttributionView, OUTSIDE } from "./attribution-view.js";
import type { Channel } from "./channel.js";
import type { ChannelTable } from "./channel-table.js";
import type { CueTable } from "./cue-table.js";
import { subtreeOf } from "./frame.js";
import { relationOf } from "./frame-match.js";
import { chainOf } from "./on-whose-word.js";
import { paragraphOf } from "./quotation-kind.js";
import type { Quotation } from "./quotations.js";
import { findAddressee, findChannel, findStatementDate } from "./statement-context.js";
import type { StatementDraft } from "./statement-draft.js";
import { draftStatements, spansOfWords } from "./statement-drafts.js";

export interface StatementInput {
  readonly article: ArticleRecord;
  readonly doc: ParsedDoc;
  readonly quotations: readonly Quotation[];
  readonly actors: SourceResolver;
  readonly dates: readonly DateMention[];
  readonly cues: CueTable;
  readonly channels: ChannelTable;
  readonly models: AttributionModels;
}

const PRON = UPOS.indexOf("PRON");

/** A source as found: the actor, where it is written, and what an unwritten one was taken from. */
interface FoundSource {
  readonly ref: ActorRef;
  readonly antecedent?: Span;
  /** The channel that a document names by itself. */
  readonly channel?: Channel;
}

/** What has been made of the drafts before. */
interface Finished {
  readonly record: StatementRecord;
  readonly source: FoundSource | null;
  readonly sourceSpan: Span | undefined;
}

export function findStatements(input: StatementInput): StatementRecord[] {
  const { article, doc } = input;
  // An agency named in the text may be whose word it is; title, byline and date are nobody's.
  const excluded: Span[] = [...article.boilerplate, ...article.evidence.filter((e) => e.part !== "agency")];
  const view = makeAttributionView(
    doc,
    input.quotations.filter((q) => q.depth === 0),
    input.cues,
  );
  const drafts = draftStatements(view, input.quotations, input.models, input.cues, excluded);
  const finished = new Map<StatementDraft, Finished>();
  const records: StatementRecord[] = [];
  let previous: StatementDraft | null = null;
  for (const draft of drafts) {
    const found = finish(input, view, draft, finished, previous);
    finished.set(draft, found);
    records.push(found.record);
    if (draft.parent === null) previous = draft;
  }
  return records;
}

function finish(
  input: StatementInput,
  view: AttributionView,
  draft: StatementDraft,
  before: ReadonlyMap<StatementDraft, Finished>,
  previous: StatementDraft | null,
): Finished {
  const { article, doc } = input;
  const source = findSource(input, view, draft, before);
  const channel = findChannel(view, draft, input.channels);
  const date = findStatementDate(view, draft, input.dates);
  const addressee = findAddressee(view, draft, input.cues);
  const above = draft.parent === null ? undefined : before.get(draft.parent);
  const occasion = carriedOver(
    view,
    draft,
    source,
    previous,
    previous === null ? undefined : before.get(previous),
  );
  const id = makeId(
    "sta",
    article.id,
    draft.content[0].start,
    draft.content[draft.content.length - 1].end,
    draft.anchor,
    chainLength(draft),
  );
  const evidence: Evidence[] = [];
  const show = (spans: readonly Span[], part: Evidence["part"]) => {
    for (const span of spans) evidence.push(makeEvidence(article.id, article.text, span, part));
  };
  const sourceSpans = spansOfWords(view, draft.source);
  show(sourceSpans, "source");
  show(spansOfWords(view, draft.cue), "cue");
  show(draft.content, "content");
  if (source?.antecedent !== undefined) show([source.antecedent], "antecedent");
  const told = { channel: channel?.channel ?? source?.channel, date: date?.value };
  if (channel !== null) show([channel.span], "channel");
  else if (told.channel === undefined)
    show(occasion?.evidence.filter((e) => e.part === "channel") ?? [], "channel");
  show(date !== null ? [date] : (occasion?.evidence.filter((e) => e.part === "date") ?? []), "date");
  const station = (told.channel ?? occasion?.channel) ? -1 : findStation(input, view, draft);
  if (station >= 0) show([{ start: doc.start[station], end: doc.end[station] }], "channel");
  const addressees = addressee.length > 0 ? [addresseeOf(input.actors.resolve(addressee).ref, source)] : [];
  show(addressee.length > 0 ? spansOfWords(view, addressee) : [], "addressee");
  const record: StatementRecord = {
    kind: "statement",
    id,
    article: article.id,
    source: source?.ref ?? null,
    cue: draft.anchor < 0 ? null : cueLemma(doc, draft),
    mode: draft.mode,
    content: draft.content.map(({ start, end }) => article.text.slice(start, end)).join(" "),
    channel: told.channel ?? occasion?.channel ?? (station < 0 ? null : "broadcast"),
    date: told.date ?? occasion?.date ?? null,
    addressees,
    parent: above?.record.id ?? null,
    attribution: chainOf(above?.record),
    evidence,
    rule: draft.rule,
  };
  return { record, source, sourceSpan: sourceSpans[0] };
}

/** Nobody is told something by themselves: "he told him" names two, and a pronoun that seems to be the source stays open. */
function addresseeOf(ref: ActorRef, source: FoundSource | null): ActorRef {
  if (ref.id === undefined || ref.id !== source?.ref.id || ref.text === undefined) return ref;
  return { name: ref.text, text: ref.text };
}

/** Cues that go on from what the same speaker has just said. */
const GOING_ON = new Set(["add", "continue", "go on", "conclude"]);

/** The statement before, whose occasion this one shares: the same speaker goes on by a pronoun, "added", or no cue. */
function carriedOver(
  view: AttributionView,
  draft: StatementDraft,
  source: FoundSource | null,
  previous: StatementDraft | null,
  told: Finished | undefined,
): StatementRecord | undefined {
  if (draft.parent !== null || previous === null || source?.ref.id === undefined) return undefined;
  if (told === undefined || told.source?.ref.id !== source.ref.id) return undefined;
  if (draft.continues === previous) return told.record;
  const goesOn =
    draft.anchor >= 0 &&
    (GOING_ON.has(view.doc.lemma[draft.anchor].toLowerCase()) ||
      (draft.source.length === 1 && view.doc.upos[draft.source[0]] === PRON));
  const last = previous.anchor >= 0 ? previous.anchor : draft.anchor;
  if (!goesOn || paragraphOf(view, last) !== paragraphOf(view, draft.anchor)) return undefined;
  return told.record;
}

function chainLength(draft: StatementDraft): number {
  let n = 0;
  for (let d = draft.parent; d !== null; d = d.parent) n++;
  return n;
}

/** Lemma of the cue, with its particle ("point out"). */
function cueLemma(doc: ParsedDoc, draft: StatementDraft): string {
  const words = [draft.anchor];
  for (const i of draft.cue) {
    if (doc.head[i] === draft.anchor && relationOf(doc, i) === "compound:prt") words.push(i);
  }
  return words
    .sort((a, b) => a - b)
    .map((i) => doc.lemma[i].toLowerCase())
    .join(" ");
}

function findSource(
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
  const document = resolved.rule === "unresolved" ? documentChannel(input, view, head) : undefined;
  if (document !== undefined) return issuerOf(input, view, draft, head, document, resolved, before);
  return { ref: resolved.ref, ...(resolved.antecedent ? { antecedent: resolved.antecedent } : {}) };
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
  return { ref: { ...parent.source.ref, text }, ...(antecedent ? { antecedent } : {}) };
}

/** "resolutions that demand …": who the relative pronoun stands for, without its clause; undefined for other sources. */
function relativeAntecedent(view: AttributionView, source: readonly number[]): readonly number[] | undefined {
  const { doc } = view;
  const words = source.filter((i) => !view.isPunctuation[i]);
  if (
    words.length !== 1 ||
    !/^(that|which|who)$/i.test(doc.text.slice(doc.start[words[0]], doc.end[words[0]]))
  )
    return undefined;
  let clause = doc.head[words[0]];
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

function headOfPhrase(view: AttributionView, words: readonly number[]): number {
  const among = new Set(words);
  return words.find((i) => !view.isPunctuation[i] && !among.has(view.doc.head[i])) ?? words[0];
}

/** The channel that the noun `head` names by itself ("statement", "letter", "report"). */
function documentChannel(input: StatementInput, view: AttributionView, head: number): Channel | undefined {
  const rows = input.channels.byFirstWord.get(view.doc.lemma[head].toLowerCase());
  return rows?.find((row) => row.pos === "NOUN" && row.spellings[0].length === 1)?.channel;
}

/** The word of the source that says that it is on the air ("Radio Ocean", "state television"); -1 if none. */
function findStation(
  { channels, doc }: StatementInput,
  view: AttributionView,
  draft: StatementDraft,
): number {
  const head = draft.source.length === 0 ? -1 : headOfPhrase(view, draft.source);
  for (const word of draft.source) {
    if (word !== head && doc.head[word] !== head) continue;
    const rows = channels.byLemma.get(doc.lemma[word].toLowerCase()) ?? [];
    const isStation = rows.some(
      (row) => row.channel === "broadcast" && row.pos === "NOUN" && row.frame.deprel.includes("nsubj"),
    );
    if (isStation) return word;
  }
  return -1;
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
  const { doc } = view;
  for (let child = view.firstChild[head]; child >= 0; child = view.nextSibling[child]) {
    if (!/^(nmod|nmod:poss|compound|amod)$/.test(relationOf(doc, child))) continue;
    const issuer = input.actors.resolve(subtreeOf(view, child, () => true));
    if (issuer.rule !== "unresolved") return { ref: issuer.ref, channel };
  }
  let latest: Finished | undefined;
  let sameChannel: Finished | undefined;
  for (const [other, found] of before) {
    if (other.parent !== draft.parent || found.source === null || found.source.ref.id === undefined) continue;
    latest = found;
    if (found.record.channel === channel) sameChannel = found;
  }
  const issuer = sameChannel ?? latest;
  if (issuer?.source == null) return { ref: resolved.ref, channel };
  const antecedent = issuer.sourceSpan ?? issuer.source.antecedent;
  const ref = { ...issuer.source.ref, ...(resolved.ref.text ? { text: resolved.ref.text } : {}) };
  return { ref, channel, ...(antecedent ? { antecedent } : {}) };
}
