/** What the evaluations of events need. */
import { readFileSync } from "node:fs";
import { readLinearModels } from "../src/learn/linear-file.js";
import { type EventModels, takeEventModels } from "../src/records/event-model.js";
import { loadResources, type Resources } from "../src/resources.js";

const WEIGHTS = "models/events.bin";

export async function loadEventResources(): Promise<Resources & { events: EventModels }> {
  const resources = await loadResources();
  const events = takeEventModels(readLinearModels(readFileSync(WEIGHTS), WEIGHTS), WEIGHTS);
  // The codebook is parsed when it is first asked for: a copy by spread would ask twice.
  return { ...resources, codebook: resources.codebook, events };
}
