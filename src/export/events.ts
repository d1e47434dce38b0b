/** Formats of event data: one line for each story of an event, written as the stories are read. */
import type { RecordFilter } from "../store/record-filter.js";
import type { Store } from "../store/store.js";
import type { LossTally } from "../views/format-loss.js";
import { type WrittenLine, writeGdeltEvent } from "../views/gdelt-events.js";
import { writeGdeltMentions } from "../views/gdelt-mentions.js";
import { GEOJSON_HEAD, GEOJSON_SEPARATOR, GEOJSON_TAIL, writeFeature } from "../views/geojson.js";
import { writePlover } from "../views/plover.js";
import type { ToldEvent } from "../views/told-story.js";
import { loadGdeltKnowledge, loadSentenceCutter } from "./knowledge.js";
import { countStoryless, streamToldEvents } from "./stories.js";

export type EventFormat = "gdelt-events" | "gdelt-mentions" | "plover" | "geojson";

interface EventWriter {
  readonly write: (told: ToldEvent) => WrittenLine;
  readonly head?: string;
  readonly separator?: string;
  readonly tail?: string;
}

/** The file's text; what it could not hold goes into `losses`. */
export async function* writeEvents(
  store: Store,
  format: EventFormat,
  filter: RecordFilter,
  losses: LossTally,
): AsyncGenerator<string> {
  const { write, head = "", separator = "", tail = "" } = makeEventWriter(format);
  if (head !== "") yield head;
  let isFirst = true;
  for await (const told of streamToldEvents(store, filter)) {
    const written = write(told);
    for (const [loss, times] of written.losses) losses.add(loss, times);
    if (written.line === undefined) continue;
    yield isFirst ? written.line : separator + written.line;
    isFirst = false;
  }
  if (tail !== "") yield tail;
  if (Object.keys(filter).length === 0) losses.add("no-story", await countStoryless(store));
}

function makeEventWriter(format: EventFormat): EventWriter {
  switch (format) {
    case "gdelt-events": {
      const knowledge = loadGdeltKnowledge();
      return { write: (told) => writeGdeltEvent(told, knowledge) };
    }
    case "gdelt-mentions": {
      const cut = loadSentenceCutter();
      return { write: (told) => writeGdeltMentions(told, cut) };
    }
    case "plover": {
      const cut = loadSentenceCutter();
      return { write: (told) => writePlover(told, cut) };
    }
    case "geojson":
      return { write: writeFeature, head: GEOJSON_HEAD, separator: GEOJSON_SEPARATOR, tail: GEOJSON_TAIL };
  }
}
