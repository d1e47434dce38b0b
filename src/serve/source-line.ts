/** Where a record was read: outlet, date and title of its article, in one line that leads there. */
import type { ArticleHead } from "../store/record-head.js";
import { html, type Markup } from "./markup.js";
import { articlePath, drawDate, drawName, shorten } from "./wording.js";

/** "The Harbour Gazette, 3 March 2004: Ferry talks to resume"; the link leads to the statement, where there is one. */
export function drawSource(article: ArticleHead, statement?: string): Markup {
  const { outlet, agency, published, title, origin } = article;
  return html`${outlet === null ? html`<span class="none">outlet not named</span>` : drawName(outlet, 80)}${
    agency !== null && html` (agency ${drawName(agency, 60)})`
  }, ${published === null ? html`<span class="none">no date</span>` : drawDate(published)}: <a href="${articlePath(article.id, statement)}" dir="auto">${nameArticle(title, origin)}</a>`;
}

/** The title, or where the text came from if it has none. */
export function nameArticle(title: string | null, origin: string): string {
  if (title !== null && title.trim() !== "") return shorten(title, 240);
  return `Untitled: ${shorten(origin.split("/").at(-1) ?? origin, 120)}`;
}
