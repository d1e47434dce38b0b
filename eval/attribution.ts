/**
 * `eval attribution IN OUT [--validation]`: statements of each article as source, cue and content spans.
 *
 * The corpus is flat, so statements inside statements are left out. `--validation` writes only the articles
 * that the shipped recipe keeps for validation.
 */
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import type { Evidence } from "../src/core/evidence.js";
import { readArticle } from "../src/read-article.js";
import { loadResources } from "../src/resources.js";
import { isValidation } from "../train/attribution-split.js";
import { readLines } from "./read-lines.js";

export async function run(args: string[]): Promise<void> {
  const [input, output] = args.filter((a) => !a.startsWith("--"));
  const onlyValidation = args.includes("--validation");
  const resources = await loadResources();
  const out = createWriteStream(output);
  for await (const line of readLines(input)) {
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    if (onlyValidation && !isValidation(id)) continue;
    const { records } = readArticle(text, resources, { origin: id });
    const attributions = records
      .filter((r) => r.kind === "statement" && r.parent === null)
      .map(({ evidence }) => ({
        source: spans(evidence, "source"),
        cue: spans(evidence, "cue"),
        content: spans(evidence, "content"),
      }));
    out.write(`${JSON.stringify({ id, attributions })}\n`);
  }
  out.end();
  await finished(out);
}

function spans(evidence: readonly Evidence[], part: string): { start: number; end: number }[] {
  return evidence.filter((e) => e.part === part).map(({ start, end }) => ({ start, end }));
}
