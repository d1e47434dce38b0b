/**
 * Mentions by the keys by which they meet (story-keys.ts), so that a new one is compared with few.
 *
 * Most that share a key tell of something else: what their signs (meeting-signs.ts), types, days or places rule out is
 * passed over without being scored. Walked in order of time, the index forgets what is over, so that it stays as large
 * as the news of some days and whatever has no day.
 */
import { askedSigns, heldSigns } from "./meeting-signs.js";
import type { Sketch } from "./sketch.js";
import { isRuledOut } from "./story-faults.js";
import { daysOf, isLasting, meetingKeys, REACH_DAYS } from "./story-keys.js";

interface Entry<T> {
  readonly item: T;
  readonly sketch: Sketch;
  readonly to: number;
}

/** Places in the list of entries, by key. */
type Postings = Map<number, number[]>;

export class MeetingIndex<T> {
  /** What is over some day, apart from what is not: only the former is walked to forget. */
  readonly #passing: Postings = new Map();
  readonly #lasting: Postings = new Map();
  readonly #entries: (Entry<T> | undefined)[] = [];
  /** Places in the list that were freed. */
  readonly #free: number[] = [];
  /** Of each entry, in columns of their own that stay in the processor's cache: the search that met it last, its signs. */
  #met = new Int32Array(1024);
  #types = new Int32Array(1024);
  #places = new Int32Array(1024);
  #placesToo = new Int32Array(1024);
  #searches = 0;
  #last: { readonly sketch: Sketch; readonly keys: ReadonlySet<number> } | undefined;

  add(item: T, sketch: Sketch): void {
    const at = this.#free.pop() ?? this.#entries.length;
    this.#entries[at] = { item, sketch, to: daysOf(sketch).to };
    if (at >= this.#met.length) {
      this.#met = doubled(this.#met);
      this.#types = doubled(this.#types);
      this.#places = doubled(this.#places);
      this.#placesToo = doubled(this.#placesToo);
    }
    const { types, places, placesToo } = heldSigns(sketch);
    this.#met[at] = 0;
    this.#types[at] = types;
    this.#places[at] = places;
    this.#placesToo[at] = placesToo;
    const postings = isLasting(sketch) ? this.#lasting : this.#passing;
    for (const key of this.#keysOf(sketch)) {
      const list = postings.get(key);
      if (list) list.push(at);
      else postings.set(key, [at]);
    }
  }

  /** Those that share a key with `sketch` and could be one with it, each once. */
  find(sketch: Sketch): Iterable<{ readonly item: T; readonly sketch: Sketch }> {
    const found: Entry<T>[] = [];
    const asked = askedSigns(sketch);
    const search = ++this.#searches;
    const [met, types] = [this.#met, this.#types];
    const [places, placesToo] = [this.#places, this.#placesToo];
    const walk = (list: readonly number[]) => {
      for (let i = 0; i < list.length; i++) {
        const at = list[i];
        if (met[at] === search) continue;
        met[at] = search;
        if ((types[at] & asked.types) === 0) continue;
        if ((places[at] & asked.places) === 0 || (placesToo[at] & asked.placesToo) === 0) continue;
        const entry = this.#entries[at];
        if (entry !== undefined && !isRuledOut(entry.sketch, sketch)) found.push(entry);
      }
    };
    for (const key of this.#keysOf(sketch)) {
      const passing = this.#passing.get(key);
      if (passing) walk(passing);
      const lasting = this.#lasting.get(key);
      if (lasting) walk(lasting);
    }
    return found;
  }

  /** Forgets what nothing that begins on `day` or later could be one with. */
  forgetBefore(day: number): void {
    const isOver = this.#entries.map((entry) => entry !== undefined && entry.to + REACH_DAYS < day);
    for (const [key, list] of this.#passing) {
      const left = list.filter((at) => !isOver[at]);
      if (left.length === 0) this.#passing.delete(key);
      else if (left.length < list.length) this.#passing.set(key, left);
    }
    isOver.forEach((over, at) => {
      if (!over) return;
      this.#entries[at] = undefined;
      this.#free.push(at);
    });
  }

  /** A mention is mostly added right after what it meets has been found. */
  #keysOf(sketch: Sketch): ReadonlySet<number> {
    if (this.#last?.sketch !== sketch) this.#last = { sketch, keys: meetingKeys(sketch) };
    return this.#last.keys;
  }
}

function doubled(column: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(column.length * 2);
  larger.set(column);
  return larger;
}
