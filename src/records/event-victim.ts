/**
 * Whom a deed was done to is not who is blamed for it: "investigated the murder of the abbot" accuses no abbot.
 *
 * In: the recipients of a row. Out: those of them that no noun of `data/plover/classes/harm.txt` makes its victim.
 */
import type { Codebook, EventRow } from "./codebook-types.js";
import type { Party } from "./event-party.js";
import { type EventView, hasMarker } from "./event-view.js";
import { relationOf } from "./frame-match.js";

/** The class of nouns whose owner suffers. */
const HARM = "harm";

/** The type whose recipient is blamed. */
const BLAME = "ACCUSE";

/** The recipients of `row` that are no victims; all of them where the row does not blame. */
export function withoutVictims(
  view: EventView,
  codebook: Codebook,
  { type }: EventRow,
  recipients: readonly Party[],
): readonly Party[] {
  const harms = codebook.classes.get(HARM);
  if (type !== BLAME || harms === undefined) return recipients;
  const isHarm = (word: number) => word >= 0 && harms.has(view.doc.lemma[word].toLowerCase());
  return recipients.filter(({ head }) => {
    if (isHarm(head)) return false;
    const isOwner = /^nmod/.test(relationOf(view.doc, head)) && !hasMarker(view, head, "by");
    return !isOwner || !isHarm(view.doc.head[head]);
  });
}
