/**
 * Events that the coder finds in the sentences written for it, right or wrong by what the sentence is marked as: beside
 * the readings of general news, what the confidence model is fitted on, so that it knows other conflicts and wordings
 * than those of the news that was read.
 *
 * In: marked sentences of a type, sentences without an event, a codebook's examples and negatives. Out: the signs of each
 * event and whether it is right. Of a marked sentence only events of its type at the marked words are taken (right); of
 * the others nothing is known.
 */
import type { Span } from "../src/core/evidence.js";
import { codeSentence, type SentenceReader } from "../src/records/codebook-test.js";
import type { Codebook } from "../src/records/codebook-types.js";
import { EventJudge, type EventModels } from "../src/records/event-model.js";
import { readMarkedSentence } from "../src/records/marked-sentence.js";
import { NONE_FILE, readSentences } from "./event-sentences.js";

export interface WrittenEvent {
  readonly signs: Int32Array;
  readonly isWhole: boolean;
}

/** @param modelsFor models that were not trained on the sentence: they would be too sure of it */
export function readWrittenEvents(
  folder: string,
  codebook: Codebook,
  reader: SentenceReader,
  modelsFor: (sentence: string) => EventModels,
): WrittenEvent[] {
  const found: WrittenEvent[] = [];
  const take = (sentence: string, isWhole: boolean, isMeant: (event: Coded, doc: Doc) => boolean) => {
    const { doc, view, actors, events } = codeSentence(sentence, codebook, reader, true);
    const judge = new EventJudge({ view, actors, statements: [] }, modelsFor(sentence));
    for (const event of events) {
      if (!isMeant(event, doc)) continue;
      const { values, length } = judge.listSigns(event, judge.judge(event));
      found.push({ signs: values.slice(0, length), isWhole });
    }
  };
  const takeMarked = (marked: ReturnType<typeof readMarkedSentence>, type: string) =>
    take(marked.text, true, (event, doc) => {
      if (event.type !== type) return false;
      const spans = (part: string) => marked.parts.filter((p) => p.part === part);
      const isAt = (a: Span, some: readonly Span[]) => some.some((b) => a.start < b.end && b.start < a.end);
      const trigger = { start: doc.start[event.match.first], end: doc.end[event.match.last] };
      const triggers = spans("trigger");
      if (triggers.length > 0 && !isAt(trigger, triggers)) return false;
      const holds = (part: string, parties: readonly { readonly span: Span }[]) =>
        spans(part).every((a) => parties.some(({ span }) => isAt(a, [span])));
      return holds("actor", event.actors);
    });
  for (const { type, sentence } of readSentences(folder)) {
    if (type === NONE_FILE) take(sentence, false, () => true);
    else takeMarked(readMarkedSentence(sentence), type);
  }
  for (const row of codebook.rows) {
    for (const example of row.examples) takeMarked(example, row.type);
    const words = new Set(row.spellings.flat());
    for (const negative of row.negatives) {
      take(negative, false, ({ type, match }, doc) => type === row.type && words.has(doc.lemma[match.trigger].toLowerCase()));
    }
  }
  return found;
}

type Coded = ReturnType<typeof codeSentence>["events"][number];
type Doc = ReturnType<typeof codeSentence>["doc"];
