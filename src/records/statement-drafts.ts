/**
 * Attributions and quotations brought together into drafts of statements, nested ones inside their parents.
 *
 * The learned attributions come first; each takes the quotations that its content covers, whole. A spoken
 * quotation that none has taken is given its frame by the tree, or the speaker that it goes on from, or
 * stands without one. What is said inside a content is found by reading the content as a text of its own.
 */
import { type Span, spanContains } from "../core/evidence.js";
import type { StatementMode } from "../core/records.js";
import { firstWordFrom, UPOS } from "../language/doc.js";
import { combine, hashString } from "../learn/feature-hash.js";
import { type Attribution, type AttributionModels, findAttributions } from "./attribution.js";
import { type AttributionView, OUTSIDE, sliceView } from "./attribution-view.js";
import { AttributionWalk } from "./attribution-walk.js";
import type { CueTable } from "./cue-table.js";
import { findFrame, type QuotationFrame, subjectOf, subtreeOf } from "./frame.js";
import { isPassive, relationOf } from "./frame-match.js";
import {
  classifyQuotation,
  isHeldApart,
  paragraphOf,
  type QuotationKind,
  wordsOfQuotation,
} from "./quotation-kind.js";
import type { Quotation } from "./quotations.js";
import { findQuotedSpeakers, type QuotedSpeaker } from "./quoted-speaker.js";
import type { StatementDraft } from "./statement-draft.js";
import { findTableAttributions } from "./table-attribution.js";
import { ViewRoom } from "./view-room.js";

/** Deepest nesting that is looked for: an outlet's sentence, and three voices inside each other. */
const DEEPEST = 4;
/** Shortest run of a content that may hold a statement, in words. */
const SHORTEST_CONTENT = 4;
/** Share of a quotation that an attribution's content must cover to take it. */
const TAKEN = 0.5;
/** Share of a content's words that must be quoted for `direct`. */
const DIRECT = 0.9;

const VERB = UPOS.indexOf("VERB");
const SCONJ = UPOS.indexOf("SCONJ");

interface Context {
  readonly models: AttributionModels;
  readonly cues: CueTable;
  /** True for words that may not be cues or sources: boilerplate, headers. */
  readonly isExcluded: (start: number) => boolean;
  /** Serves all levels, one after the other. */
  readonly walk: AttributionWalk;
  /** Of each level below the text's own: only one of its parts is read at a time. */
  readonly rooms: readonly ViewRoom[];
}

/** Drafts of all statements of a text, whose outermost quotations `view` has; parents before what is said inside them. */
export function draftStatements(
  view: AttributionView,
  quotations: readonly Quotation[],
  models: AttributionModels,
  cues: CueTable,
  excluded: readonly Span[],
): StatementDraft[] {
  const context: Context = {
    models,
    cues,
    isExcluded: (start) => excluded.some((span) => span.start <= start && start < span.end),
    walk: new AttributionWalk(view),
    rooms: Array.from({ length: DEEPEST }, () => new ViewRoom()),
  };
  return draftLevel(view, 0, quotations, context, null);
}

/** Drafts of one level and, below each, of the next. `offset` is the place of the slice's first word in the text. */
function draftLevel(
  view: AttributionView,
  offset: number,
  quotations: readonly Quotation[],
  context: Context,
  parent: StatementDraft | null,
): StatementDraft[] {
  const { doc } = view;
  const top = quotations.filter((q) => q.depth === 0);
  const kinds = top.map((q) => classifyQuotation(view, q));
  const attributions = findAttributions(
    view,
    context.models,
    (a) =>
      !context.isExcluded(doc.start[a.anchor]) &&
      !a.source.some((i) => context.isExcluded(doc.start[i])) &&
      !isSoCalled(view, a.anchor),
    context.walk,
  );
  if (parent !== null) attributions.push(...findTableAttributions(view, context.cues, attributions));
  const quoted = findQuotedSpeakers(view, context.cues);
  const taken = new Set<number>();
  const passedOn = quoted.flatMap((q) => draftQuoted(view, q, top, kinds, taken, parent, offset));
  const drafts = attributions
    .filter((a) => !quoted.some((q) => tellsTheSame(q, a)))
    .map((a) => draftAttribution(view, a, top, kinds, taken, parent, offset))
    // Nothing but marks is said.
    .filter(({ content }) => content.length > 0);
  const found = [...passedOn, ...drafts];
  const level = parent === null ? addQuotations(view, top, kinds, taken, found, context, offset) : found;
  // What a quoted speaker says is read inside his own words, not again inside those of the medium.
  const isRead = (draft: StatementDraft) =>
    depthOf(draft.parent) + 1 < DEEPEST && !passedOn.some(({ parent }) => parent === draft);
  return level.flatMap((draft) =>
    isRead(draft) ? [draft, ...draftInside(view, offset, quotations, context, draft)] : [draft],
  );
}

