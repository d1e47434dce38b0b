/** Counts that scores are shares of. */

/** The share of `part` in `whole` to three digits; 0 of nothing is 0. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 1000;
}

/** The counts of both halves together, in `all`, which holds none yet. */
export function sumTallies<Counts extends object>(
  { a, b }: { readonly a: Counts; readonly b: Counts },
  all: Counts,
): Counts {
  const counts = (tally: Counts) => tally as Record<string, number>;
  for (const key of Object.keys(all)) counts(all)[key] = counts(a)[key] + counts(b)[key];
  return all;
}
