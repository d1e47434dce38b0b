/**
 * Mentions joined into stories: candidates share a key, links are scored, and a group is merged as long as its
 * members are alike on average (average linkage; Sokal and Michener 1958).
 *
 * The result depends on the mentions alone and not on their order. Only mentions that a chain of possible links
 * connects can change each other, so that a new one asks for its own component only.
 */
import { scorePair } from "./story-score.js";
import type { Telling } from "./telling.js";
import { hashWord } from "./word-hash.js";

/**
 * Groups whose members are less alike on average stay apart. No two groups are this alike on average unless a pair of
 * their members is, so that pairs below it connect nothing.
 */
export const JOIN = 0.4;

/** Days of a bucket; a mention stands in those that its dates touch. */
const BUCKET = 4;

/**
 * Keys by which two mentions of one event meet: a passage; two parties with the time; one party, or none, with the
 * time and a word. As hashes: two keys with one hash bring together what a score then keeps apart.
 */
export function storyKeys(telling: Telling): Set<number> {
  const keys = telling.copies.map(({ passage }) => `p ${passage}`);
  const parties = [...new Set([...telling.actors, ...telling.recipients])].sort();
  const names = [...telling.words].flatMap(([word, weight]) => (weight > 1 ? [word] : []));
  const kind = telling.record.kind[0];
  for (const time of bucketsOf(telling)) {
    const at = `${kind} ${time}`;
    parties.forEach((party, i) => {
      for (const other of parties.slice(i + 1)) keys.push(`${at} ${party} ${other}`);
      for (const word of telling.words.keys()) keys.push(`${at} ${party} ${word}`);
    });
    names.forEach((name, i) => {
      for (const other of names.slice(i + 1)) keys.push(`${at} ${[name, other].sort().join(" ")}`);
    });
    if (parties.length === 0) for (const word of telling.words.keys()) keys.push(`${at} - ${word}`);
  }
  return new Set(keys.map((key) => hashWord(key, 0, key.length)));
}

function bucketsOf({ range }: Telling): string[] {
  if (range === null) return ["undated"];
  if (range.to - range.from > 400) return ["long"];
  const buckets: string[] = [];
  for (let at = Math.floor((range.from - 1) / BUCKET); at <= Math.floor((range.to + 1) / BUCKET); at++)
    buckets.push(String(at));
  return buckets;
}

/** What a chain of links connects, as indices into `tellings`, and the groups that it falls into. */
export interface Component {
  readonly members: readonly number[];
  /** Each in ascending order; a mention that joins none is a group of its own. */
  readonly groups: readonly (readonly number[])[];
}

export function groupTellings(tellings: readonly Telling[]): Component[] {
  const root = tellings.map((_, i) => i);
  const find = (i: number): number => {
    while (root[i] !== i) {
      root[i] = root[root[i]];
      i = root[i];
    }
    return i;
  };
  for (const { a, b } of findLinks(tellings)) {
    const left = find(a);
    const right = find(b);
    if (left !== right) root[Math.max(left, right)] = Math.min(left, right);
  }
  const components = new Map<number, number[]>();
  tellings.forEach((_, i) => {
    const top = find(i);
    const list = components.get(top);
    if (list) list.push(i);
    else components.set(top, [i]);
  });
  return [...components.values()].map((members) => ({
    members,
    groups: members.length === 1 ? [members] : mergeByAverage(members, tellings),
  }));
}

interface Link {
  readonly a: number;
  readonly b: number;
}

function findLinks(tellings: readonly Telling[]): Link[] {
  const byKey = new Map<number, number[]>();
  tellings.forEach((telling, i) => {
    for (const key of storyKeys(telling)) {
      const list = byKey.get(key);
      if (list) list.push(i);
      else byKey.set(key, [i]);
    }
  });
  const seen = new Set<number>();
  const links: Link[] = [];
  for (const members of byKey.values()) {
    for (let x = 0; x < members.length; x++) {
      for (let y = x + 1; y < members.length; y++) {
        const pair = members[x] * tellings.length + members[y];
        if (seen.has(pair)) continue;
        seen.add(pair);
        if (scorePair(tellings[members[x]], tellings[members[y]]).score >= JOIN)
          links.push({ a: members[x], b: members[y] });
      }
    }
  }
  return links;
}

/** Merges the two groups most alike as long as they are alike enough; ties fall to the earlier ids. */
function mergeByAverage(members: readonly number[], tellings: readonly Telling[]): number[][] {
  const sorted = [...members].sort((a, b) => compareIds(tellings[a].record.id, tellings[b].record.id));
  const n = sorted.length;
  const groups: number[][] = sorted.map((member) => [member]);
  // Sums of scores between groups; a group that was merged into another one is empty.
  const sums = new Float64Array(n * n);
  for (let x = 0; x < n; x++)
    for (let y = x + 1; y < n; y++) {
      const { score } = scorePair(tellings[sorted[x]], tellings[sorted[y]]);
      sums[x * n + y] = score;
      sums[y * n + x] = score;
    }
  const meanOf = (x: number, y: number) => sums[x * n + y] / (groups[x].length * groups[y].length);
  // Each group's most alike among those behind it, so that a merge looks at what it changes only.
  const nearest = new Int32Array(n);
  const findNearest = (x: number) => {
    nearest[x] = -1;
    for (let y = x + 1; y < n; y++)
      if (groups[y].length > 0 && (nearest[x] < 0 || meanOf(x, y) > meanOf(x, nearest[x]))) nearest[x] = y;
  };
  for (let x = 0; x < n; x++) findNearest(x);
  for (;;) {
    let left = -1;
    for (let x = 0; x < n; x++)
      if (
        groups[x].length > 0 &&
        nearest[x] >= 0 &&
        (left < 0 || meanOf(x, nearest[x]) > meanOf(left, nearest[left]))
      )
        left = x;
    if (left < 0 || meanOf(left, nearest[left]) < JOIN) break;
    const right = nearest[left];
    groups[left].push(...groups[right]);
    groups[right] = [];
    for (let z = 0; z < n; z++) {
      if (groups[z].length === 0 || z === left) continue;
      sums[left * n + z] += sums[right * n + z];
      sums[z * n + left] = sums[left * n + z];
    }
    for (let x = 0; x < right; x++) {
      if (groups[x].length === 0) continue;
      const y = nearest[x];
      if (x === left || y === left || y === right) findNearest(x);
      else if (x < left && (meanOf(x, left) > meanOf(x, y) || (meanOf(x, left) === meanOf(x, y) && left < y)))
        nearest[x] = left;
    }
  }
  return groups.filter((group) => group.length > 0).map((group) => group.sort((a, b) => a - b));
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
