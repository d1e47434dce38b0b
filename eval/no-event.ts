/**
 * `eval no-event [IN] [--show]`: false alarms on sentences that hold no political event; prints one JSON line.
 *
 * IN is `eval/no-event/sentences.tsv` where none is given. `--show` lists what was coded.
 */
import { readFileSync } from "node:fs";
import { loadResources } from "../src/resources.js";
import { codeText } from "./code-text.js";

export async function run(args: string[]): Promise<void> {
  const [input = "eval/no-event/sentences.tsv"] = args.filter((a) => !a.startsWith("--"));
  const resources = await loadResources();
  const byKind = new Map<string, { sentences: number; alarms: number }>();
  for (const line of readFileSync(input, "utf8").split("\n").slice(1)) {
    const [kind, sentence] = line.split("\t");
    if (sentence === undefined) continue;
    const row = byKind.get(kind) ?? { sentences: 0, alarms: 0 };
    byKind.set(kind, row);
    const { events } = codeText(sentence, resources);
    row.sentences++;
    if (events.length > 0) row.alarms++;
    if (args.includes("--show"))
      for (const event of events)
        console.log(
          `${kind}\t${event.type}\t${event.match.row.id}\t${event.confidence.toFixed(2)}\t${event.noEvent.toFixed(2)}\t${sentence}`,
        );
  }
  const total = [...byKind.values()];
  const sentences = total.reduce((n, row) => n + row.sentences, 0);
  const alarms = total.reduce((n, row) => n + row.alarms, 0);
  console.log(
    JSON.stringify({
      pack: "no-event",
      sentences,
      alarms,
      rate: Math.round((alarms / sentences) * 1000) / 1000,
      by_kind: Object.fromEntries([...byKind].map(([kind, row]) => [kind, `${row.alarms}/${row.sentences}`])),
    }),
  );
}
