/**
 * On whose word, in plain words: in, a chain of attribution and where it is published; out, "according to the mayor,
 * cited by the ministry, in The Harbour Gazette". No line of a report that people read stands without it.
 */
import type { ActorRef, AttributionLink } from "../core/records.js";

interface Published {
  readonly outlet: string | null;
  readonly agency?: string | null;
}

/** The speakers nearest to what is told first, then who cites them; the report itself where nobody is named. */
export function listSpeakers(chain: readonly AttributionLink[]): readonly AttributionLink[] {
  return [...chain].reverse();
}

/** Who publishes it, as a reader would name it. */
export function nameOutlet({ outlet, agency }: Published): string {
  return outlet ?? agency ?? "a report without an outlet";
}

export function tellWord(chain: readonly AttributionLink[], published: Published): string {
  const [speaker, ...citing] = listSpeakers(chain);
  if (speaker === undefined) return `according to ${nameOutlet(published)}`;
  const cited = citing.map((link) => `, cited by ${nameSpeaker(link)}`).join("");
  return `according to ${nameSpeaker(speaker)}${cited}, in ${nameOutlet(published)}`;
}

/** A speaker with the channel, where the text names one: "Rita Lopes (press conference)". */
function nameSpeaker(link: AttributionLink): string {
  return link.channel === undefined ? nameActor(link) : `${nameActor(link)} (${link.channel})`;
}

export function nameActor(actor: ActorRef): string {
  return actor.name || actor.text || actor.id || "somebody not named";
}
