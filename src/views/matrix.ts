/**
 * The matrix of holders and issues as a grid: in, its cells in any order; out, for each issue and holder the stances
 * told, each with the holder's own word and another's apart.
 */
import type { Stance } from "../core/records.js";

/** What is counted in one place of the grid. */
export interface StanceCount {
  readonly stance: Stance;
  /** True for the holder's own word, false for another's; null where the two are counted together. */
  readonly own: boolean | null;
  readonly positions: number;
}

export const STANCES: readonly Stance[] = ["favor", "against", "neutral"];

/** The counts of each place by issue, then holder: in favour first, own word before another's. */
export function arrangeCells<C extends StanceCount & { readonly issue: string; readonly holder: string }>(
  cells: readonly C[],
): Map<string, Map<string, StanceCount[]>> {
  const grid = new Map<string, Map<string, StanceCount[]>>();
  for (const { issue, holder, stance, own, positions } of cells) {
    const line = grid.get(issue) ?? new Map<string, StanceCount[]>();
    const place = line.get(holder) ?? [];
    place.push({ stance, own, positions });
    line.set(holder, place);
    grid.set(issue, line);
  }
  for (const line of grid.values()) {
    for (const place of line.values()) {
      place.sort(
        (a, b) => STANCES.indexOf(a.stance) - STANCES.indexOf(b.stance) || Number(b.own) - Number(a.own),
      );
    }
  }
  return grid;
}
