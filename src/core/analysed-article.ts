import type { ArticleRecord, ProblemRecord, RoleRecord, StatementRecord } from "./records.js";

/** Any record that stands within one article. */
export type WithinArticle = StatementRecord | RoleRecord;

/** One article and all that was found in it, in the order of the text. */
export interface AnalysedArticle {
  readonly article: ArticleRecord;
  readonly records: readonly WithinArticle[];
  readonly problems: readonly ProblemRecord[];
}
