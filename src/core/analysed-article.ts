import type { ArticleRecord, ProblemRecord, WithinArticle } from "./records.js";

/** One article and all that was found in it, in the order of the text. */
export interface AnalysedArticle {
  readonly article: ArticleRecord;
  readonly records: readonly WithinArticle[];
  readonly problems: readonly ProblemRecord[];
}