/** The two drafts of a medium that quotes somebody: its own, and inside it the speaker's. */
function draftQuoted(
  view: AttributionView,
  { verb, saying, quoter, speaker, said }: QuotedSpeaker,
  quotations: readonly Quotation[],
  kinds: readonly QuotationKind[],
  taken: Set<number>,
  parent: StatementDraft | null,
  offset: number,
): StatementDraft[] {
  const confidence = 0;
  const inner = { anchor: saying, cue: [saying], source: speaker, content: said, confidence };
  const content = [...speaker, saying, ...said].sort((a, b) => a - b);
  const outer = { anchor: verb, cue: [verb], source: quoter, content, confidence };
  const rule = "quoted-speaker" as const;
  const above = { ...draftAttribution(view, outer, quotations, kinds, new Set(taken), parent, offset), rule };
  const below = { ...draftAttribution(view, inner, quotations, kinds, taken, above, offset), rule };
  return [above, below].filter((draft) => draft.content.length > 0);
}

/** True for an attribution whose cue is that of a quoting medium or its speaker, or lies between their words. */
function tellsTheSame({ verb, saying, said }: QuotedSpeaker, { anchor }: Attribution): boolean {
  return anchor === verb || anchor === saying || said.includes(anchor);
}

/** How "called" ends. */
const LED = combine(hashString("led"), 2);

/** True for the participle of "so-called": what stands behind it is named, not said. */
function isSoCalled(view: AttributionView, anchor: number): boolean {
  const { doc } = view;
  if (view.suffix[anchor] !== LED) return false;
  const from = doc.start[Math.max(0, anchor - 2)];
  return /^(so ?[-‐] ?|self-)called$/i.test(doc.text.slice(from, doc.end[anchor]));
}

function depthOf(draft: StatementDraft | null): number {
  let depth = 0;
  for (let d = draft; d !== null; d = d.parent) depth++;
  return depth;
}

/** Statements inside a content, each run of its words read on its own. */
function draftInside(
  view: AttributionView,
  offset: number,
  quotations: readonly Quotation[],
  context: Context,
  draft: StatementDraft,
): StatementDraft[] {
  const { doc } = view;
  const found: StatementDraft[] = [];
  for (const span of draft.content) {
    const from = firstWordFrom(doc, span.start);
    let to = from;
    while (to < doc.length && doc.end[to] <= span.end) to++;
    if (to - from < SHORTEST_CONTENT || (from === 0 && to === doc.length)) continue;
    if (!holdsCue(view, from, to)) continue;
    const inner = quotations.filter((q) => spanContains(span, q.outer));
    const shallowest = Math.min(...inner.map((q) => q.depth));
    const lifted = inner.map((q) => ({ ...q, depth: q.depth - shallowest }));
    const top = lifted.filter((q) => q.depth === 0);
    const slice = sliceView(view, from, to, top, context.cues, context.rooms[depthOf(draft)]);
    found.push(...draftLevel(slice, offset + from, lifted, context, draft));
  }
  return found;
}

/** False only if no word of the run may be a cue, however its tree is cut. */
function holdsCue(view: AttributionView, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (view.mayCue[i] === 1 || view.doc.upos[i] === VERB) return true;
    if (view.isPunctuation[i] === 1 && view.doc.text[view.doc.start[i]] === ":") return true;
  }
  return false;
}

