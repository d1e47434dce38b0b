/**
 * Web pages as article text.
 *
 * In: the HTML of a page, or a fragment of HTML from a feed or a table. Out: the article's text, paragraphs with
 * a blank line between them, and the page's metadata; null where the page holds no text. Method: Mozilla's
 * Readability finds the article's element; parts of it that are named as something else are pruned; its blocks
 * are read; blocks that are links or boilerplate, and the credits on top, are left out (what these say goes into
 * the metadata). Measured with `npm run eval -- html` on 91 pages of the article extraction benchmark's development
 * half: F1 0.973, precision 0.962, recall 0.985. Pages that no tree takes are scanned, which `isShallow` says.
 */
import { Readability } from "@mozilla/readability";
import { type ArticleKnowledge, loadArticleKnowledge } from "./article-knowledge.js";
import { findBoilerplate } from "./boilerplate.js";
import { type CreditLine, parseCreditLine } from "./credit-line.js";
import type { ArticleMetadata } from "./draft.js";
import { type HtmlBlock, readBlocks } from "./html-blocks.js";
import { readHtmlMetadata } from "./html-metadata.js";
import { type HtmlDocument, type HtmlElement, parseHtml } from "./html-node.js";
import { pruneDocument } from "./html-prune.js";
import { isUnparseable, scanHtml, stripRaw } from "./html-scan.js";

/** An article as found in a page. */
export interface HtmlArticle {
  readonly text: string;
  readonly metadata: ArticleMetadata;
  /** True where the page was too large to be parsed and was only scanned. */
  readonly isShallow: boolean;
}

/** Characters of HTML, without scripts, that are parsed into a tree; and of a larger page's head. */
const LARGEST_TREE = 2 * 1024 * 1024;
const LARGEST_HEAD = 128 * 1024;
/** Letters and digits below which a page has no text. */
const SHORTEST = 25;

/** The article of a page or a fragment. */
export function readHtml(
  html: string,
  knowledge: ArticleKnowledge = loadArticleKnowledge(),
): HtmlArticle | null {
  const source = html.length > LARGEST_TREE / 4 ? stripRaw(html) : html;
  if (source.length > LARGEST_TREE || isUnparseable(source)) return readLarge(source, knowledge);
  try {
    return readTree(source, knowledge);
  } catch {
    // Markup that the parser or Readability stumbles over; the scan takes anything.
    return readLarge(source, knowledge);
  }
}

function readTree(source: string, knowledge: ArticleKnowledge): HtmlArticle | null {
  const document = parseHtml(source);
  const metadata = readHtmlMetadata(document);
  const headings = [
    metadata.title ?? "",
    ...[...document.querySelectorAll("h1")].map((heading) => heading.textContent),
  ];
  const read = (blocks: readonly HtmlBlock[]) => finish(blocks, metadata, headings, knowledge);
  if (!/<(?:html|head|body)\b/iu.test(source)) return read(document.body ? readBlocks(document.body) : []);
  const found = findArticle(document);
  if (found) pruneDocument(found);
  const article = found && read(readBlocks(found));
  if (article) return article;
  // Readability changed the document: what it refused is read from a fresh one.
  const body = parseHtml(source).body;
  return read(scanHtml(source)) ?? read(body ? readBlocks(body) : []);
}

/** A page that is not parsed: metadata stands in its head, of which enough is. */
function readLarge(source: string, knowledge: ArticleKnowledge): HtmlArticle | null {
  const head = source.slice(0, LARGEST_HEAD);
  const metadata = isUnparseable(head) ? {} : readHeadMetadata(head);
  const article = finish(scanHtml(source), metadata, [metadata.title ?? ""], knowledge);
  return article && { ...article, isShallow: true };
}

function readHeadMetadata(head: string): ArticleMetadata {
  try {
    return readHtmlMetadata(parseHtml(head));
  } catch {
    return {};
  }
}

/** The element that holds the article, as Readability finds it. Changes the document. */
function findArticle(document: HtmlDocument): HtmlElement | null {
  const reader = new Readability<HtmlElement>(document as never, {
    serializer: (node) => node as unknown as HtmlElement,
    keepClasses: true,
    disableJSONLD: true,
  });
  return reader.parse()?.content ?? null;
}

function finish(
  found: readonly HtmlBlock[],
  metadata: ArticleMetadata,
  headings: readonly string[],
  knowledge: ArticleKnowledge,
): HtmlArticle | null {
  const blocks = found.filter((block) => !isLinkOnly(block));
  const { kept, credits } = dropHeader(dropBoilerplate(blocks, knowledge), headings, knowledge);
  const text = kept.map((block) => block.text).join("\n\n");
  if ((text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < SHORTEST) return null;
  return { text, metadata: addCredits(metadata, credits), isShallow: false };
}

/** A paragraph that is one link leads elsewhere. */
function isLinkOnly(block: HtmlBlock): boolean {
  return block.linked >= 0.9 * block.text.length;
}

function dropBoilerplate(blocks: readonly HtmlBlock[], knowledge: ArticleKnowledge): HtmlBlock[] {
  const lines = blocks.map((block) => ({ text: block.text, start: 0, end: 0, opensBlock: true }));
  const marked = new Set(findBoilerplate(lines, knowledge.boilerplate));
  return blocks.filter((_, i) => !marked.has(i));
}

/** Leaves out the title and the credit lines above the first paragraph. */
function dropHeader(
  blocks: readonly HtmlBlock[],
  headings: readonly string[],
  { media }: ArticleKnowledge,
): { kept: HtmlBlock[]; credits: CreditLine[] } {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const titles = headings.map(bare).filter((heading) => heading !== "");
  const kept: HtmlBlock[] = [];
  const credits: CreditLine[] = [];
  let inHeader = true;
  for (const block of blocks) {
    const { text } = block;
    if (inHeader && kept.length < 4) {
      const credit = parseCreditLine(text, 0, media);
      if (credit !== null) {
        credits.push(credit);
        continue;
      }
      if (titles.includes(bare(text))) continue;
      // Several sentences: the article has begun.
      if (text.length > 200 || /[.!?]["”’]?\s+\p{Lu}/u.test(text)) inHeader = false;
    }
    kept.push(block);
  }
  return { kept, credits };
}

/** What the dropped credit lines say, where the metadata has nothing. */
function addCredits(metadata: ArticleMetadata, credits: readonly CreditLine[]): ArticleMetadata {
  const people = credits.flatMap((credit) => credit.people.map((person) => person.name));
  const media = credits.flatMap((credit) => credit.media.map((found) => found.medium));
  const dated = credits.find((c) => c.date?.edtf && !c.dateIsUpdate) ?? credits.find((c) => c.date?.edtf);
  const agency = media.find((m) => m.kind === "agency");
  const outlet = media.find((m) => m.kind === "outlet");
  return {
    ...(people.length > 0 ? { byline: people } : {}),
    ...(outlet ? { outlet: outlet.name } : {}),
    ...(agency ? { agency: agency.name } : {}),
    ...(dated?.date?.hasYear && dated.date.edtf ? { published: dated.date.edtf } : {}),
    ...metadata,
  };
}
