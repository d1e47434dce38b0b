import type { Command } from "commander";
import type { Evidence } from "../../core/evidence.js";
import type { AnyRecord, ArticleRecord } from "../../core/records.js";
import { UserError } from "../../core/user-error.js";
import { Store } from "../../store/store.js";
import { paint } from "../paint.js";
import { DEFAULT_STORE } from "../store-option.js";
import { sanitise } from "../terminal.js";

/** Characters of text shown before and after a record. */
const AROUND = 200;

export function addShowCommand(program: Command): void {
  program
    .command("show")
    .argument("<id>", "id of an article, a statement or another record")
    .description("show a record with the text around it")
    .option("--store <file>", "the store to read", DEFAULT_STORE)
    .option("--json", "print the record as JSON")
    .action(async (id: string, options: { store: string; json?: boolean }) => {
      const store = await Store.openReadOnly(options.store);
      try {
        const record = await store.findRecord(id);
        if (record === undefined) {
          throw new UserError(
            "unknown-id",
            `${id}: no record has this id in ${options.store}`,
            "rapporteur export lists all ids.",
          );
        }
        if (options.json) process.stdout.write(`${JSON.stringify(record, null, 2)}\n`);
        else process.stdout.write(`${sanitise(await describe(store, record))}\n`);
      } finally {
        store.close();
      }
    });
}

async function describe(store: Store, record: AnyRecord): Promise<string> {
  const lines = [paint.bold(`${record.kind} ${record.id}`), ...fieldLines(record)];
  if (record.kind === "article") return [...lines, "", record.text].join("\n");
  if (!("article" in record) || record.article === undefined) return lines.join("\n");
  const article = (await store.findRecord(record.article)) as ArticleRecord | undefined;
  if (article === undefined || !("evidence" in record) || record.evidence.length === 0)
    return lines.join("\n");
  return [...lines, "", paint.dim(article.origin), markEvidence(article.text, record.evidence)].join("\n");
}

function fieldLines(record: AnyRecord): string[] {
  const lines: string[] = [];
  for (const [key, value] of Object.entries(record)) {
    if (["kind", "id", "text", "evidence", "boilerplate"].includes(key) || value === null) continue;
    if (Array.isArray(value) && value.length === 0) continue;
    lines.push(`  ${paint.dim(key.padEnd(12))} ${printField(value)}`);
  }
  return lines;
}

function printField(value: unknown): string {
  if (Array.isArray(value)) return value.map(printField).join("; ");
  if (value === null || typeof value !== "object") return String(value);
  const { name, edtf, id, country, basis, ...rest } = value as Record<string, unknown>;
  const head = name ?? edtf;
  if (head === undefined) return JSON.stringify(value);
  const notes = [id, country, basis, rest.channel].filter((part) => part !== undefined);
  return `${head}${notes.length ? ` (${notes.join(", ")})` : ""}`;
}

/** The passage that holds all evidence, each piece in brackets with its part: `[cue said]`. */
function markEvidence(text: string, evidence: readonly Evidence[]): string {
  const start = Math.max(0, Math.min(...evidence.map((e) => e.start)) - AROUND);
  const end = Math.min(text.length, Math.max(...evidence.map((e) => e.end)) + AROUND);
  const marks: { at: number; order: number; mark: string }[] = [];
  for (const e of evidence) {
    marks.push({ at: e.start, order: -e.end, mark: paint.cyan(`[${e.part} `) });
    marks.push({ at: e.end, order: -Number.MAX_SAFE_INTEGER + e.start * -1, mark: paint.cyan("]") });
  }
  marks.sort((a, b) => a.at - b.at || a.order - b.order);
  let out = start > 0 ? "…" : "";
  let at = start;
  for (const { at: place, mark } of marks) {
    out += text.slice(at, place) + mark;
    at = place;
  }
  return out + text.slice(at, end) + (end < text.length ? "…" : "");
}
