/**
 * `eval own-events [IN] [--show]`: events of sentences of our own; prints one JSON line.
 *
 * `type` with the parties given, over all sentences and over those that no second reader would argue about; `found`
 * end to end: an event at the trigger, with the right type, with the right parties.
 */
import { readFileSync } from "node:fs";
import type { Span } from "../src/core/evidence.js";
import { readMarkedSentence } from "../src/records/marked-sentence.js";
import { loadResources } from "../src/resources.js";
import { codeText } from "./code-text.js";
import { scoreRelation } from "./event-relation.js";

export async function run(args: string[]): Promise<void> {
  const [input = "eval/own-events/sentences.tsv"] = args.filter((a) => !a.startsWith("--"));
  const resources = await loadResources();
  const count = { sentences: 0, type: 0, clear: 0, clearType: 0, trigger: 0, coded: 0, parties: 0 };
  for (const line of readFileSync(input, "utf8").split("\n").slice(1)) {
    const [id, gold, , marked, note] = line.split("\t");
    if (marked === undefined) continue;
    const { text, parts } = readMarkedSentence(marked);
    const spans = (part: string) => parts.filter((p) => p.part === part);
    const { scores } = scoreRelation(
      text,
      around(spans("actor")),
      around(spans("recipient")),
      resources,
      resources.events,
    );
    const [type] = [...scores].sort((a, b) => b[1] - a[1])[0];
    const isClear = note === undefined || note.trim() === "";
    count.sentences++;
    if (isClear) count.clear++;
    if (type === gold) {
      count.type++;
      if (isClear) count.clearType++;
    }
    const { view, events } = codeText(text, resources);
    const at = events.filter(({ match, operators, absorbed }) =>
      [match.trigger, match.last, match.carrier, ...absorbed, ...operators.map(({ word }) => word)].some(
        (i) => i >= 0 && spans("trigger").some((t) => view.doc.start[i] < t.end && t.start < view.doc.end[i]),
      ),
    );
    const right = at.filter((event) => event.type === gold);
    if (at.length > 0) count.trigger++;
    if (right.length > 0) count.coded++;
    const meets = right.some(({ actors, recipients }) => {
      const found = [...actors, ...recipients];
      return [...spans("actor"), ...spans("recipient")].every((p) =>
        found.some(({ span }) => span.start < p.end && p.start < span.end),
      );
    });
    if (meets) count.parties++;
    if (args.includes("--show") && (type !== gold || !meets))
      console.log(
        `${id}\t${gold}\tgiven: ${type}\tcoded: ${at.map((e) => `${e.type} ${e.match.row.id}`).join(", ") || "-"}\t${marked}`,
      );
  }
  const share = (n: number, of: number) => Math.round((n / of) * 1000) / 1000;
  const n = count.sentences;
  console.log(
    JSON.stringify({
      pack: "own-events",
      sentences: n,
      type_given_parties: share(count.type, n),
      type_given_parties_clear: share(count.clearType, count.clear),
      trigger_found: share(count.trigger, n),
      trigger_and_type: share(count.coded, n),
      trigger_type_and_all_parties: share(count.parties, n),
    }),
  );
}

/** One span over all of them; null for none. */
function around(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null;
  return { start: spans[0].start, end: spans[0].end };
}
