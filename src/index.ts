/**
 * Rapporteur as a library: read articles, analyse them, keep the record.
 *
 * Runnable examples of every function lie in examples/api.
 */
export type { ArticleDraft, ArticleMetadata } from "./article/draft.js";
export { makeArticle } from "./article/make-article.js";
export { type ReadResult, readPaths } from "./article/read-paths.js";
export type { AnalysedArticle } from "./core/analysed-article.js";
export type { Evidence, EvidencePart, Span } from "./core/evidence.js";
export * from "./core/records.js";
export { UserError } from "./core/user-error.js";
export { type ParsedDoc, type TaggedDoc, type TokenDoc, UPOS } from "./language/doc.js";
export { segmentText } from "./language/segment.js";
export { analyseArticle, analyseParsed } from "./pipeline.js";
export { readArticle } from "./read-article.js";
export { loadResources, type Resources } from "./resources.js";
export { createApp } from "./serve/app.js";
export { serve } from "./serve/server.js";
export { Store } from "./store/store.js";
