/**
 * Mentions joined in a walk by time: in, mentions in the order of the days from which they hold; out, their groups, the
 * same as of all at once (story-groups.ts), each as soon as nothing that comes later can change it.
 *
 * In memory are the mentions of some days, those that hang together with them, and what has no day.
 */
import { MeetingIndex } from "./meeting-index.js";
import type { Sketch } from "./sketch.js";
import { groupLinked, isLinked, type Link } from "./story-groups.js";
import { daysOf, REACH_DAYS } from "./story-keys.js";

/** Days after which the walk lays aside what is over. */
const STEP_DAYS = 4;

/** What chains of links connect so far. */
interface Chain {
  readonly numbers: number[];
  readonly sketches: Sketch[];
  /** As places in the lists above. */
  readonly links: Link[];
  /** Last day of any of them. */
  to: number;
}

interface Place {
  chain: Chain;
  at: number;
}

export class StoryWalk {
  readonly #index = new MeetingIndex<number>();
  readonly #chains = new Set<Chain>();
  readonly #places = new Map<number, Place>();
  readonly #onGroup: (numbers: readonly number[]) => void;
  #cleared = Number.NEGATIVE_INFINITY;

  /** `onGroup` gets the numbers of each group of two and more; whatever it does not get stands alone. */
  constructor(onGroup: (numbers: readonly number[]) => void) {
    this.#onGroup = onGroup;
  }

  /** The next mention; none may hold from an earlier day than the one before. */
  add(number: number, sketch: Sketch): void {
    const { from } = daysOf(sketch);
    if (from >= this.#cleared + STEP_DAYS) {
      this.#index.forgetBefore(from);
      this.#closeBefore(from);
      this.#cleared = from;
    }
    for (const { item, sketch: other } of this.#index.find(sketch))
      if (isLinked(other, sketch)) this.#link(this.#placeOf(item, other), this.#placeOf(number, sketch));
    this.#index.add(number, sketch);
  }

  finish(): void {
    this.#closeBefore(Number.POSITIVE_INFINITY);
  }

  #placeOf(number: number, sketch: Sketch): Place {
    const known = this.#places.get(number);
    if (known !== undefined) return known;
    const chain = { numbers: [number], sketches: [sketch], links: [], to: daysOf(sketch).to };
    const place = { chain, at: 0 };
    this.#chains.add(chain);
    this.#places.set(number, place);
    return place;
  }

  #link(a: Place, b: Place): void {
    if (a.chain !== b.chain) {
      if (a.chain.numbers.length < b.chain.numbers.length) this.#append(b.chain, a.chain);
      else this.#append(a.chain, b.chain);
    }
    a.chain.links.push({ a: a.at, b: b.at });
  }

  /** Puts the shorter chain behind the longer one. */
  #append(chain: Chain, other: Chain): void {
    const shift = chain.numbers.length;
    for (const number of other.numbers) {
      const place = this.#places.get(number) as Place;
      place.chain = chain;
      place.at += shift;
      chain.numbers.push(number);
    }
    for (const sketch of other.sketches) chain.sketches.push(sketch);
    for (const { a, b } of other.links) chain.links.push({ a: a + shift, b: b + shift });
    chain.to = Math.max(chain.to, other.to);
    this.#chains.delete(other);
  }

  /** Groups what nothing that begins on `day` or later could be linked with. */
  #closeBefore(day: number): void {
    for (const chain of this.#chains) {
      if (chain.to + REACH_DAYS >= day) continue;
      this.#chains.delete(chain);
      for (const number of chain.numbers) this.#places.delete(number);
      for (const { members } of groupLinked(chain.sketches, chain.links))
        if (members.length > 1) this.#onGroup(members.map((member) => chain.numbers[member]));
    }
  }
}
