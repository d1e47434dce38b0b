/**
 * Events of the `quad` corpora.
 *
 * `cameo`: one of five classes a sentence, the quad class of its main event or NEUTRAL, with the spans of source and
 * target. The main event is the one whose trigger stands highest in the tree. `india`: what police did, sentence by
 * sentence.
 */

import type { CodedEvent } from "../src/records/event-coder.js";
import type { EventModels } from "../src/records/event-model.js";
import type { Party } from "../src/records/event-party.js";
import type { EventView } from "../src/records/event-view.js";
import type { Resources } from "../src/resources.js";
import { type CodedText, codeText } from "./code-text.js";

export interface QuadSentence {
  readonly id: string;
  readonly sentence: string;
}

export interface PoliceArticle {
  readonly id: string;
  readonly sentences: readonly { readonly sid: number; readonly text: string }[];
}

type EventResources = Resources & { events: EventModels };

const QUADS = ["NEUTRAL", "VERBAL_COOP", "MATERIAL_COOP", "VERBAL_CONF", "MATERIAL_CONF"];

/** What asks without demanding: CAMEO's root 02, which the corpus counts as neutral and PLOVER as REQUEST. */
const APPEALS = new Set(
  "appeal ask call encourage exhort implore invite plea plead request seek suggest urge".split(" "),
);

/** A row without an actor is believed only below this probability of no event. */
const SURE = 0.35;

/** The line of predictions for one sentence. */
export function predictQuad({ id, sentence }: QuadSentence, resources: EventResources): object {
  const coded = codeText(sentence, resources, true);
  const main = findMain(coded);
  if (main === undefined) return { id, quad: "NEUTRAL", spans: [] };
  const word = main.typedBy?.word ?? main.match.trigger;
  const isAppeal = main.type === "REQUEST" && APPEALS.has(coded.view.doc.lemma[word].toLowerCase());
  const quad = isAppeal ? QUADS[0] : QUADS[resources.codebook.types.get(main.type)?.quad ?? 0];
  const spans = [...spansOf(main.actors, "source"), ...spansOf(main.recipients, "target")];
  return { id, quad, spans };
}

function spansOf(parties: readonly Party[], role: string): object[] {
  return parties.slice(0, 1).map(({ span }) => ({ role, start: span.start, end: span.end }));
}

function findMain({ view, events }: CodedText): CodedEvent | undefined {
  let best: CodedEvent | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  for (const event of events) {
    if (event.noEvent > 0.6 || (event.actors.length === 0 && event.noEvent > SURE)) continue;
    if (event.actors.length === 0 && event.recipients.length === 0) continue;
    const depth =
      depthOf(view, event.typedBy?.word ?? event.match.trigger) + (event.actors.length === 0 ? 3 : 0);
    if (depth < lowest) {
      lowest = depth;
      best = event;
    }
  }
  return best;
}

function depthOf({ doc }: EventView, word: number): number {
  let depth = 0;
  for (let i = word; i >= 0 && depth < 60; i = doc.head[i]) depth++;
  return depth;
}

/** Labels of what police do in each sentence: kill, arrest, fail to act, use force, anything. */
export function predictPoliceActions({ id, sentences }: PoliceArticle, resources: EventResources): object {
  return {
    id,
    sentences: sentences.map(({ sid, text }) => ({
      sid,
      labels: labelSentence(codeText(text, resources, true)),
    })),
  };
}

const KILLING = new Set(["kill", "shoot dead", "gun down", "killing", "murder", "slay", "death"]);
const FORCE = new Set(["ASSAULT"]);

function labelSentence({ view, events }: CodedText): string[] {
  const labels = new Set<string>();
  for (const event of events) {
    if (!event.actors.some(({ kinds, ref }) => kinds.has("police") || /police|cop|constable/i.test(ref.name)))
      continue;
    const lemma = view.doc.lemma[event.match.trigger].toLowerCase();
    labels.add("ANY_ACTION");
    if (event.status === "denied" || event.type === "REJECT") labels.add("FAIL");
    else if (KILLING.has(lemma)) labels.add("KILL").add("FORCE");
    else if (event.mode === "arrest") labels.add("ARREST");
    else if (FORCE.has(event.type)) labels.add("FORCE");
  }
  return [...labels];
}
