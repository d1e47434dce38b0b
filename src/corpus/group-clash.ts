/**
 * Whether two groups that were made apart would have been made otherwise together.
 *
 * In average linkage the mean of a merged cluster to a third is never above the larger of its parts' means, so that
 * merges come in falling order. Two groups made apart are what one walk over both makes, unless clusters that stand
 * side by side at some time of it are more alike than those that are merged next. A reference of one that is linked
 * with an event of the other has to choose.
 */
import { isReference, type Sketch } from "./sketch.js";
import { type Cluster, countLikeness, type Group, isLinked } from "./story-groups.js";

/** A group with the mentions that its indices point into. */
export interface MadeGroup {
  readonly group: Group;
  readonly sketches: readonly Sketch[];
}

/** True also where they are just as alike, which the order of ids decides. */
export function isClash(one: MadeGroup, other: MadeGroup): boolean {
  if (hasChoice(one, other) || hasChoice(other, one)) return true;
  const left = one.group.history;
  const right = other.group.history;
  // Parts stand before what they were merged into: sums of likeness are filled in order.
  const sums = new Float64Array(left.length * right.length);
  for (let x = 0; x < left.length; x++) {
    for (let y = 0; y < right.length; y++) {
      const [a, b] = [left[x], right[y]];
      const sum =
        a.parts !== null
          ? sums[a.parts[0] * right.length + y] + sums[a.parts[1] * right.length + y]
          : b.parts !== null
            ? sums[x * right.length + b.parts[0]] + sums[x * right.length + b.parts[1]]
            : countLikeness(one.sketches[a.members[0]], other.sketches[b.members[0]]);
      sums[x * right.length + y] = sum;
      if (
        stoodTogether(a, b) &&
        sum / (a.members.length * b.members.length) >= Math.max(a.absorbed, b.absorbed)
      )
        return true;
    }
  }
  return false;
}

/** Whether a reference of `one` may be more like an event of `other` than its own. */
function hasChoice(one: MadeGroup, other: MadeGroup): boolean {
  return one.group.members.some(
    (x) =>
      isReference(one.sketches[x]) &&
      other.group.members.some((y) => isLinked(one.sketches[x], other.sketches[y])),
  );
}

function stoodTogether(a: Cluster, b: Cluster): boolean {
  return Math.min(a.born, b.born) >= Math.max(a.absorbed, b.absorbed);
}
