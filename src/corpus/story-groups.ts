/**
 * Mentions joined into stories: who may meet is scored, and groups are merged as long as their members are alike on
 * average (average linkage; Sokal and Michener 1958). A reference tells less than an event and would draw every average
 * down: it has no part in the merging and joins the one event that it is most like.
 *
 * The result depends on the mentions alone and not on their order: scores are whole numbers, so that sums are exact.
 * Groups meet through a link, a pair that is alike enough by itself. Time and memory grow with the links and not with
 * the square of the mentions.
 */
import { Heap } from "./heap.js";
import { MeetingIndex } from "./meeting-index.js";
import { isReference, type Sketch } from "./sketch.js";
import { mayMeet } from "./story-keys.js";
import { type StoryScore, scorePair } from "./story-score.js";

/** Mentions less alike than this are no link. */
export const JOIN = 0.4;

/**
 * Groups with a link between them whose members are less alike on average stay apart. Set on half of eval/stories:
 * reports that tell one event in other words are little alike, while those of another event contradict it, which
 * counts 0.
 */
export const MERGE = 0.25;

/** Scores are counted in millionths. */
const UNIT = 1_000_000;
const JOIN_UNITS = JOIN * UNIT;
const MERGE_UNITS = MERGE * UNIT;

/** Two mentions that are alike enough to be one. */
export interface Link {
  readonly a: number;
  readonly b: number;
}

/** A group on its way: single mentions first, then what two earlier ones were merged into. */
export interface Cluster {
  readonly members: readonly number[];
  /** The two that it was merged of, as places in the history; none for a single mention. */
  readonly parts: readonly [number, number] | null;
  /** Mean score at which it was merged, in millionths; infinite for a single mention. */
  readonly born: number;
  /** The same at which it was merged into the next; what joins at least for what is left. */
  absorbed: number;
}

/** Mentions that are one, as indices. */
export interface Group {
  /** In ascending order. */
  readonly members: readonly number[];
  /** How its events were merged; references join what has been merged. */
  readonly history: readonly Cluster[];
}

/** Who changes sides with whom depends on who is asked first: that is the one of the earlier id. */
export function scoreOrdered(a: Sketch, b: Sketch): StoryScore {
  return a.id < b.id ? scorePair(a, b) : scorePair(b, a);
}

/** Likeness of two mentions in millionths. Those that share no key (story-keys.ts) are never alike enough. */
export function countLikeness(a: Sketch, b: Sketch): number {
  const units = Math.round(scoreOrdered(a, b).score * UNIT);
  return units >= JOIN_UNITS && !mayMeet(a, b) ? JOIN_UNITS - 1 : units;
}

/**
 * Likeness of a mention to a group of others, from 0 to 1, by which it joins them: that of a reference to the event that
 * it is most like, else the mean to all events. 0 where there are none.
 */
export function groupLikeness(a: Sketch, others: readonly Sketch[]): number {
  const counted = others.filter((other) => !isReference(other)).map((other) => countLikeness(a, other));
  if (counted.length === 0) return 0;
  const units = isReference(a)
    ? Math.max(...counted)
    : counted.reduce((sum, n) => sum + n, 0) / counted.length;
  return units / UNIT;
}

/** Whether two mentions are alike enough to be linked. */
export function isLinked(a: Sketch, b: Sketch): boolean {
  return countLikeness(a, b) >= JOIN_UNITS;
}

export function groupSketches(sketches: readonly Sketch[]): Group[] {
  return groupLinked(sketches, findLinks(sketches));
}

export function findLinks(sketches: readonly Sketch[]): Link[] {
  const index = new MeetingIndex<number>();
  const links: Link[] = [];
  sketches.forEach((sketch, b) => {
    for (const { item: a, sketch: other } of index.find(sketch))
      if (isLinked(other, sketch)) links.push({ a, b });
    index.add(b, sketch);
  });
  return links;
}

/** Groups of `sketches`, of which `links` are all the links; a mention that joins none is a group of its own. */
export function groupLinked(sketches: readonly Sketch[], links: readonly Link[]): Group[] {
  return connect(sketches.length, links).flatMap(({ members, links }) => {
    const [references, others] = split(members, (member) => isReference(sketches[member]));
    if (others.length === 0) return references.map((member) => alone(member));
    const [attaching, merging] = split(
      links,
      ({ a, b }) => isReference(sketches[a]) || isReference(sketches[b]),
    );
    return attach(references, attaching, mergeByAverage(others, merging, sketches), sketches);
  });
}

function split<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  const both: [T[], T[]] = [[], []];
  for (const item of items) both[isFirst(item) ? 0 : 1].push(item);
  return both;
}

function alone(member: number): Group {
  return { members: [member], history: [makeCluster([member], null, Number.POSITIVE_INFINITY)] };
}

/** Puts each reference to the event that it is most like; of equals, to the one of the earlier id. */
function attach(
  references: readonly number[],
  links: readonly Link[],
  groups: readonly Group[],
  sketches: readonly Sketch[],
): Group[] {
  if (references.length === 0) return [...groups];
  const groupOf = new Map(groups.flatMap((group, g) => group.members.map((member) => [member, g] as const)));
  const best = new Map<number, { event: number; units: number }>();
  for (const { a, b } of links) {
    const [reference, event] = isReference(sketches[a]) ? [a, b] : [b, a];
    const units = countLikeness(sketches[reference], sketches[event]);
    const known = best.get(reference);
    const isBetter =
      known === undefined ||
      units > known.units ||
      (units === known.units && sketches[event].id < sketches[known.event].id);
    if (isBetter) best.set(reference, { event, units });
  }
  const members = groups.map((group) => [...group.members]);
  const left: Group[] = [];
  for (const reference of references) {
    const host = best.get(reference);
    const group = host === undefined ? undefined : groupOf.get(host.event);
    if (group === undefined) left.push(alone(reference));
    else members[group].push(reference);
  }
  return [...groups.map((group, g) => ({ ...group, members: members[g].sort((a, b) => a - b) })), ...left];
}

