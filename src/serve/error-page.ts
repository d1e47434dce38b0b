/** The one page for everything that went wrong. */
import { html } from "./markup.js";
import type { Sheet } from "./page.js";
import type { PageError } from "./page-error.js";

/** An error in words, with all that its JSON body holds. */
export function drawError(error: PageError): Sheet {
  const { code, message, at, actual, expected, hint } = error.body;
  const facts = [
    ["Where", at],
    ["Found", actual],
    ["Expected", expected],
    ["Code", `${error.status} ${code}`],
  ].filter(([, value]) => value !== undefined);
  return {
    title: message,
    section: "none",
    shape: "list",
    body: html`<div class="notice">
<h1>${message}</h1>
${hint && html`<p>${hint}</p>`}
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd><bdi>${value}</bdi></dd></div>`)}</dl>
<p><a href="/articles">All articles</a></p>
</div>`,
  };
}
