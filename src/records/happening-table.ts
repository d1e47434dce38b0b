/**
 * Happenings that reports date, and the verbs that tell what part of them a date is.
 *
 * In: the texts of `data/happenings/happenings.tsv` and `aspects.tsv`. Out: lookups by lemma.
 */
import type { DatingAspect } from "../core/records.js";
import { readCells } from "./cue-table-cells.js";

export interface HappeningTable {
  /** Class of the happening by noun: `election` for "vote". A noun may have several. */
  readonly byNoun: ReadonlyMap<string, readonly string[]>;
  /** Days by which two datings of one happening of a class may differ. */
  readonly window: ReadonlyMap<string, number>;
  readonly aspects: ReadonlyMap<string, DatingAspect>;
}

const GUIDE = "data/happenings/README.md";

/** @throws UserError `broken-table` */
export function parseHappenings(
  happenings: { readonly text: string; readonly origin: string },
  aspects: { readonly text: string; readonly origin: string },
): HappeningTable {
  const byNoun = new Map<string, string[]>();
  const window = new Map<string, number>();
  for (const cells of readCells(
    happenings.text,
    happenings.origin,
    ["happening", "nouns", "window", "example"],
    GUIDE,
  )) {
    const name = cells.text("happening");
    const days = Number(cells.text("window"));
    if (!Number.isInteger(days) || days < 1)
      cells.fail("window", `"${cells.text("window")}" is no number of days.`);
    if (window.has(name)) cells.fail("happening", `"${name}" stands twice.`);
    window.set(name, days);
    for (const noun of cells.text("nouns").split("|")) {
      const classes = byNoun.get(noun);
      if (classes === undefined) byNoun.set(noun, [name]);
      else classes.push(name);
    }
  }
  const verbs = new Map<string, DatingAspect>();
  for (const cells of readCells(aspects.text, aspects.origin, ["aspect", "verbs"], GUIDE)) {
    const aspect = cells.choice("aspect", ["begin", "end", "at"] as const);
    for (const verb of cells.text("verbs").split("|")) if (!verbs.has(verb)) verbs.set(verb, aspect);
  }
  return { byNoun, window, aspects: verbs };
}
