/**
 * What lies over the text of an article besides statements: switches for each kind of record, and the passages that
 * other articles have too. The switches work without a script: the style sheet looks whether they are on.
 */
import type { PassageRecord } from "../core/records.js";
import type { ArticleHead } from "../store/record-head.js";
import { html, joinMarkup, type Markup } from "./markup.js";
import { drawSource } from "./source-line.js";
import { count, drawName, groupDigits, shorten } from "./wording.js";

/** A kind that can be switched off: its class, what it is called, how many there are, and whether it is on at first. */
export interface Layer {
  readonly name: "statement" | "event" | "reference" | "position" | "quantity" | "dating" | "role" | "copied";
  readonly label: string;
  readonly size: number;
  readonly isOn: boolean;
}

/** Other places of a passage that are named. */
const PLACES = 8;

/** The switches of layers that have anything; nothing where there is only one. */
export function drawLayers(layers: readonly Layer[]): Markup | undefined {
  const filled = layers.filter(({ size }) => size > 0);
  if (filled.length < 2) return undefined;
  return html`<fieldset class="layers"><legend>Shown in the text</legend>
${joinMarkup(
  filled.map(
    ({ name, label, size, isOn }) =>
      html`<label class="layer ${name}"><input type="checkbox" class="show-${name}" autocomplete="off"${isOn && html` checked`}> ${label} <span class="number">${groupDigits(size)}</span></label>\n`,
  ),
)}</fieldset>`;
}

/** The passages of an article with the other places where they stand. */
export function drawPassages(
  article: string,
  passages: readonly PassageRecord[],
  heads: ReadonlyMap<string, ArticleHead>,
): Markup {
  return html`<section class="after"><h2>Copied passages</h2>
<ol class="sayings">${joinMarkup(
    passages.map(({ id, occurrences, first }) => {
      const own = occurrences.find((o) => o.article === article);
      const others = [...new Set(occurrences.map((o) => o.article))].filter((other) => other !== article);
      return html`<li class="saying"><blockquote dir="auto">${shorten(own?.text ?? "", 160)}</blockquote>
<p class="from"><a href="${passagePath(id, article)}">Side by side with ${count(others.length, "other article")}</a>${first === article && " · this article had it first"}</p>
<ul class="places">${others.slice(0, PLACES).map((other) => {
        const head = heads.get(other);
        return html`<li class="from">${head === undefined ? drawName(other) : drawSource(head)}${other === first && html` <span class="first">had it first</span>`}</li>\n`;
      })}</ul></li>
`;
    }),
  )}</ol></section>`;
}

/** The page of a passage, compared with what stands in `article`. */
export function passagePath(passage: string, article: string): string {
  return `/reuse/${encodeURIComponent(passage)}?${new URLSearchParams({ base: article.slice(0, 200) }).toString()}`;
}
