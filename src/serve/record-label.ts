/** A record in a few words, as a link to its page: "event: Orrin · coerce · Talé". */
import type { RecordLabel } from "../store/record-labels.js";
import { html, type Markup } from "./markup.js";
import { drawName, recordPath, shorten } from "./wording.js";

/** The link; its sign and colour tell kinds apart, its first word says it. */
export function drawRecordLabel({ kind, id, who, what, whom }: RecordLabel): Markup {
  const words = [who, kind === "event" ? what?.toLowerCase() : what, whom].flatMap((part) =>
    part === null || part === undefined || part === "" ? [] : [shorten(part, 48)],
  );
  return html`<a class="label ${kind}" href="${recordPath(id)}"><span class="kind">${kind}</span> ${drawName(words.join(" · "), 140)}</a>`;
}
