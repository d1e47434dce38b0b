/** On whose word a record stands: a chain of attribution as markup, outermost first. */
import type { AttributionLink } from "../core/records.js";
import { html, joinMarkup, type Markup } from "./markup.js";
import { drawName, nameOf, recordPath } from "./wording.js";

/** The names of the chain; `addressOf` says where a statement of it is to be seen. */
export function drawChain(
  chain: readonly AttributionLink[],
  addressOf: (statement: string) => string | undefined = recordPath,
): Markup {
  const links = chain.map((link) => {
    const name = drawName(nameOf(link));
    const address = link.statement === undefined ? undefined : addressOf(link.statement);
    const named = address === undefined ? name : html`<a href="${address}">${name}</a>`;
    return link.channel === undefined ? named : html`${named} (${drawName(link.channel, 60)})`;
  });
  return joinMarkup(links, html` <span class="then" aria-label="then">›</span> `);
}

/** "on the word of A › B", or that the report says so itself. */
export function drawWord(chain: readonly AttributionLink[]): Markup {
  return chain.length === 0
    ? html`<span class="word">in the report’s own words</span>`
    : html`<span class="word">on the word of ${drawChain(chain)}</span>`;
}
