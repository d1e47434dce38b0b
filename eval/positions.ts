/**
 * `eval positions [PASSAGES] [--misses] [--half a|b]`: positions on passages written for it.
 *
 * In: `eval/positions/passages.tsv` or another table of that form. Out: one JSON object of scores; with `--misses`,
 * each position missed and each surplus one on standard error. Half a is the odd passages, from which faults may be
 * mended; half b is the even ones, which are only counted. Every passage is an article of its own with its date.
 * A position is right by its holders (all, and no other), its stance and a word of its issue; one is matched once.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PositionRecord } from "../src/core/records.js";
import { readArticle } from "../src/read-article.js";
import { loadResources } from "../src/resources.js";
import { isLabelled, type PositionPassage, parsePositionPassages } from "./positions-passages.js";
import { shareOf, sumTallies } from "./tally.js";

const PASSAGES = fileURLToPath(new URL("./positions/passages.tsv", import.meta.url));

/** Counts that the scores are shares of. */
class Tally {
  passages = 0;
  empty = 0;
  emptyWithSome = 0;
  gold = 0;
  found = 0;
  right = 0;
  conditions = 0;
  conditionsRight = 0;
  /** Positions that are labelled as what readers would differ on: counted nowhere else. */
  optional = 0;
}

export async function run(args: string[]): Promise<void> {
  const half = args.includes("--half") ? args[args.indexOf("--half") + 1] : undefined;
  const [input = PASSAGES] = args.filter((a) => !a.startsWith("--") && a !== half);
  const report = args.includes("--misses") ? (line: string) => console.error(line) : () => undefined;
  const resources = await loadResources();
  const tallies = { a: new Tally(), b: new Tally() };
  for (const [index, passage] of parsePositionPassages(readFileSync(input, "utf8"), input).entries()) {
    const own = index % 2 === 0 ? "a" : "b";
    const { records } = readArticle(passage.text, resources, {
      origin: String(passage.line),
      published: passage.published,
    });
    const silent = half !== undefined && half !== own;
    scorePassage(
      passage,
      records.filter((r) => r.kind === "position"),
      tallies[own],
      silent ? () => undefined : report,
    );
  }
  console.log(
    JSON.stringify(
      { a: summarise(tallies.a), b: summarise(tallies.b), all: summarise(sumTallies(tallies, new Tally())) },
      null,
      2,
    ),
  );
}

function scorePassage(
  { line, text, positions }: PositionPassage,
  found: readonly PositionRecord[],
  tally: Tally,
  report: (line: string) => void,
): void {
  tally.passages++;
  if (positions.length === 0) {
    tally.empty++;
    if (found.length > 0) tally.emptyWithSome++;
  }
  const taken = new Set<PositionRecord>();
  for (const label of positions) {
    if (!label.isOptional) tally.gold++;
    if (label.condition !== "") tally.conditions++;
    const got = found.find((position) => !taken.has(position) && isLabelled(position, label));
    if (got === undefined) {
      if (!label.isOptional)
        report(
          `${line}: missed ${label.holders.join("+")} ${label.stance}: ${label.issue.join("|")} | ${text}`,
        );
      continue;
    }
    taken.add(got);
    if (label.isOptional) tally.optional++;
    else tally.right++;
    if (label.condition !== "" && got.condition?.includes(label.condition)) tally.conditionsRight++;
  }
  tally.found += found.length;
  for (const position of found)
    if (!taken.has(position)) report(`${line}: surplus ${show(position)} | ${text}`);
}

function show({ holders, stance, issue, rule }: PositionRecord): string {
  return `${holders.map(({ name }) => name).join("+")} ${stance}: ${issue.label} (${rule})`;
}

function summarise(t: Tally): Record<string, number> {
  return {
    passages: t.passages,
    positions: t.gold,
    recall: shareOf(t.right, t.gold),
    precision: shareOf(t.right, t.found - t.optional),
    conditions: t.conditions,
    conditionsRight: t.conditionsRight,
    withNone: t.empty,
    withNoneButFound: t.emptyWithSome,
  };
}
