/**
 * `eval stories [--half=a|b] [--misses]`: are mentions of one event joined, and independent reports counted rightly?
 *
 * In: `eval/stories/reports.jsonl`. Out: one JSON object on standard output: B-cubed precision, recall and F1 (Bagga
 * and Baldwin 1998) over the labelled sentences, and the share of events whose independent reports are counted
 * exactly, of all (`independentExact`) and of those (`whole`) that one story has every sentence of, where the count alone
 * can be at fault (`independentExactWhole`). A sentence stands with every other that shares a story with it; one without an event stands alone. Half
 * `a` (events up to e28) served to set the weights, half `b` did not. With `--misses`, on standard error, each
 * event's sentences by story.
 */
import type { StoryRecord } from "../src/core/records.js";
import { loadResources } from "../src/resources.js";
import { joinReports, ofKind, readStoryReports, type StoryReport } from "./story-reports.js";

interface Mention {
  readonly report: StoryReport;
  readonly event: string;
  readonly sentence: string;
  readonly stories: ReadonlySet<string>;
}

/** The last event of the half that weights were set on. */
const LAST_OF_A = 28;

export async function run(args: string[]): Promise<void> {
  const half = args.find((a) => a.startsWith("--half="))?.slice("--half=".length);
  const reports = (await readStoryReports()).filter(
    ({ event }) => half === undefined || Number(event.slice(1)) <= LAST_OF_A === (half === "a"),
  );
  const { articles, records, stories } = joinReports(reports, await loadResources());
  const told = [...ofKind(records, "event"), ...ofKind(records, "reference")];
  const storyOf = new Map(stories.flatMap((s) => s.members.map((id) => [id, s.id] as const)));
  const mentions = reports.flatMap((report, r) =>
    report.tells.map(({ event, sentence }): Mention => {
      const start = articles[r].text.indexOf(sentence);
      const inside = told.filter(
        (e) =>
          e.article === articles[r].id &&
          e.evidence.some(
            (x) => x.part === "trigger" && x.start >= start && x.end <= start + sentence.length,
          ),
      );
      return { report, event, sentence, stories: new Set(inside.map((e) => storyOf.get(e.id) ?? e.id)) };
    }),
  );
  const scores = scoreBCubed(mentions);
  // What the coder has left out no join can bring together.
  const coded = mentions.filter((m) => m.stories.size > 0);
  const { precision: precisionCoded, recall: recallCoded, f1: f1Coded } = scoreBCubed(coded);
  const counted = countRight(reports, mentions, stories);
  process.stdout.write(
    `${JSON.stringify({ pack: "stories", half: half ?? "both", sentences: mentions.length, coded: share(coded.length, mentions.length), ...scores, precisionCoded, recallCoded, f1Coded, ...counted })}\n`,
  );
  if (args.includes("--misses")) process.stderr.write(`${describe(mentions)}\n`);
}

function scoreBCubed(mentions: readonly Mention[]): { precision: number; recall: number; f1: number } {
  let precision = 0;
  let recall = 0;
  for (const mention of mentions) {
    const joined = mentions.filter(
      (other) => other === mention || intersects(mention.stories, other.stories),
    );
    const same = mentions.filter((other) => other.event === mention.event);
    const right = joined.filter((other) => other.event === mention.event).length;
    precision += right / joined.length;
    recall += right / same.length;
  }
  const p = precision / mentions.length;
  const r = recall / mentions.length;
  return { precision: round(p), recall: round(r), f1: round((2 * p * r) / (p + r)) };
}

/** Of the events that are some report's news: is the largest story's count of independent reports the true one? */
function countRight(
  reports: readonly StoryReport[],
  mentions: readonly Mention[],
  stories: readonly StoryRecord[],
): {
  independentExact: number;
  independentOff: number;
  whole: number;
  independentExactWhole: number;
  independentOffWhole: number;
} {
  const byId = new Map(stories.map((s) => [s.id, s]));
  const names = [...new Set(reports.map(({ event }) => event))];
  const all = { exact: 0, off: 0 };
  const whole = { n: 0, exact: 0, off: 0 };
  for (const name of names) {
    const truth = new Set(reports.filter((r) => r.event === name).map(({ group }) => group)).size;
    const own = mentions.filter((m) => m.event === name);
    const found = own.flatMap((m) => [...m.stories]);
    const most = Math.max(0, ...found.map((id) => byId.get(id)?.independent ?? 0));
    const error = Math.abs(most - truth);
    if (error === 0) all.exact++;
    all.off += error;
    if (!found.some((id) => own.every((m) => m.stories.has(id)))) continue;
    whole.n++;
    if (error === 0) whole.exact++;
    whole.off += error;
  }
  return {
    independentExact: share(all.exact, names.length),
    independentOff: round(all.off / Math.max(1, names.length)),
    whole: whole.n,
    independentExactWhole: share(whole.exact, whole.n),
    independentOffWhole: round(whole.off / Math.max(1, whole.n)),
  };
}

function describe(mentions: readonly Mention[]): string {
  const events = [...new Set(mentions.map(({ event }) => event))].sort();
  return events
    .map((event) => {
      const lines = mentions
        .filter((m) => m.event === event)
        .map((m) => `  ${m.report.published} ${[...m.stories].join(" ") || "-"}  ${m.sentence}`);
      return `${event}\n${lines.join("\n")}`;
    })
    .join("\n");
}

function intersects(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const item of a) if (b.has(item)) return true;
  return false;
}

function share(part: number, whole: number): number {
  return round(part / Math.max(1, whole));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
