import type { Command } from "commander";
import pc from "picocolors";
import type { ArticleRecord, StatementRecord } from "../../core/records.js";
import { UserError } from "../../core/user-error.js";
import type { ParsedDoc } from "../../language/doc.js";
import { makeAttributionView } from "../../records/attribution-view.js";
import { type CueExplanation, explainCues } from "../../records/explanation.js";
import { findDocQuotations } from "../../records/quotations.js";
import { loadResources, type Resources } from "../../resources.js";
import { Store } from "../../store/store.js";
import { DEFAULT_STORE } from "../store-option.js";
import { sanitise } from "../terminal.js";

interface ExplainOptions {
  readonly store: string;
  readonly actors?: string;
  readonly text?: string;
  readonly json?: boolean;
}

export function addExplainCommand(program: Command): void {
  program
    .command("explain")
    .argument("[id]", "id of a statement")
    .description("why a statement was found, or why words of a text were not taken for one")
    .option("--text <text>", "explain this text instead of a stored record")
    .option("--store <file>", "the store to read", DEFAULT_STORE)
    .option("--actors <file>", "a table of actors of your own, as for read")
    .option("--json", "print as JSON")
    .action(async (id: string | undefined, options: ExplainOptions) => {
      const resources = await loadResources(options.actors === undefined ? {} : { actors: options.actors });
      const explanations =
        options.text !== undefined
          ? explainText(options.text, resources)
          : await explainRecord(id, options, resources);
      if (options.json) process.stdout.write(`${JSON.stringify(explanations, null, 2)}\n`);
      else process.stdout.write(`${sanitise(explanations.map(print).join("\n\n"))}\n`);
    });
}

function explainText(text: string, resources: Resources): CueExplanation[] {
  return explainDoc(resources.analyse(text), resources);
}

function explainDoc(doc: ParsedDoc, resources: Resources): CueExplanation[] {
  const outer = findDocQuotations(doc).filter((q) => q.depth === 0);
  return explainCues(makeAttributionView(doc, outer, resources.cues), resources.cues, resources.attribution);
}

/** The cues of the sentence that a stored statement's cue stands in. */
async function explainRecord(
  id: string | undefined,
  options: ExplainOptions,
  resources: Resources,
): Promise<CueExplanation[]> {
  if (id === undefined)
    throw new UserError(
      "nothing-to-explain",
      "neither an id nor --text was given",
      'For example: rapporteur explain --text "The minister said no."',
    );
  const store = await Store.openReadOnly(options.store);
  try {
    const record = await store.findRecord(id);
    if (record?.kind !== "statement") {
      throw new UserError(
        "unknown-id",
        `${id}: no statement has this id in ${options.store}`,
        "rapporteur export --kind statement lists them.",
      );
    }
    const article = (await store.findRecord((record as StatementRecord).article)) as ArticleRecord;
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
    const all = explainDoc(doc, resources);
    return all.filter(({ word }) => {
      const start = doc.start[word] + from;
      return cues.length > 0
        ? cues.some((c) => c.start <= start && start < c.end)
        : contents.some((c) => c.start <= start && start < c.end);
    });
  } finally {
    store.close();
  }
}

function print(e: CueExplanation): string {
  const lines = [`${pc.bold(e.text)}  ${e.verdict}`];
  for (const row of e.rows) {
    const state = row.missing.length === 0 ? "fits" : `lacks ${row.missing.join(" and ")}`;
    lines.push(
      `  data/cues/cues.tsv:${row.line}  ${row.lemma} (${row.commitment}, ${row.strength})  ${state}`,
    );
  }
  for (const f of e.features) lines.push(`  ${f.weight >= 0 ? "+" : ""}${f.weight.toFixed(2)}  ${f.name}`);
  return lines.join("\n");
}
