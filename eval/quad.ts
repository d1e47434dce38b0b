/** `eval quad IN OUT`: the file's first line tells which of the corpora it is. */
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { UserError } from "../src/core/user-error.js";
import { loadResources } from "../src/resources.js";
import { type PoliceArticle, predictPoliceActions, predictQuad, type QuadSentence } from "./quad-events.js";
import { predictEntities, type Re3dDocument } from "./quad-re3d.js";
import { readLines } from "./read-lines.js";

export async function run(args: string[]): Promise<void> {
  const [input, output] = args.filter((a) => !a.startsWith("--"));
  const resources = await loadResources();
  const out = createWriteStream(output);
  for await (const line of readLines(input)) {
    const item = JSON.parse(line) as Record<string, unknown>;
    out.write(`${JSON.stringify(predict(item))}\n`);
  }
  out.end();
  await finished(out);

  function predict(item: Record<string, unknown>): object {
    if ("sentence" in item) return predictQuad(item as unknown as QuadSentence, resources);
    if ("sentences" in item) return predictPoliceActions(item as unknown as PoliceArticle, resources);
    if ("entities" in item) return predictEntities(item as unknown as Re3dDocument, resources);
    throw new UserError(
      "unknown-pack",
      `${input}: lines have neither "sentence", "sentences" nor "entities"`,
      "The sets are cameo, india_police_events and re3d.",
    );
  }
}
