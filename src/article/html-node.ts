/**
 * The part of the DOM that article extraction needs, as linkedom gives it.
 *
 * In: HTML as text. Out: a document. The interfaces name only what is used, so that the compiler needs no
 * browser types.
 */
import { DOMParser } from "linkedom";

/** A node of the tree; type 1 is an element, 3 a text. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly nodeName: string;
  textContent: string;
  readonly parentNode: HtmlElement | null;
  readonly nextSibling: HtmlNode | null;
  readonly childNodes: ArrayLike<HtmlNode> & Iterable<HtmlNode>;
}

export interface HtmlElement extends HtmlNode {
  readonly tagName: string;
  readonly parentElement: HtmlElement | null;
  readonly children: ArrayLike<HtmlElement> & Iterable<HtmlElement>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): ArrayLike<HtmlElement> & Iterable<HtmlElement>;
  remove(): void;
}

export interface HtmlDocument extends HtmlElement {
  readonly documentElement: HtmlElement | null;
  readonly body: HtmlElement | null;
  readonly title: string;
}

/** Parses a page or a fragment; what has no `html` element gets the elements around it that a page has. */
export function parseHtml(html: string): HtmlDocument {
  const document = /<html\b/iu.test(html) ? parse(html) : null;
  // linkedom gives no root for pages that open with an unclosed script, and an odd one after stray text.
  if (document && document.documentElement?.tagName === "HTML") return document;
  const body = html.replace(/<(?:!doctype|\/?(?:html|body))\b[^<>]*>/giu, "");
  const head = /^[\s\S]*?<\/head\s*>/iu.exec(body)?.[0] ?? "";
  return parse(
    `<!doctype html><html>${head || "<head></head>"}<body>${body.slice(head.length)}</body></html>`,
  );
}

function parse(html: string): HtmlDocument {
  return new DOMParser().parseFromString(html, "text/html") as unknown as HtmlDocument;
}
