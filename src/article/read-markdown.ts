/**
 * Markdown as article text: what a reader sees, without the marks.
 *
 * In: a Markdown text (CommonMark's usual part, tables, front matter). Out: paragraphs with a blank line
 * between them, and the front matter as metadata. Headings, list items and quotations are paragraphs; emphasis,
 * links and code lose their marks; images, comments and link definitions are left out; a rule stays as `---`.
 * Lines of one paragraph are joined by a space. Offsets refer to this text, not to the file. A first heading of
 * level one is the title unless the front matter names one.
 */
import { FIELD_NAMES, readFields, toFields } from "./article-fields.js";
import type { ArticleDraft, ArticleMetadata } from "./draft.js";
import { readFrontMatter } from "./front-matter.js";
import { decodeEntities } from "./html-entity.js";

/** The article of a Markdown text. */
export function readMarkdown(markdown: string, origin: string): ArticleDraft {
  const front = readFrontMatter(markdown);
  const source = markdown.slice(front?.end ?? 0);
  const { paragraphs, heading } = readBlocks(source);
  const text = paragraphs.join("\n\n");
  let metadata: ArticleMetadata = {};
  if (front) {
    // The body is the text; a field called "text" or "content" in the front matter is not.
    const bodies: ReadonlySet<string> = new Set([...FIELD_NAMES.text, ...FIELD_NAMES.html]);
    const fields = new Map(
      [...toFields(Object.fromEntries(front.fields))].filter(([name]) => !bodies.has(name)),
    );
    metadata = readFields(fields.set("text", "-"), origin)?.metadata ?? {};
  }
  if (metadata.title === undefined && heading !== null) metadata = { ...metadata, title: heading };
  return { origin, text, metadata };
}

function readBlocks(source: string): { paragraphs: string[]; heading: string | null } {
  const paragraphs: string[] = [];
  let heading: string | null = null;
  let open: string[] = [];
  let fence: string | null = null;
  const close = () => {
    const paragraph = readInline(open.join("\n"))
      .replace(/\s*\n\s*/gu, " ")
      .trim();
    if (paragraph !== "") paragraphs.push(paragraph);
    open = [];
    return paragraph;
  };
  for (const raw of dropComments(source).split(/\r\n|\r|\n/u)) {
    if (fence !== null) {
      if (raw.trim().startsWith(fence)) {
        fence = null;
        if (open.length > 0) paragraphs.push(open.join("\n"));
        open = [];
      } else open.push(raw);
      continue;
    }
    const line = raw.replace(/^\s{0,3}(?:>\s?)+/u, "").trimEnd();
    const fenced = /^\s{0,3}(`{3,}|~{3,})/u.exec(line);
    const atx = /^\s{0,3}(#{1,6})\s+(.*?)(?:\s+#+)?$/u.exec(line);
    const item = /^\s*(?:[-*+]|(\d{1,9})[.)])\s+(?=\S)/u.exec(line);
    if (line.trim() === "") close();
    else if (fenced) {
      close();
      fence = fenced[1];
    } else if (atx) {
      close();
      open = [atx[2]];
      const written = close();
      if (atx[1] === "#" && paragraphs.length <= 1 && written !== "") heading ??= written;
    } else if (open.length > 0 && /^\s{0,3}(?:=+|-+)\s*$/u.test(line)) {
      const written = close();
      if (line.includes("=") && paragraphs.length === 1) heading ??= written;
    } else if (/^\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/u.test(line)) {
      close();
      paragraphs.push("---");
    } else if (
      /^\s{0,3}\[[^\]]+\]:\s*\S/u.test(line) ||
      /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/u.test(line)
    ) {
      close();
    } else if (item) {
      close();
      open = [(item[1] ? `${item[1]}. ` : "") + line.slice(item[0].length)];
    } else if (/^\s*\|.*\|$/u.test(line)) {
      close();
      paragraphs.push(
        readInline(
          line
            .trim()
            .slice(1, -1)
            .split("|")
            .map((cell) => cell.trim())
            .join(" | "),
        ),
      );
    } else open.push(line.trim());
  }
  close();
  return { paragraphs, heading };
}

/** Characters of a paragraph beyond which its marks are left as they are: no paragraph is so long. */
const LONGEST_INLINE = 50_000;

function dropComments(source: string): string {
  let kept = "";
  let at = 0;
  for (let from = source.indexOf("<!--"); from >= 0; from = source.indexOf("<!--", at)) {
    const end = source.indexOf("-->", from);
    if (end < 0) break;
    kept += source.slice(at, from);
    at = end + 3;
  }
  return kept + source.slice(at);
}

/** One paragraph without its marks. */
function readInline(source: string): string {
  if (source.length > LONGEST_INLINE || !/[\\`*_[<&~]/u.test(source)) return source;
  const kept: string[] = [];
  const keep = (text: string) => `\u0001${kept.push(text) - 1}\u0002`;
  const text = source
    .replace(/\\([!-/:-@[-`{-~])/gu, (_, mark: string) => keep(mark))
    .replace(/(?<!`)(`{1,9})(?!`)([\s\S]{0,2000}?[^`])\1(?!`)/gu, (_, _ticks, code: string) =>
      keep(code.trim()),
    )
    .replace(/!\[[^\]]*\](?:\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+(?:"[^"]*"|'[^']*'))?\)|\[[^\]]*\])/gu, "")
    .replace(/\[([^[\]]*)\]\(<?[^()\s]*(?:\([^()]*\)[^()\s]*)*>?(?:\s+(?:"[^"]*"|'[^']*'))?\)/gu, "$1")
    .replace(/\[([^[\]]+)\]\[[^\]]*\]/gu, "$1")
    .replace(/\[\^[^\]]+\]/gu, "")
    .replace(/<((?:https?:|mailto:)[^>\s]+)>/gu, (_, url: string) => keep(url.replace(/^mailto:/u, "")))
    .replace(/<br\s*\/?>/giu, "\n")
    .replace(/<\/?[a-z][^<>]*>/giu, "")
    .replace(/(\*\*|__)(?=\S)([\s\S]{0,2000}?\S)\1/gu, "$2")
    .replace(/\*(?=\S)([^*]*?\S)\*/gu, "$1")
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_]*?\S)_(?![\p{L}\p{N}_])/gu, "$1")
    .replace(/~~(?=\S)([\s\S]{0,2000}?\S)~~/gu, "$1");
  return decodeEntities(text).replace(/\u0001(\d+)\u0002/gu, (_, n: string) => kept[Number(n)]);
}
