/** Why words were coded as an event, or why not, for the `explain` command. */

import type { ArticleRecord, EventRecord } from "../core/records.js";
import type { EventExplanation } from "../records/event-explanation.js";
import type { Resources } from "../resources.js";
import { explainArticleEvents } from "../serve/explain-words.js";
import { paint } from "./paint.js";

/** The words of a stored event's trigger. */
export function explainEvent(
  record: EventRecord,
  article: ArticleRecord,
  resources: Resources,
): EventExplanation[] {
  const triggers = record.evidence.filter((e) => e.part === "trigger");
  const { start } = resources.analyse(article.text);
  return explainArticleEvents(article, resources).filter(({ word }) =>
    triggers.some((t) => t.start <= start[word] && start[word] < t.end),
  );
}

/** Rows that lack something and are shown; the rest is counted. */
const SHOWN_MISSES = 4;

/** An explanation in lines for a terminal. */
export function printEvent(e: EventExplanation): string {
  const lines = [`${paint.bold(e.text)}  ${e.verdict}`];
  const fitting = e.rows.filter((row) => row.missing === null);
  const missing = e.rows.filter((row) => row.missing !== null);
  for (const row of fitting) {
    lines.push(`  ${row.at}  ${row.type} ${row.words}  fits`);
    for (const path of row.paths) lines.push(paint.dim(`      ${path}`));
  }
  for (const row of missing.slice(0, SHOWN_MISSES))
    lines.push(`  ${row.at}  ${row.type} ${row.words}  ${row.missing}`);
  if (missing.length > SHOWN_MISSES)
    lines.push(paint.dim(`  and ${missing.length - SHOWN_MISSES} rows more`));
  for (const operator of e.operators) lines.push(`  operator ${operator}`);
  for (const f of e.features) lines.push(`  ${f.weight >= 0 ? "+" : ""}${f.weight.toFixed(2)}  ${f.name}`);
  return lines.join("\n");
}