function draftAttribution(
  view: AttributionView,
  attribution: Attribution,
  quotations: readonly Quotation[],
  kinds: readonly QuotationKind[],
  taken: Set<number>,
  parent: StatementDraft | null,
  offset: number,
): StatementDraft {
  const covered = new Map<number, number>();
  for (const i of attribution.content) {
    const q = view.quotation[i];
    if (q >= 0 && !view.isPunctuation[i]) covered.set(q, (covered.get(q) ?? 0) + 1);
  }
  const content = new Set(attribution.content);
  const owned = new Set<number>();
  let quoted = 0;
  for (const [q, words] of covered) {
    if (taken.has(q) || (kinds[q] === "scare" && isHeldApart(view, quotations[q], attribution.cue))) continue;
    const { from, to } = wordsOfQuotation(view, quotations[q]);
    const all = countWords(view, from, to);
    if (words / all < TAKEN) continue;
    owned.add(q);
    taken.add(q);
    quoted += all;
    for (let i = from; i < to; i++) if (!attribution.cue.includes(i)) content.add(i);
  }
  const words = [...content].sort((a, b) => a - b);
  const plain = words.filter((i) => !view.isPunctuation[i]).length;
  // "added that “rules are no slogan”": the conjunction is nobody's word.
  const joined = words.filter((i) => view.quote[i] === OUTSIDE && isConjunction(view, i)).length;
  const isDirect = quoted >= DIRECT * plain || quoted >= plain - joined;
  const mode: StatementMode = quoted === 0 ? "indirect" : isDirect ? "direct" : "mixed";
  const spans =
    mode === "direct"
      ? [...owned]
          .sort((a, b) => a - b)
          .flatMap((q) => quotations[q].inside.map((s) => trim(view.doc.text, s)))
      : spansOfWords(view, words);
  const source =
    attribution.source.length > 0
      ? attribution.source
      : sharedSubject(view, attribution, content, parent !== null);
  return {
    rule: attribution.confidence > 0 ? "attribution-model" : "nested-frame",
    cue: attribution.cue.map((i) => i + offset),
    source: source.map((i) => i + offset),
    anchor: attribution.anchor + offset,
    content: spans,
    mode,
    parent,
    continues: null,
  };
}

function isConjunction({ doc }: AttributionView, i: number): boolean {
  return doc.upos[i] === SCONJ && relationOf(doc, i) === "mark";
}

/** The subject that a coordinated or controlled cue has from its governor, where the model gave it no source. */
function sharedSubject(
  view: AttributionView,
  attribution: Attribution,
  content: ReadonlySet<number>,
  isInside: boolean,
): readonly number[] {
  const { anchor } = attribution;
  if (view.doc.upos[anchor] !== VERB || isPassive(view, anchor)) return [];
  let subject = subjectOf(view, anchor);
  if (subject < 0 && isInside) subject = controllerOf(view, anchor);
  if (subject < 0 || content.has(subject)) return [];
  return subtreeOf(view, subject, (w) => !content.has(w) && w !== anchor);
}

const NOMINAL = new Set((["NOUN", "PROPN", "PRON"] as const).map((tag) => UPOS.indexOf(tag)));

/**
 * "quoted [an elder as saying …]", "carried [a note asking …]": the noun that the cue describes, or the object of an
 * outer cue, from which the reading of its content alone has cut both; -1 for none.
 */
function controllerOf(view: AttributionView, anchor: number): number {
  const { doc } = view;
  const head = doc.head[anchor];
  const relation = relationOf(doc, anchor);
  if (head >= 0) return relation === "acl" && NOMINAL.has(doc.upos[head]) ? head : -1;
  if (!/^(advcl|xcomp|ccomp|acl)$/.test(relation)) return -1;
  for (let i = anchor - 1; i >= doc.sentence[view.sentenceOf[anchor]]; i--) {
    if (doc.head[i] < 0 && NOMINAL.has(doc.upos[i]) && /^(i?obj|nsubj(:pass)?|obl)$/.test(relationOf(doc, i)))
      return i;
  }
  return -1;
}

/** Adds drafts for the spoken quotations that no attribution has taken. */
function addQuotations(
  view: AttributionView,
  quotations: readonly Quotation[],
  kinds: readonly QuotationKind[],
  taken: ReadonlySet<number>,
  drafts: readonly StatementDraft[],
  context: Context,
  offset: number,
): StatementDraft[] {
  const all = [...drafts];
  quotations.forEach((quotation, q) => {
    if (taken.has(q) || kinds[q] !== "speech" || context.isExcluded(quotation.outer.start)) return;
    const found = frameOf(view, quotation, context.cues, all);
    const content = quotation.inside.map((s) => trim(view.doc.text, s)).filter((s) => s.end > s.start);
    if (content.length === 0) return;
    const shared = { content, mode: "direct" as const, parent: null };
    if (found.frame !== undefined) {
      const { cue, source } = found.frame;
      const rule = found.introduced ? "quotation-introduced" : "quotation-frame";
      all.push({
        ...shared,
        rule,
        cue: [cue + offset],
        source: source.map((i) => i + offset),
        anchor: cue + offset,
        continues: null,
      });
    } else {
      const rule = found.continues ? "quotation-continues" : "quotation-alone";
      all.push({ ...shared, rule, cue: [], source: [], anchor: -1, continues: found.continues });
    }
  });
  return all.sort((a, b) => a.content[0].start - b.content[0].start);
}

