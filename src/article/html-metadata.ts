/**
 * What a page says about its article outside of the article: JSON-LD, meta elements, `time`, the heading.
 *
 * In: a parsed page. Out: metadata, each field from the most reliable place that has it: schema.org JSON-LD
 * (also in an `@graph`), then meta elements (Open Graph, Dublin Core, Parse.ly and their like), then elements
 * of the page, then, for the date, the address (`/2021/03/04/`).
 */
import type { ArticleMetadata } from "./draft.js";
import { decodeEntities } from "./html-entity.js";
import type { HtmlDocument, HtmlElement } from "./html-node.js";
import { mendSurrogates } from "./json-surrogates.js";

/** Software that some templates give as the publisher. */
const PLATFORM =
  /^(?:blogger|blogspot|wordpress(?:\.com)?|medium|drupal|joomla!?|wix(?:\.com)?|squarespace|ghost)$/iu;
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|Posting)$/u;
/** Meta names by field, the most reliable first. */
const META = {
  title: [
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "headline",
    "title",
  ],
  published: [
    "article:published_time",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "publish-date",
    "publish_date",
    "publication_date",
    "publishdate",
    "pubdate",
    "article.published",
    "article_date_original",
    "originalpublicationdate",
    "rnews:datepublished",
    "ptime",
    "displaydate",
    "date",
    "created",
  ],
  byline: [
    "author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "article:author",
    "authors",
  ],
  outlet: [
    "og:site_name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "application-name",
    "parsely-site",
    "source_name",
    "copyright",
  ],
  url: ["og:url", "parsely-link", "twitter:url"],
  language: ["content-language", "language", "dc.language", "dcterms.language", "og:locale"],
} as const;

/** Reads the metadata of a page. */
export function readHtmlMetadata(document: HtmlDocument): ArticleMetadata {
  const linked = readLinkedData(document);
  const meta = readMeta(document);
  const pick = (field: keyof typeof META) =>
    META[field].map((name) => meta.get(name)).find((v) => v !== undefined);
  const outlet = [linked.outlet, pick("outlet")].find((name) => name !== undefined && !PLATFORM.test(name));
  const url =
    document.querySelector("link[rel=canonical]")?.getAttribute("href") ?? pick("url") ?? linked.url;
  const byline = linked.byline ?? splitAuthors(pick("byline")) ?? readVisibleAuthors(document);
  const published = linked.published ?? pick("published") ?? readTime(document) ?? readAddressDate(url);
  const title = linked.title ?? pick("title") ?? readHeading(document);
  const language = document.documentElement?.getAttribute("lang") ?? pick("language") ?? linked.language;
  return {
    ...(title ? { title: stripSite(title, outlet) } : {}),
    ...(byline ? { byline } : {}),
    ...(outlet ? { outlet } : {}),
    ...(published ? { published } : {}),
    ...(url && /^https?:/iu.test(url) ? { url } : {}),
    ...(language ? { language } : {}),
  };
}

interface LinkedData {
  title?: string;
  published?: string;
  byline?: string[];
  outlet?: string;
  url?: string;
  language?: string;
}

function readLinkedData(document: HtmlDocument): LinkedData {
  const nodes: Record<string, unknown>[] = [];
  for (const script of document.querySelectorAll('script[type*="ld+json"]')) {
    const source = script.textContent.replace(
      /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*$/gu,
      "",
    );
    try {
      collectNodes(JSON.parse(mendSurrogates(source.replace(/[\x00-\x1f]+/gu, " ")).text), nodes, 0);
    } catch {
      // A broken script is the page's affair: its meta elements are read instead.
    }
  }
  const article = nodes.find(
    (node) =>
      toList(node["@type"]).some((type) => ARTICLE_TYPE.test(String(type))) &&
      (node.headline || node.datePublished),
  );
  if (article === undefined) return {};
  const byId = new Map(nodes.map((node) => [node["@id"], node]));
  const name = (value: unknown): string | null => {
    if (typeof value === "string") return clean(value);
    if (typeof value !== "object" || value === null) return null;
    const record = value as Record<string, unknown>;
    if (record.name !== undefined)
      return Array.isArray(record.name) ? name(record.name[0]) : name(record.name);
    const target = byId.get(record["@id"]);
    return target && target !== record && target.name !== undefined ? name(target.name) : null;
  };
  const authors = toList(article.author ?? article.creator)
    .map(name)
    .filter((author): author is string => author !== null);
  const [title, published, outlet, url, language] = [
    article.headline ?? article.name,
    article.datePublished ?? article.dateCreated,
    toList(article.publisher ?? article.sourceOrganization)[0],
    article.url,
    article.inLanguage,
  ].map(name);
  return {
    ...(title ? { title } : {}),
    ...(published ? { published } : {}),
    ...(authors.length > 0 ? { byline: [...new Set(authors)] } : {}),
    ...(outlet ? { outlet } : {}),
    ...(url ? { url } : {}),
    ...(language ? { language } : {}),
  };
}

