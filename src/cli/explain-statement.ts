/** Why a statement was found, or why words were not taken for one, for the `explain` command. */

import type { ArticleRecord, StatementRecord } from "../core/records.js";
import type { CueExplanation } from "../records/explanation.js";
import type { Resources } from "../resources.js";
import { explainStatements } from "../serve/explain-words.js";
import type { Store } from "../store/store.js";
import { paint } from "./paint.js";

/** The cues of a stored statement. */
export async function explainStatement(
  record: StatementRecord,
  article: ArticleRecord,
  store: Store,
  resources: Resources,
): Promise<CueExplanation[]> {
  const cues = record.evidence.filter((e) => e.part === "cue");
  const contents = record.evidence.filter((e) => e.part === "content");
  // What is said inside another statement was found by reading that statement's content on its own.
  const outer =
    record.parent === null ? undefined : ((await store.findRecord(record.parent)) as StatementRecord);
  const span = outer?.evidence.find(
    (e) => e.part === "content" && contents.some((c) => c.start >= e.start && c.end <= e.end),
  );
  const from = span?.start ?? 0;
  const text = span === undefined ? article.text : article.text.slice(span.start, span.end);
  const doc = resources.analyse(text);
  const all = explainStatements(doc, resources);
  return all.filter(({ word }) => {
    const start = doc.start[word] + from;
    return cues.length > 0
      ? cues.some((c) => c.start <= start && start < c.end)
      : contents.some((c) => c.start <= start && start < c.end);
  });
}

/** An explanation in lines for a terminal. */
export function printStatement(e: CueExplanation): string {
  const lines = [`${paint.bold(e.text)}  ${e.verdict}`];
  for (const row of e.rows) {
    const state = row.missing.length === 0 ? "fits" : `lacks ${row.missing.join(" and ")}`;
    lines.push(
      `  data/cues/cues.tsv:${row.line}  ${row.lemma} (${row.commitment}, ${row.strength})  ${state}`,
    );
  }
  for (const f of e.features) lines.push(`  ${f.weight >= 0 ? "+" : ""}${f.weight.toFixed(2)}  ${f.name}`);
  return lines.join("\n");
}