/** What chains of links connect: only such mentions can change each other. */
function connect(count: number, links: readonly Link[]): { members: number[]; links: Link[] }[] {
  const root = Array.from({ length: count }, (_, i) => i);
  const find = (i: number): number => {
    while (root[i] !== i) {
      root[i] = root[root[i]];
      i = root[i];
    }
    return i;
  };
  for (const { a, b } of links) {
    const left = find(a);
    const right = find(b);
    if (left !== right) root[Math.max(left, right)] = Math.min(left, right);
  }
  const components = new Map<number, { members: number[]; links: Link[] }>();
  for (let i = 0; i < count; i++) {
    const top = find(i);
    const component = components.get(top);
    if (component) component.members.push(i);
    else components.set(top, { members: [i], links: [] });
  }
  for (const link of links) components.get(find(link.a))?.links.push(link);
  return [...components.values()];
}

/** A possible merge; of equal means the one of the earlier ids goes first. */
interface Merge {
  readonly mean: number;
  readonly left: number;
  readonly right: number;
  /** Places of the two clusters in the history: a merge of what is no more is passed over. */
  readonly clusters: readonly [number, number];
}

function isBefore(a: Merge, b: Merge): boolean {
  return a.mean !== b.mean ? a.mean > b.mean : a.left !== b.left ? a.left < b.left : a.right < b.right;
}

/** Merges the two groups most alike as long as they are alike enough. */
function mergeByAverage(
  members: readonly number[],
  links: readonly Link[],
  sketches: readonly Sketch[],
): Group[] {
  const sorted = [...members].sort((a, b) => compareIds(sketches[a].id, sketches[b].id));
  const slotOf = new Map(sorted.map((member, slot) => [member, slot]));
  const history: Cluster[] = sorted.map((member) => makeCluster([member], null, Number.POSITIVE_INFINITY));
  // A group stands in the slot of its first member; `at` is its place in the history, -1 where it was merged.
  const at = sorted.map((_, slot) => slot);
  const sums = sorted.map(() => new Map<number, number>());
  const heap = new Heap(isBefore);
  const offer = (x: number, y: number) => {
    const [left, right] = x < y ? [x, y] : [y, x];
    const [a, b] = [history[at[left]], history[at[right]]];
    const mean = (sums[left].get(right) ?? 0) / (a.members.length * b.members.length);
    if (mean >= MERGE_UNITS) heap.push({ mean, left, right, clusters: [at[left], at[right]] });
  };
  const keep = (x: number, y: number, sum: number) => {
    sums[x].set(y, sum);
    sums[y].set(x, sum);
  };
  for (const { a, b } of links) {
    const [x, y] = [slotOf.get(a) as number, slotOf.get(b) as number];
    keep(x, y, countLikeness(sketches[a], sketches[b]));
    offer(x, y);
  }
  for (let merge = heap.pop(); merge !== undefined; merge = heap.pop()) {
    const { left, right, mean, clusters } = merge;
    if (at[left] !== clusters[0] || at[right] !== clusters[1]) continue;
    const parts = [history[at[left]], history[at[right]]];
    // A link that only one of two clusters has may bring a third in late: it stands where it came.
    const time = Math.min(mean, parts[0].born, parts[1].born);
    for (const part of parts) part.absorbed = time;
    const merged = makeCluster([...parts[0].members, ...parts[1].members], [at[left], at[right]], time);
    const others = new Set([...sums[left].keys(), ...sums[right].keys()]);
    others.delete(left);
    others.delete(right);
    for (const other of others) {
      const { members: beside } = history[at[other]];
      const sum =
        (sums[left].get(other) ?? sumLikeness(parts[0].members, beside, sketches)) +
        (sums[right].get(other) ?? sumLikeness(parts[1].members, beside, sketches));
      keep(left, other, sum);
      sums[other].delete(right);
    }
    sums[left].delete(right);
    sums[right].clear();
    at[left] = history.push(merged) - 1;
    at[right] = -1;
    for (const other of others) offer(left, other);
  }
  return at.filter((place) => place >= 0).map((place) => toGroup(history, place));
}

function makeCluster(members: readonly number[], parts: Cluster["parts"], born: number): Cluster {
  return { members, parts, born, absorbed: MERGE_UNITS };
}

/** The group at a place of a history, with its own part of that history. */
function toGroup(history: readonly Cluster[], place: number): Group {
  const own: Cluster[] = [];
  const copy = (from: number): number => {
    const { parts } = history[from];
    const copied = parts === null ? null : ([copy(parts[0]), copy(parts[1])] as const);
    return own.push({ ...history[from], parts: copied }) - 1;
  };
  copy(place);
  return { members: [...history[place].members].sort((a, b) => a - b), history: own };
}

function sumLikeness(left: readonly number[], right: readonly number[], sketches: readonly Sketch[]): number {
  let sum = 0;
  for (const a of left) for (const b of right) sum += countLikeness(sketches[a], sketches[b]);
  return sum;
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
