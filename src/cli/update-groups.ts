/**
 * Groups of mentions around those that are new: in, new mentions, and rows whose groups have lost a member; out, these
 * in groups, with what else of the store had to be grouped with them.
 *
 * Asked is the store for what a new mention is linked with; a group of it is taken in only where it would have been
 * made otherwise together (group-clash.ts), and then asked about in turn.
 */
import { isClash } from "../corpus/group-clash.js";
import { MeetingIndex } from "../corpus/meeting-index.js";
import { type Sketch, unpackSketch } from "../corpus/sketch.js";
import { askedKeys } from "../corpus/stored-keys.js";
import { type Group, groupLinked, groupSketches, isLinked, type Link } from "../corpus/story-groups.js";
import type { StoryTables, TellingRow } from "../store/story-tables.js";

/** Mentions grouped anew. */
export interface Regrouped {
  readonly groups: readonly (readonly Sketch[])[];
  /** The rows that the store has of them. */
  readonly rows: readonly TellingRow[];
}

/** A group of the store that is linked with some mention inside. */
interface Neighbour {
  /** Places of the mentions that it is linked with. */
  readonly linked: Set<number>;
  rows?: readonly TellingRow[];
}

export async function regroup(
  tables: StoryTables,
  fresh: readonly Sketch[],
  removed: readonly TellingRow[],
): Promise<Regrouped> {
  const gone = new Set(removed.map(({ n }) => n));
  const rows: TellingRow[] = [];
  const inside: Sketch[] = [];
  const links: Link[] = [];
  const index = new MeetingIndex<number>();
  const neighbours = new Map<number, Neighbour>();
  const taken = new Set<number>();

  const takeIn = async (sketches: readonly Sketch[]) => {
    for (const sketch of sketches) {
      const b = inside.push(sketch) - 1;
      for (const { item: a, sketch: other } of index.find(sketch))
        if (isLinked(other, sketch)) links.push({ a, b });
      index.add(b, sketch);
    }
    for (const row of await tables.findMeeting(sketches.map(askedKeys))) {
      if (gone.has(row.n) || taken.has(row.joined)) continue;
      const outside = unpack(row);
      for (const { item, sketch } of index.find(outside)) {
        if (!isLinked(sketch, outside)) continue;
        const neighbour = neighbours.get(row.joined) ?? { linked: new Set() };
        neighbours.set(row.joined, neighbour);
        neighbour.linked.add(item);
      }
    }
  };

  const findRows = async (numbers: readonly number[]) => {
    const found = new Map<number, TellingRow[]>(numbers.map((joined) => [joined, []]));
    for (const row of await tables.findJoined(numbers))
      if (!gone.has(row.n)) found.get(row.joined)?.push(row);
    return found;
  };

  let next: TellingRow[] = [];
  const remove = (found: ReadonlyMap<number, readonly TellingRow[]>) => {
    for (const [joined, list] of found) {
      taken.add(joined);
      neighbours.delete(joined);
      rows.push(...list);
      next.push(...list);
    }
  };
  remove(await findRows([...new Set(removed.map(({ joined }) => joined))]));
  let added = [...fresh, ...next.map(unpack)];
  for (;;) {
    next = [];
    await takeIn(added);
    const groups = groupLinked(inside, links);
    const unread = [...neighbours].flatMap(([joined, { rows }]) => (rows === undefined ? [joined] : []));
    for (const [joined, list] of await findRows(unread)) {
      const neighbour = neighbours.get(joined);
      if (neighbour) neighbour.rows = list;
    }
    remove(findClashing(inside, groups, neighbours));
    if (next.length === 0)
      return { groups: groups.map(({ members }) => members.map((i) => inside[i])), rows };
    added = next.map(unpack);
  }
}

/** The neighbours that one of `groups` would have changed. */
function findClashing(
  inside: readonly Sketch[],
  groups: readonly Group[],
  neighbours: ReadonlyMap<number, Neighbour>,
): Map<number, readonly TellingRow[]> {
  const groupOf = new Map(groups.flatMap((group) => group.members.map((member) => [member, group] as const)));
  const clashing = new Map<number, readonly TellingRow[]>();
  for (const [joined, { linked, rows = [] }] of neighbours) {
    const sketches = rows.map(unpack);
    const others = groupSketches(sketches);
    const beside = new Set([...linked].flatMap((member) => groupOf.get(member) ?? []));
    const clashes = [...beside].some((group) =>
      others.some((other) => isClash({ group, sketches: inside }, { group: other, sketches })),
    );
    if (clashes || others.length > 1) clashing.set(joined, rows);
  }
  return clashing;
}

function unpack({ record, article, sketch }: TellingRow): Sketch {
  return unpackSketch(record, article, sketch);
}
