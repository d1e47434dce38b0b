/**
 * What keeps a matched event out of the record: the models find nothing of its kind in the words, or a party is missing.
 *
 * In: a finished event. Out: the reason, as an explanation prints it; none for an event that stands. Of types that a
 * user's codebook adds the models know nothing: there only "no event" counts.
 */
import { standsWithoutActor } from "./event-agentless.js";
import type { CodedEvent, CoderInput } from "./event-coder.js";

/** Above this probability of no event the models' word counts for more than the row's. Measured on kept sentences. */
const REJECT_FROM = 0.7;
/**
 * No event is believed below this probability of its type, and none whose only party is known by its words below the
 * second. Set on 200 events of general news that two had read.
 */
const LIKELY_FROM = 0.02;
const ONE_SIDED_FROM = 0.1;
/** An event without its doer is believed below this probability of no event and from this one of its type on. */
const AGENTLESS_BELOW = 0.45;
const AGENTLESS_FROM = 0.2;

type Admission = Pick<CoderInput, "view" | "codebook">;

/** Why `event` is left out; undefined if it stands. */
export function whyLeftOut({ view, codebook }: Admission, event: CodedEvent): string | undefined {
  const { type, actors, recipients, noEvent, likelihood, match } = event;
  if (noEvent >= REJECT_FROM)
    return `the words tell of no event (probability ${noEvent.toFixed(2)}, below ${REJECT_FROM} it would stand)`;
  const doubt = (least: number) =>
    likelihood === null || likelihood >= least
      ? undefined
      : `the learned part gives ${type} only ${likelihood.toFixed(3)}, and ${least} is asked for`;
  const unlikely = doubt(LIKELY_FROM);
  if (unlikely !== undefined) return unlikely;
  const lacksRecipient = recipients.length === 0 && match.row.frame.recipient.length > 0;
  const oneSided =
    lacksRecipient && !actors.some(({ isLinked }) => isLinked) ? doubt(ONE_SIDED_FROM) : undefined;
  if (oneSided !== undefined) return `${oneSided} where only a doer without a name is told`;
  if (actors.length === 0) {
    const isSure = noEvent < AGENTLESS_BELOW && (likelihood ?? 0) >= AGENTLESS_FROM;
    return isSure && standsWithoutActor(view, codebook, event)
      ? undefined
      : "its paths lead to nobody who acts";
  }
  const row = codebook.types.get(type);
  if (row === undefined || !row.needsRecipient || recipients.length > 0) return undefined;
  if (row.isSymmetric && (actors.length > 1 || actors[0].isPlural)) return undefined;
  return `${type} needs a recipient and its paths lead to none`;
}
