/** The events of one text of which nothing else is known. */
import { findActors } from "../src/mentions/actors.js";
import { bareArticle } from "../src/records/codebook-test.js";
import { type CodedEvent, codeEvents } from "../src/records/event-coder.js";
import type { EventModels } from "../src/records/event-model.js";
import { type EventView, makeEventView } from "../src/records/event-view.js";
import type { Resources } from "../src/resources.js";

export interface CodedText {
  readonly view: EventView;
  readonly events: readonly CodedEvent[];
}

/** `withRejected`: those too that lack a party or that the models hold for none. */
export function codeText(
  text: string,
  resources: Resources & { events: EventModels },
  withRejected = false,
): CodedText {
  const doc = resources.analyse(text);
  const actors = findActors(doc, bareArticle(text), resources.names);
  const view = makeEventView(doc);
  const { codebook, events: models } = resources;
  const events = codeEvents({
    doc,
    view,
    actors,
    statements: [],
    codebook,
    models,
    excluded: [],
    withRejected,
  });
  return { view, events };
}
