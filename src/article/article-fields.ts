/**
 * Records of other programs as articles: which field is the text, which the title, the date, the outlet.
 *
 * In: one JSON object or one row of a table. Out: a draft, or the reason why there is none. Names are compared
 * without case and punctuation ("Published At", "published_at"); they are those of schema.org's NewsArticle,
 * of NewsAPI, GDELT, news-please, and of this program's own export. Objects such as `{"name": "…"}` give their
 * name.
 */
import type { ArticleDraft, ArticleMetadata } from "./draft.js";
import { readHtml } from "./read-html.js";

/** Names of the fields read, the best first. */
export const FIELD_NAMES = {
  text: [
    "text",
    "body",
    "articlebody",
    "content",
    "article",
    "articletext",
    "maintext",
    "fulltext",
    "bodytext",
    "story",
    "plaintext",
    "rawtext",
    "document",
  ],
  html: ["html", "contenthtml", "bodyhtml", "rawhtml", "articlehtml", "page"],
  title: ["title", "headline", "name", "articletitle", "heading"],
  published: [
    "published",
    "publishedat",
    "datepublished",
    "publisheddate",
    "publicationdate",
    "publishdate",
    "datepublish",
    "pubdate",
    "date",
    "publishedtime",
    "publishedon",
    "articledate",
    "datetime",
    "created",
    "createdat",
    "timestamp",
    "time",
    "day",
  ],
  outlet: [
    "outlet",
    "publisher",
    "publication",
    "newspaper",
    "sitename",
    "site",
    "medium",
    "source",
    "sourcename",
    "sourcedomain",
    "domain",
  ],
  agency: ["agency", "newsagency", "wire", "newswire"],
  byline: ["byline", "author", "authors", "writer", "writers", "by", "creator", "reporter"],
  url: ["url", "link", "canonicalurl", "sourceurl", "permalink", "webpage", "mainentityofpage"],
  language: ["language", "lang", "inlanguage", "languagecode"],
  id: [
    "id",
    "uid",
    "uuid",
    "guid",
    "identifier",
    "docid",
    "documentid",
    "articleid",
    "storyid",
    "newsid",
    "key",
  ],
} as const;

type Field = keyof typeof FIELD_NAMES;

/** A record's fields by their normalised names. */
export type Fields = ReadonlyMap<string, unknown>;

/** "Published At" → "publishedat". */
export function normaliseFieldName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** The fields of an object. */
export function toFields(record: Readonly<Record<string, unknown>>): Fields {
  const fields = new Map<string, unknown>();
  for (const [name, value] of Object.entries(record)) {
    const key = normaliseFieldName(name);
    if (!fields.has(key)) fields.set(key, value);
  }
  return fields;
}

/** True if one of the names can be an article's text. */
export function hasTextField(names: readonly string[]): boolean {
  const known: readonly string[] = [...FIELD_NAMES.text, ...FIELD_NAMES.html];
  return names.some((name) => known.includes(normaliseFieldName(name)));
}

/** The record's own id where it can stand in an origin: up to 100 characters without spaces and `#`. */
export function readId(fields: Fields): string | null {
  const value = pick(fields, "id");
  const id = typeof value === "number" || typeof value === "string" ? String(value).trim() : "";
  return /^[^\s#]{1,100}$/u.test(id) ? id : null;
}

/** The article of a record, or null where none of its fields holds a text. */
export function readFields(fields: Fields, origin: string): ArticleDraft | null {
  const metadata: ArticleMetadata = {
    ...optional("title", readString(pick(fields, "title"))),
    ...optional("published", readDate(pick(fields, "published"))),
    ...optional("outlet", readString(pick(fields, "outlet"))),
    ...optional("agency", readString(pick(fields, "agency"))),
    ...optional("byline", readNames(pick(fields, "byline"))),
    ...optional("url", readString(pick(fields, "url"))),
    ...optional("language", readString(pick(fields, "language"))),
  };
  const text = readText(pick(fields, "text"));
  if (text !== null && !looksLikeHtml(text)) return { origin, text, metadata };
  const html = text ?? readText(pick(fields, "html"));
  if (html === null) return null;
  const page = readHtml(html);
  if (page === null) return null;
  return { origin, text: page.text, metadata: { ...page.metadata, ...metadata } };
}

/** The value of the first of a field's names that holds something. */
function pick(fields: Fields, field: Field): unknown {
  for (const name of FIELD_NAMES[field]) {
    const value = fields.get(name);
    if (value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0))
      continue;
    // A flag or a number is no name, title or text ("published": true, "source": 3).
    if (typeof value === "boolean") continue;
    if (typeof value === "number" && field !== "id" && field !== "published") continue;
    if (typeof value === "string" && value.trim() === "") continue;
    return value;
  }
  return undefined;
}

/** A text, or a list of paragraphs. */
function readText(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((v): v is string => typeof v === "string"))
    return value.join("\n\n");
  return null;
}

function readString(value: unknown): string | null {
  if (typeof value === "string") return value.trim() || null;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return readString(value[0]);
  if (isObject(value)) return readString(value.name ?? value.title ?? value["@id"] ?? value.value);
  return null;
}

/** Dates as strings, as seconds or milliseconds, or as this program exports them (`{"edtf": …}`). */
function readDate(value: unknown): string | null {
  if (isObject(value)) return readString(value.edtf ?? value.$date ?? value.value);
  return readString(value);
}

function readNames(value: unknown): string[] | null {
  const list = Array.isArray(value) ? value : [value];
  const names = list.map(readString).filter((name): name is string => name !== null);
  return names.length > 0 ? names : null;
}

function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 5000);
  return (
    /<\/(?:p|div|article|body|html)\s*>/iu.test(head) || /^\s*<(?:!doctype|html|p|div|article)\b/iu.test(head)
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function optional<K extends string, V>(key: K, value: V | null): { [P in K]?: V } {
  return (value === null ? {} : { [key]: value }) as { [P in K]?: V };
}