/** The frame in a quotation's own sentences, or the one that introduces it, or the statement that it goes on from. */
function frameOf(
  view: AttributionView,
  quotation: Quotation,
  cues: CueTable,
  drafts: readonly StatementDraft[],
): { frame?: QuotationFrame; introduced: boolean; continues: StatementDraft | null } {
  const { from, to } = wordsOfQuotation(view, quotation);
  const first = view.sentenceOf[from];
  const last = view.sentenceOf[Math.max(from, to - 1)];
  const paragraph = paragraphOf(view, from);
  for (const s of new Set([last, first])) {
    const frame = findFrame(view, cues, s);
    if (frame !== undefined) return { frame, introduced: false, continues: null };
  }
  const before = first - 1;
  if (before >= 0) {
    const end = view.doc.sentence[before + 1] - 1;
    const introduced = view.doc.text[view.doc.start[end]] === ":";
    const frame = introduced ? findFrame(view, cues, before) : undefined;
    if (frame !== undefined) return { frame, introduced: true, continues: null };
  }
  // The nearest statement that ends before the quotation, in this paragraph or the one before.
  let nearest: StatementDraft | null = null;
  for (const draft of drafts) {
    const end = Math.max(
      draft.content[draft.content.length - 1].end,
      draft.anchor < 0 ? 0 : view.doc.end[draft.anchor],
    );
    if (end > quotation.outer.start) continue;
    const away = paragraph - paragraphOf(view, wordAt(view, end));
    if (away <= 1 && (nearest === null || end > lastEnd(view, nearest))) nearest = draft;
  }
  return { introduced: false, continues: nearest };
}

function lastEnd(view: AttributionView, draft: StatementDraft): number {
  return Math.max(
    draft.content[draft.content.length - 1].end,
    draft.anchor < 0 ? 0 : view.doc.end[draft.anchor],
  );
}

function wordAt(view: AttributionView, offset: number): number {
  let low = 0;
  let high = view.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (view.doc.end[middle] < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countWords(view: AttributionView, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++) if (!view.isPunctuation[i]) n++;
  return Math.max(1, n);
}

/** Runs of words as spans: a gap of punctuation alone does not break a run; edges carry no stray punctuation. */
export function spansOfWords(view: AttributionView, words: readonly number[]): Span[] {
  const spans: Span[] = [];
  let runStart = -1;
  let runEnd = -1;
  const close = () => {
    let a = runStart;
    let b = runEnd;
    while (a < b && view.isPunctuation[a] && !opensSomething(view, a)) a++;
    while (
      b > a &&
      view.isPunctuation[b] &&
      view.quote[b] === OUTSIDE &&
      !/[)\]%]/.test(view.doc.text[view.doc.start[b]])
    )
      b--;
    if (a < b || !view.isPunctuation[a]) spans.push({ start: view.doc.start[a], end: view.doc.end[b] });
  };
  for (const i of words) {
    let joins = runStart >= 0;
    for (let k = runEnd + 1; joins && k < i; k++) if (!view.isPunctuation[k]) joins = false;
    if (joins) runEnd = i;
    else {
      if (runStart >= 0) close();
      runStart = i;
      runEnd = i;
    }
  }
  if (runStart >= 0) close();
  return spans;
}

function opensSomething(view: AttributionView, i: number): boolean {
  return view.quote[i] !== OUTSIDE || /[([$€£]/.test(view.doc.text[view.doc.start[i]]);
}

/** A quotation's inside without white space at its edges and without the comma that leads to the cue. */
function trim(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text[start])) start++;
  while (end > start && /[\s,]/.test(text[end - 1])) end--;
  return { start, end };
}
