/** Prepared texts by article id, the ones used last kept. */
import type { ReuseText } from "./reuse-text.js";

/** Texts kept; so many news reports take about 200 MB. */
const MOST_TEXTS = 16_000;

export class RecentTexts {
  readonly #texts = new Map<string, ReuseText>();

  /** Undefined where it is not kept, or no more. */
  find(id: string): ReuseText | undefined {
    const text = this.#texts.get(id);
    if (text !== undefined) this.keep(text);
    return text;
  }

  /** Keeps a text as the one used last. */
  keep(text: ReuseText): void {
    this.#texts.delete(text.id);
    this.#texts.set(text.id, text);
    if (this.#texts.size > MOST_TEXTS) this.#texts.delete(this.#texts.keys().next().value as string);
  }
}
