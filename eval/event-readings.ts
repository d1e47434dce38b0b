/**
 * `eval event-readings FILE`: what readers said of events that `event-sample` drew (eval/readings/seed-N.tsv).
 *
 * In: a judgement a line: which event, its confidence, the reader, and y or n for: an event at all, right type, right
 * doers, right recipients. Out, as JSON: for each reader the shares of events that are one, of the right type, and right
 * in all; how often two readers agree on the last; and that share from some confidences on.
 */
import { readFileSync } from "node:fs";
import { UserError } from "../src/core/user-error.js";

const CONFIDENCES = [0, 0.75, 0.8, 0.85, 0.9];
const COLUMNS = 11;

interface Judgement {
  readonly event: string;
  readonly confidence: number;
  readonly reader: string;
  readonly isEvent: boolean;
  readonly isType: boolean;
  readonly isWhole: boolean;
}

export async function run(args: string[]): Promise<void> {
  const [file] = args;
  if (file === undefined)
    throw new UserError("usage", "eval event-readings: no file", "Give one of eval/readings/*.tsv.");
  const all = readJudgements(file);
  const readers = [...new Set(all.map(({ reader }) => reader))].sort();
  const byReader = readers.map((reader) => {
    const own = all.filter((one) => one.reader === reader);
    const event = share(own, ({ isEvent }) => isEvent);
    return {
      reader,
      events: own.length,
      event,
      type: share(own, (j) => j.isType),
      all: share(own, (j) => j.isWhole),
    };
  });
  const fromConfidence = CONFIDENCES.map((least) => {
    const kept = all.filter(({ confidence }) => confidence >= least);
    return { least, judgements: kept.length, all: share(kept, ({ isWhole }) => isWhole) };
  });
  console.log(JSON.stringify({ byReader, agree: agreement(all), fromConfidence }, null, 2));
}

function readJudgements(file: string): Judgement[] {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .slice(1)
    .filter((line) => line !== "");
  return lines.map((line, n) => {
    const cells = line.split("\t");
    if (cells.length !== COLUMNS)
      throw new UserError(
        "broken-table",
        `${file}:${n + 2}: found ${cells.length} columns, expected ${COLUMNS}`,
        "A judgement a line, as eval/event-readings.ts tells.",
      );
    const [article, start, type, , , confidence, reader, ...letters] = cells;
    const [isEvent, isType, isActor, isRecipient] = letters.map((letter) => letter === "y");
    const isWhole = isEvent && isType && isActor && isRecipient;
    const event = `${article} ${start} ${type}`;
    return { event, confidence: Number(confidence), reader, isEvent, isType: isEvent && isType, isWhole };
  });
}

/** Share of events that were read twice on which both readers say the same of the whole. */
function agreement(all: readonly Judgement[]): number {
  const byEvent = new Map<string, boolean[]>();
  for (const { event, isWhole } of all) byEvent.set(event, [...(byEvent.get(event) ?? []), isWhole]);
  const pairs = [...byEvent.values()].filter((said) => said.length === 2);
  return share(pairs, ([a, b]) => a === b);
}

function share<T>(some: readonly T[], holds: (one: T) => boolean): number {
  return Math.round((some.filter(holds).length / Math.max(1, some.length)) * 1000) / 1000;
}
