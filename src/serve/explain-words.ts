/**
 * Why words of a text were coded, or why not: in, an article or a parsed text and the resources it is coded with; out,
 * an explanation for each word that is or might have been a cue, or that a row of the codebook begins with.
 */
import type { ArticleRecord } from "../core/records.js";
import type { ParsedDoc } from "../language/doc.js";
import { findActors } from "../mentions/actors.js";
import { analyseParsed } from "../pipeline.js";
import { makeAttributionView } from "../records/attribution-view.js";
import { type EventExplanation, explainEvents } from "../records/event-explanation.js";
import { makeEventView } from "../records/event-view.js";
import { type CueExplanation, explainCues } from "../records/explanation.js";
import { findDocQuotations } from "../records/quotations.js";
import type { Resources } from "../resources.js";

/** Every word of `doc` that may be a cue. */
export function explainStatements(doc: ParsedDoc, resources: Resources): CueExplanation[] {
  const outer = findDocQuotations(doc).filter((q) => q.depth === 0);
  return explainCues(makeAttributionView(doc, outer, resources.cues), resources.cues, resources.attribution);
}

/** Every word of the article that a row of the codebook begins with. */
export function explainArticleEvents(
  article: ArticleRecord,
  resources: Resources,
  doc: ParsedDoc = resources.analyse(article.text),
): EventExplanation[] {
  const { records } = analyseParsed(article, doc, resources);
  return explainEvents({
    doc,
    view: makeEventView(doc),
    actors: findActors(doc, article, resources.names),
    statements: records.filter((r) => r.kind === "statement"),
    codebook: resources.codebook,
    models: resources.events,
    excluded: [],
  });
}
