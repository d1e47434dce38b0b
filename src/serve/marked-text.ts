/**
 * Article text with its marks: in, a text and its layered segments; out, the same characters in the same
 * order inside elements. What nests is drawn nested; a mark that crosses another is drawn in pieces, which
 * `data-s` (the statement's id) holds together.
 *
 * Numbers of statements are drawn by the style sheet from an attribute, so that text which is read out of
 * the page or copied from it is the article's and nothing else.
 */

import type { StatementNote, TextMark } from "../views/reading.js";
import type { Segment } from "../views/segments.js";
import { walkSegments } from "../views/segments.js";
import { html, joinMarkup, type Markup } from "./markup.js";
import { PART_WORDING } from "./quote.js";
import { count, nameOf, recordPath, shorten } from "./wording.js";

/** Draws segments; `drawn` remembers which statements have their number already, which records their sign. */
export function drawMarkedText(
  text: string,
  segments: readonly Segment<TextMark>[],
  notes: ReadonlyMap<string, StatementNote>,
  drawn: Set<string>,
): Markup {
  const pieces: Markup[] = [];
  for (const step of walkSegments(segments)) {
    if (step.kind === "text") pieces.push(html`${text.slice(step.start, step.end)}`);
    else if (step.kind === "open") pieces.push(openMark(step.mark, notes, drawn));
    else pieces.push(isContent(step.mark) ? html`</mark>` : html`</span>`);
  }
  return joinMarkup(pieces);
}

function openMark(mark: TextMark, notes: ReadonlyMap<string, StatementNote>, drawn: Set<string>): Markup {
  const { statement, part, record, copied } = mark;
  if (record !== undefined) {
    const first = !drawn.has(record.id);
    drawn.add(record.id);
    const words = `${record.kind}: ${shorten(record.label, 160)}`;
    return html`<span class="rec ${record.kind}" title="${words}">${first && html`<a class="sign" href="${recordPath(record.id)}" aria-label="${words}"></a>`}`;
  }
  if (copied !== undefined) {
    const first = !drawn.has(copied.passage);
    drawn.add(copied.passage);
    const words = `stands in ${count(copied.articles, "article")}`;
    return html`<span class="copied" title="${words}">${first && html`<a class="sign" href="/reuse/${encodeURIComponent(copied.passage)}" aria-label="This passage ${words}"></a>`}`;
  }
  if (statement === undefined) {
    return part === "boilerplate"
      ? html`<span class="boilerplate">`
      : html`<span class="header ${part}" title="${part} of this article">`;
  }
  const note = notes.get(statement.id);
  const first = mark.anchor && !drawn.has(statement.id);
  if (first) drawn.add(statement.id);
  const id = first && html` id="${statement.id}"`;
  const number =
    first &&
    note &&
    html`<a class="ref" href="#note-${note.number}" data-n="${note.number}" aria-label="Statement ${note.number}${
      statement.source && html`, ${shorten(nameOf(statement.source), 60)}`
    }"></a>`;
  if (isContent(mark)) {
    return html`<mark class="said ${statement.mode}" data-s="${statement.id}"${id}>${number}`;
  }
  const title = `${PART_WORDING[part] ?? part}${note ? ` (statement ${note.number})` : ""}`;
  return html`<span class="part ${part}" data-s="${statement.id}"${id} title="${title}">${number}`;
}

function isContent(mark: TextMark): boolean {
  return mark.part === "content" && mark.statement !== undefined;
}
