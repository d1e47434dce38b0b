/**
 * What the disambiguator learns from: sentences written for it, the codebook's own examples, and what the codebook
 * finds in sentences without an event.
 */
import type { Span } from "../src/core/evidence.js";
import type { ParsedDoc } from "../src/language/doc.js";
import { codeSentence, type SentenceReader } from "../src/records/codebook-test.js";
import type { Codebook } from "../src/records/codebook-types.js";
import type { EventParts } from "../src/records/event-features.js";
import { NO_EVENT, partsOfEvent } from "../src/records/event-model.js";
import { type EventView, makeEventView } from "../src/records/event-view.js";
import { readMarkedSentence } from "../src/records/marked-sentence.js";
import { NONE_FILE, readSentences } from "./event-sentences.js";

/** One reading of a sentence with the type that it should be given. */
export interface EventExample {
  readonly sentence: string;
  readonly view: EventView;
  readonly parts: EventParts;
  readonly type: string;
  /** Written for training, or taken from the codebook. */
  readonly origin: "sentences" | "codebook";
}

/** All examples, in the order of the files. */
export function readEventExamples(folder: string, codebook: Codebook, reader: SentenceReader): EventExample[] {
  const examples: EventExample[] = [];
  for (const { type, sentence } of readSentences(folder)) {
    if (type === NONE_FILE) examples.push(...readNone(sentence, undefined, "sentences", codebook, reader));
    else examples.push(...readMarked(readMarkedSentence(sentence), type, "sentences", codebook, reader));
  }
  for (const row of codebook.rows) {
    for (const example of row.examples) examples.push(...readMarked(example, row.type, "codebook", codebook, reader));
    const words = new Set(row.spellings.flat());
    for (const sentence of row.negatives) examples.push(...readNone(sentence, words, "codebook", codebook, reader));
  }
  return examples;
}

/** A sentence with its parties marked: read by the marks, and by what the coder makes of it where it agrees. */
function readMarked(
  { text, parts }: ReturnType<typeof readMarkedSentence>,
  type: string,
  origin: EventExample["origin"],
  codebook: Codebook,
  reader: SentenceReader,
): EventExample[] {
  const { doc, events } = codeSentence(text, codebook, reader, true);
  const view = makeEventView(doc);
  const spans = (part: string) => parts.filter((p) => p.part === part);
  const base = { sentence: text, view, type, origin };
  const mask = (i: number) => (covers(doc, spans("actor"), i) ? 1 : covers(doc, spans("recipient"), i) ? 2 : 0);
  const marked: EventParts = {
    actor: headOf(doc, spans("actor")[0]),
    recipient: headOf(doc, spans("recipient")[0]),
    trigger: headOf(doc, spans("trigger")[0]),
    mask,
  };
  const found = events
    .filter((event) => event.type === type && event.actors.length > 0)
    .filter((event) => spans("actor").some((a) => event.actors.some(({ span }) => overlaps(span, a))))
    .map((event) => partsOfEvent(view, event));
  const given = marked.actor >= 0 || marked.recipient >= 0 ? [{ ...marked, trigger: -1 }] : [];
  return [...given, ...found.slice(0, 1)].map((p) => ({ ...base, parts: p }));
}

/** What the coder finds in a sentence without an event; at the row's own words only where it is the row's negative. */
function readNone(
  sentence: string,
  words: ReadonlySet<string> | undefined,
  origin: EventExample["origin"],
  codebook: Codebook,
  reader: SentenceReader,
): EventExample[] {
  const { doc, events } = codeSentence(sentence, codebook, reader, true);
  const view = makeEventView(doc);
  return events
    .filter(({ match }) => words === undefined || words.has(doc.lemma[match.trigger].toLowerCase()))
    .map((event) => ({
      sentence,
      view,
      type: NO_EVENT,
      origin,
      parts: partsOfEvent(view, event),
    }));
}

function headOf(doc: ParsedDoc, span: Span | undefined): number {
  if (span === undefined) return -1;
  let first = -1;
  for (let i = 0; i < doc.length; i++) {
    if (doc.start[i] < span.start || doc.end[i] > span.end) continue;
    if (first < 0) first = i;
    const head = doc.head[i];
    const outside = head < 0 || doc.start[head] < span.start || doc.end[head] > span.end;
    if (outside && !/^(punct|det|case)$/.test(doc.names.deprel[doc.deprel[i]])) return i;
  }
  return first;
}

function covers(doc: ParsedDoc, spans: readonly Span[], i: number): boolean {
  return spans.some((span) => doc.start[i] < span.end && span.start < doc.end[i]);
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
