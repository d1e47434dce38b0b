/** The pair of states that "both countries" stands for: the two named last, side by side. */
import type { ParsedDoc } from "../language/doc.js";
import type { ArticleActors } from "../mentions/actors.js";

/** Words back to the pair. */
const REACH = 400;

/** Words of the last two states before word `before` that are coordinated, or one hyphenated adjective. */
export function findLastPair(doc: ParsedDoc, actors: ArticleActors, before: number): number[] {
  let later = -1;
  for (let i = before - 1; i >= Math.max(0, before - REACH); i--) {
    const state = actors.stateAt(i);
    if (state === undefined) continue;
    if (later >= 0 && state.id !== actors.stateAt(later)?.id && isJoined(doc, i, later)) return [i, later];
    later = i;
  }
  return [];
}

function isJoined(doc: ParsedDoc, a: number, b: number): boolean {
  const between = doc.text.slice(doc.end[a], doc.start[b]);
  if (/^\s*[-–]\s*$/.test(between)) return true;
  return /\band\b/.test(between) && b - a <= 6 && !/[.;]/.test(between);
}
