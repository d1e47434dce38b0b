/**
 * An article as text reuse needs it, and the order in which articles stand: who was first.
 */
import type { Span } from "../core/evidence.js";
import type { ArticleRecord } from "../core/records.js";

export interface ReuseArticle {
  readonly id: string;
  readonly text: string;
  /** When it appeared, as an EDTF date or an ISO 8601 time; null where unknown. */
  readonly published: string | null;
  readonly outlet: string | null;
  /** The agency that it credits. */
  readonly agency: string | null;
  /** Lines that belong to the page; they are never compared. */
  readonly boilerplate: readonly Span[];
}

/** What text reuse needs of an article's record. */
export function toReuseArticle(article: ArticleRecord): ReuseArticle {
  const { id, text, outlet, agency, boilerplate } = article;
  return { id, text, outlet, agency, boilerplate, published: article.published?.edtf ?? null };
}

/** What decides the order of two articles. */
export type Published = Pick<ReuseArticle, "id" | "published">;

/**
 * Negative where `a` stands before `b`: by date, undated articles last, then by id. It depends on nothing but the
 * two, so that the order of reading changes no passage.
 */
export function comparePublished(a: Published, b: Published): number {
  const left = a.published ?? "\uffff";
  const right = b.published ?? "\uffff";
  if (left !== right) return left < right ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
