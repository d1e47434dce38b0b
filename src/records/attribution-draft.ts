/**
 * An attribution as a draft of a statement.
 *
 * In: the words of an attribution and the quotations around. Out: a draft that has taken the quotations which its
 * content covers, whole, with the source that its cue shares with another where it has none of its own.
 */
import type { StatementMode } from "../core/records.js";
import { UPOS } from "../language/doc.js";
import { relationSet } from "../language/relation-set.js";
import type { Attribution } from "./attribution.js";
import { type AttributionView, OUTSIDE } from "./attribution-view.js";
import { subjectOf, subtreeOf } from "./frame.js";
import { isPassive, relationOf } from "./frame-match.js";
import { isHeldApart, type QuotationKind, wordsOfQuotation } from "./quotation-kind.js";
import type { Quotation } from "./quotations.js";
import type { QuotedSpeaker } from "./quoted-speaker.js";
import type { StatementDraft } from "./statement-draft.js";
import { spansOfQuotation, spansOfWords } from "./statement-spans.js";
import { hasWord } from "./word-list.js";

/** Share of a quotation that an attribution's content must cover to take it. */
const TAKEN = 0.5;
/** Share of a content's words that must be quoted for `direct`. */
const DIRECT = 0.9;

const VERB = UPOS.indexOf("VERB");
const SCONJ = UPOS.indexOf("SCONJ");
const MARK = relationSet("mark");

/** The draft of `attribution`; the quotations that it takes are added to `taken`. */
export function draftAttribution(
  view: AttributionView,
  attribution: Attribution,
  quotations: readonly Quotation[],
  kinds: readonly QuotationKind[],
  taken: Set<number>,
  parent: StatementDraft | null,
  offset: number,
): StatementDraft {
  const { owned, quoted } = takeQuotations(view, attribution, quotations, kinds, taken);
  const words =
    owned.length === 0 ? attribution.content : withQuotations(view, attribution, quotations, owned);
  let plain = 0;
  // "added that “rules are no slogan”": the conjunction is nobody's word.
  let joined = 0;
  for (const i of words) {
    if (view.isPunctuation[i] === 0) plain++;
    if (view.quote[i] === OUTSIDE && isConjunction(view, i)) joined++;
  }
  const isDirect = quoted >= DIRECT * plain || quoted >= plain - joined;
  const mode: StatementMode = quoted === 0 ? "indirect" : isDirect ? "direct" : "mixed";
  const spans =
    mode === "direct"
      ? owned.flatMap((q) => spansOfQuotation(view.doc.text, quotations[q]))
      : spansOfWords(view, words);
  const source =
    attribution.source.length > 0
      ? attribution.source
      : sharedSubject(view, attribution, words, parent !== null);
  return {
    rule: attribution.confidence > 0 ? "attribution-model" : "nested-frame",
    cue: moveWords(attribution.cue, offset),
    source: moveWords(source, offset),
    anchor: attribution.anchor + offset,
    content: spans,
    mode,
    parent,
    continues: null,
  };
}

/** Words of a part as words of the text, where the part begins at word `offset`. */
function moveWords(words: readonly number[], offset: number): readonly number[] {
  return offset === 0 ? words : words.map((i) => i + offset);
}

/** The quotations that the content covers, in the order of the text, and how many words they have; each is added to `taken`. */
function takeQuotations(
  view: AttributionView,
  { content, cue }: Attribution,
  quotations: readonly Quotation[],
  kinds: readonly QuotationKind[],
  taken: Set<number>,
): { readonly owned: readonly number[]; readonly quoted: number } {
  let covered: Map<number, number> | undefined;
  for (const i of content) {
    const q = view.quotation[i];
    if (q < 0 || view.isPunctuation[i] === 1) continue;
    covered ??= new Map();
    covered.set(q, (covered.get(q) ?? 0) + 1);
  }
  if (covered === undefined) return NO_QUOTATION;
  const owned: number[] = [];
  let quoted = 0;
  for (const [q, words] of covered) {
    if (taken.has(q) || (kinds[q] === "scare" && isHeldApart(view, quotations[q], cue))) continue;
    const { from, to } = wordsOfQuotation(view, quotations[q]);
    const all = countWords(view, from, to);
    if (words / all < TAKEN) continue;
    owned.push(q);
    taken.add(q);
    quoted += all;
  }
  return { owned: owned.sort((a, b) => a - b), quoted };
}

const NO_QUOTATION = { owned: [], quoted: 0 };

/** The content with all words of the quotations `owned`. */
function withQuotations(
  view: AttributionView,
  { content, cue }: Attribution,
  quotations: readonly Quotation[],
  owned: readonly number[],
): readonly number[] {
  const words: number[] = [];
  let next = 0;
  for (const q of owned) {
    const { from, to } = wordsOfQuotation(view, quotations[q]);
    while (next < content.length && content[next] < from) words.push(content[next++]);
    for (let i = from; i < to; i++) if (!cue.includes(i)) words.push(i);
    while (next < content.length && content[next] < to) next++;
  }
  while (next < content.length) words.push(content[next++]);
  return words;
}

function isConjunction({ doc }: AttributionView, i: number): boolean {
  return doc.upos[i] === SCONJ && MARK.has(doc, i);
}

/** The two drafts of a medium that quotes somebody: its own, and inside it the speaker's. */
export function draftQuotedSpeaker(
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

/** The subject that a coordinated or controlled cue has from its governor, where the model gave it no source. */
function sharedSubject(
  view: AttributionView,
  attribution: Attribution,
  content: readonly number[],
  isInside: boolean,
): readonly number[] {
  const { anchor } = attribution;
  if (view.doc.upos[anchor] !== VERB || isPassive(view, anchor)) return [];
  let subject = subjectOf(view, anchor);
  if (subject < 0 && isInside) subject = controllerOf(view, anchor);
  if (subject < 0 || hasWord(content, subject)) return [];
  return subtreeOf(view, subject, (w) => !hasWord(content, w) && w !== anchor);
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

function countWords(view: AttributionView, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++) if (!view.isPunctuation[i]) n++;
  return Math.max(1, n);
}
