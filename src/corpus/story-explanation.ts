/**
 * Why the members of a story were joined, and why what stands nearest to it was not.
 *
 * In: the tellings of a story's articles and of those that share a key with it. Out: each member compared with the
 * first, and the tellings outside that are most like the members on average, each with its reasons.
 */
import { groupLikeness, JOIN, MERGE, scoreOrdered } from "./story-groups.js";
import type { StoryReason } from "./story-score.js";
import { likeness } from "./story-words.js";
import type { Telling } from "./telling.js";

/** One mention beside a story. */
export interface ComparedTelling {
  readonly telling: Telling;
  /** Likeness to the story's first member. */
  readonly score: number;
  /** Likeness to the story's members, itself left out, that decides whether it joins: a mean, of a reference the most. */
  readonly mean: number;
  readonly reasons: readonly StoryReason[];
}

export interface StoryExplanation {
  readonly first: Telling;
  readonly members: readonly ComparedTelling[];
  /** The most alike first. */
  readonly outside: readonly ComparedTelling[];
  /** What a mean must reach. */
  readonly threshold: number;
  /** What the likeness to one member must reach; a reference needs nothing else. */
  readonly link: number;
}

/** `ids` are the story's members in its order; `most` is how many outside are kept. Undefined where none is told. */
export function explainStory(
  ids: readonly string[],
  tellings: readonly Telling[],
  most: number,
): StoryExplanation | undefined {
  const byId = new Map(tellings.map((telling) => [telling.record.id, telling]));
  const members = ids.flatMap((id) => byId.get(id) ?? []);
  if (members.length === 0) return undefined;
  const [first, ...others] = members;
  const inside = new Set(ids);
  const outside = tellings
    .filter((telling) => !inside.has(telling.record.id) && telling.kind === first.kind)
    .map((telling) => compare(telling, first, members))
    .sort((a, b) => b.mean - a.mean || b.score - a.score || compareWords(a, b, first))
    .slice(0, most);
  return {
    first,
    members: others.map((telling) => compare(telling, first, members)),
    outside,
    threshold: MERGE,
    link: JOIN,
  };
}

function compare(telling: Telling, first: Telling, members: readonly Telling[]): ComparedTelling {
  const others = members.filter((member) => member !== telling);
  return { telling, ...scoreOrdered(first, telling), mean: groupLikeness(telling, others) };
}

/** Of what is ruled out, the most alike in words first. */
function compareWords(a: ComparedTelling, b: ComparedTelling, { words }: Telling): number {
  const difference = likeness(b.telling.words, words) - likeness(a.telling.words, words);
  return difference || (a.telling.record.id < b.telling.record.id ? -1 : 1);
}
