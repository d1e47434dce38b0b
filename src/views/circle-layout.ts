/**
 * A network on a circle: in, weighted pairs; out, the nodes in the order in which they stand on the circle and the
 * links without direction. The strongest node comes first, then always the one most tied to those before it, so that
 * ties stay short. The same pairs give the same picture.
 */

/** A tie between two nodes, in either direction. */
export interface CircleTie {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
}

export interface CircleLayout {
  /** Keys in the order of the circle, at most so many as were asked for. */
  readonly nodes: readonly string[];
  readonly ties: readonly CircleTie[];
}

/** Weight that a tie to the node placed last has beside ties to those before. */
const LAST = 3;

/** Lays out the `most` strongest nodes; ties to others are left out. */
export function layOutCircle(pairs: readonly CircleTie[], most: number): CircleLayout {
  const strength = new Map<string, number>();
  for (const { a, b, weight } of pairs) {
    strength.set(a, (strength.get(a) ?? 0) + weight);
    strength.set(b, (strength.get(b) ?? 0) + weight);
  }
  const byStrength = (x: string, y: string) =>
    (strength.get(y) ?? 0) - (strength.get(x) ?? 0) || (x < y ? -1 : x > y ? 1 : 0);
  const left = [...strength.keys()].sort(byStrength).slice(0, most);
  const kept = new Set(left);
  const ties = joinDirections(pairs.filter(({ a, b }) => kept.has(a) && kept.has(b)));
  const tied = left.filter((key) => ties.some(({ a, b }) => a === key || b === key));
  const nodes: string[] = [];
  while (tied.length > 0) {
    const last = nodes.at(-1);
    const pull = (key: string) =>
      ties.reduce((sum, { a, b, weight }) => {
        const other = a === key ? b : b === key ? a : undefined;
        if (other === undefined || !nodes.includes(other)) return sum;
        return sum + (other === last ? LAST : 1) * weight;
      }, 0);
    let best = 0;
    for (let i = 1; i < tied.length; i++) if (pull(tied[i]) > pull(tied[best])) best = i;
    nodes.push(...tied.splice(best, 1));
  }
  return { nodes, ties };
}

/** One tie for both directions. */
function joinDirections(pairs: readonly CircleTie[]): CircleTie[] {
  const joined = new Map<string, CircleTie>();
  for (const { a, b, weight } of pairs) {
    const [x, y] = a < b ? [a, b] : [b, a];
    const id = JSON.stringify([x, y]);
    joined.set(id, { a: x, b: y, weight: (joined.get(id)?.weight ?? 0) + weight });
  }
  return [...joined.values()];
}
