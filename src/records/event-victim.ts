/**
 * Whom a deed was done to is not who is blamed for it: "investigated the murder of the abbot" accuses no abbot, but
 * "condemned Chad's murder of the abbot" and "the murder of the abbot by the militia" blame who did it.
 *
 * In: the recipients of a row. Out: those of them that no noun of `data/plover/classes/harm.txt` makes its victim, and
 * in a victim's place those who are told to have done it.
 */
import type { EventRow } from "./codebook-types.js";
import type { Party } from "./event-party.js";
import type { PartyReader } from "./event-party-reader.js";
import { findVerbOver } from "./event-slot.js";
import { type EventView, hasMarker, isPassiveVerb } from "./event-view.js";
import { relationOf } from "./frame-match.js";

/** The class of nouns whose owner suffers. */
const HARM = "harm";

/** The type whose recipient is blamed. */
const BLAME = "ACCUSE";

/** The recipients of `row` that are no victims; all of them where the row does not blame. */
export function withoutVictims(
  view: EventView,
  reader: PartyReader,
  { type }: EventRow,
  recipients: readonly Party[],
): readonly Party[] {
  const harms = reader.codebook.classes.get(HARM);
  if (type !== BLAME || harms === undefined) return recipients;
  const isHarm = (word: number) => word >= 0 && harms.has(view.doc.lemma[word].toLowerCase());
  const isOwner = (head: number) =>
    /^nmod/.test(relationOf(view.doc, head)) && !hasMarker(view, head, "by") && isHarm(view.doc.head[head]);
  const read = new Set<number>();
  return recipients.flatMap((party) => {
    const { head } = party;
    if (!isHarm(head) && !isOwner(head)) return [party];
    const deed = isHarm(head) ? head : view.doc.head[head];
    if (read.has(deed)) return [];
    read.add(deed);
    return [...reader.read(findCulprit(view, reader, deed), "actor")];
  });
}

/** "the murder of the abbot by the militia", "Chad's murder of the abbot": who did it; -1 where nobody is told. */
function findCulprit(view: EventView, reader: PartyReader, deed: number): number {
  let owner = -1;
  let hasVictim = false;
  for (let child = view.firstChild[deed]; child >= 0; child = view.nextSibling[child]) {
    const relation = relationOf(view.doc, child);
    const isPhrase = relation === "nmod" || relation === "obl";
    if (isPhrase && hasMarker(view, child, "by")) return child;
    if (isPhrase && hasMarker(view, child, "of", "against")) {
      hasVictim = true;
      const agent = findAgentBelow(view, child);
      if (agent >= 0) return agent;
    }
    const isBefore = child < deed && /^(nmod:poss|amod)$/.test(relation);
    if (owner < 0 && isBefore && reader.read(child, "actor").length > 0) owner = child;
  }
  if (hasVictim && owner >= 0) return owner;
  // "condemned the murder by the militia": hung on an active verb the agent is still the noun's.
  const verb = findVerbOver(view, deed);
  return verb < 0 || isPassiveVerb(view, verb) ? -1 : findAgentBelow(view, verb);
}

/** "the murder of the abbot by the militia", hung on the abbot or on the verb. */
function findAgentBelow(view: EventView, above: number): number {
  for (let child = view.firstChild[above]; child >= 0; child = view.nextSibling[child])
    if (/^(nmod|obl)$/.test(relationOf(view.doc, child)) && hasMarker(view, child, "by")) return child;
  return -1;
}
