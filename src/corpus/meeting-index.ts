/**
 * Mentions by the keys by which they meet (story-keys.ts), so that a new one is compared with few.
 *
 * Walked in order of time, it forgets what is over, so that it stays as large as the news of some days.
 */
import type { Sketch } from "./sketch.js";
import { daysOf, meetingKeys, REACH_DAYS } from "./story-keys.js";

interface Entry<T> {
  readonly item: T;
  readonly sketch: Sketch;
  readonly to: number;
}

export class MeetingIndex<T> {
  readonly #byKey = new Map<number, Entry<T>[]>();

  add(item: T, sketch: Sketch): void {
    const entry = { item, sketch, to: daysOf(sketch).to };
    for (const key of meetingKeys(sketch)) {
      const list = this.#byKey.get(key);
      if (list) list.push(entry);
      else this.#byKey.set(key, [entry]);
    }
  }

  /** Those that share a key with `sketch`, each once: most that could be one with it are not. */
  find(sketch: Sketch): Iterable<{ readonly item: T; readonly sketch: Sketch }> {
    const found = new Set<Entry<T>>();
    for (const key of meetingKeys(sketch)) for (const entry of this.#byKey.get(key) ?? []) found.add(entry);
    return found;
  }

  /** Forgets what nothing that begins on `day` or later could be one with. */
  forgetBefore(day: number): void {
    for (const [key, list] of this.#byKey) {
      const left = list.filter(({ to }) => to + REACH_DAYS >= day);
      if (left.length === 0) this.#byKey.delete(key);
      else if (left.length < list.length) this.#byKey.set(key, left);
    }
  }
}
