import type { ArticleRecord, ProblemRecord, StatementRecord } from "./records.js";

/** Any record that stands within one article. */
export type WithinArticle = StatementRecord;

/** One article and all that was found in it, in the order of the text. */
export interface AnalysedArticle {
  readonly article: ArticleRecord;
  readonly records: readonly WithinArticle[];
  readonly problems: readonly ProblemRecord[];
}
