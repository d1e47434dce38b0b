/** What pages say while the store is empty: how to fill it. */
import { html, type Markup } from "./markup.js";

export function drawNothingRead(): Markup {
  return html`<div class="notice">
<h1>Nothing has been read yet</h1>
<p>This store is empty. Stop the server, read some articles into the store (plain text, Markdown, HTML,
JSON Lines or CSV; files or whole folders), and serve it again:</p>
<pre><code>rapporteur read FOLDER
rapporteur serve</code></pre>
<p>To look around first, with the articles that come with the program:</p>
<pre><code>rapporteur start</code></pre>
</div>`;
}
