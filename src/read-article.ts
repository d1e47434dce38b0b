import { makeArticle } from "./article/make-article.js";
import type { AnalysedArticle } from "./core/analysed-article.js";
import { analyseArticle } from "./pipeline.js";
import type { Resources } from "./resources.js";

/** What is known about a text beside its words. */
export interface KnownAbout {
  /** Path, URL or any name that tells this article from others. */
  readonly origin?: string;
  readonly title?: string;
  readonly byline?: readonly string[];
  readonly outlet?: string;
  readonly agency?: string;
  /** Date of publication, in any form that the readers know. */
  readonly published?: string;
}

/**
 * The records of one text: `const { records } = readArticle("The minister said …", await loadResources())`.
 *
 * Pure. Never throws for a text; what could not be read is in `problems`.
 */
export function readArticle(text: string, resources: Resources, about: KnownAbout = {}): AnalysedArticle {
  const { origin = "text", ...metadata } = about;
  const { article, problems } = makeArticle({ origin, text, metadata });
  return analyseArticle(article, resources, problems);
}
