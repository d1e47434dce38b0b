/** An actor as a link to the page that has all about it. */
import type { ActorRef } from "../core/records.js";
import { makeActorKey } from "../store/presence.js";
import { html, type Markup } from "./markup.js";
import { drawName, nameOf } from "./wording.js";

/** Path of the page of the actor with this key. */
export function actorPath(key: string): string {
  return `/actors/${encodeURIComponent(key)}`;
}

/** The name, leading to the actor's page. */
export function drawActorLink(actor: ActorRef, length = 80): Markup {
  return html`<a href="${actorPath(makeActorKey(actor))}">${drawName(nameOf(actor), length)}</a>`;
}
