/**
 * `eval events IN OUT [--task=classify|extract]`: events of one sentence each.
 *
 * `classify`: the type of the relation between two given parties. `extract`: the events of the bare sentence, each
 * pair of actor and recipient. Types are named as the corpus does (event-roots.ts).
 */
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import type { Span } from "../src/core/evidence.js";
import type { Party } from "../src/records/event-party.js";
import { loadResources } from "../src/resources.js";
import { codeText } from "./code-text.js";
import { CAMEO_ROOTS, scoreRelation } from "./event-relation.js";
import { ROOT_QUADS, rootOf } from "./event-roots.js";
import { readLines } from "./read-lines.js";

export async function run(args: string[]): Promise<void> {
  const [input, output] = args.filter((a) => !a.startsWith("--"));
  const isExtract = args.includes("--task=extract");
  const resources = await loadResources();
  const out = createWriteStream(output);
  for await (const line of readLines(input)) {
    const { id, sentence, source, target } = JSON.parse(line) as {
      id: string;
      sentence: string;
      source: Span | null;
      target: Span | null;
    };
    if (isExtract) {
      const events = codeText(sentence, resources).events.flatMap((event) => {
        const { actors, recipients } = event;
        const root = rootOf(event);
        return pairsOf(actors, recipients).map(([actor, recipient]) => ({
          source: spanOf(actor),
          target: recipient === null ? null : spanOf(recipient),
          root,
          penta: ROOT_QUADS[root],
        }));
      });
      out.write(`${JSON.stringify({ id, events })}\n`);
      continue;
    }
    const { scores } = scoreRelation(sentence, source, target, resources, resources.events, CAMEO_ROOTS);
    const [root] = [...scores].sort((a, b) => b[1] - a[1])[0];
    out.write(`${JSON.stringify({ id, root, penta: ROOT_QUADS[root] })}\n`);
  }
  out.end();
  await finished(out);
}

/** Each actor with each recipient; what several do together is done by each with those named after it. */
function pairsOf(actors: readonly Party[], recipients: readonly Party[]): [Party, Party | null][] {
  if (recipients.length > 0)
    return actors.flatMap((actor) => recipients.map((r): [Party, Party] => [actor, r]));
  if (actors.length === 1) return [[actors[0], null]];
  return actors.flatMap((actor, k) => actors.slice(k + 1).map((other): [Party, Party] => [actor, other]));
}

/** Where the party is named: for a pronoun, the words that it stands for. */
function spanOf({ span, antecedent }: Party): Span {
  const { start, end } = antecedent ?? span;
  return { start, end };
}
