/**
 * Stances as signs: in favour, against, neither. The sign tells them apart without colour; the frame tells the holder's
 * own word (solid) from another's word for it (broken).
 */
import type { Stance } from "../core/records.js";
import type { StanceCount } from "../views/matrix.js";
import { html, joinMarkup, type Markup } from "./markup.js";

/** A hyphen is too short and a plus too small beside it: these are the mathematical signs. */
const SIGNS: Readonly<Record<Stance, string>> = { favor: "+", against: "−", neutral: "○" };

const WORDING: Readonly<Record<Stance, string>> = {
  favor: "in favour",
  against: "against",
  neutral: "neither for nor against",
};

/** "in favour", "against". */
export function wordStance(stance: Stance): string {
  return WORDING[stance] ?? String(stance).slice(0, 40);
}

/** The sign of a stance, with how often where it is more than once. */
export function drawStance({ stance, own, positions }: StanceCount): Markup {
  const kind = stance in SIGNS ? stance : "neutral";
  const word = own === null ? "" : own ? " own" : " others";
  return html`<span class="stance ${kind}${word}">${SIGNS[kind]}${positions > 1 && html`<small>${positions}</small>`}</span>`;
}

/** Signs in a row. */
export function drawStances(counts: readonly StanceCount[]): Markup {
  return html`<span class="stances">${joinMarkup(counts.map(drawStance))}</span>`;
}

/** The same in words: "in favour 3 times, 2 in its own word; against once". */
export function wordStances(counts: readonly StanceCount[]): string {
  return counts
    .map(
      ({ stance, own, positions }) =>
        `${wordStance(stance)}${own === null ? "" : own ? ", own word" : ", another’s word"}${positions > 1 ? `, ${positions} times` : ""}`,
    )
    .join("; ");
}

/** What the signs mean. */
export function drawStanceLegend(): Markup {
  const sign = (stance: Stance, own: boolean) => drawStance({ stance, own, positions: 1 });
  return html`<p class="legend-line">
<span>${sign("favor", true)} in favour</span> <span>${sign("against", true)} against</span> <span>${sign("neutral", true)} neither</span>
<span>${sign("favor", true)} ${sign("against", true)} in its own word</span> <span>${sign("favor", false)} ${sign("against", false)} on another’s word</span></p>`;
}
