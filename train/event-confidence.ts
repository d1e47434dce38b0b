/**
 * Events that the coder finds in sentences held back from its type model, each with whether it is right.
 *
 * Right: the type that the sentence was written for, with a marked actor among its parties and, where one is marked, a
 * recipient. Wrong: another type between the marked parties, or anything in a sentence without an event. What the
 * sentence tells beside its marked event is neither and left out.
 */
import { readdirSync, readFileSync } from "node:fs";
import type { Span } from "../src/core/evidence.js";
import type { LinearModel } from "../src/learn/linear-model.js";
import { codeSentence, type SentenceReader } from "../src/records/codebook-test.js";
import type { Codebook } from "../src/records/codebook-types.js";
import type { CodedEvent } from "../src/records/event-coder.js";
import { EventJudge, type EventJudgement } from "../src/records/event-model.js";
import { makeEventView } from "../src/records/event-view.js";
import { readMarkedSentence } from "../src/records/marked-sentence.js";

export interface Outcome {
  readonly event: CodedEvent;
  readonly judgement: EventJudgement;
  readonly isRight: boolean;
}

/** The outcomes of the sentences in `folder` that `isKept` picks. */
export function judgeFold(
  folder: string,
  isKept: (sentence: string) => boolean,
  type: LinearModel,
  codebook: Codebook,
  reader: SentenceReader,
): Outcome[] {
  // The confidence model is what these outcomes train: until then any two-class model stands in its place.
  const models = { type, confidence: type };
  const outcomes: Outcome[] = [];
  for (const file of readdirSync(folder).sort()) {
    const gold = file.slice(0, -".tsv".length);
    for (const line of readFileSync(`${folder}/${file}`, "utf8").split("\n").slice(1)) {
      const written = line.split("\t")[1];
      if (written === undefined) continue;
      const { text, parts } = readMarkedSentence(written);
      if (!isKept(text)) continue;
      const { doc, events } = codeSentence(text, codebook, { ...reader, models });
      const judge = new EventJudge(makeEventView(doc), models);
      const spans = (part: string) => parts.filter((p) => p.part === part);
      for (const event of events) {
        const judgement = judge.judge(event);
        const verdict = gold === "none" ? false : isRight(event, gold, spans("actor"), spans("recipient"));
        if (verdict !== undefined) outcomes.push({ event, judgement, isRight: verdict });
      }
    }
  }
  return outcomes;
}

function isRight(
  { type, actors, recipients }: CodedEvent,
  gold: string,
  actor: readonly Span[],
  recipient: readonly Span[],
): boolean | undefined {
  const parties = [...actors, ...recipients];
  const meets = (spans: readonly Span[]) =>
    spans.length === 0 || spans.some((a) => parties.some(({ span }) => span.start < a.end && a.start < span.end));
  if (type === gold) return meets(actor) && (recipients.length === 0 || meets(recipient));
  return meets(actor) && meets(recipient) ? false : undefined;
}
