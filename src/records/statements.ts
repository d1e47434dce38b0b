/**
 * Statements: somebody says something, on whose word, with every field shown.
 *
 * In: a parsed article with its quotations, actors and dates. Out: records in the order of the text, what is
 * said inside another statement directly behind it.
 * A medium that was told ("told Armenpress") is a link of the chain without a statement of its own.
 */
import { type Evidence, makeEvidence, type Span } from "../core/evidence.js";
import { makeId } from "../core/identity.js";
import type { ActorRef, ArticleRecord, StatementRecord } from "../core/records.js";
import { type ParsedDoc, UPOS } from "../language/doc.js";
import { relationSet } from "../language/relation-set.js";
import { type AttributionView, makeAttributionView } from "./attribution-view.js";
import { placeCitedSources } from "./cited-source.js";
import { chainOf } from "./on-whose-word.js";
import { paragraphOf } from "./quotation-kind.js";
import { type FoundChannel, findAddressee, findChannel } from "./statement-context.js";
import { findStatementDate } from "./statement-date.js";
import { findDocument, findStation, type NamedChannel } from "./statement-document.js";
import type { StatementDraft } from "./statement-draft.js";
import { draftStatements } from "./statement-drafts.js";
import { findStatementFrame } from "./statement-frame.js";
import { findToldMedium } from "./statement-medium.js";
import { findOccasion } from "./statement-occasion.js";
import { type Finished, type FoundSource, findSource, type StatementInput } from "./statement-source.js";
import { spansOfWords } from "./statement-spans.js";

export type { StatementInput } from "./statement-source.js";

const PRON = UPOS.indexOf("PRON");
const PARTICLE = relationSet("compound:prt");

export function findStatements(input: StatementInput): StatementRecord[] {
  const { article, doc } = input;
  // An agency named in the text may be whose word it is; title, byline and date are nobody's.
  const excluded: Span[] = [...article.boilerplate, ...article.evidence.filter((e) => e.part !== "agency")];
  const view = makeAttributionView(
    doc,
    input.quotations.filter((q) => q.depth === 0),
    input.cues,
  );
  const found = draftStatements(view, input.quotations, input.models, input, excluded);
  const drafts = placeCitedSources(view, found, input.cues, input.actors);
  const finished = new Map<StatementDraft, Finished>();
  const records: StatementRecord[] = [];
  const ids = new Set<string>();
  let previous: StatementDraft | null = null;
  for (const draft of drafts) {
    const made = finish(input, view, draft, finished, previous);
    finished.set(draft, made);
    // An unclosed quotation may hold words that a statement outside it already has.
    if (!ids.has(made.record.id)) records.push(made.record);
    ids.add(made.record.id);
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
  const frame = findStatementFrame(view, draft);
  const document = findDocument(view, draft, input.channels);
  const channel =
    document === null ? findChannel(view, frame, input.channels) : shownBy(doc, document, source);
  const addressee = findAddressee(view, frame, input.cues);
  const above = draft.parent === null ? undefined : before.get(draft.parent);
  const occasion = findOccasion(view, frame, input.occasions, input.dates);
  const means = [channel?.word ?? -1, occasion?.word ?? -1];
  const date = findStatementDate(view, frame, input.dates, means);
  const shared = carriedOver(
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
  const sourceSpans = spansOfWords(view, draft.source);
  show(evidence, article, sourceSpans, "source");
  show(evidence, article, spansOfWords(view, draft.cue), "cue");
  show(evidence, article, draft.content, "content");
  if (source?.antecedent !== undefined) show(evidence, article, [source.antecedent], "antecedent");
  const own = { channel: channel?.channel ?? source?.channel, date: date?.value };
  if (channel !== null) show(evidence, article, [channel.span], "channel");
  else if (own.channel === undefined) show(evidence, article, shownFor(shared, "channel"), "channel");
  show(evidence, article, date !== null ? [date] : shownFor(shared, "date"), "date");
  const occasions = occasion !== null ? [occasion.span] : shownFor(shared, "occasion");
  show(evidence, article, occasions, "occasion");
  const station = (own.channel ?? shared?.channel) ? -1 : findStation(view, draft, input.channels);
  if (station >= 0)
    show(evidence, article, [{ start: doc.start[station], end: doc.end[station] }], "channel");
  const addressees = addressee.length > 0 ? [addresseeOf(input.actors.resolve(addressee).ref, source)] : [];
  const told = findToldMedium(view, frame, addressee, input.actors);
  show(evidence, article, spansOfWords(view, addressee), "addressee");
  const chain = chainOf(above?.record);
  const record: StatementRecord = {
    kind: "statement",
    id,
    article: article.id,
    source: source?.ref ?? null,
    cue: draft.anchor < 0 ? null : cueLemma(doc, draft),
    mode: draft.mode,
    content: draft.content.map(({ start, end }) => article.text.slice(start, end)).join(" "),
    channel: own.channel ?? shared?.channel ?? (station < 0 ? null : "broadcast"),
    occasion: occasions.map(({ start, end }) => article.text.slice(start, end))[0] ?? null,
    date: own.date ?? shared?.date ?? null,
    addressees,
    parent: above?.record.id ?? null,
    attribution: told === null ? chain : [...chain, told],
    evidence,
    rule: draft.rule,
  };
  return { record, source, sourceSpan: sourceSpans[0] };
}

const NO_SPANS: readonly Span[] = [];

/** What shows `part` of a statement that another shares it with. */
function shownFor(shared: StatementRecord | undefined, part: Evidence["part"]): readonly Span[] {
  return shared === undefined ? NO_SPANS : shared.evidence.filter((e) => e.part === part);
}

/** Adds what shows `part` to `evidence`. */
function show(
  evidence: Evidence[],
  { id, text }: ArticleRecord,
  spans: readonly Span[],
  part: Evidence["part"],
): void {
  for (const span of spans) evidence.push(makeEvidence(id, text, span, part));
}

/** The channel of a document, shown by its noun. */
function shownBy(doc: ParsedDoc, { channel, word }: NamedChannel, source: FoundSource | null): FoundChannel {
  const span = { start: doc.start[word], end: doc.end[word] };
  return { channel: source?.channel ?? channel, span, word };
}

/** Nobody is told something by themselves: "he told him" names two, and a pronoun that seems to be the source stays open. */
function addresseeOf(ref: ActorRef, source: FoundSource | null): ActorRef {
  if (ref.id === undefined || ref.id !== source?.ref.id || ref.text === undefined) return ref;
  return { name: ref.text, text: ref.text };
}

/** Cues that go on from what the same speaker has just said. */
const GOING_ON = new Set(["add", "continue", "go on", "conclude"]);

/** The statement before, whose channel, date and occasion this one shares: the same speaker goes on by a pronoun, "added", or no cue. */
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
  const own = doc.lemma[draft.anchor].toLowerCase();
  const words = draft.cue.filter((i) => doc.head[i] === draft.anchor && PARTICLE.has(doc, i));
  if (words.length === 0) return own;
  return [...words, draft.anchor]
    .sort((a, b) => a - b)
    .map((i) => doc.lemma[i].toLowerCase())
    .join(" ");
}
