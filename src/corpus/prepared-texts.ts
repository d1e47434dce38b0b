/** Prepared texts by article id, the ones used last kept: a text is prepared again when it comes back late. */
import type { ReuseArticle } from "./reuse-article.js";
import { prepareText, type ReuseText } from "./reuse-text.js";

/** Texts kept; so many news reports take about 200 MB. */
const MOST_TEXTS = 16_000;

export class PreparedTexts {
  readonly #articleOf: (id: string) => ReuseArticle;
  readonly #texts = new Map<string, ReuseText>();

  /** `articleOf` gives the article of every id that is asked for. */
  constructor(articleOf: (id: string) => ReuseArticle) {
    this.#articleOf = articleOf;
  }

  get(id: string): ReuseText {
    let text = this.#texts.get(id);
    if (text === undefined) text = prepareText(this.#articleOf(id));
    else this.#texts.delete(id);
    this.#texts.set(id, text);
    if (this.#texts.size > MOST_TEXTS) this.#texts.delete(this.#texts.keys().next().value as string);
    return text;
  }
}
