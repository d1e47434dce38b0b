/** Prepared texts by article id: a text is prepared again when it comes back late. */
import { RecentTexts } from "./recent-texts.js";
import type { ReuseArticle } from "./reuse-article.js";
import { prepareText, type ReuseText } from "./reuse-text.js";

export class PreparedTexts {
  readonly #articleOf: (id: string) => ReuseArticle;
  readonly #recent = new RecentTexts();

  /** `articleOf` gives the article of every id that is asked for. */
  constructor(articleOf: (id: string) => ReuseArticle) {
    this.#articleOf = articleOf;
  }

  get(id: string): ReuseText {
    let text = this.#recent.find(id);
    if (text === undefined) {
      text = prepareText(this.#articleOf(id));
      this.#recent.keep(text);
    }
    return text;
  }
}
