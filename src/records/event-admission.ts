/**
 * What keeps a matched event out of the record: the models do not believe it, or a party is missing.
 *
 * In: a finished event. Out: the reason, as an explanation prints it; none for an event that stands. Of types that a
 * user's codebook adds the models know nothing: there only "no event" counts.
 */
import { standsWithoutActor } from "./event-agentless.js";
import type { CodedEvent, CoderInput } from "./event-coder.js";

/** From this probability of no event on the type model alone is believed; below, it is one sign of the confidence. */
const REJECT_FROM = 0.85;
/** No event is believed that is likelier wrong than right. */
const BELIEVE_FROM = 0.5;

type Admission = Pick<CoderInput, "view" | "codebook">;

/** Why `event` is left out; undefined if it stands. */
export function whyLeftOut({ view, codebook }: Admission, event: CodedEvent): string | undefined {
  const { type, actors, recipients, noEvent, likelihood, confidence } = event;
  if (noEvent >= REJECT_FROM)
    return `the words tell of no event (probability ${noEvent.toFixed(2)}, below ${REJECT_FROM} it would stand)`;
  if (likelihood !== null && confidence < BELIEVE_FROM)
    return `its confidence is ${confidence.toFixed(2)}, and ${BELIEVE_FROM} is asked for`;
  if (actors.length === 0)
    return standsWithoutActor(view, codebook, event) ? undefined : "its paths lead to nobody who acts";
  const row = codebook.types.get(type);
  if (row === undefined || !row.needsRecipient || recipients.length > 0) return undefined;
  if (row.isSymmetric && (actors.length > 1 || actors[0].isPlural)) return undefined;
  return `${type} needs a recipient and its paths lead to none`;
}
