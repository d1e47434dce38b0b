/** A position as an item of a list: who stands how on what, the sentence that says so, and on whose word. */
import type { PositionRecord } from "../core/records.js";
import type { Headed } from "../store/record-head.js";
import { html, joinMarkup, type Markup } from "./markup.js";
import { drawChain, drawWord } from "./on-whose-word.js";
import { drawQuote, type Quote } from "./quote.js";
import { drawSource } from "./source-line.js";
import { drawStance, wordStance } from "./stance.js";
import { drawName, nameOf, recordPath, shorten } from "./wording.js";

/** Holders that are named in full. */
const NAMED = 8;

/** The item; `quote` is the sentence that shows the position. */
export function drawSaying({ record, article }: Headed<PositionRecord>, quote: Quote | null): Markup {
  const { holders, stance, issue, attribution, evidence, condition } = record;
  const own = holders.some((holder) => isSource(holder, attribution.at(-1)));
  const named = holders.slice(0, NAMED).map((holder) => html`<b>${drawName(nameOf(holder), 80)}</b>`);
  return html`<li class="saying">
<p class="who">${drawStance({ stance, own, positions: 1 })} ${joinMarkup(named, ", ")}${
    holders.length > NAMED && html` and ${holders.length - NAMED} more`
  } ${wordStance(stance)}: <a href="${recordPath(record.id)}">${drawName(issue.label)}</a></p>
${quote && html`<blockquote dir="auto">${drawQuote(quote, evidence)}</blockquote>`}
${condition !== null && html`<p class="condition">Condition: <bdi>${shorten(condition, 300)}</bdi></p>`}
<p class="from">${own ? html`in its own word: ${drawChain(attribution)}` : drawWord(attribution)} · ${drawSource(article, attribution.at(-1)?.statement)}</p>
</li>
`;
}

/** True where the holder is the one who says so. */
function isSource(
  holder: PositionRecord["holders"][number],
  source: PositionRecord["attribution"][number] | undefined,
): boolean {
  if (source === undefined) return false;
  return (holder.id ?? holder.name.toLowerCase()) === (source.id ?? source.name.toLowerCase());
}