function collectNodes(value: unknown, nodes: Record<string, unknown>[], depth: number): void {
  if (depth > 6) return;
  if (Array.isArray(value)) {
    for (const item of value) collectNodes(item, nodes, depth + 1);
  } else if (typeof value === "object" && value !== null) {
    const record = value as Record<string, unknown>;
    nodes.push(record);
    for (const key of ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"]) {
      if (typeof record[key] === "object") collectNodes(record[key], nodes, depth + 1);
    }
  }
}

function readMeta(document: HtmlDocument): Map<string, string> {
  const meta = new Map<string, string>();
  for (const element of document.querySelectorAll("meta")) {
    const content = clean(element.getAttribute("content") ?? "");
    if (content === null) continue;
    for (const attribute of ["property", "name", "itemprop", "http-equiv"]) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name && !meta.has(name)) meta.set(name, content);
    }
  }
  return meta;
}

function readVisibleAuthors(document: HtmlDocument): string[] | null {
  const elements = document.querySelectorAll(
    '[rel~="author"],[itemprop~="author"],[class~="byline"],[class~="author"],[class~="author-name"]',
  );
  for (const element of elements) {
    const written = clean((element.querySelector('[itemprop~="name"]') ?? element).textContent);
    if (written !== null && written.length <= 80 && /\p{Lu}/u.test(written))
      return splitAuthors(written.replace(/^by:?\s+/iu, ""));
  }
  return null;
}

function readTime(document: HtmlDocument): string | null {
  const times = [...document.querySelectorAll("time,[itemprop~=datePublished]")];
  const value = (element: HtmlElement) =>
    clean(element.getAttribute("datetime") ?? element.getAttribute("content") ?? element.textContent);
  const isDate = (written: string | null) => written !== null && /\b(?:1[5-9]|20)\d\d\b/u.test(written);
  const marked = times.find(
    (t) =>
      (t.hasAttribute("pubdate") ||
        /datePublished/u.test(t.getAttribute("itemprop") ?? "") ||
        /publi|posted/iu.test(t.getAttribute("class") ?? "")) &&
      isDate(value(t)),
  );
  const first = marked ?? times.find((t) => isDate(value(t)));
  return first ? value(first) : null;
}

function readAddressDate(url: string | null | undefined): string | null {
  const m = /\/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?=[/-])/u.exec(url ?? "");
  return m ? `${m[1]}-${m[2]}-${m[3]}` : null;
}

function readHeading(document: HtmlDocument): string | null {
  const headings = [...document.querySelectorAll("h1")]
    .map((h) => clean(h.textContent))
    .filter((h) => h !== null);
  return headings.length === 1 ? headings[0] : clean(document.title);
}

/** "Talks resume | The Example Herald" → "Talks resume", where the part after the bar is the outlet. */
function stripSite(title: string, outlet: string | undefined): string {
  const cut = /^(.{10,}?)\s+(?:[|–—»·]|-)\s+([^|–—»·]{2,40})$/u.exec(title);
  if (cut === null) return title;
  const bare = (s: string) => s.toLowerCase().replace(/^the\s+|[^\p{L}\p{N}]/gu, "");
  return outlet && (bare(cut[2]).includes(bare(outlet)) || bare(outlet).includes(bare(cut[2])))
    ? cut[1]
    : title;
}

function splitAuthors(written: string | null | undefined): string[] | null {
  const authors = (written ?? "").split(/\s*[;|]\s*/u).filter((a) => a !== "" && !/^https?:|^@/u.test(a));
  return authors.length > 0 ? authors : null;
}

function toList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** Pages often escape twice ("&amp;#8217;"). */
function clean(value: string): string | null {
  const text = decodeEntities(value).replace(/\s+/gu, " ").trim();
  return text === "" ? null : text;
}
