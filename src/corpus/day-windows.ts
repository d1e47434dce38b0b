/** What lies near in time, taken together. */
import { type DayRange, daysApart } from "../core/edtf-range.js";

/** Runs of items, by date, in which each lies within `days` of one before it and agrees with it; open dates last. */
export function splitByWindow<T extends DayRange>(
  items: readonly T[],
  days: number,
  compare: (a: T, b: T) => number,
  agree: (a: T, b: T) => boolean = () => true,
): T[][] {
  const groups: T[][] = [];
  for (const item of [...items].sort((a, b) => a.from - b.from || a.to - b.to || compare(a, b))) {
    const group = groups.find((run) =>
      run.some((other) => daysApart(other, item) <= days && agree(other, item)),
    );
    if (group) group.push(item);
    else groups.push([item]);
  }
  return groups;
}
